//! The call card: every need once, the right desk first, doubt said beside the number, and nothing that may not be there.

use super::*;
use kortelijnen::model::*;
use kortelijnen::render::paper::{CallCard, CallSize, Fonts, call_html, call_pdf};
use std::path::Path;

const PAGES: &str = "https://kortelijnen.example";

fn card(made: &Made, size: CallSize, language: Language) -> CallCard {
    made.office().call_card("voorbeeldstad", size, language, PAGES).expect("a card")
}

fn fonts() -> Option<Fonts> {
    Fonts::open(Path::new("/usr/share/fonts/truetype/noto")).ok()
}

#[test]
fn pictures() {
    let Some(folder) = std::env::var_os("CARD_PICTURES") else { return };
    let fonts = fonts().expect("fonts");
    for (name, made) in [("city", Made::city()), ("empty", Made::empty())] {
        for size in [CallSize::A4, CallSize::Wallet] {
            for language in [Language::Nl, Language::En] {
                let it = card(&made, size, language);
                let at = Path::new(&folder).join(format!("{name}-{}-{language:?}", size.code()).to_lowercase());
                std::fs::write(at.with_extension("pdf"), call_pdf(&it, &fonts, 1_000_000).expect("a PDF")).expect("written");
                std::fs::write(at.with_extension("html"), call_html(&it)).expect("written");
            }
        }
    }
}
