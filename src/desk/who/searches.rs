//! What was searched for in vain: for who leads the coalition, and as evidence that a need is not covered.

use super::answer::*;
use super::board::Switchboards;
use super::resolve::need_row;
use crate::desk::answers::*;
use crate::desk::office::Office;
use crate::desk::words::*;
use crate::live::Searches;
use crate::lookup::{Asked, candidates};
use crate::model::*;

impl Office<'_> {
    /// What was searched for and nobody in the coalition serves, to be counted; nothing else is kept of a search. What the coalition
    /// has decides, not what of it the viewer sees: a desk that is not for them is there all the same.
    pub fn in_vain(&self, answer: &WhoToCall, boards: &Switchboards) -> Option<Searched> {
        let need = answer.asked.need.as_ref().filter(|_| answer.nobody.is_some())?;
        let (need, coalition) = (NeedCode::new(need.code.as_str()).ok()?, answer.coalition.as_ref()?.id.clone());
        let everything = Viewer::of(Role::Administrator);
        let own = self.viewer.belongs_to(&coalition);
        let office = if own { *self } else { self.seen_by(&everything) };
        let board = boards.board(&office, &coalition, None)?;
        let served = !candidates(&board.network, &Asked::Need(need.clone()), self.today).is_empty();
        (!served).then(|| Searched { coalition, month: YearMonth::of(self.today), need })
    }

    /// The counts of one coalition, the newest month first, then the most searched for.
    pub fn searches(&self, coalition: &CoalitionId, searches: &Searches, boards: &Switchboards) -> Vec<SearchRow> {
        let board = boards.board(self, coalition, None);
        let served = |need: &NeedCode| {
            let asked = Asked::Need(need.clone());
            board.as_ref().is_some_and(|board| !candidates(&board.network, &asked, self.today).is_empty())
        };
        let mut counts = searches.of_coalition(coalition);
        counts.sort_by(|(a, x), (b, y)| (b.month, y, &a.need).cmp(&(a.month, x, &b.need)));
        let row = |(searched, times): &(Searched, u64)| SearchRow {
            need: need_row(self.register.catalogue(), &searched.need),
            month: searched.month.to_string(),
            times: *times,
            served: served(&searched.need),
        };
        counts.iter().map(row).collect()
    }

    /// How often was searched for needs that nobody serves, as evidence; for the facilitator. `None`: it was not, or it is not for who
    /// asks.
    pub(in crate::desk) fn search_evidence(&self, coalition: &CoalitionId, needs: &[&NeedCode]) -> Option<EvidenceRow> {
        let searches = self.searches.filter(|_| self.viewer.changes(coalition))?;
        let counts = searches.of_coalition(coalition);
        let about: Vec<&(Searched, u64)> = counts.iter().filter(|(it, _)| needs.contains(&&it.need)).collect();
        let first = about.iter().map(|(it, _)| it.month).min()?;
        let times: u64 = about.iter().map(|(_, times)| times).sum();
        let times = usize::try_from(times).unwrap_or(usize::MAX);
        let text = both(|language| {
            let since = first.date().map(|month| date(&month, language)).unwrap_or_default();
            let how_often = match language {
                Language::Nl => count(times, "keer", "keer", language),
                Language::En => count(times, "time", "times", language),
            };
            match language {
                Language::Nl => format!("Sinds {since} is hier {how_often} naar gezocht. Door wie, wordt niet bewaard."),
                Language::En => format!("Since {since} this was searched for {how_often}. By whom is not kept."),
            }
        });
        Some(EvidenceRow {
            sort: "search".to_owned(),
            text,
            speaker: None,
            said: None,
            norm_sources: Vec::new(),
            visible_to: Some(VisibleTo { facilitator: true, parties: Vec::new() }),
        })
    }
}
