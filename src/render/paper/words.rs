//! The few fixed words of a document.

use crate::model::Language;

/// "3 van 12", at the foot of a page.
pub fn page(number: usize, of: usize, language: Language) -> String {
    match language {
        Language::Nl => format!("bladzijde {number} van {of}"),
        Language::En => format!("page {number} of {of}"),
    }
}

/// The code of a language, as files name it.
pub fn code(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl",
        Language::En => "en",
    }
}

/// What a square that a telephone reads is to who does not see it.
pub fn square(address: &str, language: Language) -> String {
    match language {
        Language::Nl => format!("QR-code naar {address}"),
        Language::En => format!("QR code to {address}"),
    }
}

/// How to make a pocket card out of a sheet.
pub fn cut_and_fold(language: Language) -> &'static str {
    match language {
        Language::Nl => {
            "Druk af op ware grootte (100 %). Knip langs de rand en vouw op de stippellijn: het past bij een bankpas."
        }
        Language::En => "Print at actual size (100%). Cut along the edge and fold on the dotted line: it fits with a bank card.",
    }
}

/// How many needs are not on a pocket card, and where they stand; behind the square, where there is one.
pub fn left_out(count: usize, square: bool, language: Language) -> String {
    match (language, count, square) {
        (Language::Nl, 1, true) => "Nog 1 hulpvraag staat op de pagina achter de QR-code.".to_owned(),
        (Language::Nl, _, true) => format!("Nog {count} hulpvragen staan op de pagina achter de QR-code."),
        (Language::En, 1, true) => "1 more need is on the page behind the QR code.".to_owned(),
        (Language::En, _, true) => format!("{count} more needs are on the page behind the QR code."),
        (Language::Nl, 1, false) => "Nog 1 hulpvraag staat niet op deze kaart.".to_owned(),
        (Language::Nl, _, false) => format!("Nog {count} hulpvragen staan niet op deze kaart."),
        (Language::En, 1, false) => "1 more need is not on this card.".to_owned(),
        (Language::En, _, false) => format!("{count} more needs are not on this card."),
    }
}
