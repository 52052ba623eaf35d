//! Cards as files: whom to call in a coalition, and a contact for an address book.

use super::errors::Told;
use anyhow::Result;
use kortelijnen::desk::{Office, VcardVersion, vcard_text};
use kortelijnen::model::{ContactPointId, Language, PersonId};
use kortelijnen::render::PrintError;
use kortelijnen::render::paper::{self, CallSize, Fonts};
use kortelijnen::settings::{SettingFlags, Settings};
use std::io::Write;
use std::path::Path;

/// Writes a call card in the form that the file's ending asks for; `-` is HTML on standard output.
pub fn call_card(
    office: &Office<'_>,
    coalition: &str,
    size: CallSize,
    output: &Path,
    fonts: Option<&Path>,
    (written_in, language): (Language, Language),
) -> Result<()> {
    let settings = Settings::from_process(SettingFlags::default())?;
    let pages = settings.public_address();
    let card = office.call_card(coalition, size, written_in, pages)?;
    let told = |error: PrintError| Told::no(error.sentence(Language::Nl), error.sentence(Language::En));
    let ending = if output == Path::new("-") { Some("html") } else { output.extension().and_then(|ending| ending.to_str()) };
    let bytes = match ending {
        Some("html") => paper::call_html(&card).into_bytes(),
        Some("pdf") => {
            let fonts = Fonts::open(fonts.unwrap_or(&settings.fonts)).map_err(told)?;
            paper::call_pdf(&card, &fonts, settings.print_bytes_max.get()).map_err(told)?
        }
        _ => return Err(no_known_form(output, ".html", ".pdf").into()),
    };
    write(output, &bytes, language)?;
    if pages.is_none() {
        eprintln!("{}", no_square(language));
    }
    Ok(())
}

/// Why a card has no square, and which setting gives it one.
fn no_square(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Geen QR-code: niet bekend is waar mensen de pagina's bereiken. Geef dat adres in KL_PUBLIC_URL, zoals \
             https://kortelijnen.example, en maak de kaart opnieuw."
        }
        Language::En => {
            "No QR code: it is not known where people reach the pages. Give that address in KL_PUBLIC_URL, as \
             https://kortelijnen.example, and make the card again."
        }
    }
}

/// Writes the vCard of a contact point or a person; `-` is standard output.
pub fn vcard(office: &Office<'_>, id: &str, version: VcardVersion, output: &Path, language: Language) -> Result<()> {
    let found = uuid::Uuid::parse_str(id.trim()).ok().and_then(|id| {
        let desk = office.contact_vcard(&ContactPointId(id), language);
        desk.or_else(|| office.person_vcard(&PersonId(id), language))
    });
    let card = found.ok_or_else(|| {
        Told::no(
            format!("er is geen contactpunt of persoon met de id \"{id}\"; `kortelijnen who … --json` noemt de id's"),
            format!("there is no contact point or person with the id \"{id}\"; `kortelijnen who … --json` names the ids"),
        )
    })?;
    write(output, vcard_text(&card, version).as_bytes(), language)
}

fn no_known_form(output: &Path, one: &str, other: &str) -> Told {
    let shown = output.display();
    Told::no(
        format!("{shown} eindigt op geen bekende vorm; schrijf {one} of {other}"),
        format!("{shown} ends in no known form; write {one} or {other}"),
    )
}

fn write(output: &Path, bytes: &[u8], language: Language) -> Result<()> {
    if output == Path::new("-") {
        std::io::stdout().write_all(bytes)?;
        return Ok(());
    }
    std::fs::write(output, bytes).map_err(|error| Told::refused(output, true, &error))?;
    let shown = output.display();
    eprintln!("{}", if language == Language::Nl { format!("{shown} is geschreven") } else { format!("wrote {shown}") });
    Ok(())
}
