//! The command `import --desks`: a spreadsheet of desks into a coalition that is there.

use super::errors::Told;
use super::source::existing_store;
use anyhow::Result;
use kortelijnen::desk::{self, DeskDone, DesksError};
use kortelijnen::exchange::plain::Desks;
use kortelijnen::exchange::shipped;
use kortelijnen::model::*;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use time::OffsetDateTime;

/// Brings the desks in, and tells of every row what became of it.
pub fn import(data: &Path, file: Option<&Path>, coalition: Option<&str>, language: Language) -> Result<()> {
    let (Some(file), Some(coalition)) = (file, coalition) else {
        let (example, shown) = ("--desks loketten.csv --coalition leiden", data.display());
        return Err(Told::typed(
            format!("loketten horen bij een coalitie; schrijf `kortelijnen import {example} --data {shown}`"),
            format!("desks belong to a coalition; write `kortelijnen import {example} --data {shown}`"),
        )
        .into());
    };
    let bytes = std::fs::read(file).map_err(|error| Told::refused(file, false, &error))?;
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let live = existing_store(data)?;
    let catalogue = shipped::shipped()?.catalogue;
    let desks = Desks { file: &name, bytes: &bytes, catalogue: &catalogue };
    let rows = match desk::import_desks(&live, OffsetDateTime::now_utc(), coalition, desks) {
        Ok(rows) => rows,
        Err(DesksError::Coalition(error)) => return Err(error.into()),
        Err(DesksError::Import(error)) => return Err(error.into()),
        Err(DesksError::Rows(errors)) => {
            let all = |language| errors.iter().map(|error| error.sentence(language)).collect::<Vec<_>>().join("\n");
            return Err(Told::no(all(Language::Nl), all(Language::En)).into());
        }
    };
    let nl = language == Language::Nl;
    let mut out = String::new();
    for row in &rows {
        let done = match (row.done, nl) {
            (DeskDone::Added, true) => "toegevoegd",
            (DeskDone::Added, false) => "added",
            (DeskDone::Changed, true) => "gewijzigd",
            (DeskDone::Changed, false) => "changed",
            (DeskDone::Same, true) => "stond er al",
            (DeskDone::Same, false) => "already there",
            (DeskDone::Edited, true) => "gelaten zoals een gebruiker het wijzigde",
            (DeskDone::Edited, false) => "left as a user edited it",
            (DeskDone::Removed, true) => "niet teruggezet, omdat een gebruiker het weghaalde",
            (DeskDone::Removed, false) => "not put back, as a user removed it",
        };
        let word = if nl { "rij" } else { "row" };
        let _ = writeln!(out, "{word} {}: {} ({}): {done}", row.row, row.name, row.organisation);
    }
    std::io::stdout().write_all(out.as_bytes())?;
    let count = |kinds: &[DeskDone]| rows.iter().filter(|row| kinds.contains(&row.done)).count();
    let (added, changed, same) = (count(&[DeskDone::Added]), count(&[DeskDone::Changed]), count(&[DeskDone::Same]));
    let left = count(&[DeskDone::Edited, DeskDone::Removed]);
    match language {
        Language::Nl => eprintln!(
            "{added} toegevoegd, {changed} gewijzigd, {same} stonden er al, {left} gelaten omdat een gebruiker ze wijzigde of weghaalde"
        ),
        Language::En => {
            eprintln!("{added} added, {changed} changed, {same} already there, {left} left as a user edited or removed them");
        }
    }
    Ok(())
}
