//! The commands `import` and `check`: files into a store, with every fault at its file and line.

use super::errors::{Told, fault};
use super::progress::Progress;
use super::source::{may_hold_store, read_files, store_to_fill, today};
use anyhow::Result;
use kortelijnen::desk::{self, ImportError, Imported};
use kortelijnen::exchange::bundle::{self, Bundle, BundleError, Wrong};
use kortelijnen::exchange::plain::{self, Desks};
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};
use time::OffsetDateTime;

/// A plain network as typed.
pub struct Network<'a> {
    pub id: &'a str,
    pub name: Option<&'a str>,
    pub nodes: &'a Path,
    pub links: &'a Path,
    pub desks: Option<&'a Path>,
    pub complete: bool,
}

/// Brings bundles into a store.
pub fn bundles(data: &Path, paths: &[PathBuf], language: Language) -> Result<()> {
    may_hold_store(data)?;
    let bundles = read_bundles(paths)?;
    whole(&bundles)?;
    let live = store_to_fill(data)?;
    let done = put(&live, shipped::changes(&bundles), language);
    report(&done.map_err(|error| in_bundles(error, &bundles))?, language);
    Ok(())
}

/// Brings a plain network into a store.
pub fn network(data: &Path, network: &Network<'_>, language: Language) -> Result<()> {
    may_hold_store(data)?;
    let id = CoalitionId::new(network.id)?;
    let read = |path: &Path| std::fs::read(path).map_err(|error| Told::refused(path, false, &error));
    let file_name = |path: &Path| path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (node_bytes, link_bytes) = (read(network.nodes)?, read(network.links)?);
    let (node_file, link_file) = (file_name(network.nodes), file_name(network.links));
    let desk_file = network.desks.map(|path| Ok::<_, Told>((file_name(path), read(path)?))).transpose()?;
    let catalogue = shipped::shipped()?.catalogue;
    let desks = desk_file.as_ref().map(|(file, bytes)| Desks { file, bytes, catalogue: &catalogue });
    let read = |name: Name| {
        let files = ((node_file.as_str(), &node_bytes[..]), (link_file.as_str(), &link_bytes[..]));
        plain::read_with_desks(id.clone(), name, files.0, files.1, desks, network.complete, today()).map_err(|errors| {
            let all = |language| errors.iter().map(|error| error.sentence(language)).collect::<Vec<_>>().join("\n");
            Told::no(all(Language::Nl), all(Language::En))
        })
    };
    // Read before a store is made, so that a wrong file leaves nothing behind.
    let mut changes = read(Name::new(network.name.unwrap_or(network.id))?)?;
    let live = store_to_fill(data)?;
    if let (None, Some(there)) = (network.name, live.snapshot().register.coalition(&id)) {
        changes = read(there.name.clone())?;
    }
    let places = changes.clone();
    report(&put(&live, changes, language).map_err(|error| in_network(error, &places))?, language);
    Ok(())
}

/// Fills an empty store from the lines of an export.
pub fn lines(data: &Path, file: &Path, language: Language) -> Result<()> {
    may_hold_store(data)?;
    let open = std::fs::File::open(file).map_err(|error| Told::refused(file, false, &error))?;
    let count = Store::open(data)?.import_lines(BufReader::new(open), shipped::shipped()?.catalogue)?;
    match language {
        Language::Nl => eprintln!("{count} wijzigingen overgenomen"),
        Language::En => eprintln!("{count} changes taken over"),
    }
    Ok(())
}

/// Names every fault of bundles, or explains them fact by fact.
pub fn check(paths: &[PathBuf], explain: bool, language: Language) -> Result<()> {
    let bundles = read_bundles(paths)?;
    for bundle in &bundles {
        if explain {
            std::io::stdout().write_all(bundle::explain(bundle, language).as_bytes())?;
        } else {
            let facts = if language == Language::Nl { "feiten" } else { "facts" };
            eprintln!("{}: {} {facts}", bundle.file, bundle.facts.len());
        }
    }
    whole(&bundles)
}

fn read_bundles(paths: &[PathBuf]) -> Result<Vec<Bundle>> {
    let files = read_files(paths)?;
    Ok(shipped::read_all(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))?)
}

/// Does an empty register take them? Names all it refuses.
fn whole(bundles: &[Bundle]) -> Result<()> {
    let mut register = Register::new(shipped::shipped()?.catalogue);
    let mut faults = Vec::new();
    for bundle in bundles {
        for fact in &bundle.facts {
            if let Err(fault) = register.apply(&Change::put(fact.entity.clone())) {
                faults.push((format!("{}:{}", bundle.file, fact.line), fault));
            }
        }
    }
    if faults.is_empty() {
        return Ok(());
    }
    let all = |language| {
        let lines = faults.iter().map(|(place, found)| format!("{place}: {}", fault(found, language)));
        lines.collect::<Vec<_>>().join("\n")
    };
    Err(Told::no(all(Language::Nl), all(Language::En)).into())
}

fn put(live: &Live, changes: Vec<Change>, language: Language) -> Result<Imported, ImportError> {
    let mut progress = Progress::new(language);
    let now = OffsetDateTime::now_utc();
    desk::import_telling(live, Actor::IMPORT, now, changes, &mut |done, all| progress.facts(done, all))
}

/// The error at its file and line.
fn in_bundles(error: ImportError, bundles: &[Bundle]) -> anyhow::Error {
    let find = |what: &EntityRef| {
        let facts = bundles.iter().flat_map(|bundle| bundle.facts.iter().map(move |fact| (bundle, fact)));
        facts.into_iter().find(|(_, fact)| fact.entity.reference() == *what)
    };
    match error {
        ImportError::Fault { what, fault: found } => match find(&what) {
            Some((bundle, fact)) => at(&format!("{}:{}", bundle.file, fact.line), &found).into(),
            None => ImportError::Fault { what, fault: found }.into(),
        },
        ImportError::Disagrees(found) => {
            let errors = found.iter().filter_map(|it| {
                let (bundle, fact) = find(&it.what)?;
                let wrong = Wrong::DisagreesWithStore { key: fact.key.clone(), coalitions: it.coalitions.clone() };
                Some(BundleError { file: bundle.file.clone(), line: fact.line, wrong })
            });
            shipped::ShippedError::Bundles(errors.collect()).into()
        }
        other => other.into(),
    }
}

/// The error at the file and row that the fact carries with it.
fn in_network(error: ImportError, changes: &[Change]) -> anyhow::Error {
    let place = |what: &EntityRef| {
        let change = changes.iter().find(|change| change.reference() == *what)?;
        let Change::Put(entity) = change else { return None };
        let provenance = match &**entity {
            Entity::Organisation(it) => &it.provenance,
            Entity::Membership(it) => &it.provenance,
            Entity::Claim(it) => &it.provenance,
            Entity::ContactPoint(it) => &it.provenance,
            _ => return None,
        };
        provenance.at.as_ref().map(ToString::to_string)
    };
    match error {
        ImportError::Fault { what, fault: found } => match place(&what) {
            Some(place) => at(&place, &found).into(),
            None => ImportError::Fault { what, fault: found }.into(),
        },
        other => other.into(),
    }
}

fn at(place: &str, found: &Fault) -> Told {
    let words = |language| format!("{place}: {}", fault(found, language));
    Told::no(words(Language::Nl), words(Language::En))
}

/// What an import did.
pub fn report(done: &Imported, language: Language) {
    let Imported { put, same, removed, kept } = done;
    let kept = kept.len();
    match language {
        Language::Nl => eprintln!(
            "{put} nieuw of verbeterd, {same} stonden er al, {removed} weggehaald, {kept} gelaten omdat een gebruiker ze wijzigde"
        ),
        Language::En => eprintln!("{put} put, {same} already there, {removed} removed, {kept} kept as a user edited them"),
    }
}
