//! A facilitator shows the meeting what a year brought: one new line on the real map, and everybody where they were.

use super::*;
use kortelijnen::model::*;
use kortelijnen::render::{self, Lane, PartnerMap, Shown, Width};

const COALITIONS: [&str; 3] = ["delft", "leiden", "zaanstad"];
const SINCE: Date = date!(2025 - 11 - 01);

/// The register with one line more: a partner on the left and one on the right both say so, a month ago.
fn with_a_line(coalition: &str) -> (Register, [String; 2]) {
    let map = office().map(coalition, Language::Nl, Some(TODAY)).expect("a map");
    let planned = |it: &render::Line| it.status == render::LineStatus::Planned;
    let known = |a: &str, b: &str| {
        let between = |it: &render::Line| [&it.a, &it.b].iter().all(|end| [a, b].contains(&end.as_str()));
        map.lines.iter().any(|it| between(it) && !planned(it))
    };
    let partner = |card: &&render::Card| REGISTER.organisations().any(|it| it.id.to_string() == card.id);
    let of = |lane: Lane| map.cards.iter().filter(move |card| card.lane == lane).filter(partner);
    let (left, right) = of(Lane::Left)
        .flat_map(|left| of(Lane::Right).map(move |right| (left, right)))
        .find(|(left, right)| !known(&left.id, &right.id))
        .expect("two that do not know each other");
    let id = |card: &render::Card| REGISTER.organisations().find(|it| it.id.to_string() == card.id).expect("a partner").id;
    let ends = [left, right].map(|card| Party::Organisation(id(card)));
    let mut register = REGISTER.clone();
    for speaker in ends {
        let claim = Claim {
            id: ClaimId::from_key(&format!("{coalition}/{speaker:?}")),
            coalition: CoalitionId::new(coalition).expect("a slug"),
            scope: Scope::Pair(Pair::new(ends[0], ends[1]).expect("two")),
            stance: Stance::Asserted,
            kind: LinkKindCode::new("works-with").expect("a kind"),
            strength: None,
            speaker: Some(speaker),
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: Some(PartialDate::parse("2026-10").expect("a date")),
            period: None,
            provenance: Provenance::default(),
        };
        register.apply(&Change::put(Entity::Claim(claim))).expect("it applies");
    }
    (register, [left.name.clone(), right.name.clone()])
}

fn since(register: &Register, coalition: &str, shown: Shown) -> PartnerMap {
    Office::new(register, TODAY).map_since(coalition, Language::Nl, (SINCE, shown), Some(TODAY)).expect("a map")
}

#[test]
fn one_new_line_stands_on_the_map_by_name_and_nobody_is_named() {
    for coalition in COALITIONS {
        let (register, [left, right]) = with_a_line(coalition);
        let map = since(&register, coalition, Shown::Changes);
        let changes = map.changes.as_ref().expect("changes");
        let new: Vec<_> = changes.lines.iter().filter(|it| it.what == render::Change::New).collect();
        assert!(new.len() == 1 && new[0].across && new[0].text.contains(" – "), "{coalition}: {new:?}");
        assert_eq!(map.sentence, "1 nieuwe lijn tussen medisch en sociaal, geen verloren.");
        assert_eq!(changes.was[1].map(|was| was + 1), Some(map.between));
        let names = [&left, &right].map(|name| map.cards.iter().any(|card| card.name == *name));
        assert_eq!(names, [true, true]);
        let plain = Office::new(&register, TODAY).map(coalition, Language::Nl, Some(TODAY)).expect("a map");
        for width in [Width::Wide, Width::Slim] {
            let svg = render::svg(&map, width, true);
            assert!(svg.contains(">+1</text>"), "{coalition}");
            for (person, _) in plain.cards.iter().flat_map(|card| &card.people) {
                assert!(!svg.contains(person.as_str()), "{coalition}: {person} is named");
            }
        }
        let order = |map: &PartnerMap| map.cards.iter().map(|card| (card.id.clone(), card.lane)).collect::<Vec<_>>();
        assert_eq!(order(&map), order(&since(&register, coalition, Shown::Before)));
    }
}

/// Writes maps to a folder, to be looked at: `LOOK=/tmp/look cargo test --test main map_since -- --ignored`.
#[test]
#[ignore = "writes pictures for a person to look at"]
fn writes_pictures() {
    let folder = std::path::PathBuf::from(std::env::var_os("LOOK").expect("LOOK names a folder"));
    for coalition in COALITIONS {
        let (register, _) = with_a_line(coalition);
        let map = since(&register, coalition, Shown::Changes);
        std::fs::write(folder.join(format!("real-{coalition}.svg")), render::svg(&map, Width::Wide, true)).expect("written");
        std::fs::write(folder.join(format!("real-{coalition}-slim.svg")), render::svg(&map, Width::Slim, true)).expect("written");
        std::fs::write(folder.join(format!("real-{coalition}.dot")), render::dot(&map, Width::Wide)).expect("written");
    }
}
