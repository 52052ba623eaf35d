//! What people type, in both languages, with errors, and what they mean by it.

use super::*;

/// The catalogue, two coalitions, and a few organisations and people with made-up names.
fn country() -> Made {
    let mut made = Made::new();
    made.coalition("zeist", "Zeist", &["Zeist"]);
    made.coalition("delft", "Delft", &["Delft", "Den Hoorn"]);
    let heilo = made.organisation("Verloskundigenpraktijk Zonnestraal", "verloskundigenpraktijk", &["zeist"]);
    made.organisation("Coöperatie Rivierduin", "huisarts", &["delft"]);
    made.organisation("GGD Rivierduin", "ggd", &["delft"]);
    made.organisation("GGD Heuvelrand", "ggd", &["zeist"]);
    for name in ["Jan Bakker", "Pieter Jansen", "Jan", "Zoë Wiśniewski", "Sint-Anna Demir"] {
        let person = made.person(name, Visibility::Coalition, None);
        made.position(person, heilo, "coördinator vroegsignalering");
    }
    made
}

#[test]
fn people_are_understood() {
    let index = country().index();
    // What is typed, what is meant, and the least that it must be recognised by.
    let table: &[(&str, Thing)] = &[
        ("schulden", need("schulden")),
        ("SCHULDEN", need("schulden")),
        ("schuld", need("schulden")),
        ("schuldhulp", need("schulden")),
        ("geldzorgen", need("schulden")),
        ("schuldenlast", need("schulden")),
        ("schuldn", need("schulden")),
        ("geldzrogen", need("schulden")),
        ("hulp bij schulden", need("schulden")),
        ("wie kan ik bellen voor een zwangere met schulden", need("schulden")),
        ("debt", need("schulden")),
        ("debts", need("schulden")),
        ("poverty", need("schulden")),
        ("schuldhulpverlening", kind("schuldhulpverlening")),
        ("schuldhulpverlning", kind("schuldhulpverlening")),
        ("schuldhulpverleners", kind("schuldhulpverlening")),
        ("schuld hulp verlening", kind("schuldhulpverlening")),
        ("schuldsanering", kind("schuldhulpverlening")),
        ("kredietbank", kind("schuldhulpverlening")),
        ("woning", need("huisvesting")),
        ("housing", need("huisvesting")),
        ("huisvestingsproblemen", need("huisvesting")),
        ("evictions", need("huisvesting")),
        ("stoppen met roken", need("roken")),
        ("smoking", need("roken")),
        ("depresie", need("psychische-klachten")),
        ("kindermishandeling", need("huiselijk-geweld")),
        ("domestic violence", need("huiselijk-geweld")),
        ("jonge moeder", need("tienerzwangerschap")),
        ("laaggeletterd", need("taal")),
        ("LVB", need("verstandelijke-beperking")),
        ("huilbaby's", need("opvoeding")),
        ("borstvoeding", need("opvoeding")),
        ("dakloze", need("dakloosheid")),
        ("luiers", need("babyuitzet")),
        ("vluchtelingen", need("statushouders")),
        ("loneliness", need("eenzaamheid")),
        ("JGZ", kind("jgz")),
        ("j.g.z.", kind("jgz")),
        ("consultatiebureau", kind("jgz")),
        ("consultatie bureau", kind("jgz")),
        ("wijkverpleegkundige", kind("wijkverpleging")),
        ("CJG", kind("cjg")),
        ("VSV", kind("vsv")),
        ("GGZ", kind("ggz")),
        ("POP-poli", kind("pop-poli")),
        ("pop poli", kind("pop-poli")),
        ("poppoli", kind("pop-poli")),
        ("kraamhulp", kind("kraamzorg")),
        ("kraamverzorgende", kind("kraamzorg")),
        ("wijkteam", kind("wijkteam")),
        ("buurtteam", kind("wijkteam")),
        ("maatschappelijk werk", kind("maatschappelijk-werk")),
        ("maatschapelijk werk", kind("maatschappelijk-werk")),
        ("maatschappelijk werkster", kind("maatschappelijk-werk")),
        ("social worker", kind("maatschappelijk-werk")),
        ("verloskundigen", kind("verloskundigenpraktijk")),
        ("verloskundge", kind("verloskundigenpraktijk")),
        ("midwife", kind("verloskundigenpraktijk")),
        ("midwives", kind("verloskundigenpraktijk")),
        ("vrouwenopvanghuis", kind("vrouwenopvang")),
        ("vrouwenopvangcentrum", kind("vrouwenopvang")),
        ("dietist", kind("apotheek-dietist-fysio")),
        ("crèche", kind("kinderopvang")),
        ("creche", kind("kinderopvang")),
        ("food bank", kind("voedselbank")),
        ("foodbank", kind("voedselbank")),
        ("veilig thuis", kind("veilig-thuis")),
        ("woningbouwvereniging", kind("woningcorporatie")),
    ];
    let wrong: Vec<String> = table
        .iter()
        .filter_map(|(text, wanted)| {
            let found = found(&index, text);
            (found.hits.first().map(|hit| &hit.what) != Some(wanted)).then(|| format!("{text}: {found:?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), table.len(), wrong.join("\n"));
}

#[test]
fn names_lose_marks_and_the_whole_name_comes_first() {
    let index = country().index();
    let first = |text: &str| found(&index, text).hits.into_iter().map(|hit| (hit.what, hit.how)).collect::<Vec<_>>();
    let person = |name: &str| Thing::Person(PersonId::from_key(name));
    let organisation = |name: &str| Thing::Organisation(OrganisationId::from_key(name));
    assert_eq!(
        first("jan"),
        [(person("Jan"), Match::Exact), (person("Jan Bakker"), Match::Prefix)],
        "three letters are no beginning of a name"
    );
    assert_eq!(first("jans"), [(person("Pieter Jansen"), Match::Prefix)]);
    for text in ["zoe", "ZOË", "zoe wisniewski", "wisniewski zoe", "Zoë Wisniewsky"] {
        assert_eq!(first(text)[0].0, person("Zoë Wiśniewski"), "{text}");
    }
    for text in ["sint anna demir", "sintanna demir", "demir"] {
        assert_eq!(first(text)[0].0, person("Sint-Anna Demir"), "{text}");
    }
    for text in ["cooperatie rivierduin", "coop rivi", "coöperatie"] {
        assert_eq!(first(text)[0].0, organisation("Coöperatie Rivierduin"), "{text}");
    }
    assert_eq!(first("jansen bakker"), [], "all words must match");
    let title = first("coordinator vroegsignalering zonnestraal");
    assert_eq!(title.len(), 5);
    assert!(title.iter().all(|(what, _)| matches!(what, Thing::Position(_))), "{title:?}");
}

#[test]
fn a_place_in_the_text_stands_beside_what_is_looked_for() {
    let index = country().index();
    for (text, place, wanted) in [
        ("schuldhulp zeist", "zeist", need("schulden")),
        ("maatschappelijk werk delft", "delft", kind("maatschappelijk-werk")),
        ("Delft: schulden", "delft", need("schulden")),
        ("schulden in den hoorn", "delft", need("schulden")),
    ] {
        let found = found(&index, text);
        assert_eq!(found.place, Some(slug(place)), "{text}");
        assert_eq!(found.hits[0].what, wanted, "{text}");
    }
    let alone = found(&index, "Delft");
    assert_eq!((alone.place, &alone.hits[0].what), (None, &Thing::Place(slug("delft"))));
    assert_eq!(found(&index, "Den Hoorn").hits[0].what, Thing::Place(slug("delft")));
    // What is called so in full is no place and something else.
    let mut made = country();
    let named = made.organisation("Moeders Delft", "ontmoeting", &["zeist"]);
    assert_eq!(found(&made.index(), "moeders delft").hits[0].what, Thing::Organisation(named));
}

#[test]
fn what_is_of_the_asked_coalition_comes_first() {
    let index = country().index();
    let organisations = |coalition: &str| -> Vec<Thing> {
        let sought = Sought { viewer: &Viewer::default(), coalition: Some(&slug(coalition)), limit: 10 };
        let hits = index.find("GGD", &sought).hits;
        assert_eq!(hits[0].what, kind("ggd"));
        hits.into_iter().map(|hit| hit.what).filter(|what| matches!(what, Thing::Organisation(_))).collect()
    };
    let [delft, zeist] = ["GGD Rivierduin", "GGD Heuvelrand"].map(|name| Thing::Organisation(OrganisationId::from_key(name)));
    assert_eq!(organisations("delft"), [delft.clone(), zeist.clone()]);
    assert_eq!(organisations("zeist"), [zeist, delft]);
}

#[test]
fn an_unknown_word_gives_guesses_and_no_hits() {
    let index = country().index();
    let unknown = found(&index, "schuldenproblematieken xylofoon");
    assert_eq!(unknown.hits, []);
    assert_eq!(unknown.guesses[0].what, need("schulden"));
    assert!(unknown.guesses.len() <= GUESSES_MAX);
    let near = found(&index, "krdietbnkk");
    assert_eq!((near.hits.len(), &near.guesses[0].what), (0, &kind("schuldhulpverlening")));
    assert_eq!(found(&index, "schulden").guesses, []);
}

#[test]
fn the_other_words_are_told() {
    let index = country().index();
    let also = found(&index, "schulden").also;
    assert!(also.nl.contains(&"schuldhulp".to_owned()) && also.nl.contains(&"geldzorgen".to_owned()), "{also:?}");
    assert!(also.en.contains(&"money".to_owned()) && also.en.iter().all(|word| !also.nl.contains(word)), "{also:?}");
    let also = found(&index, "geldzorgen").also;
    assert!(also.nl.contains(&"schuldhulp".to_owned()) && !also.nl.contains(&"geldzorgen".to_owned()), "{also:?}");
    assert_eq!(found(&index, "rivierduin").also, Spellings::default());
}

#[test]
fn half_a_word_is_completed() {
    let index = country().index();
    let first = |text: &str| {
        let hits = index.suggest(text, &Sought { viewer: &Viewer::default(), coalition: None, limit: 5 });
        hits.into_iter().map(|hit| hit.what).collect::<Vec<_>>()
    };
    for (text, wanted) in [
        ("schul", need("schulden")),
        ("geldz", need("schulden")),
        ("schuldhulpverl", kind("schuldhulpverlening")),
        ("verlosk", kind("verloskundigenpraktijk")),
        ("maatschappelijk we", kind("maatschappelijk-werk")),
        ("pop-p", kind("pop-poli")),
        ("zoe wis", Thing::Person(PersonId::from_key("Zoë Wiśniewski"))),
        ("verloskundigenprakrij", kind("verloskundigenpraktijk")),
        ("del", Thing::Place(slug("delft"))),
    ] {
        assert!(first(text).contains(&wanted), "{text}: {:?}", first(text));
    }
    assert!(first("").is_empty());
}

#[test]
fn strange_texts_find_nothing_and_break_nothing() {
    let index = country().index();
    let long = "schulden ".repeat(2_000);
    assert_eq!(found(&index, &long).hits[0].what, need("schulden"), "the first words count");
    let one_word = "a".repeat(10_000);
    for text in
        ["", "   ", "\"", "*", "schulden*x\"(", "AND", "a AND OR NOT", "+-&&||!(){}[]^\"~*?:\\/", "😀", "\u{0}", &one_word]
    {
        let found = found(&index, text);
        assert!(found.hits.len() <= 10, "{text}");
    }
    for text in ["\"schulden\"", "schulden*", "+schulden -", "word:schulden", "😀 schulden 😀", "(schulden"] {
        let expected = Some(need("schulden"));
        assert_eq!(found(&index, text).hits.first().map(|hit| hit.what.clone()), expected, "{text}");
    }
    // Nine digits that pass the proof of a citizen service number.
    for text in ["111222333", "schulden 111222333"] {
        assert_eq!(found(&index, text), Found::default(), "{text}");
    }
    let none = Sought { viewer: &Viewer::default(), coalition: Some(&slug("nergens")), limit: 0 };
    assert_eq!(index.find("schulden", &none).hits, []);
}

#[test]
fn the_same_register_gives_the_same_answers() {
    let (one, other) = (country().index(), country().index());
    for text in ["schulden", "jan", "ggd", "coordinator", "r", "werk", "onbekendwoord"] {
        assert_eq!(found(&one, text), found(&other, text), "{text}");
    }
}

#[test]
fn a_later_register_is_found_as_it_is() {
    let mut made = country();
    let before = made.index();
    assert_eq!(found(&before, "avondrood").hits, []);
    let organisation = made.organisation("Avondrood", "welzijn", &["zeist"]);
    let after = before.update(&made.0, DAY);
    assert_eq!(found(&after, "avondrood").hits[0].what, Thing::Organisation(organisation));
    assert_eq!(found(&before, "avondrood").hits, [], "who still reads the old one reads what was");
    let mut person = made.0.person(&PersonId::from_key("Jan")).expect("put before").clone();
    person.expires = PartialDate::parse("2026-12-01").ok();
    made.put(Entity::Person(person));
    let shown = after.update(&made.0, DAY);
    assert_eq!(found(&shown, "jan").hits[0].how, Match::Exact);
    assert_ne!(found(&shown.update(&made.0, date!(2026 - 12 - 02)), "jan").hits[0].how, Match::Exact, "a day later he is gone");
}
