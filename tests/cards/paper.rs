//! The call card: every need once, the right desk first, doubt said beside the number, and nothing that may not be there.

use super::*;
use kortelijnen::desk::DeskError;
use kortelijnen::exchange::shipped;
use kortelijnen::model::*;
use kortelijnen::render::paper::{Call, CallCard, CallSize, Fonts, call_html, call_pdf};
use std::path::Path;
use std::process::{Command, Stdio};

const PAGES: &str = "https://kortelijnen.example";
const SIZES: [CallSize; 2] = [CallSize::A4, CallSize::Wallet];
const LANGUAGES: [Language; 2] = [Language::Nl, Language::En];
const BYTES_MAX: usize = 1_000_000;

fn card(made: &Made, size: CallSize, language: Language) -> CallCard {
    made.office().call_card("voorbeeldstad", size, language, Some(PAGES)).expect("a card")
}

fn fonts() -> Option<Fonts> {
    Fonts::open(Path::new("/usr/share/fonts/truetype/noto")).ok()
}

/// What another program reads in a PDF; nothing where that program or a font is not installed.
fn printed(card: &CallCard) -> Option<(String, usize)> {
    let bytes = call_pdf(card, &fonts()?, BYTES_MAX).expect("a PDF by the rules of PDF/UA");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("card.pdf");
    std::fs::write(&file, &bytes).expect("a file");
    let read = Command::new("pdftotext").args(["-layout"]).arg(&file).arg("-").stderr(Stdio::null()).output().ok()?;
    let pages = bytes.windows(12).filter(|window| *window == b"/Type /Page\n").count();
    read.status.success().then(|| (String::from_utf8_lossy(&read.stdout).into_owned(), pages))
}

fn row<'a>(card: &'a CallCard, need: &str) -> &'a Call {
    card.calls.iter().find(|call| call.needs.iter().any(|it| it == need)).unwrap_or_else(|| panic!("no row for {need}"))
}

fn desks(call: &Call) -> Vec<(&str, &str)> {
    call.lines.iter().map(|line| (line.desk.as_str(), line.reach.text.as_str())).collect()
}

#[test]
fn a_desk_that_names_the_need_comes_first_and_a_stale_one_behind_a_fresh_one() {
    let made = Made::city();
    let card = card(&made, CallSize::A4, Language::Nl);
    let debts = row(&card, "Schulden en armoede");
    assert_eq!(
        desks(debts),
        [
            ("Schuldhulp Voorbeeldstad, Aanmeldloket", "(071) 000 00 01"),
            ("Welzijn Voorbeeld, Loket maatschappelijk werk", "(071) 000 00 03")
        ]
    );
    assert_eq!(debts.lines[0].doubt, None);
    assert_eq!(debts.lines[1].doubt.as_deref(), Some("vraag na: gecontroleerd in maart 2025"));
    assert_eq!(debts.lines[0].reach.href.as_deref(), Some("tel:+31710000001"));
    // Who only checked a number does not have it.
    assert!(card.calls.iter().flat_map(desks).all(|(desk, _)| !desk.starts_with("Gemeente")));
    let housing = row(&card, "Huisvesting");
    assert_eq!(housing.lines[0].reach.href.as_deref(), Some("mailto:sociaalbeheer@hetvoorbeeld.example"));
    assert_eq!(housing.lines[0].doubt.as_deref(), Some("vraag na: nog nooit gecontroleerd"));
    // A desk that names its needs serves no others, whatever its kind could.
    assert!(desks(row(&card, "Stress")).iter().all(|(desk, _)| !desk.starts_with("Schuldhulp")));
    assert_eq!(
        card.checked.as_deref(),
        Some("Van de 9 loketten zijn er 7 korter dan 6 maanden geleden gecontroleerd, 1 langer geleden en 1 nog nooit.")
    );
}

#[test]
fn every_need_is_on_the_card_once_with_a_desk_or_in_the_line_of_those_without() {
    let made = Made::city();
    for language in LANGUAGES {
        let card = card(&made, CallSize::A4, language);
        let without = card.without.clone().expect("some have none").to_lowercase();
        for need in &made.register.catalogue().needs {
            let name = need.name.in_language(language);
            let rows = card.calls.iter().filter(|call| call.needs == [name]).count();
            let listed = usize::from(without.contains(&name.to_lowercase()));
            assert_eq!(rows + listed, 1, "{name}: {rows} rows; {without}");
        }
    }
}

#[test]
fn a_day_older_than_six_months_is_stale_and_a_day_less_is_not() {
    // Six months are 182.6 days: 24 May is 182 days before 22 November, 23 May is 183.
    for (checked, doubt) in [("2026-05-24", false), ("2026-05-23", true), ("2026-11-22", false), ("2027-01-01", false)] {
        let mut made = Made::empty();
        made.partner("Schuldhulp Voorbeeldstad", "schuldhulpverlening");
        made.desk(Desk { partner: "Schuldhulp Voorbeeldstad", name: "Loket", phone: "112", checked, ..Desk::default() });
        let card = card(&made, CallSize::A4, Language::Nl);
        assert_eq!(row(&card, "Schulden en armoede").lines[0].doubt.is_some(), doubt, "{checked}");
    }
}

#[test]
fn numbers_for_parents_stand_apart_and_no_person_and_no_hidden_number_stands_anywhere() {
    let made = Made::city();
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let card = card(&made, size, language);
        let parents = card.parents.as_ref().expect("a number for parents");
        assert_eq!(parents.desks.len(), 1);
        assert!(card.calls.iter().flat_map(desks).all(|(_, number)| number != "(071) 000 00 06"));
        let mut all = vec![call_html(&card)];
        all.extend(printed(&card).map(|(text, _)| text));
        for text in all {
            assert!(text.contains("(071) 000 00 06"), "the number for parents");
            for never in ["Wia", "Verzonnen", "Verborgen", "06-0000 0007", "9999", "8888", "7777", "Dichte", "Doorkies"] {
                assert!(!text.contains(never), "{never} stands on the card");
            }
        }
    }
}

#[test]
fn a_visitor_gets_public_numbers_alone() {
    let made = Made::city();
    let stranger = Viewer::within(Role::Professional, [CoalitionId::new("elders").expect("a slug")]);
    for viewer in [Viewer::of(Role::Visitor), Viewer::of(Role::Adviser), stranger] {
        let office = made.office().seen_by(&viewer);
        let card = office.call_card("voorbeeldstad", CallSize::A4, Language::Nl, Some(PAGES)).expect("a card");
        assert!(card.calls.is_empty() && card.alert.is_some() && card.desks.is_none());
        assert_eq!(card.parents.expect("the public number").desks.len(), 1);
    }
    let inside = Viewer::within(Role::Professional, [CoalitionId::new("voorbeeldstad").expect("a slug")]);
    let office = made.office().seen_by(&inside);
    let seen = office.call_card("voorbeeldstad", CallSize::A4, Language::Nl, Some(PAGES)).expect("a card");
    assert_eq!(seen, card(&made, CallSize::A4, Language::Nl));
}

/// How many needs of the catalogue stand on a card, and how many more it says stand on the page.
fn shown_and_told(made: &Made, page: &str) -> (usize, usize) {
    let small = page.to_lowercase();
    let needs = &made.register.catalogue().needs;
    let shown = needs.iter().filter(|need| small.contains(&need.name.nl.to_lowercase())).count();
    let told = page.split("Nog ").nth(1).and_then(|rest| rest.split(' ').next()).map_or(0, |it| it.parse().expect("a number"));
    (shown, told)
}

#[test]
fn the_pocket_card_puts_safety_and_core_needs_first_joins_those_of_one_desk_and_says_where_the_others_are() {
    let made = Made::city();
    let pocket = card(&made, CallSize::Wallet, Language::Nl);
    assert_eq!(pocket.calls[0].needs, ["Huiselijk geweld en kindermishandeling"]);
    assert_eq!(pocket.calls[1].needs, ["Schulden en armoede", "dak- of thuisloos, zonder papieren"]);
    let whole = card(&made, CallSize::A4, Language::Nl);
    assert_eq!(pocket.calls.iter().map(|call| call.needs.len()).sum::<usize>(), whole.calls.len(), "joining loses none");
    let page = call_html(&pocket);
    let (shown, told) = shown_and_told(&made, &page);
    assert!(shown > 8, "{shown} needs fit");
    assert_eq!(shown + told, made.register.catalogue().needs.len(), "what is not on it is counted");
    assert!(page.contains(&format!("Nog {told} hulpvragen staan op de pagina achter de QR-code.")));
    let Some((text, pages)) = printed(&pocket) else { return };
    assert!(pages == 1 && text.contains("op de pagina achter de QR-code."), "{pages}: {text}");
    for call in pocket.calls.iter().filter(|call| page.contains(&format!(">{}</p>", call.needs.join("; ")))) {
        let number = &call.lines[0].reach.text;
        assert!(text.contains(number.as_str()), "{number} is printed as well: {text}");
    }
}

#[test]
fn whom_to_call_for_safety_is_on_every_pocket_card_however_full_it_is() {
    let long: &'static str = "Samenwerkende Stichtingen voor Welzijn, Zorg en Ondersteuning in de Voorbeeldregio en Omstreken";
    let mut full = Made::city();
    for need in full.register.catalogue().needs.clone() {
        let code: &'static str = need.code.to_string().leak();
        let partner: &'static str = format!("{long} {code}").leak();
        full.partner(partner, "ggz");
        let needs: &'static [&'static str] = vec![code].leak();
        full.desk(Desk { partner, name: "Loket", phone: "(071) 000 00 09", needs, checked: "2026-11-20", ..Desk::default() });
    }
    // One desk for everything makes one row that is longer than a panel.
    let mut one = Made::empty();
    one.partner(long, "wijkteam");
    let all: Vec<&'static str> = one.register.catalogue().needs.iter().map(|need| &*need.code.to_string().leak()).collect();
    one.desk(Desk { partner: long, name: "Loket", phone: "(071) 000 00 08", needs: all.leak(), ..Desk::default() });
    for (made, least) in [(&full, 3), (&one, 8)] {
        let pocket = card(made, CallSize::Wallet, Language::Nl);
        let page = call_html(&pocket);
        let (shown, told) = shown_and_told(made, &page);
        assert!(page.contains("Huiselijk geweld en kindermishandeling") && shown >= least, "{shown}");
        assert_eq!(shown + told, made.register.catalogue().needs.len());
        if let Some((text, pages)) = printed(&pocket) {
            assert!(pages == 1 && text.contains("Huiselijk geweld"), "{text}");
        }
    }
    // Where only a public number helps, it comes before the other public numbers.
    let mut public = Made::empty();
    for (partner, kind) in
        [("Advieslijn Voorbeeld", "veilig-thuis"), ("Bibliotheek A", "bibliotheek"), ("Bibliotheek B", "bibliotheek")]
    {
        public.partner(partner, kind);
        let needs: &'static [&'static str] = if kind == "bibliotheek" { &["taal"] } else { &["huiselijk-geweld"] };
        let open = Desk { audience: Audience::Parents, visibility: ContactVisibility::Public, ..Desk::default() };
        public.desk(Desk { partner, name: "Nummer", phone: "0800 0001", needs, ..open });
    }
    let pocket = call_html(&card(&public, CallSize::Wallet, Language::Nl));
    assert!(pocket.contains("Advieslijn Voorbeeld"), "{pocket}");
}

#[test]
fn a_small_card_is_one_page_and_a_large_one_has_all_its_rows_in_front() {
    for language in LANGUAGES {
        let large = card(&Made::city(), CallSize::A4, language);
        let Some((text, pages)) = printed(&large) else { return };
        assert_eq!(pages, 2, "{language:?}");
        // A page ends with a form feed.
        let front = text.split('\u{c}').next().unwrap_or_default();
        assert!(front.contains("kortelijnen.example/wie/voorbeeldstad"));
        assert!(large.calls.iter().all(|call| front.contains(call.needs[0].split(' ').next().unwrap_or_default())));
        assert!(!front.contains(&large.desks.as_ref().expect("desks").title));
        let mut small = Made::empty();
        small.partner("Wijkteam Voorbeeld-Oost", "wijkteam");
        small.desk(Desk {
            partner: "Wijkteam Voorbeeld-Oost",
            name: "Wijkteam",
            phone: "14 071",
            refer: "bel eerst",
            ..Desk::default()
        });
        let (text, pages) = printed(&card(&small, CallSize::A4, language)).expect("a print");
        assert!(pages == 1 && text.contains("Bel eerst."), "{pages}");
    }
}

#[test]
fn a_coalition_without_a_desk_gets_what_to_do_and_no_empty_rows() {
    let shipped = shipped::shipped().expect("shipped data");
    let mut register = Register::new(shipped.catalogue);
    register.apply_batch(&shipped.changes).expect("it fits");
    let office = kortelijnen::desk::Office::new(&register, TODAY);
    for coalition in office.coalitions_by_name() {
        for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
            let card = office.call_card(coalition.as_str(), size, language, Some(PAGES)).expect("a card");
            let alert = card.alert.as_ref().expect("no coalition has a desk for professionals yet");
            assert!(card.calls.is_empty() && card.without.is_none() && alert.steps.len() >= 3, "{coalition}");
            let page = call_html(&card);
            assert!(page.contains(&alert.steps[0]));
            assert_eq!(card.asks.is_some(), size == CallSize::A4);
            for (need, whom) in card.asks.iter().flat_map(|it| &it.rows) {
                assert!(!need.is_empty() && !whom.is_empty(), "{coalition}: {need} {whom}");
            }
            assert!(card.stand.contains("20"), "{}", card.stand);
            if let Some((text, pages)) = printed(&card) {
                assert!(pages == 1 && text.contains(&format!("wie/{coalition}")), "{coalition}: {pages}");
            }
        }
    }
    // What Almelo gives is for parents; of Avedan only a part takes part, and the page is of the whole.
    let almelo = office.call_card("almelo", CallSize::A4, Language::Nl, Some(PAGES)).expect("a card");
    let numbers: Vec<String> =
        almelo.parents.expect("numbers").desks.iter().flat_map(|it| it.reach.iter().map(|it| it.text.clone())).collect();
    assert_eq!(numbers, ["(0546) 54 11 11"]);
    // A number that nobody ever checked says so on every card.
    for size in SIZES {
        let card = office.call_card("almelo", size, Language::Nl, Some(PAGES)).expect("a card");
        assert!(call_html(&card).to_lowercase().contains("nooit gecontroleerd"));
        assert!(printed(&card).is_none_or(|(text, _)| text.to_lowercase().contains("nooit gecontroleerd")));
    }
    let unknown = office.call_card("gouda", CallSize::A4, Language::Nl, Some(PAGES));
    assert!(matches!(unknown, Err(DeskError::UnknownCoalition { .. })));
}

/// Whom the card says to ask for a need.
fn asked(card: &CallCard, need: &str) -> Option<String> {
    let rows = &card.asks.as_ref().expect("no desk is known").rows;
    rows.iter().find(|(needs, _)| needs.to_lowercase().split("; ").any(|it| it == need)).map(|(_, whom)| whom.clone())
}

#[test]
fn without_desks_a_card_says_for_each_need_whom_to_ask_who_helps_and_not_who_asks() {
    let mut made = Made::empty();
    for (called, kind) in [
        ("Verloskundigen Voorbeeldstad", "verloskundigenpraktijk"),
        ("Huisartsen Voorbeeldstad", "huisarts"),
        ("Bibliotheek Voorbeeldstad", "bibliotheek"),
        ("Welzijn Voorbeeld", "welzijn"),
        ("Voedselbank Voorbeeld", "voedselbank"),
        ("Wijkteam Voorbeeld-Oost", "wijkteam"),
        ("Schuldhulp Voorbeeldstad", "schuldhulpverlening"),
    ] {
        made.partner(called, kind);
    }
    let it = card(&made, CallSize::A4, Language::Nl);
    let whom = |need: &str| asked(&it, need);
    // The norm's helper, then the one that serves the fewest other needs.
    assert_eq!(whom("schulden en armoede").as_deref(), Some("Schuldhulp Voorbeeldstad of Voedselbank Voorbeeld"));
    // The social side before others.
    assert_eq!(whom("taal en laaggeletterdheid").as_deref(), Some("Welzijn Voorbeeld of Bibliotheek Voorbeeldstad"));
    // Only who finds families serves this: they are asked, for nobody else is known.
    assert_eq!(whom("psychische klachten").as_deref(), Some("Huisartsen Voorbeeldstad"));
    let nobody = it.asks.as_ref().and_then(|asks| asks.nobody.as_deref()).expect("some needs have nobody");
    assert!(nobody.starts_with("Nog niemand bekend voor: ") && nobody.contains("dak- of thuisloos"), "{nobody}");
    // Every need is said once.
    for need in &made.register.catalogue().needs {
        let name = need.name.nl.to_lowercase();
        let told = usize::from(whom(&name).is_some()) + usize::from(nobody.to_lowercase().contains(&name));
        assert_eq!(told, 1, "{name}");
    }
    made.partner("Ggz Voorbeeld", "ggz");
    let it = card(&made, CallSize::A4, Language::Nl);
    assert_eq!(asked(&it, "psychische klachten").as_deref(), Some("Ggz Voorbeeld"));
    // Where some desks are known, the line of those without says it too.
    let city = card(&Made::city(), CallSize::A4, Language::En);
    let without = city.without.expect("some needs have no desk");
    assert!(without.contains("(ask Verloskundigen Voorbeeldstad)"), "{without}");
}

#[test]
fn without_an_address_of_the_pages_a_card_leads_nowhere_and_promises_no_page() {
    for made in [Made::city(), Made::empty()] {
        for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
            let card = made.office().call_card("voorbeeldstad", size, language, None).expect("a card");
            let mut all = vec![call_html(&card)];
            assert!(!all[0].contains("<svg") && !all[0].contains("class=\"live\""));
            all.extend(printed(&card).map(|(text, _)| text));
            for text in all {
                for never in ["QR", "127.0.0.1", "localhost", "/wie/", "nieuwste versie", "latest version", "pagina", "page on"] {
                    assert!(!text.contains(never), "{never}: {text}");
                }
            }
        }
    }
}

#[test]
fn hours_that_a_sentence_says_once_more_are_printed_once() {
    let mut made = Made::empty();
    made.partner("Schuldhulp Voorbeeldstad", "schuldhulpverlening");
    let desk = Desk { partner: "Schuldhulp Voorbeeldstad", phone: "112", open: "Mo-Fr 09:00-12:00", ..Desk::default() };
    made.desk(Desk { name: "Eerste", hours: "Ma-vr 9-12 uur.", ..desk });
    made.desk(Desk { name: "Tweede", hours: "Ma-vr 9-12 uur, behalve in mei.", ..desk });
    let mut lines: Vec<String> =
        card(&made, CallSize::A4, Language::Nl).desks.expect("desks").desks.into_iter().map(|it| it.lines[0].clone()).collect();
    lines.sort();
    assert_eq!(lines, ["Open: ma–vr 9.00–12.00.", "Open: ma–vr 9.00–12.00. Ma-vr 9-12 uur, behalve in mei."]);
}

#[test]
fn names_that_look_like_markup_come_out_as_text_and_the_page_needs_no_other() {
    let hostile = "</style></title><script>alert(1)</script> \"' onload=\"x & 助産師 😀";
    let mut made = Made::city();
    made.partner("Partner </ul><img src=x>", "huisarts");
    made.put(Entity::from(ContactPoint {
        name: Name::new(hostile).expect("a name"),
        refer: Some(Note::new(hostile.repeat(10)).expect("a note")),
        organisation: OrganisationId::from_key("Partner </ul><img src=x>"),
        ..match made.register.contact_point(&Made::desk_id("Bibliotheek Voorbeeldstad", "Taalhuis")) {
            Some(point) => ContactPoint { id: ContactPointId::from_key("hostile"), ..point.clone() },
            None => panic!("the desk is there"),
        }
    }));
    for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
        let card = card(&made, size, language);
        let page = call_html(&card);
        assert_eq!(page.matches("</style>").count(), 1);
        for never in ["<script", "<img", "onload=\"x", " style=", "@import", "url(", "<link"] {
            assert!(!page.contains(never), "{never}");
        }
        assert_eq!(page, call_html(&card), "the same bytes");
        assert!(printed(&card).is_none_or(|(text, _)| text.contains("wie/voorbeeldstad")));
    }
}

#[test]
fn many_desks_run_over_pages_and_none_is_lost() {
    let mut made = Made::empty();
    let names: Vec<&'static str> = (0..60).map(|number| &*format!("Partner {number:02}").leak()).collect();
    for partner in &names {
        made.partner(partner, "wijkteam");
        made.desk(Desk { partner, name: "Loket", phone: "(071) 000 00 00", refer: "bel eerst", ..Desk::default() });
    }
    let card = card(&made, CallSize::A4, Language::Nl);
    let Some((text, pages)) = printed(&card) else { return };
    assert!(pages > 1);
    assert!(names.iter().all(|name| text.contains(&format!("{name}, Loket"))));
    assert!((1..=pages).all(|page| text.contains(&format!("bladzijde {page} van {pages}"))));
}

#[test]
fn a_print_that_would_be_too_large_is_refused() {
    let Some(fonts) = fonts() else { return };
    assert!(call_pdf(&card(&Made::city(), CallSize::A4, Language::Nl), &fonts, 100).is_err());
}

/// For who wants to see them: `CARD_PICTURES=folder cargo test --test main cards::paper::pictures`.
#[test]
fn pictures() {
    let (Some(folder), Some(fonts)) = (std::env::var_os("CARD_PICTURES"), fonts()) else { return };
    let shipped = shipped::shipped().expect("shipped data");
    let mut register = Register::new(shipped.catalogue);
    register.apply_batch(&shipped.changes).expect("it fits");
    let office = kortelijnen::desk::Office::new(&register, TODAY);
    for place in ["leiden", "almelo", "alkmaar"] {
        for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
            let it = office.call_card(place, size, language, Some(PAGES)).expect("a card");
            let at = Path::new(&folder).join(format!("{place}-{}-{language:?}", size.code()).to_lowercase());
            std::fs::write(at.with_extension("pdf"), call_pdf(&it, &fonts, BYTES_MAX).expect("a PDF")).expect("written");
            std::fs::write(at.with_extension("html"), call_html(&it)).expect("written");
        }
    }
    for (name, made) in [("city", Made::city()), ("empty", Made::empty())] {
        for (size, language) in SIZES.into_iter().flat_map(|size| LANGUAGES.map(|language| (size, language))) {
            let it = card(&made, size, language);
            let at = Path::new(&folder).join(format!("{name}-{}-{language:?}", size.code()).to_lowercase());
            std::fs::write(at.with_extension("pdf"), call_pdf(&it, &fonts, BYTES_MAX).expect("a PDF")).expect("written");
            std::fs::write(at.with_extension("html"), call_html(&it)).expect("written");
        }
    }
}
