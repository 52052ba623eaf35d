//! The map of a coalition: what is known, between the sides first, and where a line is expected and not there.

use super::coalitions::finding;
use super::gaps::state;
use super::links::across;
use super::map_words::{expected_caption, footer, numbers, on_the_map, response_row};
use super::margins;
use super::office::*;
use super::partners::not_named;
use super::reading::Reading;
use super::sentences;
use super::speech::{Speech, participation};
use super::words::*;
use crate::analysis::gaps::{self, Cell, Gap, GapKind, GapParty, Pile};
use crate::model::*;
use crate::network::*;
use crate::render::{Agreement, Card, ExpectedMark, GapMark, Lane, Line, LineStatus, Participation, PartnerMap};
use std::collections::{BTreeMap, BTreeSet};

impl Office<'_> {
    /// The map of a coalition, ready to draw. Every link in it is a path of the pages.
    pub fn map(&self, coalition: &str, language: Language, reading: impl Into<Reading>) -> Result<PartnerMap, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
        let sheet = Sheet { speech, language };
        let gaps::Findings { gaps: found, cells } = gaps::findings(&network);
        let lines = sheet.lines();
        let sentence = sheet.sentence(&found, &lines);
        let (answered, asked_of, response) = response_row(&network, language);
        let [within_left, between, within_right] = numbers(&network);
        Ok(PartnerMap {
            language,
            title: network.coalition.name.to_string(),
            stand: self.stand(&network, language),
            answered,
            asked_of,
            response,
            cards: sheet.cards(&found),
            agreements: sheet.agreements(),
            gaps: sheet.gap_marks(&found),
            expected: cells.iter().map(mark).collect(),
            expected_caption: expected_caption(&cells, language),
            sides_chosen: network.view.sides != Sides::ByKind,
            within_left,
            between: between.unwrap_or_default(),
            within_right,
            notes: sheet.notes(&found, &sentence),
            sentence,
            footer: footer(&network, language),
            lines,
            scenario: None,
            changes: None,
        })
    }

    /// The day of a map, and from whom it is known.
    pub(super) fn stand(&self, network: &Network, language: Language) -> String {
        let when = self.as_of_words(network);
        let mut from: Vec<String> = network
            .sources
            .values()
            .filter(|source| source.date.as_ref().is_none_or(|date| date.earliest() <= network.as_of))
            .map(|source| source.publisher.as_ref().unwrap_or(&source.title).to_string())
            .collect();
        from.sort_unstable();
        from.dedup();
        let from = list(&from, language);
        match language {
            Language::Nl => format!("Stand {} · bron: {from}", when.nl),
            Language::En => format!("As of {} · source: {from}", when.en),
        }
    }
}

/// One map being filled.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub speech: Speech<'a>,
    pub language: Language,
}

impl<'a> Sheet<'a> {
    pub fn network(&self) -> &'a Network {
        self.speech.network
    }

    fn page(&self, rest: &str) -> String {
        let language = pick(self.language, "", "/en");
        format!("{language}/coalities/{}/{rest}", self.network().coalition.id)
    }

    fn cards(&self, found: &[Gap]) -> Vec<Card> {
        let network = self.network();
        let members = network.members.iter().enumerate().filter(|(_, member)| member.status != Some(MembershipStatus::Left));
        let mut cards: Vec<Card> = members.map(|(place, member)| self.card(place, member)).collect();
        cards.extend(self.ghosts(found));
        cards
    }

    pub fn card(&self, place: usize, member: &Member) -> Card {
        let network = self.network();
        let number = network.practice().filter(|link| link.ends().contains(&place)).count();
        let known = match (number, self.language) {
            (0, Language::Nl) => "nog geen lijn bekend".to_owned(),
            (0, Language::En) => "no line known yet".to_owned(),
            (_, Language::Nl) => count(number, "lijn", "lijnen", self.language),
            (_, Language::En) => count(number, "line", "lines", self.language),
        };
        let domain = member.domain.map_or_else(
            || pick(self.language, "soort niet genoemd", "kind not stated").to_owned(),
            |domain| domain_name(domain, self.language).to_lowercase(),
        );
        let name = self.speech.title(place, self.language);
        let mut label = format!("{name}, {domain}, {}, {known}", participation(member.status, self.language));
        if member.organisation.placeholder {
            label.push_str(pick(self.language, ", alleen de soort is bekend", ", only the kind is known"));
        }
        Card {
            id: member.id().to_string(),
            href: self.page(&format!("partners/{}", member.id())),
            name,
            short_name: member.organisation.short_name.as_ref().map(Name::to_string),
            domain: member.domain,
            lane: lane(network, member.domain, member.side),
            kind_rank: member.kinds.first().map_or(usize::MAX, |kind| network.catalogue.kind_rank(kind)),
            participation: match member.status {
                Some(MembershipStatus::Signatory) => Participation::Signatory,
                Some(MembershipStatus::Participating) => Participation::Participating,
                Some(MembershipStatus::Wanted) => Participation::Wanted,
                Some(MembershipStatus::Approached | MembershipStatus::Left) => Participation::Approached,
                None => Participation::Seen,
            },
            placeholder: member.organisation.placeholder,
            people: member.seats.iter().map(|seat| (seat.name.to_string(), seat.title.as_ref().map(Name::to_string))).collect(),
            label,
        }
    }

    /// Kinds that a core row of the norm needs and of which nobody is named: dotted when nobody was asked, dashed when the list is
    /// closed. Kinds that only governance rows need stay off the map.
    fn ghosts(&self, found: &[Gap]) -> Vec<Card> {
        let network = self.network();
        let closed =
            found.iter().any(|gap| gap.kind == GapKind::MissingPartner && matches!(gap.ends[0].first(), Some(GapParty::Kind(_))));
        let core: BTreeSet<&KindCode> = network
            .catalogue
            .norm
            .lines
            .iter()
            .filter(|line| line.weight == Expected::Core && line.level == Level::Practice)
            .flat_map(|line| [&line.finder, &line.helper])
            .collect();
        let ghost = |kind: &PartnerKind| {
            let name = kind.name.in_language(self.language);
            let words = match (closed, self.language) {
                (true, Language::Nl) => "doet nog niet mee",
                (true, Language::En) => "does not take part yet",
                (false, Language::Nl) => "niet genoemd, eerst vragen",
                (false, Language::En) => "not named, ask first",
            };
            Card {
                id: kind.code.to_string(),
                href: self.page("partners"),
                name: name.to_owned(),
                short_name: None,
                domain: Some(kind.domain),
                lane: lane(network, Some(kind.domain), network.view.sides.of(&[kind], Some(kind.domain))),
                kind_rank: network.catalogue.kind_rank(&kind.code),
                participation: if closed { Participation::NotYetPartner } else { Participation::NotNamed },
                placeholder: true,
                people: vec![],
                label: format!("{name}, {}, {words}", domain_name(kind.domain, self.language).to_lowercase()),
            }
        };
        not_named(network).filter(|kind| core.contains(&kind.code)).map(ghost).collect()
    }

    fn lines(&self) -> Vec<Line> {
        let network = self.network();
        let id = |place: usize| network.members[place].id().to_string();
        let mut lines: Vec<Line> = network
            .links
            .iter()
            .filter(|link| link.level == Level::Practice && link.status != LinkStatus::Denied)
            .map(|link| self.line(link))
            .collect();
        // A plan for two kinds is a plan for everybody of these kinds; like every plan it is dotted and not counted.
        for statement in &network.statements {
            let Scope::Kinds([x, y]) = &statement.claim.scope else { continue };
            if !matches!(statement.claim.stance, Stance::Planned | Stance::Wished) {
                continue;
            }
            for a in network.of_kind(x) {
                for b in network.of_kind(y).filter(|&b| b != a && network.link(a, b, Level::Practice).is_none()) {
                    lines.push(Line { a: id(a), b: id(b), status: LineStatus::Planned, strength: 1, stale: false });
                }
            }
        }
        lines
    }

    pub fn line(&self, link: &Link) -> Line {
        let id = |place: usize| self.network().members[place].id().to_string();
        Line {
            a: id(link.a),
            b: id(link.b),
            status: match link.status {
                LinkStatus::Confirmed => LineStatus::Confirmed,
                LinkStatus::OneSided if link.said_by[0] => LineStatus::SaidByA,
                LinkStatus::OneSided => LineStatus::SaidByB,
                LinkStatus::Contested => LineStatus::Contested,
                LinkStatus::Planned | LinkStatus::Wished => LineStatus::Planned,
                LinkStatus::Unverified | LinkStatus::Denied => LineStatus::Unverified,
            },
            strength: link.strength.map_or(1, Strength::get),
            stale: link.stale(),
        }
    }

    fn agreements(&self) -> Vec<Agreement> {
        self.signed().map(|(_, agreement)| agreement).collect()
    }

    /// The agreements that hold, by id.
    pub fn agreements_by_id(&self) -> BTreeMap<InitiativeId, Agreement> {
        self.signed().collect()
    }

    fn signed(&self) -> impl Iterator<Item = (InitiativeId, Agreement)> {
        let (network, language) = (self.network(), self.language);
        let holds = |it: &&Initiative| it.kind == InitiativeKind::Agreement && it.status == InitiativeStatus::Existing;
        let agreement = move |it: &Initiative| {
            let members: Vec<String> = it
                .participants
                .iter()
                .filter_map(|party| match party {
                    Party::Organisation(id) => network.place(*id).map(|_| id.to_string()),
                    _ => None,
                })
                .collect();
            let signed = match language {
                Language::Nl => format!("{} ondertekenaars", members.len()),
                Language::En => format!("{} signatories", members.len()),
            };
            let when = it.period.from().map(|from| format!("{} · ", date(from, language))).unwrap_or_default();
            (it.id, Agreement { name: it.name.to_string(), caption: format!("{when}{signed}"), members })
        };
        network.initiatives.iter().filter(holds).map(agreement)
    }

    /// Findings about lines: with a number where somebody says that the line is not there, with "?" where nobody was asked.
    fn gap_marks(&self, found: &[Gap]) -> Vec<GapMark> {
        let network = self.network();
        let is_line = |kind| matches!(kind, GapKind::MissingLine | GapKind::LongLine | GapKind::UnknownLine | GapKind::Isolate);
        let practice = |gap: &Gap| gap.norm_line.is_none_or(|row| network.catalogue.norm.lines[row].level == Level::Practice);
        let marks = found.iter().enumerate().filter(|(_, gap)| is_line(gap.kind) && practice(gap) && !gap.ends[1].is_empty());
        let mut marks: Vec<GapMark> = marks.map(|(place, gap)| self.gap_mark(gap, place + 1)).collect();
        marks.sort_by_key(|mark| mark.number.is_none());
        marks
    }

    fn gap_mark(&self, gap: &Gap, rank: usize) -> GapMark {
        let network = self.network();
        // A finding about a whole domain hangs on all its cards; one about a kind of which nobody takes part hangs on none.
        let ids = |end: &Vec<GapParty>| {
            let fits = |party: &GapParty, place: usize| match party {
                GapParty::Member(member) => *member == place,
                GapParty::Domain(domain) => network.members[place].domain == Some(*domain),
                GapParty::Kind(_) => false,
            };
            let places = (0..network.members.len()).filter(|&place| end.iter().any(|party| fits(party, place)));
            places.map(|place| network.members[place].id().to_string()).collect()
        };
        let number = (gap.kind != GapKind::UnknownLine).then_some(rank);
        let text = sentences::label(network, gap, self.language);
        let kind = margins::kind(&self.speech, gap);
        let before = number.map_or_else(|| "?".to_owned(), |number| number.to_string());
        GapMark {
            number,
            id: gap.id.clone(),
            href: self.page(&format!("aandachtspunten/{}", gap.id)),
            a: ids(&gap.ends[0]),
            b: ids(&gap.ends[1]),
            label: format!("{before}: {text}, {}", kind.in_language(self.language)),
            text,
        }
    }

    /// What the piles say that is no line, and that the title does not say already.
    fn notes(&self, found: &[Gap], title: &str) -> Vec<String> {
        let told = found.iter().filter(|gap| matches!(gap.pile, Pile::Do | Pile::Track) && !gap.restricted());
        let other = told.filter(|gap| {
            !matches!(gap.kind, GapKind::MissingLine | GapKind::LongLine | GapKind::UnknownLine | GapKind::Isolate)
                || gap.ends[1].is_empty()
        });
        let texts = other.map(|gap| sentences::text(&self.speech, gap).in_language(self.language).to_owned());
        texts.filter(|text| !title.contains(text.as_str())).collect()
    }

    /// The finding: an agreement without lines, a plan, or how many lines run between the sides.
    fn sentence(&self, found: &[Gap], lines: &[Line]) -> String {
        let network = self.network();
        let language = self.language;
        if let Some(gap) = found.iter().find(|gap| gap.kind == GapKind::LevelMismatch) {
            return sentences::text(&self.speech, gap).in_language(language).to_owned();
        }
        let first = finding(&self.speech, found);
        let first = first.in_language(language);
        let between = network.practice().any(|link| across(network, link) && network.holds(link));
        let planned = lines.iter().any(|line| line.status == LineStatus::Planned);
        let sides = super::sides::between(network, language);
        match (between, language) {
            (true, _) => format!("{} {first}", self.counted_sentence()),
            (false, Language::Nl) if planned => format!("Lijnen tussen {sides} kennen wij alleen als plan of idee. {first}"),
            (false, Language::En) if planned => format!("We know lines between {sides} only as a plan or idea. {first}"),
            (false, _) => first.to_owned(),
        }
    }

    /// How many of the lines run between the sides.
    pub fn counted_sentence(&self) -> String {
        let (network, language) = (self.network(), self.language);
        let counted = || network.practice().filter(|link| on_the_map(network, link));
        let (between, all) = (counted().filter(|link| across(network, link)).count(), counted().count());
        let known = match (network.view.rule, language) {
            (Rule::Any, Language::Nl) => "bekende",
            (Rule::Any, Language::En) => "known",
            (Rule::Confirmed, Language::Nl) => "bevestigde",
            (Rule::Confirmed, Language::En) => "confirmed",
        };
        let sides = super::sides::between(network, language);
        match (between, all, language) {
            (0, _, Language::Nl) => format!("Tussen {sides} is dan nog geen lijn bekend."),
            (0, _, Language::En) => format!("Between {sides} no line is known on this day."),
            (1, 1, Language::Nl) => format!("De ene {known} lijn loopt tussen {sides}."),
            (1, 1, Language::En) => format!("The one {known} line runs between {sides}."),
            (_, _, Language::Nl) => {
                format!("{between} van de {all} {known} lijnen {} tussen {sides}.", if between == 1 { "loopt" } else { "lopen" })
            }
            (_, _, Language::En) => {
                format!("{between} of the {all} {known} lines {} between {sides}.", if between == 1 { "runs" } else { "run" })
            }
        }
    }
}

/// By the catalogue's sides partners stand by domain, so that who connects stays near its own; where a user chose, by side.
pub(super) fn lane(network: &Network, domain: Option<Domain>, side: Option<Side>) -> Lane {
    let chosen = network.view.sides != Sides::ByKind;
    match (chosen, domain, side) {
        (true, _, Some(Side::Medical)) | (false, Some(Domain::Medical), _) => Lane::Left,
        (true, _, Some(Side::Social)) | (false, Some(Domain::Social | Domain::Informal), _) => Lane::Right,
        _ => Lane::Middle,
    }
}

fn mark(cell: &Cell) -> ExpectedMark {
    match state(cell) {
        "confirmed" => ExpectedMark::Confirmed,
        "known" | "bridged" => ExpectedMark::Known,
        "planned" => ExpectedMark::Planned,
        "missing" | "long" => ExpectedMark::Missing,
        _ => ExpectedMark::Unknown,
    }
}
