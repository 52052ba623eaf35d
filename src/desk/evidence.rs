//! What a finding or a pair rests on, as rows: claims, lists, rows of the norm, paths, participation, silence.

use super::answers::*;
use super::speech::{Speech, initiative_kind, participation};
use super::words::*;
use crate::analysis::gaps::Evidence;
use crate::model::*;

impl Speech<'_> {
    /// All evidence of one finding or pair. Where others speak of something wider, silence is about this pair alone.
    pub fn evidence_rows(&self, evidence: &[Evidence]) -> Vec<EvidenceRow> {
        let beside = evidence.iter().any(|it| matches!(it, Evidence::Claim(_)));
        let mut rows: Vec<EvidenceRow> = evidence.iter().map(|it| self.evidence(it)).collect();
        for row in rows.iter_mut().filter(|row| beside && row.sort == "silence") {
            row.text = words("Over dit paar zegt geen bron iets.", "No source speaks about this pair.");
        }
        rows
    }

    fn evidence(&self, evidence: &Evidence) -> EvidenceRow {
        let row = |sort: &str, text: Words| EvidenceRow {
            sort: sort.to_owned(),
            text,
            speaker: None,
            said: None,
            norm_sources: vec![],
            visible_to: None,
        };
        match evidence {
            Evidence::Claim(id) => match self.network.claims.get(id) {
                Some(claim) => EvidenceRow {
                    speaker: self.speaker(claim),
                    said: Some(self.said(&claim.provenance)),
                    ..row("claim", self.claim(claim))
                },
                None => row("claim", words("Een opgave die niet meer bestaat.", "A claim that no longer exists.")),
            },
            Evidence::Coverage(id) => {
                let coverage = self.network.coverages.iter().find(|it| it.id == *id);
                let read = coverage.is_some_and(|it| it.provenance.reading == Reading::Interpreted);
                let text = match coverage.map(|it| it.scope) {
                    Some(CoverageScope::Members) if read => words(
                        "De bron geeft de lijst zonder voorbehoud; wij lezen haar als volledig.",
                        "The source gives the list without reservation; we read it as complete.",
                    ),
                    Some(CoverageScope::Members) => words(
                        "De lijst van wie meedoet is volledig: wie er niet op staat, doet niet mee.",
                        "The list of who takes part is complete: who is not on it, does not take part.",
                    ),
                    _ => words(
                        "De lijst van lijnen is volledig: wat er niet op staat, is er niet.",
                        "The list of lines is complete: what is not on it, is not there.",
                    ),
                };
                EvidenceRow { said: coverage.map(|it| self.said(&it.provenance)), ..row("coverage", text) }
            }
            Evidence::NormLine(place) => self.norm_line(*place),
            Evidence::NormKind(code) => self.norm_kind(code),
            Evidence::Path(path) => row(
                "path",
                both(|language| {
                    let names: Vec<String> = path.iter().map(|&place| self.member(place, language)).collect();
                    let steps = path.len().saturating_sub(1);
                    let steps = count(steps, pick(language, "stap", "step"), pick(language, "stappen", "steps"), language);
                    match language {
                        Language::Nl => format!("De kortste bekende lijn heeft {steps}: {}.", names.join(" – ")),
                        Language::En => format!("The shortest known line takes {steps}: {}.", names.join(" – ")),
                    }
                }),
            ),
            Evidence::Membership(place) => {
                let member = &self.network.members[*place];
                let wanted = member.status == Some(MembershipStatus::Wanted);
                let text = both(|language| match wanted {
                    true => self.wanted(*place, language),
                    false => {
                        let name = sentence_case(&self.member(*place, language));
                        format!("{name}: {}.", participation(member.status, language))
                    }
                });
                let speaker = if wanted { self.named_in(&member.provenance) } else { None };
                EvidenceRow { speaker, said: Some(self.said(&member.provenance)), ..row("membership", text) }
            }
            Evidence::Initiative(id) => match self.network.initiatives.iter().find(|it| it.id == *id) {
                Some(it) => EvidenceRow { said: Some(self.said(&it.provenance)), ..row("initiative", initiative(it)) },
                None => row("initiative", words("Een initiatief dat niet meer bestaat.", "An initiative that no longer exists.")),
            },
            Evidence::KindNotStated(places) => row(
                "membership",
                both(|language| {
                    let one = places.len() == 1;
                    let names: Vec<String> = places.iter().map(|&place| self.member(place, language)).collect();
                    let names = list(&names, language);
                    match (one, language) {
                        (true, Language::Nl) => {
                            format!("Kan deze plaats vullen: {names}. De bron noemt niet wat voor organisatie dit is.")
                        }
                        (false, Language::Nl) => {
                            format!("Kunnen deze plaats vullen: {names}. De bron noemt niet wat voor organisaties dit zijn.")
                        }
                        (true, Language::En) => {
                            format!("May fill this place: {names}. The source does not say what kind of organisation this is.")
                        }
                        (false, Language::En) => {
                            format!("May fill this place: {names}. The source does not say what kind of organisations these are.")
                        }
                    }
                }),
            ),
            Evidence::Need(code) => self.need(code),
            Evidence::Theme(place) => self.theme(*place),
            Evidence::Carriers { cut, cap } => self.carriers(cut, *cap),
            Evidence::Silence => row(
                "silence",
                words(
                    "Niemand is hiernaar gevraagd, en geen bron zegt er iets over.",
                    "Nobody was asked, and no source says anything about it.",
                ),
            ),
        }
    }

    fn wanted(&self, place: usize, language: Language) -> String {
        let provenance = &self.network.members[place].provenance;
        let who = with_article(&lower_first(&self.title(place, language)), language);
        match (self.past(provenance, None, language), language) {
            (None, Language::Nl) => format!("De coalitie wil {who} erbij."),
            (None, Language::En) => format!("The coalition wants {who} in."),
            (Some(when), Language::Nl) => format!("De coalitie wilde {when} {who} erbij."),
            (Some(when), Language::En) => format!("{} the coalition wanted {who} in.", sentence_case(&when)),
        }
    }

    fn norm_line(&self, place: usize) -> EvidenceRow {
        let norm = &self.network.catalogue.norm;
        let line = &norm.lines[place];
        let text = both(|language| {
            let finder = self.people(&line.finder, language);
            let helper = self.people(&line.helper, language);
            let how_often = match (line.weight, language) {
                (Expected::Core, Language::Nl) => "in elke coalitie",
                (Expected::Core, Language::En) => "in every coalition",
                (_, Language::Nl) => "in de meeste coalities",
                (_, Language::En) => "in most coalitions",
            };
            match language {
                Language::Nl => format!("Norm {} verwacht {how_often} een lijn tussen {finder} en {helper}.", norm.version),
                Language::En => format!("Norm {} expects {how_often} a line between {finder} and {helper}.", norm.version),
            }
        });
        self.norm_row(text, &line.grounds)
    }

    fn norm_kind(&self, code: &KindCode) -> EvidenceRow {
        let Some(kind) = self.network.catalogue.kind(code) else {
            return self.norm_row(words(code.to_string(), code.to_string()), &Grounds::default());
        };
        let norm = &self.network.catalogue.norm.version;
        let text = both(|language| {
            let name = lower_first(kind.name.in_language(language));
            let where_to = match (kind.expected, language) {
                (Expected::Core, Language::Nl) => "in elke coalitie",
                (Expected::Core, Language::En) => "in every coalition",
                (Expected::Often, Language::Nl) => "in de meeste coalities",
                (Expected::Often, Language::En) => "in most coalitions",
                (Expected::Optional, Language::Nl) => "in sommige coalities",
                (Expected::Optional, Language::En) => "in some coalitions",
            };
            match language {
                Language::Nl => format!("Norm {norm} verwacht {where_to}: {name}."),
                Language::En => format!("Norm {norm} expects {where_to}: {name}."),
            }
        });
        self.norm_row(text, &kind.grounds)
    }

    fn norm_row(&self, text: Words, grounds: &Grounds) -> EvidenceRow {
        let catalogue = &self.network.catalogue;
        let norm_sources = grounds.sources.iter().filter_map(|key| catalogue.sources.get(key).cloned()).collect();
        let text = if grounds.unsourced {
            words(
                format!("{} Voor deze regel is nog geen bron.", text.nl),
                format!("{} No source was read for this row.", text.en),
            )
        } else {
            text
        };
        EvidenceRow { sort: "norm".to_owned(), text, speaker: None, said: None, norm_sources, visible_to: None }
    }
}

fn initiative(it: &Initiative) -> Words {
    let kind = initiative_kind(it.kind);
    let number = it.participants.len();
    both(|language| {
        let when = it.period.from().map(|from| format!(", {}", date(from, language))).unwrap_or_default();
        let who = match language {
            Language::Nl => count(number, "deelnemer genoemd", "deelnemers genoemd", language),
            Language::En => count(number, "participant named", "participants named", language),
        };
        sentence_case(&format!("{}: {}{when}; {who}.", kind.in_language(language), it.name))
    })
}
