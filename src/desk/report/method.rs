//! The last pages: what every word and number means, where it comes from, and what is not known.

use super::super::words::*;
use super::sheet::{Sheet, blank, column, decimal, numbers};
use super::{ReportSection, ReportTable};
use crate::analysis::measures::Measure;
use crate::model::*;

/// One measure as the report tells it.
struct Told {
    name: &'static str,
    label: [&'static str; 2],
    means: [&'static str; 2],
    source: &'static str,
}

const WASSERMAN_FAUST: &str = "Wasserman & Faust 1994";

/// The indices that are printed, in order; each name is that of the API.
const INDICES: [Told; 11] = [
    Told {
        name: "responseShare",
        label: ["Wie antwoordde", "Who answered"],
        means: ["Welk deel van wie meedoet zelf antwoordde.", "Which part of those who take part answered themselves."],
        source: "",
    },
    Told {
        name: "knownPairShare",
        label: ["Bekende paren", "Known pairs"],
        means: [
            "Van welk deel van alle paren bekend is of er een lijn is.",
            "Of which part of all pairs it is known whether there is a line.",
        ],
        source: "",
    },
    Told {
        name: "confirmedShare",
        label: ["Beide kanten zeggen het", "Both sides say so"],
        means: [
            "Van de lijnen waarover beide partners antwoordden: welk deel beide noemen.",
            "Of the lines about which both partners answered: which part both name.",
        ],
        source: "",
    },
    Told {
        name: "density",
        label: ["Dichtheid", "Density"],
        means: ["Welk deel van alle paren een bekende lijn heeft.", "Which part of all pairs has a known line."],
        source: WASSERMAN_FAUST,
    },
    Told {
        name: "averageDegree",
        label: ["Lijnen per partner", "Lines per partner"],
        means: ["Hoeveel bekende lijnen een partner gemiddeld heeft.", "How many known lines a partner has on average."],
        source: WASSERMAN_FAUST,
    },
    Told {
        name: "crossDensity",
        label: ["Dichtheid tussen de kanten", "Density between the sides"],
        means: [
            "Welk deel van de paren tussen beide kanten een bekende lijn heeft.",
            "Which part of the pairs between the two sides has a known line.",
        ],
        source: WASSERMAN_FAUST,
    },
    Told {
        name: "domainGapRatio",
        label: ["Waargenomen gedeeld door toeval", "Observed divided by chance"],
        means: [
            "Lijnen tussen de kanten, gedeeld door wat er bij toeval zou lopen; onder 1 zijn het er minder.",
            "Lines between the sides, divided by what chance would give; below 1 there are fewer.",
        ],
        source: "Newman 2003",
    },
    Told {
        name: "eIIndexSides",
        label: ["E-I-index van de twee kanten", "E-I index of the two sides"],
        means: [
            "Van –1 (alle lijnen binnen een kant) tot +1 (alle lijnen tussen de kanten).",
            "From –1 (all lines within a side) to +1 (all lines between the sides).",
        ],
        source: "Krackhardt & Stern 1988",
    },
    Told {
        name: "shortLineShare",
        label: ["Paren binnen twee stappen", "Pairs within two steps"],
        means: [
            "Welk deel van de paren tussen de kanten elkaar in één of twee stappen bereikt; een gemeente telt niet als stap.",
            "Which part of the pairs between the sides reach each other in one or two steps; a municipality counts as no step.",
        ],
        source: "",
    },
    Told {
        name: "crossEfficiency",
        label: ["Kortheid van de lijnen tussen de kanten", "Shortness of the lines between the sides"],
        means: [
            "Gemiddelde van 1 gedeeld door het aantal stappen, over alle paren tussen de kanten; 1 is overal direct.",
            "Mean of 1 divided by the number of steps, over all pairs between the sides; 1 is direct everywhere.",
        ],
        source: "Latora & Marchiori 2001",
    },
    Told {
        name: "fragmentation",
        label: ["Uiteenvallen", "Fragmentation"],
        means: [
            "Welk deel van de paren elkaar langs geen enkele bekende lijn bereikt.",
            "Which part of the pairs reach each other by no known line at all.",
        ],
        source: "Borgatti 2006",
    },
];

/// What a measure means, where the report tells it.
pub(in crate::desk) fn measure_means(name: &str) -> Option<Words> {
    let [nl, en] = INDICES.iter().find(|it| it.name == name)?.means;
    Some(words(nl, en))
}

/// Words of the report and what they mean; the third is a source where there is one.
const TERMS: [([&str; 2], [&str; 2], &str); 8] = [
    (
        ["Lijn", "Line"],
        [
            "Twee organisaties van wie iemand zegt dat zij op de werkvloer contact hebben. Een handtekening alleen is geen lijn; \
             een plan of idee telt niet mee.",
            "Two organisations of which somebody says that they are in contact in practice. A signature alone is no line; a plan \
             or idea does not count.",
        ],
        "",
    ),
    (
        ["Wie zegt het", "Who says so"],
        [
            "Beide kanten, één kant, of alleen een bron. Wie niet gevraagd is, heeft niet nee gezegd: dan is de lijn onbekend.",
            "Both sides, one side, or a source only. Who was not asked did not say no: then the line is unknown.",
        ],
        "",
    ),
    (
        ["Aantal lijnen", "Number of lines"],
        ["Met hoeveel partners een partner een bekende lijn heeft.", "With how many partners a partner has a known line."],
        "Freeman 1979, doi:10.1016/0378-8733(78)90021-7",
    ),
    (
        ["Tussen anderen", "Between others"],
        [
            "Betweenness: hoe vaak een partner op de kortste lijn tussen twee anderen staat.",
            "Betweenness: how often a partner stands on the shortest line between two others.",
        ],
        "Freeman 1977, doi:10.2307/3033543; Brandes 2001, 2008",
    ),
    (
        ["Valt uiteen", "Falls apart"],
        [
            "Zonder deze partner bereiken anderen elkaar langs geen enkele bekende lijn meer.",
            "Without this partner others no longer reach each other by any known line.",
        ],
        "Tarjan 1972, doi:10.1137/0201010",
    ),
    (
        ["Lang geleden genoemd", "Mentioned long ago"],
        [
            "Langer geleden dan de halfwaardetijd van dat soort lijn: een jaar voor contact, twee jaar voor een overleg.",
            "Longer ago than the half-life of that kind of line: a year for contact, two years for a consultation.",
        ],
        "",
    ),
    (
        ["Norm", "Norm"],
        [
            "De lijst van partners en lijnen die in een coalitie verwacht worden, met bron en versie. Afwijken mag: ‘niet nodig hier’.",
            "The list of partners and lines expected in a coalition, with source and version. Differing is fine: ‘not needed here’.",
        ],
        "",
    ),
    (
        ["De acht vragen", "The eight questions"],
        [
            "Vragen om een netwerk van organisaties mee te bespreken en te versterken.",
            "Questions to discuss and strengthen a network of organisations with.",
        ],
        "Provan e.a. 2005, doi:10.1111/j.1540-6210.2005.00487.x",
    ),
];

/// The method.
pub fn section(sheet: &Sheet<'_>) -> ReportSection {
    let mut section = ReportSection {
        code: "method".to_owned(),
        question: words("Verantwoording", "Method"),
        answer: words(
            "Dit rapport telt wat bronnen en partners zeiden; het meet niet of samenwerken werkt.",
            "This report counts what sources and partners said; it does not measure whether working together works.",
        ),
        tables: vec![terms()],
        notes: vec![sources(sheet)],
        ..blank()
    };
    if sheet.small() {
        section.text.push(words(
            "Bij minder dan 8 organisaties tonen we geen kengetallen: één lijn meer of minder verandert dan alles.",
            "Under 8 organisations we show no indices: one line more or less would change everything.",
        ));
    }
    section.text.push(words(
        "Wat hier niet staat: hoe goed een lijn werkt, wie haar het meest gebruikt, wat gezinnen ervan merken. Dat vraagt u aan \
         de partners en aan ouders.",
        "What is not in here: how well a line works, who uses it most, what families notice of it. Ask the partners and parents.",
    ));
    section
}

/// The measures with their bounds, and beside what chance would give; absent for a small coalition.
pub fn measures(sheet: &Sheet<'_>) -> Option<ReportSection> {
    if sheet.small() {
        return None;
    }
    let mut section = ReportSection {
        code: "measures".to_owned(),
        question: words("Kengetallen", "Indices"),
        answer: words(
            "Getallen om over te praten, niet om coalities mee te vergelijken: zij hangen af van wie gevraagd is.",
            "Numbers to talk about, not to compare coalitions by: they depend on who was asked.",
        ),
        tables: vec![indices(sheet)],
        notes: vec![words(
            "Laagst en hoogst: als geen, of juist elk paar dat niet gevraagd is, een lijn blijkt te hebben.",
            "Lowest and highest: if none, or every pair that was not asked, turns out to have a line.",
        )],
        ..blank()
    };
    super::chance::add(sheet, &mut section);
    Some(section)
}

fn indices(sheet: &Sheet<'_>) -> ReportTable {
    let row = |told: &Told| {
        let measure = sheet.structure.measures.get(told.name).copied().unwrap_or_default();
        vec![
            words(told.label[0], told.label[1]),
            value(&measure),
            bounds(&measure),
            with_source(&meaning(told.means, &measure), told.source),
        ]
    };
    let header = vec![
        column("Kengetal", "Index"),
        numbers("Waarde", "Value"),
        numbers("Laagst tot hoogst", "Lowest to highest"),
        column("Wat het zegt", "What it says"),
    ];
    ReportTable { caption: words("Wat er bekend is", "What is known"), header, rows: INDICES.iter().map(row).collect() }
}

/// What it means, and where that comes from.
fn with_source(means: &Words, source: &str) -> Words {
    both(|language| match (means.in_language(language), source, language) {
        (means, "", _) => means.to_owned(),
        (means, source, Language::Nl) => format!("{means} ({source})"),
        (means, source, Language::En) => format!("{means} ({})", source.replace("e.a.", "et al.")),
    })
}

/// What it says; without a value, why.
pub fn meaning(means: [&str; 2], measure: &Measure) -> Words {
    let reason = measure.reason.map(|reason| reason.words());
    let caution = measure.caution.map(|caution| caution.words());
    both(|language| {
        let own = pick(language, means[0], means[1]);
        let more = reason.as_ref().or(caution.as_ref()).map(|more| more.in_language(language));
        more.map_or_else(|| own.to_owned(), |more| format!("{own} {more}"))
    })
}

/// A measure with two decimals.
pub fn value(measure: &Measure) -> Words {
    let Some(value) = measure.value else { return words("–", "–") };
    both(|language| decimal(value, 2, language))
}

/// The least and the most it can be.
pub fn bounds(measure: &Measure) -> Words {
    match (measure.low, measure.high) {
        (Some(low), Some(high)) => both(|language| match (decimal(low, 2, language), decimal(high, 2, language)) {
            (low, high) if low == high => low,
            (low, high) => format!("{low} {} {high}", pick(language, "tot", "to")),
        }),
        _ => words("–", "–"),
    }
}

fn terms() -> ReportTable {
    let row = |(name, means, source): &([&str; 2], [&str; 2], &str)| {
        vec![words(name[0], name[1]), with_source(&words(means[0], means[1]), source)]
    };
    let header = vec![column("Woord", "Word"), column("Wat het hier betekent", "What it means here")];
    ReportTable {
        caption: words("Woorden in dit rapport", "Words in this report"),
        header,
        rows: TERMS.iter().map(row).collect(),
    }
}

/// Where everything comes from.
fn sources(sheet: &Sheet<'_>) -> Words {
    let mut sources: Vec<&Source> = sheet.network().sources.values().collect();
    sources.sort_by_cached_key(|source| source.title.as_str().to_lowercase());
    both(|language| {
        let told = |source: &&Source| {
            let when = source.date.as_ref().map(|it| format!(" ({})", date(it, language))).unwrap_or_default();
            format!("{}{when}", source.title)
        };
        let told: Vec<String> = sources.iter().map(told).collect();
        match (told.is_empty(), language) {
            (true, Language::Nl) => "Bronnen: alleen wat hier is ingevoerd.".to_owned(),
            (true, Language::En) => "Sources: only what was entered here.".to_owned(),
            (false, Language::Nl) => format!("Bronnen: {}.", told.join("; ")),
            (false, Language::En) => format!("Sources: {}.", told.join("; ")),
        }
    })
}
