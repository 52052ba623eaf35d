//! The front door: reads what was typed, asks one room, prints the answer. The only place for `anyhow`.

#[path = "cli/archive.rs"]
mod archive;
#[path = "cli/args.rs"]
mod args;
#[path = "cli/card.rs"]
mod card;
#[path = "cli/changes.rs"]
mod changes;
#[path = "cli/compare.rs"]
mod compare;
#[path = "cli/country.rs"]
mod country;
#[path = "cli/desks.rs"]
mod desks;
#[path = "cli/errors.rs"]
mod errors;
#[path = "cli/import.rs"]
mod import;
#[path = "cli/picture.rs"]
mod picture;
#[path = "cli/print.rs"]
mod print;
#[path = "cli/progress.rs"]
mod progress;
#[path = "cli/report.rs"]
mod report;
#[path = "cli/scenario.rs"]
mod scenario;
#[path = "cli/searches.rs"]
mod searches;
#[path = "cli/source.rs"]
mod source;
#[path = "cli/who.rs"]
mod who;

use anyhow::Result;
use args::*;
use clap::Parser;
use errors::Told;
use kortelijnen::api;
use kortelijnen::desk::{self, ImportError};
use kortelijnen::exchange::{bundle, shipped};
use kortelijnen::live::{Actor, Live};
use kortelijnen::model::*;
use kortelijnen::render::{self, PartnerMap, PrintFormat, PrintLimits, Shown, Width};
use kortelijnen::settings::Settings;
use progress::Progress;
use serde::Serialize;
use source::{Asked, store_to_fill};
use std::io::Write;
use std::path::Path;
use std::process::ExitCode;
use std::time::{Duration, Instant};
use time::OffsetDateTime;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let language = cli.language();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{}", errors::sentence(&error, language));
            ExitCode::from(errors::exit_code(&error))
        }
    }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = match error.downcast_ref() {
        Some(kortelijnen::live::StoreError::Io { source, .. }) => Some(&**source),
        _ => error.downcast_ref::<std::io::Error>(),
    };
    io.is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn run(cli: Cli) -> Result<()> {
    let language = cli.language();
    match cli.command {
        Command::Serve { settings } => serve(Settings::from_process(*settings)?),
        Command::Coalitions { from, format } => {
            let asked = Asked::open(from.data.as_deref())?;
            let rows = asked.office().coalitions();
            show(format, &rows, || print::coalitions(&rows, language))
        }
        Command::Import { paths, as_id, nodes, links, desks, coalition, name, incomplete, lines, country, complete, data } => {
            match (lines, as_id, nodes, links) {
                (Some(file), ..) => import::lines(&data, &file, language),
                (None, Some(id), Some(nodes), Some(links)) => {
                    let (id, name, nodes, links, desks) = (&*id, name.as_deref(), &*nodes, &*links, desks.as_deref());
                    import::network(&data, &import::Network { id, name, nodes, links, desks, complete: !incomplete }, language)
                }
                _ if desks.is_some() || coalition.is_some() => {
                    desks::import(&data, desks.as_deref(), coalition.as_deref(), language)
                }
                _ => match country {
                    Some(folder) => country::import(&data, &folder, complete, language),
                    None => import::bundles(&data, &paths, language),
                },
            }
        }
        Command::Export { data, output } => archive::export(&data, output.as_deref(), language),
        Command::History { about, data, limit, format } => {
            let history = archive::history(&data, &about, limit)?;
            show(format, &history, || history.text(language))
        }
        Command::Check { paths, explain } => import::check(&paths, explain, language),
        Command::Who { need, coalition, asks, profession, place, answers, as_of, json, from } => {
            let asked = Asked::open(from.data.as_deref())?;
            let as_of = source::day(as_of.as_deref())?;
            let answer = who::ask(&asked.office(), who::Typed { need, coalition, asks, profession, place, answers, as_of })?;
            show(if json { Format::Json } else { Format::Text }, &answer, || who::text(&answer, language))
        }
        Command::Searches { coalition, data, json } => {
            let rows = searches::ask(&data, &coalition)?;
            show(if json { Format::Json } else { Format::Text }, &rows, || searches::text(&rows, language))
        }
        Command::Gaps { about, all } => {
            let asked = Asked::open(about.options.from.data.as_deref())?;
            let answer = asked.office().gaps(&about.coalition, asked.reading(&about.options.reading)?)?;
            show(about.options.format, &answer, || print::gaps(&answer, all, language))
        }
        Command::Compare { coalitions, measures, picture: Some(picture), output: Some(output), slim, options, .. } => {
            let typed = picture::Typed { coalitions, measures: &measures, picture: &picture, output: &output, slim };
            picture::write(&options, typed, language)
        }
        Command::Compare { coalitions, measures, csv, xlsx, options, .. } => {
            let typed = compare::Typed { coalitions, measures };
            let answer = compare::ask(&options, &typed, language)?;
            if compare::files(&answer, csv.as_deref(), xlsx.as_deref(), language)? {
                return Ok(());
            }
            show(options.format, &answer, || compare::text(&answer, &typed.measures, language))
        }
        Command::Structure { about } => {
            let asked = Asked::open(about.options.from.data.as_deref())?;
            let answer = asked.office().structure(&about.coalition, asked.reading(&about.options.reading)?)?;
            show(about.options.format, &answer, || print::structure(&answer, language))
        }
        Command::Standings { about } => {
            let asked = Asked::open(about.options.from.data.as_deref())?;
            let answer = asked.office().standings(&about.coalition, asked.reading(&about.options.reading)?)?;
            show(about.options.format, &answer, || print::standings(&answer, language))
        }
        Command::Why { coalition, a, b, options } => {
            let asked = Asked::open(options.from.data.as_deref())?;
            let answer = asked.office().why(&coalition, &a, &b, asked.reading(&options.reading)?)?;
            show(options.format, &answer, || print::why(&answer, language))
        }
        Command::Changes { coalition, from, to, rule, sides, store, format } => {
            let asked = Asked::open(store.data.as_deref())?;
            let reading = asked.reading(&ReadingArgs { as_of: to, rule, sides })?;
            let answer = asked.office().changes(&coalition, source::day(from.as_deref())?, reading)?;
            show(format, &answer, || changes::text(&answer, language))
        }
        Command::Timeline { coalition, measure, store, format } => {
            let answer = changes::timeline(&coalition, &measure, store.data.as_deref())?;
            show(format, &answer, || changes::timeline_text(&answer, language))
        }
        Command::Measure { coalitions, as_of, data, format } => {
            let kept = changes::measure(&data, &coalitions, source::day(as_of.as_deref())?, language)?;
            show(format, &kept, || changes::measured_text(&kept, language))
        }
        Command::Introductions { about, lines, per_partner, per_introducer, output } => {
            let typed = scenario::Proposal {
                limits: desk::PlanLimits {
                    lines_max: lines,
                    lines_party_max: per_partner,
                    introductions_introducer_max: per_introducer,
                },
                output: output.as_deref(),
            };
            scenario::introductions(&about, &typed, language)
        }
        Command::WhatIf { about, leaves, stops, without_lead, introduce, output } => {
            let typed = scenario::Typed { leaves, stops, without_lead, introduce };
            scenario::what_if(&about, &typed, output.as_deref(), language)
        }
        Command::Map { coalition, output, width, since, from, reading: how } => {
            let asked = Asked::open(from.data.as_deref())?;
            let reading = asked.reading(&how)?;
            let map = match source::day(since.as_deref())? {
                Some(since) => asked.office().map_since(&coalition, language, (since, Shown::Changes), reading)?,
                None => asked.office().map(&coalition, language, reading)?,
            };
            draw(&map, width.into(), &output, language)
        }
        Command::Report { coalition, output, language: asked_in, since, fonts, from, reading: how } => {
            let asked = Asked::open(from.data.as_deref())?;
            let (written_in, since) = (asked_in.map_or(language, Language::from), source::day(since.as_deref())?);
            let document = asked.office().paper(&coalition, written_in, asked.reading(&how)?, since)?;
            report::write(&document, &output, fonts.as_deref(), language)
        }
        Command::CallCard { coalition, output, size, language: asked_in, fonts, from } => {
            let asked = Asked::open(from.data.as_deref())?;
            let languages = (asked_in.map_or(language, Language::from), language);
            card::call_card(&asked.office(), &coalition, size.into(), &output, fonts.as_deref(), languages)
        }
        Command::Vcard { id, output, version, from } => {
            let asked = Asked::open(from.data.as_deref())?;
            card::vcard(&asked.office(), &id, version.into(), &output, language)
        }
    }
}

/// Prints an answer as text or JSON.
fn show(format: Format, answer: &impl Serialize, text: impl FnOnce() -> String) -> Result<()> {
    let out = match format {
        Format::Text => text(),
        Format::Json => serde_json::to_string_pretty(answer)? + "\n",
    };
    std::io::stdout().write_all(out.as_bytes())?;
    Ok(())
}

/// Writes a map in the form that the file's ending asks for; `-` is SVG on standard output.
fn draw(map: &PartnerMap, width: Width, output: &Path, language: Language) -> Result<()> {
    if output == Path::new("-") {
        std::io::stdout().write_all(render::svg(map, width, true).as_bytes())?;
        return Ok(());
    }
    let bytes = match output.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => render::svg(map, width, true).into_bytes(),
        Some("dot") => render::dot(map, width).into_bytes(),
        Some("png") => print_map(map, width, PrintFormat::Png, language)?,
        Some("pdf") => print_map(map, width, PrintFormat::Pdf, language)?,
        _ => {
            let shown = output.display();
            return Err(Told::no(
                format!("{shown} eindigt op geen bekende vorm; schrijf .svg, .png, .pdf of .dot"),
                format!("{shown} ends in no known form; write .svg, .png, .pdf or .dot"),
            )
            .into());
        }
    };
    std::fs::write(output, bytes).map_err(|error| Told::refused(output, true, &error).into())
}

fn print_map(map: &PartnerMap, width: Width, format: PrintFormat, language: Language) -> Result<Vec<u8>> {
    let settings = Settings::default();
    let limits = PrintLimits { time: settings.print_time_ms_max.as_millis(), bytes_max: settings.print_bytes_max.get() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (start, mut progress) = (Instant::now(), Progress::new(language));
    let printed = runtime.block_on(async {
        let mut print = std::pin::pin!(render::print(map, width, format, &limits));
        loop {
            tokio::select! {
                printed = &mut print => return printed,
                () = tokio::time::sleep(Duration::from_millis(200)) => progress.tell(|| {
                    let seconds = start.elapsed().as_secs();
                    Words { nl: format!("afdrukken … {seconds} s"), en: format!("printing … {seconds} s") }
                }),
            }
        }
    });
    printed.map_err(|error| Told::no(error.sentence(Language::Nl), error.sentence(Language::En)).into())
}

/// Serves a store. Loads the shipped coalitions when it is empty, and later brings what was corrected in them.
fn serve(settings: Settings) -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let address = settings.listen.address();
    let live = store_to_fill(&settings.data)?;
    offer_shipped(&live)?;
    known_coalitions(&settings.viewer, &live)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let served: std::io::Result<()> = runtime.block_on(async {
        let listener = api::listen(&settings).await?;
        api::serve_on(listener, settings, live).await
    });
    served.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => Told::address_in_use(address).into(),
        _ => error.into(),
    })
}

/// Is every coalition there in which whoever uses the server is said to work?
fn known_coalitions(viewer: &Viewer, live: &Live) -> Result<()> {
    let snapshot = live.snapshot();
    let Some(unknown) = viewer.coalitions.iter().find(|id| snapshot.register.coalition(id).is_none()) else { return Ok(()) };
    let known: Vec<&str> = snapshot.register.coalitions().map(|it| it.id.as_str()).collect();
    let known = known.join(", ");
    Err(Told::typed(
        format!("KL_VIEWER={viewer}: geen coalitie heet \"{unknown}\"; kies uit: {known}"),
        format!("KL_VIEWER={viewer}: no coalition is called \"{unknown}\"; choose one of: {known}"),
    )
    .into())
}

/// Brings the shipped coalitions up to this version of the program; a user's edits and imported files stay.
fn offer_shipped(live: &Live) -> Result<()> {
    let mut bundles = shipped::read_all(bundle::shipped())?;
    let all = bundles.iter().map(|bundle| bundle.coalition.clone()).collect();
    let may = desk::shipped_may_update(live, all)?;
    bundles.retain(|bundle| may.contains(&bundle.coalition));
    let first = live.snapshot().sequence() == 0;
    let done = match desk::import(live, Actor::SHIPPED, OffsetDateTime::now_utc(), shipped::changes(&bundles)) {
        Ok(done) => done,
        // What users made comes first: a correction that does not fit beside it stops no server.
        Err(error @ (ImportError::Fault { .. } | ImportError::Taken(_))) if !first => {
            tracing::warn!("the shipped coalitions were not updated, as they do not fit beside what was changed here: {error}");
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    match (first, done.put + done.removed) {
        (true, _) => tracing::info!("loaded the shipped coalitions: {} facts", done.put),
        (false, 0) => tracing::info!("the shipped coalitions are up to date: 0 facts updated"),
        (false, _) => tracing::info!("updated the shipped coalitions: {} facts put, {} removed", done.put, done.removed),
    }
    Ok(())
}
