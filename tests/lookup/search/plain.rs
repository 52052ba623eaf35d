//! What people type in plain words and what they mean by it; and what must never be taken for something else.

use super::*;

/// The catalogue and a coalition with nobody in it.
fn index() -> Index {
    let mut made = Made::new();
    made.coalition("zeist", "Zeist", &["Zeist"]);
    made.index()
}

fn best(index: &Index, text: &str) -> Option<Thing> {
    let sought = Sought { viewer: &Viewer::default(), coalition: Some(&slug("zeist")), limit: 1 };
    index.find(text, &sought).hits.into_iter().next().map(|hit| hit.what)
}

/// Texts for each need, and for each kind; between bars.
const NEEDS: &[(&str, &str)] = &[
    (
        "schulden",
        "kan huur niet betalen|kan niet rondkomen|mevrouw kan de huur niet betalen|cannot pay the rent|she cannot pay the rent|minimaregeling|\
         energierekening|werkloos|geen inkomen|geen geld|schulden|heeft schulden|deurwaarder aan de deur|rood staan|debts|no money|\
         schuldn hulp|zij is werkloos geworden|unemployed|uitkering",
    ),
    (
        "huisvesting",
        "uit huis gezet|gezin is uit huis gezet|urgentieverklaring|woning te klein|huurachterstand|schimmel in huis|zoekt woning|evicted|\
         housing|huisbaas",
    ),
    (
        "middelengebruik",
        "cocaïne|coke|cocaine|blowt|blowen|zij blowt elke dag|she drinks|drinkt|mevrouw drinkt veel|verslaafd|alcohol|partner is verslaafd|\
         heroïne|drugs|wiet|gokverslaving",
    ),
    ("roken", "rookt|zij rookt|stoppen met roken|vapet|smokes|cigarettes"),
    (
        "psychische-klachten",
        "suïcidaal|suicidaal|zelfmoord|dood willen|wil dood|zij wil dood|wil niet meer leven|zelfmoordgedachten|suicide|she is suicidal|\
         wants to die|she wants to kill herself|depressief|somber|paniekaanvallen|bang voor de bevalling|psychose|depressed",
    ),
    ("stress", "moe|uitgeput|zij is moe|slaapt slecht|gestrest|exhausted|tired|burn-out|overspannen"),
    (
        "huiselijk-geweld",
        "geslagen|slaan|slaat|hij slaat haar|wordt geslagen door partner|mishandeld|mishandeling|bang voor partner|bang|bang voor haar man|\
         blauwe plekken|zij heeft blauwe plekken|blauw oog|bedreigd|verkracht|misbruikt|geweld|huiselijk geweld|kindermishandeling|\
         he hits her|beaten by her husband|bruises|abuse|she is afraid of him|gezinsgeweld|wordt geschopt",
    ),
    ("eenzaamheid", "eenzaam|kent niemand|geen familie|alleenstaande moeder|lonely|no friends"),
    ("onbedoelde-zwangerschap", "ongewenst zwanger|anticonceptie|abortus|spiraal|contraception|unwanted pregnancy"),
    ("tienerzwangerschap", "tienermoeder|jonge moeder|zwangere tiener|teenage mother"),
    (
        "taal",
        "spreekt geen Nederlands|mevrouw spreekt geen Nederlands|tolk|tolk nodig|laaggeletterd|kan niet lezen|does not speak Dutch|\
         interpreter",
    ),
    ("verstandelijke-beperking", "LVB|zwakbegaafd|verstandelijk beperkt|learning disability"),
    ("opvoeding", "huilt veel|baby huilt veel|huilbaby|stevig ouderschap|opvoeden|borstvoeding|crying baby|breastfeeding"),
    ("leefstijl", "overgewicht|foliumzuur|gezonde voeding|afvallen|overweight|folic acid"),
    ("late-zorg", "onverzekerd|niet verzekerd|zorgmijder|laat in zorg|no insurance|geen verloskundige"),
    (
        "dakloosheid",
        "dakloos|slaapt in auto|slaapt op straat|zonder papieren|geen papieren|homeless|ongedocumenteerd|sleeps in the car",
    ),
    (
        "babyuitzet",
        "honger|geen eten|gezin heeft geen eten|mevrouw heeft honger|no food|they have no food|hungry|voedselpakket|luiers|kinderwagen|\
         geen babyspullen|diapers",
    ),
    ("ontwikkeling", "taalachterstand|ontwikkelingsachterstand|praat nog niet|daycare"),
    ("relatie", "gescheiden|gaat scheiden|scheiding|vader uit beeld|vechtscheiding|divorced|relatieproblemen"),
    ("statushouders", "vluchteling|asielzoeker|statushouder|refugee|asylum seekers"),
];

const KINDS: &[(&str, &str)] = &[
    ("gynaecologie", "gynaecoloog|gynaecologist"),
    ("verloskundigenpraktijk", "verloskundige|midwife"),
    ("wijkverpleging", "wijkverpleging|thuiszorg|wijkverpleegkundige|district nurse|home care"),
    ("jgz", "consultatiebureau|jeugdarts|JGZ"),
    ("voedselbank", "voedselbank|food bank"),
    ("kraamzorg", "kraamzorg|kraamhulp"),
    ("huisarts", "huisarts|GP"),
    ("veilig-thuis", "Veilig Thuis"),
];

/// Texts that mean nothing the catalogue has.
const NOTHING: &str = "pijn|xylofoon|fiets|kan|mevrouw|zij heeft een|moeder|kind|trein|the|he is|hallo|voetbal|computer";

/// Words of danger, with the needs that each may be taken for.
const DANGER: &[(&[&str], &str)] = &[
    (
        &["huiselijk-geweld"],
        "slaat|slaan|sloeg|slaag|geslagen|geschopt|schopt|getrapt|gewurgd|wurgt|mishandeld|mishandelt|mishandelen|kindermishandeling|\
         verkracht|verkrachting|aangerand|misbruik|kindermisbruik|incest|bedreigt|bedreigd|gewelddadig|agressief|verwaarloosd|\
         blauwe plekken|schelden|uitgescholden|stalkt|mes|wapen|vermoord|eerwraak|besnijdenis|opgesloten|beats|beaten|hits her|strangled|\
         raped|abused|bruise|threatened|violent|child abuse|neglected|knife|unsafe",
    ),
    (&["huiselijk-geweld", "psychische-klachten"], "bang|angst|doodsbang|afraid"),
    (
        &["psychische-klachten"],
        "dood|zelfmoord|zelfdoding|suïcide|suïcidaal|zelfmoordpoging|overdosis|wil niet meer leven|suicide|suicidal|kill herself|wants to die|\
         doodswens|zelfbeschadiging",
    ),
    (&["babyuitzet"], "honger|hongerig|geen eten|niets te eten|no food|hungry|starving"),
    (&["middelengebruik"], "coke|cocaïne|heroïne|blowt|drinkt|verslaafd|drugs|alcoholist|xtc|ghb|wiet|drunk|addict|cocaine"),
];

fn each(texts: &str) -> impl Iterator<Item = &str> {
    texts.split('|').map(str::trim)
}

#[test]
fn plain_words_are_understood() {
    let index = index();
    let needs = NEEDS.iter().flat_map(|(code, texts)| each(texts).map(move |text| (text, Some(need(code)))));
    let kinds = KINDS.iter().flat_map(|(code, texts)| each(texts).map(move |text| (text, Some(kind(code)))));
    let all: Vec<_> = needs.chain(kinds).chain(each(NOTHING).map(|text| (text, None))).collect();
    assert!(all.len() >= 120, "{}", all.len());
    let wrong = all.iter().filter_map(|(text, wanted)| {
        let found = best(&index, text);
        (found != *wanted).then(|| format!("{text}: {found:?}, and not {wanted:?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), all.len(), wrong.join("\n"));
}

#[test]
fn words_of_danger_are_never_taken_for_something_else() {
    let index = index();
    let said: &[&dyn Fn(&str) -> String] = &[
        &|word| word.to_owned(),
        &|word| word.to_uppercase(),
        &|word| format!("mevrouw, {word}"),
        &|word| format!("zij heeft schulden en {word}"),
        &|word| format!("{word} door haar partner, geen huis"),
    ];
    let mut wrong = Vec::new();
    for (needs, texts) in DANGER {
        // Where hunger or drink is one of several needs, each of them may come first.
        let first = needs.contains(&"huiselijk-geweld") || needs.contains(&"psychische-klachten");
        for word in each(texts) {
            for text in said.iter().take(if first && needs.len() == 1 { said.len() } else { 3 }).map(|say| say(word)) {
                let found = best(&index, &text);
                if !needs.iter().any(|code| found == Some(need(code))) {
                    wrong.push(format!("{text}: {found:?}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn no_short_word_is_read_with_an_error() {
    let index = index();
    let catalogue = CATALOGUE.clone();
    let words =
        catalogue.needs.iter().flat_map(|it| it.synonyms.iter()).chain(catalogue.kinds.iter().flat_map(|it| it.synonyms.iter()));
    let mut tried = 0;
    for word in words.filter(|word| word.chars().count() <= 6 && word.is_ascii()) {
        // A letter less, two letters changed, another letter: all of five letters or fewer.
        let less: String = word.chars().skip(1).collect();
        let other: String = word.chars().take(4).chain(['x']).collect();
        let swapped: String = word.chars().rev().take(5).collect();
        for text in [less, other, swapped].into_iter().filter(|text| text.chars().count() <= 5) {
            let found = found(&index, &text);
            assert!(found.hits.iter().all(|hit| hit.how != Match::Typo), "{text}: {found:?}");
            tried += 1;
        }
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn both_needs_of_no_house_are_found() {
    let index = index();
    for text in ["geen huis", "gezin heeft geen huis", "no house"] {
        let hits: Vec<Thing> = found(&index, text).hits.into_iter().map(|hit| hit.what).collect();
        for code in ["huisvesting", "dakloosheid"] {
            assert!(hits.contains(&need(code)), "{text}: {hits:?}");
        }
    }
}

#[test]
fn a_title_elsewhere_never_comes_before_a_kind() {
    let mut made = Made::new();
    made.coalition("zeist", "Zeist", &["Zeist"]);
    made.coalition("delft", "Delft", &["Delft"]);
    let hospital = made.organisation("Ziekenhuis Avondrood", "ziekenhuis", &["delft"]);
    let named = made.organisation("Gynaecologen", "ziekenhuis", &["delft"]);
    for (at, name) in ["Anna Demir", "Bo Visser"].into_iter().enumerate() {
        let person = made.person(name, Visibility::Coalition, None);
        made.position(person, if at == 0 { hospital } else { named }, "gynaecoloog");
    }
    let index = made.index();
    for coalition in ["zeist", "delft"] {
        for limit in [1, 8] {
            let sought = Sought { viewer: &Viewer::default(), coalition: Some(&slug(coalition)), limit };
            let hits = index.find("gynaecoloog", &sought).hits;
            assert_eq!(hits[0].what, kind("gynaecologie"), "{coalition} {limit}");
        }
    }
    let sought = Sought { viewer: &Viewer::default(), coalition: Some(&slug("zeist")), limit: 1 };
    assert_eq!(index.find("gynaecologen", &sought).hits[0].what, kind("gynaecologie"), "a partner elsewhere neither");
    assert_eq!(
        index.find("avondrood", &sought).hits[0].what,
        Thing::Organisation(hospital),
        "what only stands elsewhere is found"
    );
}

#[test]
fn what_is_only_a_little_alike_is_not_guessed() {
    let index = index();
    for text in ["pijn", "xylofoon", "fiets", "trein", "kaas", "brommer"] {
        assert_eq!(found(&index, text).guesses, [], "{text}");
    }
    for (text, wanted) in [("rokn", need("roken")), ("krdietbnkk", kind("schuldhulpverlening"))] {
        let found = found(&index, text);
        assert_eq!((found.hits.len(), &found.guesses[0].what), (0, &wanted), "{text}");
    }
}
