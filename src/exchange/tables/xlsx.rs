//! A table as a workbook: the table on the first sheet, what it means on the second.

use super::{Cell, Column, ColumnKind, Table};
use crate::model::{Language, Words};
use rust_xlsxwriter::{Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// Narrowest and widest column, in letters.
const WIDTH_CHARS: (usize, usize) = (9, 60);
/// Letters of room beside the longest text.
const WIDTH_ROOM_CHARS: usize = 2;
/// Widest column of the second sheet, where texts wrap, in letters.
const DEFINITION_WIDTH_CHARS: f64 = 60.0;
/// Grey of what is not told and of what is unknown: dark enough on white.
const QUIET: Color = Color::RGB(0x0059_5959);

/// A workbook that cannot be made.
#[derive(Debug, thiserror::Error)]
#[error("the workbook cannot be made: {0}")]
pub struct TableError(#[from] XlsxError);

/// The table in one language, as the bytes of an XLSX file.
///
/// Takes: a table, a language. Gives: two sheets. The first has the table, its names in a row that stays in sight; numbers are numbers,
/// days are days, and a text is never a formula. The second says how the table was made and what every column and name means: definition,
/// unit, source, and when it is not told. The day of creation is that of the table: the same table gives the same bytes.
/// Errors: `TableError` where a title is none for a sheet, or there are more rows than a sheet holds (1 048 576).
/// Cost: O(cells · log).
/// Checked: read back by openpyxl, see `data/oracles`.
pub fn xlsx(table: &Table, language: Language) -> Result<Vec<u8>, TableError> {
    let mut book = Workbook::new();
    let day = table.day;
    let created = ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or(2000), u8::from(day.month()), day.day())?;
    let title = table.title.in_language(language);
    book.set_properties(&DocProperties::new().set_title(title).set_author("Korte Lijnen").set_creation_datetime(&created));
    let sheet = book.add_worksheet();
    sheet.set_name(title)?;
    rows(sheet, table, language)?;
    let sheet = book.add_worksheet();
    sheet.set_name(pick(language, "Definities", "Definitions"))?;
    definitions(sheet, table, language)?;
    Ok(book.save_to_buffer()?)
}

fn pick(language: Language, nl: &'static str, en: &'static str) -> &'static str {
    match language {
        Language::Nl => nl,
        Language::En => en,
    }
}

fn heading() -> Format {
    Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top)
}

fn format(column: &Column) -> Format {
    match column.kind {
        ColumnKind::Text => Format::new(),
        ColumnKind::Whole => Format::new().set_num_format("0"),
        ColumnKind::Decimal(0) => Format::new().set_num_format("0"),
        ColumnKind::Decimal(places) => Format::new().set_num_format(format!("0.{}", "0".repeat(usize::from(places)))),
        ColumnKind::Day => Format::new().set_num_format("yyyy-mm-dd"),
    }
}

fn rows(sheet: &mut Worksheet, table: &Table, language: Language) -> Result<(), TableError> {
    let quiet = Format::new().set_italic().set_font_color(QUIET);
    let formats: Vec<Format> = table.columns.iter().map(format).collect();
    for (place, column) in (0u16..).zip(&table.columns) {
        let name = column.name.in_language(language);
        sheet.write_string_with_format(0, place, name, &heading())?;
        let longest =
            table.rows.iter().filter_map(|row| row.get(usize::from(place))?.words(language)).map(|it| it.chars().count());
        let width = longest.chain([name.chars().count()]).max().unwrap_or_default() + WIDTH_ROOM_CHARS;
        sheet.set_column_width(place, width.clamp(WIDTH_CHARS.0, WIDTH_CHARS.1) as f64)?;
    }
    for (line, row) in (1u32..).zip(&table.rows) {
        for ((place, cell), format) in (0u16..).zip(row).zip(&formats) {
            match cell {
                Cell::Whole(number) => sheet.write_number_with_format(line, place, *number as f64, format)?,
                Cell::Number(number) if number.is_finite() => sheet.write_number_with_format(line, place, *number, format)?,
                Cell::Day(day) => {
                    let year = u16::try_from(day.year()).unwrap_or_default();
                    let date = ExcelDateTime::from_ymd(year, u8::from(day.month()), day.day())?;
                    sheet.write_datetime_with_format(line, place, &date, format)?
                }
                Cell::Text(words) => sheet.write_string(line, place, words.in_language(language))?,
                Cell::Empty => continue,
                Cell::Suppressed(_) | Cell::Unknown | Cell::Number(_) => {
                    sheet.write_string_with_format(line, place, cell.words(language).unwrap_or_default(), &quiet)?
                }
            };
        }
    }
    sheet.set_freeze_panes(1, table.columns_fixed)?;
    let last = u16::try_from(table.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    let end = u32::try_from(table.rows.len()).unwrap_or(u32::MAX);
    if end > 0 {
        sheet.autofilter(0, 0, end, last)?;
    }
    Ok(())
}

fn definitions(sheet: &mut Worksheet, table: &Table, language: Language) -> Result<(), TableError> {
    let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let mut line = 0;
    let mut write = |sheet: &mut Worksheet, cells: &[&str], format: &Format| -> Result<(), TableError> {
        for (place, text) in (0u16..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            sheet.write_string_with_format(line, place, *text, format)?;
        }
        line += 1;
        Ok(())
    };
    let say = |words: &Option<Words>| words.as_ref().map(|it| it.in_language(language).to_owned()).unwrap_or_default();
    let titles = match language {
        Language::Nl => ["Naam", "Definitie", "Eenheid", "Bron", "Wanneer niet getoond"],
        Language::En => ["Name", "Definition", "Unit", "Source", "When not shown"],
    };
    write(sheet, &titles, &heading())?;
    for (name, value) in &table.made {
        write(sheet, &[name.in_language(language), value.in_language(language)], &wrapped)?;
    }
    for column in &table.columns {
        write(sheet, &[column.name.in_language(language), column.definition.in_language(language)], &wrapped)?;
    }
    for it in &table.definitions {
        let (unit, source, suppressed) = (say(&it.unit), say(&it.source), say(&it.suppressed));
        let cells = [it.term.in_language(language), it.meaning.in_language(language), &unit, &source, &suppressed];
        write(sheet, &cells, &wrapped)?;
    }
    for (place, width) in [(0, 32.0), (1, DEFINITION_WIDTH_CHARS), (2, 20.0), (3, 40.0), (4, 40.0)] {
        sheet.set_column_width(place, width)?;
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}
