//! The command `import --country`: a country from three files, with progress, and stopped between batches when asked.

use super::errors::Told;
use super::import::report;
use super::progress::Progress;
use super::source::{may_hold_store, store_to_fill, today};
use anyhow::Result;
use kortelijnen::desk::{self, CountryImported, ImportStep};
use kortelijnen::exchange::country::{Country, File, Files};
use kortelijnen::exchange::shipped;
use kortelijnen::model::*;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use time::OffsetDateTime;

/// The three files of a folder.
const FILES: [&str; 3] = ["organisations.csv", "people.csv", "links.csv"];
/// Words for kinds that are named as unknown; of the rest only the number is told.
const UNKNOWN_KINDS_MAX: usize = 20;

/// Brings a country into a store. `complete`: what its files do not name is not there.
pub fn import(data: &Path, folder: &Path, complete: bool, language: Language) -> Result<()> {
    may_hold_store(data)?;
    let mut progress = Progress::new(language);
    let country = read(folder, &mut progress)?;
    let country = if complete { country.complete() } else { country };
    let [organisations, people, links] = country.rows();
    let coalitions = country.coalitions().count();
    match language {
        Language::Nl => {
            eprintln!("gelezen en goed: {coalitions} coalities, {organisations} organisaties, {people} personen, {links} lijnen")
        }
        Language::En => {
            eprintln!("read and right: {coalitions} coalitions, {organisations} organisations, {people} people, {links} links");
        }
    }
    tell_unknown_kinds(&country, language);
    let live = store_to_fill(data)?;
    let stop = stop_when_asked()?;
    let done = desk::import_country(&live, OffsetDateTime::now_utc(), &country, &mut |step, done, all| {
        progress.share(
            done,
            all,
            match step {
                ImportStep::Trying => ("proberen", "trying"),
                ImportStep::Keeping => ("bewaren", "keeping"),
            },
        );
        if stop.load(Ordering::Relaxed) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    drop(progress);
    let CountryImported { imported, stopped } = done?;
    if stopped {
        let kept = live.snapshot().sequence();
        return Err(Told::no(
            format!("gestopt; het archief heeft {kept} hele wijzigingen. Geef dezelfde opdracht nog eens: wat er staat, blijft staan, de rest komt erbij"),
            format!("stopped; the store holds {kept} whole changes. Give the same command again: what is there stays, the rest is added"),
        )
        .into());
    }
    report(&imported, language);
    Ok(())
}

fn read(folder: &Path, progress: &mut Progress) -> Result<Country> {
    let [organisations, people, links] = FILES.map(|name| {
        let path = folder.join(name);
        std::fs::read(&path).map_err(|error| Told::refused(&path, false, &error))
    });
    let (organisations, people, links) = (organisations?, people?, links?);
    let file = |place: usize, bytes| File { name: FILES[place], bytes };
    let files = Files { organisations: file(0, &organisations), people: file(1, &people), links: file(2, &links) };
    let catalogue: Arc<Catalogue> = shipped::shipped()?.catalogue;
    let read = Country::read(&files, &catalogue, today(), &mut |done, all| progress.share(done, all, ("nakijken", "checking")));
    read.map_err(|errors| {
        let all = |language| errors.iter().map(|error| error.sentence(language)).collect::<Vec<_>>().join("\n");
        Told::no(all(Language::Nl), all(Language::En)).into()
    })
}

/// Which kinds the catalogue does not know: no fault, but whoever made the files may want to know.
fn tell_unknown_kinds(country: &Country, language: Language) {
    let kinds = country.unknown_kinds();
    let count: usize = kinds.values().sum();
    if count == 0 {
        return;
    }
    let mut words: Vec<String> = kinds.iter().take(UNKNOWN_KINDS_MAX).map(|(word, count)| format!("{word} ({count})")).collect();
    if kinds.len() > UNKNOWN_KINDS_MAX {
        words.push("…".to_owned());
    }
    let words = words.join(", ");
    match language {
        Language::Nl => eprintln!(
            "{count} organisaties hebben een soort die de catalogus niet kent; zij staan er met hun domein alleen: {words}"
        ),
        Language::En => {
            eprintln!("{count} organisations have a kind that the catalogue does not know; they have their domain alone: {words}")
        }
    }
}

/// Becomes true when the user asks to stop; whoever asks twice is stopped at once, which loses no batch that is kept.
fn stop_when_asked() -> Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    let asked = Arc::clone(&stop);
    let runtime = tokio::runtime::Builder::new_current_thread().enable_io().build()?;
    std::thread::Builder::new().name("stop".to_owned()).spawn(move || {
        runtime.block_on(async {
            while tokio::signal::ctrl_c().await.is_ok() {
                if asked.swap(true, Ordering::Relaxed) {
                    std::process::exit(i32::from(super::errors::EXIT_NO));
                }
            }
        });
    })?;
    Ok(stop)
}
