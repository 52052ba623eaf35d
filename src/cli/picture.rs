//! A comparison as a picture in a file.

use super::args::AboutOptions;
use super::errors::Told;
use super::progress::Progress;
use super::source::Asked;
use anyhow::Result;
use kortelijnen::desk::*;
use kortelijnen::model::Language;
use kortelijnen::render::paper::Fonts;
use kortelijnen::render::{PrintError, Width};
use kortelijnen::settings::{SettingFlags, Settings};
use std::path::Path;
use std::sync::Mutex;

/// What was typed.
pub struct Typed<'a> {
    /// The coalitions; none: all.
    pub coalitions: Vec<String>,
    /// The measures that were named: a picture shows the first.
    pub measures: &'a [String],
    /// Which picture.
    pub picture: &'a str,
    /// Where it goes; the ending says in which form.
    pub output: &'a Path,
    /// For a phone?
    pub slim: bool,
}

/// Draws once, with everything in it, and writes it in the form that the file's ending asks for.
pub fn write(options: &AboutOptions, typed: Typed<'_>, language: Language) -> Result<()> {
    let on_paper = match typed.output.extension().and_then(|ending| ending.to_str()) {
        Some("svg") => false,
        Some("pdf") => true,
        _ => {
            let shown = typed.output.display();
            return Err(Told::no(
                format!("{shown} eindigt op geen bekende vorm; schrijf .svg of .pdf"),
                format!("{shown} ends in no known form; write .svg or .pdf"),
            )
            .into());
        }
    };
    let Some(which) = ComparisonPicture::named(typed.picture) else {
        let known = ComparisonPicture::ALL.map(ComparisonPicture::code).join(", ");
        return Err(Told::typed(
            format!("geen beeld heet {}; kies uit: {known}", typed.picture),
            format!("no picture is called {}; choose one of: {known}", typed.picture),
        )
        .into());
    };
    let settings = Settings::from_process(SettingFlags::default())?;
    let width = if typed.slim { Width::Slim } else { Width::Wide };
    let told = |error: PrintError| Told::no(error.sentence(Language::Nl), error.sentence(Language::En));
    let fonts = on_paper.then(|| Fonts::open(&settings.fonts).map_err(told)).transpose()?;
    let coalitions_max = settings.compare_coalitions_max.get();
    let maps_max = if on_paper { coalitions_max } else { settings.picture_maps_max.get().min(coalitions_max) };
    let asked = Asked::open(options.from.data.as_deref())?;
    let reading = asked.reading(&options.reading)?;
    let question = ComparisonAsked { coalitions: typed.coalitions, reading, funnel: None, coalitions_max };
    let picture = PictureAsked { picture: which, measure: typed.measures.first().cloned(), others: None, language, maps_max };
    let progress = Mutex::new(Progress::new(language));
    let tell = |done: u64, all: u64| {
        if let Ok(mut progress) = progress.lock() {
            progress.share(done as usize, all as usize, ("coalities", "coalitions"));
        }
    };
    let office = Office { effort: Effort { progress: Some(&tell), cancelled: None }, ..asked.office() };
    let kept = KeptProfiles::new(settings.compare_profiles_max.get());
    let mut made = office.comparison_picture(&question, &picture, &kept)?;
    if !made.whole {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        kept.finish(&office.effort, threads).map_err(DeskError::from)?;
        made = office.comparison_picture(&question, &picture, &kept)?;
    }
    let bytes = match fonts {
        Some(fonts) => made.picture.pdf(width, &fonts, settings.print_bytes_max.get()).map_err(told)?,
        None => made.picture.svg(width, true).into_bytes(),
    };
    std::fs::write(typed.output, bytes).map_err(|error| Told::refused(typed.output, true, &error))?;
    let shown = typed.output.display();
    eprintln!("{}", if language == Language::Nl { format!("{shown} is geschreven") } else { format!("wrote {shown}") });
    Ok(())
}
