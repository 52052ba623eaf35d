//! Where a command reads or writes: the shipped coalitions, a store, files.

use super::args::{ReadingArgs, RuleArg};
use super::errors::Told;
use anyhow::Result;
use kortelijnen::desk::{Office, Reading};
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Live, Snapshot, Store};
use kortelijnen::model::{Language, Register};
use kortelijnen::network::{Rule, Sides};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use time::{Date, OffsetDateTime};

/// A register to ask.
pub struct Asked(Arc<Snapshot>);

impl Asked {
    /// Opens a store, or reads the shipped coalitions.
    pub fn open(data: Option<&Path>) -> Result<Self> {
        let Some(directory) = data else {
            let shipped = shipped::shipped()?;
            let mut register = Register::new(shipped.catalogue);
            register.apply_batch(&shipped.changes).map_err(|(_, fault)| fault)?;
            return Ok(Self(Arc::new(Snapshot::new(register))));
        };
        Ok(Self(existing_store(directory)?.snapshot()))
    }
    /// How it is looked at, as typed.
    pub fn reading(&self, typed: &ReadingArgs) -> Result<Reading> {
        let rule = match typed.rule {
            RuleArg::Any => Rule::Any,
            RuleArg::Confirmed => Rule::Confirmed,
        };
        let sides = Sides::parse(&typed.sides, self.0.register.catalogue())
            .map_err(|error| Told::no(error.sentence(Language::Nl), error.sentence(Language::En)))?;
        Ok(Reading { as_of: day(typed.as_of.as_deref())?, rule, sides, supposed: Vec::new() })
    }
    /// The office that answers.
    pub fn office(&self) -> Office<'_> {
        Office::new(&self.0.register, today())
    }
}

/// Opens a store that is there, with its register; never makes one.
pub fn existing_store(directory: &Path) -> Result<Live> {
    Ok(Live::open(existing_archive(directory)?, shipped::shipped()?.catalogue)?)
}

/// Opens a store that is there; never makes one.
pub fn existing_archive(directory: &Path) -> Result<Store> {
    if !is_store(directory) {
        let shown = directory.display();
        return Err(Told::no(
            format!("in {shown} staat geen archief; maak er een met `kortelijnen import … --data {shown}`"),
            format!("there is no store in {shown}; make one with `kortelijnen import … --data {shown}`"),
        )
        .into());
    }
    Ok(Store::open(directory)?)
}

/// May a store be in this directory? It is there already, or the directory is new or empty.
pub fn may_hold_store(directory: &Path) -> Result<()> {
    let entries = match std::fs::read_dir(directory) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(Told::refused(directory, false, &error).into()),
        Ok(entries) => entries,
    };
    // The root of a file system of its own is never quite empty.
    let strange = entries.filter_map(Result::ok).find(|entry| entry.file_name() != "lost+found");
    match strange {
        Some(entry) if !is_store(directory) => {
            let (shown, found) = (directory.display(), entry.file_name());
            let found = found.to_string_lossy();
            Err(Told::no(
                format!("{shown} is geen archief en er staat al iets in ({found}); kies een nieuwe of lege map"),
                format!("{shown} is no store and holds something already ({found}); choose a new or empty directory"),
            )
            .into())
        }
        _ => Ok(()),
    }
}

/// Opens a store with the shipped catalogue; makes one in a new or empty directory.
pub fn store_to_fill(directory: &Path) -> Result<Live> {
    may_hold_store(directory)?;
    Ok(Live::open(Store::open(directory)?, shipped::shipped()?.catalogue)?)
}

/// Does a directory hold the files of a store? Looks and makes nothing.
fn is_store(directory: &Path) -> bool {
    let has = |name: &str| directory.join(name).is_file();
    has("db") && (has("conf") || has("acknowledged"))
}

/// Files as given, and the TOML files of folders, by name.
pub fn read_files(paths: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let refused = |error| Told::refused(path, false, &error);
            let entries = std::fs::read_dir(path).map_err(refused)?;
            let mut inside: Vec<PathBuf> =
                entries.collect::<Result<Vec<_>, _>>().map_err(refused)?.into_iter().map(|it| it.path()).collect();
            inside.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        let shown: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
        let shown = shown.join(", ");
        return Err(Told::no(
            format!("geen .toml-bestand in {shown}; noem een bundel of een map met bundels"),
            format!("no .toml file in {shown}; name a bundle or a folder with bundles"),
        )
        .into());
    }
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).map_err(|error| Told::refused(&path, false, &error))?;
        Ok((path.display().to_string(), text))
    };
    files.into_iter().map(read).collect()
}

/// Today, in UTC.
pub fn today() -> Date {
    OffsetDateTime::now_utc().date()
}

/// A day as typed.
pub fn day(text: Option<&str>) -> Result<Option<Date>> {
    let parse = |text: &str| {
        Date::parse(text, &time::macros::format_description!("[year]-[month]-[day]")).map_err(|_| {
            Told::no(
                format!("\"{text}\" is geen dag; schrijf hem als 2026-11-22"),
                format!("\"{text}\" is no day; write it as 2026-11-22"),
            )
            .into()
        })
    };
    text.map(parse).transpose()
}
