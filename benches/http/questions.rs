//! The questions of the comparison, made from what a running server knows: the same register and seed give the same files.
//!
//! `known.jsonl`: a need by its code, in a coalition, asked by a kind of partner or by one of its partners.
//! `text.jsonl`: a word or two as people type them, in a coalition: names and synonyms of needs and kinds, begun, misspelt, or right.
//! `suggestions.jsonl`: what is typed on the way there, three letters or more.

use super::Result;
use super::asker::draw;
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::Path;

/// Questions in each file.
const QUESTIONS: usize = 50_000;
/// Coalitions whose partners are read, to ask in their name.
const COALITIONS_READ: usize = 60;
/// Of a hundred texts: right as they stand in the catalogue, and those or only begun; the others have one typing error.
const RIGHT_PERCENT: usize = 50;
const BEGUN_PERCENT: usize = 70;
/// Fewest letters of a word that is begun or misspelt.
const LETTERS_MIN: usize = 3;

/// Writes the files into a folder, which is made.
pub fn write(address: &str, folder: &Path, seed: u64) -> Result<()> {
    let list = |value: Value| value.as_array().cloned().unwrap_or_default();
    let texts = |rows: &Value, field: &str| -> Vec<String> {
        rows.as_array().into_iter().flatten().filter_map(|row| Some(row[field].as_str()?.to_owned())).collect()
    };
    let coalitions = texts(&Value::Array(list(read(address, "/v1/coalitions")?)), "id");
    let catalogue = read(address, "/v1/catalogue")?;
    let (needs, kinds) = (texts(&catalogue["needs"], "code"), texts(&catalogue["kinds"], "code"));
    let words: Vec<String> =
        ["needs", "kinds"].iter().flat_map(|rows| list(catalogue[rows].clone())).flat_map(spellings).collect();
    if coalitions.is_empty() || needs.is_empty() || kinds.is_empty() || words.is_empty() {
        return Err("the server knows no coalition or has no catalogue".into());
    }
    let mut partners = Vec::new();
    for coalition in coalitions.iter().take(COALITIONS_READ) {
        let answer = read(address, &format!("/v1/coalitions/{coalition}/partners"))?;
        partners.extend(texts(&answer["partners"], "id").into_iter().map(|id| (coalition, id)));
    }
    let mut lots = Lots(seed);
    let (mut known, mut text, mut begun) = (String::new(), String::new(), String::new());
    for number in 0..QUESTIONS {
        let (coalition, need) = (lots.one(&coalitions), lots.one(&needs));
        let kind = json!({"coalition": coalition, "need": need, "from": {"kind": lots.one(&kinds)}});
        let asked = match partners.is_empty() || number % 2 == 0 {
            true => kind,
            false => {
                let (coalition, organisation) = lots.one(&partners);
                json!({"coalition": coalition, "need": need, "from": {"organisation": organisation}})
            }
        };
        writeln!(known, "{asked}")?;
        let typed = lots.typed(&words);
        writeln!(text, "{}", json!({"coalition": coalition, "text": typed, "from": {"kind": lots.one(&kinds)}}))?;
        let letters: Vec<char> = typed.chars().collect();
        let from = LETTERS_MIN.min(letters.len());
        let some: String = letters[..from + lots.below(letters.len() - from + 1)].iter().collect();
        writeln!(begun, "{}", json!({"coalition": coalition, "text": some}))?;
    }
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join("known.jsonl"), known)?;
    std::fs::write(folder.join("text.jsonl"), text)?;
    Ok(std::fs::write(folder.join("suggestions.jsonl"), begun)?)
}

/// How people write a row of the catalogue.
fn spellings(row: Value) -> Vec<String> {
    let names = [&row["name"]["nl"], &row["name"]["en"]].into_iter();
    let synonyms = row["synonyms"].as_array().into_iter().flatten();
    names.chain(synonyms).filter_map(|text| text.as_str().map(str::to_lowercase)).collect()
}

struct Lots(u64);

impl Lots {
    fn below(&mut self, limit: usize) -> usize {
        ((u128::from(draw(&mut self.0)) * limit as u128) >> 64) as usize
    }
    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
    /// A word as somebody types it.
    fn typed(&mut self, words: &[String]) -> String {
        let word = self.one(words);
        let mut letters: Vec<char> = word.chars().collect();
        let share = self.below(100);
        if share < RIGHT_PERCENT || letters.len() <= LETTERS_MIN {
            return word.clone();
        }
        // The first letters are right: a word that is wrong from its start is found by nobody.
        let place = LETTERS_MIN + self.below(letters.len() - LETTERS_MIN);
        if share < BEGUN_PERCENT {
            letters.truncate(place + 1);
        } else {
            match self.below(3) {
                0 => drop(letters.remove(place)),
                1 => letters.swap(place - 1, place),
                _ => letters[place] = char::from(b'a' + self.below(26) as u8),
            }
        }
        letters.into_iter().collect::<String>().trim().to_owned()
    }
}

fn read(address: &str, path: &str) -> Result<Value> {
    let mut stream = TcpStream::connect(address)?;
    write!(stream, "GET {path} HTTP/1.0\r\nHost: {address}\r\nAccept: application/json\r\n\r\n")?;
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer)?;
    let head = answer.windows(4).position(|it| it == b"\r\n\r\n").ok_or("the answer has no end of its head")?;
    if answer.get(9..12) != Some(b"200") {
        return Err(format!("{path}: {}", String::from_utf8_lossy(&answer[..answer.len().min(1_000)])).into());
    }
    Ok(serde_json::from_slice(&answer[head + 4..])?)
}
