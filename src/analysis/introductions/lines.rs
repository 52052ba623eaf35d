//! Which lines a plan builds on: what counts, what somebody can be introduced over.

use crate::model::Level;
use crate::network::{Link, LinkStatus, Network};

/// Does the line count under the rule of the view?
pub(super) fn counts(network: &Network, link: &Link) -> bool {
    link.level == Level::Practice && network.holds(link)
}

/// Is it a step: does it count, was it said of late, and is it more than sitting in one consultation?
pub(super) fn is_step(network: &Network, link: &Link) -> bool {
    counts(network, link) && !link.stale() && !link.projected
}

/// Can somebody be introduced over it? A line about which claims contradict each other is left out: naming it would tell who
/// denies it.
pub(super) fn introduces(network: &Network, link: &Link) -> bool {
    counts(network, link) && !link.stale() && link.status != LinkStatus::Contested
}
