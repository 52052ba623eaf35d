//! Evidence about needs, themes and the people who carry the lines, as rows.

use super::answers::*;
use super::sides::between;
use super::speech::Speech;
use super::words::*;
use crate::model::*;

impl Speech<'_> {
    /// A need, with the kinds of partner that could help.
    pub(super) fn need(&self, code: &NeedCode) -> EvidenceRow {
        let catalogue = &self.network.catalogue;
        let Some(need) = catalogue.need(code) else { return bare("need", words(code.as_str(), code.as_str())) };
        let expected = |kind: &&PartnerKind| kind.helper && kind.expected != Expected::Optional && kind.needs.contains(code);
        let text = both(|language| {
            let name = need.name.in_language(language);
            let kinds: Vec<String> =
                catalogue.kinds.iter().filter(expected).map(|kind| lower_first(kind.name.in_language(language))).collect();
            match language {
                Language::Nl => format!("{name}. Hierbij helpen deze soorten partners: {}.", list(&kinds, language)),
                Language::En => format!("{name}. These kinds of partner help with it: {}.", list(&kinds, language)),
            }
        });
        let norm_sources = need.grounds.sources.iter().filter_map(|key| catalogue.sources.get(key).cloned()).collect();
        EvidenceRow { norm_sources, ..bare("need", text) }
    }

    /// A theme, with the partners that are known.
    pub(super) fn theme(&self, place: usize) -> EvidenceRow {
        let Some(theme) = self.network.coalition.themes.get(place) else {
            return bare("theme", words("Een thema dat niet meer bestaat.", "A theme that no longer exists."));
        };
        let text = both(|language| {
            let names: Vec<String> = theme.partners.iter().map(|&party| self.party(party, language)).collect();
            let names = list(&names, language);
            match language {
                Language::Nl => format!("Thema “{}”, met {names}.", theme.name),
                Language::En => format!("Theme “{}”, with {names}.", theme.name),
            }
        });
        EvidenceRow { said: Some(self.said(&theme.provenance)), ..bare("theme", text) }
    }

    /// The people without whom no known way is left: for themselves and the facilitator.
    pub(super) fn carriers(&self, cut: &[usize], cap: usize) -> EvidenceRow {
        let persons: Vec<PersonId> = cut.iter().filter_map(|&node| self.network.people.nodes[node].person).collect();
        let text = both(|language| {
            let names: Vec<String> = persons.iter().map(|&id| self.party(Party::Person(id), language)).collect();
            let (names, sides) = (list(&names, language), between(self.network, language));
            match language {
                Language::Nl => format!(
                    "Zonder {names} is er geen bekende weg meer tussen {sides}. Meer dan {cap} kan dit aantal niet zijn: zoveel personen zijn aan de kleinste kant bekend."
                ),
                Language::En => format!(
                    "Without {names} no known way is left between {sides}. This number can be {cap} at most: so many people are known on the smaller side."
                ),
            }
        });
        let parties = persons.iter().map(PersonId::to_string).collect();
        EvidenceRow { visible_to: Some(VisibleTo { facilitator: true, parties }), ..bare("carriers", text) }
    }
}

fn bare(sort: &str, text: Words) -> EvidenceRow {
    EvidenceRow { sort: sort.to_owned(), text, speaker: None, said: None, norm_sources: vec![], visible_to: None }
}
