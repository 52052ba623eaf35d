//! What can be wrong with a bundle: one row per fault, with its line and what to do.

use crate::model::{CoalitionId, Language, TextError};

/// One fault in one bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BundleError {
    /// The file it stands in.
    pub file: String,
    /// Line in that file, from 1.
    pub line: usize,
    /// What is wrong.
    pub wrong: Wrong,
}

/// What is wrong with a place in a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// No TOML; the parser's own words.
    Syntax(String),
    /// `format` is not the one this version reads.
    Format,
    /// A table or field that this format does not have.
    UnknownField(String),
    /// A field that must be there.
    Missing {
        /// The field.
        field: String,
        /// In which table.
        table: &'static str,
    },
    /// A value of another type.
    Type {
        /// The field.
        field: String,
        /// What it takes, in the words of TOML.
        expected: &'static str,
    },
    /// A word outside its closed list.
    Choice {
        /// The field.
        field: String,
        /// What was written.
        value: String,
        /// What may be written.
        known: String,
    },
    /// A text that is empty, too long, has a control character or holds a citizen service number.
    Text {
        /// The field.
        field: String,
        /// Why it was refused.
        error: TextError,
    },
    /// A code or key in the wrong form.
    Code {
        /// The field.
        field: String,
        /// What was written.
        value: String,
    },
    /// A date that is none.
    Date {
        /// The field.
        field: String,
        /// What was written.
        value: String,
    },
    /// `until` lies before `from`.
    Period,
    /// A key that was used before.
    Duplicate {
        /// The key.
        key: String,
        /// Where it was used first.
        first_line: usize,
    },
    /// A key that nothing in the file has.
    Dangling {
        /// The field.
        field: String,
        /// The key.
        key: String,
    },
    /// `reading = "interpreted"` without a note.
    NoteMissing,
    /// An inferred kind without its ground.
    InferredOnMissing,
    /// An organisation without kind and without domain.
    NoDomain,
    /// A position with neither organisation nor profession.
    NoPlace,
    /// Not exactly one of `pair`, `group`, `kinds`, `domains`, or a wrong number of ends.
    Scope,
    /// Both ends are the same party or person.
    SameEnds,
    /// A group of fewer than two different parties.
    GroupTooSmall,
    /// A strength outside 1–4, or on something else than an asserted line.
    Strength,
    /// An organisation that is a part of itself.
    PartOfItself(String),
    /// Another file defines the same thing differently.
    Disagrees {
        /// The key.
        key: String,
        /// The other file.
        file: String,
        /// Line in the other file.
        line: usize,
    },
    /// Files of other coalitions, imported earlier, define the same thing differently.
    DisagreesWithStore {
        /// The key.
        key: String,
        /// The coalitions that use it.
        coalitions: Vec<CoalitionId>,
    },
}

impl BundleError {
    /// The fault in one line: file, line, what is wrong and what to do.
    pub fn sentence(&self, language: Language) -> String {
        format!("{}:{}: {}", self.file, self.line, self.wrong.sentence(language))
    }
}

impl std::fmt::Display for BundleError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for BundleError {}

impl Wrong {
    /// What is wrong and what to do about it.
    pub fn sentence(&self, language: Language) -> String {
        match language {
            Language::Nl => self.dutch(),
            Language::En => self.english(),
        }
    }

    fn dutch(&self) -> String {
        match self {
            Self::Syntax(words) => format!("dit is geen geldige TOML ({words}); verbeter de regel"),
            Self::Format => "deze versie leest format = 1; zet dat bovenaan het bestand".into(),
            Self::UnknownField(field) => format!("\"{field}\" kent dit formaat niet; haal het weg of verbeter de spelling"),
            Self::Missing { field, table } => format!("[{table}] mist \"{field}\"; vul het in"),
            Self::Type { field, expected } => format!("\"{field}\" heeft een ander soort waarde dan {expected}; verbeter de waarde"),
            Self::Choice { field, value, known } => format!("\"{field}\" kent \"{value}\" niet; kies uit {known}"),
            Self::Text { field, error } => format!("\"{field}\": {}", error.sentence(Language::Nl)),
            Self::Code { field, value } => {
                format!("\"{field}\": \"{value}\" is geen geldige sleutel; gebruik a-z, 0-9 en '-', te beginnen met een letter")
            }
            Self::Date { field, value } => format!(
                "\"{field}\": \"{value}\" is geen datum; schrijf 2019, 2019-10, 2019-10-08, een seizoen van 2019-21 (lente) tot 2019-24 (winter), of twee ervan met een schuine streep ertussen"
            ),
            Self::Period => "de periode eindigt voor zij begint; verwissel of verbeter \"from\" en \"until\"".into(),
            Self::Duplicate { key, first_line } => {
                format!("de sleutel \"{key}\" is al gebruikt op regel {first_line}; kies een andere of voeg samen")
            }
            Self::Dangling { field, key } => {
                format!("\"{field}\" verwijst naar \"{key}\", dat niet in dit bestand staat; voeg het toe of verbeter de sleutel")
            }
            Self::NoteMissing => "dit is gelezen in de bron, niet gezegd (interpreted); zeg in \"note\" waarom".into(),
            Self::InferredOnMissing => "de soort is afgeleid (inferred); zeg in \"on\" waaruit".into(),
            Self::NoDomain => "de organisatie heeft geen soort en geen domein; geef een van beide".into(),
            Self::NoPlace => "de functie heeft geen organisatie en geen beroep; geef \"organisation\" of \"profession\"".into(),
            Self::Scope => {
                "een opgave gaat over precies één van: pair (twee partijen), group (partijen), kinds (twee soorten), domains (twee domeinen)"
                    .into()
            }
            Self::SameEnds => "beide einden zijn dezelfde; een lijn loopt tussen twee verschillende partijen".into(),
            Self::GroupTooSmall => "een groep heeft minstens twee verschillende partijen; voeg er een toe".into(),
            Self::Strength => "alleen een lijn die er is (asserted) heeft een sterkte, van 1 tot 4; verbeter of haal haar weg".into(),
            Self::PartOfItself(key) => format!("\"{key}\" zou een deel van zichzelf zijn; verbeter \"part_of\""),
            Self::Disagrees { key, file, line } => {
                format!("\"{key}\" staat anders in {file}, regel {line}; maak beide gelijk")
            }
            Self::DisagreesWithStore { key, coalitions } => format!(
                "\"{key}\" staat anders in het archief, bij {}; maak ze gelijk, kies een andere sleutel, of importeer al die bestanden in één keer",
                listed(coalitions)
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Syntax(words) => format!("this is no valid TOML ({words}); correct the line"),
            Self::Format => "this version reads format = 1; put that at the top of the file".into(),
            Self::UnknownField(field) => format!("this format has no \"{field}\"; remove it or correct its spelling"),
            Self::Missing { field, table } => format!("[{table}] lacks \"{field}\"; fill it in"),
            Self::Type { field, expected } => format!("\"{field}\" takes {expected}; correct the value"),
            Self::Choice { field, value, known } => format!("\"{field}\" does not know \"{value}\"; choose from {known}"),
            Self::Text { field, error } => format!("\"{field}\": {error}"),
            Self::Code { field, value } => {
                format!("\"{field}\": \"{value}\" is no valid key; use a-z, 0-9 and '-', starting with a letter")
            }
            Self::Date { field, value } => format!(
                "\"{field}\": \"{value}\" is no date; write 2019, 2019-10, 2019-10-08, a season as 2019-21 (spring) to 2019-24 (winter), or two of these with a slash between"
            ),
            Self::Period => "the period ends before it starts; swap or correct \"from\" and \"until\"".into(),
            Self::Duplicate { key, first_line } => {
                format!("the key \"{key}\" was used on line {first_line} already; choose another or merge the two")
            }
            Self::Dangling { field, key } => {
                format!("\"{field}\" refers to \"{key}\", which is not in this file; add it or correct the key")
            }
            Self::NoteMissing => "this was read in the source, not said by it (interpreted); say why in \"note\"".into(),
            Self::InferredOnMissing => "the kind is inferred; say on what in \"on\"".into(),
            Self::NoDomain => "the organisation has neither a kind nor a domain; give one of them".into(),
            Self::NoPlace => "the position has neither an organisation nor a profession; give one of them".into(),
            Self::Scope => {
                "a claim is about exactly one of: pair (two parties), group (parties), kinds (two kinds), domains (two domains)"
                    .into()
            }
            Self::SameEnds => "both ends are the same; a line runs between two different parties".into(),
            Self::GroupTooSmall => "a group needs at least two different parties; add one".into(),
            Self::Strength => "only an asserted line has a strength, 1 to 4; correct it or leave it out".into(),
            Self::PartOfItself(key) => format!("\"{key}\" would be a part of itself; correct \"part_of\""),
            Self::Disagrees { key, file, line } => {
                format!("\"{key}\" is defined differently in {file}, line {line}; make both the same")
            }
            Self::DisagreesWithStore { key, coalitions } => format!(
                "\"{key}\" is defined differently in the store, for {}; make them the same, choose another key, or import all these files in one command",
                listed(coalitions)
            ),
        }
    }
}

fn listed(coalitions: &[CoalitionId]) -> String {
    coalitions.iter().map(CoalitionId::as_str).collect::<Vec<_>>().join(", ")
}
