//! How far a long command is, as one line that is written over; nothing when nobody looks.

use kortelijnen::model::{Language, Words};
use std::io::{IsTerminal, Write};
use std::time::{Duration, Instant};

/// Work that is done sooner shows nothing.
const QUIET: Duration = Duration::from_secs(1);
/// Time between two lines.
const STEP: Duration = Duration::from_millis(200);

/// One line on standard error, when that is a terminal.
pub struct Progress {
    language: Language,
    watched: bool,
    next: Instant,
    shown: bool,
}

impl Progress {
    /// Begins.
    pub fn new(language: Language) -> Self {
        Self::begun_at(Instant::now(), std::io::stderr().is_terminal(), language)
    }

    fn begun_at(start: Instant, watched: bool, language: Language) -> Self {
        Self { language, watched, next: start + QUIET, shown: false }
    }

    /// Tells how far it is, at most five times a second.
    pub fn tell(&mut self, words: impl FnOnce() -> Words) {
        if let Some(line) = self.line(Instant::now(), words) {
            let _ = std::io::stderr().write_all(line.as_bytes());
        }
    }

    /// Tells how many of all facts are done; of the last step, whose end is not known, at once.
    pub fn facts(&mut self, done: usize, all: usize) {
        if done == all && all > 0 {
            self.next = Instant::now();
        }
        self.tell(|| match all {
            _ if done == all => Words { nl: format!("{all} feiten bewaren …"), en: format!("keeping {all} facts …") },
            _ => Words { nl: format!("{done} van {all} feiten"), en: format!("{done} of {all} facts") },
        });
    }

    /// Tells how far a step is, with its share of all; in a step that is called so.
    pub fn share(&mut self, done: usize, all: usize, (nl, en): (&str, &str)) {
        let percent = (done * 100).checked_div(all).unwrap_or(100).min(100);
        self.tell(|| Words {
            nl: format!("{nl}: {done} van {all} ({percent}%)"),
            en: format!("{en}: {done} of {all} ({percent}%)"),
        });
    }

    fn line(&mut self, now: Instant, words: impl FnOnce() -> Words) -> Option<String> {
        if !self.watched || now < self.next {
            return None;
        }
        (self.next, self.shown) = (now + STEP, true);
        Some(format!("\r\x1b[K{}", words().in_language(self.language)))
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if self.shown {
            let _ = std::io::stderr().write_all(b"\r\x1b[K");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines_in(watched: bool, millis: u64) -> Vec<String> {
        let start = Instant::now();
        let mut progress = Progress::begun_at(start, watched, Language::Nl);
        let words = |at| Words { nl: format!("{at}"), en: String::new() };
        let told = (0..millis).filter_map(|at| progress.line(start + Duration::from_millis(at), || words(at)));
        let told = told.collect();
        progress.shown = false;
        told
    }

    #[test]
    fn a_line_comes_after_a_second_and_then_five_times_a_second() {
        assert_eq!(lines_in(true, 1_000), Vec::<String>::new());
        let shown = lines_in(true, 2_000);
        assert_eq!(shown, ["\r\x1b[K1000", "\r\x1b[K1200", "\r\x1b[K1400", "\r\x1b[K1600", "\r\x1b[K1800"]);
    }

    #[test]
    fn nothing_is_told_when_nobody_looks() {
        assert!(lines_in(false, 5_000).is_empty());
    }
}
