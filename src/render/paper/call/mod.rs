//! A card that says whom to call for what: a sheet of A4, or one to cut out and fold for a pocket.
//!
//! Why: the number must be there where no screen is. Never: a person's name, a sentence of its own about a coalition.

mod grid;
mod html;
mod sheet;
mod wallet;

use super::fonts::Fonts;
use super::{pdf, words};
use crate::model::Language;
use crate::render::print::PrintError;
use crate::render::qr::Qr;

/// How large a card is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum CallSize {
    /// A4, upright.
    #[default]
    A4,
    /// 85.6 × 54 mm when folded, as a bank card (ISO/IEC 7810, ID-1); two panels side by side on A4.
    Wallet,
}

impl CallSize {
    /// The code used in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::Wallet => "wallet",
        }
    }
}

/// A card. Every text in it is ready to print in one language.
#[derive(Debug, Clone, PartialEq)]
pub struct CallCard {
    /// Language of the texts.
    pub language: Language,
    /// How large.
    pub size: CallSize,
    /// What it is, above the title.
    pub kicker: String,
    /// The question.
    pub title: String,
    /// Where: the name of the coalition.
    pub place: String,
    /// For which day it holds.
    pub stand: String,
    /// When the numbers were checked; absent: there are none.
    pub checked: Option<String>,
    /// The live page, which the square leads to; absent: nobody told where people reach the pages.
    pub live: Option<CallLive>,
    /// What to know and do where no desk is known.
    pub alert: Option<CallAlert>,
    /// Whom to ask for a desk, where none is known; on A4 alone.
    pub asks: Option<CallAsks>,
    /// Names of the columns: need, desk, phone.
    pub columns: [String; 3],
    /// Caption of the table.
    pub caption: String,
    /// Whom to call for what, in the order of the card.
    pub calls: Vec<Call>,
    /// How many needs are on no row, because nobody is known to call for them.
    pub elsewhere: usize,
    /// Needs without a desk, in one sentence.
    pub without: Option<String>,
    /// The desks, each once; on A4 alone.
    pub desks: Option<CallDesks>,
    /// Numbers for parents.
    pub parents: Option<CallDesks>,
    /// What else to say, at the end.
    pub notes: Vec<String>,
    /// At the foot of every page.
    pub footer: String,
}

/// Where the live page is.
#[derive(Debug, Clone, PartialEq)]
pub struct CallLive {
    /// Said before the address.
    pub words: String,
    /// Its address.
    pub address: String,
}

impl CallLive {
    /// The address as it is read: without the scheme that every browser fills in.
    fn shown(&self) -> &str {
        self.address.strip_prefix("https://").unwrap_or(&self.address)
    }
}

/// Whom to ask for a desk, where none is known.
#[derive(Debug, Clone, PartialEq)]
pub struct CallAsks {
    /// Names of the columns: need, whom to ask.
    pub columns: [String; 2],
    /// Needs, as one text, and whom to ask.
    pub rows: Vec<(String, String)>,
    /// Needs for which nobody is known, in one sentence.
    pub nobody: Option<String>,
}

/// No desk is known: what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct CallAlert {
    /// That there is none.
    pub words: String,
    /// What can be done about it.
    pub title: String,
    /// Steps.
    pub steps: Vec<String>,
}

/// One row: a need, on a pocket card several with the same desk, and the desks to call for it, best first.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// The needs; at least one.
    pub needs: Vec<String>,
    /// The desks; at least one.
    pub lines: Vec<CallLine>,
}

/// A desk in a row.
#[derive(Debug, Clone, PartialEq)]
pub struct CallLine {
    /// Its name.
    pub desk: String,
    /// How to reach it; the first way is the one that is printed in the row.
    pub reach: Reach,
    /// Why its number is in doubt.
    pub doubt: Option<String>,
}

/// A way to reach a desk.
#[derive(Debug, Clone, PartialEq)]
pub struct Reach {
    /// As it is read.
    pub text: String,
    /// As a device takes it; absent where there is none.
    pub href: Option<String>,
}

/// A list of desks, each with what else to know.
#[derive(Debug, Clone, PartialEq)]
pub struct CallDesks {
    /// Its heading.
    pub title: String,
    /// What to know before calling.
    pub note: Option<String>,
    /// The desks.
    pub desks: Vec<CallDesk>,
}

/// A desk, with what else to know.
#[derive(Debug, Clone, PartialEq)]
pub struct CallDesk {
    /// Its name.
    pub name: String,
    /// Every way to reach it: phone, mail, page.
    pub reach: Vec<Reach>,
    /// Why its number is in doubt, for where the lines do not stand.
    pub doubt: Option<String>,
    /// Hours, how to refer, languages, when it was checked.
    pub lines: Vec<String>,
}

impl Call {
    /// The needs in one line.
    fn need(&self) -> String {
        self.needs.join("; ")
    }
}

impl Reach {
    /// Is it a telephone number? A mail address and a page have letters.
    fn is_number(&self) -> bool {
        !self.text.chars().any(char::is_alphabetic)
    }
}

impl CallCard {
    /// The square that leads to the live page.
    fn square(&self) -> Option<(Qr, String)> {
        let live = self.live.as_ref()?;
        Some((Qr::of(&live.address)?, words::square(&live.address, self.language)))
    }
}

/// How does a card look in a browser, and on the paper that a browser prints?
///
/// Takes: the card. Gives: one file that needs no other; telephone numbers and mail addresses are links.
/// Cost: O(text). Deterministic: the same card gives the same bytes.
/// Checked: names that look like markup come out as text; nothing is loaded; no style stands in an element.
pub fn call_html(card: &CallCard) -> String {
    html::write(card)
}

/// How does a card come on paper?
///
/// Takes: the card, the fonts, and how large the file may be.
/// Gives: a PDF on A4, tagged by the rules of PDF/UA-1 (ISO 14289-1), the square drawn as vectors. The pocket card stands in its
/// real size, with marks where to cut and fold.
/// Fails: it would be larger than allowed; what the rules ask is not met.
/// Cost: O(text). Deterministic: the same card and fonts give the same bytes.
/// Checked: read back with another program; the square with another reader.
pub fn call_pdf(card: &CallCard, fonts: &Fonts, bytes_max: usize) -> Result<Vec<u8>, PrintError> {
    let rulers = fonts.rulers();
    let layout = match card.size {
        CallSize::A4 => sheet::layout(card, &rulers),
        CallSize::Wallet => wallet::layout(card, &rulers),
    };
    let about = pdf::About { title: format!("{} – {}", card.title, card.place), stand: &card.stand, language: card.language };
    pdf::finish(layout, &about, (fonts, &rulers), bytes_max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_of_the_square_is_at_least_four_tenths_of_a_millimetre_with_four_white_around_it() {
        const MM: f32 = 25.4 / 72.0;
        let host = "https://kansrijke-start.gezondheidsregio.example/kortelijnen/wie/";
        for place in ["leiden", "voorbeeldstad-voorbeeldwaard-en-omgeving"] {
            let code = Qr::of(&format!("{host}{place}")).expect("it fits");
            assert_eq!(code.whole() - code.side, 8);
            for side in [sheet::SQUARE, wallet::SQUARE] {
                let module = side * MM / code.whole() as f32;
                assert!(module >= 0.4, "{module} mm for {place}");
            }
        }
    }
}
