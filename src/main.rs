//! The front door: reads what was typed, asks one room, prints the answer. The only place for `anyhow`.

#[path = "cli/args.rs"]
mod args;
#[path = "cli/print.rs"]
mod print;
#[path = "cli/source.rs"]
mod source;

use anyhow::{Context, Result, bail};
use args::*;
use clap::Parser;
use kortelijnen::api;
use kortelijnen::desk;
use kortelijnen::exchange::{bundle, plain, shipped};
use kortelijnen::live::{Actor, Live, Store, StoreError, WriteError};
use kortelijnen::model::*;
use kortelijnen::network::Rule;
use kortelijnen::render::{self, PartnerMap, PrintFormat, PrintLimits, Width};
use kortelijnen::settings::Settings;
use serde::Serialize;
use source::{Asked, day, today};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use time::OffsetDateTime;

/// The answer is no: a file has faults, no such coalition.
const EXIT_NO: u8 = 1;
/// The store or the system refused.
const EXIT_REFUSED: u8 = 3;

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(cli) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            if is_broken_pipe(&error) {
                return ExitCode::SUCCESS;
            }
            eprintln!("{error:#}");
            ExitCode::from(exit_code(&error))
        }
    }
}

fn exit_code(error: &anyhow::Error) -> u8 {
    let refused =
        error.is::<StoreError>() || error.is::<std::io::Error>() || matches!(error.downcast_ref(), Some(WriteError::Store(_)));
    if refused { EXIT_REFUSED } else { EXIT_NO }
}

fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<std::io::Error>().is_some_and(|error| error.kind() == std::io::ErrorKind::BrokenPipe)
}

fn run(cli: Cli) -> Result<()> {
    let language = cli.language();
    match cli.command {
        Command::Serve { settings } => serve(Settings::from_process(settings)?),
        Command::Coalitions { from, format } => {
            let asked = Asked::open(from.data.as_deref())?;
            let rows = asked.office().coalitions();
            show(format, &rows, || print::coalitions(&rows, language))
        }
        Command::Import { paths, as_id, nodes, links, name, incomplete, data } => match (as_id, nodes, links) {
            (Some(id), Some(nodes), Some(links)) => import_plain(&data, &id, name, &nodes, &links, incomplete),
            _ => import_bundles(&data, &paths),
        },
        Command::Check { paths, explain } => check(&paths, explain, language),
        Command::Gaps { about, all } => {
            let asked = Asked::open(about.options.from.data.as_deref())?;
            let answer = asked.office().gaps(&about.coalition, day(about.options.as_of.as_deref())?)?;
            show(about.options.format, &answer, || print::gaps(&answer, all, language))
        }
        Command::Structure { about, rule } => {
            let asked = Asked::open(about.options.from.data.as_deref())?;
            let rule = match rule {
                RuleArg::Any => Rule::Any,
                RuleArg::Confirmed => Rule::Confirmed,
            };
            let answer = asked.office().structure(&about.coalition, rule, day(about.options.as_of.as_deref())?)?;
            show(about.options.format, &answer, || print::structure(&answer, language))
        }
        Command::Why { coalition, a, b, options } => {
            let asked = Asked::open(options.from.data.as_deref())?;
            let answer = asked.office().why(&coalition, &a, &b, day(options.as_of.as_deref())?)?;
            show(options.format, &answer, || print::why(&answer, language))
        }
        Command::Map { coalition, output, width, from, as_of } => {
            let asked = Asked::open(from.data.as_deref())?;
            let map = asked.office().map(&coalition, language, day(as_of.as_deref())?)?;
            draw(&map, width.into(), &output, language)
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
        _ => bail!("{} ends in no known form; write .svg, .png, .pdf or .dot", output.display()),
    };
    std::fs::write(output, bytes).with_context(|| format!("{} cannot be written", output.display()))
}

fn print_map(map: &PartnerMap, width: Width, format: PrintFormat, language: Language) -> Result<Vec<u8>> {
    let settings = Settings::default();
    let limits = PrintLimits { time: settings.print_time_ms_max.as_millis(), bytes_max: settings.print_bytes_max.get() };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let printed = runtime.block_on(render::print(map, width, format, &limits));
    printed.map_err(|error| anyhow::anyhow!(error.sentence(language)))
}

/// Serves a store; loads the shipped coalitions when it is empty.
fn serve(settings: Settings) -> Result<()> {
    tracing_subscriber::fmt()
        .with_env_filter(tracing_subscriber::EnvFilter::try_from_default_env().unwrap_or_else(|_| "info".into()))
        .with_writer(std::io::stderr)
        .init();
    let shipped = shipped::shipped()?;
    let live = Live::open(Store::open(&settings.data)?, shipped.catalogue)?;
    if live.snapshot().sequence() == 0 {
        let done = desk::import(&live, Actor::SHIPPED, OffsetDateTime::now_utc(), shipped.changes)?;
        tracing::info!("loaded the shipped coalitions: {} facts", done.put);
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    Ok(runtime.block_on(api::serve(settings, live))?)
}

/// Opens a store with the shipped catalogue.
fn open_store(data: &Path) -> Result<Live> {
    let shipped = shipped::shipped()?;
    Ok(Live::open(Store::open(data)?, shipped.catalogue)?)
}

fn import_bundles(data: &Path, paths: &[PathBuf]) -> Result<()> {
    let files = read_files(paths)?;
    let bundles = shipped::read_all(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    let live = open_store(data)?;
    report(desk::import(&live, Actor::IMPORT, OffsetDateTime::now_utc(), shipped::changes(&bundles))?)
}

fn import_plain(data: &Path, id: &str, name: Option<String>, nodes: &Path, links: &Path, incomplete: bool) -> Result<()> {
    let read = |path: &Path| std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()));
    let file_name = |path: &Path| path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let name = Name::new(name.as_deref().unwrap_or(id))?;
    let (node_bytes, link_bytes) = (read(nodes)?, read(links)?);
    let (node_file, link_file) = (file_name(nodes), file_name(links));
    let changes =
        plain::read(CoalitionId::new(id)?, name, (&node_file, &node_bytes), (&link_file, &link_bytes), !incomplete, today())
            .map_err(|errors| anyhow::anyhow!(lines(&errors)))?;
    let live = open_store(data)?;
    report(desk::import(&live, Actor::IMPORT, OffsetDateTime::now_utc(), changes)?)
}

fn report(done: desk::Imported) -> Result<()> {
    eprintln!("{} put, {} already there, {} kept as a user edited them", done.put, done.same, done.kept.len());
    Ok(())
}

fn check(paths: &[PathBuf], explain: bool, language: Language) -> Result<()> {
    let files = read_files(paths)?;
    let bundles = shipped::read_all(files.iter().map(|(name, text)| (name.as_str(), text.as_str())))?;
    let mut register = Register::new(shipped::shipped()?.catalogue);
    let mut faults = Vec::new();
    for bundle in &bundles {
        for fact in &bundle.facts {
            if let Err(fault) = register.apply(&Change::put(fact.entity.clone())) {
                faults.push(format!("{}, line {}: {fault}", bundle.file, fact.line));
            }
        }
        if explain {
            std::io::stdout().write_all(bundle::explain(bundle, language).as_bytes())?;
        } else {
            eprintln!("{}: {} facts", bundle.file, bundle.facts.len());
        }
    }
    if faults.is_empty() { Ok(()) } else { bail!(faults.join("\n")) }
}

fn lines<T: ToString>(errors: &[T]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

/// Files as given, and the TOML files of folders, by name.
fn read_files(paths: &[PathBuf]) -> Result<Vec<(String, String)>> {
    let mut files = Vec::new();
    for path in paths {
        if path.is_dir() {
            let mut inside: Vec<PathBuf> =
                std::fs::read_dir(path)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|it| it.path()).collect();
            inside.retain(|path| path.extension().is_some_and(|ending| ending == "toml"));
            inside.sort();
            files.extend(inside);
        } else {
            files.push(path.clone());
        }
    }
    if files.is_empty() {
        bail!(
            "no .toml file in {}; name a bundle or a folder with bundles",
            lines(&paths.iter().map(|path| path.display()).collect::<Vec<_>>())
        );
    }
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok((path.display().to_string(), text))
    };
    files.into_iter().map(read).collect()
}
