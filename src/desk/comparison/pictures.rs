//! A comparison as pictures: the rows of the answer, handed to the print shop.
//!
//! Never: a number that the answer does not hold, or an order by value: rows stand as asked, or by name.

use super::answer::*;
use super::asked::*;
use super::kept::KeptProfiles;
use super::picture_words as said;
use crate::analysis::profile::KindState;
use crate::desk::office::*;
use crate::model::*;
use crate::render::Picture;
use crate::render::chart::{self, About, Chart, Dots, Kinds, Merge, Tree, Value, Who};
use crate::render::small::{SmallMap, SmallMaps};

/// The measure of a picture of one measure, when none is asked for.
pub const PICTURE_MEASURE: &str = "crossDensity";
/// Up to so many coalitions, those that were not chosen are drawn along, pale, unless the reader says otherwise.
pub const PICTURE_OTHERS_UP_TO: usize = 40;

/// A picture of a comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparisonPicture {
    /// Small maps beside each other.
    SmallMultiples,
    /// One measure, a dot with its bounds for each coalition.
    Dots,
    /// One measure against size.
    Funnel,
    /// Kinds of partners by coalitions.
    Kinds,
    /// Which coalitions are alike.
    Tree,
}

impl ComparisonPicture {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::SmallMultiples, Self::Dots, Self::Funnel, Self::Kinds, Self::Tree];

    /// Its name in addresses and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Self::SmallMultiples => "small-multiples",
            Self::Dots => "dots",
            Self::Funnel => "funnel",
            Self::Kinds => "kinds",
            Self::Tree => "tree",
        }
    }

    /// By its name.
    pub fn named(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether it shows one measure.
    pub fn of_measure(self) -> bool {
        matches!(self, Self::Dots | Self::Funnel)
    }
}

/// Which picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PictureAsked {
    /// Which.
    pub picture: ComparisonPicture,
    /// The measure of dots and funnel; absent: [`PICTURE_MEASURE`].
    pub measure: Option<String>,
    /// Whether coalitions that were not chosen are drawn along; absent: in a funnel always, in dots up to [`PICTURE_OTHERS_UP_TO`].
    pub others: Option<bool>,
    /// Language.
    pub language: Language,
    /// Small maps in one picture, at most.
    pub maps_max: usize,
}

/// A picture.
#[derive(Debug, Clone, PartialEq)]
pub struct PictureMade {
    /// What is drawn.
    pub picture: Picture,
    /// Is everything in it there? Else it holds less than the same picture will later.
    pub whole: bool,
}

impl Office<'_> {
    /// A comparison as a picture.
    ///
    /// Takes what is asked of the comparison, which picture, and the profiles that are kept.
    /// Errors: as `comparison`; a measure that does not exist; more small maps than one picture holds.
    /// Cost: that of the comparison; small maps: that of the map of each coalition.
    pub fn comparison_picture(
        &self,
        asked: &ComparisonAsked,
        picture: &PictureAsked,
        kept: &KeptProfiles,
    ) -> Result<PictureMade, ComparisonError> {
        let asked = &self.picture_asked(asked, picture);
        let chosen = self.compared(asked)?;
        if picture.picture == ComparisonPicture::SmallMultiples {
            let maps = self.small_maps(asked, &chosen, picture)?;
            return Ok(PictureMade { picture: Picture::SmallMaps(Box::new(maps)), whole: true });
        }
        let all = ComparisonAsked { coalitions: Vec::new(), ..asked.clone() };
        let others = picture.others.unwrap_or(match picture.picture {
            ComparisonPicture::Funnel => true,
            ComparisonPicture::Dots => self.coalitions_by_name().len() <= PICTURE_OTHERS_UP_TO,
            _ => false,
        });
        // Others than those chosen only fit where all of them may be compared.
        let along = others && picture.picture.of_measure() && !asked.coalitions.is_empty() && self.compared(&all).is_ok();
        let comparison = self.comparison(if along { &all } else { asked }, kept)?;
        let sheet = Sheet { comparison: &comparison, chosen: &chosen, language: picture.language };
        let measure = picture.measure.as_deref().unwrap_or(PICTURE_MEASURE);
        let chart = match picture.picture {
            ComparisonPicture::Dots => Chart::Dots(sheet.dots(measure)),
            ComparisonPicture::Funnel => Chart::Funnel(sheet.funnel(measure)),
            ComparisonPicture::Kinds => Chart::Kinds(sheet.kinds()),
            ComparisonPicture::Tree | ComparisonPicture::SmallMultiples => Chart::Tree(sheet.tree()),
        };
        let ready = comparison.chance.state == ChanceState::Ready;
        let whole = match picture.picture {
            ComparisonPicture::Funnel => ready && comparison.funnel.is_some(),
            ComparisonPicture::Dots => ready,
            _ => true,
        };
        Ok(PictureMade { picture: Picture::Chart(Box::new(chart)), whole })
    }

    /// What a picture asks of its comparison: the measure of a funnel is checked and made, that of dots only checked.
    pub fn picture_asked(&self, asked: &ComparisonAsked, picture: &PictureAsked) -> ComparisonAsked {
        let measure = picture.picture.of_measure().then(|| picture.measure.as_deref().unwrap_or(PICTURE_MEASURE).to_owned());
        let known = |name: &String| super::measure_words::names().any(|it| it == name);
        let funnel = measure.filter(|name| picture.picture == ComparisonPicture::Funnel || !known(name));
        ComparisonAsked { funnel, ..asked.clone() }
    }

    fn small_maps(
        &self,
        asked: &ComparisonAsked,
        chosen: &[CoalitionId],
        picture: &PictureAsked,
    ) -> Result<SmallMaps, ComparisonError> {
        let (number, most, language) = (chosen.len(), picture.maps_max, picture.language);
        if number > most {
            let fault = ComparisonFault { field: ComparisonField::Coalitions, words: said::too_many_maps(number, most) };
            return Err(ComparisonError::Faults(vec![fault]));
        }
        let mut maps = Vec::with_capacity(number);
        for (done, id) in chosen.iter().enumerate() {
            self.effort.step(done as u64, number as u64).map_err(DeskError::from)?;
            let map = self.map(id.as_str(), language, asked.reading.clone())?;
            maps.push(SmallMap { id: id.to_string(), href: page(id, "/kaart", language), map });
        }
        let catalogue = self.register.catalogue();
        let sides = super::super::sides::sides_row(&asked.reading.sides, catalogue);
        let as_of = asked.reading.as_of.map(|day| day.to_string());
        let about = About {
            language,
            title: said::maps_title(number).in_language(language).to_owned(),
            sentence: said::maps_sentence(asked.coalitions.is_empty()).in_language(language).to_owned(),
            notes: Vec::new(),
            footer: said::footer(&sides.words, &catalogue.norm.version, as_of.as_deref()).in_language(language).to_owned(),
        };
        Ok(SmallMaps { about, maps })
    }
}

/// A page of a coalition, a path of this site.
fn page(id: &CoalitionId, rest: &str, language: Language) -> String {
    let before = if language == Language::Nl { "" } else { "/en" };
    format!("{before}/coalities/{id}{rest}")
}

/// A comparison being drawn.
struct Sheet<'a> {
    comparison: &'a Comparison,
    chosen: &'a [CoalitionId],
    language: Language,
}

impl Sheet<'_> {
    fn tell(&self, words: &Words) -> String {
        words.in_language(self.language).to_owned()
    }

    fn about(&self, title: &Words, sentence: &Words, notes: Vec<Words>) -> About {
        let it = self.comparison;
        About {
            language: self.language,
            title: self.tell(title),
            sentence: self.tell(sentence),
            notes: notes.iter().map(|words| self.tell(words)).collect(),
            footer: self.tell(&said::footer(&it.sides.words, &it.norm, it.as_of.as_deref())),
        }
    }

    fn who(&self, coalition: &ComparedCoalition) -> Who {
        Who {
            id: coalition.id.to_string(),
            name: coalition.name.to_string(),
            href: page(&coalition.id, "", self.language),
            chosen: self.chosen.contains(&coalition.id),
        }
    }

    fn everybody(&self) -> Vec<Who> {
        self.comparison.coalitions.iter().map(|it| self.who(it)).collect()
    }

    fn row(&self, measure: &str) -> Option<&MeasureRow> {
        self.comparison.measures.iter().find(|row| row.name == measure)
    }

    fn dots(&self, measure: &str) -> Dots {
        let Some(row) = self.row(measure) else {
            let about = self.about(&said::measures(), &said::no_measure(), Vec::new());
            return Dots { about, whole: false, rows: Vec::new() };
        };
        let whole = whole(row);
        let cells = row.cells.iter().map(|cell| {
            let numbers = [cell.value, cell.low, cell.high, cell.expected];
            self.value(row, numbers, cell.suppressed.as_ref(), whole)
        });
        let mut notes = vec![row.help.clone()];
        notes.extend(said::reasons(row.cells.iter().filter_map(|cell| cell.suppressed.as_ref())));
        if row.cells.iter().any(|cell| cell.expected.is_some()) {
            notes.push(self.comparison.chance.words.clone());
        }
        let about = self.about(&said::measure_title(&row.words), &row.rankable.words, notes);
        Dots { about, whole, rows: self.everybody().into_iter().zip(cells).collect() }
    }

    fn value(&self, row: &MeasureRow, numbers: [Option<f64>; 4], suppressed: Option<&Suppressed>, whole: bool) -> Value {
        let [value, low, high, expected] = numbers;
        let (words, label) = match (value, suppressed) {
            (Some(value), _) => {
                let words = said::value(value, low.zip(high), whole);
                let label = said::value_label(&row.words, &words, expected, row.unit.as_ref());
                (words, label)
            }
            (None, Some(why)) => (said::short(why.code), why.words.clone()),
            (None, None) => (said::short(SuppressedCode::NoValue), said::short(SuppressedCode::NoValue)),
        };
        Value { value, low, high, expected, words: self.tell(&words), label: self.tell(&label) }
    }

    fn funnel(&self, measure: &str) -> chart::Funnel {
        let row = self.row(measure);
        let whole = row.is_some_and(whole);
        let made = self.comparison.funnel.as_ref();
        let known = made.is_some_and(|it| it.points.iter().any(|point| point.value.is_some()));
        // Where nothing is known above zero, or everything is one, all limits lie on one line.
        let apart = made.is_some_and(|it| it.limits.iter().any(|limit| limit.low998 < limit.high998));
        let point = |it: &ComparedCoalition| made.and_then(|made| made.points.iter().find(|point| point.coalition == it.id));
        let value = |place: usize, it: &ComparedCoalition| {
            let (Some(row), Some(cell)) = (row, row.and_then(|row| row.cells.get(place))) else { return Value::default() };
            match (point(it), made) {
                (Some(it), _) => self.value(row, [it.value, it.low, it.high, None], it.suppressed.as_ref(), whole),
                // Left out of the funnel: there is no size to draw it at.
                (None, Some(_)) => self.value(row, [None; 4], cell.suppressed.as_ref(), whole),
                (None, None) => self.value(row, [cell.value, cell.low, cell.high, None], cell.suppressed.as_ref(), whole),
            }
        };
        let size = |it: &ComparedCoalition| point(it).map_or(it.members, |point| point.size as usize);
        let coalitions = self.comparison.coalitions.iter().enumerate();
        let points = coalitions.map(|(place, it)| (self.who(it), size(it), value(place, it))).collect();
        let limits = made.into_iter().filter(|_| apart).flat_map(|it| &it.limits).map(|it| chart::FunnelLimit {
            size: it.size as f64,
            centre: it.centre,
            p95: (it.low95, it.high95),
            p998: (it.low998, it.high998),
        });
        let words = row.map_or_else(said::measures, |row| row.words.clone());
        let method = match made {
            None => Some(said::limits_later()),
            Some(it) if known && apart => Some(it.method.clone()),
            Some(_) => known.then(said::no_limits),
        };
        let sentence = said::funnel_sentence(known && apart);
        let reasons = row.iter().flat_map(|row| &row.cells).filter_map(|cell| cell.suppressed.as_ref());
        let reasons = if made.is_some() && !known { said::reasons(reasons) } else { Vec::new() };
        let notes = method.into_iter().chain(reasons).chain(row.map(|row| row.rankable.words.clone())).collect();
        chart::Funnel {
            about: self.about(&said::funnel_title(&words), &sentence, notes),
            across: self.tell(&made.map_or_else(said::organisations, |it| it.size_words.clone())),
            up: self.tell(&words),
            points,
            limits: limits.collect(),
        }
    }

    fn kinds(&self) -> Kinds {
        let coalitions = self.everybody();
        let row = |row: &KindPresenceRow| {
            let cells = row.cells.iter().zip(&coalitions).map(|(cell, who)| {
                let words = said::kind_cell(&row.words, &who.name, &cell.words, cell.count);
                (state(cell.state), cell.count, self.tell(&words))
            });
            chart::KindRow { code: row.code.to_string(), name: self.tell(&row.words), domain: row.domain, cells: cells.collect() }
        };
        let mut rows: Vec<chart::KindRow> = self.comparison.kinds.iter().map(row).collect();
        // Kinds of one domain stand together, in the order of the catalogue.
        rows.sort_by_key(|row| row.domain);
        let about = self.about(&said::kinds_title(), &said::kinds_sentence(), Vec::new());
        Kinds { about, coalitions, rows }
    }

    fn tree(&self) -> Tree {
        let leaves = self.everybody();
        let tree = self.comparison.likeness.tree.as_ref();
        let place = |id: &CoalitionId| self.comparison.coalitions.iter().position(|it| it.id == *id);
        let merges = tree.into_iter().flat_map(|it| &it.merges);
        Tree {
            about: self.about(&said::tree_title(), &self.comparison.likeness.words, Vec::new()),
            axis: self.tell(&said::tree_axis()),
            order: tree.into_iter().flat_map(|it| &it.order).filter_map(place).collect(),
            merges: merges.map(|it| Merge { left: it.left, right: it.right, height: it.height }).collect(),
            leaves,
        }
    }
}

/// Whether a measure counts: then all its values are whole, and it has no least and most.
fn whole(row: &MeasureRow) -> bool {
    let mut numbers = row.cells.iter().flat_map(|cell| [cell.value, cell.low, cell.high]).flatten();
    row.range.is_none() && numbers.all(|number| number.fract() == 0.0)
}

fn state(state: KindState) -> chart::KindState {
    match state {
        KindState::Signatory => chart::KindState::Signatory,
        KindState::Participating => chart::KindState::Participating,
        KindState::Approached => chart::KindState::Approached,
        KindState::Wanted => chart::KindState::Wanted,
        KindState::Seen => chart::KindState::Seen,
        KindState::Placeholder => chart::KindState::Placeholder,
        KindState::Absent => chart::KindState::Absent,
        KindState::Unknown => chart::KindState::Unknown,
    }
}
