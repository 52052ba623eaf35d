//! Who to call? From a need and a place to a desk, a phone number and the shortest line to it: one function a question.
//!
//! Why: the desk comes before the person, and every step of a line says who says so and when.
//! Never: a text that was typed is kept; a person or number that the viewer may not see is in an answer, a guess or a fault.

mod answer;
mod answer_row;
mod asked;
mod board;
mod contact_row;
mod line_row;
mod meant;
mod next;
mod nobody;
mod professions;
mod reasons;
mod resolve;
mod searches;
mod step_words;
mod suggestions;

pub use answer::*;
pub use asked::{ANSWERS_DEFAULT, TEXT_CHARS_MAX, WhoAsked, WhoAsks, WhoError, WhoFault, WhoField, WhoWhat};
pub use board::{Switchboards, WhoBoards};
pub use meant::WhoMeant;

use super::office::Office;
use super::words::*;
use crate::lookup::{Asked, Asker, Found, Having, Match, Question, Sought, candidates, rank};
use crate::model::*;
use answer_row::answer_row;
use asked::Faults;
use board::Ready;
use line_row::Walk;
use professions::from_row;
use resolve::*;
use step_words::Steps;

/// What may be asked at once.
#[derive(Debug, Clone, Copy)]
pub struct WhoLimits {
    /// Most answers.
    pub answers_max: usize,
    /// Most suggestions, and kinds of partners for a word that is not known.
    pub guesses_max: usize,
}

/// A text, with what was found for it.
#[derive(Debug)]
struct Read {
    found: Found,
    meant: Understood,
    how: Option<&'static str>,
}

impl Office<'_> {
    /// Whom does somebody call?
    ///
    /// Takes: what is looked for, who asks, and what is kept between questions.
    /// Gives: partners who serve it, best first, each with its desk, its people where they may be seen, and the line from who asks, every
    /// step with who says so. Nobody serves it: whom to ask, and the nearest coalition that has somebody. The word is not known: what
    /// may have been meant. No coalition is named: which there are.
    /// Errors: every fault of the question at once, each with what to write instead.
    /// Cost: that of freezing the coalition at the first question after an edit; then O(its partners + lines · log).
    pub fn who_to_call(&self, asked: &WhoAsked, boards: &Switchboards, limits: &WhoLimits) -> Result<WhoToCall, WhoError> {
        let boards = WhoBoards::in_time(boards);
        Ok(self.who_answer(asked, &self.who_meant(asked, &boards, limits)?, &boards, limits))
    }

    /// What does the question mean? The first half of `who_to_call`: what is asked the same in other words means the same.
    pub fn who_meant(&self, asked: &WhoAsked, boards: &WhoBoards<'_>, limits: &WhoLimits) -> Result<WhoMeant, WhoError> {
        let (register, catalogue) = (self.register, self.register.catalogue());
        let mut faults = Faults::default();
        asked::look(asked, catalogue, limits.answers_max, &mut faults);
        let home = coalition(register, asked, &mut faults);
        self.look_for(asked, &mut faults);
        let home = home.and_then(|id| boards.board(self, &id, asked.as_of));
        let from = home.as_ref().map(|board| asks(self, board, &asked.from, &mut faults));
        faults.close()?;
        let mut faults = Faults::default();
        let read = match &asked.what {
            WhoWhat::Text(text) => self.read(text, home.as_ref(), boards),
            _ => None,
        };
        // Who names a place beside what they look for means that place.
        let named = read.as_ref().and_then(|it| match (&it.meant, &it.found.place) {
            (Understood::Place(id), _) | (_, Some(id)) => boards.board(self, id, asked.as_of),
            _ => None,
        });
        let board = named.or(home);
        // Where only the text names the coalition, who asks is looked for there.
        let from = from.or_else(|| Some(asks(self, board.as_ref()?, &asked.from, &mut faults)));
        faults.close()?;
        let from = from.unwrap_or_else(|| match &asked.from {
            WhoAsks::Kind(code) => Asker::Kind(code.clone()),
            _ => Asker::Nobody,
        });
        let meant = match (&asked.what, &read) {
            (WhoWhat::Need(code), _) => Some(Asked::Need(code.clone())),
            (WhoWhat::Kind(code), _) => Some(Asked::Kind(code.clone())),
            (WhoWhat::Organisation(id), _) => Some(Asked::Organisation(*id)),
            (WhoWhat::Person(id), _) => Some(Asked::Person(*id)),
            (WhoWhat::Desk(id), _) => Some(Asked::Desk(*id)),
            (WhoWhat::Text(_), Some(Read { meant: Understood::Asked(meant), .. })) => Some(meant.clone()),
            (WhoWhat::Text(_), _) => None,
        };
        Ok(WhoMeant { board, from, meant, read })
    }

    /// The answer to what was meant: the second half of `who_to_call`.
    pub fn who_answer(&self, asked: &WhoAsked, it: &WhoMeant, boards: &WhoBoards<'_>, limits: &WhoLimits) -> WhoToCall {
        let (from, read) = (&it.from, it.read.as_ref());
        match (&it.board, &it.meant) {
            (None, _) => self.nowhere(asked, read, limits),
            (Some(board), Some(meant)) => self.answer(asked, (board, from), (meant.clone(), read), boards),
            (Some(board), None) => self.not_understood(asked, (board, from), read, limits),
        }
    }

    /// The faults of ids: one that is not there, and one that may not be seen, in the same words.
    fn look_for(&self, asked: &WhoAsked, faults: &mut Faults) {
        let register = self.register;
        let (field, known, noun) = match &asked.what {
            WhoWhat::Organisation(id) => {
                (WhoField::Organisation, register.organisation(id).is_some(), words("Deze organisatie", "This organisation"))
            }
            WhoWhat::Person(id) => {
                let seen = |it| self.viewer.sees_person_somewhere(register, it, self.today);
                (WhoField::Person, register.person(id).is_some_and(seen), words("Deze persoon", "This person"))
            }
            WhoWhat::Desk(id) => {
                let seen = |it| self.viewer.sees_contact_somewhere(register, it, self.today);
                (WhoField::ContactPoint, register.contact_point(id).is_some_and(seen), words("Dit loket", "This desk"))
            }
            WhoWhat::Need(_) | WhoWhat::Kind(_) | WhoWhat::Text(_) => return,
        };
        if !known {
            faults.note(field, asked::not_there(noun));
        }
    }

    /// Absent: the index was missed.
    fn read(&self, text: &str, home: Option<&Ready>, boards: &WhoBoards<'_>) -> Option<Read> {
        /// Hits that are looked at: the best one that may be believed is taken.
        const HITS: usize = 8;
        let coalition = home.map(|board| &board.network.coalition.id);
        let index = boards.index(self)?;
        let find = |limit| index.find(text, &Sought { viewer: self.viewer, coalition, limit });
        // The best hit alone is nearly always believed, and costs least.
        let best = find(1);
        let found = if best.hits.iter().all(|hit| self.sees(&hit.what)) { best } else { find(HITS) };
        let (meant, how) = understood(self, &found);
        Some(Read { found, meant, how: how.map(how_word) })
    }

    /// The answers to what was understood.
    fn answer(
        &self,
        asked: &WhoAsked,
        (board, from): (&Ready, &Asker),
        (meant, read): (Asked, Option<&Read>),
        boards: &WhoBoards<'_>,
    ) -> WhoToCall {
        let network = &board.network;
        let speech = self.speech(network);
        let mut found = candidates(network, &meant, self.today);
        let mut meant = meant;
        let asked_kind = match &meant {
            Asked::Kind(code) => Some(code.clone()),
            _ => None,
        };
        // No partner of the kind: who else helps with what it would help with?
        if let Some(need) = self.need_instead(&meant).filter(|_| found.is_empty()) {
            let instead = Asked::Need(need);
            found = candidates(network, &instead, self.today);
            meant = instead;
        }
        let question = Question { asked: &meant, from, place: asked.place.as_deref(), today: self.today };
        let ranked = rank(network, &board.lines, &question, found);
        let walk = Walk { steps: Steps { speech, board }, from, place: asked.place.as_deref(), asked: &meant };
        let answers: Vec<WhoAnswer> = (0..ranked.len().min(asked.answers)).map(|at| answer_row(&walk, &ranked, at)).collect();
        let reached = answers.iter().any(|it| it.contact.is_some());
        let elsewhere = match (answers.is_empty(), reached) {
            (true, _) => self.elsewhere(boards, board, (&meant, Having::Anybody)),
            (false, false) => self.elsewhere(boards, board, (&meant, Having::Contact)),
            (false, true) => None,
        };
        let understood = self.understood_row(&speech, &meant, asked_kind.as_ref(), read, asked);
        WhoToCall {
            status: status(answers.len(), &understood, asked_kind.as_ref().filter(|_| matches!(meant, Asked::Need(_))), network),
            nobody: answers.is_empty().then(|| nobody::nobody(&walk)),
            answers,
            elsewhere,
            asked: understood,
            ..self.empty(asked, (board, from))
        }
    }

    /// The first need that partners of a kind serve.
    fn need_instead(&self, meant: &Asked) -> Option<NeedCode> {
        let Asked::Kind(code) = meant else { return None };
        self.register.catalogue().kind(code)?.needs.first().cloned()
    }

    fn understood_row(
        &self,
        speech: &super::speech::Speech<'_>,
        meant: &Asked,
        kind: Option<&KindCode>,
        read: Option<&Read>,
        asked: &WhoAsked,
    ) -> WhoUnderstood {
        let (catalogue, network) = (&speech.network.catalogue, speech.network);
        let place = match meant {
            Asked::Organisation(id) => network.place(*id),
            Asked::Person(id) => network.members.iter().position(|it| it.seats.iter().any(|seat| seat.person == *id)),
            Asked::Desk(id) => network.members.iter().position(|it| it.contact_points.iter().any(|point| point.id == *id)),
            Asked::Need(_) | Asked::Kind(_) => None,
        };
        let also = match (read, meant) {
            (Some(read), _) => read.found.also.clone(),
            (None, Asked::Need(code)) => first_synonyms(catalogue.need(code).map(|it| &it.synonyms)),
            (None, Asked::Kind(code)) => first_synonyms(catalogue.kind(code).map(|it| &it.synonyms)),
            (None, _) => Spellings::default(),
        };
        WhoUnderstood {
            text: typed(asked),
            need: match meant {
                Asked::Need(code) => Some(need_row(catalogue, code)),
                _ => None,
            },
            kind: kind.map(|code| kind_row(catalogue, code)),
            party: place.map(|place| super::gaps::member_row(network, place)),
            how: read.and_then(|it| it.how).map(str::to_owned),
            also,
        }
    }

    /// No word of the text is known, or it names a place alone.
    fn not_understood(
        &self,
        asked: &WhoAsked,
        (board, from): (&Ready, &Asker),
        read: Option<&Read>,
        limits: &WhoLimits,
    ) -> WhoToCall {
        let place = read.is_some_and(|it| matches!(it.meant, Understood::Place(_)));
        let name = board.network.coalition.name.as_str();
        let status = match place {
            true => words(
                format!("{name} is een coalitie. Zeg ook waar het gezin hulp bij nodig heeft."),
                format!("{name} is a coalition. Say as well what the family needs help with."),
            ),
            false => unknown_word(),
        };
        let mut guesses = read.map(|it| self.suggested(&it.found.guesses)).unwrap_or_default();
        let kinds = self.kinds_that_help(limits.guesses_max);
        guesses.extend(kinds.into_iter().filter(|kind| !guesses.iter().any(|guess| guess.code == kind.code)).collect::<Vec<_>>());
        let asked_row = WhoUnderstood { text: typed(asked), ..WhoUnderstood::default() };
        WhoToCall { status, guesses, asked: asked_row, ..self.empty(asked, (board, from)) }
    }

    /// No coalition was named.
    fn nowhere(&self, asked: &WhoAsked, read: Option<&Read>, limits: &WhoLimits) -> WhoToCall {
        let catalogue = self.register.catalogue();
        let mut understood = WhoUnderstood { text: typed(asked), ..WhoUnderstood::default() };
        let meant = match (&asked.what, read.map(|it| &it.meant)) {
            (WhoWhat::Need(code), _) => Some(Asked::Need(code.clone())),
            (WhoWhat::Kind(code), _) => Some(Asked::Kind(code.clone())),
            (_, Some(Understood::Asked(meant))) => Some(meant.clone()),
            _ => None,
        };
        match meant {
            Some(Asked::Need(code)) => understood.need = Some(need_row(catalogue, &code)),
            Some(Asked::Kind(code)) => understood.kind = Some(kind_row(catalogue, &code)),
            _ => {}
        }
        understood.how = read.and_then(|it| it.how).map(str::to_owned);
        WhoToCall {
            coalition: None,
            as_of: asked.as_of.unwrap_or(self.today).to_string(),
            version: self.register.sequence(),
            from: WhoFrom { words: words("Kies eerst een coalitie.", "Choose a coalition first."), kind: None, party: None },
            status: words("In welke coalitie zoekt u? Kies er een.", "In which coalition do you look? Choose one."),
            answers: Vec::new(),
            nobody: None,
            elsewhere: None,
            guesses: self.places(limits.guesses_max),
            asked: understood,
        }
    }

    /// An answer about a coalition without anything in it yet.
    fn empty(&self, asked: &WhoAsked, (board, from): (&Ready, &Asker)) -> WhoToCall {
        let network = &board.network;
        WhoToCall {
            coalition: Some(NamedCoalition { id: network.coalition.id.clone(), name: network.coalition.name.clone() }),
            as_of: network.as_of.to_string(),
            version: network.version,
            asked: WhoUnderstood::default(),
            from: from_row(&self.speech(network), board, from, asked.place.as_deref()),
            status: unknown_word(),
            answers: Vec::new(),
            nobody: None,
            elsewhere: None,
            guesses: Vec::new(),
        }
    }
}

/// The text as it was typed, for who typed it.
fn typed(asked: &WhoAsked) -> Option<String> {
    match &asked.what {
        WhoWhat::Text(text) => Some(text.clone()),
        _ => None,
    }
}

/// Other words of the catalogue for the same.
fn first_synonyms(words: Option<&Spellings>) -> Spellings {
    let first = |words: &[String]| words.iter().take(crate::lookup::ALSO_MAX).cloned().collect();
    words.map(|it| Spellings { nl: first(&it.nl), en: first(&it.en) }).unwrap_or_default()
}

fn unknown_word() -> Words {
    words(
        "Geen antwoord. Dit woord kennen wij niet. Kies wat u bedoelt.",
        "No answer. We do not know this word. Choose what you mean.",
    )
}

/// What a word with an error in it was read as: who typed it decides whether that was meant.
fn read_as(understood: &WhoUnderstood, language: Language) -> Option<String> {
    let typo = understood.how.as_deref() == Some(how_word(Match::Typo));
    let text = understood.text.as_deref().filter(|_| typo)?.trim();
    let code = understood.need.as_ref().or(understood.kind.as_ref());
    let name = code.map(|it| it.words.in_language(language).to_owned());
    let name = name.or_else(|| understood.party.as_ref().map(|it| it.name.to_string()))?;
    Some(match language {
        Language::Nl => format!("Wij lazen \"{text}\" als: {name}. Bedoelt u iets anders, zoek dan met een ander woord."),
        Language::En => format!("We read \"{text}\" as: {name}. If you mean something else, use another word."),
    })
}

/// "3 antwoorden. Wij zochten ook op: schuldhulp, geldzorgen." Takes the kind that was asked for and is not there.
fn status(answers: usize, understood: &WhoUnderstood, missed: Option<&KindCode>, network: &crate::network::Network) -> Words {
    both(|language| {
        let number = match (answers, language) {
            (0, Language::Nl) => "Geen antwoord.".to_owned(),
            (0, Language::En) => "No answer.".to_owned(),
            (1, Language::Nl) => "1 antwoord.".to_owned(),
            (1, Language::En) => "1 answer.".to_owned(),
            (many, Language::Nl) => format!("{many} antwoorden."),
            (many, Language::En) => format!("{many} answers."),
        };
        let missed = missed.and_then(|code| network.catalogue.kind(code)).zip(understood.need.as_ref()).map(|(kind, need)| {
            let (kind, need) = (lower_first(kind.name.in_language(language)), lower_first(need.words.in_language(language)));
            match language {
                Language::Nl => format!(
                    "{}: nog niet bekend in {}. Wij zochten wie helpt bij {need}.",
                    sentence_case(&kind),
                    network.coalition.name
                ),
                Language::En => format!(
                    "{}: not known in {} yet. We looked for who helps with {need}.",
                    sentence_case(&kind),
                    network.coalition.name
                ),
            }
        });
        let also = understood.also.in_language(language).join(", ");
        let also = match (also.is_empty() || missed.is_some(), language) {
            (true, _) => None,
            (false, Language::Nl) => Some(format!("Wij zochten ook op: {also}.")),
            (false, Language::En) => Some(format!("We also searched for: {also}.")),
        };
        [Some(number), read_as(understood, language), missed, also].into_iter().flatten().collect::<Vec<_>>().join(" ")
    })
}
