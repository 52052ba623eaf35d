//! The list of coalitions, and how one of them stands.

use super::answers::*;
use super::links::across;
use super::office::*;
use super::reading::Reading;
use super::sentences;
use super::sides::between;
use super::speech::{Speech, governance_aspect, initiative_kind};
use super::words::*;
use crate::analysis::gaps::{self, Gap, GapKind, GapParty, Pile};
use crate::model::*;
use crate::network::*;

/// Data older than this get a warning.
const AGE_WARNING_DAYS: i64 = 365;

impl Office<'_> {
    /// All coalitions, by name.
    pub fn coalitions(&self) -> Vec<CoalitionSummary> {
        self.coalitions_by_name().iter().filter_map(|id| self.summary(id.as_str()).ok()).collect()
    }

    /// The coalitions in the order of the list: by name.
    pub fn coalitions_by_name(&self) -> Vec<CoalitionId> {
        let mut found: Vec<&Coalition> = self.register.coalitions().collect();
        found.sort_by_cached_key(|it| it.name.as_str().to_lowercase());
        found.into_iter().map(|it| it.id.clone()).collect()
    }

    /// The row of one coalition in the list.
    pub fn summary(&self, coalition: &str) -> Result<CoalitionSummary, DeskError> {
        let network = self.network(coalition, None)?;
        let counts = counts(&network);
        let speech = self.speech(&network);
        Ok(CoalitionSummary {
            id: network.coalition.id.clone(),
            name: network.coalition.name.clone(),
            phase: network.coalition.phase,
            finding: finding(&speech, &gaps::find(&network)),
            members: counts.signatory + counts.participating,
            approached: counts.approached,
            as_of: network.as_of.to_string(),
            as_of_words: self.as_of_words(&network),
            version: network.version,
        })
    }

    /// How one coalition stands.
    pub fn overview(&self, coalition: &str, reading: impl Into<Reading>) -> Result<Overview, DeskError> {
        let network = self.network(coalition, reading)?;
        let speech = self.speech(&network);
        let found = gaps::find(&network);
        let members: Vec<&Member> = network.members.iter().filter(|member| member.counts()).collect();
        Ok(Overview {
            id: network.coalition.id.clone(),
            name: network.coalition.name.clone(),
            phase: network.coalition.phase,
            started: network.coalition.started.clone(),
            municipalities: network.coalition.municipalities.clone(),
            as_of: network.as_of.to_string(),
            as_of_words: self.as_of_words(&network),
            version: network.version,
            counts: counts(&network),
            speaking: Share {
                count: members.iter().filter(|member| speaks(&network, self.register, member)).count(),
                of: members.len(),
            },
            response: None,
            finding: finding(&speech, &found),
            standing: standing(&speech, &found),
            pairs: pairs(&network, &found),
            warnings: self.warnings(&network),
            themes: network.coalition.themes.iter().map(|theme| theme_row(&network, theme)).collect(),
            governance: network.coalition.governance.iter().map(|it| governance_row(&speech, it)).collect(),
            initiatives: network.initiatives.iter().map(|it| initiative_row(&speech, it)).collect(),
            statements: network.statements.iter().map(|it| speech.claim_row(&it.claim)).collect(),
            sources: network.sources.values().cloned().collect(),
            sides: super::sides::sides_row(&network.view.sides, &network.catalogue),
            norm: network.catalogue.norm.version.clone(),
        })
    }

    /// The day a network holds for, in words: as precise as its last source when that is what it shows.
    pub(super) fn as_of_words(&self, network: &Network) -> Words {
        let source = last_source_date(self.register, &network.coalition.id).filter(|it| it.latest() == network.as_of);
        both(|language| match &source {
            Some(source) => date(source, language),
            None => day(network.as_of, language),
        })
    }

    fn warnings(&self, network: &Network) -> Vec<Words> {
        let mut warnings = Vec::new();
        let sources = network.sources.len();
        // The age of the evidence counts, not the day for which it is shown: one edit makes no source younger.
        let last = last_source_date(self.register, &network.coalition.id);
        if let Some(last) = last.filter(|it| (self.today - it.latest()).whole_days() > AGE_WARNING_DAYS) {
            let when = both(|language| date(&last, language));
            let since = if self.register.edited(&network.coalition.id) {
                words("Daarna is er in het register iets gewijzigd.", "Something was changed in the register after that.")
            } else {
                words("Sindsdien heeft niemand ze bevestigd.", "Nobody has confirmed them since.")
            };
            let from = both(|language| match language {
                Language::Nl => count(sources, "bron", "bronnen", language),
                Language::En => count(sources, "source", "sources", language),
            });
            warnings.push(words(
                format!("Deze gegevens komen uit {} ({}). {}", from.nl, when.nl, since.nl),
                format!("These data come from {} ({}). {}", from.en, when.en, since.en),
            ));
        }
        let first = network.sources.values().filter_map(|source| source.date.as_ref()).min_by_key(|it| it.earliest());
        if let Some(first) = first.filter(|it| network.as_of < it.earliest()) {
            let when = both(|language| date(first, language));
            warnings.push(words(
                format!("Vóór {} is van deze coalitie niets bekend; wat hier staat, heeft geen begindatum.", when.nl),
                format!("Nothing is known of this coalition before {}; what stands here has no date of beginning.", when.en),
            ));
        }
        if network.coalition.phase == Phase::Preparation {
            warnings.push(words(
                "Deze coalitie is in voorbereiding: wie benaderd of genoemd is, doet nog niet vanzelf mee.",
                "This coalition is in preparation: who was approached or named does not take part by itself.",
            ));
        }
        let unnamed = network.members.iter().filter(|member| member.domain.is_none()).count();
        if unnamed > 0 {
            warnings.push(both(|language| match language {
                Language::Nl => format!(
                    "Van {} noemt de bron niet wat voor organisatie het is; zij staan op de kaart en tellen in geen domein mee.",
                    count(unnamed, "partner", "partners", language)
                ),
                Language::En => format!(
                    "Of {} the source does not say what kind of organisation it is; they are on the map and count in no domain.",
                    count(unnamed, "partner", "partners", language)
                ),
            }));
        }
        warnings
    }
}

fn counts(network: &Network) -> Counts {
    let mut counts = Counts::default();
    for member in &network.members {
        match member.status {
            Some(MembershipStatus::Signatory) => counts.signatory += 1,
            Some(MembershipStatus::Participating) => counts.participating += 1,
            Some(MembershipStatus::Approached) => counts.approached += 1,
            Some(MembershipStatus::Wanted) => counts.wanted += 1,
            Some(MembershipStatus::Left) => {}
            None => counts.seen += 1,
        }
        counts.placeholders += usize::from(member.organisation.placeholder);
    }
    counts
}

/// Is somebody of this member quoted?
pub(super) fn speaks(network: &Network, register: &Register, member: &Member) -> bool {
    network.claims.values().any(|claim| match claim.speaker {
        Some(Party::Organisation(id)) => id == member.id(),
        Some(Party::Person(id)) => member.seats.iter().any(|seat| seat.person == id) || works_at(network, register, id, member),
        Some(Party::Position(id)) => register.position(&id).and_then(|it| it.organisation) == Some(member.id()),
        None => false,
    })
}

/// Does somebody work there, who may be shown and whom only this viewer may not see? That the partner speaks is then told, without who.
fn works_at(network: &Network, register: &Register, id: PersonId, member: &Member) -> bool {
    let view = &network.view;
    let person = register.person(&id).filter(|it| it.shown_on(view.today));
    let unseen = person.is_some_and(|it| !view.viewer.sees_person_of(register, it, &network.coalition.id, view.today));
    let at = |it: &Entity| match it {
        Entity::Position(it) => it.organisation == Some(member.id()) && it.period.holds_on(network.as_of),
        _ => false,
    };
    unseen && register.entities_using(&EntityRef::Person(id)).any(at)
}

/// Pairs between the partners of the two sides that are near: known, said not to be there yet or hard to find, unknown.
///
/// The overview counts whom its map draws, so an umbrella stands on its side here; measures and gaps go by `Member::counted_side`.
pub(super) fn pairs(network: &Network, found: &[Gap]) -> PairCounts {
    let of = |side: Side| {
        (0..network.members.len())
            .filter(move |&place| network.members[place].side == Some(side) && network.members[place].near())
    };
    let missing = |a: usize, b: usize| {
        let holds = |end: &[GapParty], place: usize| end.contains(&GapParty::Member(place));
        let lines = found.iter().filter(|gap| gap.kind == GapKind::MissingLine);
        lines.map(|gap| &gap.ends).any(|[x, y]| (holds(x, a) && holds(y, b)) || (holds(x, b) && holds(y, a)))
    };
    let mut counts = PairCounts::default();
    for a in of(Side::Medical) {
        for b in of(Side::Social) {
            counts.possible += 1;
            match network.state(a, b, network.view.rule) {
                PairState::Present => counts.present += 1,
                PairState::Absent => counts.absent += 1,
                PairState::Unknown if missing(a, b) => counts.absent += 1,
                PairState::Unknown => counts.unknown += 1,
            }
        }
    }
    counts
}

fn not_asked(speech: &Speech<'_>) -> Words {
    let network = speech.network;
    let near = network.members.iter().filter(|member| member.near()).count();
    let groups = network.statements.iter().filter(|it| it.claim.stance == Stance::Asserted && !it.group.is_empty());
    let largest = groups.max_by_key(|it| it.group.len());
    both(|language| {
        let Some(together) = largest else {
            return match language {
                Language::Nl => format!("Naar de lijnen tussen de {near} partners is nog niet gevraagd."),
                Language::En => format!("The lines between the {near} partners were not asked about yet."),
            };
        };
        let partners = count(together.group.len(), "partner", "partners", language);
        let text = match (speech.past_claim(&together.claim, language), language) {
            (None, Language::Nl) => format!("{partners} werken samen; wie wie kent, is nog niet gevraagd."),
            (None, Language::En) => format!("{partners} work together; who knows whom was not asked yet."),
            (Some(when), Language::Nl) => format!("{partners} werkten {when} samen; wie wie kent, is nog niet gevraagd."),
            (Some(when), Language::En) => format!("{partners} worked together {when}; who knows whom was not asked yet."),
        };
        sentence_case(&text)
    })
}

/// The first thing to do, else the first thing to ask. What was signed and is not known in practice says most of a coalition, as on
/// its map.
pub(super) fn finding(speech: &Speech<'_>, found: &[Gap]) -> Words {
    let to_do = || found.iter().filter(|gap| gap.pile == Pile::Do && !gap.restricted());
    match to_do().find(|gap| gap.kind == GapKind::LevelMismatch).or_else(|| to_do().next()) {
        Some(gap) => sentences::text(speech, gap),
        None if found.is_empty() && speech.network.members.iter().all(|member| member.kinds.is_empty()) => words(
            "Van geen partner is bekend wat voor organisatie het is; wat de norm verwacht, is daarom nog niet te zeggen.",
            "Of no partner is it known what kind of organisation it is; what the norm expects can therefore not be said yet.",
        ),
        None if found.is_empty() => words("Alle verwachte lijnen zijn er.", "All expected lines are there."),
        None => match found.iter().find(|gap| gap.kind == GapKind::UnknownLine && gap.pile == Pile::Ask) {
            Some(gap) => sentences::text(speech, gap),
            None => not_asked(speech),
        },
    }
}

/// At most three sentences: what stands first, what is known between the sides, and how sure that is.
fn standing(speech: &Speech<'_>, found: &[Gap]) -> Vec<Words> {
    let network = speech.network;
    let mut sentences = vec![finding(speech, found)];
    let pairs = pairs(network, found);
    if pairs.possible > 0 {
        sentences.push(both(|language| pairs_sentence(network, pairs, language)));
    }
    let across: Vec<&Link> = network.practice().filter(|link| across(network, link) && network.holds(link)).collect();
    if let [link] = across.as_slice() {
        sentences.push(only_line(speech, link));
    } else if network.statements.iter().any(|it| it.claim.stance == Stance::Asserted && !it.group.is_empty()) {
        sentences.push(not_asked(speech));
    }
    sentences.dedup();
    sentences
}

/// How many pairs have a line, have none yet, are unknown; what is none is not said.
fn pairs_sentence(network: &Network, pairs: PairCounts, language: Language) -> String {
    let PairCounts { possible, present, absent, unknown } = pairs;
    let (sides, confirmed) = (between(network, language), network.view.rule == Rule::Confirmed);
    let mut parts = vec![match (present, language) {
        (0, Language::Nl) if confirmed => {
            format!("Van de {possible} mogelijke lijnen tussen {sides} noemen beide kanten er nog geen.")
        }
        (0, Language::En) if confirmed => format!("Of the {possible} possible lines between {sides} both ends name none yet."),
        (_, Language::Nl) if confirmed => {
            format!("Van de {possible} mogelijke lijnen tussen {sides} noemen beide kanten er {present}.")
        }
        (_, Language::En) if confirmed => format!("Of the {possible} possible lines between {sides} both ends name {present}."),
        (0, Language::Nl) => format!("Van de {possible} mogelijke lijnen tussen {sides} noemt niemand er één."),
        (0, Language::En) => format!("Of the {possible} possible lines between {sides} nobody names one."),
        (_, Language::Nl) => format!("Van de {possible} mogelijke lijnen tussen {sides} noemt iemand er {present}."),
        (_, Language::En) => format!("Of the {possible} possible lines between {sides} somebody names {present}."),
    }];
    if absent > 0 {
        parts.push(match language {
            Language::Nl => format!("Van {absent} zegt iemand dat zij er nog niet zijn of lastig te vinden."),
            Language::En => format!("Of {absent} somebody says that they are not there yet or hard to find."),
        });
    }
    if unknown > 0 {
        parts.push(match language {
            Language::Nl => format!("Van {unknown} weten we het niet."),
            Language::En => format!("Of {unknown} we do not know."),
        });
    }
    parts.join(" ")
}

fn only_line(speech: &Speech<'_>, link: &Link) -> Words {
    both(|language| {
        let (a, b) = (speech.member(link.a, language), speech.member(link.b, language));
        let consults = link.kinds.iter().any(|kind| kind.as_str() == "consults");
        // By who names it, not by its status: that an end denies it is not told here.
        let sure = match link.said_by {
            [true, true] => pick(language, "beide kanten noemen haar", "both sides name it"),
            [false, false] => pick(language, "alleen een bron noemt haar", "only a source names it"),
            _ => pick(language, "alleen één kant noemt haar", "only one side names it"),
        };
        match (consults, language) {
            (true, Language::Nl) => format!("De ene bekende lijn is het overleg van {a} met {b}; {sure}."),
            (true, Language::En) => format!("The one known line is the consultation of {a} with {b}; {sure}."),
            (false, Language::Nl) => format!("De ene bekende lijn loopt tussen {a} en {b}; {sure}."),
            (false, Language::En) => format!("The one known line runs between {a} and {b}; {sure}."),
        }
    })
}

fn theme_row(network: &Network, theme: &Theme) -> ThemeRow {
    ThemeRow {
        name: theme.name.clone(),
        needs: theme.needs.iter().filter_map(|code| network.catalogue.need(code)).map(|need| need.name.clone()).collect(),
    }
}

fn governance_row(speech: &Speech<'_>, it: &GovernanceFact) -> GovernanceRow {
    GovernanceRow {
        aspect: it.aspect,
        aspect_words: governance_aspect(it.aspect),
        words: it.text.words(),
        parties: it.parties.iter().filter_map(|party| party_name(speech, party)).collect(),
        said: speech.said(&it.provenance),
    }
}

/// The name of a party; `None`: a person who may not be named here, or a partner that is not there on the day.
fn party_name(speech: &Speech<'_>, party: &Party) -> Option<Name> {
    let network = speech.network;
    let named = |id: PersonId| speech.names(id).map(|person| person.name.clone());
    match party {
        Party::Organisation(id) => network.place(*id).map(|place| network.members[place].organisation.name.clone()),
        Party::Person(id) => named(*id),
        Party::Position(id) => speech.register.position(id).and_then(|it| named(it.person)),
    }
}

fn initiative_row(speech: &Speech<'_>, it: &Initiative) -> InitiativeRow {
    let catalogue = &speech.network.catalogue;
    InitiativeRow {
        id: it.id,
        kind: it.kind,
        kind_words: initiative_kind(it.kind),
        name: it.name.clone(),
        status: it.status,
        participants: it.participants.iter().filter_map(|party| party_name(speech, party)).collect(),
        complete: it.complete,
        kinds: it.kinds.iter().filter_map(|code| catalogue.kind(code)).map(|kind| kind.name.clone()).collect(),
        needs: it.needs.iter().filter_map(|code| catalogue.need(code)).map(|need| need.name.clone()).collect(),
    }
}
