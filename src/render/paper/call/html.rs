//! The card for a browser: one file with everything in it; telephone numbers and mail addresses are links.

use std::fmt::Write;

use super::super::words;
use super::{Call, CallAsks, CallCard, CallDesks, CallSize, Reach, wallet};
use crate::render::svg::escape;

/// Look on a screen, on A4, and cut out of it.
const CSS: &str = include_str!("call.css");

/// Writes a card.
pub fn write(card: &CallCard) -> String {
    let mut out = String::with_capacity(32 * 1024);
    let (lang, title, place) = (words::code(card.language), escape(&card.title), escape(&card.place));
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title} – {place}</title>\n\
         <style>{CSS}</style>\n</head>\n<body>\n"
    );
    match card.size {
        CallSize::A4 => sheet(&mut out, card),
        CallSize::Wallet => pocket(&mut out, card),
    }
    let _ = write!(out, "<footer><p>{}</p></footer>\n</body>\n</html>\n", escape(&card.footer));
    out
}

fn sheet(out: &mut String, card: &CallCard) {
    out.push_str("<main>\n");
    head(out, card, true);
    alert(out, card);
    if let Some(list) = &card.asks {
        asks(out, list);
    }
    if !card.calls.is_empty() {
        table(out, card);
    }
    if let Some(without) = &card.without {
        let _ = writeln!(out, "<p class=\"without\">{}</p>", escape(without));
    }
    for desks in card.desks.iter().chain(&card.parents) {
        grid(out, desks);
    }
    card.notes.iter().for_each(|note| line(out, "note", note));
    out.push_str("</main>\n");
}

/// Two panels, each as large as a bank card when printed.
fn pocket(out: &mut String, card: &CallCard) {
    let plan = wallet::plan(card);
    let _ = writeln!(
        out,
        "<main class=\"pocket\">\n<p class=\"howto\">{}</p>\n<div class=\"card\">",
        words::cut_and_fold(card.language)
    );
    out.push_str("<div class=\"panel\">\n");
    head(out, card, false);
    if let Some(alert) = &card.alert {
        line(out, "lead", &alert.words);
    }
    if !plan.front.is_empty() {
        rows(out, card, &plan.front);
    }
    out.push_str("</div>\n<div class=\"panel\">\n");
    if !plan.back.is_empty() {
        rows(out, card, &plan.back);
    }
    if let Some(alert) = &card.alert {
        let _ = writeln!(out, "<ol>{}</ol>", items(&alert.steps));
    }
    out.push_str("<div class=\"tail\">\n");
    if let Some(parents) = card.parents.as_ref().filter(|_| plan.parents > 0) {
        line(out, "strong", &parents.title);
        for desk in &parents.desks[..plan.parents] {
            let reach = desk.reach.first().map(link).unwrap_or_default();
            let doubt = desk.doubt.as_ref().map(|it| format!(" <small>({})</small>", escape(it))).unwrap_or_default();
            let _ = writeln!(out, "<p>{} {reach}{doubt}</p>", escape(&desk.name));
        }
    }
    if plan.left_out > 0 {
        line(out, "strong", &words::left_out(plan.left_out, card.live.is_some(), card.language));
    }
    card.notes.iter().for_each(|note| line(out, "note", note));
    out.push_str("</div>\n</div>\n</div>\n</main>\n");
}

fn line(out: &mut String, class: &str, text: &str) {
    let _ = writeln!(out, "<p class=\"{class}\">{}</p>", escape(text));
}

/// What it is, where, of when; and the square with its address beside it.
fn head(out: &mut String, card: &CallCard, whole: bool) {
    out.push_str("<header>\n<div>\n");
    line(out, "kicker", &card.kicker);
    let _ = writeln!(out, "<h1>{}</h1>", escape(&card.title));
    line(out, "place", &card.place);
    line(out, "stand", &card.stand);
    for checked in card.checked.iter().filter(|_| whole) {
        line(out, "stand", checked);
    }
    if let Some(live) = &card.live {
        let (address, shown) = (escape(&live.address), escape(live.shown()));
        let _ = writeln!(out, "<p class=\"live\">{} <a href=\"{address}\">{shown}</a></p>", escape(&live.words));
    }
    out.push_str("</div>\n");
    if let Some((code, told)) = card.square() {
        let _ = writeln!(out, "{}", code.svg(&told));
    }
    out.push_str("</header>\n");
}

fn alert(out: &mut String, card: &CallCard) {
    let Some(alert) = &card.alert else { return };
    line(out, "lead", &alert.words);
    let title = escape(&alert.title);
    let _ = writeln!(out, "<div class=\"ask\"><p class=\"ask-title\">{title}</p><ol>{}</ol></div>", items(&alert.steps));
}

/// A row for the needs with the same partners to ask.
fn asks(out: &mut String, asks: &CallAsks) {
    if !asks.rows.is_empty() {
        out.push_str("<table class=\"asks\">\n<thead><tr>");
        asks.columns.iter().for_each(|name| {
            let _ = write!(out, "<th scope=\"col\">{}</th>", escape(name));
        });
        out.push_str("</tr></thead>\n");
        for (needs, whom) in &asks.rows {
            let (needs, whom) = (escape(needs), escape(whom));
            let _ = writeln!(out, "<tbody><tr><th scope=\"row\">{needs}</th><td>{whom}</td></tr></tbody>");
        }
        out.push_str("</table>\n");
    }
    asks.nobody.iter().for_each(|text| line(out, "without", text));
}

fn items(texts: &[String]) -> String {
    texts.iter().map(|text| format!("<li>{}</li>", escape(text))).collect()
}

/// A row for each desk: the needs, below them its name, beside them the number.
fn rows(out: &mut String, card: &CallCard, calls: &[Call]) {
    let _ = writeln!(out, "<ul class=\"rows\" aria-label=\"{}\">", escape(&card.caption));
    for call in calls {
        let _ = write!(out, "<li><p class=\"strong\">{}</p>", escape(&call.need()));
        if let Some(line) = call.lines.first() {
            let doubt = line.doubt.as_ref().map(|it| format!(" <small>({})</small>", escape(it))).unwrap_or_default();
            let reach = link(&line.reach);
            let _ = match line.reach.is_number() {
                true => write!(out, "<p>{}{doubt}</p><p class=\"reach\">{reach}</p>", escape(&line.desk)),
                false => write!(out, "<p>{} · {reach}{doubt}</p>", escape(&line.desk)),
            };
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n");
}

/// A row for each need and desk.
fn table(out: &mut String, card: &CallCard) {
    let _ = write!(out, "<table>\n<caption>{}</caption>\n<thead><tr>", escape(&card.caption));
    card.columns.iter().for_each(|name| {
        let _ = write!(out, "<th scope=\"col\">{}</th>", escape(name));
    });
    out.push_str("</tr></thead>\n");
    for Call { needs, lines } in &card.calls {
        out.push_str("<tbody>\n");
        for (place, line) in lines.iter().enumerate() {
            out.push_str("<tr>");
            if place == 0 {
                let span = if lines.len() > 1 { format!(" rowspan=\"{}\"", lines.len()) } else { String::new() };
                let _ = write!(out, "<th scope=\"rowgroup\"{span}>{}</th>", escape(&needs.join("; ")));
            }
            let doubt = line.doubt.as_ref().map(|it| format!(" <small>{}</small>", escape(it))).unwrap_or_default();
            let _ = writeln!(out, "<td>{}{doubt}</td><td class=\"reach\">{}</td></tr>", escape(&line.desk), link(&line.reach));
        }
        out.push_str("</tbody>\n");
    }
    out.push_str("</table>\n");
}

fn grid(out: &mut String, desks: &CallDesks) {
    let _ = writeln!(out, "<section>\n<h2>{}</h2>", escape(&desks.title));
    if let Some(note) = &desks.note {
        line(out, "note", note);
    }
    out.push_str("<ul class=\"desks\">\n");
    for desk in &desks.desks {
        let reach = desk.reach.iter().map(link).collect::<Vec<_>>().join(" · ");
        let _ = write!(out, "<li><p class=\"name\">{}</p><p class=\"reach\">{reach}</p>", escape(&desk.name));
        desk.lines.iter().for_each(|text| {
            let _ = write!(out, "<p class=\"small\">{}</p>", escape(text));
        });
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

fn link(reach: &Reach) -> String {
    let text = escape(&reach.text);
    reach.href.as_ref().map_or_else(|| text.clone(), |href| format!("<a href=\"{}\">{text}</a>", escape(href)))
}
