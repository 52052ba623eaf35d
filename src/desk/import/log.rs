//! Who brought and who changed each fact, as the log tells.

use crate::live::{About, Actor, HistoryQuery, Live, StoreError};
use crate::model::EntityRef;
use std::collections::BTreeMap;

/// Rows read at a time.
const PAGE_ROWS: usize = 1024;

/// Who touched one fact, at any time.
#[derive(Debug, Clone, Copy, Default)]
struct Touched {
    user: bool,
    import: bool,
    shipped: bool,
}

/// Who touched what, seen by one of those who load files.
pub(super) struct Log {
    touched: BTreeMap<EntityRef, Touched>,
    for_shipped: bool,
}

impl Log {
    /// Reads the whole log. Cost: O(changes) time, O(entities) memory.
    pub fn read(live: &Live, reader: &Actor) -> Result<Self, StoreError> {
        let mut touched: BTreeMap<EntityRef, Touched> = BTreeMap::new();
        let mut before = None;
        loop {
            let rows = live.history(&HistoryQuery { about: About::Everything, before, limit: PAGE_ROWS })?;
            let Some(last) = rows.last() else { break };
            before = Some(last.sequence);
            for row in &rows {
                let by = touched.entry(row.change.reference()).or_default();
                by.shipped |= row.actor == Actor::SHIPPED;
                by.import |= row.actor == Actor::IMPORT;
                by.user |= !row.actor.loads_files();
            }
        }
        Ok(Self { touched, for_shipped: *reader == Actor::SHIPPED })
    }

    fn of(&self, what: &EntityRef) -> Touched {
        self.touched.get(what).copied().unwrap_or_default()
    }
    /// Must the reader leave it as it is? What a user touched; for the shipped edition also what an imported file touched.
    pub fn is_out_of_reach(&self, what: &EntityRef) -> bool {
        let by = self.of(what);
        by.user || (self.for_shipped && by.import)
    }
    /// Did a user touch it?
    pub fn is_by_user(&self, what: &EntityRef) -> bool {
        self.of(what).user
    }
    /// Did a file bring it, so that a later edition may take it back? The shipped edition takes back only its own.
    pub fn is_by_files(&self, what: &EntityRef) -> bool {
        let by = self.of(what);
        by.shipped || (by.import && !self.for_shipped)
    }
    /// Did an imported file bring or change it?
    pub fn was_imported(&self, what: &EntityRef) -> bool {
        self.of(what).import
    }
    /// Was the shipped data ever loaded?
    pub fn holds_shipped(&self) -> bool {
        self.touched.values().any(|by| by.shipped)
    }
}
