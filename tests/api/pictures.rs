//! Pictures of a comparison and of a measure over time.

use super::Counter;

const ALL: [&str; 5] = ["small-multiples", "dots", "funnel", "kinds", "tree"];

#[tokio::test]
async fn every_picture_is_drawn_for_screen_and_phone_in_both_languages() {
    let counter = Counter::open();
    for picture in ALL {
        for query in ["", "coalition=delft&coalition=leiden&coalition=zeist"] {
            for (width, language) in [("wide", "nl"), ("slim", "en")] {
                let path = format!("/v1/comparison-pictures/{picture}?format=svg&width={width}&language={language}&{query}");
                let drawn = counter.get(&path).await.is(200);
                assert_eq!(drawn.header("content-type"), "image/svg+xml");
                assert!(drawn.header("content-security-policy").starts_with("default-src 'none'"), "{path}");
                let text = String::from_utf8(drawn.body.to_vec()).expect("text");
                assert!(text.contains(&format!("lang=\"{language}\"")) && text.contains("<title"), "{path}");
            }
        }
    }
}

#[tokio::test]
async fn dots_hold_the_numbers_of_the_comparison_in_the_order_asked() {
    let counter = Counter::open();
    let asked = serde_json::json!({"coalitions": ["zeist", "delft", "leiden"]});
    let table = counter.json("POST", "/v1/comparisons", &[], &asked).await.is(200).json();
    let rows = table["measures"].as_array().expect("rows");
    for row in rows {
        let measure = row["name"].as_str().expect("a name");
        let path = format!(
            "/v1/comparison-pictures/dots?coalition=zeist&coalition=delft&coalition=leiden&others=false&format=svg&measure={measure}"
        );
        let svg = String::from_utf8(counter.get(&path).await.is(200).body.to_vec()).expect("text");
        let points: Vec<&str> = svg.split("<g class=\"point\"").skip(1).map(|it| it.split('>').next().unwrap_or("")).collect();
        let cells = row["cells"].as_array().expect("cells");
        let shown = |cell: &serde_json::Value| ["value", "low", "high"].iter().any(|name| cell[name].is_number());
        if !cells.iter().any(shown) {
            assert!(points.is_empty(), "{measure}: nothing to draw is a sentence");
            continue;
        }
        assert_eq!(points.len(), 3, "{measure}");
        for ((point, cell), id) in points.iter().zip(cells).zip(["zeist", "delft", "leiden"]) {
            assert!(point.contains(&format!("data-coalition=\"{id}\"")), "{measure}: {point}");
            for name in ["value", "low", "high", "expected"] {
                let drawn = point.split(&format!(" data-{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
                let drawn: Option<f64> = drawn.map(|text| text.parse().expect("a number"));
                assert_eq!(drawn, cell[name].as_f64(), "{measure} of {id}: {name}");
            }
        }
    }
}

#[tokio::test]
async fn wrong_values_are_all_named() {
    let counter = Counter::open();
    let path = "/v1/comparison-pictures/dots?format=png&width=huge&language=fr&asOf=gisteren&others=some&page=2";
    let named: Vec<_> = counter.get(path).await.problem(400).errors.into_iter().filter_map(|it| it.parameter).collect();
    for name in ["format", "width", "language", "asOf", "others", "page"] {
        assert!(named.iter().any(|it| it == name), "{name} in {named:?}");
    }
    let path = "/v1/comparison-pictures/dots?format=svg&coalition=delf&coalition=gouda&coalition=delft&measure=crossDencity";
    let named: Vec<_> = counter.get(path).await.problem(400).errors.into_iter().filter_map(|it| it.parameter).collect();
    assert_eq!(named, ["coalition", "coalition", "measure"]);
    let unknown = counter.get("/v1/comparison-pictures/pie?format=svg").await.problem(400);
    assert_eq!(unknown.errors[0].parameter.as_deref(), Some("picture"));
    counter.ask("GET", "/v1/comparison-pictures/dots", &["accept: text/html"], "").await.problem(406);
}

#[tokio::test]
async fn small_maps_have_a_limit_on_a_screen() {
    let counter = Counter::with(&[("KL_PICTURE_MAPS_MAX", "3")]);
    let told = counter.get("/v1/comparison-pictures/small-multiples?format=svg").await.problem(400);
    assert_eq!(told.errors[0].parameter.as_deref(), Some("coalition"));
    assert!(told.errors[0].detail.contains("KL_PICTURE_MAPS_MAX"), "{}", told.errors[0].detail);
    let three = "/v1/comparison-pictures/small-multiples?format=svg&coalition=delft&coalition=leiden&coalition=zeist";
    let svg = String::from_utf8(counter.get(three).await.is(200).body.to_vec()).expect("text");
    let order: Vec<usize> = ["delft", "leiden", "zeist"]
        .iter()
        .map(|id| svg.find(&format!("href=\"/coalities/{id}/kaart\"")).expect("a link to the large map"))
        .collect();
    assert!(order.is_sorted());
}

#[tokio::test]
async fn a_picture_is_known_by_its_tag_until_one_of_its_coalitions_changes() {
    let counter = Counter::open();
    let path = "/v1/comparison-pictures/kinds?format=svg&coalition=delft&coalition=leiden";
    let first = counter.get(path).await.is(200);
    let seen = format!("if-none-match: {}", first.header("etag"));
    counter.ask("GET", path, &[&seen], "").await.is(304);
    assert_ne!(counter.get(&format!("{path}&width=slim")).await.is(200).header("etag"), first.header("etag"));
    let coverage = |coalition: &str| serde_json::json!({"coalition": coalition, "scope": "lines", "complete": false});
    counter.json("POST", "/v1/coverages", &[], &coverage("zeist")).await.is(201);
    counter.ask("GET", path, &[&seen], "").await.is(304);
    counter.json("POST", "/v1/coverages", &[], &coverage("leiden")).await.is(201);
    assert_ne!(counter.ask("GET", path, &[&seen], "").await.is(200).header("etag"), first.header("etag"));
}

#[tokio::test]
async fn on_paper_it_is_made_where_the_fonts_are_and_else_the_package_is_named() {
    let counter = Counter::open();
    for picture in ["small-multiples", "kinds"] {
        let answer = counter.get(&format!("/v1/comparison-pictures/{picture}?format=pdf")).await;
        if answer.status == 503 {
            assert!(answer.problem(503).detail.contains("fonts-noto-core"), "names the package");
        } else {
            let answer = answer.is(200);
            assert_eq!(answer.header("content-type"), "application/pdf");
            assert!(answer.body.starts_with(b"%PDF-"));
        }
    }
}

#[tokio::test]
async fn a_measure_over_time_is_a_picture() {
    let counter = Counter::open();
    for id in ["aalsmeer", "delft"] {
        for width in ["wide", "slim"] {
            let path = format!("/v1/coalitions/{id}/timeline-picture?format=svg&width={width}&measure=density");
            let drawn = counter.get(&path).await.is(200);
            let seen = format!("if-none-match: {}", drawn.header("etag"));
            counter.ask("GET", &path, &[&seen], "").await.is(304);
            assert!(String::from_utf8(drawn.body.to_vec()).expect("text").contains("role=\"group\""));
        }
    }
    let wrong = counter.get("/v1/coalitions/delft/timeline-picture?format=svg&measure=beauty").await.problem(400);
    assert_eq!(wrong.errors[0].parameter.as_deref(), Some("measure"));
    counter.get("/v1/coalitions/gouda/timeline-picture?format=svg").await.problem(404);
}

/// Writes the pictures of the shipped coalitions to a folder, to be looked at:
/// `LOOK=/tmp/look cargo test --test main api::pictures::writes -- --ignored`.
#[tokio::test]
#[ignore = "writes pictures for a person to look at"]
async fn writes_pictures() {
    let folder = std::path::PathBuf::from(std::env::var_os("LOOK").expect("LOOK names a folder"));
    let counter = Counter::open();
    for picture in ALL {
        for (name, query) in [("nine", ""), ("three", "&coalition=delft&coalition=leiden&coalition=zeist")] {
            for (form, width) in [("svg", "wide"), ("svg", "slim"), ("pdf", "wide")] {
                let path = format!("/v1/comparison-pictures/{picture}?format={form}&width={width}&measure=members{query}");
                let path = if picture == "funnel" { path.replace("members", "density") } else { path };
                let drawn = counter.get(&path).await.is(200);
                std::fs::write(folder.join(format!("{picture}-{name}-{width}.{form}")), &drawn.body).expect("written");
            }
        }
    }
    for width in ["wide", "slim"] {
        let path = format!("/v1/coalitions/aalsmeer/timeline-picture?format=svg&width={width}&measure=members");
        let drawn = counter.get(&path).await;
        std::fs::write(folder.join(format!("timeline-{width}.svg")), &drawn.body).expect("written");
    }
}
