//! Charts of a comparison: each a pure function from data to a scene, one a file.
//!
//! Why: a difference between coalitions is seen before it is read; with what is unknown, what chance gives, and what cannot be
//! said drawn as plainly as what is known.
//! Never: an order by value, a colour that alone says something, a text on its side, a sum over measures.

mod dots;
mod frame;
mod funnel;
mod input;
mod kinds;
mod labels;
mod marks;
mod pencil;
mod plot;
mod signs;
mod timeline;
mod tree;
mod words;

pub use input::*;

pub(super) use frame::{FOOT, Frame};
pub(super) use words::say;

use super::Width;
use super::scene::Scene;

/// A chart.
#[derive(Debug, Clone, PartialEq)]
pub enum Chart {
    /// One measure, one row a coalition.
    Dots(Dots),
    /// A measure against size.
    Funnel(Funnel),
    /// Kinds of partners by coalitions.
    Kinds(Kinds),
    /// Which coalitions are alike.
    Tree(Tree),
    /// A measure over time.
    Timeline(Timeline),
}

impl Chart {
    /// Its drawing.
    pub(super) fn scene(&self, width: Width) -> Scene {
        match self {
            Self::Dots(dots) => dots::scene(dots, width),
            Self::Funnel(funnel) => funnel::scene(funnel, width),
            Self::Kinds(kinds) => kinds::scene(kinds, width),
            Self::Tree(tree) => tree::scene(tree, width),
            Self::Timeline(timeline) => timeline::scene(timeline, width),
        }
    }
}
