//! The report as a document in one language, ready for a browser or a printer.

use super::super::office::*;
use super::super::reading::Reading;
use super::super::words::*;
use super::{Report, ReportPart, ReportPile, ReportSection, ReportTable};
use crate::model::*;
use crate::render::PartnerMap;
use crate::render::paper::{Block, Paper, PaperTable};
use time::Date;

impl Office<'_> {
    /// The report of a coalition as a document with its map, in one language. Takes and errors as [`Office::report`].
    pub fn paper(
        &self,
        coalition: &str,
        language: Language,
        reading: impl Into<Reading>,
        since: Option<Date>,
    ) -> Result<Paper, DeskError> {
        let reading = reading.into();
        let (report, pairs) = self.report_with_pairs(coalition, reading.clone(), since)?;
        let mut maps = vec![self.map(coalition, language, reading.clone())?];
        // Every pair comes from the same register: it can be supposed.
        if let (false, Ok(map)) = (pairs.is_empty(), self.what_if_map(coalition, language, &pairs, pairs.len(), reading)) {
            maps.push(map);
        }
        // Paper lies about: it names functions and desks, and no persons.
        maps.iter_mut().flat_map(|map| &mut map.cards).for_each(|card| card.people.clear());
        let with_plan = if maps.len() > 1 { maps.pop() } else { None };
        Ok(report.paper(maps.remove(0), with_plan, language))
    }
}

impl Report {
    /// The document: front page, map, the eight questions, the plan with its map if it proposes anything, the method.
    pub fn paper(&self, map: PartnerMap, with_plan: Option<PartnerMap>, language: Language) -> Paper {
        let mut desk = Desk { language, blocks: Vec::new() };
        let (stand, footer) = (map.stand.clone(), self.footer(language));
        desk.front(self, map);
        for (number, section) in self.sections.iter().enumerate() {
            desk.section(section, Some(number + 1));
        }
        desk.section(&self.plan, None);
        desk.blocks.extend(with_plan.map(|map| Block::Map(Box::new(map))));
        if let Some(measures) = &self.measures {
            desk.section(measures, None);
        }
        desk.section(&self.method, None);
        Paper {
            language,
            kicker: pick(language, "Rapport over de lijnen · Kansrijke Start", "Report on the lines · Kansrijke Start")
                .to_owned(),
            title: self.name.to_string(),
            stand,
            footer,
            blocks: desk.blocks,
        }
    }

    fn footer(&self, language: Language) -> String {
        let when = self.as_of_words.in_language(language);
        match language {
            Language::Nl => {
                format!("{} · stand {when} · norm {} · versie {} · Korte Lijnen", self.name, self.norm, self.version)
            }
            Language::En => {
                format!("{} · as of {when} · norm {} · version {} · Korte Lijnen", self.name, self.norm, self.version)
            }
        }
    }
}

/// Collects the parts of the document.
struct Desk {
    language: Language,
    blocks: Vec<Block>,
}

impl Desk {
    fn told(&self, words: &Words) -> String {
        words.in_language(self.language).to_owned()
    }

    fn all(&self, words: &[Words]) -> Vec<String> {
        words.iter().map(|it| self.told(it)).collect()
    }

    fn front(&mut self, report: &Report, map: PartnerMap) {
        let front = &report.front;
        let heading = pick(self.language, "Zo staat het ervoor", "How it stands").to_owned();
        self.blocks.push(Block::Heading(1, heading));
        for (place, sentence) in front.standing.iter().enumerate() {
            let text = self.told(sentence);
            self.blocks.push(if place == 0 { Block::Lead(text) } else { Block::Text(text) });
        }
        self.blocks.push(Block::Text(self.told(&front.partners)));
        for warning in &front.warnings {
            self.blocks.push(Block::Alert(self.told(warning)));
        }
        for ReportPile { title, from, findings } in &front.piles {
            self.blocks.push(Block::Heading(2, self.told(title)));
            self.blocks.push(Block::Numbered(*from, self.all(findings)));
        }
        self.blocks.push(Block::Note(self.told(&report.certainty)));
        self.blocks.push(Block::Map(Box::new(map)));
        if !front.lines.rows.is_empty() {
            let heading = pick(self.language, "De lijnen van de kaart", "The lines of the map").to_owned();
            self.blocks.push(Block::Heading(1, heading));
            self.table(&front.lines);
        }
    }

    fn section(&mut self, section: &ReportSection, number: Option<usize>) {
        let question = self.told(&section.question);
        let heading = number.map_or_else(|| question.clone(), |number| format!("{number}. {question}"));
        self.blocks.push(Block::Heading(1, heading));
        self.blocks.push(Block::Lead(self.told(&section.answer)));
        for text in &section.text {
            self.blocks.push(Block::Text(self.told(text)));
        }
        for table in &section.tables {
            self.table(table);
        }
        for ReportPart { heading, numbered, items } in &section.parts {
            self.blocks.push(Block::Heading(2, self.told(heading)));
            let items = self.all(items);
            self.blocks.push(if *numbered { Block::Numbered(1, items) } else { Block::Bullets(items) });
        }
        if !section.ask.is_empty() {
            let title = pick(self.language, "Om te vragen en te bespreken", "To ask and discuss").to_owned();
            self.blocks.push(Block::Ask(title, self.all(&section.ask)));
        }
        for note in &section.notes {
            self.blocks.push(Block::Note(self.told(note)));
        }
    }

    fn table(&mut self, table: &ReportTable) {
        let header = table.header.iter().map(|column| (self.told(&column.name), column.number)).collect();
        let rows = table.rows.iter().map(|row| self.all(row)).collect();
        self.blocks.push(Block::Table(PaperTable { caption: self.told(&table.caption), header, rows }));
    }
}
