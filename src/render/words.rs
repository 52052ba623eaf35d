//! The fixed words of a map: headings, legend, captions.

use super::input::Participation;
use crate::model::{Domain, Language};

/// All fixed words in one language.
pub struct Words {
    /// Over the name of the coalition.
    pub kicker: &'static str,
    /// The same on a phone.
    pub kicker_slim: &'static str,
    /// Title for a screen reader, before the name.
    pub title: &'static str,
    /// List of cards.
    pub organisations: &'static str,
    /// List of gaps.
    pub gaps: &'static str,
    /// What the three numbers count, by the catalogue's sides.
    catalogue_sides: SideWords,
    /// The same where a user chose the sides; the footer says which they are.
    chosen_sides: SideWords,
    /// One direct line, more.
    pub direct: [&'static str; 2],
    /// Planned lines.
    pub planned: &'static str,
    /// Caption of a missing line.
    pub missing: &'static str,
    /// Caption of one not asked.
    pub unasked: &'static str,
    /// Heading of the list of missing lines.
    pub missing_list: &'static str,
    /// Heading of the list of lines not asked.
    pub unasked_list: &'static str,
    /// Heading of the other findings.
    pub notes: &'static str,
    /// Before and after a number of gaps that are not shown.
    pub more: [&'static str; 2],
    /// Before and after a number of persons that are not shown.
    pub more_people: [&'static str; 2],
    /// On a card whose name is unknown.
    pub nameless: &'static str,
    /// On a card without a person.
    pub no_person: &'static str,
    /// On a card of a kind that has no partner.
    pub not_yet_partner: &'static str,
    /// On a card of a kind that no source names.
    pub not_named: &'static str,
    /// Legend: lines, domain, taking part.
    pub legend: [&'static str; 3],
    /// Legend: confirmed.
    pub confirmed: &'static str,
    /// Legend: said by one side.
    pub one_sided: &'static str,
    /// Legend: said by a source.
    pub unverified: &'static str,
    /// Legend: contested.
    pub contested: &'static str,
    /// Legend: planned.
    pub plan: &'static str,
    /// Caption of lines that introductions would make.
    pub introduced: &'static str,
    /// Heading of the list of introductions; legend of their lines.
    pub introductions: [&'static str; 2],
    /// Heading of the list of what goes; legend of it; what a screen reader says of a card.
    pub gone: [&'static str; 3],
    /// Legend: stale.
    pub stale: &'static str,
    /// Legend: an agreement.
    pub agreement: &'static str,
    /// Heading of the list of agreements.
    pub agreements: &'static str,
    /// Legend: missing.
    pub expected_missing: &'static str,
    /// Legend: not asked.
    pub expected_unasked: &'static str,
    /// Legend: member without a line.
    pub alone: &'static str,
    /// Legend: thin lines through the middle and inside a side; the one; the other.
    pub thin: [&'static str; 3],
    /// Legend: width.
    pub strength: &'static str,
    /// Legend: a word in italics, and what it means.
    pub italic: [&'static str; 2],
    /// Domain of who has none.
    pub no_domain: &'static str,
    domains: [&'static str; 6],
    participation: [&'static str; 7],
}

impl Words {
    /// What the three numbers count.
    pub fn sides(&self, chosen: bool) -> &SideWords {
        if chosen { &self.chosen_sides } else { &self.catalogue_sides }
    }
    /// The words of a language.
    pub fn of(language: Language) -> &'static Self {
        match language {
            Language::Nl => &DUTCH,
            Language::En => &ENGLISH,
        }
    }

    /// Name of a domain.
    pub fn domain(&self, domain: Option<Domain>) -> &'static str {
        let place = domain.and_then(|domain| Domain::ALL.iter().position(|other| *other == domain));
        place.map_or(self.no_domain, |at| self.domains[at])
    }

    /// How a partner takes part.
    pub fn participation(&self, participation: Participation) -> &'static str {
        self.participation[participation as usize]
    }
}

/// What the three numbers at the head count.
pub struct SideWords {
    /// One line within the first side, more, and nobody asked.
    pub within_left: [&'static str; 3],
    /// The same for the other side.
    pub within_right: [&'static str; 3],
    /// One line between the sides, more.
    pub between: [&'static str; 2],
}

static DUTCH: Words = Words {
    kicker: "PARTNERKAART KANSRIJKE START",
    kicker_slim: "PARTNERKAART",
    title: "Partnerkaart",
    organisations: "Organisaties",
    gaps: "Verwachte lijnen die er nog niet zijn of niet gevraagd zijn",
    catalogue_sides: SideWords {
        within_left: ["lijn binnen medisch", "lijnen binnen medisch", "binnen medisch: niet gevraagd"],
        within_right: [
            "lijn binnen sociaal en informeel",
            "lijnen binnen sociaal en informeel",
            "binnen sociaal en informeel: niet gevraagd",
        ],
        between: ["lijn tussen medisch en sociaal", "lijnen tussen medisch en sociaal"],
    },
    chosen_sides: SideWords {
        within_left: ["lijn binnen de linkerkant", "lijnen binnen de linkerkant", "binnen de linkerkant: niet gevraagd"],
        within_right: ["lijn binnen de rechterkant", "lijnen binnen de rechterkant", "binnen de rechterkant: niet gevraagd"],
        between: ["lijn tussen de gekozen kanten", "lijnen tussen de gekozen kanten"],
    },
    direct: ["directe lijn", "directe lijnen"],
    planned: "gepland",
    missing: "nog geen lijn",
    unasked: "eerst vragen",
    missing_list: "Verwacht, nog geen lijn",
    unasked_list: "Verwacht, eerst vragen",
    notes: "Ook van belang",
    more: ["en nog", "in de lijst"],
    more_people: ["en nog", "namen"],
    nameless: "naam nog onbekend",
    no_person: "nog geen naam",
    not_yet_partner: "nog geen partner",
    not_named: "niet genoemd in de bron",
    legend: ["Lijnen", "Domein", "Deelname"],
    confirmed: "bevestigd",
    one_sided: "één kant zegt het (vaste helft)",
    unverified: "uit een bron, niet nagevraagd",
    contested: "bronnen spreken elkaar tegen",
    plan: "plan",
    introduced: "in het voorstel",
    introductions: ["Kennismakingen in het voorstel", "kennismaking in het voorstel"],
    gone: ["Valt weg in dit scenario", "valt weg in dit scenario", "vertrekt in dit scenario"],
    stale: "lang niet meer genoemd",
    agreement: "overeenkomst, bestuurlijk",
    agreements: "Overeenkomsten",
    expected_missing: "verwacht, nog geen lijn",
    expected_unasked: "verwacht, eerst vragen",
    alone: "organisatie zonder lijn",
    thin: ["dun: via het midden of binnen een kant", "dun: via het midden", "dun: binnen een kant"],
    strength: "dikte: sterkte 1 tot 4",
    italic: ["cursief", "naam onbekend"],
    no_domain: "Soort niet genoemd",
    domains: ["Medisch", "Sociaal", "Informeel", "Publieke gezondheid", "Onderwijs", "Bestuur en financiering"],
    participation: ["ondertekend", "doet mee", "meegenoemd", "benaderd", "gewenst", "nog geen partner", "niet genoemd"],
};

static ENGLISH: Words = Words {
    kicker: "PARTNER MAP KANSRIJKE START",
    kicker_slim: "PARTNER MAP",
    title: "Partner map",
    organisations: "Organisations",
    gaps: "Expected lines that are not there yet or were not asked about",
    catalogue_sides: SideWords {
        within_left: ["line within medical", "lines within medical", "within medical: not asked"],
        within_right: [
            "line within social and informal",
            "lines within social and informal",
            "within social and informal: not asked",
        ],
        between: ["line between medical and social", "lines between medical and social"],
    },
    chosen_sides: SideWords {
        within_left: ["line within the left side", "lines within the left side", "within the left side: not asked"],
        within_right: ["line within the right side", "lines within the right side", "within the right side: not asked"],
        between: ["line between the chosen sides", "lines between the chosen sides"],
    },
    direct: ["direct line", "direct lines"],
    planned: "planned",
    missing: "no line yet",
    unasked: "ask first",
    missing_list: "Expected, no line yet",
    unasked_list: "Expected, ask first",
    notes: "Also of interest",
    more: ["and", "more in the list"],
    more_people: ["and", "more names"],
    nameless: "name not known yet",
    no_person: "no name yet",
    not_yet_partner: "no partner yet",
    not_named: "not named in the source",
    legend: ["Lines", "Domain", "Taking part"],
    confirmed: "confirmed",
    one_sided: "one side says so (solid half)",
    unverified: "from a source, not checked",
    contested: "sources contradict each other",
    plan: "plan",
    introduced: "proposed",
    introductions: ["Introductions in the proposal", "introduction in the proposal"],
    gone: ["Goes in this scenario", "goes in this scenario", "goes in this scenario"],
    stale: "not mentioned for long",
    agreement: "agreement, governance",
    agreements: "Agreements",
    expected_missing: "expected, no line yet",
    expected_unasked: "expected, ask first",
    alone: "organisation without a line",
    thin: ["thin: via the middle or within a side", "thin: via the middle", "thin: within a side"],
    strength: "width: strength 1 to 4",
    italic: ["italic", "name unknown"],
    no_domain: "Kind not stated",
    domains: ["Medical", "Social", "Informal", "Public health", "Education", "Governance and funding"],
    participation: ["signed", "takes part", "named along", "approached", "wanted", "no partner yet", "not named"],
};
