//! What somebody may mean: while they type, and when a word is not known.
//!
//! Never: anything that the viewer may not see; the index leaves it out, and what an older index says of people is not told.

use super::answer::*;
use super::asked::*;
use super::board::Switchboards;
use super::{WhoError, WhoLimits, resolve};
use crate::desk::office::Office;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;

impl Office<'_> {
    /// What may be meant by the beginning of a text, the likeliest first.
    ///
    /// Takes a text of at most `TEXT_CHARS_MAX` characters, and a coalition whose things come first. Errors: an empty or long text, a
    /// number of a client, a coalition that is not there.
    pub fn who_suggestions(
        &self,
        text: &str,
        coalition: Option<&str>,
        boards: &Switchboards,
        limits: &WhoLimits,
    ) -> Result<Vec<WhoSuggestion>, WhoError> {
        let mut faults = Faults::default();
        faults_of_text(text, &mut faults);
        faults_of_name(WhoField::Coalition, coalition, &mut faults);
        let found = coalition.filter(|name| is_name(name)).map(|name| (name, self.register.find_coalition(name)));
        if let Some((name, None)) = found {
            faults.note(WhoField::Coalition, no_coalition(name, self.register));
        }
        faults.close()?;
        let coalition = found.and_then(|(_, it)| it).map(|it| &it.id);
        let sought = Sought { viewer: self.viewer, coalition, limit: limits.guesses_max };
        Ok(self.suggested(&boards.index(self).suggest(text, &sought)))
    }

    /// Hits as rows.
    pub(super) fn suggested(&self, hits: &[Hit]) -> Vec<WhoSuggestion> {
        let seen: Vec<&Thing> = hits.iter().map(|hit| &hit.what).filter(|it| self.sees(it)).collect();
        let desk = |what: &&Thing| match what {
            Thing::Desk(id) => self.register.contact_point(id).map(|it| it.name.as_str()),
            _ => None,
        };
        let unseen = Unseen::in_texts(seen.iter().filter_map(desk), self.register, self.viewer, self.today);
        seen.into_iter().filter_map(|it| self.suggestion(it, &unseen)).collect()
    }

    /// Is it there, and may the viewer see it? Asked of every hit, so that nothing rests on the index alone, which may be of an earlier
    /// register.
    pub(super) fn sees(&self, what: &Thing) -> bool {
        let register = self.register;
        let person =
            |id: &PersonId| register.person(id).is_some_and(|it| self.viewer.sees_person_somewhere(register, it, self.today));
        match what {
            Thing::Need(_) | Thing::Kind(_) => true,
            Thing::Organisation(id) => register.organisation(id).is_some(),
            Thing::Place(id) => register.coalition(id).is_some(),
            Thing::Desk(id) => {
                register.contact_point(id).is_some_and(|it| self.viewer.sees_contact_somewhere(register, it, self.today))
            }
            Thing::Person(id) => person(id),
            Thing::Position(id) => register.position(id).is_some_and(|it| person(&it.person)),
        }
    }

    /// Kinds of partner that help in every coalition, to choose from when a word is not known.
    pub(super) fn kinds_that_help(&self, most: usize) -> Vec<WhoSuggestion> {
        // Who asks is most often of the medical side, and looks for the other.
        let helps = |kind: &&PartnerKind| kind.helper && kind.expected == Expected::Core && kind.side != Some(Side::Medical);
        let kinds = self.register.catalogue().kinds.iter().filter(helps);
        kinds.take(most).filter_map(|kind| self.suggestion(&Thing::Kind(kind.code.clone()), &Unseen::default())).collect()
    }

    /// Coalitions by name, to choose one.
    pub(super) fn places(&self, most: usize) -> Vec<WhoSuggestion> {
        let places = self.coalitions_by_name().into_iter().take(most);
        places.filter_map(|id| self.suggestion(&Thing::Place(id), &Unseen::default())).collect()
    }

    /// One row. Takes who may not be named in the name of a desk.
    fn suggestion(&self, what: &Thing, unseen: &Unseen) -> Option<WhoSuggestion> {
        let (register, catalogue) = (self.register, self.register.catalogue());
        let coded = |what, code: &str, words: Words, detail| {
            Some(WhoSuggestion { what, code: Some(code.to_owned()), id: None, words, detail })
        };
        let named = |what, id, name: &Name, detail| {
            Some(WhoSuggestion { what, code: None, id: Some(id), words: words(name.as_str(), name.as_str()), detail })
        };
        match what {
            Thing::Need(code) => coded(WhoThing::Need, code.as_str(), resolve::need_row(catalogue, code).words, None),
            Thing::Kind(code) => {
                let domain = catalogue.kind(code).map(|kind| kind.domain);
                let domain = domain.map(|domain| both(|language| domain_name(domain, language).to_owned()));
                coded(WhoThing::Kind, code.as_str(), resolve::kind_row(catalogue, code).words, domain)
            }
            Thing::Organisation(id) => {
                let organisation = register.organisation(id)?;
                named(WhoThing::Organisation, id.0, &organisation.name, self.where_it_is(*id))
            }
            Thing::Desk(id) => {
                let point = register.contact_point(id)?;
                let at = register.organisation(&point.organisation)?;
                let organisation = &at.name;
                named(
                    WhoThing::Desk,
                    id.0,
                    unseen.desk_name(point, Some(at)),
                    Some(words(organisation.as_str(), organisation.as_str())),
                )
            }
            Thing::Person(id) => named(WhoThing::Person, id.0, &register.person(id)?.name, self.function_of(*id)),
            Thing::Position(id) => {
                let position = register.position(id)?;
                let detail = self.function_of(position.person);
                named(WhoThing::Position, id.0, &register.person(&position.person)?.name, detail)
            }
            Thing::Place(id) => {
                let name = register.coalition(id)?.name.as_str();
                coded(WhoThing::Place, id.as_str(), words(name, name), Some(words("coalitie", "coalition")))
            }
        }
    }

    /// The coalitions of an organisation, by name.
    fn where_it_is(&self, id: OrganisationId) -> Option<Words> {
        let users = self.register.entities_using(&EntityRef::Organisation(id));
        let mut names: Vec<String> = users
            .filter_map(|entity| match entity {
                Entity::Membership(it) => Some(self.register.coalition(&it.coalition)?.name.to_string()),
                _ => None,
            })
            .collect();
        names.sort_unstable();
        names.dedup();
        (!names.is_empty()).then(|| both(|language| list(&names, language)))
    }

    /// "directeur, De Poort": the first function of somebody that is known today.
    fn function_of(&self, id: PersonId) -> Option<Words> {
        let held = self.register.entities_using(&EntityRef::Person(id)).find_map(|entity| match entity {
            Entity::Position(it) if it.period.holds_on(self.today) => Some(it),
            _ => None,
        })?;
        let at = held.organisation.and_then(|id| self.register.organisation(&id)).map(|it| it.name.to_string());
        let parts: Vec<String> = held.title.iter().map(ToString::to_string).chain(at).collect();
        (!parts.is_empty()).then(|| words(parts.join(", "), parts.join(", ")))
    }
}
