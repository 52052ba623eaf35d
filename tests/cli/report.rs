//! The report of a coalition as a file: the form that the name asks, the same bytes twice, and the numbers of a published network.

use super::{err, file, out, typed};

#[test]
fn a_published_network_has_a_report_with_its_numbers_beside_chance() {
    let folder = tempfile::tempdir().expect("a directory");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let data = path("store");
    let (nodes, links) = (file("oracles/worked-example/nodes.csv"), file("oracles/worked-example/links.csv"));
    assert!(typed(&["import", "--as", "voorbeeld", "--nodes", &nodes, "--links", &links, "--data", &data]).status.success());
    let written = |name: &str, more: &[&str]| {
        let path = path(name);
        let output = typed(&[&["report", "voorbeeld", "--data", &data, "-o", &path], more].concat());
        assert!(output.status.success(), "{}", err(&output));
        std::fs::read_to_string(path).expect("the report")
    };
    let page = written("een.html", &[]);
    assert_eq!(page, written("twee.html", &[]), "the same bytes");
    assert_eq!(page, out(&typed(&["report", "voorbeeld", "--data", &data, "-o", "-"])));
    // All ways to deal out eleven partners over three domains: z −4.198, p 7/6930; lines between the sides at chance 6.18.
    for told in ["–4,20", "0,001", "6,2", "Alle 6930 mogelijkheden zijn bekeken.", "<title>Rapport over de lijnen"] {
        assert!(page.contains(told), "{told}");
    }
    let english = written("een-en.html", &["--language", "en"]);
    assert!(english.contains("–4.20") && english.contains("All 6930 possibilities") && english.contains("<html lang=\"en\">"));
}

#[test]
fn on_paper_it_is_made_where_the_fonts_are_and_else_the_package_is_named() {
    let folder = tempfile::tempdir().expect("a directory");
    let path = |name: &str| folder.path().join(name).display().to_string();
    let (first, second) = (path("een.pdf"), path("twee.pdf"));
    let output = typed(&["report", "leiden", "-o", &first]);
    if output.status.success() {
        assert!(typed(&["report", "leiden", "-o", &second]).status.success());
        let bytes = std::fs::read(&first).expect("a file");
        assert!(bytes.starts_with(b"%PDF-"));
        assert_eq!(bytes, std::fs::read(&second).expect("a file"), "the same bytes");
    } else {
        assert!(err(&output).contains("fonts-noto-core"), "{}", err(&output));
    }
    let other = typed(&["report", "leiden", "-o", &path("x.doc"), "--lang", "en"]);
    assert_eq!(other.status.code(), Some(1));
    assert!(err(&other).contains("write .html or .pdf"), "{}", err(&other));
    assert_eq!(typed(&["report", "gouda", "-o", "-"]).status.code(), Some(1));
}
