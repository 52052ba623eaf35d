//! The measures that coalitions are compared on: what each means, in what it is counted, and what it asks before it may be shown.

use crate::desk::what_if_words;
use crate::desk::words::*;
use crate::model::*;

/// What a measure asks before it may stand beside that of another coalition.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asks {
    /// Nothing: it counts organisations or lines, or says how much was asked.
    Nothing,
    /// That of some pair it is known whether there is a line.
    Known,
    /// It counts people: few of them are for their own coalition.
    People,
    /// Enough partners on either side.
    Sides,
    /// Enough partners in all.
    Partners,
}

/// A measure as it is compared.
pub struct Compared {
    /// Name in the API.
    pub name: &'static str,
    /// What it asks.
    pub asks: Asks,
    /// The least and the most it can be anywhere.
    pub range: Option<[f64; 2]>,
    /// In what it is counted.
    unit: Option<[&'static str; 2]>,
    help: [&'static str; 2],
}

impl Compared {
    /// Its name in words.
    pub fn words(&self) -> Words {
        what_if_words::measure(self.name)
    }
    /// What it means.
    pub fn help(&self) -> Words {
        words(self.help[0], self.help[1])
    }
    /// In what it is counted; absent: a share or a bare number.
    pub fn unit(&self) -> Option<Words> {
        self.unit.map(|[nl, en]| words(nl, en))
    }
}

/// The names of all of them, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    MEASURES.iter().map(|it| it.name)
}

const SHARE: Option<[f64; 2]> = Some([0.0, 1.0]);
const INDEX: Option<[f64; 2]> = Some([-1.0, 1.0]);

const fn share(name: &'static str, asks: Asks, help: [&'static str; 2]) -> Compared {
    Compared { name, asks, range: SHARE, unit: None, help }
}

const fn index(name: &'static str, asks: Asks, help: [&'static str; 2]) -> Compared {
    Compared { name, asks, range: INDEX, unit: None, help }
}

const fn count(name: &'static str, asks: Asks, unit: [&'static str; 2], help: [&'static str; 2]) -> Compared {
    Compared { name, asks, range: None, unit: Some(unit), help }
}

/// In the order of the rows: between the sides, then sizes, then the whole, then what was asked.
pub const MEASURES: [Compared; 28] = [
    share(
        "crossEfficiency",
        Asks::Sides,
        [
            "Gemiddelde van 1 gedeeld door het aantal stappen, over alle paren tussen de kanten: 1 is overal direct, 0 is nergens een weg.",
            "Mean of 1 divided by the number of steps, over all pairs between the sides: 1 is direct everywhere, 0 is no way anywhere.",
        ],
    ),
    share(
        "shortLineShare",
        Asks::Sides,
        [
            "Welk deel van de paren tussen de kanten elkaar in één of twee stappen bereikt; een gemeente telt niet als stap.",
            "Which part of the pairs between the sides reach each other in one or two steps; a municipality counts as no step.",
        ],
    ),
    count(
        "unreachablePairs",
        Asks::Known,
        ["paren", "pairs"],
        [
            "Hoeveel paren tussen de kanten elkaar langs geen enkele bekende lijn bereiken.",
            "How many pairs between the sides reach each other by no known line at all.",
        ],
    ),
    share(
        "crossDensity",
        Asks::Sides,
        [
            "Welk deel van de paren tussen de kanten een bekende lijn heeft.",
            "Which part of the pairs between the sides has a known line.",
        ],
    ),
    Compared {
        name: "domainGapRatio",
        asks: Asks::Sides,
        range: None,
        unit: None,
        help: [
            "Lijnen tussen de kanten, gedeeld door wat er bij toeval zou lopen; onder 1 zijn het er minder.",
            "Lines between the sides, divided by what chance would give; below 1 there are fewer.",
        ],
    },
    index(
        "eIIndexSides",
        Asks::Sides,
        [
            "Van –1 (alle lijnen binnen een kant) tot +1 (alle lijnen tussen de kanten).",
            "From –1 (all lines within a side) to +1 (all lines between the sides).",
        ],
    ),
    count(
        "carriers",
        Asks::People,
        ["mensen", "people"],
        [
            "Het kleinste aantal mensen zonder wie geen bekende weg de twee kanten nog verbindt.",
            "The smallest number of people without whom no known way joins the two sides.",
        ],
    ),
    count(
        "members",
        Asks::Nothing,
        ["partners", "partners"],
        [
            "Partners die tekenden of meedoen, en van wie het domein bekend is.",
            "Partners that signed or take part, and whose domain is known.",
        ],
    ),
    count(
        "links",
        Asks::Nothing,
        ["lijnen", "lines"],
        ["Paren van partners met een bekende lijn op de werkvloer.", "Pairs of partners with a known line in practice."],
    ),
    count(
        "averageDegree",
        Asks::Partners,
        ["lijnen per partner", "lines a partner"],
        [
            "Hoeveel bekende lijnen een partner gemiddeld heeft; beter te vergelijken dan dichtheid, die met de grootte daalt.",
            "How many known lines a partner has on average; compares better than density, which falls with size.",
        ],
    ),
    share(
        "density",
        Asks::Partners,
        ["Welk deel van alle paren een bekende lijn heeft.", "Which part of all pairs has a known line."],
    ),
    count(
        "components",
        Asks::Known,
        ["delen", "parts"],
        [
            "In hoeveel delen het netwerk valt die elkaar langs geen bekende lijn bereiken.",
            "Into how many parts the network falls that reach each other by no known line.",
        ],
    ),
    share(
        "fragmentation",
        Asks::Partners,
        [
            "Welk deel van de paren elkaar langs geen enkele bekende lijn bereikt.",
            "Which part of the pairs reach each other by no known line at all.",
        ],
    ),
    share(
        "distanceFragmentation",
        Asks::Partners,
        [
            "1 min het gemiddelde van 1 gedeeld door het aantal stappen, over alle paren: 0 is overal direct.",
            "1 minus the mean of 1 divided by the number of steps, over all pairs: 0 is direct everywhere.",
        ],
    ),
    share(
        "globalEfficiency",
        Asks::Partners,
        [
            "Gemiddelde van 1 gedeeld door het aantal stappen, over alle paren.",
            "Mean of 1 divided by the number of steps, over all pairs.",
        ],
    ),
    share(
        "transitivity",
        Asks::Partners,
        [
            "Hoe vaak twee partners met een gemeenschappelijke derde ook met elkaar een lijn hebben.",
            "How often two partners who share a third have a line with each other too.",
        ],
    ),
    index(
        "eIIndex",
        Asks::Partners,
        [
            "Van –1 (alle lijnen binnen een domein) tot +1 (alle lijnen tussen domeinen); zegt niets over medisch en sociaal alleen.",
            "From –1 (all lines within a domain) to +1 (all lines between domains); says nothing of medical and social alone.",
        ],
    ),
    index(
        "assortativity",
        Asks::Partners,
        [
            "In hoeverre lijnen binnen het eigen domein lopen: 0 is als bij toeval, 1 is alleen binnen.",
            "How far lines run within one's own domain: 0 is as by chance, 1 is within only.",
        ],
    ),
    index(
        "domainModularity",
        Asks::Partners,
        [
            "Deel van de lijnen binnen een domein, min wat er bij toeval binnen zou lopen.",
            "Share of lines within a domain, minus what would run within by chance.",
        ],
    ),
    share(
        "degreeCentralisation",
        Asks::Partners,
        [
            "In hoeverre de lijnen bij enkele partners liggen: 0 is bij allen evenveel, 1 is alles bij één.",
            "How far lines lie with a few partners: 0 is the same with all, 1 is everything with one.",
        ],
    ),
    share(
        "betweennessCentralisation",
        Asks::Partners,
        [
            "In hoeverre de kortste wegen over enkele partners lopen; lijdt het meest onder wat niet gevraagd is.",
            "How far the shortest paths run over a few partners; suffers most from what was not asked.",
        ],
    ),
    share(
        "confirmedShare",
        Asks::Partners,
        [
            "Van de lijnen waarover beide partners antwoordden: welk deel beide noemen.",
            "Of the lines about which both partners answered: which part both name.",
        ],
    ),
    share(
        "reciprocity",
        Asks::Partners,
        [
            "Van wie naar een ander verwijst: welk deel ook terug.",
            "Of those who refer to another: which part are referred to in return.",
        ],
    ),
    Compared {
        name: "correctedReciprocity",
        asks: Asks::Partners,
        range: None,
        unit: None,
        help: [
            "Hetzelfde, min wat bij dit aantal verwijzingen toeval zou geven.",
            "The same, minus what chance would give with so many referrals.",
        ],
    },
    share(
        "multiplexity",
        Asks::Partners,
        [
            "Welk deel van de lijnen van meer dan één soort is, zoals verwijzen en overleggen.",
            "Which part of the lines is of more than one kind, such as referral and consultation.",
        ],
    ),
    share(
        "personDependence",
        Asks::Partners,
        [
            "Welk deel van de lijnen waarvan personen bekend zijn op één paar personen rust.",
            "Which part of the lines whose persons are known rests on one pair of persons.",
        ],
    ),
    share(
        "responseShare",
        Asks::Nothing,
        ["Welk deel van wie meedoet zelf antwoordde.", "Which part of those who take part answered themselves."],
    ),
    share(
        "knownPairShare",
        Asks::Nothing,
        [
            "Van welk deel van alle paren bekend is of er een lijn is.",
            "Of which part of all pairs it is known whether there is a line.",
        ],
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_measure_has_a_name_in_words_and_stands_once() {
        let mut seen: Vec<&str> = names().collect();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), MEASURES.len());
        for it in &MEASURES {
            assert_ne!(it.words().nl, it.name, "{} has words", it.name);
        }
    }
}
