//! What is asked of "who to call?", and everything that can be wrong with it, told at once.
//!
//! Never: keeps or logs a text that was typed.

use crate::desk::words::*;
use crate::model::*;
use time::Date;

/// Answers when the reader does not say how many.
pub const ANSWERS_DEFAULT: usize = 5;
/// Longest text that is searched for, in characters.
pub const TEXT_CHARS_MAX: usize = NAME_CHARS_MAX;
/// Most names that a fault lists.
const NAMES_MAX: usize = 20;

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct WhoAsked {
    /// In which coalition: slug, name or alias. Absent: where the place of `from` is, or what the text names.
    pub coalition: Option<String>,
    /// For what.
    pub what: WhoWhat,
    /// Who asks.
    pub from: WhoAsks,
    /// Where they work: a municipality or a coalition.
    pub place: Option<String>,
    /// Day for which it holds; absent: the day the coalition is shown at.
    pub as_of: Option<Date>,
    /// At most so many answers.
    pub answers: usize,
}

/// For what somebody is looked for.
#[derive(Debug, Clone, PartialEq)]
pub enum WhoWhat {
    /// A need of the catalogue.
    Need(NeedCode),
    /// A kind of partner.
    Kind(KindCode),
    /// One organisation.
    Organisation(OrganisationId),
    /// One person.
    Person(PersonId),
    /// One desk.
    Desk(ContactPointId),
    /// Whatever a text means.
    Text(String),
}

/// Who asks.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum WhoAsks {
    /// Nobody says.
    #[default]
    Nobody,
    /// A person.
    Person(PersonId),
    /// An organisation, by its id or a name.
    Organisation(String),
    /// A partner or a person who may be seen, by id or a name.
    Named(String),
    /// Somebody of this profession.
    Kind(KindCode),
}

impl WhoAsked {
    /// Is it made of words of the catalogue alone, so that its answer may be kept under them?
    pub fn is_of_catalogue(&self) -> bool {
        matches!(self.what, WhoWhat::Need(_) | WhoWhat::Kind(_)) && matches!(self.from, WhoAsks::Nobody | WhoAsks::Kind(_))
    }
}

/// A part of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "each variant is named after the field it names")]
pub enum WhoField {
    Coalition,
    Need,
    Kind,
    Organisation,
    Person,
    ContactPoint,
    Text,
    FromPerson,
    FromOrganisation,
    FromKind,
    FromPlace,
    AsOf,
    Answers,
}

/// One fault of a question.
#[derive(Debug, Clone, PartialEq)]
pub struct WhoFault {
    /// Where it is.
    pub field: WhoField,
    /// What is wrong, and what to write instead.
    pub words: Words,
}

/// A question that cannot be answered: every fault at once.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{}", .0.iter().map(|fault| fault.words.en.as_str()).collect::<Vec<_>>().join("\n"))]
pub struct WhoError(pub Vec<WhoFault>);

/// The faults of a question while it is read.
#[derive(Default)]
pub(super) struct Faults(Vec<WhoFault>);

impl Faults {
    /// Notes a fault.
    pub fn note(&mut self, field: WhoField, words: Words) {
        self.0.push(WhoFault { field, words });
    }

    /// What was read, unless something was wrong.
    pub fn close(self) -> Result<(), WhoError> {
        if self.0.is_empty() { Ok(()) } else { Err(WhoError(self.0)) }
    }
}

/// The faults that a look at the catalogue alone shows: codes, the length of a text, how many answers.
pub(super) fn look(asked: &WhoAsked, catalogue: &Catalogue, answers_max: usize, faults: &mut Faults) {
    match &asked.what {
        WhoWhat::Need(code) if catalogue.need(code).is_none() => faults.note(WhoField::Need, no_need(code, catalogue)),
        WhoWhat::Kind(code) if catalogue.kind(code).is_none() => faults.note(WhoField::Kind, no_kind(code, catalogue)),
        WhoWhat::Text(text) => faults_of_text(text, faults),
        _ => {}
    }
    let asker = match &asked.from {
        WhoAsks::Organisation(name) | WhoAsks::Named(name) => Some(name),
        WhoAsks::Nobody | WhoAsks::Person(_) | WhoAsks::Kind(_) => None,
    };
    let names = [
        (WhoField::Coalition, asked.coalition.as_ref()),
        (WhoField::FromPlace, asked.place.as_ref()),
        (WhoField::FromOrganisation, asker),
    ];
    for (field, name) in names {
        faults_of_name(field, name.map(String::as_str), faults);
    }
    if let WhoAsks::Kind(code) = &asked.from
        && catalogue.kind(code).is_none()
    {
        faults.note(WhoField::FromKind, no_kind(code, catalogue));
    }
    if !(1..=answers_max).contains(&asked.answers) {
        faults.note(
            WhoField::Answers,
            words(
                format!("Vraag een heel getal van 1 tot en met {answers_max} antwoorden."),
                format!("Ask for a whole number of answers from 1 to {answers_max}."),
            ),
        );
    }
}

/// What is looked up by its name is a name: short, and no number of a client. One that is not is told as such and never repeated.
pub(super) fn faults_of_name(field: WhoField, name: Option<&str>, faults: &mut Faults) {
    if let Some(Err(error)) = name.map(Name::check) {
        faults.note(field, words(error.sentence(Language::Nl), error.sentence(Language::En)));
    }
}

/// May a name be looked up, and be repeated when nothing has it?
pub(super) fn is_name(name: &str) -> bool {
    Name::check(name).is_ok()
}

/// A text is one line, not empty, and holds no number of a client.
pub(super) fn faults_of_text(text: &str, faults: &mut Faults) {
    if let Err(error) = Name::check(text) {
        let told = match error {
            TextError::Empty => words("Typ waar het gezin hulp bij nodig heeft.", "Type what the family needs help with."),
            TextError::CitizenNumber => words(
                "Dit lijkt een burgerservicenummer. Typ geen gegevens van een cliënt.",
                "This looks like a citizen service number. Type no data of a client.",
            ),
            error => words(error.sentence(Language::Nl), error.sentence(Language::En)),
        };
        faults.note(WhoField::Text, told);
    }
}

fn no_need(code: &NeedCode, catalogue: &Catalogue) -> Words {
    let known = catalogue.needs.iter().map(|need| need.code.as_str()).collect::<Vec<_>>().join(", ");
    words(
        format!("Hulpvraag \"{code}\" staat niet in de catalogus; kies uit: {known}."),
        format!("The need \"{code}\" is not in the catalogue; choose one of: {known}."),
    )
}

fn no_kind(code: &KindCode, catalogue: &Catalogue) -> Words {
    let known = catalogue.kinds.iter().map(|kind| kind.code.as_str()).collect::<Vec<_>>().join(", ");
    words(
        format!("Soort partner \"{code}\" staat niet in de catalogus; kies uit: {known}."),
        format!("The kind of partner \"{code}\" is not in the catalogue; choose one of: {known}."),
    )
}

/// No coalition is called so; some that are.
pub(super) fn no_coalition(asked: &str, register: &Register) -> Words {
    let mut known: Vec<String> = register.coalitions().map(|it| it.id.to_string()).collect();
    if known.is_empty() {
        return words(
            format!("Geen coalitie heet \"{asked}\": er staan er nog geen in het register."),
            format!("No coalition is called \"{asked}\": the register has none yet."),
        );
    }
    let more = known.len().saturating_sub(NAMES_MAX);
    known.truncate(NAMES_MAX);
    let (mut nl, mut en) = (known.join(", "), known.join(", "));
    if more > 0 {
        nl += &format!(", en nog {more}");
        en += &format!(", and {more} more");
    }
    words(
        format!("Geen coalitie heet \"{asked}\"; kies uit: {nl}."),
        format!("No coalition is called \"{asked}\"; choose one of: {en}."),
    )
}

/// Nobody in the coalition is called so, or more than one is.
pub(super) fn no_party(asked: &str, coalition: &str, fitting: &[String], several: bool) -> Words {
    let more = fitting.len().saturating_sub(NAMES_MAX);
    let listed = fitting.iter().take(NAMES_MAX).cloned().collect::<Vec<_>>().join(", ");
    let rest = |language| match (more, language) {
        (0, _) => String::new(),
        (more, Language::Nl) => format!(", en nog {more}"),
        (more, Language::En) => format!(", and {more} more"),
    };
    if several {
        return words(
            format!(
                "\"{asked}\" past in {coalition} bij meer partners: {listed}{}; schrijf meer van de naam.",
                rest(Language::Nl)
            ),
            format!("\"{asked}\" fits several partners in {coalition}: {listed}{}; write more of the name.", rest(Language::En)),
        );
    }
    words(
        format!("Geen partner in {coalition} heet \"{asked}\"; kies uit: {listed}{}.", rest(Language::Nl)),
        format!("No partner in {coalition} is called \"{asked}\"; choose one of: {listed}{}.", rest(Language::En)),
    )
}

/// It is not there, or may not be seen: the same words for both.
pub(super) fn not_there(noun: Words) -> Words {
    words(format!("{} is hier niet bekend; zoek op naam.", noun.nl), format!("{} is not known here; search by name.", noun.en))
}
