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
        synonyms: Spellings::default(),
        grounds: Grounds::default(),
    };
    let need = |code: NeedCode| Need {
        name: words(code.as_str()),
        code,
        synonyms: Spellings::default(),
        urgent: Spellings::default(),
        grounds: Grounds::default(),
    };
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
            let english = [", participating", ", approached", ", asserted", ", wished", ", existing", ", members"];
            assert!(language == Language::En || !english.iter().any(|word| text.contains(word)), "{}: in Dutch", bundle.file);
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

#[test]
fn delft_has_eight_signatories_in_a_closed_list_and_two_seen_beside_them() {
    let register = loaded();
    let signatories = set(&[
        "Gemeente Delft",
        "Reinier de Graaf ziekenhuis",
        "DSW zorgverzekeraar",
        "Delft voor Elkaar",
        "ZEL",
        "Verloskundig Samenwerkingsverband Reinier",
        "JGZ Zuid-Holland West",
        "Delft Support",
    ]);
    assert_eq!(members(&register, "delft", MembershipStatus::Signatory), signatories);
    assert_eq!(members(&register, "delft", MembershipStatus::Participating), set(&["Humanitas", "GGD Haaglanden"]));
    assert_eq!(members(&register, "delft", MembershipStatus::Wanted), set(&["Inwoners"]));
    let apart = claims(&register, "delft").find(|it| it.stance == Stance::Insufficient).and_then(|it| it.date.as_ref());
    assert_eq!(apart.map(PartialDate::as_str), Some("2019-10"), "apart until the signing, not since");
    let agreement: Vec<&Initiative> =
        register.initiatives().filter(|it| it.coalition.as_str() == "delft" && it.kind == InitiativeKind::Agreement).collect();
    assert_eq!(agreement.len(), 1);
    assert!(agreement[0].complete && agreement[0].participants.len() == 8);
    let zel = OrganisationId::from_key("zel");
    assert!(register.organisation(&zel).is_some_and(|it| it.kinds.is_empty()), "the text gives no kind for it");
}

#[test]
fn only_the_lists_of_aalsmeer_and_delft_are_closed() {
    let register = loaded();
    let closed: BTreeSet<(String, Option<MembershipStatus>)> =
        register.coverages().filter(|it| it.complete).map(|it| (it.coalition.to_string(), it.status)).collect();
    assert_eq!(closed, BTreeSet::from([("aalsmeer".into(), None), ("delft".into(), Some(MembershipStatus::Signatory))]));
    assert_eq!(members(&register, "aalsmeer", MembershipStatus::Participating).len(), 11);
}

#[test]
fn zeist_wants_the_housing_corporation_and_its_midwife_tells_of_one_line() {
    let register = loaded();
    assert_eq!(members(&register, "zeist", MembershipStatus::Wanted), set(&["Woningbouwcorporatie"]));
    let said = about(&register, "zeist", "verloskundige-praktijk-zeist", "cjg-zeist");
    assert!(said.iter().any(|it| it.speaker == Some(person("zeist", "heleen-kool"))));
    for other in ["verloskundige-praktijk-zeist", "cjg-zeist"] {
        let said = about(&register, "zeist", "ggdru", other);
        let speakers: Vec<Option<Party>> = said.iter().map(|it| it.speaker).collect();
        assert_eq!(speakers, [Some(person("zeist", "jacobien-van-holland"))], "neither end says so itself");
    }
    for other in ["ggdru", "verloskundige-praktijk-zeist", "cjg-zeist"] {
        let said = about(&register, "zeist", "gemeente-zeist", other);
        let [joined] = said.as_slice() else { panic!("one claim with {other}, found {}", said.len()) };
        assert_eq!((joined.kind.as_str(), joined.speaker), ("consults", Some(person("zeist", "jacobien-van-holland"))));
        assert_eq!(joined.initiative, Some(InitiativeId::from_key("zeist/overleg-professionals")));
    }
    let buddies = register.initiatives().find(|it| it.id == InitiativeId::from_key("zeist/maatjesproject"));
    assert_eq!(buddies.map(|it| it.status), Some(InitiativeStatus::Wished));
}

#[test]
fn aalsmeer_and_zaanstad_share_de_kraamvogel_and_pharos_is_in_three() {
    let register = loaded();
    let mut shared = BTreeSet::new();
    for organisation in register.organisations() {
        let party = Party::Organisation(organisation.id);
        let coalitions: BTreeSet<String> =
            register.memberships().filter(|it| it.party == party).map(|it| it.coalition.to_string()).collect();
        if coalitions.len() > 1 {
            assert!(!organisation.placeholder, "a placeholder is never shared");
            shared.insert((organisation.name.to_string(), coalitions));
        }
    }
    let both = ("de Kraamvogel".to_owned(), set(&["aalsmeer", "zaanstad"]));
    assert_eq!(shared, BTreeSet::from([both, ("Pharos".to_owned(), set(&["aalsmeer", "almere", "zeist"]))]));
}

#[test]
fn zaanstad_thinks_of_attention_officers_and_almelo_speaks_of_six_together() {
    let register = loaded();
    let wished: Vec<&Claim> = claims(&register, "zaanstad").filter(|it| it.stance == Stance::Wished).collect();
    let idea = Some(InitiativeId::from_key("zaanstad/aandachtfunctionarissen"));
    assert!(!wished.is_empty() && wished.iter().all(|it| it.initiative == idea));
    assert!(wished.iter().all(|it| matches!(&it.scope, Scope::Kinds([team, _]) if team.as_str() == "wijkteam")));
    assert!(claims(&register, "zaanstad").all(|it| it.stance != Stance::Asserted), "no line is stated");
    let almelo: Vec<&Claim> = claims(&register, "almelo").collect();
    assert_eq!(almelo.len(), 1);
    assert!(matches!(&almelo[0].scope, Scope::Group(group) if group.parties().len() == 6));
    assert_eq!(almelo[0].strength, None);
}

#[test]
fn almere_has_only_spoken_with_its_parties_and_hoogeveen_plans_its_coalition() {
    let register = loaded();
    assert_eq!(members(&register, "almere", MembershipStatus::Participating), set(&["Gemeente Almere"]));
    assert_eq!(
        members(&register, "almere", MembershipStatus::Approached),
        set(&["Pharos", "Wijkteams", "Huisartsen", "Verloskundigen"])
    );
    assert_eq!(members(&register, "hoogeveen", MembershipStatus::Participating), set(&["Gemeente Hoogeveen"]));
    assert_eq!(
        members(&register, "hoogeveen", MembershipStatus::Approached),
        set(&[]),
        "a programme's parties are not approached"
    );
    let programme = register.initiatives().find(|it| it.id == InitiativeId::from_key("hoogeveen/goede-start"));
    assert_eq!(programme.map(|it| (it.kind, it.participants.len())), Some((InitiativeKind::Programme, 10)));
    for slug in ["almere", "hoogeveen", "alkmaar"] {
        assert_eq!(register.coalition(&id(slug)).map(|it| it.phase), Some(Phase::Preparation), "{slug}");
    }
}

#[test]
fn what_is_short_within_one_domain_and_what_is_a_goal_are_said_as_such() {
    let register = loaded();
    let stances = |coalition: &str, domains: [Domain; 2]| -> BTreeSet<Stance> {
        claims(&register, coalition).filter(|it| it.scope == Scope::Domains(domains)).map(|it| it.stance).collect()
    };
    let within = stances("almere", [Domain::Medical, Domain::Medical]);
    assert_eq!(within, BTreeSet::from([Stance::Asserted, Stance::Insufficient]), "they work together, and not enough");
    let between = stances("alkmaar", [Domain::Medical, Domain::Social]);
    assert_eq!(between, BTreeSet::from([Stance::Denied, Stance::Wished]), "consultation is denied, better cooperation is a goal");
    let agreements: Vec<&Initiative> =
        register.initiatives().filter(|it| it.coalition.as_str() == "alkmaar" && it.kind == InitiativeKind::Agreement).collect();
    let [agreement] = agreements.as_slice() else { panic!("one agreement, found {}", agreements.len()) };
    assert_eq!((agreement.status, agreement.participants.len()), (InitiativeStatus::Wished, 5));
}

#[test]
fn every_named_person_is_there_and_nobody_else() {
    let register = loaded();
    // Counted by hand in the nine texts: who speaks, is captioned, or is named as involved.
    let named = [
        ("aalsmeer", 1),
        ("alkmaar", 3),
        ("almelo", 1),
        ("almere", 4),
        ("delft", 10),
        ("hoogeveen", 7),
        ("leiden", 2),
        ("zaanstad", 6),
        ("zeist", 9),
    ];
    for (coalition, count) in named {
        let persons = register
            .memberships()
            .filter(|it| it.coalition.as_str() == coalition && matches!(it.party, Party::Person(_)))
            .count();
        assert_eq!(persons, count, "{coalition}");
    }
    assert_eq!(register.persons().count(), 43);
    let doctor = register.positions().find(|it| it.profession.as_ref().is_some_and(|kind| kind.as_str() == "huisarts"));
    assert!(doctor.is_some_and(|it| it.organisation.is_none()), "the doctor of Hoogeveen is not tied to a placeholder");
}

#[test]
fn the_only_contact_points_are_almelos_and_for_parents() {
    let register = loaded();
    let contacts: Vec<&ContactPoint> = register.contact_points().collect();
    assert_eq!(contacts.len(), 2);
    assert!(contacts.iter().all(|it| it.audience == Audience::Parents && it.coalition == Some(id("almelo"))));
    let phone = contacts.iter().find_map(|it| it.phone.as_ref().map(|phone| (it.organisation, phone.as_str())));
    assert_eq!(phone, Some((OrganisationId::from_key("almelo/wijkteam"), "(0546) 54 11 11")));
    let web = contacts.iter().find_map(|it| it.web.as_ref().map(|web| (it.organisation, web.as_str())));
    assert_eq!(web, Some((OrganisationId::from_key("avedan"), "avedan.nl")));
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

/// A contact point with everything that a file can say of one.
const CONTACT: &str = r#"[[contact]]
key = "lijn-van-an"
organisation = "een"
name = "Lijn van An"
person = "an@een"
audience = "professionals"
visibility = "all_coalitions"
phone = "071 555 01 01"
hours = "niet in de vakantie"
open = "Mo-Fr 09:00-12:00"
refer = "bel eerst samen"
languages = ["nl", "ar"]
needs = ["schulden"]
checked = "2026-11-01"
checked_by = "an"
source = "tekst"
at = "alinea 2"
"#;

#[test]
fn a_contact_point_tells_whose_it_is_who_sees_it_and_who_checked_it() {
    let claim = "[[claim]]\n";
    let with = |contact: &str| {
        let faults = errors(claim, &format!("{contact}[[claim]]\nkiller = true\n"));
        faults.into_iter().filter(|(_, wrong)| *wrong != Wrong::UnknownField("killer".into())).collect::<Vec<_>>()
    };
    assert_eq!(with(CONTACT), []);
    let line = |field: &str| 32 + CONTACT.lines().take_while(|line| !line.starts_with(field)).count();
    for (field, value, error) in
        [("open", "maandag", TextError::Hours), ("refer", "", TextError::Empty), ("phone", "bel ons", TextError::Phone)]
    {
        let from = CONTACT.lines().find(|line| line.starts_with(field)).expect("the field");
        let wrong = Wrong::Text { field: field.into(), error };
        assert_eq!(with(&CONTACT.replace(from, &format!("{field} = \"{value}\""))), [(line(field), wrong)]);
    }
    let dangling = |field: &str, key: &str| Wrong::Dangling { field: field.into(), key: key.into() };
    assert_eq!(
        with(&CONTACT.replace("an@een", "een")),
        [(line("person"), dangling("person", "een"))],
        "an organisation is nobody"
    );
    assert_eq!(
        with(&CONTACT.replace("checked_by = \"an\"", "checked_by = \"bo\"")),
        [(line("checked_by"), dangling("checked_by", "bo"))]
    );
    let languages = with(&CONTACT.replace("\"ar\"", "\"Arabisch\""));
    assert_eq!(languages, [(line("languages"), Wrong::Text { field: "languages".into(), error: TextError::LanguageCode })]);
    let seen = with(&CONTACT.replace("all_coalitions", "iedereen"));
    assert!(matches!(&seen[..], [(_, Wrong::Choice { field, known, .. })] if field == "visibility" && known.contains("hidden")));
}

#[test]
fn explain_tells_all_of_a_contact_point() {
    let file = format!(
        "format = 1\n[coalition]\nid = \"proef\"\nname = \"Proef\"\nphase = \"start\"\nsource = \"tekst\"\nat = \"a\"\n[[source]]\nkey = \
         \"tekst\"\nkind = \"document\"\ntitle = \"Tekst\"\n[[organisation]]\nkey = \"een\"\nname = \"Een\"\ndomain = \"social\"\nsource = \
         \"tekst\"\nat = \"a\"\n[[person]]\nkey = \"an\"\nname = \"An\"\nsource = \"tekst\"\nat = \"a\"\npositions = [{{ organisation = \
         \"een\" }}]\n{CONTACT}"
    );
    let bundle = read("proef.toml", &file).expect("it reads");
    let told = |language| explain(&bundle, language).lines().find(|line| line.contains("Lijn van An")).map(str::to_owned);
    assert_eq!(
        told(Language::Nl).as_deref().and_then(|line| line.split(" (gezegd)").next()),
        Some(
            "  [alinea 2] contactpunt: Lijn van An, Een, voor professionals, 071 555 01 01, niet in de vakantie, van: An, te zien voor: \
             alle coalities, open: Mo-Fr 09:00-12:00, verwijzen: bel eerst samen, talen: nl; ar, hulpvragen: schulden, gecontroleerd \
             2026-11-01, gecontroleerd door An"
        )
    );
    assert!(told(Language::En).expect("a line").contains("visible to: all_coalitions"));
}

#[test]
fn what_held_for_a_time_is_read_and_told_with_its_period() {
    let file = r#"format = 1
[coalition]
id = "proef"
name = "Proef"
phase = "running"
phases = [{ phase = "preparation", until = "2018" }, { phase = "start", from = "2019", until = "2020" }]
source = "tekst"
at = "a"
[[source]]
key = "tekst"
kind = "document"
title = "Tekst"
[[organisation]]
key = "een"
name = "Een"
domain = "social"
source = "tekst"
at = "a"
[[organisation]]
key = "twee"
name = "Twee"
domain = "medical"
source = "tekst"
at = "a"
[[claim]]
key = "een-twee"
pair = ["een", "twee"]
stance = "asserted"
kind = "works-with"
date = "2021"
from = "2018"
until = "2019-06"
source = "tekst"
at = "a"
[[contact]]
key = "loket"
organisation = "een"
name = "Loket"
phone = "071 555 01 01"
until = "2020"
source = "tekst"
at = "a"
"#;
    let bundle = read("proef.toml", file).expect("it reads");
    let period = |from: Option<&str>, until: Option<&str>| {
        let at = |text: &str| PartialDate::parse(text).expect("a date");
        Period::new(from.map(at), until.map(at)).expect("a period")
    };
    for fact in &bundle.facts {
        match &fact.entity {
            Entity::Claim(it) => assert_eq!(it.period.as_deref(), Some(&period(Some("2018"), Some("2019-06")))),
            Entity::ContactPoint(it) => assert_eq!(it.period, period(None, Some("2020"))),
            Entity::Coalition(it) => {
                let phases: Vec<(Phase, Period)> = it.phases.iter().map(|it| (it.phase, it.period.clone())).collect();
                let start = (Phase::Start, period(Some("2019"), Some("2020")));
                assert_eq!(phases, [(Phase::Preparation, period(None, Some("2018"))), start]);
            }
            _ => {}
        }
    }
    let told = explain(&bundle, Language::Nl);
    for words in ["eerder voorbereiding, tot en met 2018", "2021, vanaf 2018, tot en met 2019-06", "tot en met 2020"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let wrong = |from: &str, to: &str| read("proef.toml", &file.replacen(from, to, 1)).expect_err(to).remove(0).wrong;
    assert_eq!(wrong("until = \"2019-06\"", "until = \"2017\""), Wrong::Period);
    assert_eq!(wrong(", until = \"2018\"", ""), missing("until", "phases"));
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
fn a_file_with_any_line_lost_or_cut_short_reads_or_says_why() {
    for (file, text) in shipped() {
        let lines: Vec<&str> = text.lines().collect();
        for lost in (0..lines.len()).step_by(3) {
            let rest = [&lines[..lost], &lines[lost + 1..]].concat().join("\n");
            for text in [rest, lines[..lost].join("\n")] {
                if let Err(errors) = read(file, &text) {
                    assert!(!errors.is_empty() && errors.iter().all(|error| error.line <= lines.len() + 1), "{file}: {lost}");
                }
            }
        }
    }
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
