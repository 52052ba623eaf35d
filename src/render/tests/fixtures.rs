//! Maps to draw: shaped like the coalitions the service knows, with invented persons, and generated ones of any size.

use crate::model::{Domain, Language};
use crate::render::{
    Agreement, Card, Change, Changes, ExpectedMark, GapMark, HeadWords, Introduced, Lane, Line, LineChange, LineStatus,
    Participation, PartnerMap, Scenario, Shown,
};

pub fn empty(title: &str) -> PartnerMap {
    PartnerMap {
        language: Language::Nl,
        title: title.to_owned(),
        sentence: "Tussen medisch en sociaal is nog geen lijn bekend.".to_owned(),
        stand: "Stand november 2019 · bron: interview Pharos".to_owned(),
        answered: 0,
        asked_of: 10,
        response: "geen van de 10 organisaties is zelf gevraagd".to_owned(),
        cards: Vec::new(),
        lines: Vec::new(),
        agreements: Vec::new(),
        gaps: Vec::new(),
        expected: Vec::new(),
        expected_caption: "0 van 0 verwachte lijnen bevestigd".to_owned(),
        sides_chosen: false,
        within_left: None,
        between: 0,
        within_right: None,
        notes: Vec::new(),
        footer: "Kanten: medisch tegenover sociaal en informeel · norm 2026-1 · versie 12 · Korte Lijnen".to_owned(),
        scenario: None,
        changes: None,
    }
}

/// A card from "id|name|domain code|kind rank|participation|people".
pub fn card(text: &str) -> Card {
    let fields: Vec<&str> = text.split('|').collect();
    let domain = Domain::ALL.into_iter().find(|domain| domain.code() == fields[2]);
    let participation = match fields[4] {
        "signed" => Participation::Signatory,
        "seen" => Participation::Seen,
        "approached" => Participation::Approached,
        "wanted" => Participation::Wanted,
        "ghost" => Participation::NotYetPartner,
        "unnamed" => Participation::NotNamed,
        _ => Participation::Participating,
    };
    let people = fields.get(5).into_iter().flat_map(|people| people.split(';')).filter(|person| !person.is_empty());
    let person = |person: &str| match person.split_once(", ") {
        Some((name, title)) => (name.to_owned(), Some(title.to_owned())),
        None => (person.to_owned(), None),
    };
    Card {
        id: fields[0].to_owned(),
        href: format!("/organisaties/{}", fields[0]),
        name: fields[1].trim_start_matches('?').to_owned(),
        short_name: None,
        domain,
        lane: match domain {
            Some(Domain::Medical) => Lane::Left,
            Some(Domain::Social | Domain::Informal) => Lane::Right,
            _ => Lane::Middle,
        },
        kind_rank: fields[3].parse().unwrap_or(99),
        participation,
        placeholder: fields[1].starts_with('?'),
        people: people.map(person).collect(),
        label: format!("{}, een label", fields[1].trim_start_matches('?')),
    }
}

pub fn line(a: &str, b: &str, status: LineStatus, strength: u8) -> Line {
    Line { a: a.to_owned(), b: b.to_owned(), status, strength, stale: false }
}

/// A gap between cards: "a,b|c"; numbered or not.
pub fn gap(place: usize, ends: &str, text: &str, number: Option<usize>) -> GapMark {
    let (a, b) = ends.split_once('|').expect("two ends");
    let ids = |end: &str| end.split(',').map(str::to_owned).collect();
    let state = if number.is_some() { "nog geen lijn" } else { "eerst vragen" };
    GapMark {
        number,
        id: format!("gap-{place}"),
        href: format!("/gaten/gap-{place}"),
        a: ids(a),
        b: ids(b),
        text: text.to_owned(),
        label: format!("{}: {text}, {state}", number.map_or("?".to_owned(), |n| n.to_string())),
    }
}

pub fn leiden() -> PartnerMap {
    let mut map = empty("Leiden");
    map.sentence = "Eén lijn van medisch naar sociaal, door één kant genoemd; schuldhulpverlening is lastig te vinden.".into();
    map.asked_of = 6;
    map.response = "geen van de 6 organisaties is zelf gevraagd".into();
    map.cards = [
        "poo|Verloskundig centrum De Poort|medical|1|part|Lotte Jansen, directeur",
        "coo|Coöperatie van verloskundigen Leiden e.o.|medical|1|part|Lotte Jansen, directeur",
        "vsv|Verloskundig Samenwerkingsverband|medical|2|part",
        "krz|Kraamzorg|medical|3|unnamed",
        "ha|Huisartsen|medical|4|unnamed",
        "gem|Gemeente Leiden|governance|20|part|Ruben de Boer, programmamanager Jeugd",
        "jgz|Jeugdgezondheidszorg|public_health|10|unnamed",
        "wt|?Sociale wijkteams|social|30|approached",
        "mw|?Maatschappelijk werk|social|31|part",
        "shv|?Schuldhulpverlening|social|32|approached",
        "erv|Ervaringsdeskundigen|informal|40|unnamed",
    ]
    .map(card)
    .to_vec();
    map.lines = vec![
        line("mw", "vsv", LineStatus::SaidByB, 2),
        line("poo", "coo", LineStatus::Unverified, 2),
        line("coo", "vsv", LineStatus::Unverified, 2),
    ];
    map.within_left = Some(2);
    map.between = 1;
    map.gaps = vec![
        gap(1, "poo,coo,vsv|shv", "Verloskundigenpraktijk – Schuldhulpverlening", Some(1)),
        gap(2, "poo,coo|wt", "Verloskundigenpraktijk – Sociale wijkteams", None),
        gap(3, "jgz|shv", "Jeugdgezondheidszorg – Schuldhulpverlening", None),
        gap(4, "krz|wt", "Kraamzorg – Sociale wijkteams", None),
        gap(5, "ha|wt", "Huisartsen – Sociale wijkteams", None),
        gap(6, "poo|erv", "Verloskundigenpraktijk – Ervaringsdeskundigen", None),
        gap(7, "poo,coo|krz", "Verloskundigenpraktijk – Kraamzorg", None),
    ];
    map.expected = [vec![ExpectedMark::Known, ExpectedMark::Missing], vec![ExpectedMark::Unknown; 5]].concat();
    map.expected_caption = "0 van 7 verwachte lijnen bevestigd".into();
    map
}

pub fn delft() -> PartnerMap {
    let mut map = empty("Delft");
    map.sentence = "Acht organisaties tekenden. Tussen medisch en sociaal is nog geen lijn op de werkvloer bekend.".into();
    map.cards = [
        "zel|ZEL|medical|5|signed",
        "vsv|Verloskundig Samenwerkingsverband (VSV) Reinier|medical|6|signed|Marit Hoekstra",
        "rdg|Reinier de Graaf ziekenhuis|medical|7|signed|Clara Visser, directeur",
        "gem|Gemeente Delft|governance|20|signed|Hanna Smit, wethouder;Dieke Bakker, adviseur",
        "dsw|DSW Zorgverzekeraar|governance|21|signed|Daan Mulder, directeur Zorg",
        "jgz|JGZ Zuid-Holland West|public_health|10|signed|Robin Bos",
        "ggd|GGD Haaglanden|public_health|11|part|Mila de Groot",
        "dve|Delft voor Elkaar|social|30|signed|Sem van Dijk",
        "ds|Delft Support|social|31|signed|Evi van den Berg",
        "shv|Schuldhulpverlening|social|32|ghost",
        "hum|Humanitas|informal|40|part|Janna Peters",
    ]
    .map(card)
    .to_vec();
    map.agreements = vec![Agreement {
        name: "Samenwerkingsovereenkomst".into(),
        caption: "oktober 2019 · 8 ondertekenaars".into(),
        members: ["zel", "vsv", "rdg", "gem", "dsw", "jgz", "dve", "ds"].map(str::to_owned).to_vec(),
    }];
    map.gaps = vec![
        gap(1, "vsv|ds", "VSV Reinier – Delft Support", Some(1)),
        gap(2, "vsv|shv", "VSV Reinier – Schuldhulpverlening", Some(2)),
        gap(3, "rdg|ds", "Reinier de Graaf ziekenhuis – Delft Support", Some(3)),
        gap(4, "zel|dve", "ZEL – Delft voor Elkaar", Some(4)),
        gap(5, "vsv|dve", "VSV Reinier – Delft voor Elkaar", None),
        gap(6, "vsv|hum", "VSV Reinier – Humanitas", None),
    ];
    map.expected = [vec![ExpectedMark::Missing; 4], vec![ExpectedMark::Unknown; 2]].concat();
    map.expected_caption = "0 van 6 verwachte lijnen bevestigd".into();
    map.notes = vec!["Woningcorporatie is gewenst en doet nog niet mee.".into()];
    map
}

pub fn zaanstad() -> PartnerMap {
    let mut map = empty("Zaanstad");
    map.sentence = "De lijn naar de wijkteams is een plan: aandachtsfunctionarissen als aanspreekpunt voor de zorg.".into();
    map.cards = [
        "ass|Verloskundigenpraktijk Assendelft e.o.|medical|1|part|Anna de Laat",
        "hei|Verloskundigenpraktijk Heilema|medical|1|part|Cato de Vries",
        "kzu|Kraamzus|medical|3|part|Sanne Pol",
        "kvo|de Kraamvogel|medical|3|part|Anke Moreno",
        "zkh|?Ziekenhuis|medical|7|part",
        "ha|?Huisartsen|medical|8|part",
        "gem|Gemeente Zaanstad|governance|20|part|Sofie Meijer, wethouder;Nadia Benali, projectleider",
        "ggd|?GGD|public_health|11|part",
        "swt|?Sociaal Wijkteams|social|30|part",
        "ko|?Kinderopvang|social|35|part",
        "shv|Schuldhulpverlening|social|36|unnamed",
        "inf|Informele steun|informal|40|unnamed",
    ]
    .map(card)
    .to_vec();
    let planned = ["ass", "hei", "kzu", "kvo", "ha", "zkh"].map(|id| line(id, "swt", LineStatus::Planned, 2));
    let told = ["ass", "hei", "kzu", "kvo", "zkh", "ha", "swt", "ko", "ggd"];
    map.lines = planned.into_iter().chain(told.map(|id| line("gem", id, LineStatus::Unverified, 2))).collect();
    map.gaps = vec![
        gap(1, "ass,hei|shv", "Verloskundigenpraktijk – Schuldhulpverlening", None),
        gap(2, "kzu,kvo|inf", "Kraamzorg – Informele steun", None),
        gap(3, "ha|shv", "Huisartsen – Schuldhulpverlening", None),
    ];
    map.expected = [vec![ExpectedMark::Planned; 3], vec![ExpectedMark::Unknown; 3]].concat();
    map
}

/// One participant, and everybody else only spoken with.
pub fn alkmaar() -> PartnerMap {
    let mut map = empty("Alkmaar");
    map.cards.push(card("ggd|GGD Hollands Noorden|public_health|11|part|Willemijn Tol, projectleider"));
    let medical = ["Verloskundigen", "Kraamzorg", "Gynaecologen", "Huisartsen", "Kinderartsen", "Verslavingszorg"];
    let social = [
        "Wijkteams",
        "Maatschappelijk werk",
        "Schuldhulpverlening",
        "Woningcorporaties",
        "Kinderopvang",
        "Voorschoolse voorzieningen",
        "Veilig Thuis",
        "Vrouwenopvang",
    ];
    for (i, name) in medical.iter().enumerate() {
        map.cards.push(card(&format!("m{i}|?{name}|medical|{i}|approached")));
    }
    for (i, name) in social.iter().enumerate() {
        map.cards.push(card(&format!("s{i}|?{name}|social|{}|approached", 30 + i)));
    }
    map.cards.push(card("gem|?Gemeente|governance|20|approached"));
    map.cards.push(card("bur|?Burgerinitiatief|none|99|approached"));
    map.cards.push(card("kir|?Kerkelijke en levensbeschouwelijke organisaties|informal|41|seen"));
    map
}

/// Ten of a kind, several agreements, very long names.
pub fn crowded() -> PartnerMap {
    let mut map = empty("Samenwerkingsverband Kansrijke Start Noordoost-Brabant en Land van Cuijk en omstreken");
    map.sentence = "Een lange zin die over meer dan een regel loopt, omdat de bevinding uit twee delen bestaat. Van de tien \
                    verloskundigenpraktijken heeft er geen een lijn met de schuldhulpverlening van de zes gemeenten samen."
        .into();
    map.stand =
        "Stand november 2019 tot en met februari 2026 · bronnen: interview Pharos, website van de gemeente, eigen opgave".into();
    for i in 0..10 {
        let name = format!("Verloskundigenpraktijk Samenwerkingsverband {i} Noord-Limburg Oost");
        map.cards.push(card(&format!(
            "m{i}|{name}|medical|1|signed|Persoon Met Een Hele Lange Achternaam van der Meulen, \
                                      programmamanager Kansrijke Start en Jeugd;Ander;Derde, arts;Vierde"
        )));
    }
    for i in 0..4 {
        map.cards.push(card(&format!(
            "s{i}|Stichting Maatschappelijke dienstverlening en Schuldhulpverlening Oost {i}|social|32|signed"
        )));
    }
    map.cards.push(card("gem|Gemeente met een Onwaarschijnlijklangenaamdienergensafgebrokenkanworden|governance|20|signed"));
    map.cards.push(card("jgz|Jeugdgezondheidszorg|public_health|10|signed"));
    map.cards.push(card("sch|Basisschool De Regenboog|education|60|seen"));
    let members: Vec<String> = map.cards.iter().map(|card| card.id.clone()).collect();
    for name in ["Samenwerkingsovereenkomst Kansrijke Start Noordoost-Brabant", "Zorgpad"] {
        map.agreements.push(Agreement {
            name: name.into(),
            caption: "2019 · 16 ondertekenaars".into(),
            members: members.clone(),
        });
    }
    let all: Vec<String> = (0..10).map(|i| format!("m{i}")).collect();
    map.gaps = vec![
        gap(1, &format!("{}|s0,s1,s2,s3", all.join(",")), "Verloskundigenpraktijk – Schuldhulpverlening", Some(1)),
        gap(2, "jgz|s0,s1,s2,s3", "Jeugdgezondheidszorg – Schuldhulpverlening", Some(2)),
        gap(3, "m0,m1,m2|jgz", "Verloskundigenpraktijk – Jeugdgezondheidszorg", None),
        gap(4, "s0|s1", "Wijkteam – Schuldhulpverlening", None),
    ];
    map.answered = 3;
    map
}

/// A generated map of a size; a small linear congruence stands for chance.
pub fn generated(count: usize) -> PartnerMap {
    let mut map = empty(&format!("Netwerk van {count}"));
    let mut state: u64 = 42 + count as u64;
    let mut chance = move |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % below
    };
    let kinds = [
        ("Verloskundigenpraktijk", "medical"),
        ("Wijkteam", "social"),
        ("Huisartsenpraktijk", "medical"),
        ("Woningcorporatie", "social"),
        ("Kraamzorg", "medical"),
        ("Basisschool", "education"),
        ("Jeugdhulp", "social"),
        ("Gemeente", "governance"),
        ("Jeugdgezondheidszorg", "public_health"),
        ("Home-Start", "informal"),
        ("Apotheek", "medical"),
        ("Welzijn", "social"),
    ];
    let places = ["Stationskwartier", "Kersenboomgaard", "Zuid", "Bergse Plaat", "Westwijk", "Het Oude Dorp", "Oost"];
    for i in 0..count {
        let (kind, domain) = kinds[i % kinds.len()];
        let place = places[chance(places.len())];
        map.cards.push(card(&format!("o{i}|{kind} {place} {}|{domain}|{}|part", i / kinds.len() + 1, i % kinds.len())));
    }
    let statuses =
        [LineStatus::Confirmed, LineStatus::SaidByA, LineStatus::Unverified, LineStatus::Contested, LineStatus::SaidByB];
    let mut seen = std::collections::BTreeSet::new();
    while map.lines.len() < count * 5 / 2 {
        let (a, b) = (chance(count), chance(count));
        let direct =
            map.cards[a].lane != map.cards[b].lane && map.cards[a].lane != Lane::Middle && map.cards[b].lane != Lane::Middle;
        if a == b || !seen.insert((a.min(b), a.max(b))) || (direct && chance(3) > 0) {
            continue;
        }
        let mut line = line(&format!("o{a}"), &format!("o{b}"), statuses[chance(5)], 1 + chance(4) as u8);
        line.stale = chance(9) == 0;
        map.lines.push(line);
    }
    map.answered = count / 2;
    map.asked_of = count;
    map.response = format!("{} van {count} organisaties antwoordden", count / 2);
    (map.within_left, map.between, map.within_right) = (Some(12), 9, Some(0));
    let of = |kind: usize| (0..count).filter(|i| i % kinds.len() == kind).map(|i| format!("o{i}")).collect::<Vec<_>>().join(",");
    map.gaps = (0..14)
        .map(|i| {
            let (a, b) = ([0, 2, 4, 8][i % 4], [1, 3, 6, 9][(i / 4) % 4]);
            let text = format!("{} – {}", kinds[a].0, kinds[b].0);
            gap(i, &format!("{}|{}", of(a), of(b)), &text, (i < 9).then_some(i + 1))
        })
        .collect();
    map.expected = (0..16).map(|i| [ExpectedMark::Confirmed, ExpectedMark::Known, ExpectedMark::Missing][i % 3]).collect();
    map
}

/// A map with introductions, cards that go with their lines, and persons that go.
pub fn supposing(mut map: PartnerMap, met: &[(&str, &str)], gone: &[&str], people: &[(&str, usize)]) -> PartnerMap {
    let name = |id: &str| map.cards.iter().find(|card| card.id == id).map_or("?", |card| card.name.as_str());
    let met = met.iter().enumerate().map(|(at, (a, b))| Introduced {
        letter: char::from(b'A' + at as u8).to_string(),
        a: (*a).to_owned(),
        b: (*b).to_owned(),
        text: format!("{} – {}", name(a), name(b)),
    });
    let introduced: Vec<Introduced> = met.collect();
    let goes = |line: &&Line| gone.contains(&line.a.as_str()) || gone.contains(&line.b.as_str());
    map.scenario = Some(Scenario {
        title: "wat als: drie kennismakingen en twee vertrekken".to_owned(),
        closed: map.gaps.iter().take(introduced.len()).map(|gap| gap.id.clone()).collect(),
        introduced,
        gone_cards: gone.iter().map(|&id| id.to_owned()).collect(),
        gone_lines: map.lines.iter().filter(goes).map(|line| (line.a.clone(), line.b.clone())).collect(),
        gone_people: people.iter().map(|(id, at)| ((*id).to_owned(), *at)).collect(),
        goes: gone.iter().map(|id| format!("{} doet niet meer mee.", name(id))).collect(),
    });
    map
}

/// Introductions inside one side only, and to the middle.
fn alkmaar_planned() -> PartnerMap {
    let map = alkmaar();
    let of = |lane: Lane| map.cards.iter().filter(move |card| card.lane == lane).map(|card| card.id.clone()).collect::<Vec<_>>();
    let (left, middle, right) = (of(Lane::Left), of(Lane::Middle), of(Lane::Right));
    let pairs =
        [(&left[0], &left[2]), (&left[1], &left[3]), (&right[0], &right[1]), (&left[0], &middle[0]), (&middle[0], &right[1])];
    let pairs: Vec<(String, String)> = pairs.map(|(a, b)| (a.clone(), b.clone())).to_vec();
    let pairs: Vec<(&str, &str)> = pairs.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    supposing(map, &pairs, &[], &[])
}

/// Twelve introductions from side to side, and some who go.
pub fn busy(map: PartnerMap) -> PartnerMap {
    let of = |lane: Lane| map.cards.iter().filter(move |card| card.lane == lane).map(|card| card.id.clone()).collect::<Vec<_>>();
    let (left, right) = (of(Lane::Left), of(Lane::Right));
    let pairs: Vec<(&str, &str)> =
        (0..12).map(|at| (left[at % left.len()].as_str(), right[(at * 5 + at / 7) % right.len()].as_str())).collect();
    let gone = [left[1].as_str(), right[0].as_str()];
    supposing(map.clone(), &pairs, &gone, &[])
}

/// A year later: of the lines between the sides a part came or went, of the others a few; some stayed and changed, and every
/// tenth organisation came or went.
pub fn a_year(mut map: PartnerMap) -> PartnerMap {
    let lane = |id: &str| map.cards.iter().find(|card| card.id == id).map(|card| card.lane);
    let name = |id: &str| map.cards.iter().find(|card| card.id == id).map_or("?", |card| card.name.as_str());
    let kept = [Change::Confirmed, Change::Doubted, Change::Strengthened, Change::Weakened, Change::Stale, Change::Refreshed];
    let one = |(at, line): (usize, &Line)| {
        let across = lane(&line.a) != lane(&line.b) && [&line.a, &line.b].iter().all(|id| lane(id) != Some(Lane::Middle));
        let what = match (across, at % 20) {
            (true, 0..8) | (false, 1) => Change::New,
            (true, 8..11) | (false, 5) => Change::Lost,
            (true, 11..14) | (false, 9) => kept[at % kept.len()],
            _ => Change::Same,
        };
        let text = format!("{} – {}", name(&line.a), name(&line.b));
        LineChange { a: line.b.clone(), b: line.a.clone(), what, across, text, told: format!("{what:?}").to_lowercase() }
    };
    let lines: Vec<LineChange> = map.lines.iter().enumerate().map(one).collect();
    let every = |first: usize| map.cards.iter().skip(first).step_by(10).map(|card| card.id.clone()).collect();
    let changes = Changes {
        shown: Shown::Changes,
        heads: Vec::new(),
        lines,
        joined: every(3),
        left: every(8),
        absent: [every(3), every(8)],
        agreements: vec![Change::New, Change::Lost],
        was: [None, Some(7), map.within_right],
    };
    map.title = format!("{}, 1 november 2025 naar 1 november 2026", map.title);
    map.sentence = "6 nieuwe lijnen tussen medisch en sociaal, 2 verloren.".into();
    (map.gaps, map.expected, map.expected_caption) = (Vec::new(), Vec::new(), String::new());
    map.cards.iter_mut().for_each(|card| card.people.clear());
    PartnerMap { changes: Some(changes), ..map }
}

/// Is somebody drawn? In the frame of two days only who is there on the day that is shown.
pub fn is_there(map: &PartnerMap, id: &String) -> bool {
    map.changes.as_ref().is_none_or(|it| match it.shown {
        Shown::Changes => true,
        Shown::Before => !it.absent[0].contains(id),
        Shown::After => !it.absent[1].contains(id),
    })
}

/// What the name of a card's link ends with on a map of what changed.
pub fn came_or_went(map: &PartnerMap, id: &String) -> &'static str {
    match &map.changes {
        Some(it) if it.shown == Shown::Changes && it.left.contains(id) => ", niet meer erbij",
        Some(it) if it.shown == Shown::Changes && it.joined.contains(id) => ", erbij gekomen",
        _ => "",
    }
}

/// The same frame with another of its three maps.
pub fn showing(mut map: PartnerMap, shown: Shown) -> PartnerMap {
    map.changes = map.changes.map(|changes| Changes { shown, ..changes });
    map
}

/// The same with words of its own over each of the three, of different lengths.
pub fn showing_alone(mut map: PartnerMap, shown: Shown) -> PartnerMap {
    let words = |shown: Shown| HeadWords {
        title: format!("{} {}", map.title, "van toen naar nu ".repeat(2 - shown as usize)),
        sentence: "Er is iets veranderd tussen medisch en sociaal. ".repeat(1 + 2 * shown as usize),
        stand: "Stand 1 november 2026 · bron: ledenpeiling ".repeat(shown as usize),
        response: "3 van de 30 organisaties antwoordden zelf ".repeat(1 + shown as usize),
    };
    let heads = [Shown::Changes, Shown::Before, Shown::After].map(words).to_vec();
    let HeadWords { title, sentence, stand, response } = words(shown);
    map.changes = map.changes.map(|changes| Changes { shown, heads, ..changes });
    PartnerMap { title, sentence, stand, response, ..map }
}

/// The picture that a map of what changed is held against: thirty organisations, six new lines between the sides and two lost.
pub fn example_town() -> PartnerMap {
    let mut map = empty("Voorbeeldstad");
    map.cards = [
        "ha|Huisartsenpraktijk|medical|1|part",
        "mmw|Medisch maatschappelijk werk|medical|2|part",
        "vsv|VSV|medical|3|part",
        "vlk|Verloskundigenpraktijk|medical|4|signed",
        "kga|Kindergeneeskunde|medical|5|part",
        "krz|Kraamzorg|medical|6|part",
        "vrs|Verslavingszorg|medical|7|part",
        "zkh|Ziekenhuis|medical|8|signed",
        "pop|POP-poli|medical|9|signed",
        "ggz|GGZ|medical|10|part",
        "gem|Gemeente|governance|20|part",
        "zvz|Zorgverzekeraar|governance|21|part",
        "jgz|Jeugdgezondheidszorg|public_health|22|part",
        "cjg|CJG|public_health|23|part",
        "ggd|GGD|public_health|24|part",
        "hs|Hogeschool|education|25|part",
        "bs|Basisschool|education|26|part",
        "jhp|Jeugdhulp|social|30|part",
        "wel|Welzijn|social|31|signed",
        "wt|Wijkteam|social|32|part",
        "mee|MEE|social|33|part",
        "wco|Woningcorporatie|social|34|part",
        "shv|Schuldhulpverlening|social|35|part",
        "ko|Kinderopvang|social|36|part",
        "vt|Veilig Thuis|social|37|part",
        "wi|Werk en Inkomen|social|38|part",
        "hst|Home-Start|informal|40|signed",
        "vb|Voedselbank|informal|41|part",
        "sbs|Stichting Babyspullen|informal|42|part",
        "bg|Buurtgezinnen|informal|43|part",
    ]
    .map(card)
    .to_vec();
    let same = "ha-mmw ha-vsv mmw-kga vsv-vlk vlk-kga vlk-krz kga-krz krz-zkh vrs-zkh ggz-vrs ggz-zkh pop-vsv mmw-wel mmw-jhp \
                vsv-mee krz-mee krz-shv gem-jhp gem-wel gem-wt zvz-wco zvz-zkh zvz-vlk jgz-krz jgz-vlk jgz-cjg jgz-wt cjg-mee cjg-hst \
                cjg-ha hs-zkh bs-vrs bs-jgz bs-ko bs-wt ggz-bs jhp-wt jhp-vb wel-mee wel-wi wco-vt mee-shv hst-vb hst-bg wi-bg vb-wco";
    let new = "vsv-wt vlk-wt vlk-shv krz-vt krz-ko krz-wt kga-vrs zvz-jgz hs-vlk cjg-zkh jhp-sbs";
    let lost = "ha-wel zkh-vt vsv-vlk vrs-hs wel-wco";
    let direct = |a: &str, b: &str| {
        let lane = |id: &str| map.cards.iter().find(|card| card.id == id).map(|card| card.lane);
        matches!((lane(a), lane(b)), (Some(Lane::Left), Some(Lane::Right)))
    };
    let name = |id: &str| map.cards.iter().find(|card| card.id == id).map_or("?", |card| card.name.as_str());
    let (mut lines, mut changed): (Vec<Line>, Vec<LineChange>) = (Vec::new(), Vec::new());
    for (pairs, what, told) in [(lost, Change::Lost, "niet meer genoemd"), (new, Change::New, "nieuw"), (same, Change::Same, "")]
    {
        for (a, b) in pairs.split_whitespace().filter_map(|pair| pair.split_once('-')) {
            if lines.iter().any(|line| line.a == a && line.b == b) {
                continue;
            }
            lines.push(line(a, b, LineStatus::Confirmed, 2));
            let (text, across) = (format!("{} – {}", name(a), name(b)), direct(a, b));
            changed.push(LineChange { a: a.into(), b: b.into(), what, across, text, told: told.into() });
        }
    }
    (map.lines, map.within_left, map.between, map.within_right) = (lines, Some(11), 11, Some(9));
    (map.answered, map.asked_of) = (19, 30);
    map.title = "Voorbeeldstad, 1 november 2025 naar 1 november 2026".into();
    map.sentence = "6 nieuwe lijnen tussen medisch en sociaal, 2 verloren.".into();
    map.stand = "Stand 1 november 2026 · bron: ledenpeiling".into();
    map.response = "19 van de 30 organisaties antwoordden zelf".into();
    map.changes = Some(Changes { lines: changed, was: [Some(10), Some(7), Some(9)], ..Changes::default() });
    map
}

pub fn all() -> Vec<(&'static str, PartnerMap)> {
    let mut lone = empty("Eén");
    lone.cards.push(card("a|Gemeente|governance|20|wanted"));
    lone.language = Language::En;
    vec![
        ("leiden", leiden()),
        ("delft", delft()),
        ("zaanstad", zaanstad()),
        ("alkmaar", alkmaar()),
        ("crowded", crowded()),
        ("n30", generated(30)),
        ("n60", generated(60)),
        ("leiden, a plan", supposing(leiden(), &[("poo", "shv"), ("vsv", "wt"), ("coo", "mw")], &[], &[])),
        ("leiden, a departure", supposing(leiden(), &[], &["vsv"], &[("poo", 0), ("gem", 0)])),
        ("alkmaar, a plan within a side", alkmaar_planned()),
        ("crowded, everything at once", busy(crowded())),
        ("n60, everything at once", busy(generated(60))),
        ("a town, a year later", example_town()),
        ("n12, a year later", a_year(generated(12))),
        ("n60, a year later", a_year(generated(60))),
        ("n120, a year later", a_year(generated(120))),
        ("n30, the year before", showing(a_year(generated(30)), Shown::Before)),
        ("n30, the year after", showing(a_year(generated(30)), Shown::After)),
        ("crowded, a year later", a_year(crowded())),
        ("delft, a year later", a_year(delft())),
        ("lone", lone),
        ("nobody", empty("Niemand")),
    ]
}
