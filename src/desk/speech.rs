//! Claims, sources and evidence in words: who says what, where, when.

use super::answers::*;
use super::office::Office;
use super::phrases;
use super::words::*;
use crate::model::*;
use crate::network::*;
use time::Date;

/// What was said longer ago is told as past, with its year.
const PAST_AFTER_DAYS: i64 = 365;

/// Reads one network aloud.
#[derive(Clone, Copy)]
pub(super) struct Speech<'a> {
    pub register: &'a Register,
    pub network: &'a Network,
    pub today: Date,
}

impl Office<'_> {
    /// A reader of one network.
    pub(super) fn speech<'a>(&'a self, network: &'a Network) -> Speech<'a> {
        Speech { register: self.register, network, today: self.today }
    }
}

impl Speech<'_> {
    /// A member inside a sentence: its short name; one of which only the kind is known in the words of its source, else of its kind.
    pub fn member(&self, place: usize, language: Language) -> String {
        let member = &self.network.members[place];
        let kind = member.kinds.first().and_then(|kind| self.network.catalogue.kind(kind));
        match (kind, language) {
            (Some(kind), _) if !member.organisation.placeholder || kind.people.nl == member.name() => {
                member.short_name().to_owned()
            }
            // "de GGD", where the catalogue has the name with its article.
            (Some(kind), Language::Nl) if kind.people.nl.contains(member.name()) => kind.people.nl.clone(),
            (Some(_), Language::Nl) => the(&lower_words(member.short_name())),
            (Some(_), Language::En) if member.organisation.short_name.is_some() => format!("the {}", member.short_name()),
            (Some(kind), Language::En) => kind.people.en.clone(),
            (None, _) => member.short_name().to_owned(),
        }
    }

    /// A member as a heading: its name; one of which only the kind is known is called by its kind in other languages.
    pub fn title(&self, place: usize, language: Language) -> String {
        let member = &self.network.members[place];
        match member.kinds.first().and_then(|kind| self.network.catalogue.kind(kind)) {
            Some(kind) if member.organisation.placeholder && language != Language::Nl => {
                kind.name.in_language(language).to_owned()
            }
            _ => member.name().to_owned(),
        }
    }

    /// People of a kind inside a sentence: "verloskundigen".
    pub fn people(&self, kind: &KindCode, language: Language) -> String {
        self.network.catalogue.kind(kind).map_or_else(|| kind.to_string(), |kind| kind.people.in_language(language).to_owned())
    }

    /// A party that need not be a member of this coalition.
    pub fn party(&self, party: Party, language: Language) -> String {
        match party {
            Party::Organisation(id) => match (self.network.place(id), self.register.organisation(&id)) {
                (Some(place), _) => self.member(place, language),
                (None, Some(organisation)) => organisation.name.to_string(),
                (None, None) => "?".to_owned(),
            },
            Party::Person(id) => self.person(id, None, language),
            Party::Position(id) => match self.register.position(&id) {
                Some(position) => self.person(position.person, Some(position), language),
                None => "?".to_owned(),
            },
        }
    }

    /// May the person be named here, to this viewer?
    pub fn names(&self, id: PersonId) -> Option<&Person> {
        let (view, coalition) = (&self.network.view, &self.network.coalition.id);
        self.register.person(&id).filter(|it| view.viewer.sees_person_of(self.register, it, coalition, self.today))
    }

    /// The name, with functions and organisations: "Linda Rentes (directeur, De Poort)". Of who may not be named here: where they
    /// work, else what they are.
    fn person(&self, id: PersonId, position: Option<&Position>, language: Language) -> String {
        let Some(person) = self.names(id) else { return self.somebody(id, position, language) };
        let held = self.held(id, position);
        let functions: Vec<String> = held.iter().filter_map(|position| self.function(position, language)).collect();
        if functions.is_empty() { person.name.to_string() } else { format!("{} ({})", person.name, functions.join("; ")) }
    }

    /// The positions that are meant: the one that is named, else all of the person.
    fn held<'b>(&'b self, id: PersonId, position: Option<&'b Position>) -> Vec<&'b Position> {
        let all = || {
            self.register.users_of(&EntityRef::Person(id)).filter_map(|user| match user {
                EntityRef::Position(position) => self.register.position(position),
                _ => None,
            })
        };
        position.map_or_else(|| all().collect(), |position| vec![position])
    }

    /// Who may not be named: "iemand van de gemeente", "een van de huisartsen", "een aandachtsfunctionaris", else "iemand". Of who is
    /// hidden no role is told.
    fn somebody(&self, id: PersonId, position: Option<&Position>, language: Language) -> String {
        let held: Vec<&Position> =
            self.held(id, position).into_iter().filter(|it| it.period.holds_on(self.network.as_of)).collect();
        // Of several partners those of this coalition are told; elsewhere is nobody's business here.
        let here: Vec<usize> = held.iter().filter_map(|it| self.network.place(it.organisation?)).collect();
        if !here.is_empty() {
            let mut names: Vec<String> = here.into_iter().map(|place| self.workplace(place, language)).collect();
            names.dedup();
            return format!("{} {}", pick(language, "iemand van", "somebody at"), list(&names, language));
        }
        if let Some(kind) = held.iter().find_map(|it| it.profession.as_ref()) {
            let people = self.people(kind, language);
            let of_one = people.starts_with("de ") || people.starts_with("het ") || people.starts_with("the ");
            return match (of_one, language) {
                (true, Language::Nl) => format!("iemand van {people}"),
                (true, Language::En) => format!("somebody at {people}"),
                (false, Language::Nl) => format!("een van de {people}"),
                (false, Language::En) => format!("one of the {people}"),
            };
        }
        let shown = self.register.person(&id).is_some_and(|it| it.shown_on(self.today));
        if shown && self.is_attention_officer(id) {
            return pick(language, "een aandachtsfunctionaris", "an attention officer").to_owned();
        }
        pick(language, "iemand", "somebody").to_owned()
    }

    /// A member as where somebody works: "de gemeente Leiden".
    fn workplace(&self, place: usize, language: Language) -> String {
        let name = self.member(place, language);
        match (name.strip_prefix("Gemeente "), language) {
            (Some(of), Language::Nl) => format!("de gemeente {of}"),
            (Some(of), Language::En) => format!("the municipality of {of}"),
            (None, _) => name,
        }
    }

    fn is_attention_officer(&self, id: PersonId) -> bool {
        self.register.entities_using(&EntityRef::Person(id)).any(|it| match it {
            Entity::Membership(it) => {
                it.coalition == self.network.coalition.id && it.roles.contains(&CoalitionRole::AttentionOfficer)
            }
            _ => false,
        })
    }

    fn function(&self, position: &Position, language: Language) -> Option<String> {
        let at = position.organisation.and_then(|id| self.register.organisation(&id)).map(|it| it.name.to_string());
        let profession = position.profession.as_ref().map(|kind| self.people(kind, language));
        match (position.title.as_ref().map(Name::to_string).or(profession), at) {
            (Some(title), Some(at)) => Some(format!("{title}, {at}")),
            (Some(title), None) => Some(title),
            (None, at) => at,
        }
    }

    /// Who says it; `None`: only the source.
    pub fn speaker(&self, claim: &Claim) -> Option<Words> {
        let speaker = claim.speaker?;
        Some(both(|language| {
            let who = self.party(speaker, language);
            match claim.on_behalf_of {
                // "Iemand van De Poort, namens De Poort" says one thing twice.
                Some(Party::Organisation(other)) if !self.is_named(speaker) => {
                    let other = self.party(Party::Organisation(other), language);
                    format!("{} {other}", pick(language, "iemand namens", "somebody on behalf of"))
                }
                Some(other) => {
                    let other = self.party(other, language);
                    format!("{who}, {} {other}", pick(language, "namens", "on behalf of"))
                }
                None => who,
            }
        }))
    }

    /// An organisation, or a person who may be named.
    fn is_named(&self, party: Party) -> bool {
        match party {
            Party::Organisation(_) => true,
            Party::Person(id) => self.names(id).is_some(),
            Party::Position(id) => self.register.position(&id).is_some_and(|it| self.names(it.person).is_some()),
        }
    }

    /// What is said, in one sentence.
    pub fn claim(&self, claim: &Claim) -> Words {
        both(|language| {
            let past = self.past_claim(claim, language);
            let said = phrases::Said { stance: claim.stance, kind: &claim.kind, past: past.as_deref() };
            match &claim.scope {
                Scope::Domains(domains) if claim.single_carrier => {
                    phrases::through_persons(&phrases::between(*domains, language), past.as_deref(), language)
                }
                Scope::Domains([a, b]) if a == b => phrases::within(*a, said, language),
                Scope::Domains(domains) => phrases::domains(*domains, said, language),
                Scope::Group(group) => {
                    let mut parties = group.parties().to_vec();
                    parties.sort_by_key(|party| match party {
                        Party::Organisation(id) => self.network.place(*id),
                        _ => None,
                    });
                    let names: Vec<String> = parties.into_iter().map(|party| self.party(party, language)).collect();
                    phrases::group(&list(&names, language), said, language)
                }
                Scope::Pair(pair) => {
                    let [a, b] = pair.ends().map(|end| self.party(end, language));
                    phrases::pair(&a, &b, said, language)
                }
                Scope::Kinds(kinds) => {
                    let [a, b] = [0, 1].map(|i| self.people(&kinds[i], language));
                    phrases::pair(&a, &b, said, language)
                }
            }
        })
    }

    /// The year of what a source says, when that is over a year ago: "in 2019". `None`: recent, or without a date.
    pub fn past(&self, provenance: &Provenance, said: Option<&PartialDate>, language: Language) -> Option<String> {
        let source = provenance.source.and_then(|id| self.register.source(&id));
        let date = said.or_else(|| source.and_then(|it| it.date.as_ref()))?;
        let (from, until) = (date.earliest().year(), date.latest().year());
        let old = (self.today - date.latest()).whole_days() > PAST_AFTER_DAYS;
        old.then(|| match language {
            _ if from == until => format!("in {from}"),
            Language::Nl => format!("tussen {from} en {until}"),
            Language::En => format!("between {from} and {until}"),
        })
    }

    /// The year of a claim, when that is over a year ago.
    pub fn past_claim(&self, claim: &Claim, language: Language) -> Option<String> {
        self.past(&claim.provenance, claim.date.as_ref(), language)
    }

    /// The person whose part of the source a fact comes from, when its place names one.
    pub fn named_in(&self, provenance: &Provenance) -> Option<Words> {
        let at = provenance.at.as_ref()?.as_str();
        let seats = self.network.members.iter().flat_map(|member| &member.seats).map(|seat| (seat.person, &seat.name));
        let loose = self.network.loose.iter().map(|person| (person.person, &person.name));
        let (person, _) = seats.chain(loose).find(|(_, name)| at.contains(name.as_str()))?;
        Some(both(|language| self.person(person, None, language)))
    }

    /// Where a fact is said.
    pub fn said(&self, provenance: &Provenance) -> ProvenanceRow {
        let source = provenance.source.and_then(|id| self.register.source(&id));
        ProvenanceRow {
            source: source.map(|it| self.network.title_of(it)),
            date: source.and_then(|it| it.date.clone()),
            at: provenance.at.clone().filter(|text| !self.names_somebody_hidden(text.as_str())),
            reading: provenance.reading,
            note: provenance.note.clone().filter(|text| !self.names_somebody_hidden(text.as_str())),
        }
    }

    /// Does a text hold the name, or the last word of the name, of somebody who may not be shown?
    pub fn names_somebody_hidden(&self, text: &str) -> bool {
        Unseen::of(&self.network.unnamed).named_in(text)
    }

    /// A claim as a row.
    pub fn claim_row(&self, claim: &Claim) -> ClaimRow {
        ClaimRow {
            id: claim.id,
            text: self.claim(claim),
            stance: claim.stance,
            speaker: self.speaker(claim),
            said: self.said(&claim.provenance),
        }
    }
}

/// How a party takes part, in words.
pub(super) fn participation(status: Option<MembershipStatus>, language: Language) -> &'static str {
    let (nl, en) = match status {
        Some(MembershipStatus::Signatory) => ("getekend", "signed"),
        Some(MembershipStatus::Participating) => ("doet mee", "takes part"),
        Some(MembershipStatus::Approached) => ("benaderd", "approached"),
        Some(MembershipStatus::Wanted) => {
            ("gewenst: de coalitie wil deze partner erbij", "wanted: the coalition wants this partner in")
        }
        Some(MembershipStatus::Left) => ("gestopt", "left"),
        None => ("genoemd als partij die meewerkt", "named as working along"),
    };
    pick(language, nl, en)
}

/// The sort of an initiative, in words.
pub(super) fn initiative_kind(kind: InitiativeKind) -> Words {
    match kind {
        InitiativeKind::Agreement => words("overeenkomst", "agreement"),
        InitiativeKind::Consultation => words("overleg", "consultation"),
        InitiativeKind::Programme => words("programma", "programme"),
        InitiativeKind::Tool => words("hulpmiddel", "tool"),
        InitiativeKind::Meeting => words("bijeenkomst", "meeting"),
        InitiativeKind::ContactPerson => words("vaste contactpersoon", "fixed contact"),
        InitiativeKind::SingleDesk => words("één loket", "single desk"),
    }
}

/// An aspect of governance, in words.
pub(super) fn governance_aspect(aspect: GovernanceAspect) -> Words {
    match aspect {
        GovernanceAspect::Leads => words("wie trekt de coalitie", "who leads the coalition"),
        GovernanceAspect::CaseLead => words("wie heeft de regie in een casus", "who has the lead in a case"),
        GovernanceAspect::BuildsOn => words("bouwt voort op", "builds on"),
        GovernanceAspect::TogetherSince => words("werkten al samen", "worked together already"),
        GovernanceAspect::Steering => words("overleg of stuurgroep", "consultation or steering group"),
    }
}
