//! The web pages, from inside the binary.
//!
//! Why: one file to install. Names of built files hold a hash of what is in them, so a browser may keep them for good; the
//! first page is asked for again each time, and so is the service worker: an old one would keep old pages alive.
//! Never: answers an address of the API.

use super::headers;
use super::problem::ApiError;
use axum::body::Body;
use axum::extract::Request;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG};
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use rust_embed::{Embed, EmbeddedFile};

/// What `make web` built; empty on a bare clone.
#[derive(Embed)]
#[folder = "web/dist"]
#[allow_missing = true]
struct Built;

/// Shown while the pages are not built.
const NOT_BUILT: &str = include_str!("not_built.html");

/// What a page may load: only what this server gives.
const POLICY: &str = "default-src 'self'; style-src 'self'; img-src 'self' data:; script-src 'self'; object-src 'none'; \
                      base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

/// The service worker; its own policy is what it came with.
const WORKER: &str = "sw.js";
/// What the service worker may load: what this server gives, and no further script.
const WORKER_POLICY: &str = "default-src 'none'; connect-src 'self'";

/// First steps of the addresses at which there are pages; `/en` stands before any of them.
const PAGES: [&str; 10] =
    ["", "coalities", "wie", "vergelijken", "ronde", "mijn", "beheer", "uitleg", "privacy", "toegankelijkheid"];

/// Whatever no other address answers: a file, a page, or nothing.
pub async fn any(request: Request) -> Response {
    let path = request.uri().path();
    if is_of_api(path) {
        return ApiError::NoSuchPath.into_response();
    }
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return ApiError::WrongMethod.into_response();
    }
    let name = path.trim_start_matches('/');
    match Built::get(name) {
        Some(file) if name != "index.html" => file_answer(name, file, &request),
        _ if is_page(path) => page(StatusCode::OK),
        _ if looks_like_file(name) => ApiError::NoSuchPath.into_response(),
        // The pages tell that there is no such page.
        _ => page(StatusCode::NOT_FOUND),
    }
}

fn is_of_api(path: &str) -> bool {
    path == "/v1" || path.starts_with("/v1/")
}

fn is_page(path: &str) -> bool {
    let path = match path.strip_prefix("/en") {
        Some("") => "/",
        Some(rest) if rest.starts_with('/') => rest,
        _ => path,
    };
    if path == "/" {
        return true;
    }
    let first = path.split('/').nth(1).unwrap_or_default();
    !path.ends_with('/') && !first.is_empty() && PAGES.contains(&first)
}

fn looks_like_file(name: &str) -> bool {
    name.starts_with("assets/") || name.rsplit('/').next().is_some_and(|last| last.contains('.'))
}

fn page(status: StatusCode) -> Response {
    let body = Built::get("index.html").map_or(Body::from(NOT_BUILT), |file| Body::from(file.data.into_owned()));
    let told = [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache"), (CONTENT_SECURITY_POLICY, POLICY)];
    (status, told, body).into_response()
}

fn file_answer(name: &str, file: EmbeddedFile, request: &Request) -> Response {
    let hash: String = file.metadata.sha256_hash().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    // Weak: the same file may be sent packed or as it is.
    let etag = format!("\"{hash}\"");
    let keep = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let told = [(CACHE_CONTROL, headers::value(keep)), (ETAG, headers::value(&format!("W/{etag}")))];
    if headers::has_seen(request.headers(), &etag) {
        return (StatusCode::NOT_MODIFIED, told).into_response();
    }
    let kind = [(CONTENT_TYPE, headers::value(kind_of(name)))];
    let policy = (name == WORKER).then(|| [(CONTENT_SECURITY_POLICY, headers::value(WORKER_POLICY))]);
    (told, kind, policy, file.data.into_owned()).into_response()
}

fn kind_of(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("html") => "text/html; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("woff") => "font/woff",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_have_addresses_and_nothing_else_has() {
        for path in ["/", "/en", "/coalities", "/coalities/leiden/kaart", "/en/coalities/leiden", "/privacy"] {
            assert!(is_page(path), "{path}");
        }
        for path in ["/coalities/", "/v1/coalitions", "/nergens", "/english", "//", "/assets/x.js"] {
            assert!(!is_page(path), "{path}");
        }
    }
}
