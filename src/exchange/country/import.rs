//! A country for the register: what the files say, with the names, roles and dates that become facts.
//!
//! | row | becomes |
//! |---|---|
//! | a coalition named by an organisation | a coalition of that code, running |
//! | organisation | an organisation, and its membership: participating; its kind when the catalogue knows it, else its domain alone |
//! | person | a person, whom the own coalitions may see, and a position with the role as its title |
//! | link | a claim on the two positions, asserted, said by the first person in the year of `since` |
//! | a confirmed link | a second claim, the same, said by the other person |
//! | files that are complete | for every coalition, that all of its lines and all who take part are told |
//!
//! A link between two coalitions is a fact of the coalition of its first person; the other organisation is named along there.

use super::kinds::kind_of;
use super::reader::{self, Keeper};
use super::{CountryFiles, Link, facts};
use crate::exchange::plain::{Faults, RowError, RowReason};
use crate::model::*;
use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use time::Date;

/// One of the three files.
#[derive(Debug, Clone, Copy)]
pub struct File<'a> {
    /// Its name, as errors and facts call it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// The three files of a country, as [`super::read`] takes them.
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
    pub(super) source: Source,
    pub(super) names: [String; 3],
    /// The rows as numbers, without the links.
    pub(super) rows: CountryFiles,
    pub(super) coalitions: Vec<CoalitionId>,
    /// What the catalogue calls each kind of `rows`, and its domain.
    pub(super) kinds: Vec<Option<(KindCode, Domain)>>,
    unknown_kinds: BTreeMap<String, usize>,
    /// Does no row mean that there is none?
    pub(super) complete: bool,
    pub(super) kept: Kept,
}

/// What the facts need beside the arrays.
#[derive(Debug, Default)]
pub(super) struct Kept {
    pub organisations: Vec<Name>,
    /// Every person's name, and the place of the role.
    pub people: Vec<(Name, Option<u32>)>,
    pub roles: Vec<Name>,
    role_of: HashMap<Box<str>, u32>,
    pub links: Vec<LinkRow>,
}

/// A row of the links.
#[derive(Debug, Clone, Copy)]
pub(super) struct LinkRow {
    pub link: Link,
    pub line: u32,
    /// 0 when it is not told.
    pub since: u16,
    pub confirmed: bool,
}

impl Keeper for Kept {
    type Role = u32;
    fn organisation(&mut self, name: Name) {
        self.organisations.push(name);
    }
    fn role(&mut self, text: &str) -> Result<u32, TextError> {
        if let Some(role) = self.role_of.get(text) {
            return Ok(*role);
        }
        let role = self.roles.len() as u32;
        self.roles.push(Name::new(text)?);
        self.role_of.insert(text.into(), role);
        Ok(role)
    }
    fn person(&mut self, name: Name, role: Option<u32>) {
        self.people.push((name, role));
    }
    fn link(&mut self, link: Link, since: Option<u16>, confirmed: bool, line: u32) {
        self.links.push(LinkRow { link, line, since: since.unwrap_or(0), confirmed });
    }
}

impl Country {
    /// Reads and checks the three files.
    ///
    /// Takes: the files, as [`super::read`] does; the catalogue, for the kinds; the day of the import; and whom to tell how many bytes
    /// of all are read.
    /// Gives: everything that is in them, compactly. Kinds that the catalogue does not know are counted and no fault.
    /// Errors: those of [`super::read`]; when there is none, every link that is told twice: its ends name its claim.
    /// Cost: O(rows · log rows) time; some 70 bytes a person and 20 a link.
    pub fn read(
        files: &Files<'_>,
        catalogue: &Catalogue,
        today: Date,
        told: &mut dyn FnMut(usize, usize),
    ) -> Result<Self, Vec<RowError>> {
        let all = [files.organisations, files.people, files.links];
        let names = all.map(|file| file.name.to_owned());
        let progress = Progress { done: 0, all: all.iter().map(|file| file.bytes.len()).sum(), told };
        let progress = RefCell::new(progress);
        let [organisations, people, links] = all.map(|file| (file.name, Told { bytes: file.bytes, progress: &progress }));
        let mut kept = Kept::default();
        let rows = reader::read(organisations, people, links, &mut kept)?;
        let mut faults = Faults::default();
        find_doubles(&mut kept.links, files.links.name, &mut faults);
        let title = Name::new(names.join(", ")).map_err(|error| faults.add_file(files.links.name, RowReason::FileName(error)));
        let (Ok(title), true) = (title, faults.is_empty()) else { return Err(faults.into_errors()) };
        let source = Source {
            id: facts::source_id(),
            kind: SourceKind::Import,
            title,
            publisher: None,
            date: Some(PartialDate::day(today)),
            locations: Vec::new(),
        };
        Ok(Self::of_rows(source, names, rows, kept, catalogue))
    }

    fn of_rows(source: Source, names: [String; 3], mut rows: CountryFiles, mut kept: Kept, catalogue: &Catalogue) -> Self {
        // As organisations stand: what is near in the files is near in the register.
        kept.links.sort_unstable_by_key(|row| (rows.people[row.link.a as usize], row.link.a, row.link.b));
        rows.organisation_ids.forget_rows();
        rows.person_ids.forget_rows();
        let words: Vec<String> = rows.kinds.texts().collect();
        let kinds: Vec<_> = words
            .iter()
            .map(|word| kind_of(word, catalogue).and_then(|code| Some((code.clone(), catalogue.kind(&code)?.domain))))
            .collect();
        let mut unknown_kinds = BTreeMap::new();
        for kind in rows.organisations.iter().map(|row| row.kind as usize).filter(|&kind| kinds[kind].is_none()) {
            *unknown_kinds.entry(words[kind].clone()).or_default() += 1;
        }
        let coalitions = rows.coalitions.texts().filter_map(|text| CoalitionId::new(text).ok()).collect();
        Self { source, names, rows, coalitions, kinds, unknown_kinds, complete: false, kept }
    }

    /// The same, where whoever made the files knows them to be complete: what they do not name is not there, and no longer unknown.
    pub fn complete(self) -> Self {
        Self { complete: true, ..self }
    }
    /// Its coalitions.
    pub fn coalitions(&self) -> impl Iterator<Item = &CoalitionId> {
        self.coalitions.iter()
    }
    /// The source of every fact in it.
    pub fn source(&self) -> SourceId {
        self.source.id
    }
    /// Kinds that the catalogue does not know, and how many organisations have each.
    pub fn unknown_kinds(&self) -> &BTreeMap<String, usize> {
        &self.unknown_kinds
    }
    /// Number of rows in each file.
    pub fn rows(&self) -> [usize; 3] {
        [self.rows.organisations.len(), self.rows.people.len(), self.kept.links.len()]
    }
}

/// The same person towards the same other person twice.
fn find_doubles(rows: &mut [LinkRow], file: &str, faults: &mut Faults) {
    rows.sort_unstable_by_key(|row| (row.link.a, row.link.b, row.line));
    let ends = |row: &LinkRow| (row.link.a, row.link.b);
    let doubles = rows.windows(2).filter(|pair| ends(&pair[0]) == ends(&pair[1]));
    let mut doubles: Vec<[u32; 2]> = doubles.map(|pair| [pair[1].line, pair[0].line]).collect();
    doubles.sort_unstable();
    for [line, first_line] in doubles {
        faults.add_row(file, u64::from(line), RowReason::DuplicateLink { first_row: u64::from(first_line) });
    }
}

/// Bytes read of all files, and who is told.
struct Progress<'t> {
    done: usize,
    all: usize,
    told: &'t mut dyn FnMut(usize, usize),
}

/// Bytes that tell how far they are read.
struct Told<'a, 't> {
    bytes: &'a [u8],
    progress: &'a RefCell<Progress<'t>>,
}

impl Read for Told<'_, '_> {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        let count = self.bytes.read(into)?;
        let Progress { done, all, told } = &mut *self.progress.borrow_mut();
        *done += count;
        told(*done, *all);
        Ok(count)
    }
}
