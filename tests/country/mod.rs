//! The made-up networks of the benches: the same on every machine, and read by the road that real ones take.

#[path = "../../benches/country/generate.rs"]
mod generate;

use generate::{Files, generate};
use kortelijnen::analysis::country::{country_mixing, missing_lines};
use kortelijnen::desk;
use kortelijnen::exchange::country::{CountryFiles, read};
use kortelijnen::network::Country;
use std::path::Path;

fn made(size: &str) -> Files {
    generate(size).expect("a size that exists")
}

fn rows(files: &Files) -> CountryFiles {
    let organisations = ("organisations.csv", files.organisations.as_bytes());
    let people = ("people.csv", files.people.as_bytes());
    read(organisations, people, ("links.csv", files.links.as_bytes())).expect("every row is right")
}

fn frozen(files: &Files) -> Country {
    desk::country(&rows(files))
}

#[test]
fn the_same_size_gives_the_same_files() {
    let (one, other) = (made("M"), made("M"));
    assert_eq!((&one.organisations, &one.people), (&other.organisations, &other.people));
    assert_eq!((&one.links, &one.queries), (&other.links, &other.queries));
    assert!(generate("XXL").is_none());
    let names: Vec<&str> = generate::SIZES.iter().map(|size| size.name).collect();
    assert_eq!(names, ["S", "M", "L", "XL"]);
}

#[test]
fn the_smallest_is_the_network_that_networkx_measured() {
    let folder = tempfile::tempdir().expect("made");
    made("S").write(folder.path()).expect("written");
    for name in ["organisations.csv", "people.csv", "links.csv"] {
        let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/oracles/country").join(name);
        let text = |path: &Path| std::fs::read_to_string(path).expect("readable");
        assert!(text(&folder.path().join(name)) == text(&kept), "{name}: make data/oracles/country and its values again");
    }
}

#[test]
fn a_province_looks_like_one() {
    let country = frozen(&made("M"));
    let organisations = country.organisations().graph();
    assert_eq!((country.coalitions(), country.people().graph().nodes(), country.people().graph().links()), (30, 3_000, 14_000));
    assert!((700..=800).contains(&organisations.nodes()), "{}", organisations.nodes());
    // Most lines stay within the coalition, and most of those within the domain.
    let mixing = country_mixing(&country);
    let inside: u64 = mixing.coalitions.iter().map(|own| own.all().ties).sum();
    let share = inside as f64 / organisations.links() as f64;
    assert!((0.8..1.0).contains(&share), "{share}");
    assert!(mixing.coalitions.iter().all(|own| own.size(0) >= 2 && own.size(1) >= 2), "both sides are there");
    assert!(missing_lines(&country).iter().all(|own| own.count > 0));
}

#[test]
fn shuffled_and_renamed_rows_make_the_same_country() {
    let files = made("M");
    let turned = |text: &str| {
        let mut lines: Vec<&str> = text.lines().collect();
        lines[1..].reverse();
        lines.join("\n")
    };
    let Files { organisations, people, links, .. } = &files;
    let other = frozen(&Files {
        organisations: turned(organisations),
        people: turned(&people.replace("\np7,", "\nPieter,")),
        links: turned(&links.replace(",p7,", ",Pieter,").replace("\np7,", "\nPieter,")),
        queries: String::new(),
    });
    let country = frozen(&files);
    // Coalitions are numbered as they come, so they stand in the opposite order.
    let counts = |country: &Country| missing_lines(country).iter().map(|own| own.count).collect::<Vec<_>>();
    let mut turned_back = counts(&other);
    turned_back.reverse();
    assert_eq!(counts(&country), turned_back);
    assert_eq!(country_mixing(&country).national, country_mixing(&other).national);
}
