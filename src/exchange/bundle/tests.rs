//! Every shipped text reads, loads and says what its source says; every fault is told with its line.

use super::*;
use crate::model::*;
use std::collections::BTreeSet;
use std::sync::Arc;

fn bundles() -> Vec<Bundle> {
    shipped()
        .map(|(file, text)| {
            read(file, text)
                .unwrap_or_else(|errors| panic!("{}", errors.iter().map(BundleError::to_string).collect::<Vec<_>>().join("\n")))
        })
        .collect()
}

fn words(code: &str) -> Words {
    Words { nl: code.to_owned(), en: code.to_owned() }
}

/// A catalogue that knows exactly the codes that the bundles use; whether the shipped catalogue has them is its own test.
fn catalogue_of(bundles: &[Bundle]) -> Arc<Catalogue> {
    let (mut kinds, mut needs, mut links) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for fact in bundles.iter().flat_map(|bundle| &bundle.facts) {
        match &fact.entity {
            Entity::Organisation(it) => kinds.extend(it.kinds.iter().map(|of| of.kind.clone())),
            Entity::Position(it) => kinds.extend(it.profession.clone()),
            Entity::Coalition(it) => needs.extend(it.themes.iter().flat_map(|theme| theme.needs.clone())),
            Entity::ContactPoint(it) => needs.extend(it.needs.clone()),
            Entity::Claim(it) => {
                links.insert(it.kind.clone());
                if let Scope::Kinds(pair) = &it.scope {
                    kinds.extend(pair.clone());
                }
            }
            _ => {}
        }
    }
    let partner = |code: KindCode| PartnerKind {
        name: words(code.as_str()),
        people: words(code.as_str()),
        code,
        domain: Domain::Social,
        side: None,
        bridge: false,
        finder: false,
        helper: false,
        governance: false,
        umbrella: false,
        expected: Expected::Optional,
        nationally_missing: false,
        needs: Vec::new(),
        synonyms: Vec::new(),
        grounds: Grounds::default(),
    };
    let need = |code: NeedCode| Need { name: words(code.as_str()), code, synonyms: Vec::new(), grounds: Grounds::default() };
    let link = |code: LinkKindCode| LinkKind {
        name: words(code.as_str()),
        code,
        level: Level::Practice,
        directed: false,
        half_life_months: None,
        grounds: Grounds::default(),
    };
    Arc::new(Catalogue {
        kinds: kinds.into_iter().map(partner).collect(),
        needs: needs.into_iter().map(need).collect(),
        interventions: Vec::new(),
        links: links.into_iter().map(link).collect(),
        norm: Norm { version: "test".into(), lines: Vec::new() },
        sources: Default::default(),
    })
}

fn loaded() -> Register {
    let bundles = bundles();
    let mut register = Register::new(catalogue_of(&bundles));
    for bundle in &bundles {
        let put = register.apply_batch(&bundle.changes());
        assert!(put.is_ok(), "{}: {put:?}", bundle.file);
    }
    register
}

fn id(slug: &str) -> CoalitionId {
    CoalitionId::new(slug).expect(slug)
}
fn org(key: &str) -> Party {
    Party::Organisation(OrganisationId::from_key(key))
}

/// Keys of the organisations in a coalition with a status.
fn members(register: &Register, coalition: &str, status: MembershipStatus) -> BTreeSet<String> {
    register
        .memberships()
        .filter(|it| it.coalition.as_str() == coalition && it.status == status)
        .filter_map(|it| match it.party {
            Party::Organisation(id) => register.organisation(&id),
            _ => None,
        })
        .map(|it| it.name.to_string())
        .collect()
}

fn claims<'a>(register: &'a Register, coalition: &'a str) -> impl Iterator<Item = &'a Claim> {
    register.claims().filter(move |it| it.coalition.as_str() == coalition)
}

/// Claims about a pair, whichever way round.
fn about(register: &Register, coalition: &str, a: &str, b: &str) -> Vec<Claim> {
    let ends = BTreeSet::from([org(a), org(b)]);
    claims(register, coalition)
        .filter(|it| matches!(&it.scope, Scope::Pair(pair) if BTreeSet::from(pair.ends()) == ends))
        .cloned()
        .collect()
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

fn person(coalition: &str, key: &str) -> Party {
    Party::Person(PersonId::from_key(&format!("{coalition}/{key}")))
}

/// Every (place, provenance) in a bundle.
fn provenances(bundle: &Bundle) -> Vec<(usize, Provenance)> {
    let mut all = Vec::new();
    for fact in &bundle.facts {
        let provenance = match &fact.entity {
            Entity::Source(_) => continue,
            Entity::Coalition(it) => {
                all.extend(it.themes.iter().map(|theme| (fact.line, theme.provenance.clone())));
                &it.provenance
            }
            Entity::Organisation(it) => &it.provenance,
            Entity::Person(it) => &it.provenance,
            Entity::Position(it) => &it.provenance,
            Entity::Membership(it) => &it.provenance,
            Entity::Initiative(it) => &it.provenance,
            Entity::Claim(it) => &it.provenance,
            Entity::Coverage(it) => &it.provenance,
            Entity::ContactPoint(it) => &it.provenance,
        };
        all.push((fact.line, provenance.clone()));
    }
    all
}

#[test]
fn every_shipped_coalition_loads_into_an_empty_register() {
    for bundle in bundles() {
        let mut register = Register::new(catalogue_of(std::slice::from_ref(&bundle)));
        let put = register.apply_batch(&bundle.changes());
        assert!(put.is_ok(), "{}: {put:?}", bundle.file);
    }
    assert_eq!(loaded().coalitions().count(), shipped().count());
}

#[test]
fn every_fact_has_its_source_and_place_and_what_is_read_has_a_reason() {
    for bundle in bundles() {
        for (line, provenance) in provenances(&bundle) {
            let place = format!("{}:{line}", bundle.file);
            assert!(provenance.source.is_some() && provenance.at.is_some(), "{place}");
            assert!(provenance.reading == Reading::Stated || provenance.note.is_some(), "{place}");
        }
    }
}

#[test]
fn a_second_load_changes_nothing() {
    let (first, mut twice) = (loaded(), loaded());
    for bundle in bundles() {
        assert!(twice.apply_batch(&bundle.changes()).is_ok());
    }
    assert!(first.entities().eq(twice.entities()));
}

#[test]
fn the_shipped_files_agree_on_what_they_share() {
    assert_eq!(disagreements(&bundles()), Vec::new());
}

#[test]
fn explain_tells_every_fact_once_under_its_source() {
    for bundle in bundles() {
        for language in [Language::Nl, Language::En] {
            let text = explain(&bundle, language);
            let told = text.lines().filter(|line| line.starts_with("  [")).count();
            assert_eq!(told, provenances(&bundle).len(), "{}", bundle.file);
            assert!(!text.contains("[?]"), "{}: a fact without its place", bundle.file);
        }
    }
}

#[test]
fn leiden_midwives_find_debt_relief_hard_to_find() {
    let register = loaded();
    let found: Vec<&Claim> = claims(&register, "leiden").filter(|it| matches!(it.scope, Scope::Kinds(_))).collect();
    assert_eq!(found.len(), 1);
    let Scope::Kinds([a, b]) = &found[0].scope else { panic!("kinds") };
    assert_eq!((a.as_str(), b.as_str()), ("verloskundigenpraktijk", "schuldhulpverlening"));
    assert_eq!(found[0].stance, Stance::Insufficient);
    assert_eq!(found[0].speaker, Some(person("leiden", "linda-rentes")));
    let domains: BTreeSet<Option<Party>> = claims(&register, "leiden")
        .filter(|it| it.scope == Scope::Domains([Domain::Medical, Domain::Social]) && it.stance == Stance::Insufficient)
        .map(|it| it.speaker)
        .collect();
    assert_eq!(domains, BTreeSet::from([Some(person("leiden", "linda-rentes")), Some(person("leiden", "jeroen-straathof"))]));
}

#[test]
fn leiden_has_one_medical_social_line_and_invites_two_parties() {
    let register = loaded();
    let pairs: Vec<&Claim> = claims(&register, "leiden").filter(|it| matches!(it.scope, Scope::Pair(_))).collect();
    assert_eq!(pairs.len(), 1);
    assert_eq!(about(&register, "leiden", "leiden/vsv", "leiden/maatschappelijk-werk").len(), 1);
    assert_eq!(pairs[0].on_behalf_of, Some(org("leiden/vsv")));
    assert_eq!((pairs[0].stance, pairs[0].kind.as_str()), (Stance::Asserted, "consults"));
    assert_eq!(members(&register, "leiden", MembershipStatus::Approached), set(&["Sociale wijkteams", "Schuldhulpverlening"]));
}

#[test]
fn alkmaar_denies_consultation_between_the_domains_and_no_pair() {
    let register = loaded();
    let denied: Vec<&Claim> = claims(&register, "alkmaar").filter(|it| it.stance == Stance::Denied).collect();
    assert_eq!(denied.len(), 1);
    assert_eq!(denied[0].scope, Scope::Domains([Domain::Medical, Domain::Social]));
    assert_eq!(denied[0].kind.as_str(), "consults");
    let ggd = org("ggd-hollands-noorden");
    let ends: BTreeSet<Party> = claims(&register, "alkmaar")
        .filter_map(|it| match &it.scope {
            Scope::Pair(pair) => Some(pair.ends()),
            _ => None,
        })
        .inspect(|ends| assert!(ends.contains(&ggd), "only the GGD tells of its own lines"))
        .flatten()
        .filter(|end| *end != ggd)
        .collect();
    let told = ["verloskundigen", "kraamzorg", "verslavingszorg", "gynaecologen"].map(|key| org(&format!("alkmaar/{key}")));
    assert_eq!(ends, BTreeSet::from(told));
    assert_eq!(members(&register, "alkmaar", MembershipStatus::Participating), set(&["GGD Hollands Noorden"]));
    for name in ["alkmaar", "GGD Hollands Noorden", "regio-alkmaar", "Regio Alkmaar"] {
        assert_eq!(register.find_coalition(name).map(|it| &it.id), Some(&id("alkmaar")), "{name}");
    }
}

/// A small file that is right, with one line replaced.
fn errors(from: &str, to: &str) -> Vec<(usize, Wrong)> {
    let good = r#"format = 1
[coalition]
id = "proef"
name = "Proef"
phase = "start"
source = "tekst"
at = "alinea 1"
[[source]]
key = "tekst"
kind = "document"
title = "Tekst"
date = "2020"
[[organisation]]
key = "een"
name = "Een"
kinds = [{ kind = "huisarts", basis = "stated" }]
source = "tekst"
at = "alinea 1"
membership = { status = "participating" }
[[organisation]]
key = "twee"
name = "Twee"
domain = "social"
source = "tekst"
at = "alinea 1"
[[person]]
key = "an"
name = "An"
source = "tekst"
at = "alinea 2"
positions = [{ organisation = "een", title = "arts" }]
[[claim]]
key = "een-twee"
pair = ["een", "twee"]
stance = "asserted"
kind = "works-with"
speaker = "an@een"
source = "tekst"
at = "alinea 2"
"#;
    assert!(read("proef.toml", good).is_ok());
    assert!(good.contains(from), "{from}");
    let faults = read("proef.toml", &good.replacen(from, to, 1)).expect_err(to);
    for fault in &faults {
        assert_eq!(fault.file, "proef.toml");
        assert!([Language::Nl, Language::En].iter().all(|&language| !fault.wrong.sentence(language).is_empty()));
    }
    faults.into_iter().map(|fault| (fault.line, fault.wrong)).collect()
}

fn missing(field: &str, table: &'static str) -> Wrong {
    Wrong::Missing { field: field.into(), table }
}

#[test]
fn each_fault_names_its_line_and_what_is_wrong() {
    assert_eq!(errors("format = 1", "format = 2"), [(1, Wrong::Format)]);
    assert_eq!(
        errors("name = \"Een\"", "nam = \"Een\""),
        [(13, missing("name", "organisation")), (15, Wrong::UnknownField("nam".into())),]
    );
    assert_eq!(errors("key = \"twee\"", "key = \"een\"")[0], (20, Wrong::Duplicate { key: "een".into(), first_line: 13 }));
    assert_eq!(
        errors("pair = [\"een\", \"twee\"]", "pair = [\"een\", \"drie\"]"),
        [(34, Wrong::Dangling { field: "pair".into(), key: "drie".into() })]
    );
    assert_eq!(errors("pair = [\"een\", \"twee\"]", "pair = [\"een\", \"een\"]"), [(34, Wrong::SameEnds)]);
    assert_eq!(errors("pair = [\"een\", \"twee\"]", "pair = [\"an\", \"an@een\"]"), [(34, Wrong::SameEnds)]);
    assert_eq!(errors("pair = [\"een\", \"twee\"]", "group = [\"een\", \"een\"]"), [(34, Wrong::GroupTooSmall)]);
    assert_eq!(errors("pair = [\"een\", \"twee\"]", ""), [(32, Wrong::Scope)]);
    assert_eq!(
        errors("date = \"2020\"", "date = \"mei 2020\""),
        [(12, Wrong::Date { field: "date".into(), value: "mei 2020".into() })]
    );
    assert_eq!(errors("stance = \"asserted\"", "stance = \"denied\"\nstrength = 2"), [(36, Wrong::Strength)]);
    assert_eq!(errors("stance = \"asserted\"", "stance = \"asserted\"\nstrength = 7"), [(36, Wrong::Strength)]);
    assert_eq!(errors("domain = \"social\"\n", ""), [(20, Wrong::NoDomain)]);
    assert_eq!(
        errors("domain = \"social\"", "domain = \"social\"\npart_of = \"twee\""),
        [(20, Wrong::PartOfItself("twee".into()))]
    );
    assert_eq!(errors("basis = \"stated\"", "basis = \"inferred\""), [(16, Wrong::InferredOnMissing)]);
    assert_eq!(errors("{ organisation = \"een\", title = \"arts\" }", "{ from = \"2019\" }")[0], (31, Wrong::NoPlace));
    assert_eq!(errors("title = \"arts\"", "from = \"2020\", until = \"2019\""), [(31, Wrong::Period)]);
    assert_eq!(errors("key = \"twee\"", "key = \"Twee\"")[0], (21, Wrong::Code { field: "key".into(), value: "Twee".into() }));
}

#[test]
fn a_fact_without_source_place_or_reason_is_refused() {
    assert_eq!(errors("at = \"alinea 2\"\npositions", "positions"), [(26, missing("at", "person"))]);
    assert_eq!(
        errors("source = \"tekst\"\nat = \"alinea 2\"\npositions", "at = \"alinea 2\"\npositions"),
        [(26, missing("source", "person"))]
    );
    assert_eq!(errors("speaker = \"an@een\"", "reading = \"interpreted\""), [(32, Wrong::NoteMissing)]);
    assert_eq!(
        errors("source = \"tekst\"", "source = \"boek\""),
        [(6, Wrong::Dangling { field: "source".into(), key: "boek".into() })]
    );
}

#[test]
fn a_word_outside_its_list_names_the_list() {
    let found = errors("status = \"participating\"", "status = \"lid\"");
    let [(19, Wrong::Choice { field, value, known })] = &found[..] else { panic!("{found:?}") };
    assert_eq!((field.as_str(), value.as_str()), ("status", "lid"));
    assert!(known.contains("signatory") && known.contains("wanted"), "{known}");
}

#[test]
fn client_data_is_refused() {
    // 111222333 is the published test number that passes the 11-proof.
    assert_eq!(
        errors("name = \"An\"", "name = \"An 111222333\""),
        [(28, Wrong::Text { field: "name".into(), error: TextError::CitizenNumber })]
    );
}

#[test]
fn all_faults_come_at_once_and_by_line() {
    let text = "format = 3\n[coalition]\nname = \"\"\nphase = \"wild\"\n[[claim]]\nkey = \"x\"\npair = [\"a\", \"b\"]\n";
    let faults = read("fout.toml", text).expect_err("many faults");
    assert!(faults.len() >= 9, "{faults:?}");
    assert!(faults.is_sorted_by_key(|fault| fault.line));
    let broken = read("fout.toml", "format = 1\n[coalition\n").expect_err("no TOML");
    assert!(broken.iter().any(|fault| matches!(fault.wrong, Wrong::Syntax(_)) && fault.line == 2), "{broken:?}");
}

#[test]
fn two_files_that_define_one_organisation_differently_are_told_apart() {
    let text = |slug: &str, name: &str| {
        format!(
            "format = 1\n[coalition]\nid = \"{slug}\"\nname = \"X\"\nphase = \"start\"\nsource = \"t\"\nat = \"1\"\n[[source]]\nkey = \"t\"\nkind = \"document\"\ntitle = \"T\"\n[[organisation]]\nkey = \"zelfde\"\nname = \"{name}\"\ndomain = \"social\"\nsource = \"t\"\nat = \"1\"\n"
        )
    };
    let read = |slug: &str, name: &str| read(&format!("{slug}.toml"), &text(slug, name)).expect("reads");
    assert_eq!(disagreements(&[read("a", "Zelfde"), read("b", "Zelfde")]), Vec::new());
    let told = disagreements(&[read("a", "Zelfde"), read("b", "Anders")]);
    let wrong = Wrong::Disagrees { key: "zelfde".into(), file: "a.toml".into(), line: 12 };
    assert_eq!(told, [BundleError { file: "b.toml".into(), line: 12, wrong }]);
}
