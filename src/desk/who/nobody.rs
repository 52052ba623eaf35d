//! Nobody is known to help: that we do not know, whom to ask, and the nearest coalition that has somebody.
//!
//! Never: says that there is no help; a coalition of which nothing is known may have all of it.

use super::answer::*;
use super::answer_row::answer_row;
use super::board::{Board, Ready, Switchboards};
use super::contact_row::contact_row;
use super::line_row::Walk;
use super::next::ask;
use super::reasons::asked_for;
use super::step_words::Steps;
use crate::desk::gaps::member_row;
use crate::desk::office::Office;
use crate::desk::words::*;
use crate::lookup::*;
use crate::model::*;

/// Nobody here is known to help.
pub(super) fn nobody(walk: &Walk<'_>) -> WhoNobody {
    let speech = &walk.steps.speech;
    let coalition = speech.network.coalition.name.as_str();
    let words = both(|language| {
        let what = asked_for(speech, walk.asked, language);
        match (walk.asked, language) {
            (Asked::Need(_), Language::Nl) => format!(
                "Wij kennen in {coalition} nog niemand die helpt bij {what}. Dat is iets anders dan dat er geen hulp is: wij weten het niet."
            ),
            (Asked::Need(_), Language::En) => format!(
                "We know nobody in {coalition} yet who helps with {what}. That is not the same as there being no help: we do not know."
            ),
            (Asked::Kind(_), Language::Nl) => {
                format!("Wij kennen in {coalition} nog geen partner van deze soort: {what}. Of zij er is, weten wij niet.")
            }
            (Asked::Kind(_), Language::En) => {
                format!("We know no partner of this kind in {coalition} yet: {what}. Whether there is one, we do not know.")
            }
            (_, Language::Nl) => format!("In {coalition} kennen wij {what} niet als partner."),
            (_, Language::En) => format!("We do not know {what} as a partner in {coalition}."),
        }
    });
    WhoNobody { words, ask: ask_rows(walk), counted: false }
}

/// Whoever leads the coalition, or governs in it.
fn ask_rows(walk: &Walk<'_>) -> Vec<WhoAskRow> {
    let (speech, board) = (&walk.steps.speech, walk.steps.board);
    let network = speech.network;
    let from = starts(network, &board.lines, walk.from);
    let broken = board.lines.farthest(network, &from, &[]);
    let row = |it: &Ask| {
        let member = &network.members[it.place];
        let desk = |point: &&ContactPoint| point.person.is_none() && point.audience == Audience::Professionals;
        WhoAskRow {
            words: ask(&walk.steps, it, it.place),
            party: Some(member_row(network, it.place)),
            contact: member.contact_points.iter().find(desk).map(|point| contact_row(speech, point)),
        }
    };
    broken.ask.iter().map(row).collect()
}

impl Office<'_> {
    /// The nearest other coalition that has somebody, with a number if `having` asks that. `None`: none has, as far as may be seen.
    pub(super) fn elsewhere(
        &self,
        boards: &Switchboards,
        home: &Board,
        (asked, having): (&Asked, Having),
    ) -> Option<WhoElsewhere> {
        let (id, near) = match asked {
            Asked::Need(_) | Asked::Kind(_) => {
                let found = boards.elsewhere(self, home, asked, having)?;
                (found.coalition, found.near)
            }
            Asked::Organisation(id) => (self.coalition_of(*id, &home.network.coalition.id)?, Near::Name),
            Asked::Person(_) | Asked::Desk(_) => return None,
        };
        let there = boards.board(self, &id, None)?;
        let answer = self.first_answer(&there, asked, having)?;
        let (own, other) = (home.network.coalition.name.as_str(), there.network.coalition.name.as_str());
        let words = both(|language| {
            let whose = match language {
                Language::Nl => format!("Voor inwoners van {other}, niet van {own}. Wel handig om te vragen hoe zij het doen."),
                Language::En => format!("For residents of {other}, not of {own}. Still, you can ask how they do it."),
            };
            near_words(near, language).map_or_else(|| whose.clone(), |near| format!("{whose} {near}"))
        });
        let coalition = NamedCoalition { id, name: there.network.coalition.name.clone() };
        Some(WhoElsewhere { coalition, answer, words })
    }

    /// The first coalition by name, other than this one, in which an organisation takes part.
    fn coalition_of(&self, id: OrganisationId, home: &CoalitionId) -> Option<CoalitionId> {
        let users = self.register.entities_using(&EntityRef::Organisation(id));
        let coalitions = users.filter_map(|entity| match entity {
            Entity::Membership(it) if it.coalition != *home && it.status != MembershipStatus::Left => {
                self.register.coalition(&it.coalition)
            }
            _ => None,
        });
        coalitions.min_by_key(|it| it.name.as_str().to_lowercase()).map(|it| it.id.clone())
    }

    /// The first answer there, for who is not known there.
    fn first_answer(&self, there: &Ready, asked: &Asked, having: Having) -> Option<WhoAnswer> {
        let question = Question { asked, from: &Asker::Nobody, place: None, today: self.today };
        let mut found = candidates(&there.network, asked, self.today);
        if having == Having::Contact {
            found.retain(|it| !it.contacts.is_empty());
        }
        let ranked = rank(&there.network, &there.lines, &question, found);
        let steps = Steps { speech: self.speech(&there.network), board: there };
        let walk = Walk { steps, from: &Asker::Nobody, place: None, asked };
        (!ranked.is_empty()).then(|| {
            let mut answer = answer_row(&walk, &ranked, 0);
            answer.line.state = WhoLineState::None;
            answer.line.heading = words("Uw kortste lijn: nog geen", "Your shortest line: none yet");
            answer
        })
    }
}

/// By what it is the nearest, as far as that says something.
fn near_words(near: Near, language: Language) -> Option<String> {
    match (near, language) {
        (Near::Steps(steps), Language::Nl) => {
            Some(format!("Een lijn van uw coalitie erheen heeft {}.", count(steps.into(), "stap", "stappen", language)))
        }
        (Near::Steps(steps), Language::En) => {
            Some(format!("A line from your coalition to it takes {}.", count(steps.into(), "step", "steps", language)))
        }
        (Near::Shared(partners), Language::Nl) => {
            Some(format!("Deze coalitie deelt {} met de uwe.", count(partners, "partner", "partners", language)))
        }
        (Near::Shared(partners), Language::En) => {
            Some(format!("This coalition shares {} with yours.", count(partners, "partner", "partners", language)))
        }
        (Near::Name, _) => None,
    }
}
