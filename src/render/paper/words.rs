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
