//! A whole country in three CSV files: organisations, people, and who of them know each other.
//!
//! Why: a region or country keeps its partners in tables of its own; they come in as they are, row by row traceable.
//! Never: a half import because of a wrong row; either every row is right, or the wrong rows are named and nothing comes in.
//!
//! | row | becomes |
//! |---|---|
//! | a coalition named by an organisation | a coalition of that code, running |
//! | organisation | an organisation, and its membership: participating; its kind when the catalogue knows it, else its domain alone |
//! | person | a person, whom the own coalitions may see, and a position with the role as its title |
//! | link | a claim on the two positions, asserted, said by the first person in the year of `since` |
//! | a confirmed link | a second claim, the same, said by the other person |
//!
//! A link between two coalitions is a fact of the coalition of its first person; the other organisation is named along there.

mod facts;
mod kinds;
mod rows;

pub use super::plain::{RowError, RowReason};
pub use kinds::SYNONYMS;

use super::plain::Faults;
use crate::model::*;
use rows::{Links, Organisations, People};
use std::collections::BTreeMap;
use time::Date;

/// Largest file, in bytes.
pub const FILE_BYTES_MAX: usize = 1 << 30;
/// Most coalitions.
pub const COALITIONS_MAX: usize = 10_000;
/// Most organisations, in rows.
pub const ORGANISATIONS_MAX: usize = 1_000_000;
/// Most people, in rows.
pub const PEOPLE_MAX: usize = 5_000_000;
/// Most links, in rows.
pub const LINKS_MAX: usize = 20_000_000;

/// One of the three files.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, as errors and facts call it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// The three files of a country.
#[derive(Debug, Clone, Copy)]
pub struct Files<'a> {
    /// `id,name,kind,domain,coalition`.
    pub organisations: File<'a>,
    /// `id,name,organisation,role`.
    pub people: File<'a>,
    /// `from_person,to_person,strength,since,confirmed`.
    pub links: File<'a>,
}

/// A country of which every row is right.
#[derive(Debug)]
pub struct Country {
    source: Source,
    names: [String; 3],
    organisations: Organisations,
    people: People,
    links: Links,
}

impl Country {
    /// Reads and checks the three files.
    ///
    /// Takes: the files, UTF-8 with a comma, semicolon or tab between cells, other columns are not read; the catalogue, for the
    /// kinds; the day of the import; and whom to tell how many bytes of all are read.
    /// Gives: everything that is in them, compactly. Kinds that the catalogue does not know are counted and no fault.
    /// Errors: every wrong row, up to `plain::ERRORS_MAX` by name and the rest by number, in the order of the files.
    /// Cost: O(rows) time; some 70 bytes a person and 16 a link.
    pub fn read(
        files: &Files<'_>,
        catalogue: &Catalogue,
        today: Date,
        told: &mut dyn FnMut(usize, usize),
    ) -> Result<Self, Vec<RowError>> {
        let mut faults = Faults::default();
        let sizes = [files.organisations, files.people, files.links].map(|file| file.bytes.len());
        let all = sizes.iter().sum();
        let organisations = rows::organisations(files.organisations, catalogue, &mut faults, &mut |done| told(done, all));
        let people = rows::people(files.people, &organisations, &mut faults, &mut |done| told(sizes[0] + done, all));
        let links = rows::links(files.links, &people, &mut faults, &mut |done| told(sizes[0] + sizes[1] + done, all));
        let names = [files.organisations, files.people, files.links].map(|file| file.name.to_owned());
        let title = Name::new(names.join(", "));
        match title {
            Ok(title) if faults.is_empty() => {
                let source = Source {
                    id: facts::source_id(),
                    kind: SourceKind::Import,
                    title,
                    publisher: None,
                    date: Some(PartialDate::day(today)),
                    locations: Vec::new(),
                };
                Ok(Self { source, names, organisations, people: people.without_ids(), links })
            }
            Ok(_) => Err(faults.into_errors()),
            Err(error) => {
                faults.add_file(files.links.name, RowReason::FileName(error));
                Err(faults.into_errors())
            }
        }
    }

    /// Its coalitions.
    pub fn coalitions(&self) -> impl Iterator<Item = &CoalitionId> {
        self.organisations.coalitions.iter()
    }
    /// The source of every fact in it.
    pub fn source(&self) -> SourceId {
        self.source.id
    }
    /// Kinds that the catalogue does not know, and how many organisations have each.
    pub fn unknown_kinds(&self) -> &BTreeMap<String, usize> {
        &self.organisations.unknown_kinds
    }
    /// Number of rows in each file.
    pub fn rows(&self) -> [usize; 3] {
        [self.organisations.rows.len(), self.people.rows.len(), self.links.rows.len()]
    }
}
