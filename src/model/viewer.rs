//! Who looks: a role, and the coalitions it is held in. What a viewer may see decides what is counted, found and shown.
//!
//! Why: one place says who sees whom; every room that reads for a viewer asks here.

use super::*;
use time::Date;

/// What somebody is to the service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Signed out: organisations, functions and desks that are public; no person.
    Visitor,
    /// Compares coalitions: organisations and public desks; no person.
    Adviser,
    /// Works in one or more coalitions: their desks and people.
    Professional,
    /// Leads one or more coalitions: sees as a professional, and changes what their coalitions hold.
    Facilitator,
    /// Runs the service: everything but who is hidden.
    Administrator,
}

impl Role {
    /// All roles, the one that sees least first.
    pub const ALL: [Self; 5] = [Self::Visitor, Self::Adviser, Self::Professional, Self::Facilitator, Self::Administrator];

    /// The code used in settings.
    pub fn code(self) -> &'static str {
        match self {
            Self::Visitor => "visitor",
            Self::Adviser => "adviser",
            Self::Professional => "professional",
            Self::Facilitator => "facilitator",
            Self::Administrator => "administrator",
        }
    }

    /// Is the role held in a coalition?
    pub fn in_coalition(self) -> bool {
        matches!(self, Self::Professional | Self::Facilitator)
    }
}

/// Who looks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Viewer {
    /// What they are.
    pub role: Role,
    /// In which coalitions, sorted; empty for a role that is held in none.
    pub coalitions: Vec<CoalitionId>,
}

impl Default for Viewer {
    /// Whoever runs the service.
    fn default() -> Self {
        Self { role: Role::Administrator, coalitions: Vec::new() }
    }
}

impl Viewer {
    /// A viewer with a role that is held in no coalition.
    pub fn of(role: Role) -> Self {
        Self { role, coalitions: Vec::new() }
    }

    /// A viewer with a role in these coalitions.
    pub fn within(role: Role, coalitions: impl IntoIterator<Item = CoalitionId>) -> Self {
        let mut coalitions: Vec<CoalitionId> = coalitions.into_iter().collect();
        coalitions.sort();
        coalitions.dedup();
        Self { role, coalitions }
    }

    /// Do they belong to this coalition? An administrator belongs to all.
    pub fn belongs_to(&self, coalition: &CoalitionId) -> bool {
        self.role == Role::Administrator || (self.role.in_coalition() && self.coalitions.contains(coalition))
    }

    /// May they see this person, known in this coalition, on this day? Nobody sees who is hidden, or after the last day.
    pub fn sees_person(&self, person: &Person, coalition: &CoalitionId, today: Date) -> bool {
        let named = self.role.in_coalition() || self.role == Role::Administrator;
        named && person.shown_on(today) && (person.visibility == Visibility::AllCoalitions || self.belongs_to(coalition))
    }

    /// May they see this contact point, as far as it says itself, looking at this coalition? That of a person asks also whether
    /// the person may be seen. A point that holds in another coalition only is of that coalition.
    pub fn sees_contact(&self, point: &ContactPoint, coalition: &CoalitionId) -> bool {
        let here = point.coalition.as_ref().is_none_or(|own| own == coalition);
        match point.visibility {
            ContactVisibility::Hidden => false,
            ContactVisibility::Public => true,
            ContactVisibility::AllCoalitions => self.role.in_coalition() || self.role == Role::Administrator,
            ContactVisibility::Coalition => match &point.coalition {
                Some(own) => self.belongs_to(own),
                None => here && self.belongs_to(coalition),
            },
        }
    }

    /// May they change what this coalition holds?
    pub fn changes(&self, coalition: &CoalitionId) -> bool {
        match self.role {
            Role::Administrator => true,
            Role::Facilitator => self.belongs_to(coalition),
            Role::Visitor | Role::Adviser | Role::Professional => false,
        }
    }
}
