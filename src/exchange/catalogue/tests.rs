//! The shipped catalogue against the facts written out by hand, and every error with its file and line.

use super::*;
use std::collections::BTreeSet;

fn catalogue() -> Catalogue {
    shipped().unwrap_or_else(|errors| panic!("{}", errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")))
}

fn codes_where(fits: impl Fn(&PartnerKind) -> bool) -> BTreeSet<String> {
    catalogue().kinds.iter().filter(|kind| fits(kind)).map(|kind| kind.code.to_string()).collect()
}

fn set(codes: &str) -> BTreeSet<String> {
    codes.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn the_shipped_catalogue_loads_whole() {
    let catalogue = catalogue();
    assert_eq!(catalogue.norm.version, "2026-1");
    assert_eq!(catalogue.kinds.len(), 51);
    assert_eq!(catalogue.needs.len(), 20);
    assert_eq!(catalogue.interventions.len(), 18);
    assert_eq!(catalogue.links.len(), 9);
    assert!((1..=24).all(|number| catalogue.sources.contains_key(&format!("K{number}"))));
    assert!((1..=4).all(|number| catalogue.sources.contains_key(&format!("R{number}"))));
}

#[test]
fn the_norm_holds_every_expected_line_with_its_weight_and_bridges() {
    // The table of expected lines, a row for every finder and helper.
    const MIDWIFE: &str = "verloskundigenpraktijk";
    let table: &[(&str, &str, &str, &str)] = &[
        (MIDWIFE, "schuldhulpverlening", "core", "wijkteam jgz knooppunt"),
        ("jgz", "schuldhulpverlening", "core", "wijkteam"),
        ("kraamzorg", "schuldhulpverlening", "often", "wijkteam"),
        ("huisarts", "schuldhulpverlening", "often", "jgz"),
        ("gynaecologie", "schuldhulpverlening", "often", "medisch-maatschappelijk-werk"),
        (MIDWIFE, "wijkteam", "core", "jgz cjg knooppunt"),
        ("kraamzorg", "wijkteam", "core", "jgz cjg knooppunt"),
        ("gynaecologie", "wijkteam", "core", "jgz cjg knooppunt medisch-maatschappelijk-werk pop-poli"),
        ("huisarts", "wijkteam", "core", "jgz cjg knooppunt"),
        ("jgz", "wijkteam", "core", "cjg knooppunt"),
        (MIDWIFE, "jgz", "core", ""),
        ("kraamzorg", "jgz", "core", ""),
        ("gynaecologie", "jgz", "often", MIDWIFE),
        ("huisarts", "jgz", "often", "cjg"),
        (MIDWIFE, "welzijn", "often", "wijkteam jgz cjg"),
        ("jgz", "welzijn", "often", "wijkteam cjg"),
        ("kraamzorg", "home-start", "often", "welzijn cjg"),
        ("kraamzorg", "buurtgezinnen", "often", "welzijn cjg"),
        ("kraamzorg", "moedermentor", "often", "welzijn cjg"),
        ("kraamzorg", "vrijwilligersorganisatie", "often", "welzijn cjg"),
        ("jgz", "home-start", "often", "welzijn cjg"),
        ("jgz", "buurtgezinnen", "often", "welzijn cjg"),
        ("jgz", "moedermentor", "often", "welzijn cjg"),
        ("jgz", "vrijwilligersorganisatie", "often", "welzijn cjg"),
        (MIDWIFE, "ggz", "often", "pop-poli huisarts"),
        ("gynaecologie", "ggz", "often", "pop-poli huisarts"),
        (MIDWIFE, "verslavingszorg", "often", "pop-poli huisarts"),
        ("gynaecologie", "verslavingszorg", "often", "pop-poli huisarts"),
        (MIDWIFE, "pop-poli", "often", "gynaecologie"),
        (MIDWIFE, "ggd", "often", "jgz"),
        ("huisarts", "ggd", "often", "jgz"),
        ("wijkteam", "schuldhulpverlening", "core", ""),
        ("wijkteam", "woningcorporatie", "often", ""),
        ("wijkteam", "welzijn", "often", ""),
        ("wijkteam", "maatschappelijk-werk", "often", ""),
        ("kinderopvang", "jgz", "often", "cjg"),
        ("voorschoolse-educatie", "jgz", "often", "cjg"),
        ("gemeente", "vsv", "core", ""),
        ("gemeente", "zorgverzekeraar", "often", ""),
    ];
    let lines = catalogue().norm.lines;
    assert_eq!(lines.len(), table.len());
    for (finder, helper, weight, bridges) in table {
        let line = lines.iter().find(|line| line.finder.as_str() == *finder && line.helper.as_str() == *helper);
        let line = line.unwrap_or_else(|| panic!("no line {finder} to {helper}"));
        assert_eq!(line.weight, if *weight == "core" { Expected::Core } else { Expected::Often }, "{}", line.code);
        assert_eq!(line.bridges.iter().map(ToString::to_string).collect::<BTreeSet<_>>(), set(bridges), "{}", line.code);
        let level = if *finder == "gemeente" { Level::Governance } else { Level::Practice };
        assert_eq!(line.level, level, "{}", line.code);
        let debts = *helper == "schuldhulpverlening";
        assert_eq!(line.need.as_ref().is_some_and(|need| need.as_str() == "schulden"), debts, "{}", line.code);
    }
    assert_eq!(lines[0].code, "verloskundigenpraktijk-schuldhulpverlening");
    assert_eq!(lines[0].grounds.sources, ["K11", "K12"]);
}

#[test]
fn the_kinds_stand_on_their_sides() {
    assert_eq!(
        codes_where(|kind| kind.side == Some(Side::Medical) && !kind.umbrella),
        set("verloskundigenpraktijk kraamzorg gynaecologie ziekenhuis kindergeneeskunde huisarts")
    );
    assert_eq!(codes_where(|kind| kind.umbrella), set("vsv"));
    assert_eq!(
        codes_where(|kind| kind.side.is_none() && kind.domain == Domain::Medical),
        set(
            "pop-poli medisch-maatschappelijk-werk ggz infant-mental-health verslavingszorg apotheek-dietist-fysio wijkverpleging"
        )
    );
    assert_eq!(
        codes_where(|kind| kind.side.is_none() && kind.domain != Domain::Medical && !kind.governance),
        set("jgz ggd knooppunt kinderopvang voorschoolse-educatie onderwijs bibliotheek ervaringsdeskundigen")
    );
    assert_eq!(codes_where(|kind| kind.governance), set("gemeente zorgverzekeraar ros kennisinstelling"));
    assert_eq!(codes_where(|kind| kind.bridge), set("pop-poli medisch-maatschappelijk-werk wijkteam cjg jgz knooppunt"));
    let all =
        "verloskundigenpraktijk kraamzorg gynaecologie huisarts jgz kinderopvang wijkteam voorschoolse-educatie wijkverpleging";
    assert_eq!(codes_where(|kind| kind.finder), set(all));
}

#[test]
fn the_core_of_a_coalition_and_who_is_missing_in_the_country() {
    assert_eq!(
        codes_where(|kind| kind.expected == Expected::Core),
        set("verloskundigenpraktijk kraamzorg gynaecologie huisarts vsv jgz ggd wijkteam gemeente schuldhulpverlening welzijn \
             veilig-thuis ervaringsdeskundigen zorgverzekeraar")
    );
    assert_eq!(codes_where(|kind| kind.nationally_missing), set("huisarts ervaringsdeskundigen zorgverzekeraar"));
}

#[test]
fn kinds_stand_by_domain_in_the_order_of_every_list() {
    let domains: Vec<Domain> = catalogue().kinds.iter().map(|kind| kind.domain).collect();
    let places: Vec<_> = domains.iter().map(|domain| Domain::ALL.iter().position(|one| one == domain)).collect();
    assert!(places.is_sorted());
    assert_eq!(catalogue().kind_rank(&KindCode::new("verloskundigenpraktijk").expect("a code")), 0);
}

#[test]
fn link_kinds_fade_by_their_half_life() {
    let found: Vec<_> = catalogue()
        .links
        .iter()
        .map(|link| (link.code.to_string(), link.level == Level::Practice, link.directed, link.half_life_months))
        .collect();
    let expected = [
        ("works-with", true, false, Some(12)),
        ("consults", true, false, Some(24)),
        ("refers-to", true, true, Some(12)),
        ("warm-handover", true, true, Some(12)),
        ("shares-case-meeting", true, false, Some(12)),
        ("delivers-for", true, true, Some(12)),
        ("finances", false, true, None),
        ("agreement", false, false, None),
        ("knows", true, false, Some(12)),
    ];
    assert_eq!(found, expected.map(|(code, practice, directed, months)| (code.to_owned(), practice, directed, months)));
}

#[test]
fn every_row_speaks_dutch_and_english_and_every_need_has_a_helper() {
    let catalogue = catalogue();
    let names = catalogue.kinds.iter().flat_map(|kind| [&kind.name, &kind.people]);
    let names = names.chain(catalogue.needs.iter().map(|need| &need.name));
    let names =
        names.chain(catalogue.interventions.iter().map(|one| &one.name)).chain(catalogue.links.iter().map(|one| &one.name));
    for words in names {
        for language in [Language::Nl, Language::En] {
            assert!(!words.in_language(language).trim().is_empty(), "{words:?}");
        }
    }
    for language in [Language::Nl, Language::En] {
        let distinct: BTreeSet<_> = catalogue.kinds.iter().map(|kind| kind.name.in_language(language)).collect();
        assert_eq!(distinct.len(), catalogue.kinds.len(), "two kinds share a name in {language:?}");
    }
    for need in &catalogue.needs {
        assert!(catalogue.kinds.iter().any(|kind| kind.helper && kind.needs.contains(&need.code)), "{}", need.code);
    }
}

/// A small catalogue without an error: two kinds of each side, a municipality.
fn small(name: &str) -> Option<String> {
    let words = r#"{ nl = "x", en = "y" }"#;
    let kind = |code: &str, rest: &str| {
        format!("[[kind]]\ncode = \"{code}\"\nname = {words}\npeople = {words}\nexpected = \"core\"\n{rest}\nunsourced = true\n")
    };
    let text = match name {
        "sources.toml" => "[[source]]\nkey = \"K1\"\ntitle = \"A page\"\nurl = \"https://example.org\"\n".to_owned(),
        "needs.toml" => format!("[[need]]\ncode = \"debt\"\nname = {words}\nsources = [\"K1\"]\n"),
        "kinds.toml" => [
            kind("midwife", "domain = \"medical\"\nside = \"medical\"\nfinder = true"),
            kind("desk", "domain = \"social\"\nside = \"social\"\nhelper = true\nneeds = [\"debt\"]"),
            kind("town", "domain = \"governance\"\ngovernance = true"),
        ]
        .concat(),
        "links.toml" => {
            format!("[[link]]\ncode = \"knows\"\nname = {words}\nlevel = \"practice\"\nhalfLifeMonths = 12\nunsourced = true\n")
        }
        "interventions.toml" => {
            format!(
                "[[intervention]]\ncode = \"visit\"\nname = {words}\nphases = [\"during\"]\nrunBy = [\"midwife\"]\nunsourced = true\n"
            )
        }
        "norm.toml" => {
            let head = "version = \"1\"\n[[line]]\ncode = \"midwife-desk\"\nfinder = \"midwife\"\nhelper = \"desk\"\n";
            format!("{head}need = \"debt\"\nweight = \"core\"\nlevel = \"practice\"\nbridges = []\nunsourced = true\n")
        }
        _ => return None,
    };
    Some(format!("format = 1\n{text}"))
}

/// Errors of the small catalogue after one text in one file was replaced by another.
fn after(file: &str, from: &str, to: &str) -> Vec<CatalogueError> {
    let original = small(file).expect("a file of the catalogue");
    assert!(original.contains(from), "{file} does not hold {from}");
    read(|name| if name == file { Some(original.replacen(from, to, 1)) } else { small(name) }).err().unwrap_or_default()
}

#[track_caller]
fn assert_one(errors: &[CatalogueError], file: &str, row: Option<usize>, what: Option<&str>, reason: CatalogueProblem) {
    let [error] = errors else { panic!("expected one error, found {errors:#?}") };
    assert_eq!((error.file, error.row, error.what.as_deref(), &error.reason), (file, row, what, &reason));
}

#[test]
fn the_small_catalogue_has_no_error() {
    let catalogue = read(small).expect("no errors");
    assert_eq!(catalogue.kinds.len(), 3);
    assert_eq!(catalogue.norm.lines.len(), 1);
}

// Lines in kinds.toml: midwife begins at 2, desk at 11, town at 21.
#[test]
fn errors_of_a_file_as_a_whole() {
    use CatalogueProblem::*;
    let missing = read(|name| if name == "links.toml" { None } else { small(name) }).expect_err("an error was planted");
    assert_one(&missing, "links.toml", None, None, MissingFile);
    assert_one(&after("kinds.toml", "format = 1\n", ""), "kinds.toml", None, None, NoFormat);
    assert_one(&after("kinds.toml", "format = 1", "format = 2"), "kinds.toml", None, None, UnknownFormat(2));
    assert_one(&after("norm.toml", "version = \"1\"\n", ""), "norm.toml", None, None, NoVersion);
    let empty = read(|name| if name == "links.toml" { Some("format = 1\n".to_owned()) } else { small(name) })
        .expect_err("an error was planted");
    assert_one(&empty, "links.toml", None, None, NoRows("link"));
    let broken = after("needs.toml", "code = \"debt\"", "code = debt");
    assert_eq!((broken[0].file, broken[0].row), ("needs.toml", Some(3)));
    assert!(matches!(&broken[0].reason, Syntax(_)) && broken.len() == 1, "{broken:#?}");
    let key = UnknownKey { key: "version".to_owned(), known: "format, kind".to_owned() };
    assert_one(&after("kinds.toml", "format = 1\n", "format = 1\nversion = 2\n"), "kinds.toml", Some(2), None, key);
}

#[test]
fn errors_of_a_row_name_its_line_and_code() {
    use CatalogueProblem::*;
    let kinds = |from: &str, to: &str| after("kinds.toml", from, to);
    let colour = kinds("finder = true", "finder = true\ncolour = 1");
    assert!(matches!(&colour[..], [CatalogueError { row: Some(2), reason: UnknownKey { key, .. }, .. }] if key == "colour"));
    let typed = kinds("finder = true", "finder = \"yes\"");
    assert!(matches!(&typed[..], [CatalogueError { row: Some(2), reason: Malformed(_), .. }]), "{typed:#?}");
    let inner = kinds("{ nl = \"x\", en = \"y\" }", "{ nl = \"x\", en = \"y\", de = \"z\" }");
    assert!(matches!(&inner[..], [CatalogueError { row: Some(2), reason: Malformed(_), .. }]), "{inner:#?}");
    let half = kinds("{ nl = \"x\", en = \"y\" }", "{ nl = \"x\" }");
    assert!(
        matches!(&half[..], [CatalogueError { row: Some(2), reason: Malformed(text), .. }] if text.contains("en")),
        "{half:#?}"
    );
    let slug = kinds("\"town\"", "\"The Town\"");
    assert!(matches!(&slug[..], [CatalogueError { row: Some(21), reason: Malformed(_), .. }]), "{slug:#?}");

    assert_one(&kinds("\"town\"", "\"desk\""), "kinds.toml", Some(21), Some("desk"), Duplicate { first_row: 11 });
    let empty = kinds("en = \"y\" }\npeople", "en = \" \" }\npeople");
    assert_one(&empty, "kinds.toml", Some(2), Some("midwife"), Empty("name.en".to_owned()));
    assert_one(&kinds("finder = true\nunsourced = true", "finder = true"), "kinds.toml", Some(2), Some("midwife"), NoGrounds);
    let both = kinds("finder = true", "finder = true\nsources = [\"K1\"]");
    assert_one(&both, "kinds.toml", Some(2), Some("midwife"), BothGrounds);
    let source = UnknownCode { field: "sources", code: "K9".to_owned(), file: "sources.toml" };
    assert_one(&after("needs.toml", "[\"K1\"]", "[\"K9\"]"), "needs.toml", Some(2), Some("debt"), source);
    let twice = Repeated { field: "sources", value: "K1".to_owned() };
    assert_one(&after("needs.toml", "[\"K1\"]", "[\"K1\", \"K1\"]"), "needs.toml", Some(2), Some("debt"), twice);
    assert_one(&after("sources.toml", "https://", "ftp://"), "sources.toml", Some(2), Some("K1"), NoAddress);
    assert_one(&after("links.toml", "= 12", "= 0"), "links.toml", Some(2), Some("knows"), ZeroHalfLife);
}

#[test]
fn errors_of_kinds_and_interventions() {
    use CatalogueProblem::*;
    let kinds = |from: &str, to: &str| after("kinds.toml", from, to);
    let need = UnknownCode { field: "needs", code: "housing".to_owned(), file: "needs.toml" };
    assert_one(&kinds("[\"debt\"]", "[\"debt\", \"housing\"]"), "kinds.toml", Some(11), Some("desk"), need);
    assert_one(&kinds("side = \"medical\"", "side = \"social\""), "kinds.toml", Some(2), Some("midwife"), SideOutsideDomain);
    assert_one(&kinds("side = \"social\"", "side = \"medical\""), "kinds.toml", Some(11), Some("desk"), SideOutsideDomain);
    for step in ["side = \"social\"", "finder = true", "helper = true", "bridge = true"] {
        let errors = kinds("governance = true", &format!("governance = true\n{step}"));
        assert_one(&errors, "kinds.toml", Some(21), Some("town"), GovernanceIsNoStep);
    }
    assert_one(&kinds("governance = true", ""), "kinds.toml", Some(21), Some("town"), GovernanceNotFlagged);
    let idle = kinds("finder = true", "finder = true\nneeds = [\"debt\"]");
    assert_one(&idle, "kinds.toml", Some(2), Some("midwife"), NeedsWithoutHelper);
    let run_by = UnknownCode { field: "runBy", code: "nurse".to_owned(), file: "kinds.toml" };
    let errors = after("interventions.toml", "[\"midwife\"]", "[\"nurse\"]");
    assert_one(&errors, "interventions.toml", Some(2), Some("visit"), run_by);
    let phase = UnknownValue { field: "phases", value: "later".to_owned(), known: "before, during, after" };
    assert_one(&after("interventions.toml", "during", "later"), "interventions.toml", Some(2), Some("visit"), phase);
}

#[test]
fn errors_of_the_norm() {
    use CatalogueProblem::*;
    let norm = |from: &str, to: &str| after("norm.toml", from, to);
    let at = |errors: &[CatalogueError], reason| assert_one(errors, "norm.toml", Some(3), Some("midwife-desk"), reason);
    let unknown = |field, code: &str, file| UnknownCode { field, code: code.to_owned(), file };
    at(&norm("need = \"debt\"", "need = \"housing\"")[..1], unknown("need", "housing", "needs.toml"));
    at(&norm("bridges = []", "bridges = [\"hub\"]"), unknown("bridges", "hub", "kinds.toml"));
    let helper = norm("helper = \"desk\"", "helper = \"shop\"");
    at(&helper[..1], unknown("helper", "shop", "kinds.toml"));
    at(&helper[1..], LineCode("midwife-shop".to_owned()));
    for bridge in ["midwife", "desk", "town"] {
        at(&norm("bridges = []", &format!("bridges = [\"{bridge}\"]")), NoBridge(bridge.to_owned()));
    }
    at(&norm("weight = \"core\"", "weight = \"optional\""), OptionalLine);
    let finder = NotFlagged { code: "midwife".to_owned(), flag: "finder" };
    at(&after("kinds.toml", "finder = true", ""), finder);
    let helper = NotFlagged { code: "desk".to_owned(), flag: "helper" };
    at(&after("kinds.toml", "helper = true\nneeds = [\"debt\"]", "")[..1], helper);
    let served = NeedNotServed { helper: "desk".to_owned(), need: "debt".to_owned() };
    at(&after("kinds.toml", "needs = [\"debt\"]", ""), served);

    let with = |tail: &str| norm("unsourced = true\n", &format!("unsourced = true\n{tail}"));
    let row = |finder: &str, helper: &str, weight: &str, level: &str| {
        let ends = format!("[[line]]\ncode = \"{finder}-{helper}\"\nfinder = \"{finder}\"\nhelper = \"{helper}\"\n");
        format!("{ends}weight = \"{weight}\"\nlevel = \"{level}\"\nunsourced = true\n")
    };
    let twice = with(&row("midwife", "desk", "core", "practice"));
    assert!(twice.iter().all(|error| error.row == Some(12)), "{twice:#?}");
    assert_eq!(
        twice.iter().map(|error| &error.reason).collect::<Vec<_>>(),
        [&Duplicate { first_row: 3 }, &DuplicateLine { first_row: 3 }]
    );
    assert_one(&with(&row("town", "town", "core", "governance")), "norm.toml", Some(12), Some("town-town"), LineToItself);
    let late = with(&(row("midwife", "town", "often", "governance") + &row("town", "desk", "core", "governance")));
    assert_one(&late, "norm.toml", Some(19), Some("town-desk"), OutOfOrder);
}

#[test]
fn all_errors_come_at_once_in_the_order_of_the_files() {
    let errors = read(|name| small(name).map(|text| text.replace("unsourced = true", "").replace("[\"K1\"]", "[\"K2\"]")));
    let found: Vec<_> = errors.expect_err("an error was planted").iter().map(|error| (error.file, error.row)).collect();
    let kinds = [("kinds.toml", Some(2)), ("kinds.toml", Some(11)), ("kinds.toml", Some(21))];
    let rest = [("links.toml", Some(2)), ("interventions.toml", Some(2)), ("norm.toml", Some(3))];
    assert_eq!(found, [&[("needs.toml", Some(2))][..], &kinds, &rest].concat());
}

#[test]
fn a_row_that_cannot_be_read_raises_no_errors_elsewhere() {
    let errors = after("kinds.toml", "helper = true", "helper = 3");
    assert!(matches!(&errors[..], [CatalogueError { file: "kinds.toml", row: Some(11), .. }]), "{errors:#?}");
}

#[test]
fn an_error_says_where_what_and_what_to_do() {
    let sentence = after("needs.toml", "[\"K1\"]", "[\"K9\"]")[0].to_string();
    let expected = "needs.toml, line 2 (debt): \"K9\" in \"sources\" stands in no row of sources.toml; \
                    correct the code or add the row there";
    assert_eq!(sentence, expected);
}
