//! Cards through HTTP: the form that the reader wants, a file name that is safe, and the same answer for hidden and for not there.

use super::*;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use http_body_util::BodyExt;
use kortelijnen::api::{AppState, app};
use kortelijnen::exchange::catalogue;
use kortelijnen::live::{Actor, Live, Store};
use kortelijnen::model::*;
use kortelijnen::settings::{SettingFlags, Settings};
use std::sync::Arc;
use time::OffsetDateTime;
use time::macros::datetime;
use tower::ServiceExt;

fn now() -> OffsetDateTime {
    datetime!(2026-11-22 12:00 UTC)
}

struct Answer {
    status: u16,
    headers: HeaderMap,
    body: String,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

fn counter() -> axum::Router {
    counter_of("administrator")
}

fn counter_of(viewer: &str) -> axum::Router {
    counter_at(viewer, Some("https://kaart.example/"))
}

fn counter_at(viewer: &str, pages: Option<&str>) -> axum::Router {
    let given = |name: &str| match name {
        "KL_PUBLIC_URL" => pages.map(str::to_owned),
        "KL_VIEWER" => Some(viewer.to_owned()),
        _ => None,
    };
    let settings = Settings::read(SettingFlags::default(), &[], given).expect("valid settings");
    let live = Live::open(Store::memory(), Arc::new(catalogue::shipped().expect("the catalogue"))).expect("an empty store");
    live.write(Actor::LOCAL, now(), &[], Made::city().changes).expect("it fits");
    app(AppState::new(settings, live, now))
}

async fn get(counter: &axum::Router, path: &str, headers: &[(&str, &str)]) -> Answer {
    let mut request = Request::builder().uri(path).header("host", "localhost:8080");
    for (name, value) in headers {
        request = request.header(*name, *value);
    }
    let response = counter.clone().oneshot(request.body(Body::empty()).expect("a request")).await.expect("an answer");
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    let body = response.into_body().collect().await.expect("a body").to_bytes();
    Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned() }
}

#[tokio::test]
async fn a_vcard_comes_in_the_version_that_is_asked_for() {
    let counter = counter();
    let path = format!("/v1/contact-points/{}/vcard", Made::desk_id("Schuldhulp Voorbeeldstad", "Aanmeldloket"));
    for (query, accept, version) in [
        ("", "*/*", "4.0"),
        ("", "text/vcard; version=3.0", "3.0"),
        ("?vcardVersion=3.0", "text/vcard", "3.0"),
        ("?vcardVersion=4.0", "text/vcard; version=3.0", "4.0"),
    ] {
        let answer = get(&counter, &format!("{path}{query}"), &[("accept", accept)]).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.header("content-type"), format!("text/vcard; charset=utf-8; version={version}"));
        assert_eq!(answer.header("content-disposition"), "attachment; filename=\"schuldhulp-voorbeeldstad-aanmeldloket.vcf\"");
        assert!(answer.body.starts_with(&format!("BEGIN:VCARD\r\nVERSION:{version}\r\n")) && answer.body.contains("Open: ma"));
        let seen = answer.header("etag").to_owned();
        let again = get(&counter, &format!("{path}{query}"), &[("accept", accept), ("if-none-match", &seen)]).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""));
    }
    let english = get(&counter, &path, &[("accept-language", "en")]).await;
    assert!(english.body.replace("\r\n ", "").contains("Open: Mon"));
    assert_eq!(get(&counter, &path, &[("accept", "application/json")]).await.status, 406);
    assert_eq!(get(&counter, &path, &[("accept", "text/vcard; version=2.1")]).await.status, 406);
    assert_eq!(get(&counter, &format!("{path}?vcardVersion=5"), &[]).await.status, 400);
    let person = format!("/v1/persons/{}/vcard", PersonId::from_key("Wia Verzonnen"));
    assert!(get(&counter, &person, &[]).await.body.contains("\r\nFN:Wia Verzonnen\r\n"));
}

#[tokio::test]
async fn hidden_of_others_and_not_there_are_one_answer() {
    let tag = {
        let path = format!("/v1/persons/{}/vcard", PersonId::from_key("Wia Verzonnen"));
        get(&counter(), &path, &[]).await.header("etag").to_owned()
    };
    let hidden = [
        format!("contact-points/{}", Made::desk_id("Wijkteam Voorbeeld-Oost", "Dichte lijn")),
        format!("persons/{}", PersonId::from_key("Ot Verborgen")),
    ];
    let of_others = [
        format!("contact-points/{}", Made::desk_id("Schuldhulp Voorbeeldstad", "Aanmeldloket")),
        format!("contact-points/{}", Made::desk_id("Wijkteam Voorbeeld-Oost", "Doorkiesnummer")),
        format!("persons/{}", PersonId::from_key("Wia Verzonnen")),
    ];
    let insiders = ["administrator", "professional:voorbeeldstad", "facilitator:voorbeeldstad"];
    for viewer in insiders.into_iter().chain(["visitor", "adviser", "professional:elders", "facilitator:elders"]) {
        let counter = counter_of(viewer);
        let unseen = hidden.iter().chain(of_others.iter().filter(|_| !insiders.contains(&viewer)));
        for what in unseen {
            let (noun, id) = what.split_once('/').expect("a noun and an id");
            for headers in
                [&[][..], &[("if-none-match", "*")], &[("if-none-match", tag.as_str())], &[("accept", "text/vcard; version=3.0")]]
            {
                let asked = async |id: &str| {
                    let answer = get(&counter, &format!("/v1/{noun}/{id}/vcard"), headers).await;
                    (answer.status, format!("{:?} {}", answer.headers, answer.body).replace(id, "ID"))
                };
                let absent = ContactPointId::from_key("not there").to_string();
                let told = asked(id).await;
                assert_eq!(told.0, 404, "{viewer}: {what}");
                assert_eq!(told, asked(&absent).await, "{viewer}: {what}");
                assert!(!told.1.contains("etag"), "{viewer}: {what}");
            }
        }
    }
}

#[tokio::test]
async fn the_call_card_comes_for_a_browser_and_for_a_printer() {
    let counter = counter();
    let path = "/v1/coalitions/voorbeeldstad/call-card";
    for (size, language, name) in
        [("a4", "nl", "belkaart"), ("wallet", "nl", "zakkaart"), ("a4", "en", "call-card"), ("wallet", "en", "wallet-card")]
    {
        let page = get(&counter, &format!("{path}?size={size}&format=html&language={language}"), &[]).await;
        assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
        assert!(page.body.contains("https://kaart.example/wie/voorbeeldstad") && page.body.contains("tel:+31710000001"));
        assert_eq!(page.header("content-disposition"), format!("inline; filename=\"voorbeeldstad-{name}.html\""));
        assert!(page.header("content-security-policy").starts_with("default-src 'none'"));
        let seen = page.header("etag").to_owned();
        let again =
            get(&counter, &format!("{path}?size={size}&format=html&language={language}"), &[("if-none-match", &seen)]).await;
        assert_eq!(again.status, 304);
        let print = get(&counter, &format!("{path}?size={size}&language={language}"), &[("accept", "application/pdf")]).await;
        if print.status == 503 {
            assert!(print.body.contains("fonts-noto-core"), "names the package");
        } else {
            assert!(print.status == 200 && print.body.starts_with("%PDF-"));
            assert_eq!(print.header("content-disposition"), format!("attachment; filename=\"voorbeeldstad-{name}.pdf\""));
            assert_ne!(print.header("etag"), seen);
        }
    }
    assert_eq!(get(&counter, path, &[("accept", "image/png")]).await.status, 406);
    assert_eq!(get(&counter, &format!("{path}?size=a5"), &[]).await.status, 400);
    assert_eq!(get(&counter, "/v1/coalitions/nergens/call-card", &[]).await.status, 404);
}

#[tokio::test]
async fn a_card_with_another_address_of_the_pages_is_another_card() {
    let path = "/v1/coalitions/voorbeeldstad/call-card?format=html";
    let places = [None, Some("https://kaart.example"), Some("https://Kaart.example"), Some("http://[::1]:8080/a%20b")];
    let mut tags: Vec<String> = Vec::new();
    for pages in places {
        let counter = counter_at("administrator", pages);
        let page = get(&counter, path, &[]).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.body.contains("<svg"), pages.is_some());
        assert!(!page.body.contains("127.0.0.1") && !page.body.contains("localhost"));
        assert!(pages.is_none_or(|pages| page.body.contains(&format!("{pages}/wie/voorbeeldstad"))));
        for old in &tags {
            assert_eq!(get(&counter, path, &[("if-none-match", old)]).await.status, 200, "{pages:?}: {old}");
        }
        let own = page.header("etag").to_owned();
        assert_eq!(get(&counter, path, &[("if-none-match", &own)]).await.status, 304);
        tags.push(own);
    }
}
