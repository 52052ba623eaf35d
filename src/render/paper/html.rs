//! The writer for a browser: one file with everything in it; every text is escaped; a table keeps its roles where it becomes rows.

use std::fmt::Write;

use super::words;
use super::{Block, Paper, PaperTable};
use crate::render::svg::escape;
use crate::render::{PartnerMap, Width, draw, svg};

/// Look, and how it fits a phone and a sheet of A4.
const CSS: &str = include_str!("report.css");

/// Writes a document.
pub fn write(paper: &Paper) -> String {
    let mut out = String::with_capacity(64 * 1024);
    let lang = words::code(paper.language);
    let title = escape(&paper.title);
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} – {title}</title>\n\
         <style>{CSS}</style>\n</head>\n<body>\n<main>\n<header>\n<p class=\"kicker\">{}</p>\n<h1>{title}</h1>\n\
         <p class=\"stand\">{}</p>\n</header>\n",
        escape(&paper.kicker),
        escape(&paper.kicker),
        escape(&paper.stand)
    );
    let mut open = false;
    for (place, block) in paper.blocks.iter().enumerate() {
        if let Block::Heading(1, text) = block {
            out.push_str(if open { "</section>\n" } else { "" });
            open = true;
            let _ = writeln!(out, "<section aria-labelledby=\"h{place}\">\n<h2 id=\"h{place}\">{}</h2>", escape(text));
        } else {
            write_block(&mut out, block, place);
        }
    }
    out.push_str(if open { "</section>\n" } else { "" });
    let _ = write!(out, "</main>\n<footer><p>{}</p></footer>\n</body>\n</html>\n", escape(&paper.footer));
    out
}

fn write_block(out: &mut String, block: &Block, place: usize) {
    let _ = match block {
        Block::Heading(_, text) => writeln!(out, "<h3>{}</h3>", escape(text)),
        Block::Lead(text) => writeln!(out, "<p class=\"lead\">{}</p>", escape(text)),
        Block::Text(text) => writeln!(out, "<p>{}</p>", escape(text)),
        Block::Note(text) => writeln!(out, "<p class=\"note\">{}</p>", escape(text)),
        Block::Alert(text) => writeln!(out, "<p class=\"alert\">{}</p>", escape(text)),
        Block::Numbered(1, items) => writeln!(out, "<ol>{}</ol>", list(items)),
        Block::Numbered(from, items) => writeln!(out, "<ol start=\"{from}\">{}</ol>", list(items)),
        Block::Bullets(items) => writeln!(out, "<ul>{}</ul>", list(items)),
        Block::Ask(title, items) => {
            writeln!(out, "<div class=\"ask\"><p class=\"ask-title\">{}</p><ul>{}</ul></div>", escape(title), list(items))
        }
        Block::Table(table) => {
            write_table(out, table);
            Ok(())
        }
        Block::Map(map) => {
            write_map(out, map, place);
            Ok(())
        }
    };
}

fn list(items: &[String]) -> String {
    items.iter().map(|item| format!("<li>{}</li>", escape(item))).collect()
}

/// The roles stand in it, as a browser forgets those of a table that it shows as rows.
fn write_table(out: &mut String, table: &PaperTable) {
    let _ = write!(
        out,
        "<table role=\"table\">\n<caption>{}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">",
        escape(&table.caption)
    );
    for (name, number) in &table.header {
        let class = if *number { " class=\"number\"" } else { "" };
        let _ = write!(out, "<th scope=\"col\" role=\"columnheader\"{class}>{}</th>", escape(name));
    }
    out.push_str("</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for row in &table.rows {
        out.push_str("<tr role=\"row\">");
        for (column, text) in row.iter().enumerate() {
            let (name, number) = table.header.get(column).map_or(("", false), |(name, number)| (name.as_str(), *number));
            let (name, text, class) = (escape(name), escape(text), if number { " class=\"number\"" } else { "" });
            let _ = match column {
                0 => write!(out, "<th scope=\"row\" role=\"rowheader\">{text}</th>"),
                _ => write!(out, "<td role=\"cell\" data-name=\"{name}\"{class}><span>{text}</span></td>"),
            };
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n");
}

/// Both drawings; the style sheet shows the one that fits. A file that stands alone has no pages to lead to. Every figure has ids of
/// its own.
fn write_map(out: &mut String, map: &PartnerMap, place: usize) {
    let _ = writeln!(out, "<figure aria-labelledby=\"f{place}\">");
    for (width, class) in [(Width::Wide, "wide"), (Width::Slim, "slim")] {
        let mut scene = draw(map, width).without_links();
        scene.id = format!("f{place}-{}", scene.id);
        let _ = writeln!(out, "<div class=\"{class}\">{}</div>", svg::write(&scene, None));
    }
    let title = map.scenario.as_ref().map_or_else(|| map.title.clone(), |it| format!("{}, {}", map.title, it.title));
    let caption = format!("{title}. {}", map.sentence);
    let _ = writeln!(out, "<figcaption id=\"f{place}\">{}</figcaption>\n</figure>", escape(&caption));
}
