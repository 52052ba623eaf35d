//! The profile table: what each coalition is, as far as sources say. Where they are silent a cell says so.

use super::answer::*;
use super::column::Sheet;
use super::kept::KeptProfile;
use super::suppressed;
use crate::analysis::profile::KindState;
use crate::desk::words::*;
use crate::model::*;
use crate::network::*;
use std::sync::Arc;

/// A row: code, name, help, in both languages.
type Feature = (&'static str, [&'static str; 2], [&'static str; 2]);

/// The rows in their order.
const FEATURES: [Feature; 18] = [
    ("phase", ["Fase", "Phase"], ["Hoe ver de coalitie is.", "How far the coalition is."]),
    (
        "age",
        ["Begonnen", "Begun"],
        ["Wanneer de coalitie begon, voor zover een bron dat zegt.", "When the coalition began, as far as a source says."],
    ),
    (
        "partners",
        ["Organisaties", "Organisations"],
        [
            "Wie tekende of meedoet; wie benaderd, gewenst of alleen genoemd is, telt niet mee en staat erbij.",
            "Who signed or takes part; who was approached, is wanted or only named does not count and is told beside.",
        ],
    ),
    (
        "domains",
        ["Waarvan per domein", "Of these, by domain"],
        ["De organisaties die meedoen, naar domein.", "The organisations that take part, by domain."],
    ),
    (
        "placeholders",
        ["Alleen de soort bekend", "Only the kind known"],
        [
            "Organisaties die meedoen zonder dat een bron hun naam noemt.",
            "Organisations that take part without a source naming them.",
        ],
    ),
    (
        "leads",
        ["Wie trekt", "Who leads"],
        ["Wie de coalitie trekt, voor zover een bron dat zegt.", "Who leads the coalition, as far as a source says."],
    ),
    (
        "case_lead",
        ["Wie heeft de regie bij een gezin", "Who leads for a family"],
        ["Wie in een casus de regie heeft.", "Who has the lead in the case of one family."],
    ),
    (
        "project_lead",
        ["Projectleiding", "Project lead"],
        [
            "De organisatie die het project leidt, of waar de projectleider werkt; geen namen van personen.",
            "The organisation that leads the project, or where the project leader works; no names of persons.",
        ],
    ),
    (
        "agreement",
        ["Getekende overeenkomst", "Signed agreement"],
        [
            "Een overeenkomst die getekend is. Een handtekening is nog geen lijn op de werkvloer.",
            "An agreement that was signed. A signature is no line in practice yet.",
        ],
    ),
    (
        "builds_on",
        ["Bouwt voort op", "Builds on"],
        ["Een programma, project of overleg dat er al was.", "A programme, project or consultation that was there already."],
    ),
    (
        "together_since",
        ["Werkten al samen", "Worked together already"],
        ["Wie al samenwerkte voor de coalitie, en sinds wanneer.", "Who worked together before the coalition, and since when."],
    ),
    (
        "steering",
        ["Overleg of stuurgroep", "Consultation or steering group"],
        ["Welk overleg de coalitie stuurt.", "Which consultation steers the coalition."],
    ),
    (
        "themes",
        ["Thema's", "Themes"],
        [
            "Waaraan de coalitie werkt, voor zover een bron dat noemt.",
            "What the coalition works on, as far as a source names it.",
        ],
    ),
    (
        "norm_kinds",
        ["Soorten partners uit de norm", "Kinds of partner of the norm"],
        [
            "Van de soorten die de norm in elke coalitie verwacht: hoeveel er meedoen, en hoeveel er alleen in beeld zijn.",
            "Of the kinds that the norm expects in every coalition: how many take part, and how many are in view only.",
        ],
    ),
    (
        "cross_lines",
        ["Lijnen tussen de kanten", "Lines between the sides"],
        [
            "Paren van partners van de twee kanten: genoemd, nog geen lijn of lastig te vinden, en niet gevraagd.",
            "Pairs of partners of the two sides: named, no line yet or hard to find, and not asked.",
        ],
    ),
    (
        "confirmed",
        ["Lijnen die beide kanten noemen", "Lines that both sides name"],
        [
            "Van de bekende lijnen tussen wie meedoet: hoeveel beide partners noemen.",
            "Of the known lines between those who take part: how many both partners name.",
        ],
    ),
    (
        "speaking",
        ["Aan het woord", "Have spoken"],
        [
            "Organisaties van wie iemand aan het woord komt, van alle die meedoen.",
            "Organisations of which somebody is quoted, of all that take part.",
        ],
    ),
    (
        "carriers",
        ["Dragers", "Carriers"],
        [
            "Het kleinste aantal mensen zonder wie geen bekende weg de twee kanten nog verbindt.",
            "The smallest number of people without whom no known way joins the two sides.",
        ],
    ),
];

/// One row a feature.
pub fn rows(found: &[Arc<KeptProfile>]) -> Vec<FeatureRow> {
    let row = |(place, (code, name, help)): (usize, &Feature)| FeatureRow {
        code: (*code).to_owned(),
        words: words(name[0], name[1]),
        help: words(help[0], help[1]),
        cells: found.iter().filter_map(|it| it.column.features.get(place).cloned()).collect(),
    };
    FEATURES.iter().enumerate().map(row).collect()
}

/// The cells of one coalition, in the order of the rows.
pub fn cells(sheet: &Sheet<'_>) -> Vec<FeatureCell> {
    FEATURES.iter().map(|(code, ..)| sheet.cell(code)).collect()
}

/// Nobody says.
pub fn unknown() -> FeatureCell {
    FeatureCell { words: words("onbekend", "unknown"), known: false, value: None, of: None, bar: None, source: None }
}

/// Something that is known, in words.
pub fn known(words: Words) -> FeatureCell {
    FeatureCell { words, known: true, ..unknown() }
}

/// A phase in words.
pub fn phase(phase: Phase) -> Words {
    match phase {
        Phase::Preparation => words("in voorbereiding", "in preparation"),
        Phase::Start => words("in de startfase", "in the starting phase"),
        Phase::Running => words("loopt", "running"),
    }
}

impl Sheet<'_> {
    fn cell(&self, code: &str) -> FeatureCell {
        match code {
            "phase" => {
                let coalition = &self.network.coalition;
                FeatureCell { source: self.source(&coalition.provenance), ..known(phase(coalition.phase)) }
            }
            "age" => self.age(),
            "partners" => self.partners(),
            "domains" => self.domains(),
            "placeholders" => {
                let members = &self.profile.members;
                self.of_all(members.placeholders, members.counted, "organisatie", "organisaties", "organisation", "organisations")
            }
            "themes" => self.themes(),
            "norm_kinds" => self.norm_kinds(),
            "cross_lines" => self.cross_lines(),
            "confirmed" => self.confirmed(),
            "speaking" => {
                let network = self.network;
                let counts: Vec<&Member> = network.members.iter().filter(|it| it.counts()).collect();
                let speaking =
                    counts.iter().filter(|it| crate::desk::coalitions::speaks(network, self.office.register, it)).count();
                self.of_all(speaking, counts.len(), "organisatie", "organisaties", "organisation", "organisations")
            }
            "carriers" => self.carriers(),
            governance => self.governance(governance),
        }
    }

    /// So many of so many, of organisations: never unknown, unless there is none.
    fn of_all(&self, number: usize, of: usize, nl_one: &str, nl: &str, en_one: &str, en: &str) -> FeatureCell {
        if of == 0 {
            return unknown();
        }
        let text = words(
            format!("{number} van {}", if of == 1 { format!("1 {nl_one}") } else { format!("{of} {nl}") }),
            format!("{number} of {}", if of == 1 { format!("1 {en_one}") } else { format!("{of} {en}") }),
        );
        FeatureCell { value: Some(number as f64), of: Some(of as f64), ..known(text) }
    }

    fn age(&self) -> FeatureCell {
        let Some(started) = &self.network.coalition.started else { return unknown() };
        let as_of = self.network.as_of;
        let source = self.source(&self.network.coalition.provenance);
        let when = both(|language| date(started, language));
        if started.earliest() > as_of {
            return FeatureCell {
                source,
                ..known(words(format!("begint {}", on(started, Language::Nl)), format!("begins {}", on(started, Language::En))))
            };
        }
        // Full years that have passed for certain, also where only a season or a year is known.
        let since = started.latest().min(as_of);
        let birthday = (as_of.month() as u8, as_of.day()) >= (since.month() as u8, since.day());
        let years = (as_of.year() - since.year() - i32::from(!birthday)).max(0);
        let text = match years {
            0 => words(format!("sinds {}", when.nl), format!("since {}", when.en)),
            _ => words(
                format!("sinds {} ({years} jaar)", when.nl),
                format!("since {} ({years} {})", when.en, if years == 1 { "year" } else { "years" }),
            ),
        };
        FeatureCell { value: Some(f64::from(years)), source, ..known(text) }
    }

    fn partners(&self) -> FeatureCell {
        let members = &self.profile.members;
        let of = |status| members.by_status.get(&status).copied().unwrap_or_default();
        let signed = of(MembershipStatus::Signatory);
        let text = both(|language| {
            let mut parts = vec![match (members.counted, signed, language) {
                (counted, 0, _) => counted.to_string(),
                (counted, signed, Language::Nl) => format!("{counted}, van wie {signed} tekenden"),
                (counted, signed, Language::En) => format!("{counted}, of which {signed} signed"),
            }];
            let beside = [
                (of(MembershipStatus::Approached), pick(language, "benaderd", "approached")),
                (of(MembershipStatus::Wanted), pick(language, "gewenst", "wanted")),
                (members.seen, pick(language, "alleen genoemd", "only named")),
            ];
            parts.extend(beside.iter().filter(|(number, _)| *number > 0).map(|(number, word)| format!("{number} {word}")));
            parts.join("; ")
        });
        FeatureCell { value: Some(members.counted as f64), ..known(text) }
    }

    fn domains(&self) -> FeatureCell {
        let members = &self.profile.members;
        if members.counted == 0 {
            return unknown();
        }
        let text = both(|language| {
            let mut parts: Vec<String> = Domain::ALL
                .iter()
                .filter_map(|domain| {
                    let number = members.by_domain.get(domain)?;
                    Some(format!("{} {number}", domain_name(*domain, language).to_lowercase()))
                })
                .collect();
            if members.without_domain > 0 {
                parts.push(format!("{} {}", pick(language, "onbekend", "unknown"), members.without_domain));
            }
            parts.join(", ")
        });
        known(text)
    }

    fn themes(&self) -> FeatureCell {
        let themes = &self.network.coalition.themes;
        if themes.is_empty() {
            return unknown();
        }
        let names = themes.iter().map(|theme| theme.name.as_str()).collect::<Vec<_>>().join("; ");
        let text = format!("{}: {names}", themes.len());
        let source = themes.first().and_then(|theme| self.source(&theme.provenance));
        FeatureCell { value: Some(themes.len() as f64), source, ..known(words(text.clone(), text)) }
    }

    fn norm_kinds(&self) -> FeatureCell {
        let network = self.network;
        if network.members.iter().all(|member| member.kinds.is_empty()) {
            return unknown();
        }
        let core = || self.profile.kinds.iter().filter(|it| it.expected == Expected::Core);
        let all = core().count();
        let taking_part = core().filter(|it| it.takes_part()).count();
        let in_view = core().filter(|it| it.count > 0).count();
        let rest = all - in_view;
        let closed = core().any(|it| it.state == KindState::Absent);
        let text = both(|language| {
            let (more, nl) = (in_view - taking_part, language == Language::Nl);
            let mut text =
                if nl { format!("{taking_part} van {all} doen mee") } else { format!("{taking_part} of {all} take part") };
            if more > 0 {
                text += &if nl { format!("; {more} meer in beeld") } else { format!("; {more} more in view") };
            }
            if rest > 0 && closed {
                text += &if nl { format!("; {rest} niet op de lijst") } else { format!("; {rest} not on the list") };
            } else if rest > 0 {
                text += &if nl { format!("; {rest} onbekend") } else { format!("; {rest} unknown") };
            }
            text
        });
        FeatureCell { value: Some(taking_part as f64), of: Some(all as f64), ..known(text) }
    }

    fn cross_lines(&self) -> FeatureCell {
        let CellBar { present, absent, unknown: not_asked } = self.pairs;
        let all = present + absent + not_asked;
        if all == 0 {
            return unknown();
        }
        let bar = Some(self.pairs);
        if present + absent == 0 {
            return FeatureCell { bar, of: Some(all as f64), ..unknown() };
        }
        let text = both(|language| {
            let mut parts = vec![match language {
                Language::Nl => format!("{present} van {all} genoemd"),
                Language::En => format!("{present} of {all} named"),
            }];
            if absent > 0 {
                parts.push(format!("{absent} {}", pick(language, "nog niet of lastig", "not yet or hard")));
            }
            if not_asked > 0 {
                parts.push(format!("{not_asked} {}", pick(language, "niet gevraagd", "not asked")));
            }
            parts.join("; ")
        });
        FeatureCell { value: Some(present as f64), of: Some(all as f64), bar, ..known(text) }
    }

    fn confirmed(&self) -> FeatureCell {
        let network = self.network;
        let counts = |link: &&Link| link.ends().iter().all(|&end| network.members[end].counts());
        let lines: Vec<&Link> = network.practice().filter(counts).collect();
        if lines.is_empty() {
            return unknown();
        }
        let both_say = lines.iter().filter(|link| link.status == LinkStatus::Confirmed).count();
        self.of_all(both_say, lines.len(), "bekende lijn", "bekende lijnen", "known line", "known lines")
    }

    /// People are counted here: few of them are told to their own coalition only.
    fn carriers(&self) -> FeatureCell {
        let Some(measure) = self.profile.measures.get("carriers").filter(|it| it.value.is_some()) else { return unknown() };
        let own = self.office.viewer.belongs_to(&self.network.coalition.id);
        if let Some(few) = suppressed::few_people(measure, own) {
            return known(few.words);
        }
        let low = measure.value.unwrap_or_default();
        let text = match measure.high {
            Some(high) if high > low => words(format!("{low} tot {high}"), format!("{low} to {high}")),
            None => words(format!("{low} of meer"), format!("{low} or more")),
            Some(_) if low == 0.0 => words("nog geen bekende weg", "no known way yet"),
            Some(_) => words(low.to_string(), low.to_string()),
        };
        FeatureCell { value: Some(low), of: self.profile.carriers_cap.map(|cap| cap as f64), ..known(text) }
    }

    /// Where a fact is said: title, date and place.
    pub fn source(&self, provenance: &Provenance) -> Option<Words> {
        let said = self.speech.said(provenance);
        let title = said.source?;
        Some(both(|language| {
            let date = said.date.as_ref().map(|it| date(it, language));
            let parts = [Some(title.to_string()), date, said.at.as_ref().map(ToString::to_string)];
            parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_has_its_own_code_and_words_in_both_languages() {
        let mut codes: Vec<&str> = FEATURES.iter().map(|(code, ..)| *code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), FEATURES.len());
        for (code, name, help) in &FEATURES {
            assert!(name.iter().chain(help).all(|text| !text.is_empty()), "{code}");
        }
    }
}
