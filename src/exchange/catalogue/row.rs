//! One file of the catalogue, row by row, with the line of every row.

use super::{CATALOGUE_FORMAT, CatalogueError, CatalogueProblem};
use crate::model::*;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

/// A row type: in which file it stands, and which keys it has.
pub(super) trait CatalogueRow: DeserializeOwned {
    /// The file: `kinds.toml`.
    const FILE: &'static str;
    /// The heading of a row: `kind` in `[[kind]]`.
    const TABLE: &'static str;
    /// The key that holds the code.
    const CODE: &'static str = "code";
    /// Every key that a row may have.
    const KEYS: &'static [&'static str];
    /// The row's code.
    fn code(&self) -> &str;
    /// Texts that may not be empty, with their keys.
    fn texts(&self) -> Vec<(String, &str)>;
    /// The row's grounds; `None`: the row is itself a source.
    fn grounds(&self) -> Option<&Grounds>;
}

/// A row and the line on which it begins.
pub(super) struct Row<T> {
    pub line: usize,
    pub value: T,
}

/// A file as read: its rows, the codes of all rows (of those that could not be read as well), and what was wrong so far.
pub(super) struct File<T> {
    pub rows: Vec<Row<T>>,
    pub first_line_by_code: BTreeMap<String, usize>,
    pub version: Option<String>,
    pub errors: Vec<CatalogueError>,
}

impl<T: CatalogueRow> File<T> {
    /// Which rows does the file hold?
    pub fn read(files: impl Fn(&str) -> Option<String>) -> Self {
        let mut file = Self { rows: Vec::new(), first_line_by_code: BTreeMap::new(), version: None, errors: Vec::new() };
        match files(T::FILE) {
            Some(text) => file.fill(&text),
            None => file.refuse(None, None, CatalogueProblem::MissingFile),
        }
        file
    }

    /// Is there a row with this code, readable or not? A file that could not be read at all is not blamed on other files.
    pub fn knows(&self, code: &str) -> bool {
        self.first_line_by_code.is_empty() || self.first_line_by_code.contains_key(code)
    }

    fn refuse(&mut self, row: Option<usize>, what: Option<String>, reason: CatalogueProblem) {
        self.errors.push(CatalogueError { file: T::FILE, row, what, reason });
    }

    fn fill(&mut self, text: &str) {
        let table = match DeTable::parse(text) {
            Ok(table) => table.into_inner(),
            Err(error) => {
                let line = error.span().map(|span| line_at(text, span.start));
                return self.refuse(line, None, CatalogueProblem::Syntax(error.message().to_owned()));
            }
        };
        if self.accept_head(text, &table)
            && let Some(rows) = table.get(T::TABLE).and_then(|rows| rows.get_ref().as_array())
        {
            rows.iter().for_each(|row| self.accept_row(text, row));
        }
    }

    /// Format, version and other keys above the rows. `false`: the rows cannot be trusted.
    fn accept_head(&mut self, text: &str, table: &DeTable<'_>) -> bool {
        let format = table.get("format").map(Spanned::get_ref);
        match format.and_then(DeValue::as_integer).and_then(|number| number.to_string().parse::<i64>().ok()) {
            Some(CATALOGUE_FORMAT) => {}
            Some(other) => {
                self.refuse(None, None, CatalogueProblem::UnknownFormat(other));
                return false;
            }
            None => self.refuse(None, None, CatalogueProblem::NoFormat),
        }
        let versioned = T::FILE == NormLine::FILE;
        if versioned {
            let version = table.get("version").and_then(|version| version.get_ref().as_str()).map(str::trim);
            self.version = version.filter(|version| !version.is_empty()).map(str::to_owned);
            if self.version.is_none() {
                self.refuse(None, None, CatalogueProblem::NoVersion);
            }
        }
        let mut known = vec!["format", T::TABLE];
        known.extend(versioned.then_some("version"));
        self.refuse_unknown_keys(text, table, &known, None);
        let rows = table.get(T::TABLE).and_then(|rows| rows.get_ref().as_array());
        if rows.is_none_or(|rows| rows.is_empty()) {
            self.refuse(None, None, CatalogueProblem::NoRows(T::TABLE));
        }
        true
    }

    fn accept_row(&mut self, text: &str, row: &Spanned<DeValue<'_>>) {
        let line = line_at(text, row.span().start);
        let table = row.get_ref().as_table();
        let code = table.and_then(|table| table.get(T::CODE)).and_then(|code| code.get_ref().as_str()).map(str::to_owned);
        if let Some(code) = &code {
            match self.first_line_by_code.get(code) {
                Some(&first_row) => self.refuse(Some(line), Some(code.clone()), CatalogueProblem::Duplicate { first_row }),
                None => _ = self.first_line_by_code.insert(code.clone(), line),
            }
        }
        if let Some(table) = table {
            self.refuse_unknown_keys(text, table, T::KEYS, Some((line, code.clone())));
        }
        match T::deserialize(ValueDeserializer::from(row.clone())) {
            Ok(value) => self.rows.push(Row { line, value }),
            Err(error) => self.refuse(Some(line), code, CatalogueProblem::Malformed(error.message().trim().to_owned())),
        }
    }

    fn refuse_unknown_keys(&mut self, text: &str, table: &DeTable<'_>, known: &[&str], row: Option<(usize, Option<String>)>) {
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let (line, what) = row.clone().unwrap_or_else(|| (line_at(text, key.span().start), None));
            let reason = CatalogueProblem::UnknownKey { key: key.get_ref().to_string(), known: known.join(", ") };
            self.refuse(Some(line), what, reason);
        }
    }
}

/// The line, from 1, on which the byte stands.
fn line_at(text: &str, byte: usize) -> usize {
    1 + text.bytes().take(byte).filter(|&byte| byte == b'\n').count()
}

fn words<'a>(key: &str, words: &'a Words) -> [(String, &'a str); 2] {
    [(format!("{key}.nl"), words.nl.as_str()), (format!("{key}.en"), words.en.as_str())]
}

fn spellings<'a>(key: &'a str, texts: &'a Spellings) -> impl Iterator<Item = (String, &'a str)> {
    let of = |language: &'static str, texts: &'a [String]| texts.iter().map(move |it| (format!("{key}.{language}"), it.as_str()));
    of("nl", &texts.nl).chain(of("en", &texts.en))
}

macro_rules! catalogue_row {
    ($row:ty, $file:literal, $table:literal, $keys:expr, |$this:ident| $texts:expr) => {
        impl CatalogueRow for $row {
            const FILE: &'static str = $file;
            const TABLE: &'static str = $table;
            const KEYS: &'static [&'static str] = &$keys;
            fn code(&self) -> &str {
                self.code.as_str()
            }
            fn texts(&self) -> Vec<(String, &str)> {
                let $this = self;
                $texts
            }
            fn grounds(&self) -> Option<&Grounds> {
                Some(&self.grounds)
            }
        }
    };
}

catalogue_row!(
    PartnerKind,
    "kinds.toml",
    "kind",
    [
        "code",
        "name",
        "people",
        "domain",
        "side",
        "bridge",
        "finder",
        "helper",
        "governance",
        "umbrella",
        "expected",
        "nationallyMissing",
        "needs",
        "synonyms",
        "sources",
        "unsourced"
    ],
    |kind| words("name", &kind.name)
        .into_iter()
        .chain(words("people", &kind.people))
        .chain(spellings("synonyms", &kind.synonyms))
        .collect()
);
catalogue_row!(Need, "needs.toml", "need", ["code", "name", "synonyms", "urgent", "sources", "unsourced"], |need| words(
    "name", &need.name
)
.into_iter()
.chain(spellings("synonyms", &need.synonyms))
.chain(spellings("urgent", &need.urgent))
.collect());
catalogue_row!(
    Intervention,
    "interventions.toml",
    "intervention",
    ["code", "name", "phases", "runBy", "sources", "unsourced"],
    |intervention| [("code".to_owned(), intervention.code.as_str())]
        .into_iter()
        .chain(words("name", &intervention.name))
        .collect()
);
catalogue_row!(
    LinkKind,
    "links.toml",
    "link",
    ["code", "name", "level", "directed", "halfLifeMonths", "sources", "unsourced"],
    |link| words("name", &link.name).into()
);
catalogue_row!(
    NormLine,
    "norm.toml",
    "line",
    ["code", "finder", "helper", "need", "weight", "level", "bridges", "sources", "unsourced"],
    |line| vec![("code".to_owned(), line.code.as_str())]
);

impl CatalogueRow for CatalogueSource {
    const FILE: &'static str = "sources.toml";
    const TABLE: &'static str = "source";
    const CODE: &'static str = "key";
    const KEYS: &'static [&'static str] = &["key", "title", "url"];
    fn code(&self) -> &str {
        &self.key
    }
    fn texts(&self) -> Vec<(String, &str)> {
        vec![("key".to_owned(), self.key.as_str()), ("title".to_owned(), self.title.as_str())]
    }
    fn grounds(&self) -> Option<&Grounds> {
        None
    }
}
