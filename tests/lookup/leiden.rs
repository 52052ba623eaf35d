//! The midwife of Leiden who looks for debt relief, from what was said in 2019.

use super::*;
use kortelijnen::exchange::shipped;

fn leiden() -> (Register, Network, Lines) {
    let shipped = shipped::shipped().expect("the shipped files read");
    let mut register = Register::new(shipped.catalogue.clone());
    register.apply_batch(&shipped.changes).expect("they fit together");
    // As it was told: what was planned then is over now.
    let as_of = default_as_of(&register, &slug("leiden"), DAY);
    let network = freeze(&register, &slug("leiden"), as_of, &View::of(DAY)).expect("it is there");
    let lines = Lines::of(&register, &network);
    (register, network, lines)
}

#[test]
fn debt_relief_comes_first_without_a_desk_and_without_a_line() {
    let (_, network, lines) = leiden();
    let asked = Asked::Need(need("schulden"));
    let from = Asker::Kind(kind("verloskundigenpraktijk"));
    let question = Question { asked: &asked, from: &from, place: None, today: DAY };
    let found = rank(&network, &lines, &question, candidates(&network, &asked, DAY));
    let names: Vec<&str> = found.iter().map(|it| network.members[it.candidate.place].name()).collect();
    assert_eq!(names, ["Schuldhulpverlening", "Maatschappelijk werk", "Sociale wijkteams"]);
    assert_eq!((&found[0].line, &found[0].candidate.contacts), (&LineKind::None, &vec![]));
    assert!(network.members[found[0].candidate.place].organisation.placeholder);
    let LineKind::Possible(line) = &found[1].line else { panic!("one side says so: {:?}", found[1].line) };
    assert_eq!(words(&network, &lines, line), ["Linda Rentes", "Verloskundig Samenwerkingsverband", "Maatschappelijk werk"]);
}

#[test]
fn the_way_is_told_up_to_social_work_and_the_municipality_is_asked() {
    let (_, network, lines) = leiden();
    let place = |name: &str| network.members.iter().position(|member| member.name() == name).expect("a partner");
    let from = starts(&network, &lines, &Asker::Kind(kind("verloskundigenpraktijk")));
    let broken = lines.farthest(&network, &from, lines.nodes_of(place("Schuldhulpverlening")));
    let ask: Vec<usize> = broken.ask.iter().map(|ask| ask.place).collect();
    assert_eq!(ask, [place("Gemeente Leiden"), place("Sociale wijkteams"), place("Maatschappelijk werk")]);
    assert!(matches!(broken.ask[0].why, MayKnow::TakesPart(_)), "{:?}", broken.ask[0]);
    let known = broken.known.expect("up to social work");
    assert_eq!(words(&network, &lines, &known).last().map(String::as_str), Some("Maatschappelijk werk"));
}

#[test]
fn the_nearest_number_is_the_one_for_parents_in_almelo() {
    let (register, _, _) = leiden();
    let asked = Asked::Need(need("schulden"));
    for role in Role::ALL {
        let viewer = Viewer::within(role, [slug("leiden")]);
        let found = nearest_elsewhere(&register, DAY, &viewer, (&slug("leiden"), None), (&asked, Having::Contact)).expect("one");
        assert_eq!((found.coalition, found.near), (slug("almelo"), Near::Name), "{role:?}");
    }
}
