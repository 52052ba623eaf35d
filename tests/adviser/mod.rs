//! An adviser holds coalitions beside each other: what the nine texts say comes out, and where they are silent the table says so.

mod asked;
mod learn;
mod likeness;
mod nine;
mod roles;
mod served;

use kortelijnen::desk::Reading;
use kortelijnen::desk::*;
use kortelijnen::exchange::shipped;
use kortelijnen::model::*;
use std::sync::LazyLock;
use time::Date;
use time::macros::date;

/// The day of the question; every test passes a day.
const TODAY: Date = date!(2026 - 11 - 22);
const NINE: [&str; 9] = ["aalsmeer", "alkmaar", "almelo", "almere", "delft", "hoogeveen", "leiden", "zaanstad", "zeist"];

static REGISTER: LazyLock<Register> = LazyLock::new(|| {
    let shipped = shipped::shipped().expect("the shipped data reads");
    let mut register = Register::new(shipped.catalogue);
    register.apply_batch(&shipped.changes).expect("the register takes the shipped data");
    register
});

fn asked(coalitions: &[&str]) -> ComparisonAsked {
    ComparisonAsked { coalitions: coalitions.iter().map(|&it| it.to_owned()).collect(), ..ComparisonAsked::default() }
}

fn seen_by(viewer: &str, asked: &ComparisonAsked) -> Comparison {
    let viewer: Viewer = viewer.parse().expect("a viewer");
    let office = Office::new(&REGISTER, TODAY).seen_by(&viewer);
    office.comparison(asked, &KeptProfiles::new(16)).expect("the coalitions are there")
}

/// Coalitions as an adviser sees them; none named: all nine.
fn advised(coalitions: &[&str]) -> Comparison {
    seen_by("adviser", &asked(coalitions))
}

fn office() -> Office<'static> {
    Office::new(&REGISTER, TODAY)
}

/// Coalitions as an office's viewer sees them; none named: all of its register.
fn compare(office: &Office<'_>, coalitions: &[&str]) -> Comparison {
    office.comparison(&asked(coalitions), &KeptProfiles::new(50)).expect("they are there")
}

/// The cell of a feature of one coalition.
fn feature<'a>(answer: &'a Comparison, coalition: &str, code: &str) -> &'a FeatureCell {
    let column = answer.coalitions.iter().position(|it| it.id.as_str() == coalition).expect(coalition);
    let row = answer.profile.iter().find(|row| row.code == code).expect(code);
    &row.cells[column]
}

/// The row of a measure.
fn measure<'a>(answer: &'a Comparison, name: &str) -> &'a MeasureRow {
    answer.measures.iter().find(|row| row.name == name).expect(name)
}
