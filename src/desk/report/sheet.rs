//! What every section of the report reads: one network with its measures and findings, and names of lines and partners in words.

use super::super::answers::GapRow;
use super::super::speech::{Speech, participation};
use super::super::standings::Standings;
use super::super::structure::StructureAnswer;
use super::super::words::*;
use super::{ReportColumn, ReportSection, ReportTable};
use crate::model::*;
use crate::network::*;

/// Fewest organisations for indices.
pub const INDEX_MEMBERS_MIN: usize = 8;
/// Most rows in a table of partners; the rest is counted below it.
pub const TABLE_ROWS_MAX: usize = 20;

/// One coalition, ready to be told.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    pub speech: Speech<'a>,
    pub structure: &'a StructureAnswer,
    pub found: &'a [GapRow],
    /// Where every counted partner stands, and which groups show; absent for a coalition that is small, or too large to print a
    /// table of.
    pub standings: Option<&'a Standings>,
}

/// Most partners of which the places are told: a report is for a coalition, not for a country.
const PLACES_MEMBERS_MAX: usize = 300;

/// Is the coalition large enough for indices, and small enough to tell everybody's place?
pub fn has_indices(network: &Network) -> bool {
    let counted = network.members.iter().filter(|member| member.counts() && member.domain.is_some()).count();
    (INDEX_MEMBERS_MIN..=PLACES_MEMBERS_MAX).contains(&counted)
}

impl<'a> Sheet<'a> {
    /// The network.
    pub fn network(&self) -> &'a Network {
        self.speech.network
    }

    /// The lines in practice that the rule counts.
    pub fn lines(&self) -> Vec<&'a Link> {
        counted_lines(self.network())
    }

    /// Partners that measures count: they take part or signed.
    pub fn counted(&self) -> usize {
        self.network().members.iter().filter(|member| member.counts()).count()
    }

    /// Too few organisations for indices?
    pub fn small(&self) -> bool {
        self.counted() < INDEX_MEMBERS_MIN
    }

    /// The place of a party in the network.
    pub fn place(&self, id: &str) -> Option<usize> {
        self.network().members.iter().position(|member| member.id().to_string() == id)
    }

    /// Is there a line among the partners of whom the places are told?
    pub fn has_standings(&self) -> bool {
        self.standings.is_some_and(|it| it.partners.iter().any(|row| row.lines > 0))
    }

    /// A partner as a heading.
    pub fn title(&self, place: usize) -> Words {
        both(|language| self.speech.title(place, language))
    }

    /// Both ends of a line: "Verloskundigenpraktijk – Wijkteam".
    pub fn line(&self, link: &Link) -> Words {
        both(|language| format!("{} – {}", self.speech.title(link.a, language), self.speech.title(link.b, language)))
    }

    /// The domain of a partner.
    pub fn domain(&self, place: usize) -> Words {
        let domain = self.network().members[place].domain;
        both(|language| {
            domain.map_or_else(|| pick(language, "niet genoemd", "not stated"), |it| domain_name(it, language)).to_owned()
        })
    }

    /// How a partner takes part.
    pub fn participation(&self, place: usize) -> Words {
        let status = self.network().members[place].status;
        both(|language| participation(status, language).split(':').next().unwrap_or_default().to_owned())
    }

    /// The day, the rule, who answered, of how many pairs something is known, the sides, the norm: beside every number.
    pub fn certainty(&self, when: &Words) -> Words {
        let network = self.network();
        let near: Vec<usize> = (0..network.members.len()).filter(|&place| network.members[place].near()).collect();
        let answered = near.iter().filter(|&&place| network.has_answered(place)).count();
        let sides = super::super::sides::sides_row(&network.view.sides, &network.catalogue).words;
        let cells = &self.structure.mixing;
        let (pairs, unknown) = (cells.iter().map(|it| it.possible).sum::<u64>(), cells.iter().map(|it| it.unknown).sum::<u64>());
        let known = pairs - unknown.min(pairs);
        both(|language| {
            let rule = match (network.view.rule, language) {
                (Rule::Any, Language::Nl) => "een lijn telt als iemand haar noemt",
                (Rule::Any, Language::En) => "a line counts when somebody names it",
                (Rule::Confirmed, Language::Nl) => "een lijn telt als beide kanten haar noemen",
                (Rule::Confirmed, Language::En) => "a line counts when both sides name it",
            };
            let (norm, when, sides, all) =
                (&network.catalogue.norm.version, when.in_language(language), sides.in_language(language), near.len());
            match language {
                Language::Nl => format!(
                    "Stand {when} · {rule} · {answered} van de {all} organisaties antwoordden zelf · bekend: {known} van de {pairs} \
                     paren van wie meedoet · kanten: {sides} · norm {norm}"
                ),
                Language::En => format!(
                    "As of {when} · {rule} · {answered} of the {all} organisations answered themselves · known: {known} of the \
                     {pairs} pairs of who takes part · sides: {sides} · norm {norm}"
                ),
            }
        })
    }
}

/// The lines in practice that the rule of a network counts.
pub fn counted_lines(network: &Network) -> Vec<&Link> {
    let rule = network.view.rule;
    network.practice().filter(|link| network.state(link.a, link.b, rule) == PairState::Present).collect()
}

/// Who says that a line is there.
pub fn status(status: LinkStatus) -> Words {
    match status {
        LinkStatus::Confirmed => words("beide kanten zeggen het", "both sides say so"),
        LinkStatus::OneSided => words("één kant zegt het", "one side says so"),
        LinkStatus::Unverified => words("alleen uit een bron", "from a source only"),
        LinkStatus::Contested => words("de ander ontkent het", "the other side denies it"),
        LinkStatus::Denied => words("nog geen lijn", "no line yet"),
        LinkStatus::Planned => words("een plan", "a plan"),
        LinkStatus::Wished => words("een idee", "an idea"),
    }
}

/// When a line was last said.
pub fn last_said(link: &Link) -> Words {
    match &link.last_said {
        Some(said) => both(|language| date(said, language)),
        None => words("zonder datum", "without a date"),
    }
}

/// A column of words.
pub fn column(nl: &str, en: &str) -> ReportColumn {
    ReportColumn { name: words(nl, en), number: false }
}

/// A column of numbers.
pub fn numbers(nl: &str, en: &str) -> ReportColumn {
    ReportColumn { name: words(nl, en), number: true }
}

/// A number in a cell.
pub fn number(number: usize) -> Words {
    words(number.to_string(), number.to_string())
}

/// A number with decimals, with the comma or the point of the language.
pub fn decimal(value: f64, decimals: usize, language: Language) -> String {
    let text = format!("{value:.decimals$}");
    let text = text.strip_prefix('-').map_or_else(|| text.clone(), |rest| format!("–{rest}"));
    match language {
        Language::Nl => text.replace('.', ","),
        Language::En => text,
    }
}

/// Yes or no in a cell.
pub fn yes(is: bool) -> Words {
    if is { words("ja", "yes") } else { words("nee", "no") }
}

/// A section of which nothing is known yet.
pub fn blank() -> ReportSection {
    let none = || words("", "");
    let (text, parts, tables, notes, ask) = (vec![], vec![], vec![], vec![], vec![]);
    ReportSection { code: String::new(), question: none(), answer: none(), text, parts, tables, notes, ask }
}

/// A table, cut after so many rows; gives the sentence about the rest when there is one.
pub fn table(caption: Words, header: Vec<ReportColumn>, mut rows: Vec<Vec<Words>>) -> (ReportTable, Option<Words>) {
    let rest = rows.len().saturating_sub(TABLE_ROWS_MAX);
    rows.truncate(TABLE_ROWS_MAX);
    let told = (rest > 0).then(|| {
        words(
            format!("Nog {rest} staan niet in de tabel; alle rijen staan op de pagina van de coalitie."),
            format!("Another {rest} are not in the table; the page of the coalition has all rows."),
        )
    });
    (ReportTable { caption, header, rows }, told)
}
