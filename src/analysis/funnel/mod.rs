//! Funnel: how far may a number of one coalition lie from that of all together, before its size no longer explains it?
//!
//! Why: small coalitions differ more by chance alone; held against size, what chance gives shows, and no order does.
//! Never: a rank, a word of good or bad, a limit without its method.

mod binomial;
mod spread;
#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails there")]
mod tests;

pub use binomial::*;
pub use spread::*;

use crate::model::Words;
use serde::Serialize;
use utoipa::ToSchema;

/// Chance that a value lies below the lower limit, and as much above the upper one, for the inner and the outer limits.
pub const TAILS: [f64; 2] = [0.025, 0.001];
/// Sizes at which the limits are told, at most.
const SIZES_TOLD_MAX: u64 = 60;

/// One coalition in a funnel.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plotted {
    /// How large it is: pairs for a share of pairs, partners for another measure.
    pub size: u64,
    /// The measure.
    pub value: f64,
    /// The least it can be, whatever the unknown pairs turn out to be; without bounds the value itself.
    pub low: f64,
    /// The most it can be; likewise.
    pub high: f64,
}

/// What chance gives at one size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Limits {
    /// Size.
    pub size: u64,
    /// Lower and upper limit between which 95 in 100 lie.
    pub inner: [f64; 2],
    /// Lower and upper limit between which 998 in 1000 lie.
    pub outer: [f64; 2],
}

/// How a value lies to the limits of its size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Beyond {
    /// Within the inner limits, or it may be, as far as anybody was asked.
    Within,
    /// For certain beyond the inner limits.
    Inner,
    /// For certain beyond the outer limits.
    Outer,
}

impl Beyond {
    /// Judges by the whole of what a value can be: only what lies on one side of a limit with both its bounds lies beyond it.
    pub fn of(plotted: &Plotted, limits: &Limits) -> Self {
        let beyond = |[low, high]: [f64; 2]| plotted.high < low || plotted.low > high;
        if beyond(limits.outer) {
            Self::Outer
        } else if beyond(limits.inner) {
            Self::Inner
        } else {
            Self::Within
        }
    }
    /// The sentence for a user.
    pub fn words(self) -> Words {
        let (nl, en) = match self {
            Self::Within => (
                "Niet verder van het gemiddelde dan toeval bij deze grootte geeft.",
                "No further from the mean than chance gives at this size.",
            ),
            Self::Inner => (
                "Verder van het gemiddelde dan toeval bij deze grootte in 95 van de 100 keer geeft.",
                "Further from the mean than chance gives at this size in 95 of 100 times.",
            ),
            Self::Outer => (
                "Verder van het gemiddelde dan toeval bij deze grootte in 998 van de 1000 keer geeft.",
                "Further from the mean than chance gives at this size in 998 of 1000 times.",
            ),
        };
        Words { nl: nl.to_owned(), en: en.to_owned() }
    }
}

/// A measure of many coalitions held against size.
#[derive(Debug, Clone, PartialEq)]
pub struct Funnelled {
    /// The value of all together.
    pub centre: f64,
    /// What chance gives, by size, from the smallest to the largest coalition.
    pub limits: Vec<Limits>,
    /// How each coalition lies to the limits of its own size, in their order.
    pub beyond: Vec<Beyond>,
}

/// The limits at every size that is told, and where each coalition lies.
fn funnelled(plotted: &[Plotted], centre: f64, limits: impl Fn(u64) -> Limits) -> Funnelled {
    Funnelled {
        centre,
        limits: sizes_told(plotted).into_iter().map(&limits).collect(),
        beyond: plotted.iter().map(|it| Beyond::of(it, &limits(it.size))).collect(),
    }
}

/// Sizes from the smallest to the largest, at about equal steps.
fn sizes_told(plotted: &[Plotted]) -> Vec<u64> {
    let sizes = || plotted.iter().map(|it| it.size);
    let (Some(least), Some(most)) = (sizes().min(), sizes().max()) else { return Vec::new() };
    let steps = (most - least).min(SIZES_TOLD_MAX - 1);
    (0..=steps).map(|step| least + (most - least) * step / steps.max(1)).collect()
}
