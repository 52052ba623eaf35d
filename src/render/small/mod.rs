//! Small maps of many coalitions beside each other: the same marks, one size of everything, one legend.
//!
//! Why: the shape of a coalition is seen at a glance when nine or three hundred of them are drawn alike.
//! Never: an order of its own. The maps stand as they were asked, or by name: in an order by a share they would be a league
//! table.

mod cell;
mod page;
mod places;

use super::Width;
use super::input::PartnerMap;
use super::scene::Scene;
use cell::Scale;

/// A small map.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMap {
    /// Id of the coalition, for data attributes; never shown.
    pub id: String,
    /// Page of the large map, a path of this site.
    pub href: String,
    /// The large map.
    pub map: PartnerMap,
}

/// A sheet of small maps.
#[derive(Debug, Clone, PartialEq)]
pub struct SmallMaps {
    /// Around them.
    pub about: super::chart::About,
    /// In the order asked.
    pub maps: Vec<SmallMap>,
}

/// Small maps on a sheet of paper at most.
pub const MAPS_PER_SHEET: usize = 12;

impl SmallMaps {
    /// All maps below each other.
    pub(super) fn scene(&self, width: Width) -> Scene {
        let scale = Scale::of(&self.maps);
        match width {
            Width::Wide => page::page(&self.about, &self.maps, scale, page::SCREEN, None),
            Width::Slim => page::page(&self.about, &self.maps, scale, page::PHONE, None),
        }
    }

    /// The same on sheets of paper, twelve on each, with one scale over all of them.
    pub(super) fn sheets(&self) -> Vec<Scene> {
        let scale = Scale::of(&self.maps);
        let count = self.maps.len().div_ceil(MAPS_PER_SHEET).max(1);
        let part = |sheet: usize| {
            let from = sheet * MAPS_PER_SHEET;
            &self.maps[from..(from + MAPS_PER_SHEET).min(self.maps.len())]
        };
        let number = |sheet: usize| (count > 1).then_some((sheet + 1, count));
        (0..count).map(|sheet| page::page(&self.about, part(sheet), scale, page::SHEET, number(sheet))).collect()
    }
}
