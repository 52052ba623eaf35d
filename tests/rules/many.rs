//! A coalition of sixty partners after a round in which some answered: three short piles, not hundreds of rows.

use super::*;
use kortelijnen::analysis::gaps::Pile;
use std::collections::BTreeSet;

/// Two of every kind that the norm names, and others, up to sixty.
fn sixty() -> Made {
    let kinds: Vec<&str> = CATALOGUE.kinds.iter().map(|kind| kind.code.as_str()).collect();
    let keys: Vec<String> = (0..60).map(|i| format!("{}{}", kinds[i % 30], i / 30 + 1)).collect();
    let partners: Vec<&str> = keys.iter().map(String::as_str).collect();
    let mut made = Made::with(&partners);
    // Every third partner answered, and names partners here and there; some years ago, some lately.
    for (i, from) in partners.iter().enumerate().step_by(3) {
        for step in 1..=12 {
            let to = partners[(i * 7 + step * 5) % 60];
            if to != *from {
                let date = ["2026-09", "2020", "2026-03"][step % 3];
                made.claim(pair(from, to), Stance::Asserted, "works-with", Some(org(from)), Some(date));
            }
        }
    }
    made
}

#[test]
fn sixty_partners_give_short_piles_by_both_rules() {
    let made = sixty();
    for rule in [Rule::Any, Rule::Confirmed] {
        let network = made.read(rule, "default");
        assert!(network.links.len() > 180, "{}", network.links.len());
        let found = find(&network);
        let size = |pile| found.iter().filter(|gap| gap.pile == pile).count();
        assert!(size(Pile::Do) <= 5 && size(Pile::Ask) == 3 && size(Pile::Track) <= 2, "{rule:?}");
        assert!(found.len() < 60, "{} rows by {rule:?}", found.len());
        let rows: Vec<usize> = found.iter().filter_map(|gap| gap.norm_line).collect();
        assert_eq!(rows.len(), rows.iter().collect::<BTreeSet<_>>().len(), "one finding a cell, {rule:?}");
        let ids: BTreeSet<&str> = found.iter().map(|gap| gap.id.as_str()).collect();
        assert_eq!(ids.len(), found.len());
    }
}
