//! The shortest line as rows: from who asks, step by step, to the partner; or up to where it breaks off.
//!
//! Never: draws an unconfirmed step as a sure one; the heading says "misschien".

use super::answer::*;
use super::professions::you;
use super::step_words::Steps;
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
            LineKind::Confirmed(line) => self.known(line, WhoLineState::Confirmed),
            LineKind::Possible(line) => self.known(line, WhoLineState::Possible),
            LineKind::None => {
                let known = broken.and_then(|it| it.known.as_ref());
                let mut steps = known.map_or_else(|| vec![self.start(None)], |line| self.walked(line, WhoMark::Through));
                steps.push(self.missing(target));
                let heading = words("Uw kortste lijn: nog geen", "Your shortest line: none yet");
                WhoLine { steps, ..bare(WhoLineState::None, heading) }
            }
        }
    }

    fn known(&self, line: &Line, state: WhoLineState) -> WhoLine {
        let steps = self.walked(line, WhoMark::Target);
        let heading = both(|language| {
            let via = self.via(line, language);
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
        WhoLine { state, heading, introducer: self.introducer(line), steps }
    }

    /// Who stands in between, by organisation, each once.
    fn via(&self, line: &Line, language: Language) -> String {
        let mut names: Vec<String> = Vec::new();
        for node in self.between(line) {
            let name = self.short(node, line, language);
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names.truncate(VIA_MAX);
        list(&names, language)
    }

    /// The nodes between who asks and the last.
    fn between<'a>(&'a self, line: &'a Line) -> impl DoubleEndedIterator<Item = usize> + 'a {
        let first = usize::from(!self.begins_at_colleague(line));
        line.steps[first.min(line.steps.len() - 1)..line.steps.len() - 1].iter().map(|step| step.node)
    }

    /// Who asks is at a partner, and the line begins with somebody there who is named.
    fn begins_at_colleague(&self, line: &Line) -> bool {
        let named = self.steps.board.lines.nodes[line.steps[0].node].person.is_some();
        named && matches!(self.from, Asker::Organisation(_))
    }

    /// Somebody in between: a colleague, else the organisation.
    fn short(&self, node: usize, line: &Line, language: Language) -> String {
        let lines = &self.steps.board.lines;
        let (own, there) = (&lines.nodes[line.steps[0].node].members, &lines.nodes[node].members);
        let colleague = matches!(self.from, Asker::Organisation(_) | Asker::Person(_)) && there.iter().any(|it| own.contains(it));
        match there.first() {
            _ if colleague => pick(language, "uw collega", "your colleague").to_owned(),
            Some(&place) => self.steps.speech.member(place, language),
            None => self.steps.inside(node, language),
        }
    }

    /// Who can introduce: the last before the end.
    fn introducer(&self, line: &Line) -> Option<WhoIntroducer> {
        let node = self.between(line).next_back()?;
        let &place = self.steps.board.lines.nodes[node].members.first()?;
        let words = both(|language| {
            let who = self.steps.inside(node, language);
            match language {
                Language::Nl => format!("Vraag {who} om u voor te stellen."),
                Language::En => format!("Ask {who} to introduce you."),
            }
        });
        Some(WhoIntroducer { party: member_row(self.network(), place), words })
    }

    /// Who asks.
    fn start(&self, begins: Option<usize>) -> WhoStep {
        let network = self.network();
        let party = match self.from {
            Asker::Organisation(id) => network.place(*id).map(|place| member_row(network, place)),
            _ => None,
        };
        let words = both(|language| {
            let you = you(&self.steps.speech, self.from, self.place, language);
            match (begins.map(|node| self.steps.inside(node, language)), language) {
                (None, _) => you,
                (Some(who), Language::Nl) => format!("{you} (de lijn begint bij {who})"),
                (Some(who), Language::En) => format!("{you} (the line begins at {who})"),
            }
        });
        WhoStep { words, party, person: None, mark: WhoMark::You, by: None }
    }

    /// All steps of a line. `last`: what the end of it is.
    fn walked(&self, line: &Line, last: WhoMark) -> Vec<WhoStep> {
        let first = line.steps[0].node;
        let somebody = |node: usize| both(|language| self.steps.inside(node, language));
        let mut rows = Vec::new();
        let mut called = words("u", "you");
        if self.begins_at_colleague(line) {
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
            let by = self.steps.by((line.steps[at - 1].node, &called), step.node, edge);
            let mark = if at + 1 == line.steps.len() { last } else { WhoMark::Through };
            rows.push(self.step(step.node, mark, by));
            called = somebody(step.node);
        }
        rows
    }

    fn step(&self, node: usize, mark: WhoMark, by: WhoBy) -> WhoStep {
        let place = self.steps.board.lines.nodes[node].members.first();
        WhoStep {
            words: both(|language| self.steps.title(node, language)),
            party: place.map(|&place| member_row(self.network(), place)),
            person: self.steps.step_person(node),
            mark,
            by: Some(by),
        }
    }

    /// Whom no line leads to, and what is said of that.
    fn missing(&self, target: usize) -> WhoStep {
        let (speech, network) = (&self.steps.speech, self.network());
        let said = self.said_of_missing(target);
        let told = said.map(|claim| speech.claim(claim));
        let words = both(|language| {
            let nobody = pick(language, "Niemand noemt een lijn hierheen.", "Nobody names a line to here.");
            told.as_ref().map_or_else(|| nobody.to_owned(), |told| format!("{} {nobody}", told.in_language(language)))
        });
        let claims = said.filter(|_| network.view.viewer.belongs_to(&network.coalition.id)).map(|claim| claim.id);
        let by = WhoBy { how: WhoHow::Missing, fresh: true, strength: None, words, claims: claims.into_iter().collect() };
        WhoStep {
            words: both(|language| speech.title(target, language)),
            party: Some(member_row(network, target)),
            person: None,
            mark: WhoMark::Broken,
            by: Some(by),
        }
    }

    /// What is said of the line that is not there: that the two find each other too little, or that there is none. What names a
    /// person who may not be named is not told.
    fn said_of_missing(&self, target: usize) -> Option<&Claim> {
        let (network, lines) = (self.network(), &self.steps.board.lines);
        let mut own: Vec<usize> =
            starts(network, lines, self.from).into_iter().flat_map(|node| lines.nodes[node].members.clone()).collect();
        own.sort_unstable();
        own.dedup();
        let of_set = |claim: &Claim| matches!(claim.scope, Scope::Kinds(_) | Scope::Domains(_));
        let statements = own.iter().flat_map(|&place| {
            let hard = network.hard_to_find(place, target).map(|it| &it.claim);
            hard.chain(network.denied_over_set(place, target).map(|it| &it.claim))
        });
        let found = statements.filter(|claim| of_set(claim)).min_by_key(|claim| claim.id);
        found
    }
}

fn bare(state: WhoLineState, heading: Words) -> WhoLine {
    WhoLine { state, heading, steps: Vec::new(), introducer: None }
}
