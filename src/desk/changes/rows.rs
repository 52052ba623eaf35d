//! Changes as rows: names, sentences and order.

use super::super::answers::PartyRow;
use super::super::gaps::member_row;
use super::super::links::across;
use super::super::office::Office;
use super::super::speech::{Speech, initiative_kind};
use super::super::words::*;
use super::words::{partner, turn_of};
use super::{InitiativeChangeRow, LineChangeRow, LineState, PartnerChangeRow};
use crate::analysis::change::{InitiativeChange, InitiativeTurn, LineChange, PartnerChange, Turn};
use crate::model::*;
use crate::network::*;

/// Both days, ready to be told.
pub struct Told<'a> {
    /// The earlier day.
    pub before: Speech<'a>,
    /// The later day.
    pub after: Speech<'a>,
}

impl<'a> Told<'a> {
    pub fn of(office: &'a Office<'_>, before: &'a Network, after: &'a Network) -> Self {
        Self { before: office.speech(before), after: office.speech(after) }
    }

    /// A line on the day on which it is known, the later one first.
    fn link(&self, line: &LineChange) -> Option<(&Speech<'a>, &'a Link)> {
        let after = line.link_after(self.after.network).map(|link| (&self.after, link));
        after.or_else(|| line.link_before(self.before.network).map(|link| (&self.before, link)))
    }

    /// Does it run between the two sides?
    pub fn across(&self, line: &LineChange) -> bool {
        self.link(line).is_some_and(|(speech, link)| across(speech.network, link))
    }

    /// The lines that changed: between the sides first, then by what happened, then by name.
    pub fn lines(&self, lines: &[LineChange]) -> Vec<LineChangeRow> {
        let mut rows: Vec<LineChangeRow> =
            lines.iter().filter(|line| !line.what.is_empty()).filter_map(|line| self.line(line)).collect();
        rows.sort_by(|x, y| {
            let key = |row: &LineChangeRow| (!row.across, row.what.first().copied(), row.a.name.to_lowercase());
            (key(x), &x.b.name).cmp(&(key(y), &y.b.name))
        });
        rows
    }

    fn line(&self, line: &LineChange) -> Option<LineChangeRow> {
        let (speech, link) = self.link(line)?;
        let (was, is) = (line.link_before(self.before.network), line.link_after(self.after.network));
        let mut claims: Vec<ClaimId> = [was, is].into_iter().flatten().flat_map(|link| link.claims.iter().copied()).collect();
        claims.sort_unstable();
        claims.dedup();
        // That claims contradict each other is for those of the coalition: outside it, what one side says is what is told.
        let own = speech.network.view.viewer.belongs_to(&speech.network.coalition.id);
        let denies = |network: &Network, id: &ClaimId| network.claims.get(id).is_some_and(|it| it.stance == Stance::Denied);
        claims.retain(|id| own || ![&self.before, &self.after].iter().any(|on| denies(on.network, id)));
        let what: Vec<Turn> = line.what.iter().collect();
        let words = both(|language| {
            let [a, b] = link.ends().map(|place| speech.title(place, language));
            let mut told: Vec<String> = what.iter().map(|it| turn_of(*it, was, is, language)).collect();
            let contested = |link: Option<&Link>| link.is_some_and(|it| it.status == LinkStatus::Contested);
            if own && contested(is) && !contested(was) {
                told.push(pick(language, "opgaven spreken elkaar nu tegen", "claims now contradict each other").to_owned());
            }
            let level = match line.level {
                Level::Practice => String::new(),
                Level::Governance => pick(language, " (op bestuurlijk niveau)", " (at governance level)").to_owned(),
            };
            format!("{a} – {b}{level}: {}.", list(&told, language))
        });
        Some(LineChangeRow {
            a: member_row(speech.network, link.a),
            b: member_row(speech.network, link.b),
            level: line.level,
            across: across(speech.network, link),
            what,
            before: was.map(|link| state(link, own)),
            after: is.map(|link| state(link, own)),
            words,
            claims,
        })
    }

    /// A partner on the day on which it is in the picture, the later one first.
    fn party(&self, it: &PartnerChange) -> Option<(&Speech<'a>, usize)> {
        it.after.map(|place| (&self.after, place)).or_else(|| it.before.map(|place| (&self.before, place)))
    }

    /// The partners that take part otherwise: by what happened, then by name.
    pub fn partners(&self, changes: &[PartnerChange]) -> Vec<PartnerChangeRow> {
        let row = |it: &PartnerChange| {
            let (speech, place) = self.party(it)?;
            let party: PartyRow = member_row(speech.network, place);
            let words = both(|language| partner(&speech.title(place, language), it.what, language));
            Some(PartnerChangeRow { party, what: it.what, words })
        };
        let mut rows: Vec<PartnerChangeRow> = changes.iter().filter_map(row).collect();
        rows.sort_by_cached_key(|row| (row.what, row.party.name.to_lowercase()));
        rows
    }

    /// What began, ended or was planned.
    pub fn initiatives(&self, changes: &[InitiativeChange]) -> Vec<InitiativeChangeRow> {
        let row = |it: &InitiativeChange| {
            let later = it.after.map(|place| &self.after.network.initiatives[place]);
            let initiative = later.or_else(|| it.before.map(|place| &self.before.network.initiatives[place]))?;
            Some(InitiativeChangeRow { id: it.id, what: it.what, words: initiative_words(initiative, it.what) })
        };
        let mut rows: Vec<InitiativeChangeRow> = changes.iter().filter_map(row).collect();
        rows.sort_by(|x, y| (x.what, &x.words.nl).cmp(&(y.what, &y.words.nl)));
        rows
    }
}

fn state(link: &Link, own: bool) -> LineState {
    let status = if link.status == LinkStatus::Contested && !own { LinkStatus::OneSided } else { link.status };
    LineState { status, strength: link.strength, stale: link.stale() }
}

fn initiative_words(it: &Initiative, what: InitiativeTurn) -> Words {
    let kind = initiative_kind(it.kind);
    both(|language| {
        let happened = match what {
            InitiativeTurn::Begun => pick(language, "begonnen", "began"),
            InitiativeTurn::Ended => pick(language, "gestopt", "ended"),
            InitiativeTurn::Planned => pick(language, "gepland", "planned"),
        };
        let kind = kind.in_language(language);
        if it.name.as_str().to_lowercase() == it.kind.plain_name() {
            return format!("{}: {happened}.", sentence_case(kind));
        }
        format!("{} ({kind}): {happened}.", it.name)
    })
}
