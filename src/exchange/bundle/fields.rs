//! Reads the fields of one TOML table, noting every fault and every field that nobody asked for.

use super::error::{BundleError, Wrong};
use crate::model::{PartialDate, Period, TextError};
use serde::de::{DeserializeOwned, IntoDeserializer, value::Error as ValueError};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// The faults found so far in one file.
pub(super) struct Faults<'t> {
    file: &'t str,
    /// Where each line ends.
    ends: Vec<usize>,
    errors: RefCell<Vec<BundleError>>,
}

impl<'t> Faults<'t> {
    pub(super) fn new(file: &'t str, text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(place, _)| place).collect();
        Self { file, ends, errors: RefCell::new(Vec::new()) }
    }
    /// The line of a place, from 1.
    pub(super) fn line(&self, span: &Range<usize>) -> usize {
        self.ends.partition_point(|&end| end < span.start) + 1
    }
    pub(super) fn add(&self, line: usize, wrong: Wrong) {
        self.errors.borrow_mut().push(BundleError { file: self.file.to_owned(), line, wrong });
    }
    /// Everything found, by line, each once.
    pub(super) fn into_errors(self) -> Vec<BundleError> {
        let mut errors: Vec<BundleError> = Vec::new();
        for error in self.errors.into_inner() {
            if !errors.contains(&error) {
                errors.push(error);
            }
        }
        errors.sort_by_key(|error| error.line);
        errors
    }
}

/// One table, while it is read.
pub(super) struct Fields<'f, 't> {
    faults: &'f Faults<'t>,
    table: &'f DeTable<'t>,
    noun: &'static str,
    line: usize,
    asked: RefCell<BTreeSet<String>>,
}

impl<'f, 't> Fields<'f, 't> {
    pub(super) fn new(faults: &'f Faults<'t>, noun: &'static str, value: &'f Spanned<DeValue<'t>>) -> Option<Self> {
        let line = faults.line(&value.span());
        match value.get_ref().as_table() {
            Some(table) => Some(Self { faults, table, noun, line, asked: RefCell::default() }),
            None => {
                faults.add(line, Wrong::Type { field: noun.to_owned(), expected: "a table" });
                None
            }
        }
    }
    pub(super) fn root(faults: &'f Faults<'t>, table: &'f DeTable<'t>) -> Self {
        Self { faults, table, noun: "file", line: 1, asked: RefCell::default() }
    }

    /// The line at which the table starts.
    pub(super) fn line(&self) -> usize {
        self.line
    }
    /// Adds a fault about this table.
    pub(super) fn fault(&self, wrong: Wrong) {
        self.faults.add(self.line, wrong);
    }
    /// Adds a fault about one of its fields.
    pub(super) fn fault_at(&self, field: &str, wrong: Wrong) {
        let line = self.table.get(field).map_or(self.line, |value| self.faults.line(&value.span()));
        self.faults.add(line, wrong);
    }
    /// Adds a fault about a line.
    pub(super) fn fault_on(&self, line: usize, wrong: Wrong) {
        self.faults.add(line, wrong);
    }
    pub(super) fn has(&self, field: &str) -> bool {
        self.table.contains_key(field)
    }
    fn value(&self, field: &str) -> Option<&'f Spanned<DeValue<'t>>> {
        self.asked.borrow_mut().insert(field.to_owned());
        self.table.get(field)
    }
    fn wrong_type<T>(&self, field: &str, expected: &'static str) -> Option<T> {
        self.fault_at(field, Wrong::Type { field: field.to_owned(), expected });
        None
    }

    /// A string, if the field is there.
    pub(super) fn string(&self, field: &str) -> Option<&'f str> {
        let value = self.value(field)?;
        value.get_ref().as_str().or_else(|| self.wrong_type(field, "a string"))
    }
    /// A string that must be there.
    pub(super) fn required(&self, field: &str) -> Option<&'f str> {
        if !self.has(field) {
            self.asked.borrow_mut().insert(field.to_owned());
            self.fault(Wrong::Missing { field: field.to_owned(), table: self.noun });
            return None;
        }
        self.string(field)
    }
    /// A bounded text, if the field is there.
    pub(super) fn text<T: TryFrom<String, Error = TextError>>(&self, field: &str) -> Option<T> {
        let text = self.string(field)?;
        self.bounded(field, text)
    }
    /// A bounded text that must be there.
    pub(super) fn required_text<T: TryFrom<String, Error = TextError>>(&self, field: &str) -> Option<T> {
        let text = self.required(field)?;
        self.bounded(field, text)
    }
    /// A list of bounded texts.
    pub(super) fn texts<T: TryFrom<String, Error = TextError>>(&self, field: &str) -> Vec<T> {
        self.strings(field).into_iter().filter_map(|text| self.bounded(field, text)).collect()
    }
    fn bounded<T: TryFrom<String, Error = TextError>>(&self, field: &str, text: &str) -> Option<T> {
        T::try_from(text.to_owned()).map_err(|error| self.fault_at(field, Wrong::Text { field: field.to_owned(), error })).ok()
    }
    /// A list of strings; empty when the field is absent.
    pub(super) fn strings(&self, field: &str) -> Vec<&'f str> {
        let Some(value) = self.value(field) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong_type(field, "a list of strings").unwrap_or_default();
        };
        let texts: Vec<&str> = list.iter().filter_map(|item| item.get_ref().as_str()).collect();
        if texts.len() < list.len() {
            self.wrong_type::<()>(field, "a list of strings");
        }
        texts
    }
    /// True or false; false when the field is absent.
    pub(super) fn flag(&self, field: &str) -> bool {
        self.value(field)
            .and_then(|value| value.get_ref().as_bool().or_else(|| self.wrong_type(field, "true or false")))
            .unwrap_or(false)
    }
    /// A whole number, if the field is there.
    pub(super) fn number(&self, field: &str) -> Option<i64> {
        let value = self.value(field)?;
        let integer = value.get_ref().as_integer();
        integer
            .and_then(|it| i64::from_str_radix(it.as_str(), it.radix()).ok())
            .or_else(|| self.wrong_type(field, "a whole number"))
    }
    /// One word of a closed list, if the field is there.
    pub(super) fn choice<T: DeserializeOwned>(&self, field: &str) -> Option<T> {
        let text = self.string(field)?;
        self.one_of(field, text)
    }
    /// One word of a closed list that must be there.
    pub(super) fn required_choice<T: DeserializeOwned>(&self, field: &str) -> Option<T> {
        let text = self.required(field)?;
        self.one_of(field, text)
    }
    /// Words of a closed list.
    pub(super) fn choices<T: DeserializeOwned>(&self, field: &str) -> Vec<T> {
        self.strings(field).into_iter().filter_map(|text| self.one_of(field, text)).collect()
    }
    fn one_of<T: DeserializeOwned>(&self, field: &str, text: &str) -> Option<T> {
        let read: Result<T, ValueError> = T::deserialize(text.into_deserializer());
        read.map_err(|error| {
            let words = error.to_string();
            let known = words.split_once("expected ").map_or(words.as_str(), |(_, known)| known).trim_start_matches("one of ");
            self.fault_at(field, Wrong::Choice { field: field.to_owned(), value: text.to_owned(), known: known.to_owned() });
        })
        .ok()
    }
    /// A code such as a partner kind, if the field is there.
    pub(super) fn code<T: TryFrom<String>>(&self, field: &str) -> Option<T> {
        let text = self.string(field)?;
        self.coded(field, text)
    }
    /// A code that must be there.
    pub(super) fn required_code<T: TryFrom<String>>(&self, field: &str) -> Option<T> {
        let text = self.required(field)?;
        self.coded(field, text)
    }
    /// A list of codes.
    pub(super) fn codes<T: TryFrom<String>>(&self, field: &str) -> Vec<T> {
        self.strings(field).into_iter().filter_map(|text| self.coded(field, text)).collect()
    }
    fn coded<T: TryFrom<String>>(&self, field: &str, text: &str) -> Option<T> {
        let wrong = |_| self.fault_at(field, Wrong::Code { field: field.to_owned(), value: text.to_owned() });
        T::try_from(text.to_owned()).map_err(wrong).ok()
    }
    /// A partial date, if the field is there.
    pub(super) fn date(&self, field: &str) -> Option<PartialDate> {
        let text = self.string(field)?;
        let wrong = |_| self.fault_at(field, Wrong::Date { field: field.to_owned(), value: text.to_owned() });
        PartialDate::parse(text).map_err(wrong).ok()
    }
    /// The fields `from` and `until`.
    pub(super) fn period(&self) -> Period {
        Period::new(self.date("from"), self.date("until")).unwrap_or_else(|_| {
            self.fault(Wrong::Period);
            Period::default()
        })
    }
    /// A table inside this one, if the field is there.
    pub(super) fn inner(&self, field: &'static str) -> Option<Self> {
        Self::new(self.faults, field, self.value(field)?)
    }
    /// A list of tables inside this one; empty when the field is absent.
    pub(super) fn list(&self, field: &'static str) -> Vec<Self> {
        let Some(value) = self.value(field) else { return Vec::new() };
        let Some(list) = value.get_ref().as_array() else {
            return self.wrong_type(field, "a list of tables").unwrap_or_default();
        };
        list.iter().filter_map(|item| Self::new(self.faults, field, item)).collect()
    }
    /// Everything was asked for: what is left in the table is unknown.
    pub(super) fn done(self) {
        let asked = self.asked.borrow();
        for (key, _) in self.table.iter() {
            if !asked.contains(key.get_ref().as_ref()) {
                let line = self.faults.line(&key.span());
                self.faults.add(line, Wrong::UnknownField(key.get_ref().clone().into_owned()));
            }
        }
    }
}
