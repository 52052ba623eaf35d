//! How long does looking somebody up take? On the country as flat arrays, and in one coalition of it.

#[path = "country/generate.rs"]
mod generate;

use criterion::{Criterion, criterion_group, criterion_main};
use kortelijnen::desk::country_people;
use kortelijnen::exchange::catalogue;
use kortelijnen::exchange::country::{Country, CountryFiles, File, Files, read};
use kortelijnen::lookup::*;
use kortelijnen::model::*;
use kortelijnen::network::{View, freeze};
use std::hint::black_box;
use std::sync::Arc;
use time::macros::date;

const DAY: time::Date = date!(2026 - 11 - 22);
const LOOKED_FOR: &str = "schuldhulpverlening";
const NEED: &str = "schulden";

fn rows(files: &generate::Files) -> CountryFiles {
    let organisations = ("organisations.csv", files.organisations.as_bytes());
    let people = ("people.csv", files.people.as_bytes());
    read(organisations, people, ("links.csv", files.links.as_bytes())).expect("right files")
}
