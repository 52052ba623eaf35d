//! How a coalition does it: claims, initiatives and facts about governance, each with its source; a person is told as an organisation.

use super::answer::*;
use super::lesson_words::{Teller, stage, stage_words};
use crate::analysis::gaps::Evidence;
use crate::desk::phrases;
use crate::desk::speech::initiative_kind;
use crate::desk::words::*;
use crate::model::*;

/// Most sentences that tell how one coalition does one thing.
const HOW_MAX: usize = 3;

impl Teller<'_> {
    /// What a line rests on, as sentences.
    pub(super) fn how_of(&self, evidence: &Evidence) -> Vec<LearnHow> {
        let network = self.network();
        match evidence {
            Evidence::Claim(id) => network.claims.get(id).into_iter().map(|claim| self.claim(claim)).collect(),
            Evidence::Initiative(id) => {
                network.initiatives.iter().filter(|it| it.id == *id).map(|it| self.initiative(it)).collect()
            }
            Evidence::Path(path) => {
                let links = path.windows(2).filter_map(|step| network.link(step[0], step[1], Level::Practice));
                let claims = links.filter_map(|link| network.claims.get(link.claims.first()?));
                claims.map(|claim| self.claim(claim)).collect()
            }
            _ => Vec::new(),
        }
    }

    /// "In november 2019 vertelde iemand van Verloskundige Praktijk Zeist: …"
    pub(super) fn claim(&self, claim: &Claim) -> LearnHow {
        let source = claim.provenance.source.and_then(|id| self.speech.register.source(&id));
        let date = claim.date.as_ref().or_else(|| source.and_then(|it| it.date.as_ref()));
        let voices = self.network().voices.get(&claim.id).into_iter().flatten();
        let places: Vec<usize> = voices.filter_map(|&id| self.network().place(id)).collect();
        let words = both(|language| {
            let text = lower_first(self.claim_text(claim).in_language(language));
            let who: Vec<String> = places.iter().map(|&place| self.speech.member(place, language)).collect();
            let (who, when) = (list(&who, language), date.map(|date| on(date, language)));
            let told = match (when, who.is_empty(), language) {
                (Some(when), false, Language::Nl) => format!("{when} vertelde iemand van {who}: {text}"),
                (Some(when), false, Language::En) => format!("{when} somebody at {who} told: {text}"),
                (Some(when), true, Language::Nl) => format!("{when} stond er: {text}"),
                (Some(when), true, Language::En) => format!("{when} it read: {text}"),
                (None, false, Language::Nl) => format!("iemand van {who} vertelt: {text}"),
                (None, false, Language::En) => format!("somebody at {who} tells: {text}"),
                (None, true, Language::Nl) => format!("de bron zegt: {text}"),
                (None, true, Language::En) => format!("the source says: {text}"),
            };
            sentence_case(&told)
        });
        LearnHow { words, source: self.source(&claim.provenance) }
    }

    /// A claim in one sentence; one that names persons is told of their organisations.
    fn claim_text(&self, claim: &Claim) -> Words {
        let ends = match &claim.scope {
            Scope::Pair(pair) => pair.ends().to_vec(),
            Scope::Group(group) => group.parties().to_vec(),
            Scope::Kinds(_) | Scope::Domains(_) => Vec::new(),
        };
        if ends.iter().all(|end| matches!(end, Party::Organisation(_))) {
            return self.speech.claim(claim);
        }
        let mut places: Vec<usize> = ends.into_iter().filter_map(|end| self.place(end)).collect();
        places.sort_unstable();
        places.dedup();
        both(|language| {
            let names: Vec<String> = places.iter().map(|&place| self.speech.member(place, language)).collect();
            let said = phrases::Said { stance: claim.stance, kind: &claim.kind, past: None };
            match names.as_slice() {
                [a, b] => phrases::pair(a, b, said, language),
                [] => pick(language, "er is een lijn.", "there is a line.").to_owned(),
                names => phrases::group(&list(names, language), said, language),
            }
        })
    }

    /// The member that a party stands for: itself, or where a person works.
    pub(super) fn place(&self, party: Party) -> Option<usize> {
        let network = self.network();
        match party {
            Party::Organisation(id) => network.place(id),
            Party::Person(id) => network.members.iter().position(|member| member.seats.iter().any(|seat| seat.person == id)),
            Party::Position(id) => network.place(self.speech.register.position(&id)?.organisation?),
        }
    }

    /// An initiative by its name and stage: "Eén loket voor zwangeren was in 2019 een idee."
    pub(super) fn named(&self, it: &Initiative) -> Words {
        match stage(it.status) {
            LearnStatus::Does => words(format!("{}.", it.name), format!("{}.", it.name)),
            status => both(|language| {
                let past = self.speech.past(&it.provenance, None, language);
                format!("{} {}.", it.name, stage_words(status, past.as_deref(), language))
            }),
        }
    }

    /// "Idee: Aandachtfunctionarissen in de Sociaal Wijkteams. Nog geen praktijk."
    pub(super) fn initiative(&self, it: &Initiative) -> LearnHow {
        let sort = initiative_kind(it.kind);
        let number = super::governance::organisations_in(it);
        let words = both(|language| {
            let sort = sentence_case(sort.in_language(language));
            let when = it.period.from().map(|from| format!(", {}", date(from, language))).unwrap_or_default();
            let named = match (number, language) {
                (0, _) => String::new(),
                (_, Language::Nl) => format!(" Genoemd: {}.", count(number, "deelnemer", "deelnemers", language)),
                (_, Language::En) => format!(" Named: {}.", count(number, "participant", "participants", language)),
            };
            let text = match (it.status, language) {
                (InitiativeStatus::Wished, Language::Nl) => format!("idee: {}{when}. Nog geen praktijk.", it.name),
                (InitiativeStatus::Wished, Language::En) => format!("idea: {}{when}. Not in practice yet.", it.name),
                (InitiativeStatus::Planned, Language::Nl) => format!("plan: {}{when}. Nog geen praktijk.", it.name),
                (InitiativeStatus::Planned, Language::En) => format!("plan: {}{when}. Not in practice yet.", it.name),
                _ => format!("{sort}: {}{when}.{named}", it.name),
            };
            sentence_case(&text)
        });
        LearnHow { words, source: self.source(&it.provenance) }
    }

    /// What sources that were there on the day tell of an aspect of governance.
    pub(super) fn governed(&self, aspect: GovernanceAspect) -> Vec<LearnHow> {
        let network = self.network();
        let date_of = |fact: &GovernanceFact| self.speech.register.source(&fact.provenance.source?)?.date.clone();
        let by_then = |fact: &&GovernanceFact| date_of(fact).is_none_or(|date| date.earliest() <= network.as_of);
        let facts = network.coalition.governed(aspect).filter(by_then);
        let told = |fact: &GovernanceFact| LearnHow {
            words: both(|language| {
                let text = fact.text.words();
                format!("{}: {}.", aspect_words(aspect, language), text.in_language(language))
            }),
            source: self.source(&fact.provenance),
        };
        facts.map(told).collect()
    }

    /// Title, date and place of a source; a place that names a person loses that part.
    pub(super) fn source(&self, provenance: &Provenance) -> Option<Words> {
        let said = self.speech.said(provenance);
        let title = said.source?;
        let network = self.network();
        let seats = network.members.iter().flat_map(|member| &member.seats).map(|seat| seat.name.as_str());
        let persons: Vec<&str> = seats.chain(network.loose.iter().map(|person| person.name.as_str())).collect();
        let at = said.at.map(|at| {
            let unnamed = |part: &&str| !persons.iter().any(|name| part.contains(name));
            at.as_str().split(", ").filter(unnamed).collect::<Vec<_>>().join(", ")
        });
        Some(both(|language| {
            let date = said.date.as_ref().map(|it| date(it, language));
            let parts = [Some(title.to_string()), date, at.clone().filter(|at| !at.is_empty())];
            parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
        }))
    }
}

/// What a fact about governance answers.
fn aspect_words(aspect: GovernanceAspect, language: Language) -> &'static str {
    let (nl, en) = match aspect {
        GovernanceAspect::Leads => ("Trekker", "Lead"),
        GovernanceAspect::CaseLead => ("Regie bij een gezin", "Lead in the case of a family"),
        GovernanceAspect::BuildsOn => ("Bouwt voort op", "Builds on"),
        GovernanceAspect::TogetherSince => ("Werkten al samen", "Worked together already"),
        GovernanceAspect::Steering => ("Overleg", "Consultation"),
    };
    pick(language, nl, en)
}

/// The first few, each once.
pub(super) fn distinct(how: Vec<LearnHow>) -> Vec<LearnHow> {
    let mut found: Vec<LearnHow> = Vec::new();
    for it in how {
        if found.len() < HOW_MAX && found.iter().all(|seen| seen.words != it.words) {
            found.push(it);
        }
    }
    found
}
