//! An adviser compares coalitions: who has what, who is like whom, and who can teach whom, from file to answer.

mod learn;
mod likeness;

use kortelijnen::desk::{Comparison, ComparisonAsked, KeptProfiles, Office};
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

/// Profiles of the nine, made once for all tests.
static KEPT: LazyLock<KeptProfiles> = LazyLock::new(|| KeptProfiles::new(50));

fn office() -> Office<'static> {
    Office::new(&REGISTER, TODAY)
}

/// Coalitions beside each other; none named: all nine.
fn compare(office: &Office<'_>, coalitions: &[&str]) -> Comparison {
    let asked = ComparisonAsked { coalitions: coalitions.iter().map(|it| (*it).to_owned()).collect(), ..Default::default() };
    office.comparison(&asked, &KEPT).expect("they are there")
}
