//! The map of a coalition as a picture.

use super::Counter;

/// The forms that need no other program, and how their files start.
const FORMS: [(&str, &str, &str); 2] = [("svg", "image/svg+xml", "<"), ("dot", "text/vnd.graphviz", "graph")];

#[tokio::test]
async fn every_coalition_has_a_map_in_both_widths_and_languages() {
    let counter = Counter::open();
    let list = counter.get("/v1/coalitions").await.json();
    for id in list.as_array().expect("a list").iter().filter_map(|row| row["id"].as_str()) {
        for (width, language) in [("wide", "nl"), ("slim", "nl"), ("wide", "en")] {
            let path = format!("/v1/coalitions/{id}/map?format=svg&width={width}&language={language}");
            let map = counter.get(&path).await.is(200);
            assert_eq!(map.header("content-type"), "image/svg+xml");
            assert!(map.header("content-security-policy").starts_with("default-src 'none'"));
            let text = String::from_utf8(map.body.to_vec()).expect("text");
            assert!(text.contains("<svg") && text.trim_end().ends_with("</svg>"), "{path}");
        }
    }
}

#[tokio::test]
async fn the_form_is_what_accept_asks_unless_the_address_says_so() {
    let counter = Counter::open();
    let map = "/v1/coalitions/delft/map";
    for (form, kind, start) in FORMS {
        let by_accept = counter.ask("GET", map, &[&format!("accept: {kind}")], "").await.is(200);
        let by_name = counter.ask("GET", &format!("{map}?format={form}"), &["accept: text/html"], "").await.is(200);
        assert_eq!((by_accept.header("content-type"), &by_accept.body), (by_name.header("content-type"), &by_name.body));
        let text = String::from_utf8_lossy(&by_accept.body).into_owned();
        assert!(
            text.trim_start_matches("strict ").trim_start_matches("di").starts_with(start),
            "{form}: {}",
            &text[..text.len().min(80)]
        );
        assert_eq!(by_accept.header("vary"), "accept, accept-language");
    }
    counter.ask("GET", map, &["accept: text/html"], "").await.problem(406);
    let problem = counter.get(&format!("{map}?format=gif&width=huge&language=fr&asOf=x&zoom=2")).await.problem(400);
    let named: Vec<_> = problem.errors.into_iter().filter_map(|error| error.parameter).collect();
    assert_eq!(named, ["format", "width", "language", "asOf", "zoom"]);
    counter.get("/v1/coalitions/gouda/map").await.problem(404);
}

#[tokio::test]
async fn a_map_is_drawn_once_for_a_version_and_again_after_a_change() {
    let counter = Counter::with(&[("KL_MAP_CACHE_ENTRIES_MAX", "2")]);
    let map = "/v1/coalitions/leiden/map?format=svg";
    let first = counter.get(map).await.is(200);
    assert_eq!(counter.get(map).await.is(200).body, first.body, "the same bytes");
    let seen = format!("if-none-match: {}", first.header("etag"));
    counter.ask("GET", map, &[&seen], "").await.is(304);

    for id in ["delft", "zeist", "almere"] {
        counter.get(&format!("/v1/coalitions/{id}/map?format=svg")).await.is(200);
    }
    assert_eq!(counter.get(map).await.is(200).body, first.body, "drawn again, the same bytes");

    let coverage = serde_json::json!({"coalition": "leiden", "scope": "lines", "complete": false});
    counter.json("POST", "/v1/coverages", &[], &coverage).await.is(201);
    let after = counter.ask("GET", map, &[&seen], "").await.is(200);
    assert_ne!(after.header("etag"), first.header("etag"));
}

#[tokio::test]
async fn who_cannot_be_helped_by_waiting_is_not_told_to_come_back() {
    // Either Graphviz is not here, or every print is too large.
    let counter = Counter::with(&[("KL_PRINT_BYTES_MAX", "100")]);
    let answer = counter.get("/v1/coalitions/leiden/map?format=png").await;
    assert_eq!(answer.header("retry-after"), "");
    answer.problem(503);
}

#[tokio::test]
async fn a_page_on_paper_is_made_where_graphviz_is_and_else_the_package_is_named() {
    let counter = Counter::open();
    for (form, start) in [("png", &b"\x89PNG"[..]), ("pdf", &b"%PDF"[..])] {
        let answer = counter.get(&format!("/v1/coalitions/leiden/map?format={form}")).await;
        if answer.status == 503 {
            assert!(answer.problem(503).detail.contains("graphviz"), "names the package");
        } else {
            assert!(answer.is(200).body.starts_with(start), "{form}");
        }
    }
}

#[tokio::test]
async fn who_chooses_the_sides_sees_them_left_and_right_and_reads_which_they_are() {
    let counter = Counter::open();
    let map = |query: &'static str| {
        let counter = counter.clone();
        async move {
            let answer = counter.get(&format!("/v1/coalitions/delft/map?format=svg&language=nl{query}")).await.is(200);
            String::from_utf8_lossy(&answer.body).into_owned()
        }
    };
    let (plain, chosen) = (map("").await, map("&sides=governance:public_health").await);
    assert!(plain.contains("tussen medisch en sociaal") && !plain.contains("gekozen kanten"));
    assert!(chosen.contains("lijnen tussen de gekozen kanten") && chosen.contains("Kanten: bestuur en financiering tegenover"));
    // The insurer stands left of the municipal health service now, and right of nobody.
    let x = |svg: &str, name: &str| -> f64 {
        let card = svg.split("<a ").find(|card| card.contains(name)).expect(name);
        let at = card.split(" x=\"").nth(1).and_then(|it| it.split('"').next()).expect("a place");
        at.parse().expect("a number")
    };
    assert!(x(&chosen, "DSW zorgverzekeraar") < x(&chosen, "GGD Haaglanden"));
    assert!(x(&chosen, "DSW zorgverzekeraar") < x(&plain, "DSW zorgverzekeraar"), "it stood in the middle");
}

#[tokio::test]
async fn what_changed_since_a_day_is_drawn_in_every_form_and_never_passes_for_the_map_of_one_day() {
    let counter = Counter::open();
    let map = "/v1/coalitions/leiden/map";
    let plain = counter.get(&format!("{map}?format=svg")).await.is(200);
    for (form, kind, start) in FORMS {
        let answer = counter.get(&format!("{map}?format={form}&since=2015-01-01")).await.is(200);
        let text = String::from_utf8_lossy(&answer.body).into_owned();
        assert!(answer.header("content-type") == kind && text.trim_start_matches("strict ").starts_with(start), "{form}");
        assert!(text.contains("1 januari 2015"), "both days stand in the title");
    }
    let mut tags = vec![plain.header("etag").to_owned()];
    for query in ["", "&show=since", "&show=asOf", "&width=slim", "&rule=confirmed"] {
        let answer = counter.get(&format!("{map}?format=svg&since=2015-01-01{query}")).await.is(200);
        tags.push(answer.header("etag").to_owned());
        let seen = format!("if-none-match: {}", answer.header("etag"));
        counter.ask("GET", &format!("{map}?format=svg&since=2015-01-01{query}"), &[&seen], "").await.is(304);
    }
    let all = tags.len();
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), all, "each has a tag of its own");
    for form in ["png", "pdf"] {
        let answer = counter.get(&format!("{map}?format={form}&since=2015-01-01")).await;
        assert!(answer.status == 200 || answer.status == 503, "{form}");
    }
}

#[tokio::test]
async fn a_day_to_compare_with_is_read_and_must_lie_before() {
    let counter = Counter::open();
    let map = "/v1/coalitions/leiden/map?format=svg";
    let problem = counter.get(&format!("{map}&since=gisteren&show=both")).await.problem(400);
    let named: Vec<_> = problem.errors.into_iter().filter_map(|error| error.parameter).collect();
    assert_eq!(named, ["since", "show"]);
    let late = counter.get(&format!("{map}&since=2030-01-01")).await.problem(400);
    assert_eq!(late.errors[0].parameter.as_deref(), Some("since"));
    let alone = counter.get(&format!("{map}&show=since")).await.problem(400);
    assert_eq!(alone.errors[0].parameter.as_deref(), Some("show"));
}
