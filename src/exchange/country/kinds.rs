//! The words that tables use for kinds of partners, beside the catalogue's own codes.

use crate::model::{Catalogue, KindCode};

/// Words that mean a kind of the catalogue, and its code. A word that is a code itself, with a hyphen for each underscore or blank,
/// needs no row here.
pub const SYNONYMS: &[(&str, &str)] = &[
    ("apotheek", "apotheek-dietist-fysio"),
    ("dietist", "apotheek-dietist-fysio"),
    ("fysiotherapie", "apotheek-dietist-fysio"),
    ("fysiotherapeut", "apotheek-dietist-fysio"),
    ("gynaecoloog", "gynaecologie"),
    ("huisartsenpraktijk", "huisarts"),
    ("jeugdarts", "jgz"),
    ("jeugdgezondheidszorg", "jgz"),
    ("kinderarts", "kindergeneeskunde"),
    ("kraamzorgorganisatie", "kraamzorg"),
    ("school", "onderwijs"),
    ("verloskundige", "verloskundigenpraktijk"),
    ("vrijwilligers", "vrijwilligersorganisatie"),
];

/// The kind of the catalogue that a word means, if it knows it.
pub(super) fn kind_of(word: &str, catalogue: &Catalogue) -> Option<KindCode> {
    let word = word.to_lowercase().replace(['_', ' '], "-");
    let code = SYNONYMS.iter().find(|(other, _)| *other == word).map_or(word.as_str(), |(_, code)| code);
    catalogue.kinds.iter().find(|kind| kind.code.as_str() == code).map(|kind| kind.code.clone())
}
