//! Gaps: what is missing between the sides, one gap kind a file. A gap holds facts; sentences are made at the edge.

use serde::{Deserialize, Serialize};
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
    /// Signed by boards without a line in practice, or the reverse.
    LevelMismatch,
    /// Nobody to address.
    NoContactPoint,
    /// Reached by nobody.
    Isolate,
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
