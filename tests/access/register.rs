//! Made-up people and desks in Leiden and Delft, each with words that stand nowhere else.

use crate::api::support::{Counter, now};
use kortelijnen::live::Actor;
use kortelijnen::model::{Change, PersonId};
use serde_json::{Value, json};

/// Where all of them work; takes part in both coalitions.
pub const PARTNER: &str = "0193a5b0-0000-7000-8000-00000000aa01";
/// Another partner of both.
pub const OTHER: &str = "0193a5b0-0000-7000-8000-00000000aa02";
/// An id that nothing has.
pub const NOBODY: &str = "0193a5b0-0000-7000-8000-0000000000ff";

/// A fact about governance that everybody may read.
pub const GOVERNED_BY: &str = "door het verzonnen loket";

/// Something that not every viewer may see.
pub struct Secret {
    /// What it is, for a message.
    pub what: &'static str,
    /// Words and ids by which it would be known, in small letters.
    pub marks: Vec<String>,
    /// Which viewers may see it.
    pub seen_by: &'static [&'static str],
    /// Addresses at which it, or what belongs to it, is stored.
    pub addresses: Vec<(&'static str, String)>,
}

const LEIDEN: &[&str] = &["administrator", "professional:leiden", "facilitator:leiden"];
const DELFT: &[&str] = &["administrator", "professional:delft"];
const SIGNED_IN: &[&str] = &["administrator", "professional:leiden", "facilitator:leiden", "professional:delft"];
const NOBODY_AT_ALL: &[&str] = &[];

/// A person: what, key, name, function, coalition, fields, who sees them.
type Someone = (&'static str, u8, &'static str, &'static str, &'static str, Value, &'static [&'static str]);

fn people() -> Vec<Someone> {
    vec![
        ("who is hidden", 1, "Hidda Verborgenstein", "nachtkijker", "leiden", json!({"visibility": "hidden"}), NOBODY_AT_ALL),
        ("who is expired", 2, "Exo Verlopenhoek", "uurwerkmaker", "leiden", json!({"expires": "2026-11-21"}), NOBODY_AT_ALL),
        ("of Leiden", 3, "Lena Sleutelgracht", "wolkenteller", "leiden", json!({}), LEIDEN),
        ("of Delft", 4, "Dirk Aardewerkplein", "tegelzetter", "delft", json!({}), DELFT),
        ("for all coalitions", 5, "Alva Overalwijk", "landloper", "leiden", json!({"visibility": "all_coalitions"}), SIGNED_IN),
    ]
}

/// A desk: what, number, name, phone, fields, who sees it.
type Desk = (&'static str, u8, &'static str, &'static str, Value, &'static [&'static str]);

fn desks() -> Vec<Desk> {
    let (hidden, leiden, delft) = (person(1), person(3), person(4));
    vec![
        ("a desk of Leiden", 1, "Loket Sluiswachter", "071 555 01 01", json!({"coalition": "leiden"}), LEIDEN),
        ("a desk of Delft", 2, "Loket Prinsenkade", "015 555 01 02", json!({"coalition": "delft"}), DELFT),
        (
            "a private mobile number",
            3,
            "Mobiel Zwijgzaam",
            "06 5550 1030",
            json!({"coalition": "leiden", "visibility": "hidden"}),
            NOBODY_AT_ALL,
        ),
        ("a desk of all coalitions", 4, "Loket Landkaart", "088 555 01 04", json!({"visibility": "all_coalitions"}), SIGNED_IN),
        (
            "the number of who is hidden",
            5,
            "Lijn Nachtwacht",
            "071 555 01 05",
            json!({"person": hidden, "visibility": "public"}),
            NOBODY_AT_ALL,
        ),
        ("the number of somebody of Leiden", 6, "Lijn Wolkendek", "071 555 01 06", json!({"person": leiden}), LEIDEN),
        ("the number of somebody of Delft", 7, "Lijn Tegelwand", "015 555 01 07", json!({"person": delft}), DELFT),
        (
            "a public desk that was checked by who is hidden",
            8,
            "Balie Openbaarheid",
            "071 555 01 08",
            json!({"visibility": "public", "checked": "2026-11-01", "checkedBy": {"person": hidden},
                "refer": "Vraag naar mevrouw Verborgenstein", "provenance": {"note": "gebeld met Hidda Verborgenstein"}}),
            &["administrator", "visitor", "adviser", "professional:leiden", "facilitator:leiden", "professional:delft"],
        ),
    ]
}

/// The id of a person; that of the hidden one can be made from a name, as those of files are.
fn person(number: u8) -> String {
    match number {
        1 => PersonId::from_key("leiden/hidda-verborgenstein").to_string(),
        _ => id("b", number),
    }
}

fn id(noun: &str, number: u8) -> String {
    format!("0193a5b0-0000-7000-8000-00000000{noun:0>2}{number:02}")
}

/// What each viewer may and may not see.
pub fn secrets() -> Vec<Secret> {
    let mut secrets: Vec<Secret> = Vec::new();
    for (what, number, name, function, _, _, seen_by) in people() {
        let last = name.rsplit(' ').next().expect("a name");
        let (own, position, membership) = (person(number), id("c", number), id("d", number));
        let marks = [last, function, &own, &position, &membership].map(str::to_lowercase).into();
        let addresses = vec![("persons", own), ("positions", position), ("memberships", membership)];
        secrets.push(Secret { what, marks, seen_by, addresses });
    }
    for (what, number, name, phone, _, seen_by) in desks() {
        let last = name.rsplit(' ').next().expect("a name");
        let own = id("e", number);
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        let marks = [last, phone, &digits, &own].map(str::to_lowercase).into();
        secrets.push(Secret { what, marks, seen_by, addresses: vec![("contact-points", own)] });
    }
    secrets
}

/// Facts that name the hidden person, by noun and id: nobody gets them as they are stored.
pub fn naming_who_is_hidden() -> Vec<(&'static str, String)> {
    vec![
        ("claims", id("f", 1)),
        ("claims", id("f", 2)),
        ("claims", id("f", 3)),
        ("initiatives", id("9", 1)),
        ("coverages", id("8", 1)),
    ]
}

/// What everybody may read at these addresses, without the names in it of persons who are not seen; the claim only in Leiden.
pub fn naming_in_part() -> Vec<(&'static str, String)> {
    vec![
        ("sources", id("7", 1)),
        ("contact-points", id("e", 9)),
        ("initiatives", id("9", 2)),
        ("coverages", id("8", 2)),
        ("claims", id("f", 30)),
    ]
}

/// The number of the desk that is named after who is expired.
pub const NAMED_DESK_PHONE: &str = "071 555 01 09";

/// Writes them beside what a counter has.
pub fn made_up(counter: &Counter) {
    let mut changes: Vec<Value> = Vec::new();
    let source = id("7", 1);
    changes.push(json!({"source": {"id": source, "kind": "interview", "title": "Gesprek met Hidda Verborgenstein"}}));
    for (place, name) in [(PARTNER, "Praktijk Proefdam"), (OTHER, "Wijkteam Proefdam")] {
        let domain = if place == PARTNER { "medical" } else { "social" };
        changes.push(json!({"organisation": {"id": place, "name": name, "domain": domain,
            "provenance": {"source": source, "at": "Gesprek Verborgenstein, alinea 2"}}}));
    }
    for (number, coalition, party) in [(1, "leiden", PARTNER), (2, "leiden", OTHER), (3, "delft", PARTNER), (4, "delft", OTHER)] {
        changes.push(json!({"membership": {"id": id("a", number), "coalition": coalition, "party": {"organisation": party},
            "status": "participating", "provenance": {"source": source, "note": "zegt Verborgenstein"}}}));
    }
    for (_, number, name, function, coalition, fields, _) in people() {
        let own = person(number);
        let mut somebody = json!({"id": own, "name": name});
        somebody.as_object_mut().expect("an object").extend(fields.as_object().expect("fields").clone());
        changes.push(json!({"person": somebody}));
        changes.push(json!({"position": {"id": id("c", number), "person": own, "organisation": PARTNER, "title": function}}));
        changes.push(json!({"membership": {"id": id("d", number), "coalition": coalition, "party": {"person": own},
            "status": "participating", "roles": ["project_lead", "attention_officer"]}}));
        // Says something of others, and has a line.
        let lines = [
            json!([{"organisation": PARTNER}, {"organisation": OTHER}]),
            json!([{"position": id("c", number)}, {"organisation": OTHER}]),
        ];
        for (line, pair) in lines.into_iter().enumerate() {
            let line = u8::try_from(line).expect("a small number");
            let key = if number == 1 { id("f", 1 + line) } else { id("f", 10 * number + line) };
            changes.push(json!({"claim": {"id": key, "coalition": coalition, "scope": {"pair": pair}, "stance": "asserted",
                "kind": "works-with", "speaker": {"person": own}, "singleCarrier": true,
                "provenance": {"at": format!("Gesprek, {name}, alinea 1"), "note": format!("volgens {name}")}}}));
        }
    }
    let hidden = json!({"person": person(1)});
    changes.push(json!({"claim": {"id": id("f", 3), "coalition": "leiden", "stance": "asserted", "kind": "knows",
        "scope": {"group": [hidden, {"person": person(3)}, {"organisation": OTHER}]}}}));
    changes.push(json!({"initiative": {"id": id("9", 1), "coalition": "leiden", "kind": "consultation", "name": "Proefoverleg",
        "participants": [hidden, {"person": person(2)}, {"person": person(3)}, {"organisation": OTHER}]}}));
    changes
        .push(json!({"coverage": {"id": id("8", 1), "coalition": "leiden", "by": hidden, "scope": "lines", "complete": false}}));
    // Named after who is not seen, and seen themselves.
    changes.push(json!({"contact_point": {"id": id("e", 9), "organisation": PARTNER, "name": "Loket Verlopenhoek",
        "phone": NAMED_DESK_PHONE, "visibility": "public", "needs": ["schulden"], "refer": "vraag naar Exo Verlopenhoek"}}));
    for (number, coalition) in [(2, "leiden"), (3, "delft")] {
        changes.push(json!({"initiative": {"id": id("9", number), "coalition": coalition, "kind": "consultation",
            "name": "Overleg Verborgenstein", "participants": [{"organisation": PARTNER}, {"organisation": OTHER}]}}));
    }
    let by = json!({"organisation": OTHER});
    changes.push(json!({"coverage": {"id": id("8", 2), "coalition": "leiden", "by": by, "scope": "lines", "complete": false}}));
    for (_, number, name, phone, fields, _) in desks() {
        let mut desk = json!({"id": id("e", number), "organisation": PARTNER, "name": name, "phone": phone});
        desk.as_object_mut().expect("an object").extend(fields.as_object().expect("fields").clone());
        changes.push(json!({"contact_point": desk}));
    }
    let snapshot = counter.1.live.snapshot();
    for coalition in snapshot.register.coalitions().filter(|it| ["leiden", "delft"].contains(&it.id.as_str())) {
        let mut record = serde_json::to_value(coalition).expect("a record");
        let who = if coalition.id.as_str() == "leiden" { [1, 2, 3] } else { [4, 4, 4] };
        let partners: Vec<Value> = who.iter().map(|it| json!({"person": person(*it)})).collect();
        let theme = json!({"name": "Proefthema van Verborgenstein", "partners": partners, "provenance": {"note": "idee van Hidda Verborgenstein"}});
        match record["themes"].as_array_mut() {
            Some(themes) => themes.push(theme),
            None => record["themes"] = json!([theme]),
        }
        let told = |nl: &str, en: &str, parties: &[Value]| json!({"aspect": "leads", "text": {"nl": nl, "en": en}, "parties": parties, "provenance": {"note": "volgens Hidda Verborgenstein"}});
        let governance = [
            told("Hidda Verborgenstein trekt", "somebody else", &partners),
            told("iemand anders", "led by Hidda Verborgenstein", &partners),
            told(GOVERNED_BY, "by the made-up desk", &[json!({"organisation": PARTNER})]),
        ];
        match record["governance"].as_array_mut() {
            Some(all) => all.extend(governance),
            None => record["governance"] = json!(governance),
        }
        changes.push(json!({"coalition": record}));
    }
    let put = |it: Value| serde_json::from_value::<Change>(json!({"put": it})).unwrap_or_else(|error| panic!("{error}"));
    let changes = changes.into_iter().map(put).collect();
    counter.1.live.write(Actor::LOCAL, now(), &[], changes).expect("the made-up register fits");
}
