//! A facilitator opens a coalition: what the nine texts say, and nothing else, comes out of the whole way from file to answer.

mod alkmaar;
mod changes;
mod delft;
mod governance;
mod leiden;
mod map_since;
mod others;
mod reload;
mod report;
mod rules;

use kortelijnen::desk::{GapRow, Gaps, Office};
use kortelijnen::exchange::shipped;
use kortelijnen::model::Register;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;

/// The day of the question; every test passes a day.
const TODAY: Date = date!(2026 - 11 - 22);

static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let mut register = Register::new(shipped.catalogue);
    register.apply_batch(&shipped.changes).expect("the register takes the shipped data");
    register
});

fn office() -> Office<'static> {
    Office::new(&REGISTER, TODAY)
}

fn gaps(coalition: &str) -> Gaps {
    office().gaps(coalition, None).expect("the coalition is there")
}

/// The gaps of a kind, by its code in the API.
fn of_kind<'a>(gaps: &'a Gaps, kind: &str) -> Vec<&'a GapRow> {
    gaps.gaps.iter().filter(|gap| serde_json::to_value(gap.kind).expect("a kind is a word") == kind).collect()
}

/// Codes of the partner kinds among the parties of a gap, sorted, each once.
fn kinds(gap: &GapRow) -> Vec<&str> {
    let mut kinds: Vec<&str> = gap.parties.iter().filter_map(|party| party.kind.as_deref()).collect();
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}
