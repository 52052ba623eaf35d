//! A made-up coalition with desks, confirmed lines and an old number, as each role sees it.

use super::*;
use crate::api::support::now;
use kortelijnen::live::Actor;
use kortelijnen::model::Change;

pub(super) const PLACE: &str = "proefstad";

pub(super) fn id(noun: &str, number: u8) -> String {
    format!("0193a5b0-0000-7000-8000-0000000{noun:0>3}{number:02}")
}

pub(super) fn org(number: u8) -> Value {
    json!({"organisation": id("10", number)})
}

/// A desk of a partner, seen in the coalition unless `more` says otherwise.
pub(super) fn desk(number: u8, at: u8, name: &str, phone: &str, more: Value) -> Value {
    let mut desk =
        json!({"id": id("16", number), "organisation": id("10", at), "coalition": PLACE, "name": name, "phone": phone});
    desk.as_object_mut().expect("an object").extend(more.as_object().expect("fields").clone());
    json!({"contact_point": desk})
}

/// Puts records into the register.
pub(super) fn put(counter: &Counter, records: Vec<Value>) {
    let put =
        |it: Value| serde_json::from_value::<Change>(json!({"put": it.clone()})).unwrap_or_else(|error| panic!("{error}: {it}"));
    counter.1.live.write(Actor::LOCAL, now(), &[], records.into_iter().map(put).collect()).expect("it fits");
}

/// A midwifery practice that works with social work, which works with debt relief; both lines are told by both sides.
fn made_up(counter: &Counter) {
    let mut changes = vec![json!({"coalition": {"id": PLACE, "name": "Proefstad", "phase": "running"}})];
    for (number, name, kind) in [
        (1, "Praktijk Wolkenrand", "verloskundigenpraktijk"),
        (2, "Huis Kompas", "maatschappelijk-werk"),
        (3, "Geldloket Zeewind", "schuldhulpverlening"),
        (4, "Gemeente Proefstad", "gemeente"),
        (5, "Praktijk Duinpan", "verloskundigenpraktijk"),
    ] {
        changes
            .push(json!({"organisation": {"id": id("10", number), "name": name, "kinds": [{"kind": kind, "basis": "stated"}]}}));
        changes.push(
            json!({"membership": {"id": id("11", number), "coalition": PLACE, "party": org(number), "status": "participating"}}),
        );
    }
    for (number, name, title) in
        [(1, "Wilma Wolk", "verloskundige"), (2, "Karel Kompasroos", "teamleider"), (3, "Zeger Zwijg", "adviseur")]
    {
        let visibility = if number == 3 { "hidden" } else { "coalition" };
        changes.push(json!({"person": {"id": id("12", number), "name": name, "visibility": visibility}}));
        changes.push(json!({"position": {"id": id("13", number), "person": id("12", number), "organisation": id("10", number), "title": title}}));
        changes.push(json!({"membership": {"id": id("14", number), "coalition": PLACE, "party": {"person": id("12", number)}, "status": "participating"}}));
    }
    let line = |number: u8, a: u8, b: u8, by: u8, date: &str| {
        json!({"claim": {"id": id("15", number), "coalition": PLACE, "scope": {"pair": [org(a), org(b)]}, "stance": "asserted",
            "kind": "works-with", "speaker": org(by), "date": date}})
    };
    changes.extend([
        line(1, 1, 2, 1, "2026-05"),
        line(2, 1, 2, 2, "2026-05"),
        line(3, 2, 3, 2, "2026-03"),
        line(4, 2, 3, 3, "2026-03"),
    ]);
    changes.push(desk(
        1,
        3,
        "Aanmeldloket",
        "(0800) 555 01",
        json!({"mail": "aanmelden@zeewind.example", "needs": ["schulden"],
        "open": "Mo-Fr 09:00-12:00", "refer": "Bel samen met de vrouw.", "languages": ["nl", "ar"], "checked": "2026-11-03",
        "checkedBy": org(4)}),
    ));
    changes.push(desk(2, 2, "Balie Kompas", "071 555 02 02", json!({"checked": "2025-09-20"})));
    changes.push(desk(3, 3, "Mobiel van Zwijg", "06 5550 3033", json!({"visibility": "hidden"})));
    changes.push(desk(4, 3, "Lijn voor ouders Zeewind", "071 555 04 04", json!({"audience": "parents", "visibility": "public"})));
    put(counter, changes);
}

pub(super) fn counter(viewer: &str) -> Counter {
    let counter = Counter::with(&[("KL_VIEWER", viewer)]);
    made_up(&counter);
    counter
}

fn from_practice() -> Value {
    json!({"coalition": PLACE, "need": "schulden", "from": {"organisation": "Praktijk Wolkenrand"}})
}

#[tokio::test]
async fn the_desk_comes_first_and_then_a_line_of_confirmed_steps() {
    let answer = who(&counter("professional:proefstad"), from_practice()).await;
    assert_eq!(names(&answer), ["Geldloket Zeewind", "Huis Kompas"]);
    let first = &answer["answers"][0];
    let desk = &first["contact"];
    assert_eq!(
        (&desk["name"], &desk["audience"], &desk["freshness"]),
        (&json!("Aanmeldloket"), &json!("professionals"), &json!("fresh"))
    );
    assert_eq!(nl(&desk["freshnessWords"]), "Gecontroleerd op 3 november 2026, door Gemeente Proefstad.");
    assert_eq!(nl(&desk["hours"]), "Maandag tot en met vrijdag, 9.00 – 12.00 uur");
    assert_eq!(desk["open"][0], json!({"day": 0, "from": 540, "until": 720}));
    assert_eq!(desk["mail"], json!({"text": "aanmelden@zeewind.example", "href": "mailto:aanmelden@zeewind.example"}));
    assert_eq!(
        (desk["languages"][1]["words"]["nl"].as_str(), &desk["refer"]),
        (Some("Arabisch"), &json!("Bel samen met de vrouw."))
    );
    assert_eq!(desk["vcard"], format!("/v1/contact-points/{}/vcard", id("16", 1)));
    assert_eq!(first["others"][0]["audience"], "parents", "the number for parents stands behind the desk");
    let line = &first["line"];
    assert_eq!((&line["state"], nl(&line["heading"])), (&json!("confirmed"), "Uw kortste lijn: via Huis Kompas"));
    let steps = line["steps"].as_array().expect("steps");
    let marks: Vec<&str> = steps.iter().filter_map(|it| it["mark"].as_str()).collect();
    assert_eq!(marks, ["you", "through", "target"]);
    assert_eq!(nl(&steps[1]["by"]["words"]), "Werkt samen met u. Beide kanten zeggen het, mei 2026.");
    assert_eq!(nl(&steps[2]["by"]["words"]), "Werkt samen met Huis Kompas. Beide kanten zeggen het, maart 2026.");
    assert_eq!(steps[1]["by"]["claims"].as_array().map(Vec::len), Some(2));
    assert_eq!(nl(&line["introducer"]["words"]), "Vraag Huis Kompas om u voor te stellen.");
    let next: Vec<&str> = first["next"].as_array().expect("what to do").iter().map(nl).collect();
    assert_eq!(next, ["Bel Aanmeldloket: (0800) 555 01.", "Vraag Huis Kompas om u voor te stellen."]);
    assert_eq!(
        nl(&first["reason"]),
        "Staat bovenaan: heeft een loket voor schulden en armoede, hoort bij coalitie Proefstad en het nummer is pas gecontroleerd."
    );
    assert!(answer["elsewhere"].is_null() && answer["nobody"].is_null());
}

#[tokio::test]
async fn an_old_number_is_shown_as_old() {
    let answer = who(&counter("professional:proefstad"), from_practice()).await;
    let second = &answer["answers"][1];
    assert_eq!(second["contact"]["freshness"], "stale");
    assert_eq!(nl(&second["contact"]["freshnessWords"]), "Lang niet gecontroleerd: voor het laatst op 20 september 2025.");
    let next: Vec<&str> = second["next"].as_array().expect("what to do").iter().map(nl).collect();
    assert!(next.contains(&"Vraag of het nummer nog klopt."), "{next:?}");
    assert!(nl(&second["reason"]).starts_with("Staat lager: "), "{}", second["reason"]);
}

#[tokio::test]
async fn who_asks_for_their_own_is_told_so_and_who_says_nothing_is_asked() {
    let counter = counter("professional:proefstad");
    let own =
        who(&counter, json!({"coalition": PLACE, "kind": "schuldhulpverlening", "from": {"organisation": id("10", 3)}})).await;
    assert_eq!(own["answers"][0]["line"]["state"], "same");
    let silent = who(&counter, json!({"coalition": PLACE, "need": "schulden"})).await;
    assert_eq!(silent["answers"][0]["line"]["state"], "nobody");
    assert!(nl(&silent["from"]["words"]).starts_with("Zeg wie u bent"), "{}", silent["from"]);
    // Of two practices of the kind only one has the line, and that is said.
    let kind = who(&counter, json!({"coalition": PLACE, "need": "schulden", "from": {"kind": MIDWIFE}})).await;
    let start = nl(&kind["answers"][0]["line"]["steps"][0]["words"]);
    assert_eq!(start, "U, als verloskundige (de lijn begint bij Praktijk Wolkenrand)");
}

#[tokio::test]
async fn each_role_gets_what_is_theirs_and_no_more() {
    for (viewer, desk, people) in [
        ("administrator", true, true),
        ("facilitator:proefstad", true, true),
        ("professional:proefstad", true, true),
        ("professional:leiden", false, false),
        ("adviser", false, false),
        ("visitor", false, false),
    ] {
        let counter = counter(viewer);
        let mut texts = String::new();
        for body in [
            from_practice(),
            json!({"coalition": PLACE, "need": "schulden"}),
            json!({"coalition": PLACE, "text": "Kompasroos"}),
            json!({"coalition": PLACE, "text": "Zwijg"}),
            json!({"coalition": PLACE, "text": "Mobiel"}),
            json!({"coalition": PLACE, "kind": "maatschappelijk-werk", "from": {"kind": MIDWIFE}}),
            json!({"coalition": PLACE, "person": id("12", 3)}),
            json!({"coalition": PLACE, "need": "schulden", "from": {"person": id("12", 3)}}),
            json!({"coalition": PLACE, "contactPoint": id("16", 3)}),
        ] {
            // What somebody typed is told back to them alone.
            let answer = String::from_utf8_lossy(&send(&counter, &body).await.body).into_owned();
            texts += &body["text"].as_str().map_or(answer.clone(), |text| answer.replace(&format!("\"text\":\"{text}\""), ""));
        }
        for text in ["Zw", "Mob", "Komp", "Lijn", "Aanm"] {
            let body = json!({"text": text, "coalition": PLACE});
            texts += &String::from_utf8_lossy(&counter.json("POST", "/v1/who-to-call/suggestions", &[], &body).await.body);
        }
        for hidden in ["Zeger", "Zwijg", "5550 3033", "55503033", &id("12", 3), &id("16", 3)] {
            assert!(!texts.contains(hidden), "{viewer}: {hidden}");
        }
        assert_eq!(texts.contains("Aanmeldloket"), desk, "{viewer}: the desk of the coalition");
        assert_eq!(texts.contains("Kompasroos"), people, "{viewer}: people of the coalition");
        assert!(texts.contains("Lijn voor ouders Zeewind"), "{viewer}: what is public");
    }
}

#[tokio::test]
async fn an_edit_is_seen_in_the_next_answer() {
    let counter = counter("administrator");
    let ask = || who(&counter, json!({"coalition": PLACE, "need": "schulden"}));
    assert_eq!(ask().await["answers"][0]["contact"]["name"], "Aanmeldloket");
    assert_eq!(ask().await["answers"][0]["contact"]["name"], "Aanmeldloket", "kept");
    let desk = format!("/v1/contact-points/{}", id("16", 1));
    let found = counter.get(&desk).await.is(200);
    let (seen, mut record) = (format!("if-match: {}", found.header("etag")), found.json());
    record["name"] = json!("Loket Nieuwe Naam");
    counter.json("PUT", &desk, &[&seen], &record).await.is(200);
    assert_eq!(ask().await["answers"][0]["contact"]["name"], "Loket Nieuwe Naam");
    let typed = who(&counter, json!({"coalition": PLACE, "text": "Loket Nieuwe Naam"})).await;
    assert_eq!(names(&typed), ["Geldloket Zeewind"], "the search box knows it too");
}
