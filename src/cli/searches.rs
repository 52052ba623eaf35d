//! What was searched for in vain, for who leads a coalition.

use super::source::{existing_store, today};
use anyhow::Result;
use kortelijnen::desk::*;
use kortelijnen::model::Language;
use kortelijnen::settings::Settings;
use std::fmt::Write;
use std::path::Path;

/// The counts of one coalition.
pub fn ask(data: &Path, coalition: &str) -> Result<Vec<SearchRow>> {
    let live = existing_store(data)?;
    let snapshot = live.snapshot();
    let register = &snapshot.register;
    let Some(found) = register.find_coalition(coalition) else {
        let known = register.coalitions().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ");
        return Err(DeskError::UnknownCoalition { asked: coalition.to_owned(), known }.into());
    };
    let settings = Settings::default();
    let boards = Switchboards::new(settings.who_networks_max.get(), settings.who_networks_other_days_max.get());
    Ok(Office::new(register, today()).searches(&found.id, live.searches(), &boards))
}

/// One line a need and month.
pub fn text(rows: &[SearchRow], language: Language) -> String {
    let nl = language == Language::Nl;
    if rows.is_empty() {
        let words = if nl {
            "Hier is nog niet gezocht naar een hulpvraag waarbij niemand helpt."
        } else {
            "Nobody has searched here yet for a need that nobody serves."
        };
        return format!("{words}\n");
    }
    let mut out = String::new();
    for row in rows {
        let (need, times) = (row.need.words.in_language(language), row.times);
        let _ = match (nl, row.served) {
            (true, true) => writeln!(out, "{}  {times} keer  {need} (nu helpt iemand hierbij)", row.month),
            (true, false) => writeln!(out, "{}  {times} keer  {need} (niemand helpt hierbij)", row.month),
            (false, true) => writeln!(out, "{}  {times} times  {need} (somebody serves it now)", row.month),
            (false, false) => writeln!(out, "{}  {times} times  {need} (nobody serves it)", row.month),
        };
    }
    out
}
