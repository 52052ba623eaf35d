//! A contact to keep in an address book: a desk, or a person where whoever asks may see them.

use super::super::contact_words;
use super::super::office::*;
use super::super::words::*;
use super::discreet::Shown;
use crate::exchange::vcard::{self, Vcard, VcardOf, VcardVersion};
use crate::model::*;
use std::collections::BTreeSet;

/// Letters of a file name, at most.
const FILE_NAME_CHARS_MAX: usize = 60;

/// A contact as the text of a file.
pub fn vcard_text(card: &Vcard, version: VcardVersion) -> String {
    vcard::write(card, version)
}

/// Under which name a contact is kept as a file: small letters, digits and hyphens alone.
pub fn vcard_file_name(card: &Vcard) -> String {
    let plain = |c: char| match c {
        'à'..='å' => 'a',
        'ç' => 'c',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ñ' => 'n',
        'ò'..='ö' => 'o',
        'ù'..='ü' => 'u',
        c if c.is_ascii_alphanumeric() => c,
        _ => '-',
    };
    let letters: String = card.name.to_lowercase().chars().map(plain).take(FILE_NAME_CHARS_MAX).collect();
    let name = letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    format!("{}.vcf", if name.is_empty() { "contact" } else { &name })
}

impl Office<'_> {
    /// A contact point as a vCard. `None`: there is none, or whoever asks may not see it; nobody can tell which.
    ///
    /// Cost: O(facts about its organisation · log).
    pub fn contact_vcard(&self, id: &ContactPointId, language: Language) -> Option<Vcard> {
        let stored = self.register.contact_point(id).filter(|point| self.sees_point(point))?;
        let organisation = self.register.organisation(&stored.organisation)?;
        let point = &self.discreet([stored], Shown::ToViewer).point(stored, &organisation.name);
        let person = point.person.and_then(|id| self.register.person(&id));
        let position =
            person.and_then(|person| self.positions_of(&person.id).find(|it| it.organisation == Some(organisation.id)));
        let name = person.map_or_else(|| self.desk_name_anywhere(organisation, point), |person| person.name.to_string());
        let unit = (point.name != organisation.name && person.is_none()).then(|| point.name.to_string());
        Some(Vcard {
            uid: point.id.0,
            of: if person.is_some() { VcardOf::Person } else { VcardOf::Desk },
            name,
            organisation: Some(organisation.name.to_string()),
            unit,
            title: position.and_then(|it| it.title.as_ref()).map(ToString::to_string),
            role: self.kind_name(organisation.kinds.first().map(|of| &of.kind), language),
            phones: point.phone.iter().cloned().collect(),
            mails: point.mail.iter().cloned().collect(),
            pages: point.web.iter().cloned().collect(),
            languages: point.languages.clone(),
            categories: self.needs_named(&point.needs, language),
            note: self.note(point, language),
            language,
            revised: self.today,
        })
    }

    /// A person as a vCard, with the contact points of their own. `None`: there is no such person, or whoever asks may not see
    /// them; nobody can tell which.
    ///
    /// Cost: O(facts about the person · log).
    pub fn person_vcard(&self, id: &PersonId, language: Language) -> Option<Vcard> {
        let seen = |person: &&Person| self.viewer.sees_person_somewhere(self.register, person, self.today);
        let person = self.register.person(id).filter(seen)?;
        let position = self.positions_of(id).next();
        let organisation = position.and_then(|it| self.register.organisation(&it.organisation?));
        let kind = position.and_then(|it| it.profession.as_ref()).or(organisation.and_then(|it| Some(&it.kinds.first()?.kind)));
        let users = self.register.entities_using(&EntityRef::Person(*id));
        let own: Vec<&ContactPoint> = users
            .filter_map(|entity| match entity {
                Entity::ContactPoint(point) => Some(&**point),
                _ => None,
            })
            .filter(|point| point.person == Some(*id) && point.period.holds_on(self.today) && self.sees_point(point))
            .collect();
        let discreet = self.discreet(own.iter().copied(), Shown::ToViewer);
        let mut points: Vec<ContactPoint> = own.into_iter().map(|point| discreet.point(point, &person.name)).collect();
        points.sort_by_key(|point| (point.phone.is_none(), point.id));
        let needs: Vec<NeedCode> = points.iter().flat_map(|point| point.needs.clone()).collect();
        let spoken: BTreeSet<SpokenLanguage> = points.iter().flat_map(|point| point.languages.clone()).collect();
        Some(Vcard {
            uid: id.0,
            of: VcardOf::Person,
            name: person.name.to_string(),
            organisation: organisation.map(|it| it.name.to_string()),
            unit: None,
            title: position.and_then(|it| it.title.as_ref()).map(ToString::to_string),
            role: self.kind_name(kind, language),
            phones: points.iter().filter_map(|point| point.phone.clone()).collect(),
            mails: points.iter().filter_map(|point| point.mail.clone()).collect(),
            pages: points.iter().filter_map(|point| point.web.clone()).collect(),
            languages: spoken.into_iter().collect(),
            categories: self.needs_named(&needs, language),
            note: points.iter().flat_map(|point| self.note(point, language)).collect(),
            language,
            revised: self.today,
        })
    }

    /// The name of a desk where nothing else says where it is: an organisation of which only the kind is known is called after its
    /// coalition ("Wijkteam Almelo").
    fn desk_name_anywhere(&self, organisation: &Organisation, point: &ContactPoint) -> String {
        let name = contact_words::desk_name(organisation.name.as_str(), point);
        let of_point = || point.coalition.clone();
        let only = || {
            let mut all = self.coalitions_of_organisation(&organisation.id).into_iter();
            all.next().filter(|_| all.next().is_none())
        };
        let place = organisation.placeholder.then(|| of_point().or_else(only)).flatten();
        let place = place.and_then(|id| self.register.coalition(&id)).map(|it| it.name.as_str());
        match place.filter(|place| !name.to_lowercase().contains(&place.to_lowercase())) {
            Some(place) => format!("{name} {place}"),
            None => name,
        }
    }

    /// What else to know of a contact point.
    fn note(&self, point: &ContactPoint, language: Language) -> Vec<String> {
        let mut note = Vec::new();
        if point.audience == Audience::Parents {
            let told = (
                "Openbaar nummer voor ouders, geen loket voor professionals.",
                "A public number for parents, no desk for professionals.",
            );
            note.push(pick(language, told.0, told.1).to_owned());
        }
        let needs = self.needs_named(&point.needs, language);
        if !needs.is_empty() {
            note.push(format!("{}: {}.", pick(language, "Voor", "For"), list(&needs, language)));
        }
        note.extend(contact_words::open(point, language));
        note.extend(contact_words::refer(point, language));
        note.extend(contact_words::languages(point, language));
        note.push(contact_words::checked_or_ask(point, self.checked_by(point).as_deref(), self.today, language));
        note
    }

    /// Which organisation checked it. Of a person only the organisation is told.
    pub(super) fn checked_by(&self, point: &ContactPoint) -> Option<String> {
        let organisation = match point.checked_by? {
            Party::Organisation(id) => Some(id),
            Party::Position(id) => self.register.position(&id)?.organisation,
            Party::Person(_) => None,
        };
        self.register.organisation(&organisation?).map(|it| it.name.to_string())
    }

    /// Needs by their names, in the order of the catalogue.
    fn needs_named(&self, needs: &[NeedCode], language: Language) -> Vec<String> {
        let all = self.register.catalogue().needs.iter().filter(|need| needs.contains(&need.code));
        all.map(|need| need.name.in_language(language).to_owned()).collect()
    }

    fn kind_name(&self, kind: Option<&KindCode>, language: Language) -> Option<String> {
        Some(self.register.catalogue().kind(kind?)?.name.in_language(language).to_owned())
    }

    /// The positions that a person holds today, those at an organisation first.
    fn positions_of(&self, person: &PersonId) -> impl Iterator<Item = &Position> {
        let users = self.register.entities_using(&EntityRef::Person(*person));
        let mut held: Vec<&Position> = users
            .filter_map(|entity| match entity {
                Entity::Position(it) if it.person == *person && it.period.holds_on(self.today) => Some(it),
                _ => None,
            })
            .collect();
        held.sort_by_key(|it| (it.organisation.is_none(), it.id));
        held.into_iter()
    }

    /// May whoever asks see this contact point, by itself or in a coalition that knows its organisation?
    fn sees_point(&self, point: &ContactPoint) -> bool {
        let (register, today) = (self.register, self.today);
        let there = |id: &CoalitionId| self.viewer.sees_contact_of(register, point, id, today);
        self.viewer.sees_contact_somewhere(register, point, today)
            || self.coalitions_of_organisation(&point.organisation).iter().any(there)
    }

    /// The coalitions in which an organisation is seen: as a partner, or in what is said there of it or its people.
    fn coalitions_of_organisation(&self, id: &OrganisationId) -> BTreeSet<CoalitionId> {
        let mut found = self.coalitions_using(&EntityRef::Organisation(*id));
        for entity in self.register.entities_using(&EntityRef::Organisation(*id)) {
            if let Entity::Position(position) = entity {
                found.extend(self.coalitions_using(&EntityRef::Position(position.id)));
            }
        }
        found
    }

    fn coalitions_using(&self, what: &EntityRef) -> BTreeSet<CoalitionId> {
        let of = |entity: &Entity| match entity {
            Entity::Membership(it) => it.period.holds_on(self.today).then(|| it.coalition.clone()),
            Entity::Claim(it) => Some(it.coalition.clone()),
            Entity::Initiative(it) => Some(it.coalition.clone()),
            _ => None,
        };
        self.register.entities_using(what).filter_map(of).collect()
    }
}
