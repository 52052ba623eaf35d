//! The whole country, from its files to the two graphs that national questions are asked of.

use crate::exchange::country::CountryFiles;
use crate::network::{Country, OrganisationRow};

/// The country that three files describe: people, organisations, and the lines among them.
///
/// Takes: the rows. Gives: the frozen network, whose kinds and rows are those of the files. Cost: as [`Country::freeze`].
pub fn country(files: &CountryFiles) -> Country {
    country_people(files).with_organisation_graph()
}

/// The same, up to the people graph; the organisation graph has no line yet. For who measures how long each takes.
pub fn country_people(files: &CountryFiles) -> Country {
    let rows = files.organisations.iter();
    let rows: Vec<_> = rows.map(|it| OrganisationRow { kind: it.kind, domain: it.domain, coalition: it.coalition }).collect();
    Country::freeze_people(&rows, &files.people, files.lines())
}
