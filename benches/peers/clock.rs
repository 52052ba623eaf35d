//! Times tasks, and writes what every runner of the comparison writes.

use cpu_time::ProcessTime;
use serde_json::{Map, Value, json};
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

/// A task is repeated at least so often, and then up to so often while it is quick; the median counts.
const REPEATS_MIN: usize = 3;
const REPEATS_MAX: usize = 25;
/// Seconds after which a quick task is not repeated further, and a slow one not again at all.
const QUICK_S: f64 = 0.5;
const SLOW_S: f64 = 15.0;

/// Seconds and values of one run.
pub struct Clock {
    size: String,
    tasks: Map<String, Value>,
    values: Map<String, Value>,
}

impl Clock {
    /// Takes the size of the network.
    pub fn new(size: &str) -> Self {
        Self { size: size.to_owned(), tasks: Map::new(), values: Map::new() }
    }
    /// Does a task often enough; gives its last answer.
    pub fn time<T>(&mut self, name: &str, mut task: impl FnMut() -> T) -> T {
        self.time_with(name, || (), |()| task())
    }
    /// The same for a task that uses up what it is given, which is made outside the clock.
    pub fn time_with<I, T>(&mut self, name: &str, make: impl Fn() -> I, mut task: impl FnMut(I) -> T) -> T {
        let (mut wall, mut cpu) = (Vec::new(), Vec::new());
        loop {
            let given = make();
            let (wall_start, cpu_start) = (Instant::now(), ProcessTime::now());
            let answer = black_box(task(black_box(given)));
            cpu.push(cpu_start.elapsed().as_secs_f64());
            wall.push(wall_start.elapsed().as_secs_f64());
            let used: f64 = wall.iter().sum();
            if used > SLOW_S || wall.len() >= REPEATS_MAX || (wall.len() >= REPEATS_MIN && used > QUICK_S) {
                self.note(name, &wall, &cpu);
                return answer;
            }
        }
    }
    /// Asks every question once, after a first round that does not count; times each by itself. Gives the answers.
    pub fn each<Q, T>(&mut self, name: &str, questions: &[Q], mut answer: impl FnMut(&Q) -> T) -> Vec<T> {
        questions.iter().for_each(|question| drop(black_box(answer(black_box(question)))));
        let mut wall = Vec::with_capacity(questions.len());
        let cpu = ProcessTime::now();
        let answers = questions
            .iter()
            .map(|question| {
                let start = Instant::now();
                let answer = black_box(answer(black_box(question)));
                wall.push(start.elapsed().as_secs_f64());
                answer
            })
            .collect();
        let (cpu, sum) = (cpu.elapsed().as_secs_f64(), wall.iter().sum::<f64>());
        let [p50_us, p99_us, max_us] = [0.5, 0.99, 1.0].map(|share| quantile(&wall, share) * 1e6);
        println!("kortelijnen {} {name}: p50 {p50_us:.3} us p99 {p99_us:.3} us max {max_us:.1} us", self.size);
        let task = json!({"s": sum, "cpu": cpu, "queries": questions.len(), "p50_us": p50_us, "p99_us": p99_us, "max_us": max_us,
            "rss_mb": memory_peak_mb()});
        self.tasks.insert(name.to_owned(), task);
        answers
    }
    /// Keeps a value for the others to agree with.
    pub fn value(&mut self, name: &str, value: Value) {
        self.values.insert(name.to_owned(), value);
    }
    /// Writes the result.
    pub fn write(self, path: &Path) -> super::Result<()> {
        let (version, size) = (env!("CARGO_PKG_VERSION"), self.size);
        let result = json!({"peer": "kortelijnen", "version": version, "size": size, "tasks": self.tasks, "values": self.values});
        Ok(std::fs::write(path, serde_json::to_string_pretty(&result)?)?)
    }

    fn note(&mut self, name: &str, wall: &[f64], cpu: &[f64]) {
        let least = wall.iter().copied().fold(f64::INFINITY, f64::min);
        let (wall_median, cpu_median) = (median(wall), median(cpu));
        println!("kortelijnen {} {name}: wall {wall_median:.6} cpu {cpu_median:.6}", self.size);
        let task = json!({"s": wall_median, "min": least, "cpu": cpu_median, "all": wall, "rss_mb": memory_peak_mb()});
        self.tasks.insert(name.to_owned(), task);
    }
}

fn median(numbers: &[f64]) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted[sorted.len() / 2]
}

/// The number below which this share of them lies.
fn quantile(numbers: &[f64], share: f64) -> f64 {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    let place = (sorted.len() as f64 * share) as usize;
    sorted.get(place.min(sorted.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

/// The most memory this process held, in MB; absent where the system does not tell.
fn memory_peak_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<f64>().ok().map(|kilobytes| kilobytes / 1024.0)
}
