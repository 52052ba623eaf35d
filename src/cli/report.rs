//! The report of a coalition as a file.

use super::errors::Told;
use anyhow::Result;
use kortelijnen::model::Language;
use kortelijnen::render::PrintError;
use kortelijnen::render::paper::{self, Fonts, Paper};
use kortelijnen::settings::Settings;
use std::io::Write;
use std::path::Path;

/// Writes a report in the form that the file's ending asks for; `-` is HTML on standard output.
pub fn write(document: &Paper, output: &Path, fonts: Option<&Path>, language: Language) -> Result<()> {
    if output == Path::new("-") {
        std::io::stdout().write_all(paper::html(document).as_bytes())?;
        return Ok(());
    }
    let bytes = match output.extension().and_then(|ending| ending.to_str()) {
        Some("html") => paper::html(document).into_bytes(),
        Some("pdf") => print(document, fonts)?,
        _ => {
            let shown = output.display();
            return Err(Told::no(
                format!("{shown} eindigt op geen bekende vorm; schrijf .html of .pdf"),
                format!("{shown} ends in no known form; write .html or .pdf"),
            )
            .into());
        }
    };
    std::fs::write(output, bytes).map_err(|error| Told::refused(output, true, &error))?;
    let shown = output.display();
    eprintln!("{}", if language == Language::Nl { format!("{shown} is geschreven") } else { format!("wrote {shown}") });
    Ok(())
}

fn print(document: &Paper, fonts: Option<&Path>) -> Result<Vec<u8>> {
    let settings = Settings::default();
    let told = |error: PrintError| Told::no(error.sentence(Language::Nl), error.sentence(Language::En));
    let fonts = Fonts::open(fonts.unwrap_or(&settings.fonts)).map_err(told)?;
    Ok(paper::pdf(document, &fonts, settings.print_bytes_max.get()).map_err(told)?)
}
