//! Texts without who may not be named: which names a text holds, and what a desk or a meeting is called instead.
//!
//! Why: one place says when a text names somebody, so that a new room cannot say it more narrowly.
//! Never: says who it is; who asks learns only that the text cannot be told.

use super::*;
use std::collections::HashSet;
use time::Date;

/// Names, in small letters, of persons who may not be named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unseen(Vec<String>);

impl Unseen {
    /// Of these names.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a Name>) -> Self {
        Self(names.into_iter().map(|name| name.as_str().to_lowercase()).collect())
    }

    /// Of everybody in the register whom the viewer may not see and whom one of these texts may name. Cost: O(persons · the length
    /// of a name), without memory; an administrator pays for who is hidden only.
    pub fn in_texts<'a>(texts: impl IntoIterator<Item = &'a str>, register: &Register, viewer: &Viewer, today: Date) -> Self {
        let all = texts.into_iter().map(str::to_lowercase).collect::<Vec<_>>().join("\n");
        if all.is_empty() {
            return Self::default();
        }
        let words: HashSet<&str> = words_of(&all).collect();
        let everybody_else_is_seen = viewer.role == Role::Administrator;
        let mut name = String::new();
        let mut named = |person: &&Person| {
            if everybody_else_is_seen && person.shown_on(today) {
                return false;
            }
            name.clear();
            name.extend(person.name.as_str().chars().flat_map(char::to_lowercase));
            let last = last_word(&name).is_some_and(|last| words.contains(last));
            (last || all.contains(&name)) && !viewer.sees_person_somewhere(register, person, today)
        };
        Self::of(register.persons().filter(|it| named(it)).map(|it| &it.name))
    }

    /// Is nobody left out?
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Does the text hold one of the names, or the last word of one? Cost: O(names · the length of the text).
    pub fn named_in(&self, text: &str) -> bool {
        if self.0.is_empty() {
            return false;
        }
        let text = text.to_lowercase();
        let words: HashSet<&str> = words_of(&text).collect();
        self.0.iter().any(|name| text.contains(name.as_str()) || last_word(name).is_some_and(|last| words.contains(last)))
    }

    /// Does the text hold a whole name? A title keeps a word that is also the last one of a name: it is often a place.
    pub fn named_in_full(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        self.0.iter().any(|name| text.contains(name.as_str()))
    }

    /// What a desk is called: its own name, and of one that is named after somebody who may not be named its organisation.
    pub fn desk_name<'a>(&self, point: &'a ContactPoint, organisation: Option<&'a Organisation>) -> &'a Name {
        match organisation {
            Some(organisation) if self.named_in(point.name.as_str()) => &organisation.name,
            _ => &point.name,
        }
    }

    /// A desk as it may be told: without texts that name somebody who may not be named.
    pub fn told_desk(&self, point: ContactPoint, organisation: &Organisation) -> ContactPoint {
        let told = |text: Option<Note>| text.filter(|it| !self.named_in(it.as_str()));
        let name = self.desk_name(&point, Some(organisation)).clone();
        let (at, note) = (told(point.provenance.at), told(point.provenance.note));
        let provenance = Provenance { at, note, ..point.provenance };
        ContactPoint { name, hours: told(point.hours), refer: told(point.refer), provenance, ..point }
    }

    /// An initiative as it may be told: one that is named after somebody who may not be named has the name of its sort.
    pub fn told(&self, initiative: Initiative) -> Initiative {
        match self.named_in(initiative.name.as_str()).then(|| Name::new(initiative.kind.plain_name()).ok()).flatten() {
            Some(name) => Initiative { name, ..initiative },
            None => initiative,
        }
    }
}

impl Unseen {
    /// A fact about governance as it may be told: one whose text names somebody who may not be named has that of its sort.
    pub fn told_governance(&self, fact: GovernanceFact) -> GovernanceFact {
        let named = self.named_in(fact.text.nl.as_str()) || self.named_in(fact.text.en.as_str());
        if named { GovernanceFact { text: fact.aspect.plain(), ..fact } } else { fact }
    }
}

impl InitiativeKind {
    /// The sort as a name, in the language of the register: what an initiative is called whose own name may not be told.
    pub fn plain_name(self) -> &'static str {
        match self {
            Self::Agreement => "overeenkomst",
            Self::Consultation => "overleg",
            Self::Programme => "programma",
            Self::Tool => "hulpmiddel",
            Self::Meeting => "bijeenkomst",
            Self::ContactPerson => "vaste contactpersoon",
            Self::SingleDesk => "één loket",
        }
    }
}

impl Theme {
    /// What a theme is called whose own name may not be told.
    pub const PLAIN_NAME: &str = "thema";
}

impl Initiative {
    /// Does its name say no more than its sort?
    pub fn is_nameless(&self) -> bool {
        self.name.as_str() == self.kind.plain_name()
    }
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

fn last_word(name: &str) -> Option<&str> {
    name.rsplit(|letter: char| !letter.is_alphanumeric()).find(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unseen(names: &[&str]) -> Unseen {
        let names: Vec<Name> = names.iter().map(|it| Name::new(*it).expect("a name")).collect();
        Unseen::of(&names)
    }

    #[test]
    fn a_text_names_somebody_by_the_whole_name_or_its_last_word() {
        let unseen = unseen(&["Hidda van Verborgenstein"]);
        for text in ["Loket Verborgenstein", "loket VERBORGENSTEIN-oost", "bij hidda van verborgensteins loket"] {
            assert!(unseen.named_in(text), "{text}");
        }
        for text in ["Loket van de wijk", "Verborgensteinweg 3", "Hidda", ""] {
            assert!(!unseen.named_in(text), "{text}");
        }
        assert!(!unseen.named_in_full("Gesprek Verborgenstein"));
        assert!(unseen.named_in_full("Gesprek met Hidda van Verborgenstein"));
    }

    #[test]
    fn a_fact_about_governance_that_names_somebody_has_the_text_of_its_sort() {
        let unseen = unseen(&["Hidda van Verborgenstein"]);
        for aspect in GovernanceAspect::ALL {
            let saying = |nl: &str, en: &str| Saying { nl: Note::new(nl).expect("a note"), en: Note::new(en).expect("a note") };
            let fact = |text| GovernanceFact { aspect, text, parties: Vec::new(), provenance: Provenance::default() };
            let named = unseen.told_governance(fact(saying("de gemeente", "by Hidda Verborgenstein")));
            assert_eq!(named.text, aspect.plain());
            assert!(Note::check(&named.text.words().nl).is_ok() && Note::check(&named.text.words().en).is_ok());
            let plain = fact(saying("de gemeente", "the municipality"));
            assert_eq!(unseen.told_governance(plain.clone()), plain);
        }
    }

    #[test]
    fn nobody_is_named_where_everybody_may_be() {
        assert!(Unseen::default().is_empty() && !Unseen::default().named_in("Loket Verborgenstein"));
    }
}
