//! What a question means, so that what is asked in other words for the same is one question.
//!
//! Why: an answer that is dear to make is kept under its meaning, and serves everybody who means it.
//! Never: holds what was typed; of a text only what it was understood as, and how.

use super::answer::WhoToCall;
use super::asked::{WhoAsked, WhoAsks, WhoWhat};
use super::board::Ready;
use super::{Read, resolve};
use crate::lookup::{Asked, Asker};
use crate::model::*;

/// A question as it was understood, with the coalition in which it is answered.
#[derive(Debug)]
pub struct WhoMeant {
    /// Absent: no coalition was named.
    pub(super) board: Option<Ready>,
    pub(super) from: Asker,
    /// Absent: no word of the text is known.
    pub(super) meant: Option<Asked>,
    /// Of a text only.
    pub(super) read: Option<Read>,
}

impl WhoMeant {
    /// In which coalition, and a text that is the same for questions of the same meaning, and for no others.
    ///
    /// Undefined (it names a person or one desk, which may be seen today and not tomorrow; or a place, which is free text; or it was
    /// not understood): `None`. The answer then rests on more than this, or nobody asks for it again.
    pub fn meaning(&self, asked: &WhoAsked) -> Option<(CoalitionId, String)> {
        let coalition = self.board.as_ref()?.network.coalition.id.clone();
        let how = self.read.as_ref().map(|it| (it.how, &it.found.also));
        Some((coalition, meaning(asked, self.meant.as_ref()?, &self.from, how)?))
    }

    /// Does an answer rest on facts of its own coalition alone? Not where it tells who helps elsewhere, or who would be if somebody did;
    /// nor where who asks is of another coalition.
    pub fn rests_on_its_coalition(&self, answer: &WhoToCall) -> bool {
        let here = |id: &OrganisationId| self.board.as_ref().is_some_and(|board| board.network.place(*id).is_some());
        let of_coalition = match &self.from {
            Asker::Organisation(id) => here(id),
            Asker::Kind(_) | Asker::Nobody => true,
            Asker::Person(_) => false,
        };
        of_coalition && answer.answers.iter().any(|it| it.contact.is_some())
    }
}

impl WhoAsked {
    /// The same as `WhoMeant::meaning`, where that can be told without reading a text or looking into the coalition.
    pub fn meaning(&self, register: &Register) -> Option<(CoalitionId, String)> {
        let coalition = register.find_coalition(self.coalition.as_deref()?)?.id.clone();
        let meant = match &self.what {
            WhoWhat::Need(code) => Asked::Need(code.clone()),
            WhoWhat::Kind(code) => Asked::Kind(code.clone()),
            WhoWhat::Organisation(_) | WhoWhat::Person(_) | WhoWhat::Desk(_) | WhoWhat::Text(_) => return None,
        };
        let from = match &self.from {
            WhoAsks::Nobody => Asker::Nobody,
            WhoAsks::Kind(code) => Asker::Kind(code.clone()),
            WhoAsks::Organisation(text) => Asker::Organisation(resolve::organisation_with_id(register, text)?),
            WhoAsks::Person(_) | WhoAsks::Named(_) => return None,
        };
        Some((coalition, meaning(self, &meant, &from, None)?))
    }
}

fn meaning(asked: &WhoAsked, meant: &Asked, from: &Asker, how: Option<(Option<&str>, &Spellings)>) -> Option<String> {
    let kept = matches!(meant, Asked::Need(_) | Asked::Kind(_) | Asked::Organisation(_))
        && !matches!(from, Asker::Person(_))
        && asked.place.is_none();
    kept.then(|| format!("{meant:?} {from:?} {how:?} {:?} {}", asked.as_of, asked.answers))
}
