//! The catalogue in TOML files: six files in, one validated `Catalogue` out, or every error with its file and line.
//!
//! Why: the norm is data that practitioners correct; a typing error in it must be found here and not in a wrong finding.
//! Never: writes files, repairs rows, guesses a code.

mod check;
mod problem;
mod row;
#[cfg(test)]
mod tests;

use crate::model::*;
pub use problem::{CatalogueError, CatalogueProblem};
use row::{CatalogueRow, File, Row};

/// The newest form of the files that this program reads.
pub const CATALOGUE_FORMAT: i64 = 1;

/// The files of a catalogue, in reading order.
pub const CATALOGUE_FILES: [&str; 6] =
    [CatalogueSource::FILE, Need::FILE, PartnerKind::FILE, LinkKind::FILE, Intervention::FILE, NormLine::FILE];

/// What do the files of a catalogue say?
///
/// Takes: a function that gives the text of a file by its name (`kinds.toml`), so that a folder and the texts inside the
/// program are read alike.
/// Gives: the catalogue with every code resolved, rows in the order of the files.
/// Errors: all that can be found at once, in the order of files and lines; a row that cannot be read is reported once and
/// raises no error in the rows that name it.
/// Cost: O(length of the texts).
pub fn read(files: impl Fn(&str) -> Option<String>) -> Result<Catalogue, Vec<CatalogueError>> {
    let sources = File::<CatalogueSource>::read(&files);
    let needs = File::<Need>::read(&files);
    let kinds = File::<PartnerKind>::read(&files);
    let links = File::<LinkKind>::read(&files);
    let interventions = File::<Intervention>::read(&files);
    let lines = File::<NormLine>::read(&files);

    let mut errors = Vec::new();
    check::sources(&sources, &mut errors);
    check::needs(&needs, &sources, &mut errors);
    check::kinds(&kinds, &needs, &sources, &mut errors);
    check::links(&links, &sources, &mut errors);
    check::interventions(&interventions, &kinds, &sources, &mut errors);
    check::norm(&lines, &kinds, &needs, &sources, &mut errors);
    if !errors.is_empty() {
        errors.sort_by_key(|error| (CATALOGUE_FILES.iter().position(|file| *file == error.file), error.row));
        return Err(errors);
    }
    Ok(Catalogue {
        norm: Norm { version: lines.version.clone().unwrap_or_default(), lines: values(lines) },
        kinds: values(kinds),
        needs: values(needs),
        interventions: values(interventions),
        links: values(links),
        sources: values(sources).into_iter().map(|source| (source.key.clone(), source)).collect(),
    })
}

/// What does the catalogue say that comes with the program?
///
/// Gives: the catalogue of `data/catalogue`, compiled in. Errors: as `read`; none in a released program, a test holds that.
pub fn shipped() -> Result<Catalogue, Vec<CatalogueError>> {
    read(|name| shipped_text(name).map(str::to_owned))
}

macro_rules! text {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/data/catalogue/", $name))
    };
}

fn shipped_text(name: &str) -> Option<&'static str> {
    Some(match name {
        "sources.toml" => text!("sources.toml"),
        "needs.toml" => text!("needs.toml"),
        "kinds.toml" => text!("kinds.toml"),
        "links.toml" => text!("links.toml"),
        "interventions.toml" => text!("interventions.toml"),
        "norm.toml" => text!("norm.toml"),
        _ => return None,
    })
}

fn values<T>(file: File<T>) -> Vec<T> {
    file.rows.into_iter().map(|row: Row<T>| row.value).collect()
}
