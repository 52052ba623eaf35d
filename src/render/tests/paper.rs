//! A document on paper and in a browser: nothing breaks out of its element, nothing is lost, nothing changes by itself.

use std::path::Path;
use std::process::{Command, Stdio};

use super::fixtures;
use crate::model::Language;
use crate::render::PrintError;
use crate::render::paper::{Block, Fonts, Paper, PaperTable, html, pdf};

const BYTES_MAX: usize = 20_000_000;

/// Names that look like markup, and letters that a font may not have.
const HOSTILE: [&str; 5] =
    ["<script>alert(1)</script>", "\"' onload=\"x", "</style></table>", "A & B \u{1F600} 助産師 \u{0}\u{7}", "ş ı ğ ő ș ‘Łódź’"];

fn paper(blocks: Vec<Block>) -> Paper {
    Paper {
        language: Language::Nl,
        kicker: "Rapport".to_owned(),
        title: "Voorbeeld".to_owned(),
        stand: "Stand november 2019".to_owned(),
        footer: "Voorbeeld · Korte Lijnen".to_owned(),
        blocks,
    }
}

fn table(rows: usize) -> PaperTable {
    let header = [("Partner", false), ("Domein", false), ("Lijnen", true)].map(|(name, number)| (name.to_owned(), number));
    let row = |row: usize| vec![format!("Partner {row}"), "Medisch".to_owned(), row.to_string()];
    PaperTable { caption: "Partners met lijnen".to_owned(), header: header.to_vec(), rows: (1..=rows).map(row).collect() }
}

/// Every kind of part, with a text in each place.
fn everything(text: &str) -> Paper {
    let text = || text.to_owned();
    let header = vec![(text(), false), (text(), true)];
    let mut paper = paper(vec![
        Block::Heading(1, text()),
        Block::Lead(text()),
        Block::Text(text()),
        Block::Alert(text()),
        Block::Heading(2, text()),
        Block::Numbered(3, vec![text(), text()]),
        Block::Bullets(vec![text()]),
        Block::Ask(text(), vec![text()]),
        Block::Table(PaperTable { caption: text(), header, rows: vec![vec![text(), text()]] }),
        Block::Map(Box::new(fixtures::empty(&text()))),
        Block::Note(text()),
    ]);
    (paper.kicker, paper.title, paper.stand, paper.footer) = (text(), text(), text(), text());
    paper
}

fn fonts() -> Option<Fonts> {
    Fonts::open(Path::new("/usr/share/fonts/truetype/noto")).ok()
}

/// What another program reads in a PDF; nothing where that program is not installed.
fn read_back(bytes: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("report.pdf");
    std::fs::write(&file, bytes).expect("a file");
    let read = Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").stderr(Stdio::null()).output().ok()?;
    read.status.success().then(|| String::from_utf8_lossy(&read.stdout).into_owned())
}

fn times(bytes: &[u8], what: &[u8]) -> usize {
    bytes.windows(what.len()).filter(|window| *window == what).count()
}

fn pages(bytes: &[u8]) -> usize {
    times(bytes, b"/Type /Page\n")
}

#[test]
fn hostile_names_come_out_as_text() {
    for name in HOSTILE {
        let page = html(&everything(name));
        assert!(!page.contains("<script") && !page.contains("onload=\"x") && !page.contains('\u{0}'), "{name}");
        assert_eq!(page.matches("</style>").count(), 1, "{name}");
        assert_eq!(page.matches("</table>").count(), 1, "{name}");
        if let Some(fonts) = fonts() {
            let printed = pdf(&everything(name), &fonts, BYTES_MAX).expect("a PDF by the rules of PDF/UA");
            assert!(printed.starts_with(b"%PDF-1.7"), "{name}");
        }
    }
}

#[test]
fn a_page_needs_no_other_file() {
    let mut paper = everything("Delft");
    paper.blocks.push(Block::Map(Box::new(fixtures::delft())));
    let page = html(&paper);
    for reference in ["<script", "<link", "<img", "src=", "href=", "@import", "url(", " style="] {
        assert!(!page.contains(reference), "{reference}");
    }
    assert!(page.starts_with("<!doctype html>\n<html lang=\"nl\">"));
    assert!(page.contains("<th scope=\"col\"") && page.contains("<th scope=\"row\"") && page.contains("<caption>"));
    assert!(page.contains("role=\"img\" aria-label=\""), "names stand where links were");
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    let paper = everything("Verloskundigenpraktijk");
    assert_eq!(html(&paper), html(&paper));
    let (Some(one), Some(other)) = (fonts(), fonts()) else { return };
    assert_eq!(pdf(&paper, &one, BYTES_MAX).expect("a PDF"), pdf(&paper, &other, BYTES_MAX).expect("a PDF"));
}

#[test]
fn a_long_table_runs_over_pages_with_its_header_on_each() {
    let Some(fonts) = fonts() else { return };
    let printed = pdf(&paper(vec![Block::Table(table(120))]), &fonts, BYTES_MAX).expect("a PDF");
    let count = pages(&printed);
    assert!(count >= 4, "{count} pages");
    for part in [&b"/StructTreeRoot"[..], b"/Lang (nl)", b"/S /TH", b"/S /TD", b"/S /Caption", b"/Scope /Column", b"/Scope /Row"]
    {
        assert!(times(&printed, part) > 0, "{}", String::from_utf8_lossy(part));
    }
    // A header is named once to a screen reader: three columns and 120 rows.
    assert_eq!(times(&printed, b"/Scope /Column"), 3);
    assert_eq!(times(&printed, b"/Scope /Row"), 120);
    let Some(text) = read_back(&printed) else { return };
    assert_eq!(text.matches("Domein").count(), count, "the header stands on each page");
    for row in 1..=120 {
        assert!(text.contains(&format!("Partner {row} ")), "row {row}");
    }
    for page in 1..=count {
        assert!(text.contains(&format!("bladzijde {page} van {count}")));
    }
}

#[test]
fn nothing_of_a_long_text_or_a_long_row_is_lost() {
    let Some(fonts) = fonts() else { return };
    let words: Vec<String> = (0..3000).map(|number| format!("woord{number}")).collect();
    let long = words.join(" ");
    let row = PaperTable {
        caption: "Lang".to_owned(),
        header: vec![("Naam".to_owned(), false), ("Wat".to_owned(), false)],
        rows: vec![vec!["X".to_owned(), long.clone()]],
    };
    for block in
        [Block::Text(long.clone()), Block::Table(row), Block::Alert(long.clone()), Block::Ask("Vraag".to_owned(), vec![long])]
    {
        let printed = pdf(&paper(vec![block]), &fonts, BYTES_MAX).expect("a PDF");
        assert!(pages(&printed) > 1);
        let Some(text) = read_back(&printed) else { return };
        let found: std::collections::BTreeSet<&str> = text.split_whitespace().collect();
        assert!(words.iter().all(|word| found.contains(word.as_str())));
    }
}

#[test]
fn a_word_wider_than_the_page_is_cut_and_stays_whole() {
    let Some(fonts) = fonts() else { return };
    let word = "x".repeat(400);
    let printed = pdf(&paper(vec![Block::Text(word)]), &fonts, BYTES_MAX).expect("a PDF");
    let Some(text) = read_back(&printed) else { return };
    assert_eq!(text.matches('x').count(), 400);
}

#[test]
fn every_map_comes_on_a_page_of_its_own() {
    let Some(fonts) = fonts() else { return };
    for (name, map) in fixtures::all() {
        let document = paper(vec![Block::Text("voor".to_owned()), Block::Map(Box::new(map)), Block::Text("na".to_owned())]);
        let printed = pdf(&document, &fonts, BYTES_MAX).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(pages(&printed), 3, "{name}");
        assert_eq!(times(&printed, b"/S /Figure"), 1, "{name}");
    }
}

#[test]
fn an_empty_document_is_one_page() {
    let Some(fonts) = fonts() else { return };
    let printed = pdf(&paper(vec![]), &fonts, BYTES_MAX).expect("a PDF");
    assert_eq!(pages(&printed), 1);
}

#[test]
fn what_is_not_possible_is_said() {
    if let Some(fonts) = fonts() {
        let error = pdf(&paper(vec![]), &fonts, 100).expect_err("too large");
        assert!(matches!(error, PrintError::TooBig(100)));
    }
    let error = PrintError::FontsMissing("NotoSans-Regular.ttf".to_owned());
    for language in [Language::Nl, Language::En] {
        let sentence = error.sentence(language);
        assert!(
            sentence.contains("fonts-noto-core") && sentence.contains("NotoSans-Regular.ttf") && sentence.contains("KL_FONTS")
        );
    }
}
