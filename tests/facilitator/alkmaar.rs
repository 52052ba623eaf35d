//! The Alkmaar region: consultation within the domains, none between; told by the health service about domains, not about pairs.

use super::*;
use kortelijnen::analysis::gaps::Pile;
use kortelijnen::model::Domain;
use kortelijnen::network::LinkStatus;

#[test]
fn the_one_finding_is_about_two_domains() {
    let gaps = gaps("alkmaar");
    let does: Vec<_> = gaps.gaps.iter().filter(|gap| gap.pile == Pile::Do).collect();
    let [gap] = does.as_slice() else { panic!("one finding to act on, found {}", does.len()) };
    let domains: Vec<Option<Domain>> = gap.parties.iter().map(|party| party.domain).collect();
    assert_eq!(domains, [Some(Domain::Medical), Some(Domain::Social)]);
    assert!(gap.parties.iter().all(|party| party.kind.is_none()), "domains, not partners");
    assert!(gap.text.nl.contains("overleg"), "{}", gap.text.nl);
    let claims = gap.evidence.iter().filter(|row| row.sort == "claim").count();
    assert_eq!(claims, 3, "none between, and consultation within each of the two");
}

#[test]
fn no_pair_is_invented() {
    let gaps = gaps("alkmaar");
    assert!(of_kind(&gaps, "missing_line").is_empty());
    assert!(of_kind(&gaps, "long_line").is_empty());
    let links = office().links("alkmaar", None).expect("Alkmaar is there");
    assert!(links.iter().all(|link| !link.across), "no line between the sides is named");
}

#[test]
fn the_health_services_own_lines_are_one_sided() {
    let links = office().links("GGD Hollands Noorden", None).expect("an alias finds the coalition");
    let other = |link: &kortelijnen::desk::LinkRow| {
        let ends = [&link.a, &link.b];
        ends.into_iter().find(|end| end.name != "GGD Hollands Noorden").and_then(|end| end.kind.clone())
    };
    let mut kinds: Vec<String> = links.iter().filter_map(other).collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["gynaecologie", "kraamzorg", "verloskundigenpraktijk", "verslavingszorg"]);
    assert!(links.iter().all(|link| link.status == LinkStatus::OneSided));
}

#[test]
fn a_coalition_in_preparation_says_so_and_gives_counts() {
    let overview = office().overview("alkmaar", None).expect("Alkmaar is there");
    assert_eq!(overview.counts.participating, 1);
    assert!(overview.counts.approached >= 14);
    assert!(overview.warnings.iter().any(|warning| warning.nl.contains("voorbereiding")));
    let structure = office().structure("alkmaar", None).expect("Alkmaar is there");
    assert_eq!(structure.measures["members"].value, Some(1.0));
    assert!(structure.measures["crossDensity"].value.is_none() && structure.measures["crossDensity"].reason.is_some());
}
