//! Coalitions beside each other in the terminal: as a table of up to six columns; more coalitions stand one a row.

use super::args::AboutOptions;
use super::errors::Told;
use super::progress::Progress;
use super::source::Asked;
use anyhow::Result;
use kortelijnen::desk::*;
use kortelijnen::model::{CoalitionId, Expected, Language, Words};
use kortelijnen::settings::{SettingFlags, Settings};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;
use std::sync::Mutex;

/// Most coalitions beside each other.
const COLUMNS_MAX: usize = 6;
/// Width of the names of rows, in characters.
const LABEL: usize = 28;
/// Width of the whole table, in characters.
const TABLE: usize = 160;
/// Widest column, in characters.
const COLUMN_MAX: usize = 44;

/// Most things to learn that are shown of one coalition.
const LESSONS_MAX: usize = 5;

/// What was typed.
pub struct Typed {
    /// The coalitions; none: all.
    pub coalitions: Vec<String>,
    /// Names of the measures to show; none: all.
    pub measures: Vec<String>,
}

/// Compares once, every measure held against chance, and tells how far it is.
pub fn ask(options: &AboutOptions, typed: &Typed, language: Language) -> Result<Comparison> {
    let asked = Asked::open(options.from.data.as_deref())?;
    let settings = Settings::from_process(SettingFlags::default())?;
    let reading = asked.reading(&options.reading)?;
    let question = ComparisonAsked {
        coalitions: typed.coalitions.clone(),
        reading,
        funnel: None,
        coalitions_max: settings.compare_coalitions_max.get(),
    };
    known_measures(&typed.measures)?;
    let progress = Mutex::new(Progress::new(language));
    let tell = |done: u64, all: u64| {
        if let Ok(mut progress) = progress.lock() {
            progress.share(done as usize, all as usize, ("coalities", "coalitions"));
        }
    };
    let office = Office { effort: Effort { progress: Some(&tell), cancelled: None }, ..asked.office() };
    let kept = KeptProfiles::keeping(Keeping {
        // Everything that is compared is needed at once.
        entries_max: settings.compare_profiles_max.get().max(settings.compare_coalitions_max.get()),
        bytes_max: settings.compare_profiles_bytes_max.get(),
        draws: u32::try_from(settings.compare_draws.get()).unwrap_or(u32::MAX),
        ..Keeping::default()
    });
    // The one that a server leaves to who asks: here nobody else does.
    let threads = settings.compare_threads.get() + 1;
    Ok(office.comparison_in_full(&question, &kept, threads)?)
}

/// Writes the comparison to the files that were asked for. Gives: did one of them go to standard output, so that nothing else should?
pub fn files(answer: &Comparison, csv: Option<&Path>, xlsx: Option<&Path>, language: Language) -> Result<bool> {
    let people_min = Settings::from_process(SettingFlags::default())?.small_cell_min.get();
    let mut printed = false;
    for (path, form) in [(csv, TableForm::Csv), (xlsx, TableForm::Xlsx)] {
        let Some(path) = path else { continue };
        let bytes = answer.file(form, people_min, language)?;
        if path == Path::new("-") {
            std::io::stdout().write_all(&bytes)?;
            printed = true;
        } else {
            std::fs::write(path, bytes).map_err(|error| Told::refused(path, true, &error))?;
        }
    }
    Ok(printed)
}

fn known_measures(asked: &[String]) -> Result<()> {
    let known: Vec<&str> = compared_measures().collect();
    let unknown: Vec<&str> = asked.iter().map(String::as_str).filter(|name| !known.contains(name)).collect();
    if unknown.is_empty() {
        return Ok(());
    }
    let (unknown, known) = (unknown.join(", "), known.join(", "));
    Err(Told::typed(
        format!("geen kengetal heet {unknown}; kies uit: {known}"),
        format!("no measure is called {unknown}; choose one of: {known}"),
    )
    .into())
}

/// The comparison as text. Takes the names of the measures to show; none: all.
pub fn text(answer: &Comparison, measures: &[String], language: Language) -> String {
    let mut page = Page { out: String::new(), answer, language };
    page.head();
    page.profile();
    page.measures(measures);
    page.kinds();
    page.gaps();
    page.likeness();
    page.lessons();
    page.out
}

struct Page<'a> {
    out: String,
    answer: &'a Comparison,
    language: Language,
}

impl Page<'_> {
    fn pick<'b>(&self, nl: &'b str, en: &'b str) -> &'b str {
        if self.language == Language::Nl { nl } else { en }
    }

    fn said<'b>(&self, words: &'b Words) -> &'b str {
        words.in_language(self.language)
    }

    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn head(&mut self) {
        let answer = self.answer;
        let norm = self.pick("norm", "norm");
        let line = format!("{} · {norm} {} · {}", self.said(&answer.sides.words), answer.norm, answer.today);
        self.line(&line);
        if !answer.notable.is_empty() {
            let title = self.pick("Wat opvalt", "What stands out").to_owned();
            self.line(&format!("\n{title}"));
            for sentence in &answer.notable {
                self.line(&format!("  {}", self.said(sentence)));
            }
        }
    }

    fn title(&mut self, nl: &str, en: &str) {
        let title = self.pick(nl, en).to_owned();
        self.line(&format!("\n{title}"));
        if self.answer.coalitions.len() <= COLUMNS_MAX {
            let names: Vec<String> = self.answer.coalitions.iter().map(|it| it.name.to_string()).collect();
            self.row("", &names);
        }
    }

    /// One row: cells beside each other, or one below the other where there are many.
    fn row(&mut self, label: &str, cells: &[String]) {
        if cells.len() > COLUMNS_MAX {
            self.line(&format!("  {label}"));
            let names: Vec<String> = self.answer.coalitions.iter().map(|it| it.name.to_string()).collect();
            for (name, cell) in names.iter().zip(cells) {
                self.line(&format!("    {} {cell}", padded(name, LABEL - 4)));
            }
            return;
        }
        let width = ((TABLE - LABEL) / cells.len().max(1)).min(COLUMN_MAX) - 2;
        let label = wrapped(label, LABEL - 4);
        let cells: Vec<Vec<String>> = cells.iter().map(|cell| wrapped(cell, width)).collect();
        let height = cells.iter().map(Vec::len).chain([label.len()]).max().unwrap_or(1);
        for line in 0..height {
            let part = |lines: &[String]| lines.get(line).cloned().unwrap_or_default();
            let mut text = format!("  {}", padded(&part(&label), LABEL - 2));
            for cell in &cells {
                let _ = write!(text, "{}  ", padded(&part(cell), width));
            }
            self.line(text.trim_end());
        }
    }

    fn profile(&mut self) {
        self.title("Naast elkaar", "Beside each other");
        let days: Vec<String> = self.answer.coalitions.iter().map(|it| self.said(&it.as_of_words).to_owned()).collect();
        let as_of = self.pick("Stand van", "As of").to_owned();
        self.row(&as_of, &days);
        for row in &self.answer.profile {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.said(&cell.words).to_owned()).collect();
            self.row(self.said(&row.words).to_owned().as_str(), &cells);
        }
    }

    fn measures(&mut self, asked: &[String]) {
        self.title("Kengetallen, met hun grenzen", "Measures, with their bounds");
        let mut notes: Vec<String> = Vec::new();
        let (mut in_order, mut shown) = (Vec::new(), 0);
        for row in self.answer.measures.iter().filter(|row| asked.is_empty() || asked.contains(&row.name)) {
            let cells: Vec<String> = row.cells.iter().map(|cell| self.measure(cell, &mut notes)).collect();
            self.row(self.said(&row.words).to_owned().as_str(), &cells);
            shown += 1;
            if row.rankable.yes {
                in_order.push(self.said(&row.words).to_lowercase());
            }
        }
        for (place, note) in notes.iter().enumerate() {
            self.line(&format!("  ({}) {note}", place + 1));
        }
        let text = match (in_order.len(), self.language) {
            (all, _) if all == shown => String::new(),
            (0, Language::Nl) => "Op geen van deze kengetallen kunt u deze coalities op volgorde zetten.".to_owned(),
            (0, Language::En) => "On none of these measures these coalitions can be put in order.".to_owned(),
            (_, Language::Nl) => format!(
                "Alleen bij {} overlappen de grenzen van wat bekend is niet; op de andere zijn zij niet op volgorde te zetten.",
                in_order.join(", ")
            ),
            (_, Language::En) => {
                format!(
                    "Only for {} the bounds of what is known do not overlap; on the others they cannot be put in order.",
                    in_order.join(", ")
                )
            }
        };
        if !text.is_empty() {
            self.line(&format!("  {text}"));
        }
        self.line(&format!("  {}", self.said(&self.answer.chance.words)));
    }

    /// "0,33 (0,10 tot 0,80)"; a number that is not shown gets a note.
    fn measure(&self, cell: &MeasureCell, notes: &mut Vec<String>) -> String {
        if let Some(why) = &cell.suppressed {
            let why = self.said(&why.words).to_owned();
            let place = notes.iter().position(|note| *note == why).unwrap_or_else(|| {
                notes.push(why);
                notes.len() - 1
            });
            return format!("– ({})", place + 1);
        }
        let Some(value) = cell.value else { return "–".to_owned() };
        let mut text = self.number(value);
        if let (Some(low), Some(high)) = (cell.low, cell.high)
            && low < high
        {
            let _ = write!(text, " ({} {} {})", self.number(low), self.pick("tot", "to"), self.number(high));
        }
        if cell.low.is_some() && cell.high.is_none() {
            let _ = write!(text, " {}", self.pick("of meer", "or more"));
        }
        if let Some(p) = cell.p {
            let _ = write!(text, ", p {}", self.number(p));
        }
        if let Some(without) = cell.without_leader.as_ref().and_then(|it| it.value) {
            let _ = write!(text, "; {} {}", self.pick("zonder wie leidt", "without who leads"), self.number(without));
        }
        text
    }

    fn number(&self, value: f64) -> String {
        let text = if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.3}") };
        if self.language == Language::Nl { text.replace('.', ",") } else { text }
    }

    /// Kinds that the norm expects everywhere, and others that any of the coalitions has.
    fn kinds(&mut self) {
        self.title("Wie doet mee", "Who takes part");
        for row in &self.answer.kinds {
            if row.expected != Expected::Core && row.cells.iter().all(|cell| cell.count == 0) {
                continue;
            }
            let cells: Vec<String> = row.cells.iter().map(|cell| self.said(&cell.words).to_owned()).collect();
            self.row(self.said(&row.words).to_owned().as_str(), &cells);
        }
    }

    fn gaps(&mut self) {
        self.title("Aandachtspunten, en wie het zegt", "Points of attention, and who says so");
        for row in &self.answer.gaps {
            let none = |cell: &GapTallyCell| *cell == GapTallyCell::default();
            if row.cells.iter().all(none) {
                continue;
            }
            let cells: Vec<String> = row.cells.iter().map(|cell| self.gap(cell)).collect();
            self.row(self.said(&row.words).to_owned().as_str(), &cells);
        }
    }

    fn gap(&self, cell: &GapTallyCell) -> String {
        let parts = [
            (cell.both_say, self.pick("beide kanten", "both sides")),
            (cell.one_says, self.pick("één kant", "one side")),
            (cell.source_says, self.pick("een bron", "a source")),
            (cell.nobody_asked, self.pick("niet gevraagd", "not asked")),
        ];
        let told: Vec<String> =
            parts.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}")).collect();
        match (cell.withheld, told.is_empty()) {
            (true, _) => self.pick("voor de coalitie zelf", "for the coalition itself").to_owned(),
            (false, true) => "–".to_owned(),
            (false, false) => told.join(", "),
        }
    }
}

impl Page<'_> {
    fn name(&self, id: &CoalitionId) -> String {
        let found = self.answer.coalitions.iter().find(|it| it.id == *id);
        found.map_or_else(|| id.to_string(), |it| it.name.to_string())
    }

    /// Which of the others each coalition is most like, and why.
    fn likeness(&mut self) {
        let near: Vec<_> = self.answer.coalitions.iter().zip(&self.answer.likeness.near).collect();
        if near.iter().all(|(_, near)| near.is_empty()) {
            return;
        }
        let title = self.pick("Het meest gelijkend", "Most alike").to_owned();
        self.line(&format!("\n{title}"));
        for (coalition, near) in near {
            let Some(first) = near.first() else { continue };
            let why: Vec<&str> = first.reasons.iter().map(|it| self.said(it)).collect();
            let other = self.name(&first.coalition);
            self.line(&format!("  {} {other}. {}", padded(coalition.name.as_str(), LABEL - 4), why.join(" ")));
        }
        self.line(&format!("  {}", self.said(&self.answer.likeness.words)));
    }

    /// What each coalition can learn of others: the most important things.
    fn lessons(&mut self) {
        if self.answer.learn_from.is_empty() {
            return;
        }
        let title = self.pick("Leren van elkaar", "Learning from each other").to_owned();
        self.line(&format!("\n{title}"));
        for coalition in &self.answer.coalitions {
            let rows: Vec<&LearnRow> = self.answer.learn_from.iter().filter(|row| row.coalition == coalition.id).collect();
            if rows.is_empty() {
                continue;
            }
            self.line(&format!("  {}", coalition.name));
            for row in rows.iter().take(LESSONS_MAX) {
                let told: Vec<String> =
                    row.from.iter().map(|it| format!("{}: {}", self.name(&it.coalition), self.said(&it.what))).collect();
                let told = match (told.is_empty(), &row.none) {
                    (true, Some(none)) => self.said(none).to_owned(),
                    _ => told.join(" "),
                };
                self.line(&format!("    {} — {told}", self.said(&row.gap.words)));
            }
            let rest = rows.len().saturating_sub(LESSONS_MAX);
            if rest > 0 {
                let more = self.pick("meer, met", "more, with").to_owned();
                self.line(&format!("    {rest} {more} --format json"));
            }
        }
    }
}

/// A text with blanks after it.
fn padded(text: &str, width: usize) -> String {
    let blanks = width.saturating_sub(text.chars().count());
    format!("{text}{}", " ".repeat(blanks))
}

/// Lines of at most so many characters, broken between words; a longer word is broken too.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        let mut word: Vec<char> = word.chars().collect();
        let fits = lines.last().is_some_and(|line| line.chars().count() + 1 + word.len() <= width);
        if let Some(line) = lines.last_mut().filter(|_| fits) {
            line.push(' ');
            line.extend(word);
            continue;
        }
        while word.len() > width {
            lines.push(word.drain(..width).collect());
        }
        lines.push(word.into_iter().collect());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::wrapped;

    #[test]
    fn words_are_kept_whole_where_they_fit() {
        assert_eq!(wrapped("de situatie bepaalt wie de regie heeft", 12), ["de situatie", "bepaalt wie", "de regie", "heeft"]);
        assert_eq!(wrapped("samenwerkingsovereenkomst", 10), ["samenwerki", "ngsovereen", "komst"]);
        assert_eq!(wrapped("", 10), Vec::<String>::new());
    }
}
