//! One step of a line in words: who, how they know the one before, who says so, and when.
//!
//! Never: the name of somebody who may not be seen; the organisation stands there instead.

use super::answer::*;
use super::board::Board;
use crate::desk::speech::Speech;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;
use crate::network::*;

/// Somebody on a line, at one of the partners where they work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stop {
    /// Who: a node.
    pub node: usize,
    /// Where: a place in `Network::members`; absent: it is not known where they work.
    pub place: Option<usize>,
}

/// Reads the people of one coalition aloud.
#[derive(Clone, Copy)]
pub(super) struct Steps<'a> {
    pub speech: Speech<'a>,
    pub board: &'a Board,
}

impl Steps<'_> {
    /// Everybody on a line, each at the partner for which they are on it. Takes the partners at its two ends, where those are certain.
    ///
    /// Who works for several partners stands at the end that is looked for; else where the one before or behind is a colleague; else at
    /// the partner that a claim of the step names; else at the first.
    pub fn stops(&self, line: &Line, first: Option<usize>, last: Option<usize>) -> Vec<Stop> {
        let edge = |at: usize| line.steps.get(at)?.edge.map(|edge| self.board.lines.edge(edge));
        let stop = |(at, step): (usize, &Step)| {
            let members = &self.board.lines.nodes[step.node].members;
            let neighbours = [(edge(at), at.checked_sub(1)), (edge(at + 1), Some(at + 1))];
            let ends = [last.filter(|_| at + 1 == line.steps.len()), first.filter(|_| at == 0)];
            let colleague = neighbours.iter().filter_map(|(edge, other)| {
                edge.filter(|edge| edge.tie == Tie::Colleagues)?;
                let there = &self.board.lines.nodes[line.steps[(*other)?].node].members;
                members.iter().copied().find(|place| there.contains(place))
            });
            let named = neighbours.iter().filter_map(|(edge, _)| self.named_by((*edge)?, step.node));
            let place = ends.into_iter().flatten().chain(colleague).chain(named).find(|place| members.contains(place));
            Stop { node: step.node, place: place.or_else(|| members.first().copied()) }
        };
        line.steps.iter().enumerate().map(stop).collect()
    }

    /// Where somebody works, as a claim of a step has it: the organisation, or that of their position.
    fn named_by(&self, edge: &Edge, node: usize) -> Option<usize> {
        let (it, speech) = (&self.board.lines.nodes[node], &self.speech);
        let at = |party: &Party| match *party {
            Party::Organisation(id) => speech.network.place(id),
            Party::Person(_) => None,
            Party::Position(id) => {
                let position = speech.register.position(&id).filter(|position| Some(position.person) == it.person)?;
                speech.network.place(position.organisation?)
            }
        };
        let of_claim = |claim: &Claim| match &claim.scope {
            Scope::Pair(pair) => pair.ends().iter().filter_map(at).find(|place| it.members.contains(place)),
            Scope::Group(_) | Scope::Kinds(_) | Scope::Domains(_) => None,
        };
        self.asserted(edge).find_map(of_claim)
    }

    /// Somebody as a heading, function first: "Directeur Linda Rentes, De Poort"; of who is not named the organisation.
    pub fn title(&self, stop: Stop, language: Language) -> String {
        match (self.person(stop), stop.place) {
            (None, None) => self.inside(stop, language),
            (None, Some(place)) => self.speech.title(place, language),
            (Some(name), None) => sentence_case(&name),
            (Some(name), Some(place)) => sentence_case(&format!("{name}, {}", self.speech.network.members[place].short_name())),
        }
    }

    /// The same inside a sentence: "directeur Linda Rentes", "maatschappelijk werk".
    pub fn inside(&self, stop: Stop, language: Language) -> String {
        let at = || stop.place.map(|place| self.speech.member(place, language));
        self.person(stop).or_else(at).unwrap_or_else(|| pick(language, "iemand", "somebody").to_owned())
    }

    /// Function and name of somebody who is named here.
    fn person(&self, stop: Stop) -> Option<String> {
        let id = self.board.lines.nodes[stop.node].person?;
        let name = &self.speech.names(id)?.name;
        let title = self.function(id, stop.place);
        Some(title.map_or_else(|| name.to_string(), |title| format!("{} {name}", lower_first(title.as_str()))))
    }

    /// The title of somebody at a partner; of who works for none known here, their own.
    fn function(&self, id: PersonId, place: Option<usize>) -> Option<&Name> {
        let network = self.speech.network;
        match place {
            Some(place) => network.members[place].seats.iter().filter(|it| it.person == id).find_map(|it| it.title.as_ref()),
            None => network.loose.iter().find(|it| it.person == id)?.title.as_ref(),
        }
    }

    /// The person on a step, where they may be seen.
    pub fn step_person(&self, stop: Stop) -> Option<WhoStepPerson> {
        let id = self.board.lines.nodes[stop.node].person?;
        let name = self.speech.names(id)?.name.clone();
        Some(WhoStepPerson { id, name, title: self.function(id, stop.place).cloned() })
    }

    /// How a step is known. Takes the one before and what they are called, and the one it leads to.
    pub fn by(&self, before: (Stop, &Words), stop: Stop, edge: &Edge) -> WhoBy {
        let how = match edge.tie {
            Tie::Colleagues => WhoHow::Colleague,
            Tie::SpokeFor => WhoHow::OneSided,
            Tie::Consultation => WhoHow::Unverified,
            Tie::Said(LinkStatus::Confirmed) => WhoHow::Confirmed,
            Tie::Said(LinkStatus::OneSided) => WhoHow::OneSided,
            Tie::Said(LinkStatus::Contested) => WhoHow::Contested,
            Tie::Said(_) => WhoHow::Unverified,
        };
        let fresh = self.fresh(edge);
        let words = both(|language| {
            let what = self.what(before, stop, edge, language);
            let who = self.who_says(edge, how, language);
            let old = pick(language, "Dat is lang geleden.", "That is long ago.");
            let said = [Some(what), who, (!fresh).then(|| old.to_owned())].into_iter().flatten();
            said.collect::<Vec<_>>().join(" ")
        });
        WhoBy { how, fresh, strength: edge.strength, words, claims: self.claims(&edge.claims) }
    }

    /// Claims that may be told of: none that names a person who may not be named.
    fn claims(&self, ids: &[ClaimId]) -> Vec<ClaimId> {
        let network = self.speech.network;
        let told = |id: &&ClaimId| network.claims.get(id).is_some_and(|claim| self.may_be_told(claim));
        match network.view.viewer.belongs_to(&network.coalition.id) {
            true => ids.iter().filter(told).copied().collect(),
            false => Vec::new(),
        }
    }

    pub fn may_be_told(&self, claim: &Claim) -> bool {
        let ends = match &claim.scope {
            Scope::Pair(pair) => pair.ends().to_vec(),
            Scope::Group(group) => group.parties().to_vec(),
            Scope::Kinds(_) | Scope::Domains(_) => Vec::new(),
        };
        ends.into_iter().chain(claim.speaker).chain(claim.on_behalf_of).all(|party| match party {
            Party::Organisation(_) => true,
            Party::Person(id) => self.speech.names(id).is_some(),
            Party::Position(id) => self.speech.register.position(&id).is_some_and(|it| self.speech.names(it.person).is_some()),
        })
    }

    /// Was it said within the half-life of such a line, counted from today?
    fn fresh(&self, edge: &Edge) -> bool {
        let half_life = |kinds: &mut dyn Iterator<Item = &LinkKindCode>| {
            kinds.filter_map(|code| self.speech.network.catalogue.link(code)?.half_life_months).max()
        };
        let link = edge.link.map(|place| &self.board.lines.links[place]);
        let (half_life, last) = match link {
            Some(link) => (half_life(&mut link.kinds.iter()), link.last_said.as_ref()),
            None => (half_life(&mut self.asserted(edge).map(|it| &it.kind)), self.said_on(edge)),
        };
        match (half_life, last) {
            (Some(half_life), Some(last)) => faded(half_life, last, self.speech.today) >= FRESHNESS_STALE_BELOW,
            _ => edge.fresh,
        }
    }

    /// When it was last said.
    fn said_on<'a>(&'a self, edge: &'a Edge) -> Option<&'a PartialDate> {
        let link = edge.link.and_then(|place| self.board.lines.links[place].last_said.as_ref());
        let dates = self.asserted(edge).filter_map(|claim| claim_date(self.speech.register, claim));
        link.or_else(|| dates.max_by_key(|date| date.latest()))
    }

    fn asserted<'a>(&'a self, edge: &'a Edge) -> impl Iterator<Item = &'a Claim> {
        let claims = edge.claims.iter().filter_map(|id| self.speech.network.claims.get(id));
        claims.filter(|claim| claim.stance == Stance::Asserted)
    }

    /// What ties the two: "Zit met u in “MDO”."
    fn what(&self, (from, called): (Stop, &Words), stop: Stop, edge: &Edge, language: Language) -> String {
        let with = called.in_language(language);
        let (before, node) = (from.node, stop.node);
        let many = several(&self.inside(stop, language), language) && self.board.lines.nodes[node].person.is_none();
        match edge.tie {
            Tie::Colleagues => pick(language, "Werkt bij dezelfde organisatie.", "Works for the same organisation.").to_owned(),
            Tie::SpokeFor => self.spoke_for(from, stop, edge, with, language),
            Tie::Consultation => match self.consultation(before, node).filter(|it| !it.is_nameless()) {
                Some(it) => sits(many, with, it.name.as_str(), language),
                None => verb(
                    many,
                    "overlegt",
                    "overleggen",
                    "consults",
                    "consult",
                    &format!(" met {with}."),
                    &format!(" {with}."),
                    language,
                ),
            },
            Tie::Said(_) => self.said(before, node, edge, (with, many), language),
        }
    }

    fn said(&self, before: usize, node: usize, edge: &Edge, (with, many): (&str, bool), language: Language) -> String {
        let Some(claim) = self.asserted(edge).max_by_key(|it| it.strength) else {
            return pick(language, "Er is een lijn.", "There is a line.").to_owned();
        };
        let named = |id| self.speech.network.initiatives.iter().find(|it| it.id == id && !it.is_nameless());
        let meeting = claim.initiative.and_then(named);
        let (nl, en) = (format!(" met {with}."), format!(" with {with}."));
        match claim.kind.as_str() {
            "consults" => match meeting {
                Some(it) => sits(many, with, it.name.as_str(), language),
                None => verb(many, "overlegt", "overleggen", "consults", "consult", &nl, &en, language),
            },
            "works-with" => verb(many, "werkt samen", "werken samen", "works together", "work together", &nl, &en, language),
            "knows" => verb(many, "kent", "kennen", "knows", "know", &format!(" {with}."), &format!(" {with}."), language),
            "shares-case-meeting" => {
                let (nl, en) = (format!(" samen met {with} gezinnen."), format!(" families together with {with}."));
                verb(many, "bespreekt", "bespreken", "discusses", "discuss", &nl, &en, language)
            }
            "refers-to" | "warm-handover" => self.referral(claim, (before, node), (with, many), language),
            _ => {
                let (nl, en) = (format!(" een lijn met {with}."), format!(" a line with {with}."));
                verb(many, "heeft", "hebben", "has", "have", &nl, &en, language)
            }
        }
    }

    /// Who refers to whom: the first of the pair acts.
    fn referral(&self, claim: &Claim, (before, node): (usize, usize), (with, many): (&str, bool), language: Language) -> String {
        let acts = match &claim.scope {
            Scope::Pair(pair) => self.stands_for(pair.ends()[0], node) && !self.stands_for(pair.ends()[0], before),
            _ => false,
        };
        let warm = claim.kind.as_str() == "warm-handover";
        let (nl, en) = match (acts, warm) {
            (true, false) => (format!(" naar {with}."), format!(" to {with}.")),
            (true, true) => (format!(" warm over aan {with}."), format!(" families over to {with} in person.")),
            (false, false) => (format!(" verwezen gezinnen van {with}."), format!(" families referred by {with}.")),
            (false, true) => (format!(" gezinnen warm over van {with}."), format!(" families over from {with} in person.")),
        };
        match (acts, warm) {
            (true, false) => verb(many, "verwijst", "verwijzen", "refers", "refer", &nl, &en, language),
            (true, true) => verb(many, "draagt gezinnen", "dragen gezinnen", "hands", "hand", &nl, &en, language),
            (false, false) => verb(many, "krijgt", "krijgen", "gets", "get", &nl, &en, language),
            (false, true) => verb(many, "neemt", "nemen", "takes", "take", &nl, &en, language),
        }
    }

    fn stands_for(&self, party: Party, node: usize) -> bool {
        let it = &self.board.lines.nodes[node];
        match party {
            Party::Organisation(_) => self.speech.network.places_of(party).iter().any(|place| it.members.contains(place)),
            Party::Person(id) => it.person == Some(id),
            Party::Position(id) => self.speech.register.position(&id).is_some_and(|position| it.person == Some(position.person)),
        }
    }

    /// The consultation in which both take part.
    fn consultation(&self, a: usize, b: usize) -> Option<&Initiative> {
        let network = self.speech.network;
        let there = |it: &Initiative, node: usize| {
            let members = &self.board.lines.nodes[node].members;
            it.participants.iter().any(|&party| {
                self.stands_for(party, node) || network.places_of(party).iter().any(|place| members.contains(place))
            })
        };
        let held = |it: &&Initiative| it.kind == InitiativeKind::Consultation && it.status == InitiativeStatus::Existing;
        network.initiatives.iter().filter(held).find(|it| there(it, a) && there(it, b))
    }

    /// "De directeur doet dit namens het VSV, zo is de bron gelezen." One of the two spoke for the partner of the other.
    fn spoke_for(&self, before: Stop, stop: Stop, edge: &Edge, with: &str, language: Language) -> String {
        let claim = self.asserted(edge).next();
        let partner = claim.and_then(|it| it.on_behalf_of);
        let to_here = partner.is_some_and(|party| self.stands_for(party, stop.node));
        let here = self.inside(stop, language);
        match (to_here, language) {
            (true, Language::Nl) => {
                format!("{} deed dit namens {here}, zo is de bron gelezen.", sentence_case(&self.inside(before, language)))
            }
            (true, Language::En) => {
                format!("{} did this on behalf of {here}, as the source is read.", sentence_case(&self.inside(before, language)))
            }
            (false, Language::Nl) => format!("{} deed dit namens {with}, zo is de bron gelezen.", sentence_case(&here)),
            (false, Language::En) => format!("{} did this on behalf of {with}, as the source is read.", sentence_case(&here)),
        }
    }

    /// "Eén kant zegt het, november 2019: directeur Linda Rentes, namens het VSV."
    fn who_says(&self, edge: &Edge, how: WhoHow, language: Language) -> Option<String> {
        let when = self.said_on(edge).map(|day| format!(", {}", date(day, language))).unwrap_or_default();
        let by = || self.asserted(edge).find_map(|claim| self.speaker(claim, language));
        let by = |told: bool| if told { by().map(|by| format!(": {by}")).unwrap_or_default() } else { String::new() };
        let text = match (how, edge.tie, language) {
            (WhoHow::Colleague | WhoHow::Missing, ..) => return None,
            (_, Tie::SpokeFor, Language::Nl) => format!("Dat staat in een bron{when}."),
            (_, Tie::SpokeFor, Language::En) => format!("A source says so{when}."),
            (WhoHow::Confirmed, _, Language::Nl) => format!("Beide kanten zeggen het{when}."),
            (WhoHow::Confirmed, _, Language::En) => format!("Both sides say so{when}."),
            (WhoHow::OneSided, _, Language::Nl) => format!("Eén kant zegt het{when}{}.", by(true)),
            (WhoHow::OneSided, _, Language::En) => format!("One side says so{when}{}.", by(true)),
            (WhoHow::Unverified, _, Language::Nl) => format!("Alleen een ander zegt het{when}{}.", by(true)),
            (WhoHow::Unverified, _, Language::En) => format!("Only somebody else says so{when}{}.", by(true)),
            (WhoHow::Contested, _, Language::Nl) => "Opgaven hierover spreken elkaar tegen.".to_owned(),
            (WhoHow::Contested, _, Language::En) => "Claims about this contradict each other.".to_owned(),
        };
        Some(text)
    }

    /// In which function somebody spoke: that of the position that is named, else at the partner they spoke for, else the first.
    fn spoken_as(&self, id: PersonId, claim: &Claim) -> Option<&Name> {
        let network = self.speech.network;
        if let Some(Party::Position(position)) = claim.speaker {
            return self.speech.register.position(&position)?.title.as_ref();
        }
        let partner = claim.on_behalf_of.into_iter().flat_map(|party| network.places_of(party));
        let there = partner.chain(0..network.members.len()).find_map(|place| self.function(id, Some(place)));
        there.or_else(|| self.function(id, None))
    }

    /// Who says it, function first: "directeur Linda Rentes, namens het VSV". `None`: only the source.
    fn speaker(&self, claim: &Claim, language: Language) -> Option<String> {
        let speaker = claim.speaker?;
        let person = match speaker {
            Party::Person(id) => Some(id),
            Party::Position(id) => self.speech.register.position(&id).map(|it| it.person),
            Party::Organisation(_) => None,
        };
        let seen = person.and_then(|id| Some((id, self.speech.names(id)?)));
        let Some((id, found)) = seen else {
            return self.speech.speaker(claim).map(|words| words.in_language(language).to_owned());
        };
        let who = match self.spoken_as(id, claim) {
            Some(title) => format!("{} {}", lower_first(title.as_str()), found.name),
            None => found.name.to_string(),
        };
        Some(match claim.on_behalf_of {
            Some(other) => format!("{who}, {} {}", pick(language, "namens", "on behalf of"), self.speech.party(other, language)),
            None => who,
        })
    }
}

/// "Zit met u in “MDO”."
fn sits(many: bool, with: &str, name: &str, language: Language) -> String {
    let (nl, en) = (format!(" met {with} in “{name}”."), format!(" with {with} in “{name}”."));
    verb(many, "zit", "zitten", "sits", "sit", &nl, &en, language)
}

/// A verb for one or for several, with what comes behind it.
#[expect(clippy::too_many_arguments, reason = "the four forms of a verb and its two objects")]
fn verb(many: bool, one_nl: &str, many_nl: &str, one_en: &str, many_en: &str, nl: &str, en: &str, language: Language) -> String {
    let text = match (many, language) {
        (false, Language::Nl) => format!("{one_nl}{nl}"),
        (true, Language::Nl) => format!("{many_nl}{nl}"),
        (false, Language::En) => format!("{one_en}{en}"),
        (true, Language::En) => format!("{many_en}{en}"),
    };
    sentence_case(&text)
}
