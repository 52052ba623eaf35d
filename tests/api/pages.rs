//! The web pages come from the same server, whether they are built or not.

use super::Counter;

#[tokio::test]
async fn every_address_of_a_page_gives_the_page() {
    let counter = Counter::open();
    for path in
        ["/", "/coalities", "/coalities/leiden", "/coalities/leiden/ontbreekt/x1?op=2026-11-21", "/en", "/en/coalities/delft"]
    {
        let page = counter.get(path).await.is(200);
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8", "{path}");
        assert_eq!(page.header("cache-control"), "no-cache", "{path}");
        let policy = page.header("content-security-policy");
        assert!(policy.starts_with("default-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'"), "{policy}");
        let text = String::from_utf8_lossy(&page.body).to_lowercase();
        assert!(text.contains("<!doctype html>") && text.contains("korte lijnen"), "{path}");
    }
}

#[tokio::test]
async fn what_is_not_there_is_said_to_be_not_there() {
    let counter = Counter::open();
    counter.get("/assets/missing-1a2b.js").await.problem(404);
    counter.get("/favicon-missing.ico").await.problem(404);
    let page = counter.get("/nergens").await.is(404);
    assert!(page.header("content-type").starts_with("text/html"), "a person gets a page");
}

#[tokio::test]
async fn no_file_outside_the_pages_is_given() {
    let counter = Counter::open();
    for path in
        ["/../Cargo.toml", "/assets/../../../Cargo.toml", "/%2e%2e/%2e%2e/Cargo.toml", "//etc/passwd", "/../../src/lib.rs"]
    {
        let answer = counter.get(path).await.is(404);
        assert!(!answer.body.windows(9).any(|part| part == b"[package]"), "{path}");
    }
}

#[tokio::test]
async fn no_page_answers_in_the_name_of_the_api() {
    let counter = Counter::open();
    for path in ["/v1/coalities", "/v1/index.html", "/v1/en/coalities"] {
        counter.get(path).await.problem(404);
    }
}

#[tokio::test]
async fn the_page_can_be_installed() {
    let counter = Counter::open();
    if String::from_utf8_lossy(&counter.get("/").await.is(200).body).contains("make web") {
        return;
    }
    let worker = counter.get("/sw.js").await.is(200);
    assert_eq!(worker.header("cache-control"), "no-cache");
    assert_eq!(worker.header("content-type"), "text/javascript; charset=utf-8");
    assert_eq!(worker.header("content-security-policy"), "default-src 'none'; connect-src 'self'");
    let manifest = counter.get("/manifest.webmanifest").await.is(200);
    assert_eq!(manifest.header("cache-control"), "no-cache");
    assert_eq!(manifest.header("content-type"), "application/manifest+json");
    let told: serde_json::Value = serde_json::from_slice(&manifest.body).expect("JSON");
    let icons = told["icons"].as_array().expect("icons");
    assert!(icons.len() >= 2);
    for icon in icons {
        let answer = counter.get(icon["src"].as_str().expect("an address")).await.is(200);
        assert_eq!(answer.header("content-type"), "image/png");
        // The header of a PNG tells its width at byte 16.
        let width = u32::from_be_bytes(answer.body[16..20].try_into().expect("four bytes"));
        assert_eq!(format!("{width}x{width}"), icon["sizes"].as_str().expect("a size"));
    }
    // Whatever the worker keeps from the start is there: one file that is not would keep it from starting.
    let script = String::from_utf8(worker.body.to_vec()).expect("text");
    let files: Vec<&str> = script.split(['"', '`']).filter(|text| text.starts_with("/assets/") && text.len() > 8).collect();
    assert!(files.len() > 3, "{files:?}");
    for file in files {
        counter.get(file).await.is(200);
    }
}

#[tokio::test]
async fn a_page_is_sent_packed_to_who_can_unpack_it() {
    let counter = Counter::open();
    let packed = counter.ask("GET", "/", &["accept-encoding: gzip"], "").await.is(200);
    assert_eq!(packed.header("content-encoding"), "gzip");
    assert_eq!(packed.body[..2], [0x1f, 0x8b], "the mark of gzip");
}

#[tokio::test]
async fn what_a_page_asks_for_is_there_and_may_be_kept_for_good() {
    let counter = Counter::open();
    let page = String::from_utf8(counter.get("/coalities/leiden").await.is(200).body.to_vec()).expect("text");
    let files: Vec<&str> = page.split('"').filter(|text| text.starts_with("/assets/")).collect();
    if files.is_empty() {
        assert!(page.contains("make web"), "a page that was not built says how to build it");
        return;
    }
    for file in files {
        let answer = counter.ask("GET", file, &["accept-encoding: gzip"], "").await.is(200);
        assert_eq!(answer.header("cache-control"), "public, max-age=31536000, immutable", "{file}");
        let kind = if file.ends_with(".css") { "text/css; charset=utf-8" } else { "text/javascript; charset=utf-8" };
        assert_eq!((answer.header("content-type"), answer.header("content-encoding")), (kind, "gzip"), "{file}");
        let seen = format!("if-none-match: {}", answer.header("etag"));
        assert!(counter.ask("GET", file, &[&seen], "").await.is(304).body.is_empty());
        counter.ask("POST", file, &[], "").await.problem(405);
    }
}
