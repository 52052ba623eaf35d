//! Gaps: what is missing between the sides, one gap kind a file. A gap holds facts; sentences are made at the edge.

mod carrier;
mod contact;
mod contested;
mod doubt;
mod few;
mod isolate;
mod ladder;
mod level;
mod line;
mod need;
mod partner;
mod pile;
mod stale;
mod theme;
mod unconfirmed;

pub use few::LINES_WITH_PERSONS_SHARE_MIN;
pub use ladder::{Cell, Rung, Standing, cells};

use crate::model::*;
use crate::network::Network;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use utoipa::ToSchema;

/// What sort of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum GapKind {
    /// Expected, and the list of partners is closed or says it is wanted.
    MissingPartner,
    /// Expected, and no source names one.
    UnknownPartner,
    /// Expected, both take part, and there is no line yet.
    MissingLine,
    /// Expected, and nobody was asked.
    UnknownLine,
    /// The shortest line is over two steps.
    LongLine,
    /// Rests on one pair of persons.
    SingleCarrier,
    /// The two sides fall apart when a few people leave.
    FewCarriers,
    /// Signed by boards without a line in practice, or the reverse.
    LevelMismatch,
    /// Nobody to address.
    NoContactPoint,
    /// Reached by nobody.
    Isolate,
    /// One end names the line and the other denies it. For the two ends and the facilitator only.
    Contested,
    /// Only one end names the line, or only a source.
    Unconfirmed,
    /// Not said again for longer than its half-life.
    Stale,
    /// Nobody serves the need, or the medical front line cannot reach who does.
    UncoveredNeed,
    /// A theme whose known partners all stand on one side.
    UncoveredTheme,
}

/// How much it matters, apart from how sure we are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Importance {
    /// A core row of the norm, and no finder of that kind has a path.
    A,
    /// Core and some have a path, or often and none has.
    B,
    /// The rest.
    C,
}

/// Who says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Both sides.
    Both,
    /// One side.
    One,
    /// Only a source.
    Source,
    /// Nobody was asked.
    Nobody,
}

/// Where it lies on the facilitator's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Pile {
    /// Doen: at most five.
    Do,
    /// Vragen: at most three.
    Ask,
    /// Bijhouden: at most two.
    Track,
    /// Behind "show all".
    Rest,
}

/// A party to a finding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum GapParty {
    /// Place in `Network::members`.
    Member(usize),
    /// A partner kind of which nobody takes part.
    Kind(KindCode),
    /// A whole domain.
    Domain(Domain),
}

/// What a finding rests on.
#[derive(Debug, Clone, PartialEq)]
pub enum Evidence {
    /// A claim.
    Claim(ClaimId),
    /// A closed list or an answer.
    Coverage(CoverageId),
    /// A row of the norm: place in `Norm::lines`.
    NormLine(usize),
    /// An expected kind.
    NormKind(KindCode),
    /// A line of steps: places in `Network::members`.
    Path(Vec<usize>),
    /// How a member takes part: place in `Network::members`.
    Membership(usize),
    /// An initiative.
    Initiative(InitiativeId),
    /// Members whose kind no source states, and which may fill the place.
    KindNotStated(Vec<usize>),
    /// Nobody was asked, and no source says anything.
    Silence,
    /// A need of the catalogue that the finding is about.
    Need(NeedCode),
    /// A theme that the finding is about: place in `Coalition::themes`.
    Theme(usize),
    /// A smallest set of people without whom the sides fall apart: places in `People::nodes`, and the most there could be.
    Carriers {
        /// Who.
        cut: Vec<usize>,
        /// The number of people on the smaller side.
        cap: usize,
    },
}

/// Why it is a finding: which words the sentence needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Basis {
    /// Somebody calls the line hard to find, or too few.
    Insufficient,
    /// Somebody says there is none.
    Denied,
    /// A closed list does not name it.
    Closed,
    /// Nobody was asked.
    Silence,
    /// A path that is too long, or runs through a partner who is no bridge.
    Path,
    /// Somebody wants it.
    Wanted,
    /// Boards signed, and no line in practice is known.
    Signed,
    /// A side says it rests on few.
    Said,
    /// One end of the line names it.
    OneEnd,
    /// Only a source names the line.
    Document,
    /// A group or a bridge of which not all ends say so.
    NotBoth,
    /// Two claims contradict each other.
    Contradiction,
    /// Too long ago.
    Faded,
    /// Counted over people.
    Counted,
    /// Known not to be reached.
    Unreached,
    /// All of one side.
    OneSide,
}

/// One finding, as facts.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    /// Stable: made of kind, parties and norm row; not of rank or date.
    pub id: String,
    /// Kind.
    pub kind: GapKind,
    /// How much it matters.
    pub importance: Importance,
    /// Who says so.
    pub certainty: Certainty,
    /// Which pile.
    pub pile: Pile,
    /// The two ends; the second is empty when the finding is about one.
    pub ends: [Vec<GapParty>; 2],
    /// What it rests on.
    pub evidence: Vec<Evidence>,
    /// Row of the norm that it is about: place in `Norm::lines`.
    pub norm_line: Option<usize>,
    /// Why it is a finding.
    pub basis: Basis,
}

impl Gap {
    /// Is it for its own parties and the facilitator only? Then it stands on no print and in no summary.
    pub fn restricted(&self) -> bool {
        self.kind == GapKind::Contested
    }
    /// The needs it is about.
    pub fn needs(&self) -> impl Iterator<Item = &NeedCode> {
        self.evidence.iter().filter_map(|it| match it {
            Evidence::Need(code) => Some(code),
            _ => None,
        })
    }
}

/// The norm laid over a coalition, and everything found in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Findings {
    /// The gaps, ranked.
    pub gaps: Vec<Gap>,
    /// The cells of the norm, in its order.
    pub cells: Vec<Cell>,
}

/// A finding before it has an id and a pile.
pub(crate) struct Draft {
    kind: GapKind,
    importance: Importance,
    certainty: Certainty,
    ends: [Vec<GapParty>; 2],
    evidence: Vec<Evidence>,
    norm_line: Option<usize>,
    basis: Basis,
}

/// All gaps of a coalition at the date of the network, ranked: pile, then importance, then kind, then certainty, then norm row.
///
/// Takes: the organisation view by the rule and sides of its view; counts members that take part, were approached, or are named as
/// working along.
/// Gives: every gap kind, each with evidence; at most one finding a cell of the norm.
/// Cost: that of `cells`, plus O(members + links + claims) a gap kind, plus that of `carriers` where persons are known.
/// Source: the product's own rules; Cross et al. 2002 and Krackhardt & Stern 1988 give the question, the norm gives the rows.
pub fn find(network: &Network) -> Vec<Gap> {
    findings(network).gaps
}

/// The same, with the cells of the norm from which they were made. Cost: as `find`.
pub fn findings(network: &Network) -> Findings {
    let cells = cells(network);
    let mut drafts = line::find(network, &cells);
    let told: BTreeSet<usize> = drafts.iter().filter_map(|draft| draft.norm_line).collect();
    let doubts = doubt::Doubts::of(network, &cells, &told);
    drafts.extend(partner::find(network));
    drafts.extend(level::find(network));
    drafts.extend(carrier::find(network));
    drafts.extend(few::find(network));
    drafts.extend(contact::find(network));
    drafts.extend(isolate::find(network));
    drafts.extend(contested::find(network, &doubts));
    drafts.extend(unconfirmed::find(network, &doubts));
    drafts.extend(stale::find(network, &doubts));
    drafts.extend(need::find(network, &cells, &told));
    drafts.extend(theme::find(network));
    let gaps = merged(drafts.into_iter().map(|draft| with_id(network, draft)));
    Findings { gaps: pile::rank(network, gaps), cells }
}

/// What two sources say of the same is one finding with the evidence of both, as sure and as important as the better of the two.
fn merged(found: impl Iterator<Item = Gap>) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for gap in found {
        match gaps.iter_mut().find(|seen| seen.id == gap.id) {
            Some(seen) => {
                seen.importance = seen.importance.min(gap.importance);
                seen.certainty = seen.certainty.min(gap.certainty);
                let new = gap.evidence.into_iter().filter(|it| !seen.evidence.contains(it)).collect::<Vec<_>>();
                seen.evidence.extend(new);
            }
            None => gaps.push(gap),
        }
    }
    gaps
}

fn with_id(network: &Network, draft: Draft) -> Gap {
    let subject = subject(network, &draft);
    let Draft { kind, importance, certainty, ends, evidence, norm_line, basis } = draft;
    let mut hash = Sha256::new();
    hash.update(format!("{}|{kind:?}|{subject}", network.coalition.id));
    let id = hash.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    Gap { id, kind, importance, certainty, pile: Pile::Rest, ends, evidence, norm_line, basis }
}

/// What a finding is about, apart from its kind and its coalition.
fn subject(network: &Network, draft: &Draft) -> String {
    if let Some(row) = draft.norm_line {
        // A cell of the norm keeps its id when partners of the two kinds come and go.
        return network.catalogue.norm.lines[row].code.clone();
    }
    let of_evidence = draft.evidence.iter().find_map(|it| match it {
        // Two agreements of the same partners are two findings.
        Evidence::Initiative(id) if draft.kind == GapKind::LevelMismatch => Some(id.to_string()),
        Evidence::Need(code) if draft.basis == Basis::Unreached => Some(code.to_string()),
        Evidence::Theme(place) => Some(network.coalition.themes[*place].name.to_string()),
        _ => None,
    });
    match draft.kind {
        // One finding about many lines, needs or people stays the same one while they come and go.
        GapKind::Unconfirmed | GapKind::Stale => String::new(),
        GapKind::UncoveredNeed | GapKind::UncoveredTheme => of_evidence.unwrap_or_default(),
        GapKind::FewCarriers => network.view.sides.to_string(),
        _ => {
            let mut parties: Vec<String> = draft.ends.iter().flatten().map(|party| party_key(network, party)).collect();
            parties.sort_unstable();
            parties.join("|") + &of_evidence.unwrap_or_default()
        }
    }
}

fn party_key(network: &Network, party: &GapParty) -> String {
    match party {
        GapParty::Member(place) => network.members[*place].id().to_string(),
        GapParty::Kind(kind) => kind.to_string(),
        GapParty::Domain(domain) => domain.code().to_owned(),
    }
}

/// Are both in one group of which somebody says that it works together?
pub fn together(network: &Network, a: usize, b: usize) -> bool {
    ladder::shared_group(network, a, b).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_twice_is_as_important_as_the_more_important_of_the_two() {
        let gap = |importance, certainty, evidence| Gap {
            id: "a1".to_owned(),
            kind: GapKind::MissingPartner,
            importance,
            certainty,
            pile: Pile::Rest,
            ends: [vec![], vec![]],
            evidence: vec![evidence],
            norm_line: None,
            basis: Basis::Wanted,
        };
        let first = gap(Importance::C, Certainty::One, Evidence::Silence);
        let second = gap(Importance::A, Certainty::Source, Evidence::Membership(0));
        let found = merged([first, second].into_iter());
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].importance, found[0].certainty), (Importance::A, Certainty::One));
        assert_eq!(found[0].evidence, [Evidence::Silence, Evidence::Membership(0)]);
    }
}
