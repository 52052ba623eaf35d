//! The press: real prints, and every way to fail.

use std::time::Duration;

use super::fixtures;
use crate::model::Language;
use crate::render::print::print as press;
use crate::render::{PrintError, PrintFormat, PrintLimits, Width, draw, print};

const LIMITS: PrintLimits = PrintLimits { time: Duration::from_secs(60), bytes_max: 20_000_000 };

fn graphviz() -> bool {
    std::process::Command::new("neato").arg("-V").output().is_ok()
}

#[tokio::test]
async fn neato_prints_png_and_pdf() {
    if !graphviz() {
        return;
    }
    for map in [fixtures::leiden(), fixtures::generated(60), fixtures::empty("Niemand")] {
        for width in [Width::Wide, Width::Slim] {
            let png = print(&map, width, PrintFormat::Png, &LIMITS).await.expect("a picture");
            assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
            // The page is 1280 or 320 points wide, at 96 dots to 72 points.
            let wide = u32::from_be_bytes([png[16], png[17], png[18], png[19]]);
            let expected = if width == Width::Wide { 1707 } else { 427 };
            assert!(wide.abs_diff(expected) <= 2, "{wide}");
            let pdf = print(&map, width, PrintFormat::Pdf, &LIMITS).await.expect("a sheet");
            assert!(pdf.starts_with(b"%PDF-"));
        }
    }
}

async fn with(program: &str, limits: PrintLimits) -> PrintError {
    let scene = draw(&fixtures::leiden(), Width::Wide);
    press(program, &scene, PrintFormat::Png, &limits).await.expect_err("no print")
}

#[tokio::test]
async fn a_missing_program_is_named_with_its_packages() {
    let error = with("there-is-no-such-press", LIMITS).await;
    assert!(matches!(error, PrintError::GraphvizMissing));
    for language in [Language::Nl, Language::En] {
        let sentence = error.sentence(language);
        assert!(sentence.contains("graphviz") && sentence.contains("fonts-noto-core"), "{sentence}");
    }
}

#[tokio::test]
async fn a_print_has_limits() {
    assert!(matches!(with("false", LIMITS).await, PrintError::Failed(_)));
    let folder = tempfile::tempdir().expect("a folder");
    let endless = script(folder.path(), "endless", "while :; do echo y; done");
    assert!(matches!(with(&endless, PrintLimits { bytes_max: 1000, ..LIMITS }).await, PrintError::TooBig(1000)));
    let asleep = script(folder.path(), "asleep", "exec sleep 60");
    let short = PrintLimits { time: Duration::from_millis(200), ..LIMITS };
    assert!(matches!(with(&asleep, short).await, PrintError::Timeout(_)));
    let complains = script(folder.path(), "complains", "cat >/dev/null; echo 'syntax error' >&2; exit 1");
    assert!(matches!(with(&complains, LIMITS).await, PrintError::Failed(said) if said == "syntax error"));
}

/// A press of our own making.
fn script(folder: &std::path::Path, name: &str, body: &str) -> String {
    use std::os::unix::fs::PermissionsExt;
    let path = folder.join(name);
    std::fs::write(&path, format!("#!/bin/sh\n{body}\n")).expect("written");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("runnable");
    path.to_string_lossy().into_owned()
}
