//! Claims, sources and evidence in words: who says what, where, when.

use super::answers::*;
use super::office::Office;
use super::phrases;
use super::words::*;
use crate::analysis::gaps::Evidence;
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

    /// The name, with functions and organisations: "Linda Rentes (directeur, De Poort)".
    fn person(&self, id: PersonId, position: Option<&Position>, language: Language) -> String {
        let Some(person) = self.register.person(&id).filter(|it| it.shown_on(self.today)) else {
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
        if functions.is_empty() { person.name.to_string() } else { format!("{} ({})", person.name, functions.join("; ")) }
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
    fn named_in(&self, provenance: &Provenance) -> Option<Words> {
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

    /// All evidence of one finding or pair. Where others speak of something wider, silence is about this pair alone.
    pub fn evidence_rows(&self, evidence: &[Evidence]) -> Vec<EvidenceRow> {
        let beside = evidence.iter().any(|it| matches!(it, Evidence::Claim(_)));
        let mut rows: Vec<EvidenceRow> = evidence.iter().map(|it| self.evidence(it)).collect();
        for row in rows.iter_mut().filter(|row| beside && row.sort == "silence") {
            row.text = words("Over dit paar zegt geen bron iets.", "No source speaks about this pair.");
        }
        rows
    }

    fn evidence(&self, evidence: &Evidence) -> EvidenceRow {
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
                let read = coverage.is_some_and(|it| it.provenance.reading == Reading::Interpreted);
                let text = match coverage.map(|it| it.scope) {
                    Some(CoverageScope::Members) if read => words(
                        "De bron geeft de lijst zonder voorbehoud; wij lezen haar als volledig.",
                        "The source gives the list without reservation; we read it as complete.",
                    ),
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
                    let steps = count(steps, pick(language, "stap", "step"), pick(language, "stappen", "steps"), language);
                    match language {
                        Language::Nl => format!("De kortste bekende lijn heeft {steps}: {}.", names.join(" – ")),
                        Language::En => format!("The shortest known line takes {steps}: {}.", names.join(" – ")),
                    }
                }),
            ),
            Evidence::Membership(place) => {
                let member = &self.network.members[*place];
                let wanted = member.status == Some(MembershipStatus::Wanted);
                let text = both(|language| match wanted {
                    true => self.wanted(*place, language),
                    false => {
                        let name = sentence_case(&self.member(*place, language));
                        format!("{name}: {}.", participation(member.status, language))
                    }
                });
                let speaker = if wanted { self.named_in(&member.provenance) } else { None };
                EvidenceRow { speaker, said: Some(self.said(&member.provenance)), ..row("membership", text) }
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
                words(
                    "Niemand is hiernaar gevraagd, en geen bron zegt er iets over.",
                    "Nobody was asked, and no source says anything about it.",
                ),
            ),
        }
    }

    fn wanted(&self, place: usize, language: Language) -> String {
        let provenance = &self.network.members[place].provenance;
        let who = with_article(&lower_first(&self.title(place, language)), language);
        match (self.past(provenance, None, language), language) {
            (None, Language::Nl) => format!("De coalitie wil {who} erbij."),
            (None, Language::En) => format!("The coalition wants {who} in."),
            (Some(when), Language::Nl) => format!("De coalitie wilde {when} {who} erbij."),
            (Some(when), Language::En) => format!("{} the coalition wanted {who} in.", sentence_case(&when)),
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
                Language::Nl => format!("Norm {} verwacht {how_often} een lijn tussen {finder} en {helper}.", norm.version),
                Language::En => format!("Norm {} expects {how_often} a line between {finder} and {helper}.", norm.version),
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
            let name = lower_first(kind.name.in_language(language));
            let where_to = match (kind.expected, language) {
                (Expected::Core, Language::Nl) => "in elke coalitie",
                (Expected::Core, Language::En) => "in every coalition",
                (Expected::Often, Language::Nl) => "in de meeste coalities",
                (Expected::Often, Language::En) => "in most coalitions",
                (Expected::Optional, Language::Nl) => "in sommige coalities",
                (Expected::Optional, Language::En) => "in some coalitions",
            };
            match language {
                Language::Nl => format!("Norm {norm} verwacht {where_to}: {name}."),
                Language::En => format!("Norm {norm} expects {where_to}: {name}."),
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
