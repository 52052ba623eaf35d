//! What one coalition has that another may lack, and what it lacks itself: made once with its profile, in words.
//!
//! Never: the name of a person, a number of a desk, a line that an end denies, a finding that is for its own parties only.

use super::answer::*;
use super::lesson_words::Teller;
use crate::analysis::gaps::*;
use crate::desk::sentences;
use crate::desk::speech::Speech;
use crate::model::*;
use crate::network::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something a coalition can have.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// A line that the norm expects: place in `Norm::lines`.
    Line(usize),
    /// A partner of a kind that takes part.
    Kind(KindCode),
    /// Somebody or something to address at partners of a kind.
    Desk(KindCode),
    /// Somebody who helps with a need.
    Need(NeedCode),
    /// A line in practice between the sides.
    Practice,
    /// An agreement at board level.
    Agreement,
    /// Who leads in the case of one family.
    CaseLead,
}

/// How a coalition has it.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// Does it do so, or is it a plan or an idea?
    pub status: LearnStatus,
    /// What it has.
    pub what: Words,
    /// How, as far as sources say.
    pub how: Vec<LearnHow>,
}

/// Something a coalition has not, or of which nobody says that it has.
#[derive(Debug, Clone, PartialEq)]
pub struct Lack {
    /// Id of the finding; of what is no finding its own.
    pub id: String,
    /// Code of the kind of finding.
    pub kind: &'static str,
    /// How much it matters.
    pub importance: Importance,
    /// What it is about.
    pub topic: Topic,
    /// The finding in one sentence.
    pub sentence: Words,
    /// One finding holds several, of which nobody says anything: told apart only where somebody else has it.
    pub grouped: bool,
}

/// Not through a kind that may be in between, not through a kind that joins others, who says so: the least is nearest.
pub type Nearness = (bool, bool, LinkStatus);

/// A line in practice between the sides that comes near one that the norm expects.
#[derive(Debug, Clone, PartialEq)]
pub struct NearLine {
    /// How near.
    pub nearness: Nearness,
    /// How it is told; several rows of the norm may share it.
    pub lesson: Arc<Lesson>,
}

/// What one coalition has, and lacks.
#[derive(Debug, Clone, PartialEq)]
pub struct Lessons {
    /// Its name.
    pub name: Name,
    /// What it has, plans or wishes.
    pub has: BTreeMap<Topic, Lesson>,
    /// What it lacks, in the order of its list of findings.
    pub lacks: Vec<Lack>,
    /// For rows of the norm, by place in `Norm::lines`: its line in practice between the sides that comes nearest.
    pub near: BTreeMap<usize, NearLine>,
}

impl Lessons {
    /// Takes a coalition that can be read aloud, and its findings. Cost: O(norm rows · claims + kinds · members).
    pub fn of(speech: &Speech<'_>, findings: &Findings) -> Self {
        let network = speech.network;
        let teller = Teller { speech };
        let catalogue = &network.catalogue;
        let mut has = BTreeMap::new();
        let mut put = |topic: Topic, lesson: Option<Lesson>| {
            if let Some(lesson) = lesson {
                has.insert(topic, lesson);
            }
        };
        for row in 0..catalogue.norm.lines.len() {
            let cell = findings.cells.iter().find(|cell| cell.row == row);
            put(Topic::Line(row), teller.line(row, cell));
        }
        for kind in &catalogue.kinds {
            put(Topic::Kind(kind.code.clone()), teller.kind(&kind.code));
            put(Topic::Desk(kind.code.clone()), teller.desk(&kind.code));
        }
        for need in &catalogue.needs {
            put(Topic::Need(need.code.clone()), teller.need(need));
        }
        let across = teller.lines_across();
        put(Topic::Practice, across.first().map(|first| teller.practice(first)));
        put(Topic::Agreement, teller.agreement());
        put(Topic::CaseLead, teller.case_lead());
        let lacks = lacks(speech, &findings.gaps, &has);
        Self { name: network.coalition.name.clone(), has, lacks, near: nearest(&teller, &across) }
    }
}

/// For each row of the norm the first of the nearest lines, each told once. Takes lines across, surest first. Cost: O(norm rows · lines).
fn nearest(teller: &Teller<'_>, across: &[&Link]) -> BTreeMap<usize, NearLine> {
    let network = teller.speech.network;
    let catalogue = &network.catalogue;
    let mut told: BTreeMap<usize, Arc<Lesson>> = BTreeMap::new();
    let mut found = BTreeMap::new();
    for (row, line) in catalogue.norm.lines.iter().enumerate() {
        let Some(domain) = catalogue.kind(&line.helper).map(|kind| kind.domain) else { continue };
        let near = |link: &Link| near(network, link, line, domain);
        let best = across.iter().enumerate().filter_map(|(turn, link)| Some((near(link)?, turn))).min();
        if let Some((nearness, turn)) = best {
            let lesson = told.entry(turn).or_insert_with(|| Arc::new(teller.line_across(across[turn]))).clone();
            found.insert(row, NearLine { nearness, lesson });
        }
    }
    found
}

/// How near a line comes to a row of the norm, nearest first: it runs from the same finders to a partner in the domain of the helpers;
/// one through whom the row may run comes first, then any who joins others, then by who says so.
fn near(network: &Network, link: &Link, line: &NormLine, domain: Domain) -> Option<Nearness> {
    let catalogue = &network.catalogue;
    let [a, b] = link.ends().map(|end| &network.members[end]);
    let (finder, _) = [(a, b), (b, a)].into_iter().find(|(one, other)| one.is(&line.finder) && other.domain == Some(domain))?;
    let allowed = finder.kinds.iter().any(|kind| line.bridges.contains(kind));
    let joins = finder.kinds.iter().filter_map(|kind| catalogue.kind(kind)).any(|kind| kind.bridge);
    Some((!allowed, !joins, link.status))
}

/// What can be learnt about, of the findings of a coalition; then an agreement and who leads a case, where nobody tells of one.
fn lacks(speech: &Speech<'_>, gaps: &[Gap], has: &BTreeMap<Topic, Lesson>) -> Vec<Lack> {
    let mut found: Vec<Lack> = Vec::new();
    for gap in gaps.iter().filter(|gap| !gap.restricted()) {
        let (kind, topics) = topics(speech.network, gap);
        let grouped = topics.len() > 1 && gap.basis == Basis::Silence;
        let sentence = sentences::text(speech, gap);
        for topic in topics {
            if found.iter().any(|it| it.topic == topic) {
                continue;
            }
            let (id, sentence) = (gap.id.clone(), sentence.clone());
            found.push(Lack { id, kind, importance: gap.importance, topic, sentence, grouped });
        }
    }
    let silent = [
        (
            Topic::Agreement,
            "agreement",
            "Geen bron noemt een afspraak op bestuursniveau.",
            "No source names an agreement at board level.",
        ),
        (
            Topic::CaseLead,
            "case_lead",
            "Geen bron zegt wie de regie heeft bij een gezin.",
            "No source says who has the lead in the case of a family.",
        ),
    ];
    for (topic, kind, nl, en) in silent {
        if has.get(&topic).is_none_or(|lesson| lesson.status != LearnStatus::Does) {
            let id = format!("{}-{kind}", speech.network.coalition.id);
            let sentence = Words { nl: nl.to_owned(), en: en.to_owned() };
            found.push(Lack { id, kind, importance: Importance::C, topic, sentence, grouped: false });
        }
    }
    found
}

/// The code of a kind of finding, and what in it can be found elsewhere. A finding about people, or about doubt, teaches nobody else.
fn topics(network: &Network, gap: &Gap) -> (&'static str, Vec<Topic>) {
    let kinds = || gap.ends[0].iter().filter_map(|party| kind_of(network, party));
    let line = |kind| (kind, gap.norm_line.map(Topic::Line).into_iter().collect());
    match gap.kind {
        GapKind::MissingLine => line("missing_line"),
        GapKind::UnknownLine => line("unknown_line"),
        GapKind::LongLine => line("long_line"),
        GapKind::MissingPartner => ("missing_partner", kinds().map(Topic::Kind).collect()),
        GapKind::UnknownPartner => ("unknown_partner", kinds().map(Topic::Kind).collect()),
        GapKind::NoContactPoint => ("no_contact_point", kinds().map(Topic::Desk).collect()),
        GapKind::UncoveredNeed => ("uncovered_need", gap.needs().cloned().map(Topic::Need).collect()),
        GapKind::LevelMismatch => ("level_mismatch", vec![Topic::Practice]),
        GapKind::Isolate if gap.ends.iter().flatten().all(|party| matches!(party, GapParty::Domain(_))) => {
            ("isolate", vec![Topic::Practice])
        }
        GapKind::Isolate
        | GapKind::SingleCarrier
        | GapKind::FewCarriers
        | GapKind::Contested
        | GapKind::Unconfirmed
        | GapKind::Stale
        | GapKind::UncoveredTheme => ("", Vec::new()),
    }
}

fn kind_of(network: &Network, party: &GapParty) -> Option<KindCode> {
    match party {
        GapParty::Member(place) => network.members[*place].kinds.first().cloned(),
        GapParty::Kind(kind) => Some(kind.clone()),
        GapParty::Domain(_) => None,
    }
}
