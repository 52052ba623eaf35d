//! What a coalition has, told from its facts: each lesson with who says so, where and when.

use super::answer::*;
use super::lesson_how::distinct;
use super::lessons::Lesson;
use crate::analysis::gaps::*;
use crate::desk::speech::{Speech, participation};
use crate::desk::words::*;
use crate::model::*;
use crate::network::*;

/// Reads one coalition for what others can learn of it.
pub struct Teller<'a> {
    /// The coalition, read aloud.
    pub speech: &'a Speech<'a>,
}

impl Teller<'_> {
    pub(super) fn network(&self) -> &Network {
        self.speech.network
    }

    /// A line that the norm expects: one that is there, else one that is planned or wished.
    pub fn line(&self, row: usize, cell: Option<&Cell>) -> Option<Lesson> {
        let line = &self.network().catalogue.norm.lines[row];
        let there =
            cell.into_iter().flat_map(|cell| &cell.standings).filter(|it| it.rung.reaches() && !self.is_denied(it, line.level));
        let Some(best) = there.min_by_key(|it| it.rung) else { return self.line_ahead(line) };
        let mut how: Vec<LearnHow> = best.evidence.iter().flat_map(|it| self.how_of(it)).collect();
        let joining = |it: &&Initiative| it.status == InitiativeStatus::Existing && self.is_for_line(it, line);
        how.extend(self.network().initiatives.iter().filter(joining).map(|it| self.initiative(it)));
        let what = both(|language| {
            let (a, b) = (self.speech.people(&line.finder, language), self.speech.people(&line.helper, language));
            let named = match language {
                Language::Nl => format!("Een lijn tussen {a} en {b}."),
                Language::En => format!("A line between {a} and {b}."),
            };
            format!("{named} {}", self.rung(best, language))
        });
        Some(Lesson { status: LearnStatus::Does, what, how: distinct(how) })
    }

    /// How it is known: who says so, or over whom it runs.
    fn rung(&self, standing: &Standing, language: Language) -> String {
        let path = standing.evidence.iter().find_map(|it| match it {
            Evidence::Path(path) => path.get(1).copied(),
            _ => None,
        });
        let (nl, en) = match (standing.rung, path) {
            (Rung::Bridged, Some(via)) => {
                let [nl, en] = [Language::Nl, Language::En].map(|language| self.speech.member(via, language));
                (format!("In twee stappen, via {nl}."), format!("In two steps, through {en}."))
            }
            (Rung::Confirmed, _) if standing.finder == standing.helper => {
                ("Eén organisatie is beide.".to_owned(), "One organisation is both.".to_owned())
            }
            (Rung::Confirmed, _) => ("Beide kanten noemen haar.".to_owned(), "Both ends name it.".to_owned()),
            (Rung::Grouped, _) => (
                "Zij werken samen in één groep; wie met wie staat er niet.".to_owned(),
                "They work together in one group; who with whom is not said.".to_owned(),
            ),
            _ if self.said_by_an_end(standing) => ("Eén kant noemt haar.".to_owned(), "One end names it.".to_owned()),
            _ => (
                "Een ander noemt haar, geen van beide kanten zelf.".to_owned(),
                "Somebody else names it, neither end does.".to_owned(),
            ),
        };
        pick(language, &nl, &en).to_owned()
    }

    fn said_by_an_end(&self, standing: &Standing) -> bool {
        let link = self.network().link(standing.finder, standing.helper, Level::Practice);
        link.is_some_and(|link| link.status == LinkStatus::OneSided)
    }

    /// Does an end deny the line, or a step of it? That is between those two.
    fn is_denied(&self, standing: &Standing, level: Level) -> bool {
        let path = standing.evidence.iter().find_map(|it| match it {
            Evidence::Path(path) => Some(path.clone()),
            _ => None,
        });
        let steps = path.unwrap_or_else(|| vec![standing.finder, standing.helper]);
        let denied =
            |step: &[usize]| self.network().link(step[0], step[1], level).is_some_and(|it| it.status == LinkStatus::Contested);
        steps.windows(2).any(denied)
    }

    fn line_ahead(&self, line: &NormLine) -> Option<Lesson> {
        let network = self.network();
        let wanted = |claim: &&Claim| matches!(claim.stance, Stance::Planned | Stance::Wished) && self.is_about(claim, line);
        let claims: Vec<&Claim> = network.claims.values().filter(wanted).collect();
        let ahead = |it: &&Initiative| it.status != InitiativeStatus::Ended && self.is_for_line(it, line);
        let initiatives: Vec<&Initiative> = network.initiatives.iter().filter(ahead).collect();
        let by_claim = claims.iter().map(|claim| stage_of(claim.stance)).min();
        let Some(status) = by_claim else {
            // Nobody speaks of the line itself; a desk for the need is a way to get there.
            let first = initiatives.iter().min_by_key(|it| stage(it.status))?;
            return Some(Lesson {
                status: stage(first.status),
                what: self.named(first),
                how: distinct(initiatives.iter().map(|it| self.initiative(it)).collect()),
            });
        };
        let what = both(|language| {
            let (a, b) = (self.speech.people(&line.finder, language), self.speech.people(&line.helper, language));
            let past = claims.first().and_then(|claim| self.speech.past_claim(claim, language));
            let stage = stage_words(status, past.as_deref(), language);
            match language {
                Language::Nl => format!("Een lijn tussen {a} en {b} {stage}."),
                Language::En => format!("A line between {a} and {b} {stage}."),
            }
        });
        let through = claims.iter().filter_map(|claim| claim.initiative).collect::<Vec<_>>();
        let mut how: Vec<LearnHow> =
            network.initiatives.iter().filter(|it| through.contains(&it.id)).map(|it| self.initiative(it)).collect();
        how.extend(claims.iter().map(|claim| self.claim(claim)));
        how.extend(initiatives.iter().map(|it| self.initiative(it)));
        Some(Lesson { status, what, how: distinct(how) })
    }

    /// Does a claim speak of the two kinds of a row, or of two partners of them?
    fn is_about(&self, claim: &Claim, line: &NormLine) -> bool {
        let joins = |a: &dyn Fn(&KindCode) -> bool, b: &dyn Fn(&KindCode) -> bool| {
            (a(&line.finder) && b(&line.helper)) || (a(&line.helper) && b(&line.finder))
        };
        match &claim.scope {
            Scope::Kinds([x, y]) => joins(&|kind| kind == x, &|kind| kind == y),
            Scope::Pair(pair) => {
                let members = pair.ends().map(|end| self.place(end).map(|place| &self.network().members[place]));
                let [Some(a), Some(b)] = members else { return false };
                joins(&|kind| a.is(kind), &|kind| b.is(kind))
            }
            Scope::Group(_) | Scope::Domains(_) => false,
        }
    }

    /// Is an initiative meant for both kinds of a row, or one desk for its need? A meeting that was once is no way of working.
    fn is_for_line(&self, initiative: &Initiative, line: &NormLine) -> bool {
        let desk = initiative.kind == InitiativeKind::SingleDesk
            && line.need.as_ref().is_some_and(|need| initiative.needs.contains(need));
        desk || (initiative.kind != InitiativeKind::Meeting
            && initiative.kind != InitiativeKind::Agreement
            && [&line.finder, &line.helper].into_iter().all(|kind| initiative.kinds.contains(kind)))
    }

    /// A kind of partner that takes part.
    pub fn kind(&self, kind: &KindCode) -> Option<Lesson> {
        let network = self.network();
        let places: Vec<usize> = (0..network.members.len())
            .filter(|&place| network.members[place].counts() && network.members[place].is(kind))
            .collect();
        let first = &network.members[*places.first()?];
        let nameless = places.iter().all(|&place| network.members[place].organisation.placeholder);
        let what = both(|language| {
            let names = self.names(&places, language);
            match (nameless, language) {
                (false, Language::Nl) => format!("Als partner: {names}."),
                (false, Language::En) => format!("As a partner: {names}."),
                (true, Language::Nl) => format!("Als partner: {names}; alleen de soort is bekend."),
                (true, Language::En) => format!("As a partner: {names}; only the kind is known."),
            }
        });
        let told = LearnHow {
            words: both(|language| {
                format!("{}: {}.", sentence_case(participation(first.status, language)), self.names(&places, language))
            }),
            source: self.source(&first.provenance),
        };
        let meant = |it: &&Initiative| it.kind != InitiativeKind::Meeting && it.kinds.contains(kind);
        let initiatives = network.initiatives.iter().filter(meant).map(|it| self.initiative(it));
        Some(Lesson { status: LearnStatus::Does, what, how: distinct(std::iter::once(told).chain(initiatives).collect()) })
    }

    /// Somebody or something to address at partners of a kind. That there is one is told; its number is not.
    pub fn desk(&self, kind: &KindCode) -> Option<Lesson> {
        let network = self.network();
        let officer = CoalitionRole::AttentionOfficer;
        let reachable = |member: &&Member| {
            member.near()
                && member.is(kind)
                && (member.contact_points.iter().any(|point| point.audience == Audience::Professionals)
                    || member.roles.contains(&officer)
                    || member.seats.iter().any(|seat| seat.roles.contains(&officer)))
        };
        let meant = |it: &&Initiative| {
            matches!(it.kind, InitiativeKind::ContactPerson | InitiativeKind::SingleDesk)
                && it.status != InitiativeStatus::Ended
                && it.kinds.contains(kind)
        };
        let initiatives: Vec<&Initiative> = network.initiatives.iter().filter(meant).collect();
        let how = |first: Option<LearnHow>| {
            distinct(first.into_iter().chain(initiatives.iter().map(|it| self.initiative(it))).collect())
        };
        if let Some(member) = network.members.iter().find(reachable) {
            let point = member.contact_points.iter().find(|point| point.audience == Audience::Professionals);
            let told = point.and_then(|point| self.source(&point.provenance)).map(|source| LearnHow {
                words: words("Het contactpunt is vastgelegd.", "The contact point is recorded."),
                source: Some(source),
            });
            let what = both(|language| {
                let people = self.speech.people(kind, language);
                match language {
                    Language::Nl => format!("Een vast contactpunt voor professionals bij {people}."),
                    Language::En => format!("A fixed contact point for professionals: {people}."),
                }
            });
            return Some(Lesson { status: LearnStatus::Does, what, how: how(told) });
        }
        let status = initiatives.iter().map(|it| stage(it.status)).min()?;
        let what = both(|language| {
            let past = initiatives.first().and_then(|it| self.speech.past(&it.provenance, None, language));
            let (people, stage) = (self.speech.people(kind, language), stage_words(status, past.as_deref(), language));
            match language {
                Language::Nl => format!("Een vaste contactpersoon bij {people} {stage}."),
                Language::En => format!("A fixed contact person ({people}) {stage}."),
            }
        });
        Some(Lesson { status, what, how: how(None) })
    }

    /// Somebody who takes part and helps with a need, else an initiative for it.
    pub fn need(&self, need: &Need) -> Option<Lesson> {
        let network = self.network();
        let helps = |member: &Member| {
            let by_kind = member.kinds.iter().filter_map(|code| network.catalogue.kind(code));
            by_kind.into_iter().any(|kind| kind.helper && kind.needs.contains(&need.code))
                || member.contact_points.iter().any(|point| point.needs.contains(&need.code))
        };
        let places: Vec<usize> = (0..network.members.len())
            .filter(|&place| network.members[place].counts() && helps(&network.members[place]))
            .collect();
        let meant = |it: &&Initiative| it.status != InitiativeStatus::Ended && it.needs.contains(&need.code);
        let initiatives: Vec<&Initiative> = network.initiatives.iter().filter(meant).collect();
        let how = || distinct(initiatives.iter().map(|it| self.initiative(it)).collect());
        let Some(&first) = places.first() else {
            let first = initiatives.iter().min_by_key(|it| stage(it.status))?;
            return Some(Lesson { status: stage(first.status), what: self.named(first), how: how() });
        };
        let what = both(|language| {
            let (names, need) = (self.names(&places, language), lower_first(need.name.in_language(language)));
            match language {
                Language::Nl => format!("Hulp bij {need}: {names}."),
                Language::En => format!("Help with {need}: {names}."),
            }
        });
        let member = &network.members[first];
        let told = LearnHow {
            words: both(|language| {
                format!("{}: {}.", sentence_case(participation(member.status, language)), self.speech.title(first, language))
            }),
            source: self.source(&member.provenance),
        };
        Some(Lesson { status: LearnStatus::Does, what, how: distinct(std::iter::once(told).chain(how()).collect()) })
    }

    /// Lines in practice between two partners on different sides, surest first.
    pub fn lines_across(&self) -> Vec<&Link> {
        let network = self.network();
        let across = |link: &&Link| {
            network.holds(link)
                && link.status != LinkStatus::Contested
                && !link.projected
                && crate::desk::links::across(network, link)
                && link.ends().iter().all(|&end| !network.members[end].governance)
        };
        let mut links: Vec<&Link> = network.practice().filter(across).collect();
        links.sort_by_key(|link| (link.status, link.a, link.b));
        links
    }

    /// Such a line, with who says so.
    pub fn line_across(&self, link: &Link) -> Lesson {
        let what = both(|language| {
            let [a, b] = link.ends().map(|end| self.speech.member(end, language));
            match language {
                Language::Nl => format!("Een lijn tussen {a} en {b}."),
                Language::En => format!("A line between {a} and {b}."),
            }
        });
        let claims = link.claims.iter().filter_map(|id| self.network().claims.get(id));
        let how = claims.filter(|it| it.stance == Stance::Asserted).map(|claim| self.claim(claim));
        Lesson { status: LearnStatus::Does, what, how: distinct(how.collect()) }
    }

    /// A line in practice between the sides, and on what the coalition builds. Takes the surest line.
    pub fn practice(&self, first: &Link) -> Lesson {
        let Lesson { status, what, how: said } = self.line_across(first);
        let mut said = said.into_iter();
        let mut how: Vec<LearnHow> = said.by_ref().take(1).collect();
        how.extend([GovernanceAspect::BuildsOn, GovernanceAspect::Steering].into_iter().flat_map(|aspect| self.governed(aspect)));
        how.extend(said);
        Lesson { status, what, how: distinct(how) }
    }

    /// An agreement at board level.
    pub fn agreement(&self) -> Option<Lesson> {
        let agreements = self
            .network()
            .initiatives
            .iter()
            .filter(|it| it.kind == InitiativeKind::Agreement && it.status != InitiativeStatus::Ended);
        let best = agreements.min_by_key(|it| stage(it.status))?;
        let status = stage(best.status);
        let what = both(|language| {
            if status != LearnStatus::Does {
                let past = self.speech.past(&best.provenance, None, language);
                let stage = stage_words(status, past.as_deref(), language);
                return match language {
                    Language::Nl => format!("Een afspraak op bestuursniveau {stage}."),
                    Language::En => format!("An agreement at board level {stage}."),
                };
            }
            let when = best.period.from().map(|from| format!(" {}", on(from, language))).unwrap_or_default();
            let least = if best.complete { "" } else { pick(language, "ten minste ", "at least ") };
            match (super::governance::organisations_in(best), language) {
                (0, Language::Nl) => format!("Een afspraak op bestuursniveau, getekend{when}."),
                (0, Language::En) => format!("An agreement at board level, signed{when}."),
                (some, Language::Nl) => {
                    let verb = if some == 1 { "tekende" } else { "tekenden" };
                    let parties = format!("{least}{}", count(some, "partij", "partijen", language));
                    format!("{} {verb}{when} op bestuursniveau.", sentence_case(&parties))
                }
                (some, Language::En) => {
                    let parties = format!("{least}{}", count(some, "party", "parties", language));
                    format!("{} signed at board level{when}.", sentence_case(&parties))
                }
            }
        });
        Some(Lesson { status, what, how: vec![self.initiative(best)] })
    }

    /// Who leads in the case of one family.
    pub fn case_lead(&self) -> Option<Lesson> {
        let how = self.governed(GovernanceAspect::CaseLead);
        let what = how.first()?.words.clone();
        Some(Lesson { status: LearnStatus::Does, what, how })
    }

    fn names(&self, places: &[usize], language: Language) -> String {
        list(&places.iter().map(|&place| self.speech.title(place, language)).collect::<Vec<_>>(), language)
    }
}

/// How far an initiative is.
pub(super) fn stage(status: InitiativeStatus) -> LearnStatus {
    match status {
        InitiativeStatus::Existing | InitiativeStatus::Ended => LearnStatus::Does,
        InitiativeStatus::Planned => LearnStatus::Plans,
        InitiativeStatus::Wished => LearnStatus::Wishes,
    }
}

fn stage_of(stance: Stance) -> LearnStatus {
    if stance == Stance::Planned { LearnStatus::Plans } else { LearnStatus::Wishes }
}

/// "is een plan", "was in 2019 een idee": behind what is told. Takes the year, when that is over a year ago ("in 2019").
pub(super) fn stage_words(status: LearnStatus, past: Option<&str>, language: Language) -> String {
    let (nl, en) = match status {
        LearnStatus::Does => ("er", "there"),
        LearnStatus::Plans => ("een plan", "a plan"),
        LearnStatus::Wishes => ("een idee", "an idea"),
    };
    match (past, language) {
        (None, Language::Nl) => format!("is {nl}"),
        (None, Language::En) => format!("is {en}"),
        (Some(when), Language::Nl) => format!("was {when} {nl}"),
        (Some(when), Language::En) => format!("was {en} {when}"),
    }
}
