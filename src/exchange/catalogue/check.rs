//! Do the rows of a catalogue fit each other? One function a file; each adds what it finds to the list of errors.

use super::row::{CatalogueRow, File};
use super::{CatalogueError, CatalogueProblem as Problem};
use crate::model::*;
use std::collections::BTreeMap;

const PHASES: [&str; 3] = ["before", "during", "after"];

/// The errors of one row, as they are found.
struct Report<'a, T: CatalogueRow> {
    row: &'a T,
    line: usize,
    errors: &'a mut Vec<CatalogueError>,
}

impl<T: CatalogueRow> Report<'_, T> {
    fn refuse(&mut self, reason: Problem) {
        let what = Some(self.row.code().to_owned());
        self.errors.push(CatalogueError { file: T::FILE, row: Some(self.line), what, reason });
    }

    fn refuse_if(&mut self, wrong: bool, reason: Problem) {
        if wrong {
            self.refuse(reason);
        }
    }

    /// Every code must stand in the other file, and stand here once.
    fn codes<'c, U: CatalogueRow>(&mut self, field: &'static str, codes: impl Iterator<Item = &'c str>, rows: &File<U>) {
        let mut seen = Vec::new();
        for code in codes {
            let file = U::FILE;
            self.refuse_if(!rows.knows(code), Problem::UnknownCode { field, code: code.to_owned(), file });
            self.refuse_if(seen.contains(&code), Problem::Repeated { field, value: code.to_owned() });
            seen.push(code);
        }
    }

    fn texts(&mut self) {
        for (field, text) in self.row.texts() {
            self.refuse_if(text.trim().is_empty(), Problem::Empty(field));
        }
    }

    fn grounds(&mut self, sources: &File<CatalogueSource>) {
        let Some(Grounds { sources: named, unsourced }) = self.row.grounds() else { return };
        self.refuse_if(named.is_empty() && !unsourced, Problem::NoGrounds);
        self.refuse_if(!named.is_empty() && *unsourced, Problem::BothGrounds);
        self.codes("sources", named.iter().map(String::as_str), sources);
    }
}

/// Takes over what reading found, then runs what every row must meet and `own`, what this file's rows must meet.
fn each<'f, T: CatalogueRow>(
    file: &'f File<T>,
    sources: Option<&File<CatalogueSource>>,
    errors: &mut Vec<CatalogueError>,
    mut own: impl FnMut(&mut Report<'_, T>, &'f T),
) {
    errors.extend(file.errors.iter().cloned());
    for row in &file.rows {
        let mut report = Report { row: &row.value, line: row.line, errors };
        report.texts();
        if let Some(sources) = sources {
            report.grounds(sources);
        }
        own(&mut report, &row.value);
    }
}

/// Sources: a title, and an address that is one.
pub(super) fn sources(file: &File<CatalogueSource>, errors: &mut Vec<CatalogueError>) {
    each(file, None, errors, |report, source| {
        let broken = source.url.as_ref().is_some_and(|url| !(url.starts_with("https://") || url.starts_with("http://")));
        report.refuse_if(broken, Problem::NoAddress);
    });
}

/// Needs: words and grounds.
pub(super) fn needs(file: &File<Need>, sources: &File<CatalogueSource>, errors: &mut Vec<CatalogueError>) {
    each(file, Some(sources), errors, |_, _| {});
}

/// Partner kinds: known needs, and a side that fits the domain.
pub(super) fn kinds(
    file: &File<PartnerKind>,
    needs: &File<Need>,
    sources: &File<CatalogueSource>,
    errors: &mut Vec<CatalogueError>,
) {
    each(file, Some(sources), errors, |report, kind| {
        report.codes("needs", kind.needs.iter().map(NeedCode::as_str), needs);
        report.refuse_if(!kind.needs.is_empty() && !kind.helper, Problem::NeedsWithoutHelper);
        let step = kind.side.is_some() || kind.finder || kind.helper || kind.bridge;
        if kind.governance {
            report.refuse_if(step || kind.domain != Domain::Governance, Problem::GovernanceIsNoStep);
            return;
        }
        report.refuse_if(kind.domain == Domain::Governance, Problem::GovernanceNotFlagged);
        let fits = match kind.side {
            None => true,
            Some(Side::Medical) => kind.domain == Domain::Medical,
            Some(Side::Social) => matches!(kind.domain, Domain::Social | Domain::Informal),
        };
        report.refuse_if(!fits, Problem::SideOutsideDomain);
    });
}

/// Link kinds: a half-life that is a time.
pub(super) fn links(file: &File<LinkKind>, sources: &File<CatalogueSource>, errors: &mut Vec<CatalogueError>) {
    each(file, Some(sources), errors, |report, link| {
        report.refuse_if(link.half_life_months == Some(0), Problem::ZeroHalfLife);
    });
}

/// Interventions: known kinds and phases.
pub(super) fn interventions(
    file: &File<Intervention>,
    kinds: &File<PartnerKind>,
    sources: &File<CatalogueSource>,
    errors: &mut Vec<CatalogueError>,
) {
    each(file, Some(sources), errors, |report, intervention| {
        report.codes("runBy", intervention.run_by.iter().map(KindCode::as_str), kinds);
        for phase in intervention.phases.iter().filter(|phase| !PHASES.contains(&phase.as_str())) {
            let known = "before, during, after";
            report.refuse(Problem::UnknownValue { field: "phases", value: phase.clone(), known });
        }
    });
}

/// The norm: a finder that finds, a helper that helps with that need, bridges that can carry, core before often.
pub(super) fn norm(
    file: &File<NormLine>,
    kinds: &File<PartnerKind>,
    needs: &File<Need>,
    sources: &File<CatalogueSource>,
    errors: &mut Vec<CatalogueError>,
) {
    let kinds_from_last = kinds.rows.iter().rev(); // Of two rows with one code the first holds.
    let by_code = kinds_from_last.map(|row| (row.value.code.as_str(), &row.value)).collect();
    let mut first_line_by_pair = BTreeMap::new();
    let mut often_seen = false;
    each(file, Some(sources), errors, |report, line| {
        report.codes("finder", std::iter::once(line.finder.as_str()), kinds);
        report.codes("helper", std::iter::once(line.helper.as_str()), kinds);
        report.codes("bridges", line.bridges.iter().map(KindCode::as_str), kinds);
        report.codes("need", line.need.iter().map(NeedCode::as_str), needs);

        report.refuse_if(line.finder == line.helper, Problem::LineToItself);
        let code = format!("{}-{}", line.finder, line.helper);
        report.refuse_if(line.code != code, Problem::LineCode(code));
        match first_line_by_pair.get(&(&line.finder, &line.helper)) {
            Some(&first_row) => report.refuse(Problem::DuplicateLine { first_row }),
            None => _ = first_line_by_pair.insert((&line.finder, &line.helper), report.line),
        }
        report.refuse_if(line.weight == Expected::Optional, Problem::OptionalLine);
        report.refuse_if(often_seen && line.weight == Expected::Core, Problem::OutOfOrder);
        often_seen |= line.weight != Expected::Core;
        ends(report, line, &by_code);
        bridges(report, line, &by_code);
    });
}

/// At practice level the ends must find and help; at governance level they need not.
fn ends(report: &mut Report<'_, NormLine>, line: &NormLine, kinds: &BTreeMap<&str, &PartnerKind>) {
    let helper = kinds.get(line.helper.as_str());
    if line.level == Level::Practice {
        let idle = kinds.get(line.finder.as_str()).is_some_and(|kind| !kind.finder);
        report.refuse_if(idle, Problem::NotFlagged { code: line.finder.to_string(), flag: "finder" });
        let idle = helper.is_some_and(|kind| !kind.helper);
        report.refuse_if(idle, Problem::NotFlagged { code: line.helper.to_string(), flag: "helper" });
    }
    if let (Some(need), Some(helper)) = (&line.need, helper) {
        let served = helper.needs.contains(need);
        report.refuse_if(!served, Problem::NeedNotServed { helper: helper.code.to_string(), need: need.to_string() });
    }
}

fn bridges(report: &mut Report<'_, NormLine>, line: &NormLine, kinds: &BTreeMap<&str, &PartnerKind>) {
    for bridge in &line.bridges {
        let end = *bridge == line.finder || *bridge == line.helper;
        let carries_nothing = kinds.get(bridge.as_str()).is_some_and(|kind| kind.governance || kind.umbrella);
        report.refuse_if(end || carries_nothing, Problem::NoBridge(bridge.to_string()));
    }
}
