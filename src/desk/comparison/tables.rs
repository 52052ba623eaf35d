//! A comparison as one long table: a row for each coalition and each thing that was said, measured or found of it.
//!
//! Why: in a long table no number stands without its bounds, its reason and its day, and a program filters it at once.
//! Never: a number that the comparison does not show.

use super::*;
use crate::analysis::profile::KindState;
use crate::exchange::tables::{Cell, Column, ColumnKind, Definition, Table};
use crate::model::*;
use crate::network::Rule;
use time::Date;
use time::macros::format_description;

/// Decimals of a measure on screen; the file keeps all.
const DECIMALS: u8 = 3;

/// The form of a file for a spreadsheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableForm {
    /// Comma-separated values.
    Csv,
    /// A workbook with its definitions on a second sheet.
    Xlsx,
}

impl TableForm {
    /// How the name of its file ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}

/// The comparison as a table with its definitions.
///
/// Takes: a comparison as it was answered to somebody: what was left out there is left out here; the fewest people of whom a number is
/// told outside a coalition. Gives: rows by coalition in their order, then profile, measures, kinds, findings, each in the order of the
/// comparison. Cost: O(rows · coalitions).
pub fn table(comparison: &Comparison, people_min: usize) -> Table {
    let mut rows = Vec::new();
    for (place, head) in comparison.coalitions.iter().enumerate() {
        rows.extend(profile(comparison, place, head));
        rows.extend(measures(comparison, place, head));
        rows.extend(kinds(comparison, place, head));
        rows.extend(gaps(comparison, place, head));
    }
    Table {
        title: words("Vergelijking", "Comparison"),
        columns: columns(),
        columns_fixed: 2,
        rows,
        made: made(comparison, people_min),
        definitions: definitions(comparison),
        day: day(&comparison.today).unwrap_or(Date::MIN),
    }
}

fn day(text: &str) -> Option<Date> {
    Date::parse(text, format_description!("[year]-[month]-[day]")).ok()
}

fn columns() -> Vec<Column> {
    let column = |nl: [&str; 2], en: [&str; 2], kind| Column { name: words(nl[0], en[0]), definition: words(nl[1], en[1]), kind };
    let (text, number) = (ColumnKind::Text, ColumnKind::Decimal(DECIMALS));
    vec![
        column(["coalitie", "De coalitie."], ["coalition", "The coalition."], text),
        column(
            ["kenmerk", "Wat er vergeleken is; verderop op dit blad staat van elk wat het betekent."],
            ["feature", "What was compared; further down on this sheet stands what each means."],
            text,
        ),
        column(
            ["onderdeel", "profiel, kengetal, soort partner of aandachtspunt."],
            ["part", "profile, measure, kind of partner or finding."],
            text,
        ),
        column(["code", "De naam van het kenmerk in de API."], ["code", "The name of the feature in the API."], text),
        column(
            ["korte naam", "De korte naam van de coalitie, als in het adres van haar pagina."],
            ["short name", "The short name of the coalition, as in the address of its page."],
            text,
        ),
        column(["stand", "De dag waarvoor de rij geldt."], ["as of", "The day for which the row holds."], ColumnKind::Day),
        column(
            ["in woorden", "Wat er bekend is. Onbekend: geen bron zegt er iets over; dat is niet hetzelfde als: het is er niet."],
            ["in words", "What is known. Unknown: no source says anything of it; that is not the same as: it is not there."],
            text,
        ),
        column(
            ["waarde", "Het getal over de bekende lijnen. Staat er geen getal, dan staat er waarom."],
            ["value", "The number over the known lines. Where there is no number it says why."],
            number,
        ),
        column(
            ["laagst", "Het minste dat het kan zijn, wat de onbekende paren ook blijken te zijn."],
            ["low", "The least it can be, whatever the unknown pairs turn out to be."],
            number,
        ),
        column(
            ["hoogst", "Het meeste dat het kan zijn, wat de onbekende paren ook blijken te zijn."],
            ["high", "The most it can be, whatever the unknown pairs turn out to be."],
            number,
        ),
        column(["van", "Van hoeveel de waarde een deel is."], ["of", "Of how many the value is a part."], number),
        column(
            ["verwacht", "Wat de maten van de groepen, of evenveel lijnen op goed geluk, zouden geven."],
            ["expected", "What the sizes of the groups, or as many lines at random, would give."],
            number,
        ),
        column(
            ["z", "Hoeveel standaardafwijkingen van toeval de waarde boven het gemiddelde van toeval ligt."],
            ["z", "How many standard deviations of chance the value lies above the mean of chance."],
            number,
        ),
        column(
            ["p", "Tweezijdig: het deel van wat toeval geeft dat minstens zo ver van zijn gemiddelde ligt."],
            ["p", "Two-sided: the share of what chance gives that lies at least as far from its mean."],
            number,
        ),
        column(
            ["zonder trekker", "Hetzelfde kengetal zonder de organisatie die de coalitie trekt."],
            ["without leader", "The same measure without the organisation that leads the coalition."],
            number,
        ),
        column(
            ["let op", "Waarom het getal kan misleiden, of waarom er geen is."],
            ["note", "Why the number can mislead, or why there is none."],
            text,
        ),
        column(
            ["bron", "Waar het staat, voor zover een bron het zegt."],
            ["source", "Where it is said, as far as a source says it."],
            text,
        ),
    ]
}

/// The cells of a row that differ by what it is of; the rest is empty.
#[derive(Default)]
struct Row {
    said: Option<Words>,
    value: Option<Cell>,
    low: Option<f64>,
    high: Option<f64>,
    of: Option<f64>,
    expected: Option<f64>,
    z: Option<f64>,
    p: Option<f64>,
    without_leader: Option<f64>,
    note: Option<Words>,
    source: Option<Words>,
}

impl Row {
    fn cells(self, head: &ComparedCoalition, part: Words, code: &str, feature: Words) -> Vec<Cell> {
        let number = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
        let text = |words: Option<Words>| words.map_or(Cell::Empty, Cell::Text);
        vec![
            Cell::name(head.name.as_str()),
            Cell::Text(feature),
            Cell::Text(part),
            Cell::name(code),
            Cell::name(head.id.as_str()),
            day(&head.as_of).map_or(Cell::Unknown, Cell::Day),
            text(self.said),
            self.value.unwrap_or(Cell::Empty),
            number(self.low),
            number(self.high),
            number(self.of),
            number(self.expected),
            number(self.z),
            number(self.p),
            number(self.without_leader),
            text(self.note),
            text(self.source),
        ]
    }
}

fn profile<'a>(all: &'a Comparison, place: usize, head: &'a ComparedCoalition) -> impl Iterator<Item = Vec<Cell>> + 'a {
    all.profile.iter().filter_map(move |row| {
        let cell = row.cells.get(place)?;
        let value = if cell.known { cell.value.map(Cell::Number) } else { Some(Cell::Unknown) };
        let bar = cell.bar.map(|bar| {
            words(
                format!("{} bekend, {} nog niet, {} onbekend", bar.present, bar.absent, bar.unknown),
                format!("{} known, {} not yet, {} unknown", bar.present, bar.absent, bar.unknown),
            )
        });
        let told =
            Row { said: Some(cell.words.clone()), value, of: cell.of, note: bar, source: cell.source.clone(), ..Row::default() };
        Some(told.cells(head, words("profiel", "profile"), &row.code, row.words.clone()))
    })
}

fn measures<'a>(all: &'a Comparison, place: usize, head: &'a ComparedCoalition) -> impl Iterator<Item = Vec<Cell>> + 'a {
    all.measures.iter().filter_map(move |row| {
        let cell = row.cells.get(place)?;
        let value = match (&cell.suppressed, cell.value) {
            (Some(why), _) => Cell::Suppressed(why.words.clone()),
            (None, Some(value)) => Cell::Number(value),
            (None, None) => Cell::Unknown,
        };
        // A cell that is suppressed holds no number at all, bounds and chance neither.
        let shown = |number: Option<f64>| number.filter(|_| cell.suppressed.is_none());
        let told = Row {
            value: Some(value),
            low: shown(cell.low),
            high: shown(cell.high),
            expected: shown(cell.expected),
            z: shown(cell.z),
            p: shown(cell.p),
            without_leader: shown(cell.without_leader.as_ref().and_then(|it| it.value)),
            note: notes([cell.caution.as_ref(), cell.chance_suppressed.as_ref().map(|it| &it.words)]),
            ..Row::default()
        };
        Some(told.cells(head, words("kengetal", "measure"), &row.name, row.words.clone()))
    })
}

fn kinds<'a>(all: &'a Comparison, place: usize, head: &'a ComparedCoalition) -> impl Iterator<Item = Vec<Cell>> + 'a {
    all.kinds.iter().filter_map(move |row| {
        let cell = row.cells.get(place)?;
        // No source names the kind: nought would be counted as its absence.
        let value = if cell.state == KindState::Unknown { Cell::Unknown } else { Cell::Whole(whole(cell.count)) };
        let told = Row { said: Some(cell.words.clone()), value: Some(value), ..Row::default() };
        Some(told.cells(head, words("soort partner", "kind of partner"), row.code.as_str(), row.words.clone()))
    })
}

fn gaps<'a>(all: &'a Comparison, place: usize, head: &'a ComparedCoalition) -> impl Iterator<Item = Vec<Cell>> + 'a {
    all.gaps.iter().flat_map(move |row| {
        let cell = row.cells.get(place).copied().unwrap_or_default();
        let code = code_of(&row.kind);
        let who = [
            ("bothSay", "beide kanten zeggen het", "both sides say so", cell.both_say),
            ("oneSays", "één kant zegt het", "one side says so", cell.one_says),
            ("sourceSays", "een bron zegt het", "a source says so", cell.source_says),
            ("nobodyAsked", "aan niemand gevraagd", "nobody was asked", cell.nobody_asked),
        ];
        who.map(|(key, nl, en, count)| {
            let value = match cell.withheld {
                true => Cell::Suppressed(words("alleen voor de coalitie", "for the coalition only")),
                false => Cell::Whole(whole(count)),
            };
            let feature = words(format!("{}: {nl}", row.words.nl), format!("{}: {en}", row.words.en));
            let told = Row { value: Some(value), ..Row::default() };
            told.cells(head, words("aandachtspunt", "finding"), &format!("{code}.{key}"), feature)
        })
    })
}

fn whole(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

fn code_of(kind: &impl serde::Serialize) -> String {
    serde_json::to_value(kind).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default()
}

fn notes<'a>(all: impl IntoIterator<Item = Option<&'a Words>>) -> Option<Words> {
    let all: Vec<&Words> = all.into_iter().flatten().collect();
    let joined = |language: Language| all.iter().map(|it| it.in_language(language)).collect::<Vec<_>>().join(" ");
    (!all.is_empty()).then(|| words(joined(Language::Nl), joined(Language::En)))
}

fn made(all: &Comparison, people_min: usize) -> Vec<(Words, Words)> {
    let same = |text: &str| words(text, text);
    let rule = match all.rule {
        Rule::Any => words("een lijn telt als iemand haar noemt", "a line counts when somebody names it"),
        Rule::Confirmed => words("een lijn telt als beide kanten haar noemen", "a line counts when both ends name it"),
    };
    let when = match &all.as_of {
        Some(day) => same(day),
        None => words("elke coalitie op de dag van haar laatste gegevens", "each coalition on the day of its last data"),
    };
    let sides = words(
        format!("{} tegenover {}", all.sides.first.nl, all.sides.second.nl),
        format!("{} against {}", all.sides.first.en, all.sides.second.en),
    );
    let mut rows = vec![
        (words("Gemaakt op", "Made on"), same(&all.today)),
        (words("Stand", "As of"), when),
        (words("Regel", "Rule"), rule),
        (words("Kanten", "Sides"), sides),
        (words("Norm", "Norm"), same(&all.norm)),
        (words("Toeval", "Chance"), all.chance.words.clone()),
    ];
    if people_min > 1 {
        rows.push((
            words("Aantallen mensen", "Numbers of people"),
            words(
                format!("Buiten de eigen coalitie staan aantallen onder {people_min} mensen er niet in, en ook niets waaruit zij te berekenen zijn. Organisaties staan met naam in openbare bronnen; hun aantallen staan er wel in."),
                format!("Outside one's own coalition numbers under {people_min} people are not in it, nor anything from which they could be worked out. Organisations stand in public sources by name; their numbers are in it."),
            ),
        ));
    }
    rows
}

fn definitions(all: &Comparison) -> Vec<Definition> {
    let told = |term: &Words, meaning: &Words| Definition {
        term: term.clone(),
        meaning: meaning.clone(),
        unit: None,
        source: None,
        suppressed: None,
    };
    let of_people = |name: &str| crate::desk::protected::OF_PEOPLE.contains(&name);
    let measure = |row: &MeasureRow| {
        let range = row.range.map(|[low, high]| words(format!("{low} tot {high}"), format!("{low} to {high}")));
        let small = words(
            "Bij te weinig partners, een kleine kant of een coalitie in voorbereiding.",
            "With too few partners, a small side or a coalition in preparation.",
        );
        let people = words("Buiten de eigen coalitie bij weinig mensen.", "Outside one's own coalition with few people.");
        Definition {
            unit: notes([row.unit.as_ref(), range.as_ref()]),
            suppressed: notes([Some(&small), of_people(&row.name).then_some(&people)]),
            ..told(&row.words, &row.help)
        }
    };
    let kind = |row: &KindPresenceRow| {
        let (nl, en) = match row.expected {
            Expected::Core => ("in elke coalitie verwacht", "expected in every coalition"),
            Expected::Often => ("in de meeste coalities verwacht", "expected in most coalitions"),
            Expected::Optional => ("in sommige coalities", "in some coalitions"),
        };
        let norm = Some(words(format!("norm {}", all.norm), format!("norm {}", all.norm)));
        let organisations = Some(words("organisaties", "organisations"));
        Definition { unit: organisations, source: norm, ..told(&row.words, &words(nl, en)) }
    };
    let gap = |row: &GapTallyRow| {
        let own = words(
            "Wat alleen voor de coalitie zelf is, telt buiten haar niet mee.",
            "What is for the coalition alone is not counted outside it.",
        );
        let norm = Some(words(format!("norm {}", all.norm), format!("norm {}", all.norm)));
        let findings = Some(words("aandachtspunten", "findings"));
        Definition { unit: findings, source: norm, suppressed: Some(own), ..told(&row.words, &row.help) }
    };
    let features = all.profile.iter().map(|row| told(&row.words, &row.help));
    features.chain(all.measures.iter().map(measure)).chain(all.kinds.iter().map(kind)).chain(all.gaps.iter().map(gap)).collect()
}
