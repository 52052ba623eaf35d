//! Writes maps to a folder, to be looked at: `LOOK=/tmp/look cargo test --lib render::tests::look -- --ignored`.

use super::{fixtures, pictures};
use crate::render::paper::Fonts;
use crate::render::{Width, dot, svg};

#[test]
#[ignore = "writes pictures for a person to look at"]
fn writes_pictures() {
    let folder = std::path::PathBuf::from(std::env::var_os("LOOK").expect("LOOK names a folder"));
    for (name, map) in fixtures::all() {
        std::fs::write(folder.join(format!("{name}.svg")), svg(&map, Width::Wide, true)).expect("written");
        std::fs::write(folder.join(format!("{name}-slim.svg")), svg(&map, Width::Slim, true)).expect("written");
        std::fs::write(folder.join(format!("{name}.dot")), dot(&map, Width::Wide)).expect("written");
    }
    let fonts = Fonts::open(std::path::Path::new("/usr/share/fonts/truetype/noto")).expect("fonts");
    for (name, picture) in pictures::all() {
        std::fs::write(folder.join(format!("{name}.svg")), picture.svg(Width::Wide, true)).expect("written");
        std::fs::write(folder.join(format!("{name}-slim.svg")), picture.svg(Width::Slim, true)).expect("written");
        std::fs::write(folder.join(format!("{name}.pdf")), picture.pdf(Width::Wide, &fonts, 30_000_000).expect("printed"))
            .expect("written");
    }
}
