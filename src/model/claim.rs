//! Claims: who says what about which line; and coverage: who was asked about what.

use super::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A scope or strength that cannot be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ClaimError {
    /// Both ends are the same party.
    #[error("a line runs between two different parties; both ends are the same")]
    SameEnds,
    /// Fewer than two different parties.
    #[error("a group needs at least two different parties")]
    GroupTooSmall,
    /// Outside 1–4.
    #[error("strength {0} does not exist: 1 (know each other) to 4 (work together daily)")]
    Strength(u8),
}

/// Two different parties, in a fixed order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "[Party; 2]", into = "[Party; 2]")]
#[schema(value_type = [Party; 2])]
pub struct Pair(Party, Party);

impl Pair {
    /// Takes two parties. For a directed link kind the first is the one that acts.
    pub fn new(a: Party, b: Party) -> Result<Self, ClaimError> {
        if a == b { Err(ClaimError::SameEnds) } else { Ok(Self(a, b)) }
    }
    /// Both ends, as given.
    pub fn ends(self) -> [Party; 2] {
        [self.0, self.1]
    }
}
impl TryFrom<[Party; 2]> for Pair {
    type Error = ClaimError;
    fn try_from([a, b]: [Party; 2]) -> Result<Self, ClaimError> {
        Self::new(a, b)
    }
}
impl From<Pair> for [Party; 2] {
    fn from(pair: Pair) -> Self {
        pair.ends()
    }
}

/// Two or more different parties, sorted.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "Vec<Party>", into = "Vec<Party>")]
#[schema(value_type = Vec<Party>)]
pub struct Group(Vec<Party>);

impl Group {
    /// Takes parties; sorts and drops doubles. Errors: fewer than two remain.
    pub fn new(mut parties: Vec<Party>) -> Result<Self, ClaimError> {
        parties.sort_unstable();
        parties.dedup();
        if parties.len() < 2 { Err(ClaimError::GroupTooSmall) } else { Ok(Self(parties)) }
    }
    /// The parties, sorted.
    pub fn parties(&self) -> &[Party] {
        &self.0
    }
}
impl TryFrom<Vec<Party>> for Group {
    type Error = ClaimError;
    fn try_from(parties: Vec<Party>) -> Result<Self, ClaimError> {
        Self::new(parties)
    }
}
impl From<Group> for Vec<Party> {
    fn from(group: Group) -> Self {
        group.0
    }
}

/// What a claim speaks about, within one coalition.
///
/// Asserted over a set is existential (at least one line). Denied over a set is universal: it answers every pair in it,
/// for its link kind. A group never expands to pairs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Two parties.
    Pair(Pair),
    /// Several parties together.
    Group(Group),
    /// Two partner kinds (may be the same kind twice).
    Kinds([KindCode; 2]),
    /// Two domains (may be the same domain twice: within it).
    Domains([Domain; 2]),
}

/// What is said about the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// It is there.
    Asserted,
    /// It is not there.
    Denied,
    /// Too few, or hard to find: neither a line nor its absence.
    Insufficient,
    /// It is planned.
    Planned,
    /// It is an idea or a wish.
    Wished,
}

/// How strong a line is: 1 they know each other, 2 contact now and then, 3 regularly, 4 they work together closely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(try_from = "u8", into = "u8")]
#[schema(value_type = u8, minimum = 1, maximum = 4)]
pub struct Strength(u8);

impl Strength {
    /// The weakest.
    pub const ONE: Self = Self(1);
    /// Takes 1 to 4.
    pub fn new(strength: u8) -> Result<Self, ClaimError> {
        if (1..=4).contains(&strength) { Ok(Self(strength)) } else { Err(ClaimError::Strength(strength)) }
    }
    /// 1 to 4.
    pub fn get(self) -> u8 {
        self.0
    }
}
impl TryFrom<u8> for Strength {
    type Error = ClaimError;
    fn try_from(strength: u8) -> Result<Self, ClaimError> {
        Self::new(strength)
    }
}
impl From<Strength> for u8 {
    fn from(strength: Strength) -> u8 {
        strength.0
    }
}

/// One party's or one source's statement about a link.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Claim {
    /// Identity.
    pub id: ClaimId,
    /// Within which coalition.
    pub coalition: CoalitionId,
    /// About what.
    pub scope: Scope,
    /// What is said.
    pub stance: Stance,
    /// Which kind of link.
    pub kind: LinkKindCode,
    /// How strong, if said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
    /// Who says so; absent: only the source does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<Party>,
    /// For which party the speaker speaks, when that is not the speaker's own organisation (a director of a practice for the umbrella it belongs to).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_behalf_of: Option<Party>,
    /// Through which initiative it runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initiative: Option<InitiativeId>,
    /// Does only one named pair of persons carry it, says the speaker?
    #[serde(default)]
    pub single_carrier: bool,
    /// When it was said; absent: when the source is dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// From–until, where that is said; absent: from when it was said on. Apart, because few claims of a country have one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub period: Option<Box<Period>>,
    /// Where it is said.
    #[serde(default)]
    pub provenance: Provenance,
}

/// What was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum CoverageScope {
    /// Which lines there are.
    Lines,
    /// Who takes part.
    Members,
}

/// At which level a line runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// An agreement signed by boards.
    Governance,
    /// People who phone each other.
    Practice,
}

/// Somebody was asked, or a list is closed: what makes unknown differ from absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Coverage {
    /// Identity.
    pub id: CoverageId,
    /// In which coalition.
    pub coalition: CoalitionId,
    /// Who answered; absent: the source itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<Party>,
    /// Lines or members.
    pub scope: CoverageScope,
    /// About whose lines; absent: everybody's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<Party>,
    /// At which level; absent: both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Level>,
    /// For a list of members: of which status; absent: all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub status: Option<MembershipStatus>,
    /// Is the answer complete (what is not named is not there)?
    pub complete: bool,
    /// When; absent: when the source is dated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// Where it is stated.
    #[serde(default)]
    pub provenance: Provenance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nonsense_cannot_be_built() {
        let org = |key| Party::Organisation(OrganisationId::from_key(key));
        assert_eq!(Pair::new(org("a"), org("a")), Err(ClaimError::SameEnds));
        assert_eq!(Group::new(vec![org("a"), org("a")]), Err(ClaimError::GroupTooSmall));
        assert_eq!(Strength::new(7), Err(ClaimError::Strength(7)));
        assert_eq!(Strength::new(0), Err(ClaimError::Strength(0)));
        assert!(serde_json::from_str::<Strength>("7").is_err(), "not through a file either");
    }
}
