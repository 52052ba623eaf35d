//! The shortest line as rows: from who asks, step by step, to the partner; or up to where it breaks off.
//!
//! Never: draws an unconfirmed step as a sure one; the heading says "misschien".

use super::answer::*;
use super::professions::you;
use super::step_words::{Steps, Stop};
use crate::desk::gaps::member_row;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;
use crate::network::*;

/// Most names behind "via".
const VIA_MAX: usize = 2;

/// Who asks, for whom, and where.
#[derive(Clone, Copy)]
pub(super) struct Walk<'a> {
    pub steps: Steps<'a>,
    pub from: &'a Asker,
    pub place: Option<&'a str>,
    pub asked: &'a Asked,
}

impl Walk<'_> {
    fn network(&self) -> &Network {
        self.steps.speech.network
    }

    /// The line to one answer. `broken`: whom to ask where no line is known.
    pub fn line(&self, ranked: &Ranked, broken: Option<&Broken>) -> WhoLine {
        let target = ranked.candidate.place;
        match &ranked.line {
            LineKind::Nobody => bare(
                WhoLineState::Nobody,
                words("Uw kortste lijn: zeg eerst wie u bent", "Your shortest line: first say who you are"),
            ),
            LineKind::Same => {
                let heading = words("U hoort hier zelf bij", "You belong here yourself");
                WhoLine { steps: vec![self.start(None)], ..bare(WhoLineState::Same, heading) }
            }
            LineKind::Confirmed(line) => self.known(line, target, WhoLineState::Confirmed),
            LineKind::Possible(line) => self.known(line, target, WhoLineState::Possible),
            LineKind::None => {
                let known = broken.and_then(|it| it.known.as_ref());
                let mut steps = known
                    .map_or_else(|| vec![self.start(None)], |line| self.walked(line, &self.stops(line, None), WhoMark::Through));
                steps.push(self.missing(target));
                let heading = words("Uw kortste lijn: nog geen", "Your shortest line: none yet");
                WhoLine { steps, ..bare(WhoLineState::None, heading) }
            }
        }
    }

    /// Everybody on a line. Takes the partner at its end, where that is certain.
    fn stops(&self, line: &Line, target: Option<usize>) -> Vec<Stop> {
        let own = match self.from {
            Asker::Organisation(id) => self.network().place(*id),
            Asker::Person(_) | Asker::Kind(_) | Asker::Nobody => None,
        };
        self.steps.stops(line, own, target)
    }

    fn known(&self, line: &Line, target: usize, state: WhoLineState) -> WhoLine {
        let stops = self.stops(line, Some(target));
        let steps = self.walked(line, &stops, WhoMark::Target);
        let heading = both(|language| {
            let via = self.via(&stops, language);
            match (state, via.is_empty(), language) {
                (WhoLineState::Confirmed, true, Language::Nl) => "Uw kortste lijn: rechtstreeks".to_owned(),
                (WhoLineState::Confirmed, true, Language::En) => "Your shortest line: directly".to_owned(),
                (WhoLineState::Confirmed, false, Language::Nl) => format!("Uw kortste lijn: via {via}"),
                (WhoLineState::Confirmed, false, Language::En) => format!("Your shortest line: via {via}"),
                (_, true, Language::Nl) => "Misschien rechtstreeks".to_owned(),
                (_, true, Language::En) => "Possibly directly".to_owned(),
                (_, false, Language::Nl) => format!("Misschien via {via}"),
                (_, false, Language::En) => format!("Possibly via {via}"),
            }
        });
        WhoLine { state, heading, introducer: self.introducer(&stops), steps }
    }

    /// Who stands in between, by organisation, each once.
    fn via(&self, stops: &[Stop], language: Language) -> String {
        let mut names: Vec<String> = Vec::new();
        for stop in self.between(stops) {
            let name = self.short(*stop, stops[0], language);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.truncate(VIA_MAX);
        list(&names, language)
    }

    /// Everybody between who asks and the last.
    fn between<'a>(&self, stops: &'a [Stop]) -> &'a [Stop] {
        let (first, last) = (usize::from(!self.begins_at_colleague(stops)), stops.len() - 1);
        &stops[first.min(last)..last]
    }

    /// Who asks is at a partner, and the line begins with somebody there who is named.
    fn begins_at_colleague(&self, stops: &[Stop]) -> bool {
        let named = self.steps.board.lines.nodes[stops[0].node].person.is_some();
        named && matches!(self.from, Asker::Organisation(_))
    }

    /// Somebody in between: a colleague, else the organisation.
    fn short(&self, stop: Stop, first: Stop, language: Language) -> String {
        let lines = &self.steps.board.lines;
        let (own, there) = (&lines.nodes[first.node].members, &lines.nodes[stop.node].members);
        let colleague = matches!(self.from, Asker::Organisation(_) | Asker::Person(_)) && there.iter().any(|it| own.contains(it));
        match stop.place {
            _ if colleague => pick(language, "uw collega", "your colleague").to_owned(),
            Some(place) => self.steps.speech.member(place, language),
            None => self.steps.inside(stop, language),
        }
    }

    /// Who can introduce: the last before the end.
    fn introducer(&self, stops: &[Stop]) -> Option<WhoIntroducer> {
        let &stop = self.between(stops).last()?;
        let place = stop.place?;
        let words = both(|language| {
            let who = self.steps.inside(stop, language);
            match language {
                Language::Nl => format!("Vraag {who} om u voor te stellen."),
                Language::En => format!("Ask {who} to introduce you."),
            }
        });
        Some(WhoIntroducer { party: member_row(self.network(), place), words })
    }

    /// Who asks.
    fn start(&self, begins: Option<Stop>) -> WhoStep {
        let network = self.network();
        let party = match self.from {
            Asker::Organisation(id) => network.place(*id).map(|place| member_row(network, place)),
            _ => None,
        };
        let words = both(|language| {
            let you = you(&self.steps.speech, self.from, self.place, language);
            match (begins.map(|stop| self.steps.inside(stop, language)), language) {
                (None, _) => you,
                (Some(who), Language::Nl) => format!("{you} (de lijn begint bij {who})"),
                (Some(who), Language::En) => format!("{you} (the line begins at {who})"),
            }
        });
        WhoStep { words, party, person: None, mark: WhoMark::You, by: None }
    }

    /// All steps of a line. `last`: what the end of it is.
    fn walked(&self, line: &Line, stops: &[Stop], last: WhoMark) -> Vec<WhoStep> {
        let first = stops[0];
        let somebody = |stop: Stop| both(|language| self.steps.inside(stop, language));
        let mut rows = Vec::new();
        let mut called = words("u", "you");
        if self.begins_at_colleague(stops) {
            rows.push(self.start(None));
            let by = WhoBy {
                how: WhoHow::Colleague,
                fresh: true,
                strength: None,
                words: words("Werkt bij uw eigen organisatie.", "Works for your own organisation."),
                claims: Vec::new(),
            };
            let mark = if line.steps.len() == 1 { last } else { WhoMark::Through };
            rows.push(self.step(first, mark, by));
            called = somebody(first);
        } else {
            // Of a profession there may be more partners than that of who asks.
            let begins = matches!(self.from, Asker::Kind(_)).then_some(first);
            rows.push(self.start(begins));
        }
        for (at, step) in line.steps.iter().enumerate().skip(1) {
            let Some(edge) = step.edge.map(|edge| self.steps.board.lines.edge(edge)) else { continue };
            let by = self.steps.by((stops[at - 1], &called), stops[at], edge);
            let mark = if at + 1 == stops.len() { last } else { WhoMark::Through };
            rows.push(self.step(stops[at], mark, by));
            called = somebody(stops[at]);
        }
        rows
    }

    fn step(&self, stop: Stop, mark: WhoMark, by: WhoBy) -> WhoStep {
        WhoStep {
            words: both(|language| self.steps.title(stop, language)),
            party: stop.place.map(|place| member_row(self.network(), place)),
            person: self.steps.step_person(stop),
            mark,
            by: Some(by),
        }
    }

    /// Whom no line leads to, and what is said of that.
    fn missing(&self, target: usize) -> WhoStep {
        let (speech, network) = (&self.steps.speech, self.network());
        let own = self.own_places();
        let (said, together) = (self.said_of_missing(&own, target), self.in_one_group(&own, target));
        let told = said.map(|claim| speech.claim(claim));
        let group = together.map(|claim| self.group(claim));
        let words = both(|language| {
            let nobody = || pick(language, "Niemand noemt een lijn hierheen.", "Nobody names a line to here.").to_owned();
            let told = told.as_ref().map(|told| told.in_language(language).to_owned());
            let known = group.as_ref().map_or_else(nobody, |group| group.in_language(language).to_owned());
            told.into_iter().chain([known]).collect::<Vec<_>>().join(" ")
        });
        let claims = said.into_iter().chain(together).filter(|_| network.view.viewer.belongs_to(&network.coalition.id));
        let claims = claims.map(|claim| claim.id).collect();
        let by = WhoBy { how: WhoHow::Missing, fresh: true, strength: None, words, claims };
        WhoStep {
            words: both(|language| speech.title(target, language)),
            party: Some(member_row(network, target)),
            person: None,
            mark: WhoMark::Broken,
            by: Some(by),
        }
    }

    /// The partners where who asks works.
    fn own_places(&self) -> Vec<usize> {
        let (network, lines) = (self.network(), &self.steps.board.lines);
        let mut own: Vec<usize> =
            starts(network, lines, self.from).into_iter().flat_map(|node| lines.nodes[node].members.clone()).collect();
        own.sort_unstable();
        own.dedup();
        own
    }

    /// The first claim that a group with both ends works together. It makes no pair in it a line.
    fn in_one_group(&self, own: &[usize], target: usize) -> Option<&Claim> {
        let together = |it: &&Statement| {
            let practice = self.network().catalogue.link(&it.claim.kind).is_some_and(|kind| kind.level == Level::Practice);
            let set = matches!(it.claim.scope, Scope::Group(_)) && it.claim.stance == Stance::Asserted && practice;
            set && it.group.contains(&target) && own.iter().any(|place| it.group.contains(place))
        };
        let found = self.network().statements.iter().filter(together).map(|it| &it.claim);
        found.filter(|claim| self.steps.may_be_told(claim)).min_by_key(|claim| claim.id)
    }

    /// "A, B en C werken samen; wie met wie, staat er niet bij. Dat staat in “Bron”, november 2019. Welke lijn, noemt niemand."
    fn group(&self, claim: &Claim) -> Words {
        let speech = &self.steps.speech;
        let (told, said) = (speech.claim(claim), speech.said(&claim.provenance));
        both(|language| {
            let day = claim.date.as_ref().or(said.date.as_ref()).map(|day| format!(", {}", date(day, language)));
            let day = day.unwrap_or_default();
            let source = said.source.as_ref().map(|source| match language {
                Language::Nl => format!("Dat staat in “{source}”{day}."),
                Language::En => format!("That is in “{source}”{day}."),
            });
            let nobody = pick(language, "Welke lijn, noemt niemand.", "Nobody names which line.");
            let told = told.in_language(language).to_owned();
            [Some(told), source, Some(nobody.to_owned())].into_iter().flatten().collect::<Vec<_>>().join(" ")
        })
    }

    /// What is said of the line that is not there: that the two find each other too little, or that there is none. What names a
    /// person who may not be named is not told.
    fn said_of_missing(&self, own: &[usize], target: usize) -> Option<&Claim> {
        let network = self.network();
        let of_set = |claim: &Claim| matches!(claim.scope, Scope::Kinds(_) | Scope::Domains(_));
        let statements = own.iter().flat_map(|&place| {
            let hard = network.hard_to_find(place, target).map(|it| &it.claim);
            hard.chain(network.denied_over_set(place, target).map(|it| &it.claim))
        });
        statements.filter(|claim| of_set(claim)).min_by_key(|claim| claim.id)
    }
}

fn bare(state: WhoLineState, heading: Words) -> WhoLine {
    WhoLine { state, heading, steps: Vec::new(), introducer: None }
}
