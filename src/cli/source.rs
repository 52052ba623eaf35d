//! Where a command reads: the shipped coalitions, or a store.

use anyhow::{Context, Result};
use kortelijnen::desk::Office;
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Live, Snapshot, Store};
use kortelijnen::model::Register;
use std::path::Path;
use std::sync::Arc;
use time::{Date, OffsetDateTime};

/// A register to ask.
pub struct Asked(Arc<Snapshot>);

impl Asked {
    /// Opens a store, or reads the shipped coalitions.
    pub fn open(data: Option<&Path>) -> Result<Self> {
        let shipped = shipped::shipped()?;
        let Some(directory) = data else {
            let mut register = Register::new(shipped.catalogue);
            register.apply_batch(&shipped.changes).map_err(|(_, fault)| fault)?;
            return Ok(Self(Arc::new(Snapshot::new(register))));
        };
        anyhow::ensure!(
            directory.is_dir(),
            "{} is no directory; make a store with `kortelijnen import … --data {}`",
            directory.display(),
            directory.display()
        );
        Ok(Self(Live::open(Store::open(directory)?, shipped.catalogue)?.snapshot()))
    }
    /// The office that answers.
    pub fn office(&self) -> Office<'_> {
        Office { register: &self.0.register, today: today() }
    }
}

/// Today, in UTC.
pub fn today() -> Date {
    OffsetDateTime::now_utc().date()
}

/// A day as typed.
pub fn day(text: Option<&str>) -> Result<Option<Date>> {
    let parse = |text: &str| {
        Date::parse(text, &time::macros::format_description!("[year]-[month]-[day]"))
            .with_context(|| format!("\"{text}\" is no day; write it as 2026-11-22"))
    };
    text.map(parse).transpose()
}
