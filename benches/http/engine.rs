//! The same questions put to the front office itself, on one thread: what an answer costs without HTTP around it.

use super::{Result, Times};
use kortelijnen::desk::{ANSWERS_DEFAULT, Office, Switchboards, WhoAsked, WhoAsks, WhoLimits, WhoWhat};
use kortelijnen::exchange::shipped;
use kortelijnen::live::{Live, Store};
use kortelijnen::model::*;
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};
use time::Date;

/// The day on which everything is asked.
const TODAY: Date = time::macros::date!(2026 - 11 - 22);
/// Coalitions that are kept ready: all.
const BOARDS_MAX: usize = 100_000;
/// Most suggestions, as the settings have it.
const GUESSES_MAX: usize = 8;

/// Asks every question once to make every coalition ready, and again for so many seconds with the clock on.
pub fn ask(store: &Path, bodies: &Path, seconds: u64) -> Result<()> {
    let live = Live::open(Store::open(store)?, shipped::shipped()?.catalogue)?;
    let (snapshot, boards) = (live.snapshot(), Switchboards::new(BOARDS_MAX, BOARDS_MAX));
    let limits = WhoLimits { answers_max: ANSWERS_DEFAULT, guesses_max: GUESSES_MAX };
    let office = Office::new(&snapshot.register, TODAY);
    let text = std::fs::read_to_string(bodies)?;
    let questions = text.lines().map(question).collect::<Result<Vec<WhoAsked>>>()?;
    let answer = |asked: &WhoAsked| -> Result<usize> {
        let told = office.who_to_call(asked, &boards, &limits).map_err(|faults| format!("{asked:?}: {faults:?}"))?;
        Ok(serde_json::to_vec(&told)?.len())
    };
    let mut first = Times::default();
    for asked in &questions {
        let began = Instant::now();
        answer(asked)?;
        first.add(began.elapsed());
    }
    first.tell("in process, each for the first time");
    let (mut times, until) = (Times::default(), Instant::now() + Duration::from_secs(seconds));
    let mut bytes = 0;
    for asked in questions.iter().cycle() {
        let began = Instant::now();
        if began >= until {
            break;
        }
        bytes += answer(asked)?;
        times.add(began.elapsed());
    }
    times.tell("in process, again");
    println!("{:.0} bytes each", bytes as f64 / times.count().max(1) as f64);
    Ok(())
}

/// A body as the front office hears it.
fn question(line: &str) -> Result<WhoAsked> {
    let body: Value = serde_json::from_str(line)?;
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let what = match (text(&body["need"]), text(&body["text"])) {
        (Some(code), _) => WhoWhat::Need(NeedCode::new(code)?),
        (None, Some(text)) => WhoWhat::Text(text),
        _ => return Err(format!("a question asks a need or a text: {line}").into()),
    };
    let from = match (text(&body["from"]["kind"]), text(&body["from"]["organisation"])) {
        (Some(code), _) => WhoAsks::Kind(KindCode::new(code)?),
        (None, Some(organisation)) => WhoAsks::Organisation(organisation),
        _ => WhoAsks::Nobody,
    };
    Ok(WhoAsked { coalition: text(&body["coalition"]), what, from, place: None, as_of: None, answers: ANSWERS_DEFAULT })
}
