//! The coalitions that come with the program.

/// The bundles inside the binary: file name and text, by name.
pub fn shipped() -> impl Iterator<Item = (&'static str, &'static str)> {
    FILES.iter().copied()
}

macro_rules! files {
    ($($slug:literal),+ $(,)?) => {
        &[$((concat!($slug, ".toml"), include_str!(concat!("../../../data/coalitions/", $slug, ".toml")))),+]
    };
}

const FILES: &[(&str, &str)] =
    files!["aalsmeer", "alkmaar", "almelo", "almere", "delft", "hoogeveen", "leiden", "zaanstad", "zeist"];
