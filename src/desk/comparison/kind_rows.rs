//! Which kinds of partner are in view in each coalition: the table of kinds by coalitions.

use super::answer::*;
use super::kept::KeptProfile;
use crate::analysis::profile::{KindPresence, KindState};
use crate::desk::words::*;
use crate::model::*;
use std::sync::Arc;

/// One row a kind of the catalogue, in its order.
pub fn rows(catalogue: &Catalogue, found: &[Arc<KeptProfile>]) -> Vec<KindPresenceRow> {
    let row = |(place, kind): (usize, &PartnerKind)| KindPresenceRow {
        code: kind.code.clone(),
        words: kind.name.clone(),
        domain: kind.domain,
        expected: kind.expected,
        cells: found.iter().filter_map(|it| it.column.kinds.get(place).cloned()).collect(),
    };
    catalogue.kinds.iter().enumerate().map(row).collect()
}

/// One kind in one coalition.
pub fn cell(presence: &KindPresence) -> KindPresenceCell {
    KindPresenceCell { state: presence.state, count: presence.count, words: said(presence) }
}

fn said(presence: &KindPresence) -> Words {
    let (nl, en) = match presence.state {
        KindState::Signatory => ("tekende", "signed"),
        KindState::Participating => ("doet mee", "takes part"),
        KindState::Approached => ("benaderd", "approached"),
        KindState::Wanted => ("gewenst", "wanted"),
        KindState::Seen => ("genoemd, doet niet mee", "named, takes no part"),
        KindState::Absent => ("staat niet op de lijst", "is not on the list"),
        KindState::Unknown => ("onbekend", "unknown"),
        KindState::Placeholder => match presence.status {
            Some(MembershipStatus::Signatory) => ("tekende; alleen de soort is bekend", "signed; only the kind is known"),
            Some(MembershipStatus::Participating) => {
                ("doet mee; alleen de soort is bekend", "takes part; only the kind is known")
            }
            Some(MembershipStatus::Approached) => ("benaderd; alleen de soort is bekend", "approached; only the kind is known"),
            Some(MembershipStatus::Wanted) => ("gewenst; alleen de soort is bekend", "wanted; only the kind is known"),
            Some(MembershipStatus::Left) | None => ("genoemd; alleen de soort is bekend", "named; only the kind is known"),
        },
    };
    words(nl, en)
}
