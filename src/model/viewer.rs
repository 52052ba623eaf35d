//! Who looks: a role, and the coalitions it is held in. What a viewer may see decides what is counted, found and shown.
//!
//! Why: one place says who sees whom; every room that reads for a viewer asks here.

use super::*;
use std::collections::BTreeSet;
use std::str::FromStr;
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
    /// the person may be seen, and one that names no coalition whether its organisation takes part: `sees_contact_of` asks both.
    /// A point that holds in another coalition only is of that coalition.
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

    /// The same of a person whose coalitions the register tells: who is of other coalitions only is not seen here either, unless
    /// every coalition may see them. Cost: O(facts that name the person).
    pub fn sees_person_of(&self, register: &Register, person: &Person, coalition: &CoalitionId, today: Date) -> bool {
        let known_here = || register.coalitions_of_person(&person.id).contains(coalition);
        let everywhere = self.role == Role::Administrator || person.visibility == Visibility::AllCoalitions;
        self.sees_person(person, coalition, today) && (everywhere || known_here())
    }

    /// May they see this person at all, in whatever coalition? Cost: O(facts that name the person).
    pub fn sees_person_somewhere(&self, register: &Register, person: &Person, today: Date) -> bool {
        let own = || register.coalitions_of_person(&person.id).iter().any(|it| self.belongs_to(it));
        let named = match self.role {
            Role::Visitor | Role::Adviser => false,
            Role::Administrator => true,
            Role::Professional | Role::Facilitator => person.visibility == Visibility::AllCoalitions || own(),
        };
        named && person.shown_on(today)
    }

    /// May they see this contact point, looking at this coalition, also where it is a person's? One for coalitions that names none is
    /// of those in which its organisation takes part, and of no other, also for an administrator: a card of a coalition is for all
    /// of its partners. Cost: O(facts that name the person or the organisation).
    pub fn sees_contact_of(&self, register: &Register, point: &ContactPoint, coalition: &CoalitionId, today: Date) -> bool {
        let person = |id: PersonId| register.person(&id).is_some_and(|it| self.sees_person_of(register, it, coalition, today));
        let of_partners = point.coalition.is_none() && point.visibility == ContactVisibility::Coalition;
        self.sees_contact(point, coalition)
            && (!of_partners || register.takes_part(point.organisation, coalition, today))
            && point.person.is_none_or(person)
    }

    /// May they see this contact point at all? One for coalitions that names none is of those in which its organisation takes part.
    /// Cost: O(facts that name the person or the organisation).
    pub fn sees_contact_somewhere(&self, register: &Register, point: &ContactPoint, today: Date) -> bool {
        let person = |id: PersonId| register.person(&id).is_some_and(|it| self.sees_person_somewhere(register, it, today));
        let partner_in = || {
            let reference = EntityRef::Organisation(point.organisation);
            register.entities_using(&reference).any(|it| match it {
                Entity::Membership(it) => self.belongs_to(&it.coalition) && it.takes_part_on(today),
                _ => false,
            })
        };
        let here = match (&point.coalition, point.visibility) {
            (None, ContactVisibility::Coalition) => self.role == Role::Administrator || partner_in(),
            (None, ContactVisibility::Hidden) => false,
            (None, ContactVisibility::Public) => true,
            (None, ContactVisibility::AllCoalitions) => self.role.in_coalition() || self.role == Role::Administrator,
            (Some(own), _) => self.sees_contact(point, own),
        };
        here && point.person.is_none_or(person)
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

impl Membership {
    /// Does the party take part on a day: by signing, or by working along? Who was approached has not said yes, and who is wanted was
    /// not even asked: a coalition writes that down by itself, and would let itself in with it.
    pub fn takes_part_on(&self, day: Date) -> bool {
        matches!(self.status, MembershipStatus::Signatory | MembershipStatus::Participating) && self.period.holds_on(day)
    }
}

impl Register {
    /// Does an organisation take part in a coalition on a day? Cost: O(facts that name the organisation).
    pub fn takes_part(&self, organisation: OrganisationId, coalition: &CoalitionId, day: Date) -> bool {
        self.entities_using(&EntityRef::Organisation(organisation)).any(|it| match it {
            Entity::Membership(it) => {
                it.coalition == *coalition && it.party == Party::Organisation(organisation) && it.takes_part_on(day)
            }
            _ => false,
        })
    }

    /// The coalitions that a person is of: those in which they take part, by themselves or in a position; of somebody who takes part
    /// in none, those whose facts name them. Cost: O(facts that name the person).
    pub fn coalitions_of_person(&self, id: &PersonId) -> BTreeSet<CoalitionId> {
        let own = EntityRef::Person(*id);
        let positions = self.users_of(&own).filter(|it| matches!(it, EntityRef::Position(_)));
        let (mut taking_part, mut named) = (BTreeSet::new(), BTreeSet::new());
        for entity in positions.chain([&own]).flat_map(|it| self.entities_using(it)) {
            match entity {
                Entity::Membership(it) => drop(taking_part.insert(it.coalition.clone())),
                other => named.extend(other.coalition().cloned()),
            }
        }
        if taking_part.is_empty() { named } else { taking_part }
    }
}

impl Entity {
    /// The coalition whose fact it is; absent for what stands by itself and for a contact point of all coalitions.
    pub fn coalition(&self) -> Option<&CoalitionId> {
        match self {
            Self::Coalition(it) => Some(&it.id),
            Self::Membership(it) => Some(&it.coalition),
            Self::Initiative(it) => Some(&it.coalition),
            Self::Claim(it) => Some(&it.coalition),
            Self::Coverage(it) => Some(&it.coalition),
            Self::ContactPoint(it) => it.coalition.as_ref(),
            Self::Source(_) | Self::Organisation(_) | Self::Person(_) | Self::Position(_) => None,
        }
    }
}

/// A viewer as written in a setting: a role, and behind a colon the coalitions of a role that is held in some.
impl FromStr for Viewer {
    type Err = ViewerError;
    fn from_str(text: &str) -> Result<Self, ViewerError> {
        let (role, coalitions) = match text.trim().split_once(':') {
            Some((role, coalitions)) => (role.trim(), Some(coalitions)),
            None => (text.trim(), None),
        };
        let found = Role::ALL.into_iter().find(|it| it.code() == role).ok_or_else(|| ViewerError::Role(role.to_owned()))?;
        match (found.in_coalition(), coalitions) {
            (true, None) => Err(ViewerError::WhichCoalitions(found)),
            (false, Some(_)) => Err(ViewerError::NoCoalitions(found)),
            (false, None) => Ok(Self::of(found)),
            (true, Some(names)) => {
                let id = |name: &str| CoalitionId::new(name.trim()).map_err(|_| ViewerError::Coalition(name.trim().to_owned()));
                Ok(Self::within(found, names.split(',').map(id).collect::<Result<Vec<_>, _>>()?))
            }
        }
    }
}

impl std::fmt::Display for Viewer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.role.code())?;
        for (place, id) in self.coalitions.iter().enumerate() {
            write!(f, "{}{id}", if place == 0 { ":" } else { "," })?;
        }
        Ok(())
    }
}

/// A setting that names no viewer.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ViewerError {
    /// No such role.
    #[error(
        "\"{0}\" is geen rol; kies visitor, adviser, administrator, professional:leiden,delft of facilitator:leiden. / \"{0}\" is no \
         role; choose visitor, adviser, administrator, professional:leiden,delft or facilitator:leiden."
    )]
    Role(String),
    /// The role is held in coalitions, and none is named.
    #[error(
        "zeg achter een dubbele punt in welke coalities, zoals {code}:leiden,delft. / say behind a colon in which coalitions, such as \
         {code}:leiden,delft.",
        code = .0.code()
    )]
    WhichCoalitions(Role),
    /// The role is held in none.
    #[error("{code} hoort bij geen coalitie; schrijf alleen {code}. / {code} is held in no coalition; write {code} alone.", code = .0.code())]
    NoCoalitions(Role),
    /// No code of a coalition.
    #[error(
        "\"{0}\" is geen korte naam van een coalitie; schrijf die zoals leiden, met komma's ertussen. / \"{0}\" is no short name of a \
         coalition; write it as leiden, with commas in between."
    )]
    Coalition(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_viewer_is_read_as_it_is_written() {
        for text in ["administrator", "visitor", "adviser", "professional:delft,leiden", "facilitator:leiden"] {
            assert_eq!(text.parse::<Viewer>().expect(text).to_string(), text);
        }
        let viewer: Viewer = " professional: leiden , delft,leiden".parse().expect("a viewer");
        assert_eq!(viewer.to_string(), "professional:delft,leiden");
        assert_eq!(Viewer::default().role, Role::Administrator);
    }

    #[test]
    fn what_names_no_viewer_is_refused_with_the_choices() {
        let wrong = |text: &str| text.parse::<Viewer>().expect_err(text);
        assert_eq!(wrong("professional"), ViewerError::WhichCoalitions(Role::Professional));
        assert_eq!(wrong("facilitator:"), ViewerError::Coalition(String::new()));
        assert_eq!(wrong("visitor:leiden"), ViewerError::NoCoalitions(Role::Visitor));
        for text in ["", "admin", "Visitor"] {
            let told = wrong(text).to_string();
            assert!(told.contains("kies visitor, adviser, administrator") && told.contains("choose visitor"), "{told}");
        }
    }
}
