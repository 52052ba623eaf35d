//! Who leads, what was signed, and on what a coalition builds, as far as sources say.

use super::answer::*;
use super::column::Sheet;
use super::profile_rows::{known, unknown};
use crate::desk::words::*;
use crate::model::*;

impl Sheet<'_> {
    /// A cell of governance by its code; unknown where no source tells.
    pub fn governance(&self, code: &str) -> FeatureCell {
        match code {
            "agreement" => self.agreement(),
            "project_lead" => self.in_lead(CoalitionRole::ProjectLead),
            // Who took the initiative is told where nobody says who leads.
            "leads" => self.told(GovernanceAspect::Leads).unwrap_or_else(|| self.initiator()),
            code => GovernanceAspect::ALL
                .into_iter()
                .find(|aspect| aspect.code() == code)
                .and_then(|aspect| self.told(aspect))
                .unwrap_or_else(unknown),
        }
    }

    /// What sources that were there on the day tell of an aspect.
    fn told(&self, aspect: GovernanceAspect) -> Option<FeatureCell> {
        let facts: Vec<&GovernanceFact> = self.network.coalition.governed(aspect).filter(|it| self.known_by_then(it)).collect();
        let first = facts.first()?;
        let text =
            |language| facts.iter().map(|it| it.text.words().in_language(language).to_owned()).collect::<Vec<_>>().join("; ");
        Some(FeatureCell { source: self.source(&first.provenance), ..known(both(text)) })
    }

    fn known_by_then(&self, fact: &GovernanceFact) -> bool {
        let source = fact.provenance.source.and_then(|id| self.office.register.source(&id));
        source.and_then(|it| it.date.as_ref()).is_none_or(|date| date.earliest() <= self.network.as_of)
    }

    fn in_lead(&self, role: CoalitionRole) -> FeatureCell {
        self.leading(role).map_or_else(unknown, known)
    }

    fn initiator(&self) -> FeatureCell {
        let Some(names) = self.leading(CoalitionRole::Initiator) else { return unknown() };
        known(words(format!("{} nam het initiatief", names.nl), format!("{} took the initiative", names.en)))
    }

    /// "Ja, oktober 2019, 8 partijen, op bestuursniveau": a signature joins boards, and is no line in practice.
    fn agreement(&self) -> FeatureCell {
        let Some(signed) = self.agreements().next() else {
            return self.agreement_ahead().unwrap_or_else(unknown);
        };
        let parties = organisations_in(signed);
        let text = both(|language| {
            let mut parts = vec![pick(language, "ja", "yes").to_owned()];
            parts.extend(signed.period.from().map(|from| date(from, language)));
            if parties > 0 {
                let some = if signed.complete { "" } else { pick(language, "ten minste ", "at least ") };
                let noun = match (parties, language) {
                    (1, Language::Nl) => "partij",
                    (_, Language::Nl) => "partijen",
                    (1, Language::En) => "party",
                    (_, Language::En) => "parties",
                };
                parts.push(format!("{some}{parties} {noun}"));
            }
            parts.push(pick(language, "op bestuursniveau", "at board level").to_owned());
            parts.join(", ")
        });
        let value = (parties > 0).then_some(parties as f64);
        FeatureCell { value, source: self.source(&signed.provenance), ..known(text) }
    }

    /// An agreement that is planned, or an idea.
    fn agreement_ahead(&self) -> Option<FeatureCell> {
        let ahead = |it: &&Initiative| {
            it.kind == InitiativeKind::Agreement && matches!(it.status, InitiativeStatus::Planned | InitiativeStatus::Wished)
        };
        let found = self.network.initiatives.iter().find(ahead)?;
        let text = match found.status {
            InitiativeStatus::Planned => words("nog niet: een plan", "not yet: a plan"),
            _ => words("nog niet: een idee", "not yet: an idea"),
        };
        Some(FeatureCell { source: self.source(&found.provenance), ..known(text) })
    }
}

/// How many organisations are named with an initiative; how many persons is told to nobody.
pub(super) fn organisations_in(it: &Initiative) -> usize {
    it.participants.iter().filter(|party| matches!(party, Party::Organisation(_))).count()
}
