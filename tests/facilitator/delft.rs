//! Delft: eight boards signed; two organisations were seen beside them; no line in practice is known.

use super::*;
use kortelijnen::model::{InitiativeKind, MembershipStatus};

#[test]
fn eight_signed_and_two_were_seen_beside_them() {
    let partners = office().partners("delft", None).expect("Delft is there").partners;
    let of = |status| {
        let mut names: Vec<&str> =
            partners.iter().filter(|row| row.status == Some(status)).map(|row| row.name.as_str()).collect();
        names.sort_unstable();
        names
    };
    assert_eq!(of(MembershipStatus::Signatory).len(), 8);
    assert_eq!(of(MembershipStatus::Participating), ["GGD Haaglanden", "Humanitas"]);
    let overview = office().overview("delft", None).expect("Delft is there");
    let agreement = overview.initiatives.iter().find(|it| it.kind == InitiativeKind::Agreement).expect("there is an agreement");
    assert_eq!((agreement.participants.len(), agreement.complete), (8, true));
}

#[test]
fn signed_without_a_line_in_practice_is_one_finding() {
    let gaps = gaps("delft");
    let found = of_kind(&gaps, "level_mismatch");
    let [gap] = found.as_slice() else { panic!("one finding an agreement, found {}", found.len()) };
    assert_eq!(gap.parties.len(), 8);
    assert!(gap.text.nl.contains("werkvloer"), "{}", gap.text.nl);
}

#[test]
fn the_source_does_not_tell_what_kind_some_partners_are_and_we_do_not_either() {
    let partners = office().partners("delft", None).expect("Delft is there").partners;
    for name in ["ZEL", "Delft Support", "Delft voor Elkaar", "Humanitas"] {
        let row = partners.iter().find(|row| row.name.as_str() == name).expect(name);
        assert!(row.kinds.is_empty(), "{name}");
    }
}
