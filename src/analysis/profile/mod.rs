//! One coalition as a profile: everything that is held beside the same of another coalition.
//!
//! Why: a comparison, its pictures and its tables read one thing, made once for a version of a coalition.
//! Never: one number for a coalition as a whole, the name of a person, a number that is left out because it is small: who shows it
//! decides that.

mod carried;
mod cells;
mod composition;
mod counted;
mod gap_tally;
mod kinds;
mod leader;
mod remaining;

pub use carried::*;
pub use cells::*;
pub use composition::*;
pub use counted::*;
pub use gap_tally::*;
pub use kinds::*;
pub use leader::*;
pub use remaining::*;

use crate::analysis::gaps::{self, Findings, GapKind};
use crate::analysis::measures::{self, Chance, Input, Measure, MixingCell, Response, Structure};
use crate::analysis::nulls::KeepGoing;
use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use time::Date;

/// What is measured and counted of one coalition at one date, for one viewer, rule and choice of sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Profile {
    /// Which coalition.
    pub coalition: CoalitionId,
    /// Day for which it holds.
    pub as_of: Date,
    /// Sequence of the last change that touched the coalition.
    pub version: u64,
    /// How far the coalition is.
    pub phase: Phase,
    /// Who takes part, by participation, domain and side.
    pub members: Composition,
    /// Which kinds of partner are in view, in the order of the catalogue.
    pub kinds: Vec<KindPresence>,
    /// Every measure under its name in the API.
    pub measures: BTreeMap<String, Measure>,
    /// The organisations that lead, if any does.
    pub leader: Option<Leader>,
    /// How far apart the others are without those: `fragmentation`, `distanceFragmentation`, `globalEfficiency`, `crossEfficiency`,
    /// `shortLineShare`, `unreachablePairs`, `components`; empty: nobody leads.
    pub without_leader: BTreeMap<String, Measure>,
    /// The same with them, over the same pairs of the others.
    pub with_leader: BTreeMap<String, Measure>,
    /// Lines between and within the domains that occur.
    pub mixing: Vec<MixingCell>,
    /// The rows of the norm of which both kinds are in view, by how they stand.
    pub cells: CellTally,
    /// The same rows one by one, in the order of the norm.
    pub rows: Vec<NormRow>,
    /// Findings by kind, and who says so; a kind without findings is not in it.
    pub gaps: BTreeMap<GapKind, GapTally>,
    /// Of those who take part, how many answered on the first and on the second side, if there was a round.
    pub side_response: Option<[Response; 2]>,
    /// The most that `carriers` could be; absent: nobody is known on one of the sides.
    pub carriers_cap: Option<usize>,
    /// Pairs of which both ends answered and one of them names a line: `confirmedShare` is a share of these.
    pub named_pairs: u64,
    /// The arrays that were measured.
    pub input: Arc<Input>,
    /// How chance was drawn, where it was.
    pub chance: Option<Chance>,
}

impl Profile {
    /// Profile: how is this coalition made up, what stands between its sides, and what is not known about it?
    ///
    /// Takes: the organisation view by the rule and the sides of its view; members that take part or signed are measured.
    /// Gives: see the fields; no number is held against chance.
    /// Undefined: never; each measure by itself may be.
    /// Cost: that of `structure`, of `findings` and of `carried`. Deterministic.
    /// Source: each measure by itself. Checked: with each measure; the worked example.
    pub fn of(network: &Network) -> Self {
        Self::with(network, &gaps::findings(network))
    }

    /// The same of a network whose findings are there already. Cost: that of `structure` and of `carried`.
    pub fn with(network: &Network, findings: &Findings) -> Self {
        let counted = Counted::of(network);
        let carried = carried(network, &counted.places);
        let Structure { mut measures, mixing, .. } = measures::structure(&counted.input);
        measures.extend(carried.measures.map(|(name, measure)| (name.to_owned(), measure)));
        let rows = norm_rows(&findings.cells);
        let leader = Leader::of(network);
        let [with_leader, without_leader] = leader.as_ref().map_or_else(Default::default, |it| it.difference(network, &counted));
        Self {
            coalition: network.coalition.id.clone(),
            as_of: network.as_of,
            version: network.version,
            phase: network.coalition.phase,
            members: Composition::of(network),
            kinds: kind_presence(network),
            measures,
            leader,
            without_leader,
            with_leader,
            mixing,
            cells: CellTally::of(&rows),
            rows,
            gaps: gap_tallies(&findings.gaps),
            side_response: counted.side_response,
            carriers_cap: carried.carriers_cap,
            named_pairs: carried.named_pairs,
            input: Arc::new(counted.input),
            chance: None,
        }
    }

    /// The same, its measures held against chance. `None`: the caller stopped it. Cost: that of `baselines`.
    pub fn with_chance(&self, chance: &Chance, keep_going: KeepGoing<'_>) -> Option<Self> {
        let chance = Chance { side_response: self.side_response, ..*chance };
        let structure = Structure {
            measures: self.measures.clone(),
            mixing: self.mixing.clone(),
            components: Vec::new(),
            articulation_points: Vec::new(),
        };
        let found = measures::baselines(&self.input, structure, &chance, keep_going)?;
        Some(Self { measures: found.measures, mixing: found.mixing, chance: Some(chance), ..self.clone() })
    }
}
