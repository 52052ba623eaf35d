//! Nothing that somebody types is in a log, at whatever level.

use crate::api::support::Counter;
use serde_json::json;
use std::io::Write;
use std::sync::{Arc, Mutex};
use tracing_subscriber::fmt::MakeWriter;

const TYPED: &str = "Zwaluwenstaartje";
const CONTROL: &str = "een regel om te zien dat er geschreven wordt";

/// Keeps the lines that hold what is looked for.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Write for Lines {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        if [TYPED, &TYPED.to_lowercase(), CONTROL].iter().any(|it| text.contains(it)) {
            self.0.lock().expect("nobody panics with it").push(text.into_owned());
        }
        Ok(line.len())
    }
    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Self;
    fn make_writer(&'a self) -> Self {
        self.clone()
    }
}

#[tokio::test]
async fn what_is_typed_is_in_no_log() {
    let lines = Lines::default();
    // For the whole process: questions are answered on other threads.
    let everything = tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_ansi(false).with_writer(lines.clone());
    everything.try_init().expect("no other test writes a log");
    tracing::debug!("{CONTROL}");
    let counter = Counter::open();
    let asked = [
        json!({"coalition": "leiden", "text": TYPED}),
        json!({"text": format!("mevrouw {TYPED}")}),
        json!({"coalition": "leiden", "need": "schulden", "from": {"organisation": TYPED}}),
        json!({"coalition": "leiden", "need": "schulden", "from": {"place": TYPED}}),
        json!({"coalition": TYPED, "need": "schulden"}),
        json!({"coalition": "leiden", "need": TYPED.to_lowercase()}),
        json!({"coalition": "leiden", "txet": TYPED}),
    ];
    for body in &asked {
        counter.json("POST", "/v1/who-to-call", &[], body).await;
        counter.json("POST", "/v1/who-to-call/suggestions", &[], body).await;
    }
    let unread = format!("{{\"text\": \"{TYPED}");
    counter.ask("POST", "/v1/who-to-call", &["content-type: application/json"], unread).await;
    let lines = lines.0.lock().expect("nobody panics with it").clone();
    assert!(lines.len() == 1 && lines[0].contains(CONTROL), "{lines:#?}");
}
