//! In which order the partners who serve somebody's question are told, and why.
//!
//! Why: the first answer is the one that is called; everybody may see why it stands first.
//! Never: a score; the first thing in which two answers differ decides, in an order that is written here. Never an order of people.

use super::{Asked, Candidate, Checked, Line, Lines, Serves};
use crate::model::*;
use crate::network::Network;
use std::cmp::Reverse;
use time::Date;

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Asker {
    /// This person.
    Person(PersonId),
    /// Somebody at this partner.
    Organisation(OrganisationId),
    /// Somebody of this profession.
    Kind(KindCode),
    /// Who asks does not say who they are.
    Nobody,
}

/// A question, with who asks it and where.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// What is asked for.
    pub asked: &'a Asked,
    /// Who asks.
    pub from: &'a Asker,
    /// A place that is named: a municipality, a neighbourhood.
    pub place: Option<&'a str>,
    /// The day of asking.
    pub today: Date,
}

/// How a partner takes part, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TakesPart {
    /// It signed, or takes part.
    Yes,
    /// It was spoken with or invited.
    Approached,
    /// It is only seen in what others say.
    Seen,
    /// The coalition wants it in, or it left.
    Wanted,
}

/// What there is to call, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Desk {
    /// A desk for professionals.
    Professionals(Checked),
    /// Only a public number for parents.
    Parents(Checked),
    /// No contact point is known, or none may be seen.
    None,
}

/// The line from who asks to an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LineKind {
    /// Who asks is at that partner.
    Same,
    /// Every step is confirmed.
    Confirmed(Line),
    /// Some steps are not.
    Possible(Line),
    /// No line is known.
    None,
    /// Who asks does not say who they are.
    Nobody,
}

impl LineKind {
    /// The line, where there is one.
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Confirmed(line) | Self::Possible(line) => Some(line),
            Self::Same | Self::None | Self::Nobody => None,
        }
    }
}

/// One thing by which answers are ordered, as it is for one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RankReason {
    /// How it serves.
    Serves(Serves),
    /// How it takes part.
    TakesPart(TakesPart),
    /// Whether it is named after the place, when one was given.
    InPlace(bool),
    /// What there is to call.
    Desk(Desk),
    /// How far it is: unconfirmed steps, and steps; none for who is at that partner.
    Line {
        /// Unconfirmed steps.
        unsure: usize,
        /// Steps.
        steps: usize,
    },
    /// No line is known, or who asks is not.
    NoLine,
}

/// An answer in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranked {
    /// Who.
    pub candidate: Candidate,
    /// How to get there.
    pub line: LineKind,
    /// By what it was ordered, in that order.
    pub reasons: Vec<RankReason>,
    /// Which of the reasons puts it before the next answer: a place in `reasons`; absent for the last, and where only the order of
    /// the catalogue does.
    pub decided: Option<usize>,
}

/// In which order are they told?
///
/// Takes: partners who serve the question. Gives: them by how they serve, whether they take part in this coalition, whether they are
/// named after the place that is given, what there is to call (a desk for professionals checked of late, a stale one, one never
/// checked, a number for parents, nothing), and the line from who asks (fewer unconfirmed steps, then fewer steps); what is equal
/// stays in catalogue order. Cost: one table of `Lines::towards`, and O(candidates · log).
pub fn rank(network: &Network, lines: &Lines, question: &Question<'_>, candidates: Vec<Candidate>) -> Vec<Ranked> {
    let from = starts(network, lines, question.from);
    let table = lines.towards(&from);
    let mut ranked: Vec<Ranked> = candidates
        .into_iter()
        .map(|candidate| {
            let line = match question.from {
                Asker::Nobody => LineKind::Nobody,
                _ => line(&table.line_of_any(&ends(lines, &candidate, question.asked))),
            };
            let reasons = reasons(network, question, &candidate, &line);
            Ranked { candidate, line, reasons, decided: None }
        })
        .collect();
    // Members stand in catalogue order, and candidates in order of member: the sort keeps that.
    ranked.sort_by(|a, b| a.reasons.iter().map(order).cmp(b.reasons.iter().map(order)));
    for place in 1..ranked.len() {
        let pairs = ranked[place - 1].reasons.iter().zip(&ranked[place].reasons);
        let decided = pairs.enumerate().find(|(_, (a, b))| order(a) != order(b)).map(|(at, _)| at);
        ranked[place - 1].decided = decided;
    }
    ranked
}

/// The nodes of who asks: a person, everybody at a partner, everybody of a profession.
pub fn starts(network: &Network, lines: &Lines, from: &Asker) -> Vec<usize> {
    let mut found: Vec<usize> = match from {
        Asker::Person(id) => lines.node_of_person(*id).into_iter().collect(),
        Asker::Organisation(id) => network.place(*id).map(|place| lines.nodes_of(place).to_vec()).unwrap_or_default(),
        Asker::Kind(kind) => {
            let members = network.of_kind(kind).flat_map(|place| lines.nodes_of(place).iter().copied());
            let loose = network.loose.iter().filter(|it| it.profession.as_ref() == Some(kind));
            members.chain(loose.filter_map(|it| lines.node_of_person(it.person))).collect()
        }
        Asker::Nobody => Vec::new(),
    };
    found.sort_unstable();
    found.dedup();
    found
}

/// Where a line to an answer ends: at the person who is asked for, else with anybody there.
pub fn ends(lines: &Lines, candidate: &Candidate, asked: &Asked) -> Vec<usize> {
    let person = match asked {
        Asked::Person(id) => lines.node_of_person(*id),
        _ => None,
    };
    person.map_or_else(|| lines.nodes_of(candidate.place).to_vec(), |node| vec![node])
}

fn line(found: &Option<Line>) -> LineKind {
    match found {
        None => LineKind::None,
        Some(line) if line.length() == 0 => LineKind::Same,
        // The table leads from the answer to who asks.
        Some(line) if line.unsure == 0 => LineKind::Confirmed(line.reversed()),
        Some(line) => LineKind::Possible(line.reversed()),
    }
}

fn reasons(network: &Network, question: &Question<'_>, candidate: &Candidate, line: &LineKind) -> Vec<RankReason> {
    let member = &network.members[candidate.place];
    let takes_part = match member.status {
        Some(MembershipStatus::Signatory | MembershipStatus::Participating) => TakesPart::Yes,
        Some(MembershipStatus::Approached) => TakesPart::Approached,
        None => TakesPart::Seen,
        Some(MembershipStatus::Wanted | MembershipStatus::Left) => TakesPart::Wanted,
    };
    let desk = candidate.contacts.first().map(|&place| &member.contact_points[place]).map_or(Desk::None, |point| {
        let checked = Checked::of(point, question.today);
        match point.audience {
            Audience::Professionals => Desk::Professionals(checked),
            Audience::Parents => Desk::Parents(checked),
        }
    });
    let line = match line {
        LineKind::Same => RankReason::Line { unsure: 0, steps: 0 },
        LineKind::Confirmed(line) | LineKind::Possible(line) => RankReason::Line { unsure: line.unsure, steps: line.length() },
        LineKind::None | LineKind::Nobody => RankReason::NoLine,
    };
    vec![
        RankReason::Serves(candidate.serves),
        RankReason::TakesPart(takes_part),
        RankReason::InPlace(question.place.is_some_and(|place| in_place(network, candidate, place))),
        RankReason::Desk(desk),
        line,
    ]
}

/// What the order looks at: the reason itself, but in the place comes first.
fn order(reason: &RankReason) -> (RankReason, Reverse<bool>) {
    match reason {
        RankReason::InPlace(there) => (RankReason::InPlace(false), Reverse(*there)),
        other => (*other, Reverse(false)),
    }
}

/// Is a partner, or what there is to call, named after a place? Whole words, in small or capital letters.
fn in_place(network: &Network, candidate: &Candidate, place: &str) -> bool {
    let member = &network.members[candidate.place];
    let organisation = &member.organisation;
    let names = std::iter::once(&organisation.name).chain(&organisation.short_name).chain(&organisation.aliases);
    let desks = candidate.contacts.first().map(|&at| &member.contact_points[at].name);
    let wanted = words(place);
    !wanted.is_empty() && names.chain(desks).any(|name| words(name.as_str()).windows(wanted.len()).any(|part| part == wanted))
}

fn words(text: &str) -> Vec<String> {
    let letters = |c: char| !c.is_alphanumeric();
    text.split(letters).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}
