//! Build script: makes sure that the directory of the built web pages exists, so that the crate builds on a bare clone.
//!
//! Why: the pages are embedded at compile time. An empty directory (ignored by git) means "not built yet"; the server then
//! answers with a page that says how to build them. The pages are compiled in again as soon as that directory changes.

fn main() {
    // A read-only source directory is no reason to fail: the embedding allows the directory to be missing.
    let _ = std::fs::create_dir_all("web/dist");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=web/dist");
}
