//! What is wrong with a row, as a sentence that says what to do.

use super::ERRORS_MAX;
use crate::model::{Domain, Language, TextError, Words};

/// One thing that is wrong in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowError {
    /// Name of the file.
    pub file: String,
    /// Line in the file, the header being 1; absent when the whole file is meant.
    pub row: Option<u64>,
    /// Name of the column, if one is meant.
    pub column: Option<String>,
    /// What is wrong.
    pub reason: RowReason,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowReason {
    /// The file is larger than the limit, which is told in bytes.
    TooLarge(usize),
    /// More rows than the limit, which is told.
    TooManyRows(usize),
    /// The file is not UTF-8.
    NotUtf8,
    /// A quotation mark opens a cell and none closes it.
    OpenQuote,
    /// A required column is not in the header.
    MissingColumn,
    /// There is no organisation in the file.
    NoOrganisations,
    /// The name of the file cannot be kept.
    FileName(TextError),
    /// A name is empty, too long, or holds what may not be in it.
    Text(TextError),
    /// A domain that does not exist.
    UnknownDomain(String),
    /// The same `Id` twice.
    DuplicateId {
        /// The `Id`.
        id: String,
        /// Where it stood first.
        first_row: u64,
    },
    /// A link from an organisation to itself.
    SelfLoop(String),
    /// A weight that is no number.
    NotANumber(String),
    /// A type that does not exist.
    UnknownType(String),
    /// The file cannot be read to its end; why, in the words of the machine.
    Unreadable(String),
    /// More or fewer cells than the header has names.
    Width {
        /// Cells in the row.
        found: usize,
        /// Names in the header.
        wanted: usize,
    },
    /// More coalitions than the limit, which is told.
    TooManyCoalitions(usize),
    /// A coalition that is not written as a code.
    NotACode(String),
    /// An `id` that another file should have and has not.
    UnknownId {
        /// The `id`.
        id: String,
        /// Where it should stand.
        file: String,
    },
    /// The same link twice.
    DuplicateLink {
        /// Where it stood first.
        first_row: u64,
    },
    /// A strength that is not 1 to 4.
    NotAStrength(String),
    /// A year that is none.
    NotAYear(String),
    /// Neither true nor false.
    NotTrueOrFalse(String),
    /// A need that is not in the catalogue.
    UnknownNeed {
        /// What stands there.
        text: String,
        /// The codes there are.
        codes: String,
    },
    /// A date that is none.
    NotADate(String),
    /// No word for who may see a desk.
    UnknownVisibility(String),
    /// No word for whom a desk is for.
    UnknownAudience(String),
    /// A day that is still to come.
    NotYet(String),
    /// No partner of the coalition has this name.
    UnknownPartner {
        /// What stands there.
        text: String,
        /// The coalition.
        coalition: String,
        /// Partners with the names that are most like it.
        near: Vec<String>,
    },
    /// An organisation that is there, and takes no part in the coalition.
    NotAPartner {
        /// The organisation.
        text: String,
        /// The coalition.
        coalition: String,
    },
    /// Several partners have this name; each with its id.
    SeveralPartners {
        /// What stands there.
        text: String,
        /// Those that fit.
        fitting: Vec<String>,
    },
    /// A desk without phone, mail and web.
    NoWayToReach,
    /// The same desk twice.
    DuplicateDesk {
        /// Where it stood first.
        first_row: u64,
    },
    /// There are so many errors more.
    More(usize),
}

impl RowReason {
    /// What is wrong and what to do, in both languages.
    pub fn words(&self) -> Words {
        let (nl, en) = match self {
            Self::TooLarge(bytes) => (
                format!("het bestand is groter dan {} MiB; splits het", bytes >> 20),
                format!("the file is larger than {} MiB; split it", bytes >> 20),
            ),
            Self::TooManyRows(max) => (
                format!("er zijn meer dan {max} rijen; splits het netwerk"),
                format!("there are more than {max} rows; split the network"),
            ),
            Self::NotUtf8 => (
                "de tekst is geen UTF-8; sla het bestand op als \"CSV UTF-8\"".to_owned(),
                "the text is not UTF-8; save the file as \"CSV UTF-8\"".to_owned(),
            ),
            Self::OpenQuote => (
                "een aanhalingsteken (\") opent een cel en geen tweede sluit hem; zet het erbij of haal het eerste weg"
                    .to_owned(),
                "a quotation mark (\") opens a cell and none closes it; add one or remove the first".to_owned(),
            ),
            Self::MissingColumn => (
                "deze kolom ontbreekt; zet de naam in de eerste rij van het bestand".to_owned(),
                "this column is missing; put its name in the first row of the file".to_owned(),
            ),
            Self::NoOrganisations => (
                "er staat geen organisatie in; zet er minstens één in, onder de rij met kolomnamen".to_owned(),
                "there is no organisation in it; put in at least one, below the row with column names".to_owned(),
            ),
            Self::FileName(error) => (
                format!("de bestandsnaam is niet te bewaren: {}; hernoem het bestand", dutch(error)),
                format!("the name of the file cannot be kept: {error}; rename the file"),
            ),
            Self::Text(error) => (dutch(error), error.to_string()),
            Self::UnknownDomain(text) => {
                let codes = Domain::ALL.map(Domain::code).join(", ");
                (
                    format!(
                        "\"{text}\" is geen domein; kies uit medisch, sociaal, informeel, publieke gezondheid, onderwijs, bestuur"
                    ),
                    format!("\"{text}\" is no domain; choose one of {codes}"),
                )
            }
            Self::DuplicateId { id, first_row } => (
                format!("\"{id}\" staat ook in rij {first_row}; geef elke rij een eigen Id"),
                format!("\"{id}\" is in row {first_row} too; give every row an Id of its own"),
            ),
            Self::SelfLoop(id) => (
                format!("de lijn loopt van \"{id}\" naar zichzelf; haal de rij weg of verbeter een van de einden"),
                format!("the link runs from \"{id}\" to itself; remove the row or correct one of the ends"),
            ),
            Self::NotANumber(text) => (
                format!("\"{text}\" is geen getal; vul 1 tot en met 4 in of laat het leeg"),
                format!("\"{text}\" is no number; fill in 1 to 4 or leave it empty"),
            ),
            Self::UnknownType(text) => (
                format!("\"{text}\" is geen soort lijn; vul Directed of Undirected in of laat het leeg"),
                format!("\"{text}\" is no type of link; fill in Directed or Undirected or leave it empty"),
            ),
            Self::Unreadable(why) => (
                format!("het bestand is niet tot het einde te lezen: {why}"),
                format!("the file cannot be read to its end: {why}"),
            ),
            Self::Width { found, wanted } => (
                format!(
                    "de rij heeft {found} cellen en de eerste rij {wanted}; zet een tekst met een scheidingsteken tussen \"\""
                ),
                format!("the row has {found} cells and the first row {wanted}; put a text with a separator between \"\""),
            ),
            Self::TooManyCoalitions(max) => (
                format!("er zijn meer dan {max} coalities; splits het bestand"),
                format!("there are more than {max} coalitions; split the file"),
            ),
            Self::NotACode(text) => (
                format!(
                    "\"{text}\" is geen code van een coalitie; gebruik 1 tot 64 tekens uit a-z, 0-9 en '-', met een letter vooraan"
                ),
                format!("\"{text}\" is no code of a coalition; use 1 to 64 of a-z, 0-9 and '-', starting with a letter"),
            ),
            Self::UnknownId { id, file } => (
                format!("\"{id}\" is geen id in {file}; voeg die rij daar toe of verbeter deze"),
                format!("\"{id}\" is no id in {file}; add that row there or correct this one"),
            ),
            Self::DuplicateLink { first_row } => (
                format!("dezelfde lijn staat ook in rij {first_row}; haal een van beide weg"),
                format!("the same link is in row {first_row} too; remove one of the two"),
            ),
            Self::NotAStrength(text) => (
                format!("\"{text}\" is geen sterkte; vul 1, 2, 3 of 4 in of laat het leeg"),
                format!("\"{text}\" is no strength; fill in 1, 2, 3 or 4 or leave it empty"),
            ),
            Self::NotAYear(text) => (
                format!("\"{text}\" is geen jaar; vul een jaar als 2021 in of laat het leeg"),
                format!("\"{text}\" is no year; fill in a year such as 2021 or leave it empty"),
            ),
            Self::NotTrueOrFalse(text) => (
                format!("\"{text}\" is niet te lezen als ja of nee; vul true of false in"),
                format!("\"{text}\" is not read as yes or no here; fill in true or false"),
            ),
            Self::UnknownNeed { text, codes } => (
                format!("\"{text}\" is geen hulpvraag uit de catalogus; kies uit {codes}"),
                format!("\"{text}\" is no need of the catalogue; choose one of {codes}"),
            ),
            Self::NotADate(text) => (
                format!("\"{text}\" is geen datum; schrijf 22-11-2026, 2026-11-22, 2026-11 of 2026, of laat het leeg"),
                format!("\"{text}\" is no date; write 22-11-2026, 2026-11-22, 2026-11 or 2026, or leave it empty"),
            ),
            Self::UnknownVisibility(text) => (
                format!("\"{text}\" zegt niet wie dit mag zien; kies openbaar, coalitie, alle coalities of verborgen"),
                format!("\"{text}\" does not say who may see this; choose public, coalition, all_coalitions or hidden"),
            ),
            Self::UnknownAudience(text) => (
                format!("\"{text}\" zegt niet voor wie dit loket is; kies professionals of ouders, of laat het leeg"),
                format!("\"{text}\" does not say for whom this desk is; choose professionals or parents, or leave it empty"),
            ),
            Self::NotYet(text) => (
                format!("{text} moet nog komen; vul de dag in waarop het nummer gecontroleerd is"),
                format!("{text} is still to come; fill in the day on which the number was checked"),
            ),
            Self::UnknownPartner { text, coalition, near } if near.is_empty() => (
                format!(
                    "geen partner van {coalition} heet \"{text}\", want die coalitie heeft er geen; voeg de partner eerst toe"
                ),
                format!("no partner of {coalition} is called \"{text}\", as that coalition has none; add the partner first"),
            ),
            Self::UnknownPartner { text, coalition, near } => {
                let near = near.join(", ");
                (
                    format!("geen partner van {coalition} heet \"{text}\"; bedoelt u {near}? Voeg anders de partner eerst toe"),
                    format!("no partner of {coalition} is called \"{text}\"; do you mean {near}? Else add the partner first"),
                )
            }
            Self::NotAPartner { text, coalition } => (
                format!("\"{text}\" doet niet mee in {coalition}; voeg de organisatie eerst toe als partner, of haal de rij weg"),
                format!("\"{text}\" takes no part in {coalition}; add the organisation as a partner first, or remove the row"),
            ),
            Self::SeveralPartners { text, fitting } => {
                let fitting = fitting.join(", ");
                (
                    format!("\"{text}\" past op meer partners: {fitting}; schrijf de hele naam of de id"),
                    format!("\"{text}\" fits several partners: {fitting}; write the whole name or the id"),
                )
            }
            Self::NoWayToReach => (
                "er staat geen telefoon, mail of webadres; vul er minstens één in".to_owned(),
                "there is no phone, mail or web address; fill in at least one".to_owned(),
            ),
            Self::DuplicateDesk { first_row } => (
                format!("ditzelfde loket staat ook in rij {first_row}; haal een van beide weg"),
                format!("the same desk is in row {first_row} too; remove one of the two"),
            ),
            Self::More(count) => (
                format!("en nog {count} fouten; verbeter eerst de eerdere"),
                format!("and {count} errors more; correct the earlier ones first"),
            ),
        };
        Words { nl, en }
    }
}

fn dutch(error: &TextError) -> String {
    match error {
        TextError::Empty => "de cel is leeg; vul hem in".to_owned(),
        other => other.sentence(Language::Nl),
    }
}

impl RowError {
    /// Where it is, what is wrong and what to do.
    pub fn sentence(&self, language: Language) -> String {
        let (row, column) = match language {
            Language::Nl => ("rij", "kolom"),
            Language::En => ("row", "column"),
        };
        let mut place = self.file.clone();
        if let Some(number) = self.row {
            place.push_str(&format!(", {row} {number}"));
        }
        if let Some(name) = &self.column {
            place.push_str(&format!(", {column} {name}"));
        }
        format!("{place}: {}", self.reason.words().in_language(language))
    }
}

impl std::fmt::Display for RowError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for RowError {}

/// The errors found so far.
#[derive(Default)]
pub(in crate::exchange) struct Faults {
    named: Vec<RowError>,
    more: usize,
}

impl Faults {
    /// In one cell.
    pub fn add(&mut self, file: &str, row: u64, column: &str, reason: RowReason) {
        self.push(RowError { file: file.to_owned(), row: Some(row), column: Some(column.to_owned()), reason });
    }
    /// In a row as a whole.
    pub fn add_row(&mut self, file: &str, row: u64, reason: RowReason) {
        self.push(RowError { file: file.to_owned(), row: Some(row), column: None, reason });
    }
    /// In a file as a whole.
    pub fn add_file(&mut self, file: &str, reason: RowReason) {
        self.push(RowError { file: file.to_owned(), row: None, column: None, reason });
    }
    pub fn is_empty(&self) -> bool {
        self.named.is_empty()
    }
    pub fn into_errors(mut self) -> Vec<RowError> {
        if let (Some(last), 1..) = (self.named.last(), self.more) {
            let file = last.file.clone();
            self.named.push(RowError { file, row: None, column: None, reason: RowReason::More(self.more) });
        }
        self.named
    }

    fn push(&mut self, error: RowError) {
        if self.named.len() < ERRORS_MAX { self.named.push(error) } else { self.more += 1 }
    }
}
