//! A measure over time as a picture, from the answer of the timeline.

use super::office::*;
use super::timeline::{PointSource, Timeline, TimelineMeasure, TimelinePoint};
use super::words::{day, words};
use crate::model::*;
use crate::render::Picture;
use crate::render::chart::{self, About, Chart, TimePoint, Value};
use time::Date;
use time::macros::format_description;

impl Office<'_> {
    /// One measure of a coalition over time, ready to draw.
    ///
    /// Takes slug, name or alias; the name of a measure; what was kept. Errors: as `timeline`. Cost: that of `timeline`.
    pub fn timeline_picture(
        &self,
        coalition: &str,
        measure: &str,
        kept: &[Measurement],
        language: Language,
    ) -> Result<Picture, DeskError> {
        let told = self.timeline(coalition, &[measure.to_owned()], kept)?;
        let name = self.register.coalition(&told.coalition).map_or_else(String::new, |it| it.name.to_string());
        let points = told.measures.first().map_or_else(Vec::new, |it| points(&told, it, language));
        let what = told.measures.first().map(|it| it.words.in_language(language).to_owned()).unwrap_or_default();
        let numbers = || points.iter().flat_map(|it| [it.value.value, it.value.low, it.value.high]).flatten();
        let whole = numbers().all(|number| number.fract() == 0.0) && numbers().any(|number| number > 1.0);
        let help = told.measures.first().and_then(|it| it.help.as_ref());
        let mut notes = told.notes.iter();
        let sentence = notes.next().map(|it| it.in_language(language).to_owned()).unwrap_or_default();
        let norm = &self.register.catalogue().norm.version;
        let about = About {
            language,
            title: format!("{name}: {what}"),
            sentence,
            notes: help.into_iter().chain(notes).map(|it| it.in_language(language).to_owned()).collect(),
            footer: match language {
                Language::Nl => format!("Norm {norm} · versie {} · Korte Lijnen", told.version),
                Language::En => format!("Norm {norm} · version {} · Korte Lijnen", told.version),
            },
        };
        Ok(Picture::Chart(Box::new(Chart::Timeline(chart::Timeline { about, up: what, whole, points }))))
    }
}

fn points(told: &Timeline, measure: &TimelineMeasure, language: Language) -> Vec<TimePoint> {
    let one = |point: &TimelinePoint| {
        let date = Date::parse(&point.as_of, format_description!("[year]-[month]-[day]")).ok()?;
        let moment = told.moments.iter().find(|it| it.day == point.as_of);
        let day_words = moment.map_or_else(|| day(date, language), |it| it.words.in_language(language).to_owned());
        let kept = point.source == PointSource::Kept;
        let text = match point.value {
            Some(value) => super::comparison::value_words(value, point.low.zip(point.high)),
            None => words("niet te zeggen", "cannot be said"),
        };
        let text = text.in_language(language).to_owned();
        let how = match (kept, language) {
            (true, Language::Nl) => "toen gemeten en bewaard",
            (true, Language::En) => "measured then and kept",
            (false, Language::Nl) => "nu berekend",
            (false, Language::En) => "computed now",
        };
        let label = format!("{text}, {how}");
        let value = Value { value: point.value, low: point.low, high: point.high, expected: None, words: text, label };
        Some(TimePoint { day: date, day_words, kept, value })
    };
    measure.points.iter().filter_map(one).collect()
}
