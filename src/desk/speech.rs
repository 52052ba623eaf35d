//! Claims, sources and evidence in words: who says what, where, when.

use super::answers::*;
use super::words::*;
use crate::analysis::gaps::Evidence;
use crate::model::*;
use crate::network::*;

/// Reads one network aloud.
#[derive(Clone, Copy)]
pub(super) struct Speech<'a> {
    pub register: &'a Register,
    pub network: &'a Network,
}

impl Speech<'_> {
    /// A member by name, with "(name unknown)" for one of which only the kind is known.
    pub fn member(&self, place: usize, language: Language) -> String {
        let member = &self.network.members[place];
        match member.kinds.first().and_then(|kind| self.network.catalogue.kind(kind)) {
            Some(kind) if member.organisation.placeholder && member.organisation.short_name.is_none() => {
                kind.people.in_language(language).to_owned()
            }
            _ => member.short_name().to_owned(),
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
    fn party(&self, party: Party, language: Language) -> String {
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

    /// Function and organisation before the name: "directeur van De Poort (Linda Rentes)".
    fn person(&self, id: PersonId, position: Option<&Position>, language: Language) -> String {
        let Some(person) = self.register.person(&id).filter(|it| it.visibility != Visibility::Hidden) else {
            return pick(language, "een persoon", "a person").to_owned();
        };
        let reference = EntityRef::Person(id);
        let held: Vec<&Position> = match position {
            Some(position) => vec![position],
            None => self
                .register
                .users_of(&reference)
                .filter_map(|user| match user {
                    EntityRef::Position(position) => self.register.position(position),
                    _ => None,
                })
                .collect(),
        };
        let functions: Vec<String> = held.iter().filter_map(|position| self.function(position, language)).collect();
        if functions.is_empty() { person.name.to_string() } else { format!("{} ({})", list(&functions, language), person.name) }
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
                Some(other) => {
                    let other = self.party(other, language);
                    format!("{who}, {} {other}", pick(language, "namens", "on behalf of"))
                }
                None => who,
            }
        }))
    }

    /// What is said, in one sentence.
    pub fn claim(&self, claim: &Claim) -> Words {
        both(|language| {
            let kind = self.network.catalogue.link(&claim.kind);
            let verb = kind.map_or("–", |kind| kind.name.in_language(language));
            let what = match &claim.scope {
                Scope::Domains([a, b]) if a == b => {
                    return self.within(*a, claim.stance, noun(&claim.kind, language).0, language);
                }
                Scope::Group(group) => {
                    let names: Vec<String> = group.parties().iter().map(|&party| self.party(party, language)).collect();
                    return group_sentence(&list(&names, language), claim.stance, language);
                }
                Scope::Pair(pair) => pair.ends().map(|end| self.party(end, language)),
                Scope::Kinds(kinds) => [0, 1].map(|i| self.people(&kinds[i], language)),
                Scope::Domains(domains) => domains.map(|it| domain(it, language).to_owned()),
            };
            let noun = noun(&claim.kind, language);
            match (&claim.scope, claim.stance, language) {
                (Scope::Domains(_), Stance::Insufficient, Language::Nl) => {
                    format!("Tussen {} en {} is er te weinig {}.", what[0], what[1], noun.0)
                }
                (Scope::Domains(_), Stance::Insufficient, Language::En) => {
                    format!("Between {} and {} there is too little {}.", what[0], what[1], noun.0)
                }
                _ => pair_sentence(&what[0], &what[1], claim.stance, (verb, noun.1), language),
            }
        })
    }

    fn within(&self, within: Domain, stance: Stance, noun: &str, language: Language) -> String {
        let at = domain(within, language);
        match (stance, language) {
            (Stance::Asserted, Language::Nl) => format!("Binnen {at} is er {noun}."),
            (Stance::Asserted, Language::En) => format!("Within {at} there is {noun}."),
            (Stance::Denied, Language::Nl) => format!("Binnen {at} is er nog geen {noun}."),
            (Stance::Denied, Language::En) => format!("Within {at} there is no {noun} yet."),
            (Stance::Insufficient, Language::Nl) => format!("Binnen {at} is er te weinig {noun}."),
            (Stance::Insufficient, Language::En) => format!("Within {at} there is too little {noun}."),
            (_, Language::Nl) => format!("Binnen {at} is {noun} een plan of wens."),
            (_, Language::En) => format!("Within {at} {noun} is a plan or wish."),
        }
    }

    /// Where a fact is said.
    pub fn said(&self, provenance: &Provenance) -> ProvenanceRow {
        let source = provenance.source.and_then(|id| self.register.source(&id));
        ProvenanceRow {
            source: source.map(|it| it.title.clone()),
            date: source.and_then(|it| it.date.clone()),
            at: provenance.at.clone(),
            reading: provenance.reading,
            note: provenance.note.clone(),
        }
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

    /// One piece of evidence as a row.
    pub fn evidence(&self, evidence: &Evidence) -> EvidenceRow {
        let row = |sort: &str, text: Words| EvidenceRow {
            sort: sort.to_owned(),
            text,
            speaker: None,
            said: None,
            norm_sources: vec![],
        };
        match evidence {
            Evidence::Claim(id) => match self.network.claims.get(id) {
                Some(claim) => EvidenceRow {
                    speaker: self.speaker(claim),
                    said: Some(self.said(&claim.provenance)),
                    ..row("claim", self.claim(claim))
                },
                None => row("claim", words("Een opgave die niet meer bestaat.", "A claim that no longer exists.")),
            },
            Evidence::Coverage(id) => {
                let coverage = self.network.coverages.iter().find(|it| it.id == *id);
                let text = match coverage.map(|it| it.scope) {
                    Some(CoverageScope::Members) => words(
                        "De lijst van wie meedoet is volledig: wie er niet op staat, doet niet mee.",
                        "The list of who takes part is complete: who is not on it, does not take part.",
                    ),
                    _ => words(
                        "De lijst van lijnen is volledig: wat er niet op staat, is er niet.",
                        "The list of lines is complete: what is not on it, is not there.",
                    ),
                };
                EvidenceRow { said: coverage.map(|it| self.said(&it.provenance)), ..row("coverage", text) }
            }
            Evidence::NormLine(place) => self.norm_line(*place),
            Evidence::NormKind(code) => self.norm_kind(code),
            Evidence::Path(path) => row(
                "path",
                both(|language| {
                    let names: Vec<String> = path.iter().map(|&place| self.member(place, language)).collect();
                    let steps = path.len().saturating_sub(1);
                    match language {
                        Language::Nl => format!("De kortste bekende lijn heeft {steps} stappen: {}.", names.join(" – ")),
                        Language::En => format!("The shortest known line takes {steps} steps: {}.", names.join(" – ")),
                    }
                }),
            ),
            Evidence::Membership(place) => {
                let member = &self.network.members[*place];
                let text = both(|language| {
                    let name = sentence_case(&self.member(*place, language));
                    format!("{name}: {}.", participation(member.status, language))
                });
                EvidenceRow { said: Some(self.said(&member.provenance)), ..row("membership", text) }
            }
            Evidence::Initiative(id) => match self.network.initiatives.iter().find(|it| it.id == *id) {
                Some(it) => EvidenceRow { said: Some(self.said(&it.provenance)), ..row("initiative", initiative(it)) },
                None => row("initiative", words("Een initiatief dat niet meer bestaat.", "An initiative that no longer exists.")),
            },
            Evidence::KindNotStated(places) => row(
                "membership",
                both(|language| {
                    let names: Vec<String> = places.iter().map(|&place| self.member(place, language)).collect();
                    let names = list(&names, language);
                    match language {
                        Language::Nl => {
                            format!("De bron noemt niet wat voor organisatie dit is, en het kan deze plaats vullen: {names}.")
                        }
                        Language::En => format!(
                            "The source does not say what kind of organisation this is, and it may fill this place: {names}."
                        ),
                    }
                }),
            ),
            Evidence::Silence => row(
                "silence",
                words("Niemand is hiernaar gevraagd, en geen bron noemt het.", "Nobody was asked, and no source mentions it."),
            ),
        }
    }

    fn norm_line(&self, place: usize) -> EvidenceRow {
        let norm = &self.network.catalogue.norm;
        let line = &norm.lines[place];
        let text = both(|language| {
            let finder = self.people(&line.finder, language);
            let helper = self.people(&line.helper, language);
            let how_often = match (line.weight, language) {
                (Expected::Core, Language::Nl) => "in elke coalitie",
                (Expected::Core, Language::En) => "in every coalition",
                (_, Language::Nl) => "in de meeste coalities",
                (_, Language::En) => "in most coalitions",
            };
            match language {
                Language::Nl => format!("Norm {}: tussen {finder} en {helper} hoort {how_often} een lijn.", norm.version),
                Language::En => format!("Norm {}: between {finder} and {helper} a line is expected {how_often}.", norm.version),
            }
        });
        self.norm_row(text, &line.grounds)
    }

    fn norm_kind(&self, code: &KindCode) -> EvidenceRow {
        let Some(kind) = self.network.catalogue.kind(code) else {
            return self.norm_row(words(code.to_string(), code.to_string()), &Grounds::default());
        };
        let norm = &self.network.catalogue.norm.version;
        let text = both(|language| {
            let name = kind.name.in_language(language);
            match (kind.expected, language) {
                (Expected::Core, Language::Nl) => format!("Norm {norm}: {name} hoort in elke coalitie."),
                (Expected::Core, Language::En) => format!("Norm {norm}: {name} is expected in every coalition."),
                (Expected::Often, Language::Nl) => format!("Norm {norm}: {name} hoort in de meeste coalities."),
                (Expected::Often, Language::En) => format!("Norm {norm}: {name} is expected in most coalitions."),
                (Expected::Optional, Language::Nl) => format!("Norm {norm}: {name} hoort in sommige coalities."),
                (Expected::Optional, Language::En) => format!("Norm {norm}: {name} is expected in some coalitions."),
            }
        });
        self.norm_row(text, &kind.grounds)
    }

    fn norm_row(&self, text: Words, grounds: &Grounds) -> EvidenceRow {
        let catalogue = &self.network.catalogue;
        let norm_sources = grounds.sources.iter().filter_map(|key| catalogue.sources.get(key).cloned()).collect();
        let text = if grounds.unsourced {
            words(
                format!("{} Voor deze regel is nog geen bron.", text.nl),
                format!("{} No source was read for this row.", text.en),
            )
        } else {
            text
        };
        EvidenceRow { sort: "norm".to_owned(), text, speaker: None, said: None, norm_sources }
    }
}

/// What a kind of link is called as a mass and as one: "overleg", "overleg"; "contact", "lijn".
fn noun(kind: &LinkKindCode, language: Language) -> (&'static str, &'static str) {
    match (kind.as_str(), language) {
        ("consults", Language::Nl) => ("overleg", "overleg"),
        ("consults", Language::En) => ("consultation", "consultation"),
        (_, Language::Nl) => ("verbinding", "lijn"),
        (_, Language::En) => ("connection", "line"),
    }
}

fn pair_sentence(a: &str, b: &str, stance: Stance, (verb, noun): (&str, &str), language: Language) -> String {
    let text = match (stance, language) {
        (Stance::Asserted, _) => format!("{a} {verb} {b}."),
        (Stance::Denied, Language::Nl) => format!("tussen {a} en {b} is er nog geen {noun}."),
        (Stance::Denied, Language::En) => format!("between {a} and {b} there is no {noun} yet."),
        (Stance::Insufficient, Language::Nl) => format!("{a} en {b} vinden elkaar lastig of te weinig."),
        (Stance::Insufficient, Language::En) => format!("{a} and {b} find each other hard to reach, or too little."),
        (Stance::Planned, Language::Nl) => format!("gepland: {a} {verb} {b}."),
        (Stance::Planned, Language::En) => format!("planned: {a} {verb} {b}."),
        (Stance::Wished, Language::Nl) => format!("als wens of idee: {a} {verb} {b}."),
        (Stance::Wished, Language::En) => format!("a wish or idea: {a} {verb} {b}."),
    };
    sentence_case(&text)
}

fn group_sentence(names: &str, stance: Stance, language: Language) -> String {
    let text = match (stance, language) {
        (Stance::Asserted, Language::Nl) => format!("{names} werken samen; wie met wie staat er niet bij."),
        (Stance::Asserted, Language::En) => format!("{names} work together; who with whom is not said."),
        (Stance::Denied, Language::Nl) => format!("tussen {names} zijn nog geen lijnen."),
        (Stance::Denied, Language::En) => format!("between {names} there are no lines yet."),
        (Stance::Insufficient, Language::Nl) => format!("tussen {names} zijn te weinig lijnen."),
        (Stance::Insufficient, Language::En) => format!("between {names} there are too few lines."),
        (Stance::Planned, Language::Nl) => format!("gepland: {names} gaan samenwerken."),
        (Stance::Planned, Language::En) => format!("planned: {names} will work together."),
        (Stance::Wished, Language::Nl) => format!("als wens of idee: {names} werken samen."),
        (Stance::Wished, Language::En) => format!("a wish or idea: {names} work together."),
    };
    sentence_case(&text)
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
    }
}

fn initiative(it: &Initiative) -> Words {
    let kind = initiative_kind(it.kind);
    let number = it.participants.len();
    both(|language| {
        let when = it.period.from().map(|from| format!(", {}", date(from, language))).unwrap_or_default();
        let who = match language {
            Language::Nl => count(number, "deelnemer genoemd", "deelnemers genoemd", language),
            Language::En => count(number, "participant named", "participants named", language),
        };
        sentence_case(&format!("{}: {}{when}; {who}.", kind.in_language(language), it.name))
    })
}
