//! How wide is a text, and where does a name break? Measured with tables, never with the fonts of the machine: the same map everywhere.

use super::widths;

/// A typeface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Face {
    /// Noto Sans.
    Sans,
    /// Noto Sans Bold.
    Bold,
    /// Noto Sans Italic.
    Italic,
    /// Noto Serif.
    Serif,
    /// Noto Serif Bold.
    SerifBold,
}

impl Face {
    fn table(self) -> &'static [u16] {
        match self {
            Self::Sans => &widths::SANS,
            Self::Bold => &widths::SANS_BOLD,
            Self::Italic => &widths::SANS_ITALIC,
            Self::Serif => &widths::SERIF,
            Self::SerifBold => &widths::SERIF_BOLD,
        }
    }
}

/// Width of a text; a letter outside the tables counts as 0.6 em.
pub fn width(words: &str, size: f64, face: Face) -> f64 {
    let table = face.table();
    let letters = (widths::LAST - widths::FIRST + 1) as usize;
    let one = |c: char| match u32::from(c) {
        code if (widths::FIRST..=widths::LAST).contains(&code) => table[(code - widths::FIRST) as usize],
        _ => widths::SIGNS.chars().position(|s| s == c).map_or(600, |at| table[letters + at]),
    };
    words.chars().map(|c| f64::from(one(c))).sum::<f64>() * size / 1000.0
}

/// Where a compound may break.
const JOINTS: &[(&str, &str)] = &[
    ("erloskundigen", "praktijk"),
    ("erloskundig", "centrum"),
    ("amenwerkings", "verband"),
    ("amenwerkings", "overeenkomst"),
    ("chuldhulp", "verlening"),
    ("eugdgezondheids", "zorg"),
    ("rvarings", "deskundige"),
    ("org", "verzekeraar"),
    ("oning", "corporatie"),
    ("olwassenen", "educatie"),
    ("wangerschaps", "begeleiding"),
    ("ensen", "handel"),
    ("erslavings", "zorg"),
    ("ehandicapten", "zorg"),
    ("erstandelijk", "gehandicapten"),
    ("pleidings", "instituut"),
    ("rouwen", "opvang"),
    ("inder", "bescherming"),
    ("inder", "dagverblijf"),
    ("ezondheids", "centrum"),
    ("ezondheids", "dienst"),
    ("uisartsen", "praktijk"),
    ("aatschappelijke", "dienstverlening"),
    ("rijwilligers", "organisatie"),
    ("elzijns", "organisatie"),
    ("onsultatie", "bureau"),
    ("erloskundigen", "kring"),
    ("uurt", "team"),
];

/// Short forms, tried when a name does not fit and has no short name of its own.
const SHORT: &[(&str, &str)] = &[
    ("Basisschool", "Bs."),
    ("Verloskundigenpraktijk", "Verlosk.praktijk"),
    ("Verloskundig Samenwerkingsverband", "VSV"),
    ("Jeugdgezondheidszorg", "JGZ"),
    ("Medisch maatschappelijk werk", "Med. maatsch. werk"),
    ("Maatschappelijke", "Maatsch."),
    ("Huisartsenpraktijk", "Huisartsen"),
    ("Woningcorporatie", "Woningcorp."),
    ("Regionale ondersteuning", "Reg. ondersteuning"),
    ("Zorgverzekeraar", "Verzekeraar"),
];

/// Room for a text.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// Width of a line.
    pub width: f64,
    /// Size of the letters.
    pub size: f64,
    /// Face.
    pub face: Face,
    /// How many lines at most.
    pub lines: usize,
}

impl Room {
    fn fits(&self, words: &str) -> bool {
        width(words, self.size, self.face) <= self.width
    }
}

/// A name in lines: fewest lines, then fewest hyphens, then the smallest longest line. Too long for its room: its own short
/// name, then a short form, then cut with "…".
pub fn wrap(name: &str, short_name: Option<&str>, room: Room) -> Vec<String> {
    let name = name.trim();
    broken(name, room)
        .or_else(|| short_name.and_then(|short| broken(short.trim(), room)))
        .or_else(|| shortened(name, room))
        .unwrap_or_else(|| cut(name, room))
}

/// A sentence in as many lines as it needs. A middle dot stays behind what it follows.
pub fn flow(words: &str, room: f64, size: f64, face: Face) -> Vec<String> {
    let room = Room { width: room, size, face, lines: 1 };
    let mut lines: Vec<String> = Vec::new();
    let mut words = words.split_whitespace().peekable();
    while let Some(word) = words.next() {
        let word = words.next_if_eq(&"·").map_or_else(|| word.to_owned(), |dot| format!("{word} {dot}"));
        let longer = lines.last().map(|line| format!("{line} {word}")).filter(|line| room.fits(line));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(ellipsis(&word, room)),
        }
    }
    lines
}

/// The short forms one after another, until it fits.
fn shortened(name: &str, room: Room) -> Option<Vec<String>> {
    let mut name = name.to_owned();
    SHORT.iter().find_map(|(long, short)| {
        name.contains(long).then(|| name = name.replace(long, short))?;
        broken(&name, room)
    })
}

/// Fills line after line; what is left over is cut.
fn cut(name: &str, room: Room) -> Vec<String> {
    let mut lines = Vec::new();
    let mut rest = name;
    while lines.len() + 1 < room.lines {
        let Some((at, _)) = rest.match_indices(' ').rfind(|(at, _)| room.fits(&rest[..*at])) else { break };
        lines.push(rest[..at].to_owned());
        rest = rest[at..].trim_start();
    }
    lines.push(ellipsis(rest, room));
    lines
}

/// One line, cut with "…" where it does not fit.
fn ellipsis(words: &str, room: Room) -> String {
    if room.fits(words) {
        return words.to_owned();
    }
    let ends = words.char_indices().map(|(at, _)| at).rev();
    let fitting = ends.map(|at| format!("{}…", words[..at].trim_end())).find(|line| room.fits(line));
    fitting.unwrap_or_else(|| "…".to_owned())
}

/// A piece of a name, and what stands after it: a space or a hidden hyphen.
struct Piece<'a> {
    words: &'a str,
    hyphen: bool,
}

fn pieces(name: &str) -> Vec<Piece<'_>> {
    let mut out = Vec::new();
    for word in name.split_whitespace() {
        let joint = JOINTS.iter().find_map(|(head, tail)| {
            let at = head.len() + word.find(&format!("{head}{tail}"))?;
            Some((&word[..at], &word[at..]))
        });
        match joint {
            Some((head, tail)) => {
                out.push(Piece { words: head, hyphen: true });
                out.push(Piece { words: tail, hyphen: false });
            }
            None => out.push(Piece { words: word, hyphen: false }),
        }
    }
    out
}

/// Lines, hyphens, longest line in 1/100 u: what makes one breaking better than another.
type Cost = (usize, usize, u64);

/// A breaking and its cost; absent where none fits.
type Best = Option<(Cost, Vec<String>)>;

/// The best breaking, from the last piece to the first; nothing if it fits in no way.
fn broken(name: &str, room: Room) -> Option<Vec<String>> {
    let pieces = pieces(name);
    let count = pieces.len();
    // best[lines][i]: the pieces from i on, in at most that many lines.
    let mut best: Vec<Vec<Best>> = vec![vec![None; count + 1]; room.lines + 1];
    for row in &mut best {
        row[count] = Some(((0, 0, 0), Vec::new()));
    }
    for left in 1..=room.lines {
        for from in (0..count).rev() {
            best[left][from] = better(&pieces, from, room, &best[left - 1]);
        }
    }
    best.swap_remove(room.lines).swap_remove(0).map(|(_, lines)| lines)
}

/// The best first line from a piece on, given the best of what follows.
fn better(pieces: &[Piece<'_>], from: usize, room: Room, rest: &[Best]) -> Best {
    let mut best: Best = None;
    let mut line = String::new();
    for (at, piece) in pieces.iter().enumerate().skip(from) {
        line.push_str(piece.words);
        if !room.fits(&line) {
            break;
        }
        let shown = if piece.hyphen { format!("{line}-") } else { line.clone() };
        if let Some(((lines, hyphens, longest), tail)) = rest[at + 1].as_ref().filter(|_| room.fits(&shown)) {
            let own = (width(&shown, room.size, room.face) * 100.0).round() as u64;
            let cost = (lines + 1, hyphens + usize::from(piece.hyphen), own.max(*longest));
            if best.as_ref().is_none_or(|(known, _)| cost < *known) {
                best = Some((cost, std::iter::once(shown).chain(tail.iter().cloned()).collect()));
            }
        }
        if !piece.hyphen {
            line.push(' ');
        }
    }
    best
}
