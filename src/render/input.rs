//! What a map is drawn from: pure data, handed in by the desk. Every text is ready to print in one language.

use crate::model::{Domain, Language};

/// A partner map.
#[derive(Debug, Clone, PartialEq)]
pub struct PartnerMap {
    /// Language of the fixed words (legend, headings).
    pub language: Language,
    /// Name of the coalition.
    pub title: String,
    /// The finding, in one or two sentences.
    pub sentence: String,
    /// "Stand november 2019 · bron: interview Pharos".
    pub stand: String,
    /// Organisations that answered, and that were asked or could have been.
    pub answered: usize,
    /// See `answered`.
    pub asked_of: usize,
    /// The response in words: "geen van de 10 organisaties is zelf gevraagd".
    pub response: String,
    /// Partners.
    pub cards: Vec<Card>,
    /// Lines at practice level.
    pub lines: Vec<Line>,
    /// Agreements that hold.
    pub agreements: Vec<Agreement>,
    /// Findings about lines, in rank order, missing before not asked.
    pub gaps: Vec<GapMark>,
    /// The expected lines of the norm, in order of the norm.
    pub expected: Vec<ExpectedMark>,
    /// "0 van 6 verwachte lijnen bevestigd".
    pub expected_caption: String,
    /// Did a user choose the sides? Then the footer says which they are, and the head speaks of left and right.
    pub sides_chosen: bool,
    /// Known lines within the medical side; absent: nobody was asked.
    pub within_left: Option<usize>,
    /// Known lines between the sides.
    pub between: usize,
    /// Known lines within the social and informal side; absent: nobody was asked.
    pub within_right: Option<usize>,
    /// Other findings that are no line, for the list below the map: "Woningcorporatie is gewenst en doet nog niet mee."
    pub notes: Vec<String>,
    /// "Kanten: medisch tegenover sociaal en informeel · norm 2026-1 · versie 12 · Korte Lijnen".
    pub footer: String,
    /// What is supposed, drawn over the map as it is: no card moves. Absent: nothing is.
    pub scenario: Option<Scenario>,
    /// What changed since an earlier day: cards and lines are those of either day then. Absent: one day is shown.
    pub changes: Option<Changes>,
}

/// What is supposed to come or go.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Scenario {
    /// In few words: "voorstel met drie kennismakingen".
    pub title: String,
    /// Introductions, in order of their letters.
    pub introduced: Vec<Introduced>,
    /// Ids of the gaps that are closed then.
    pub closed: Vec<String>,
    /// Ids of the cards that go.
    pub gone_cards: Vec<String>,
    /// Lines that go: the ids of both cards.
    pub gone_lines: Vec<(String, String)>,
    /// Persons that go: the id of the card, and the place in its list of people.
    pub gone_people: Vec<(String, usize)>,
    /// Who goes, for the list below the map: "Linda Rentes (directeur, De Poort) vertrekt."
    pub goes: Vec<String>,
}

/// A line that an introduction would make.
#[derive(Debug, Clone, PartialEq)]
pub struct Introduced {
    /// Its letter.
    pub letter: String,
    /// Id of one card.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// Parties in few words: "De Poort – Schuldhulpverlening".
    pub text: String,
}

/// What changed between two days. The places come from all that is handed in, so that nobody moves between the map of the
/// earlier day, the map of the later one and the map of what changed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Changes {
    /// Which of the three is drawn.
    pub shown: Shown,
    /// The words over each of the three: all take the room of the tallest, so that nothing below them moves.
    pub heads: Vec<HeadWords>,
    /// What became of the lines; one that is not named is what it was.
    pub lines: Vec<LineChange>,
    /// Ids of the cards of who came since the earlier day.
    pub joined: Vec<String>,
    /// Ids of the cards of who went.
    pub left: Vec<String>,
    /// Ids of the cards that are not on the map of the earlier day; of the later day.
    pub absent: [Vec<String>; 2],
    /// What became of the agreements, in their order; one that is not named is what it was.
    pub agreements: Vec<Change>,
    /// The three numbers of the earlier day: within the left side, between the sides, within the right side.
    pub was: [Option<usize>; 3],
}

/// The words over a map: they take as much height as they need.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct HeadWords {
    /// See `PartnerMap`.
    pub title: String,
    /// See `PartnerMap`.
    pub sentence: String,
    /// See `PartnerMap`.
    pub stand: String,
    /// See `PartnerMap`.
    pub response: String,
}

impl PartnerMap {
    /// The words over this map.
    pub fn head(&self) -> HeadWords {
        let [title, sentence, stand, response] = [&self.title, &self.sentence, &self.stand, &self.response].map(Clone::clone);
        HeadWords { title, sentence, stand, response }
    }

    /// The words over this map, and over the others that stand in one frame with it.
    pub fn heads(&self) -> impl Iterator<Item = HeadWords> {
        let others = self.changes.iter().flat_map(|it| it.heads.iter().cloned());
        std::iter::once(self.head()).chain(others)
    }
}

/// Which map is drawn in the frame of two days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shown {
    /// What changed.
    #[default]
    Changes,
    /// The earlier day.
    Before,
    /// The later day.
    After,
}

/// What became of a line between two days. The order is that of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// Nobody told of it before.
    New,
    /// Nobody tells of it any more.
    Lost,
    /// Both sides say so now.
    Confirmed,
    /// No longer said by both sides, or contradicted now.
    Doubted,
    /// Stronger than before.
    Strengthened,
    /// Weaker than before.
    Weakened,
    /// Not mentioned for long now.
    Stale,
    /// Mentioned again.
    Refreshed,
    /// What it was.
    Same,
}

/// A line, and what became of it.
#[derive(Debug, Clone, PartialEq)]
pub struct LineChange {
    /// Id of one card.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// What became of it.
    pub what: Change,
    /// Does it run between the sides?
    pub across: bool,
    /// Parties in few words: "De Poort – Schuldhulpverlening".
    pub text: String,
    /// What became of it in words: "nu door beide kanten bevestigd".
    pub told: String,
}

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lane {
    /// Medical.
    Left,
    /// Governance, public health, education, and who has no domain.
    Middle,
    /// Social and informal.
    Right,
}

/// How a partner takes part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Participation {
    /// Signed.
    Signatory,
    /// Takes part.
    Participating,
    /// Named in a statement only.
    Seen,
    /// Spoken with or invited.
    Approached,
    /// The coalition wants it in.
    Wanted,
    /// The norm expects the kind, the list is closed, nobody is of it.
    NotYetPartner,
    /// The norm expects the kind and no source names one.
    NotNamed,
}

/// A partner.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Id, used in data attributes; never shown.
    pub id: String,
    /// Page of the partner, a path of this site.
    pub href: String,
    /// Full name.
    pub name: String,
    /// Its own short name.
    pub short_name: Option<String>,
    /// Domain; absent when no source tells.
    pub domain: Option<Domain>,
    /// Lane.
    pub lane: Lane,
    /// Place of its kind in the catalogue: the order within a domain.
    pub kind_rank: usize,
    /// How it takes part.
    pub participation: Participation,
    /// Only the kind is known.
    pub placeholder: bool,
    /// Persons: name, title.
    pub people: Vec<(String, Option<String>)>,
    /// What a screen reader says: "Gemeente Delft, bestuur en financiering, getekend, nog geen lijn bekend".
    pub label: String,
}

/// What the claims on a line add up to, as drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineStatus {
    /// Both ends say so.
    Confirmed,
    /// The end `a` says so.
    SaidByA,
    /// The end `b` says so.
    SaidByB,
    /// Only a source says so.
    Unverified,
    /// Claims contradict each other.
    Contested,
    /// Planned or wished: never counted as a line.
    Planned,
}

/// A line between two cards.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Id of one card.
    pub a: String,
    /// Id of the other.
    pub b: String,
    /// Status.
    pub status: LineStatus,
    /// 1–4.
    pub strength: u8,
    /// Last said longer ago than its half-life.
    pub stale: bool,
}

/// A signed agreement.
#[derive(Debug, Clone, PartialEq)]
pub struct Agreement {
    /// Name.
    pub name: String,
    /// "oktober 2019 · 8 ondertekenaars".
    pub caption: String,
    /// Ids of the cards.
    pub members: Vec<String>,
}

/// A finding about a line.
#[derive(Debug, Clone, PartialEq)]
pub struct GapMark {
    /// Its number in list and map; absent for one that is not asked ("?").
    pub number: Option<usize>,
    /// Id of the gap.
    pub id: String,
    /// Its page, a path of this site.
    pub href: String,
    /// Cards on the one end.
    pub a: Vec<String>,
    /// Cards on the other end.
    pub b: Vec<String>,
    /// Parties in few words: "Verloskundigenpraktijk – Schuldhulpverlening".
    pub text: String,
    /// What a screen reader says: "1: Verloskundigen – Schuldhulpverlening, nog geen lijn".
    pub label: String,
}

/// How one expected line stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExpectedMark {
    /// Confirmed.
    Confirmed,
    /// Known, not confirmed; also through an allowed bridge.
    Known,
    /// Planned.
    Planned,
    /// Not there yet, or longer than it should be.
    Missing,
    /// Not asked.
    Unknown,
}
