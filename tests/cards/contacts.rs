//! A contact for an address book: everything of a desk, a person only for who may see them, and nothing that is hidden.

use super::*;
use calcard::vcard::{VCard, VCardProperty, VCardValue};
use kortelijnen::desk::{VcardVersion, vcard_file_name, vcard_text};
use kortelijnen::model::*;
use kortelijnen::render::paper::{CallSize, call_html};

fn read(file: &str, property: &VCardProperty) -> Vec<String> {
    let card = VCard::parse(file).expect("a vCard");
    let text = |value: &VCardValue| match value {
        VCardValue::Text(text) => vec![text.clone()],
        VCardValue::Component(texts) => texts.clone(),
        other => vec![format!("{other:?}")],
    };
    card.entries.iter().filter(|entry| entry.name == *property).flat_map(|entry| entry.values.iter().flat_map(text)).collect()
}

fn voorbeeldstad() -> CoalitionId {
    CoalitionId::new("voorbeeldstad").expect("a slug")
}

/// Somebody of every role; the first of Voorbeeldstad itself.
fn viewers() -> Vec<(&'static str, Viewer)> {
    let elders = || [CoalitionId::new("elders").expect("a slug")];
    vec![
        ("professional here", Viewer::within(Role::Professional, [voorbeeldstad()])),
        ("facilitator here", Viewer::within(Role::Facilitator, [voorbeeldstad()])),
        ("administrator", Viewer::default()),
        ("visitor", Viewer::of(Role::Visitor)),
        ("adviser", Viewer::of(Role::Adviser)),
        ("professional elsewhere", Viewer::within(Role::Professional, elders())),
        ("facilitator elsewhere", Viewer::within(Role::Facilitator, elders())),
    ]
}

#[test]
fn a_desk_tells_everything_that_who_calls_wants_to_know() {
    let made = Made::city();
    let id = Made::desk_id("Schuldhulp Voorbeeldstad", "Aanmeldloket");
    let card = made.office().contact_vcard(&id, Language::Nl).expect("a card");
    assert_eq!(vcard_file_name(&card), "schuldhulp-voorbeeldstad-aanmeldloket.vcf");
    for version in VcardVersion::ALL {
        let file = vcard_text(&card, version);
        assert_eq!(read(&file, &VCardProperty::Org), ["Schuldhulp Voorbeeldstad", "Aanmeldloket"]);
        assert_eq!(read(&file, &VCardProperty::Role), ["Schuldhulpverlening"]);
        assert_eq!(read(&file, &VCardProperty::Uid), [format!("urn:uuid:{id}")]);
        assert_eq!(read(&file, &VCardProperty::Categories), ["Schulden en armoede", "Dak- of thuisloos, zonder papieren"]);
        assert_eq!(
            read(&file, &VCardProperty::Note),
            [
                "Voor: Schulden en armoede en Dak- of thuisloos, zonder papieren.\nOpen: ma–vr 9.00–12.00 en 13.00–17.00.\nZo verwijst \
              u: Bel samen met de ouder; een brief is niet nodig.\nTalen: Nederlands, Engels en Arabisch.\nGecontroleerd op 3 \
              november 2026, door Gemeente Voorbeeldstad."
            ]
        );
    }
    let english = vcard_text(&made.office().contact_vcard(&id, Language::En).expect("a card"), VcardVersion::V4);
    assert!(read(&english, &VCardProperty::Note)[0].contains("Open: Mon–Fri 9:00–12:00 and 13:00–17:00."));
    let parents = Made::desk_id("Wijkteam Voorbeeld-Oost", "Wijkteam voor ouders");
    let card = made.office().contact_vcard(&parents, Language::Nl).expect("a card");
    assert!(card.note[0].contains("geen loket voor professionals"));
}

#[test]
fn a_person_is_for_who_may_see_them_with_their_own_number_and_not_the_private_one() {
    let made = Made::city();
    let id = PersonId::from_key("Wia Verzonnen");
    let own = Made::desk_id("Wijkteam Voorbeeld-Oost", "Doorkiesnummer");
    for (place, (who, viewer)) in viewers().into_iter().enumerate() {
        let office = made.office().seen_by(&viewer);
        let (person, number) = (office.person_vcard(&id, Language::Nl), office.contact_vcard(&own, Language::Nl));
        assert_eq!((person.is_some(), number.is_some()), (place < 3, place < 3), "{who}");
        let Some(person) = person else { continue };
        let file = vcard_text(&person, VcardVersion::V4);
        assert_eq!(read(&file, &VCardProperty::Fn), ["Wia Verzonnen"]);
        assert_eq!(read(&file, &VCardProperty::Title), ["teamleider"]);
        assert_eq!(read(&file, &VCardProperty::Tel), ["tel:+31600000007"]);
        assert!(file.contains("KIND:individual") && !file.contains("9999"), "{file}");
    }
}

#[test]
fn a_text_that_names_somebody_is_told_to_who_may_see_them_alone_and_on_paper_to_nobody() {
    let mut made = Made::city();
    let wijkteam =
        Desk { partner: "Wijkteam Voorbeeld-Oost", phone: "112", visibility: ContactVisibility::Public, ..Desk::default() };
    made.desk(Desk {
        name: "Lijn van mevrouw Verborgen",
        hours: "als Ot Verborgen er is",
        refer: "vraag naar Wia Verzonnen",
        ..wijkteam
    });
    let id = Made::desk_id("Wijkteam Voorbeeld-Oost", "Lijn van mevrouw Verborgen");
    for (place, (who, viewer)) in viewers().into_iter().enumerate() {
        let office = made.office().seen_by(&viewer);
        let desk =
            vcard_text(&office.contact_vcard(&id, Language::Nl).expect("a public desk"), VcardVersion::V4).replace("\r\n ", "");
        assert!(!desk.contains("Verborgen"), "{who}: {desk}");
        assert_eq!(desk.contains("Wia Verzonnen"), place < 3, "{who}: {desk}");
        assert!(desk.contains("FN:Wijkteam Voorbeeld-Oost\r\n"), "{who}: {desk}");
        let card = office.call_card("voorbeeldstad", CallSize::A4, Language::Nl, Some("https://kaart.example")).expect("a card");
        let page = call_html(&card);
        assert!(page.contains("tel:112"), "{who}");
        assert!(["Wia", "Verzonnen", "Verborgen"].iter().all(|name| !page.contains(name)), "{who}: {page}");
    }
}

#[test]
fn what_is_hidden_is_nobodys() {
    let made = Made::city();
    let hidden =
        ["Privé", "Nummer van wie niet te zien is", "Dichte lijn"].map(|name| Made::desk_id("Wijkteam Voorbeeld-Oost", name));
    for (who, viewer) in viewers() {
        let office = made.office().seen_by(&viewer);
        assert!(office.person_vcard(&PersonId::from_key("Ot Verborgen"), Language::Nl).is_none(), "{who}");
        for id in &hidden {
            assert!(office.contact_vcard(id, Language::Nl).is_none(), "{who}");
        }
        assert!(office.person_vcard(&PersonId::from_key("nobody"), Language::Nl).is_none());
    }
}

#[test]
fn a_desk_is_for_its_coalition_for_all_or_for_everybody() {
    let mut made = Made::city();
    made.coalition("elders", "Elders");
    let desk = |name, visibility, coalition| Desk {
        partner: "JGZ Voorbeeldregio",
        name,
        phone: "112",
        visibility,
        coalition,
        ..Desk::default()
    };
    made.desk(desk("hier", ContactVisibility::Coalition, ""));
    made.desk(desk("elders", ContactVisibility::Coalition, "elders"));
    made.desk(desk("alle", ContactVisibility::AllCoalitions, ""));
    made.desk(desk("iedereen", ContactVisibility::Public, ""));
    let expected = [
        ("hier", [true, true, true, false, false, false, false]),
        ("elders", [false, false, true, false, false, true, true]),
        ("alle", [true, true, true, false, false, true, true]),
        ("iedereen", [true; 7]),
    ];
    for (name, seen) in expected {
        for ((who, viewer), seen) in viewers().into_iter().zip(seen) {
            let id = Made::desk_id("JGZ Voorbeeldregio", name);
            assert_eq!(made.office().seen_by(&viewer).contact_vcard(&id, Language::Nl).is_some(), seen, "{name}: {who}");
        }
    }
}

#[test]
fn a_desk_of_which_only_the_kind_is_known_is_called_after_its_coalition() {
    let mut made = Made::city();
    for (called, placeholder) in [("Wijkteam", true), ("Wijkteam Voorbeeldstad", true), ("Wijkteam De Brug", false)] {
        made.partner(called, "wijkteam");
        let id = OrganisationId::from_key(called);
        let stored = made.register.organisation(&id).expect("the partner").clone();
        made.put(Entity::Organisation(Organisation { placeholder, ..stored }));
        made.desk(Desk { partner: called, name: "Wijkteam", phone: "112", ..Desk::default() });
        let card = made.office().contact_vcard(&Made::desk_id(called, "Wijkteam"), Language::Nl).expect("a card");
        let expected = if called == "Wijkteam" { "Wijkteam Voorbeeldstad" } else { called };
        for version in VcardVersion::ALL {
            assert_eq!(read(&vcard_text(&card, version), &VCardProperty::Fn), [expected]);
        }
        assert_eq!(card.organisation.as_deref(), Some(called));
    }
}
