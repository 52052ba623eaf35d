//! What changed, on the map: the lines and organisations of two days in one frame, in which nobody moves.

use super::changes::{known_moments, partner_told, turn_of};
use super::links::across;
use super::map::Sheet;
use super::map_words::{footer, numbers, response_row};
use super::office::*;
use super::reading::Reading;
use super::words::*;
use crate::analysis::change::{self, PartnerChange, PartnerTurn, Turn, Turns};
use crate::model::*;
use crate::network::*;
use crate::render::{Agreement, Card, Change, Changes, HeadWords, Line, LineChange, PartnerMap, Shown};
use std::collections::{BTreeMap, BTreeSet};
use time::Date;

impl Office<'_> {
    /// The map of what changed in a coalition since a day; or the map of one of both days, drawn in the same frame, so that who looks
    /// from one to the other sees nobody move.
    ///
    /// Takes slug, name or alias; the earlier day; which of the three maps; how it is looked at, with the later day. It names no
    /// persons and no plans. Errors: no such coalition; the earlier day is not before the later one.
    /// Cost: that of two networks and one map.
    pub fn map_since(
        &self,
        coalition: &str,
        language: Language,
        (since, shown): (Date, Shown),
        reading: impl Into<Reading>,
    ) -> Result<PartnerMap, DeskError> {
        let reading = reading.into();
        let after = self.network(coalition, reading.clone())?;
        if since >= after.as_of {
            return Err(DeskError::NotBefore { since, as_of: after.as_of });
        }
        let before = self.network(coalition, Reading { as_of: Some(since), ..reading })?;
        let days = Days {
            before: Sheet { speech: self.speech(&before), language },
            after: Sheet { speech: self.speech(&after), language },
            shown,
        };
        let was = known_moments(self.register, &after.coalition.id).words(since);
        let (was, is) = (was.in_language(language), self.as_of_words(&after));
        let is = is.in_language(language);
        let partners = change::partner_changes(&before, &after);
        let ids = |which: fn(&PartnerChange) -> bool| -> Vec<String> {
            partners.iter().filter(|it| which(it)).map(|it| it.organisation.to_string()).collect()
        };
        let (lines, changed) = days.lines();
        let (agreements, turned) = days.agreements();
        let head = |shown: Shown| days.head(self, shown, [was, is], (&changed, &partners));
        let network = days.day().network();
        let [within_left, between, within_right] = numbers(network);
        let (answered, asked_of, _) = response_row(network, language);
        let HeadWords { title, sentence, stand, response } = head(shown);
        let heads = [Shown::Changes, Shown::Before, Shown::After].map(head).to_vec();
        let read = match language {
            Language::Nl => format!("Nieuw is wat na {was} voor het eerst genoemd is; misschien was het er al."),
            Language::En => format!("New is what was first mentioned after {was}; it may have been there before."),
        };
        Ok(PartnerMap {
            language,
            title,
            sentence,
            stand,
            answered,
            asked_of,
            response,
            cards: days.cards(&partners),
            lines,
            agreements,
            gaps: Vec::new(),
            expected: Vec::new(),
            expected_caption: String::new(),
            sides_chosen: network.view.sides != Sides::ByKind,
            within_left,
            between: between.unwrap_or_default(),
            within_right,
            notes: if shown == Shown::Changes { days.partners_told(&partners) } else { Vec::new() },
            footer: format!("{} · {read}", footer(network, language)),
            scenario: None,
            changes: Some(Changes {
                shown,
                heads,
                lines: changed,
                joined: ids(joined),
                left: ids(left),
                absent: [ids(|it| it.came), ids(|it| it.went)],
                agreements: turned,
                was: numbers(&before),
            }),
        })
    }
}

/// Both days, being put on one map.
struct Days<'a> {
    before: Sheet<'a>,
    after: Sheet<'a>,
    shown: Shown,
}

impl<'a> Days<'a> {
    /// The day of what is told of one day: the later one on the map of what changed.
    fn day(&self) -> &Sheet<'a> {
        self.day_of(self.shown)
    }

    fn day_of(&self, shown: Shown) -> &Sheet<'a> {
        if shown == Shown::Before { &self.before } else { &self.after }
    }

    /// The words over one of the three maps. Takes both days in words, and what changed.
    fn head(
        &self,
        office: &Office<'_>,
        shown: Shown,
        [was, is]: [&str; 2],
        (changed, partners): (&[LineChange], &[PartnerChange]),
    ) -> HeadWords {
        let (day, language) = (self.day_of(shown), self.after.language);
        let (network, name) = (day.network(), &self.after.network().coalition.name);
        HeadWords {
            title: match shown {
                Shown::Changes => format!("{name}, {was} {} {is}", pick(language, "naar", "to")),
                Shown::Before => format!("{name}, {was}"),
                Shown::After => format!("{name}, {is}"),
            },
            sentence: match shown {
                Shown::Changes => self.sentence(changed, partners),
                _ => day.counted_sentence(),
            },
            stand: office.stand(network, language),
            response: response_row(network, language).2,
        }
    }

    /// Everybody of either day, as on the day that is shown; who is not there then as on the other day.
    fn cards(&self, partners: &[PartnerChange]) -> Vec<Card> {
        let mut places: BTreeMap<OrganisationId, [Option<usize>; 2]> = BTreeMap::new();
        for (day, sheet) in [&self.before, &self.after].into_iter().enumerate() {
            for (place, member) in sheet.network().members.iter().enumerate() {
                if member.stays() {
                    places.entry(member.id()).or_default()[day] = Some(place);
                }
            }
        }
        let went: BTreeSet<OrganisationId> = partners.iter().filter(|it| it.went).map(|it| it.organisation).collect();
        let card = |(id, [was, is]): (&OrganisationId, &[Option<usize>; 2])| {
            let earlier = was.map(|place| (&self.before, place));
            let later = is.map(|place| (&self.after, place)).filter(|_| !went.contains(id));
            let (sheet, place) = if self.shown == Shown::Before { earlier.or(later) } else { later.or(earlier) }?;
            Some(Card { people: Vec::new(), ..sheet.card(place, &sheet.network().members[place]) })
        };
        places.iter().filter_map(card).collect()
    }

    /// The lines in practice of either day, and what became of them.
    fn lines(&self) -> (Vec<Line>, Vec<LineChange>) {
        let (mut lines, mut changed) = (Vec::new(), Vec::new());
        let (before, after) = (self.before.network(), self.after.network());
        for it in change::changes(before, after).iter().filter(|it| it.level == Level::Practice) {
            let (was, is) = (it.link_before(before), it.link_after(after));
            let (new, lost) = (it.what.has(Turn::New), it.what.has(Turn::Lost));
            let earlier = was.filter(|_| !new).map(|link| (&self.before, link));
            let later = is.filter(|_| !lost).map(|link| (&self.after, link));
            let found = if self.shown == Shown::Before { earlier.or(later) } else { later.or(earlier) };
            let Some((sheet, link)) = found else { continue };
            let line = sheet.line(link);
            if let Some(what) = main(it.what) {
                let language = sheet.language;
                let title = |place: usize| sheet.speech.title(place, language);
                let mut told: Vec<String> = it.what.iter().map(|turn| turn_of(turn, was, is, language)).collect();
                if lost && is.is_some_and(|link| matches!(link.status, LinkStatus::Planned | LinkStatus::Wished)) {
                    told.push(pick(language, "nu een plan", "a plan now").to_owned());
                }
                changed.push(LineChange {
                    a: line.a.clone(),
                    b: line.b.clone(),
                    what,
                    across: across(sheet.network(), link),
                    text: format!("{} – {}", title(link.a), title(link.b)),
                    told: list(&told, language),
                });
            }
            lines.push(line);
        }
        (lines, changed)
    }

    /// The agreements that hold on either day, and what became of them.
    fn agreements(&self) -> (Vec<Agreement>, Vec<Change>) {
        let [mut was, mut is] = [&self.before, &self.after].map(Sheet::agreements_by_id);
        let ids: Vec<InitiativeId> = was.keys().chain(is.keys()).copied().collect::<BTreeSet<_>>().into_iter().collect();
        let one = |id: InitiativeId| {
            let (was, is) = (was.remove(&id), is.remove(&id));
            let change = match (&was, &is) {
                (None, _) => Change::New,
                (_, None) => Change::Lost,
                _ => Change::Same,
            };
            Some((if self.shown == Shown::Before { was.or(is) } else { is.or(was) }?, change))
        };
        ids.into_iter().filter_map(one).unzip()
    }

    /// Who takes part otherwise than before, but for who came and who went: those have a card that tells it.
    fn partners_told(&self, partners: &[PartnerChange]) -> Vec<String> {
        let told = |it: &PartnerChange| {
            let name = self.after.speech.title(it.after?, self.after.language);
            Some(partner_told(&name, it.what, self.after.language))
        };
        let mut told: Vec<String> = partners.iter().filter(|it| !joined(it) && !left(it)).filter_map(told).collect();
        told.sort();
        told
    }

    /// How many lines between the sides came and went; where none did, what else changed.
    fn sentence(&self, changed: &[LineChange], partners: &[PartnerChange]) -> String {
        let language = self.after.language;
        let number = |what: Change, across: bool| changed.iter().filter(|it| it.what == what && it.across == across).count();
        let ([new, lost], sides) =
            ([Change::New, Change::Lost].map(|what| number(what, true)), super::sides::between(self.after.network(), language));
        let [new_lines, lost_lines] = [new, lost].map(|count| match language {
            Language::Nl => {
                if count == 1 {
                    "lijn"
                } else {
                    "lijnen"
                }
            }
            Language::En => {
                if count == 1 {
                    "line"
                } else {
                    "lines"
                }
            }
        });
        match (new, lost, language) {
            (0, 0, _) => self.elsewhere(changed, partners, &sides),
            (_, 0, Language::Nl) => format!("{new} nieuwe {new_lines} tussen {sides}, geen verloren."),
            (_, 0, Language::En) => format!("{new} new {new_lines} between {sides}, none lost."),
            (0, _, Language::Nl) => format!("{lost} {lost_lines} tussen {sides} verloren, geen nieuwe."),
            (0, _, Language::En) => format!("{lost} {lost_lines} between {sides} lost, no new one."),
            (_, _, Language::Nl) => format!("{new} nieuwe {new_lines} tussen {sides}, {lost} verloren."),
            (_, _, Language::En) => format!("{new} new {new_lines} between {sides}, {lost} lost."),
        }
    }

    /// What else changed, where between the sides no line came or went.
    fn elsewhere(&self, changed: &[LineChange], partners: &[PartnerChange], sides: &str) -> String {
        let language = self.after.language;
        let number = |what: Change| changed.iter().filter(|it| it.what == what).count();
        let [new, lost] = [Change::New, Change::Lost].map(number);
        let stayed = changed.len() - new - lost;
        let (came, went) = (partners.iter().filter(|it| joined(it)).count(), partners.iter().filter(|it| left(it)).count());
        let mut parts = Vec::new();
        let mut add = |counts: [usize; 2], nl: [&str; 3], en: [&str; 3]| {
            if counts != [0, 0] {
                let [before, middle, after] = if language == Language::Nl { nl } else { en };
                parts.push(format!("{before}{}{middle}{}{after}", counts[0], counts[1]));
            }
        };
        add([new, lost], ["elders ", " nieuw en ", " verloren"], ["elsewhere ", " new and ", " lost"]);
        add([came, went], ["organisaties: ", " erbij en ", " eraf"], ["organisations: ", " came and ", " went"]);
        if stayed > 0 {
            parts.push(match (stayed, language) {
                (1, Language::Nl) => "1 lijn werd sterker, zekerder of juist niet".to_owned(),
                (_, Language::Nl) => format!("{stayed} lijnen werden sterker, zekerder of juist niet"),
                (1, Language::En) => "1 line became stronger, more certain or less so".to_owned(),
                (_, Language::En) => format!("{stayed} lines became stronger, more certain or less so"),
            });
        }
        let none = match language {
            Language::Nl => format!("Tussen {sides} kwam geen lijn bij en ging er geen verloren"),
            Language::En => format!("Between {sides} no line came and none was lost"),
        };
        match parts.is_empty() && partners.is_empty() {
            true => pick(language, "Er is niets veranderd in wat wij weten.", "Nothing changed in what we know.").to_owned(),
            false if parts.is_empty() => format!("{none}."),
            false => format!("{none}; {}.", parts.join("; ")),
        }
    }
}

/// Came into the picture, or takes part since.
fn joined(it: &PartnerChange) -> bool {
    it.came || it.what == PartnerTurn::Joined
}

/// Left the picture, or is only named since.
fn left(it: &PartnerChange) -> bool {
    it.went || it.what == PartnerTurn::Left
}

/// What a line is drawn as, of all that happened to it: whether it is there, then how sure it is, how strong, how old. `None`: it
/// stayed as it was.
fn main(what: Turns) -> Option<Change> {
    let order = [
        (Turn::New, Change::New),
        (Turn::Lost, Change::Lost),
        (Turn::Confirmed, Change::Confirmed),
        (Turn::Doubted, Change::Doubted),
        (Turn::Strengthened, Change::Strengthened),
        (Turn::Weakened, Change::Weakened),
        (Turn::Stale, Change::Stale),
        (Turn::Refreshed, Change::Refreshed),
    ];
    order.into_iter().find(|(turn, _)| what.has(*turn)).map(|(_, change)| change)
}
