//! Measures held against chance: is this what the sizes of the groups, or the numbers of lines, would give anyway?
//!
//! Why apart from `structure`: thousands of draws for one answer; a plain structure stays cheap.
//! Never: a z or p where too few answered, from documents alone, or where it could not stand out.

use super::answer::share;
use super::centralisation::centralisation_of_degrees;
use super::lots::{Lot, Lots, Progress};
use super::rewiring::Rewiring;
use super::*;
use crate::analysis::nulls::*;

/// Least share of a side, and of all for a number over all, that must have answered for a number to be held against chance.
pub const RESPONSE_SHARE_MIN: f64 = 0.6;

/// Measures that are held against rewired networks.
pub(super) const REWIRED_MEASURES: usize = 3;

/// How chance is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Chance {
    /// Where the draws begin.
    pub seed: u64,
    /// How many labellings, where there are too many for all.
    pub label_draws: u32,
    /// How many rewired networks.
    pub rewire_draws: u32,
    /// Who answered on the medical and on the social side; without it the round as a whole stands for both.
    pub side_response: Option<[Response; 2]>,
}

impl Default for Chance {
    fn default() -> Self {
        Self { seed: 1, label_draws: LABEL_DRAWS, rewire_draws: REWIRE_DRAWS, side_response: None }
    }
}

/// Structure with baselines: `structure`, and then how far each number is from what chance gives.
///
/// As `baselines`. Cost: that of both.
pub fn structure_with_baselines(input: &Input, chance: &Chance, keep_going: KeepGoing<'_>) -> Option<Structure> {
    baselines(input, structure(input), chance, keep_going)
}

/// Baselines: which numbers of a structure are more, or less, than chance gives?
///
/// Takes: the input and its structure; how chance is drawn; whom to ask whether to go on.
/// Gives: the structure with `z`, `p` and `baseline`, or `baselineReason`, on E-I (domains, sides, and `eIIndexThreeGroups`: the
/// two sides and the rest), assortativity, modularity, cross density, domain-gap ratio, every cell of the mixing matrix (also
/// expected lines and their ratio), all against permuted labels; degree centralisation against as many lines on any pairs;
/// transitivity, betweenness centralisation and cross efficiency against rewired networks.
/// `None` if the caller stops it. Each number stands alone: nothing is corrected for looking at many.
/// What is held against permuted labels is the surplus of lines over m · (known pairs / all known pairs): the expectation uses the
/// pairs that are not unknown, and unknown pairs stay with the nodes that left them open while the labels move, so that who
/// answered does not pass for whom they work with. Where nothing is unknown the surplus has the z and p of the measure itself.
/// Undefined: a number without a baseline has a `BaselineReason`. Numbers about the sides (E-I of the sides, cross density,
/// domain-gap ratio, cross efficiency) ask that enough of either side answered; the others that enough of all did, too.
/// Cost: O(m + unknown pairs + g²) a labelling for g groups; that of `degree_preserving` a rewired network. Deterministic by the
/// seed.
/// Source: D. Krackhardt & R. Stern, Soc. Psychol. Q. 51, 123–140, 1988, doi:10.2307/2786835, and with each null model.
/// Checked: the worked example; (B − W)/(B + W) as the mean; data/oracles (enumeration in Python).
pub fn baselines(input: &Input, mut structure: Structure, chance: &Chance, keep_going: KeepGoing<'_>) -> Option<Structure> {
    let (fault, whole) = (no_chance(input, chance), no_chance_for_all(input, chance));
    let lots = Lots::of(input);
    let mut progress = Progress::over(&lots, chance, keep_going);
    domains_held(&lots.domains, &mut structure, whole, chance, &mut progress)?;
    sides_held(input, &lots, &mut structure, (fault, whole), chance, &mut progress)?;
    centralisation_held(input, &mut structure, whole, chance, &mut progress)?;
    rewired_held(input, &mut structure, (fault, whole), chance, &mut progress)?;
    Some(structure)
}

/// Why no number about the two sides is held against chance.
pub(super) fn no_chance(input: &Input, chance: &Chance) -> Option<BaselineReason> {
    let unknown = input.unknown.count(&input.graph);
    let answered: Vec<Response> = match (chance.side_response, input.round) {
        (Some(sides), _) => sides.to_vec(),
        (None, Some(round)) => vec![round],
        (None, None) if unknown > 0 => return Some(BaselineReason::Documents),
        (None, None) => vec![],
    };
    if answered.iter().any(too_few) {
        Some(BaselineReason::LowResponse)
    } else if unknown > 0 && unknown + input.graph.links() as u64 == input.graph.possible() {
        Some(BaselineReason::NoKnownAbsence)
    } else {
        None
    }
}

/// Why no number about everybody is held against chance: those who stand on neither side must have answered too.
pub(super) fn no_chance_for_all(input: &Input, chance: &Chance) -> Option<BaselineReason> {
    no_chance(input, chance).or_else(|| input.round.filter(too_few).map(|_| BaselineReason::LowResponse))
}

fn too_few(response: &Response) -> bool {
    response_share(Some(*response)).value.is_some_and(|answered| answered < RESPONSE_SHARE_MIN)
}

/// Lines above what would fall on these pairs at random: T − m · K / K_all, over the pairs that are not unknown.
fn surplus(of: Tally, all: Tally) -> f64 {
    of.ties as f64 - expected_lines(of, all).unwrap_or(f64::NAN)
}

fn expected_lines(of: Tally, all: Tally) -> Option<f64> {
    share(all.ties * of.known(), all.known())
}

fn domains_held(
    lot: &Lot,
    structure: &mut Structure,
    fault: Option<BaselineReason>,
    chance: &Chance,
    progress: &mut Progress<'_>,
) -> Option<()> {
    let cells: Vec<(usize, usize)> = structure.mixing.iter().map(|cell| (group(cell.a), group(cell.b))).collect();
    let statistics = |mixing: &Mixing, row: &mut Vec<f64>| {
        let all = mixing.all();
        row.push(surplus(mixing.between(), all));
        row.push(assortativity(mixing).value.unwrap_or(f64::NAN));
        row.push(domain_modularity(mixing).value.unwrap_or(f64::NAN));
        row.extend(cells.iter().map(|&(a, b)| surplus(mixing.tally(a, b), all)));
    };
    let table = lot.deal(fault, chance, progress, statistics)?;
    for (column, name) in ["eIIndex", "assortativity", "domainModularity"].into_iter().enumerate() {
        hold(structure, name, table.verdict(column), table.baseline, column > 0);
    }
    let all = lot.mixing.all();
    let has_absence = all.unknown == 0 || all.known() > all.ties;
    for (column, (cell, &(a, b))) in structure.mixing.iter_mut().zip(&cells).enumerate() {
        let of = lot.mixing.tally(a, b);
        cell.expected = expected_lines(of, all).filter(|_| has_absence);
        cell.ratio = cell.expected.filter(|&expected| expected > 0.0).map(|expected| of.ties as f64 / expected);
        match table.verdict(3 + column) {
            _ if cell.expected.is_none() || of.possible == 0 => cell.baseline_reason = fault.or(Some(BaselineReason::NoValue)),
            Ok(Verdict { z, p, .. }) => (cell.z, cell.p) = (Some(z), Some(p)),
            Err(reason) => cell.baseline_reason = Some(reason),
        }
    }
    Some(())
}

fn group(domain: crate::model::Domain) -> usize {
    usize::from(domain_group(domain))
}

fn sides_held(
    input: &Input,
    lots: &Lots,
    structure: &mut Structure,
    (fault, whole): (Option<BaselineReason>, Option<BaselineReason>),
    chance: &Chance,
    progress: &mut Progress<'_>,
) -> Option<()> {
    let statistics = |mixing: &Mixing, row: &mut Vec<f64>| {
        let all = mixing.all();
        row.extend([surplus(mixing.between(), all), surplus(mixing.tally(0, 1), all)]);
    };
    let three = lots.three.deal(fault, chance, progress, statistics)?;
    let mixing = Mixing::of(&input.graph, &side_groups(&input.sides), &input.unknown);
    structure.measures.insert("eIIndexThreeGroups".to_owned(), e_i_index(&mixing));
    hold(structure, "eIIndexThreeGroups", whole.map_or_else(|| three.verdict(0), Err), three.baseline, false);
    for name in ["crossDensity", "domainGapRatio"] {
        hold(structure, name, three.verdict(1), three.baseline, false);
    }
    // Only the partners of the two sides, as in the measure itself.
    let statistic = |mixing: &Mixing, row: &mut Vec<f64>| row.push(surplus(mixing.between(), mixing.all()));
    let two = lots.two.deal(fault, chance, progress, statistic)?;
    hold(structure, "eIIndexSides", two.verdict(0), two.baseline, false);
    Some(())
}

fn rewired_held(
    input: &Input,
    structure: &mut Structure,
    (fault, whole): (Option<BaselineReason>, Option<BaselineReason>),
    chance: &Chance,
    progress: &mut Progress<'_>,
) -> Option<()> {
    let named = Rewiring::NAMES.into_iter().zip([whole, whole, fault]);
    let asked: [Result<f64, BaselineReason>; REWIRED_MEASURES] = {
        let mut values = named.map(|(name, fault)| match (fault, structure.measures.get(name).and_then(|it| it.value)) {
            (Some(reason), _) => Err(reason),
            (None, None) => Err(BaselineReason::NoValue),
            (None, Some(value)) => Ok(value),
        });
        std::array::from_fn(|_| values.next().unwrap_or(Err(BaselineReason::NoValue)))
    };
    let drawn = Rewiring::of(input, asked.map(|it| it.is_ok())).drawn(chance, progress)?;
    let baseline = Baseline { null: Null::Rewired, draws: chance.rewire_draws.into(), exact: false, seed: Some(chance.seed) };
    for ((name, value), drawn) in Rewiring::NAMES.into_iter().zip(asked).zip(drawn) {
        let found = value.and_then(|value| verdict(value, drawn.into_iter(), false).map_err(BaselineReason::from));
        hold(structure, name, found, baseline, true);
    }
    Some(())
}

/// Degree centralisation is constant when everybody keeps their number of lines, so it is held against lines on any pairs.
fn centralisation_held(
    input: &Input,
    structure: &mut Structure,
    fault: Option<BaselineReason>,
    chance: &Chance,
    progress: &mut Progress<'_>,
) -> Option<()> {
    let name = "degreeCentralisation";
    let draws = chance.label_draws;
    let baseline = Baseline { null: Null::RandomLinks, draws: draws.into(), exact: false, seed: Some(chance.seed) };
    let found = match (fault, structure.measures.get(name).and_then(|it| it.value)) {
        (Some(reason), _) => Err(reason),
        (None, None) => Err(BaselineReason::NoValue),
        (None, Some(value)) => {
            let asked = &mut |done, _| progress.at(done);
            let drawn = random_links(&input.graph, &input.unknown, draws, chance.seed, asked, centralisation_of_degrees)?;
            verdict(value, drawn.into_iter(), false).map_err(BaselineReason::from)
        }
    };
    progress.past(draws.into())?;
    hold(structure, name, found, baseline, true);
    Some(())
}

fn hold(structure: &mut Structure, name: &str, found: Result<Verdict, BaselineReason>, baseline: Baseline, expect_mean: bool) {
    if let Some(measure) = structure.measures.get_mut(name) {
        let mean = found.ok().map(|verdict| verdict.mean).filter(|_| expect_mean && measure.value.is_some());
        *measure = measure.expecting(measure.expected.or(mean)).held_against(baseline, found);
    }
}
