//! Load for a server on this machine: the same questions over a few connections, as fast as answers come.
//!
//! ```text
//! load ask ADDRESS PATH [BODIES] [option=value …]   asks, prints answers a second and times, as text and as JSON
//!   connections=16  seconds=10  seed=1  expect=TEXT  pid=PROCESS  name=NAME  once=yes
//! load prepare STORE FOLDER [SEED]                  gives a store desks, and writes the questions for it into a folder
//! load engine STORE BODIES [SECONDS]                asks the front office itself, without HTTP, on one thread
//! ```
//!
//! `BODIES` holds a JSON body a line, each asked with `POST`; without it `PATH` is read with `GET`. `once=yes` asks each body
//! once, in order, which is how a server without kept answers is measured. `pid` is the server: its seconds of the processor are
//! told for each answer, which a busy machine changes less than answers a second.
//!
//! Every answer must be 200, and the first answer to a body must hold `expect`; later ones of another length are counted (a search
//! that nobody serves says whether it was counted). The generator is one thread that asks with bytes made before the clock starts, so that the two cores are for the server.

#[path = "asker.rs"]
mod asker;
#[path = "engine.rs"]
mod engine;
#[path = "prepare.rs"]
mod prepare;

use asker::{Answered, Load};
use serde_json::json;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error + Send + Sync>>;

const USAGE: &str = "load ask ADDRESS PATH [BODIES] [option=value …] | load prepare STORE FOLDER [SEED] | \
    load engine STORE BODIES [SECONDS]";
/// Ticks of the clock in which Linux tells processor time, a second.
const TICKS_S: f64 = 100.0;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["ask", address, path, ref rest @ ..] => ask(address, path, rest),
        ["prepare", store, folder] => prepare::prepare(Path::new(store), Path::new(folder), 1),
        ["prepare", store, folder, seed] => prepare::prepare(Path::new(store), Path::new(folder), seed.parse()?),
        ["engine", store, bodies] => engine::ask(Path::new(store), Path::new(bodies), 10),
        ["engine", store, bodies, seconds] => engine::ask(Path::new(store), Path::new(bodies), seconds.parse()?),
        _ => Err(USAGE.into()),
    }
}

/// How long answers took.
#[derive(Default)]
struct Times {
    ns: Vec<u64>,
}

impl Times {
    fn add(&mut self, took: Duration) {
        self.ns.push(took.as_nanos() as u64);
    }
    fn count(&self) -> usize {
        self.ns.len()
    }
    /// The time within which this share of the answers came, in milliseconds.
    fn ms(&mut self, share: f64) -> f64 {
        self.ns.sort_unstable();
        let place = ((self.ns.len() as f64 * share) as usize).min(self.ns.len().saturating_sub(1));
        self.ns.get(place).map_or(f64::NAN, |ns| *ns as f64 / 1e6)
    }
    fn tell(&mut self, name: &str) {
        let [p50, p99, p999, most] = [0.5, 0.99, 0.999, 1.0].map(|share| self.ms(share));
        println!("{name}: p50 {p50:.3} ms, p99 {p99:.3} ms, p99.9 {p999:.3} ms, longest {most:.3} ms, {} answers", self.count());
    }
}

/// How to ask.
struct Options {
    connections: usize,
    seconds: u64,
    seed: u64,
    expect: String,
    pid: Option<u32>,
    name: String,
    once: bool,
}

impl Options {
    fn read(rest: &[&str]) -> Result<(Self, Option<String>)> {
        let mut options =
            Self { connections: 16, seconds: 10, seed: 1, expect: String::new(), pid: None, name: String::new(), once: false };
        let mut bodies = None;
        for argument in rest {
            match argument.split_once('=') {
                Some(("connections", value)) => options.connections = value.parse::<usize>()?.max(1),
                Some(("seconds", value)) => options.seconds = value.parse()?,
                Some(("seed", value)) => options.seed = value.parse()?,
                Some(("expect", value)) => options.expect = value.to_owned(),
                Some(("pid", value)) => options.pid = Some(value.parse()?),
                Some(("name", value)) => options.name = value.to_owned(),
                Some(("once", value)) => options.once = value == "yes",
                None if bodies.is_none() => bodies = Some((*argument).to_owned()),
                _ => return Err(format!("{argument}: {USAGE}").into()),
            }
        }
        Ok((options, bodies))
    }
}

fn ask(address: &str, path: &str, rest: &[&str]) -> Result<()> {
    let (options, bodies) = Options::read(rest)?;
    let requests: Vec<Vec<u8>> = match &bodies {
        None => vec![asker::get(address, path)],
        Some(file) => {
            let text = std::fs::read_to_string(file)?;
            text.lines().filter(|line| !line.is_empty()).map(|body| asker::post(address, path, body)).collect()
        }
    };
    let questions = requests.len();
    let load = Arc::new(Load::new(address.parse()?, requests, options.expect.clone().into_bytes(), options.once, options.seed));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let (began, before) = (Instant::now(), cpu_s(options.pid));
    let own = cpu_s(Some(std::process::id()));
    let until = began + Duration::from_secs(options.seconds);
    let answered: Vec<Answered> = runtime.block_on(async {
        let tasks: Vec<_> = (0..options.connections).map(|seat| tokio::spawn(load.clone().run(seat as u64, until))).collect();
        let mut answered = Vec::new();
        for task in tasks {
            answered.push(task.await??);
        }
        Ok::<_, Box<dyn std::error::Error + Send + Sync>>(answered)
    })?;
    let took_s = began.elapsed().as_secs_f64();
    let spent = |pid, before: Option<f64>| Some(cpu_s(pid)? - before?);
    let (server, own) = (spent(options.pid, before), spent(Some(std::process::id()), own));
    let bytes: u64 = answered.iter().map(|it| it.bytes).sum();
    let changed: usize = answered.iter().map(|it| it.changed).sum();
    let mut times = Times { ns: answered.into_iter().flat_map(|it| it.times_ns).collect() };
    let count = times.count().max(1) as f64;
    let cpu_us = |spent: Option<f64>| spent.map(|s| s * 1e6 / count);
    let shown = |us: Option<f64>| us.map_or("?".to_owned(), |us| format!("{us:.1}"));
    let (server_us, own_us, answers_s) = (cpu_us(server), cpu_us(own), times.count() as f64 / took_s);
    times.tell(&format!("{}: {answers_s:.0} answers/s", options.name));
    println!(
        "  {questions} questions, {:.0} bytes an answer, {changed} of another length than before; processor for each: server {} µs, \
         generator {} µs",
        bytes as f64 / count,
        shown(server_us),
        shown(own_us)
    );
    println!(
        "{}",
        json!({"name": options.name, "answers_s": answers_s, "p50_ms": times.ms(0.5), "p99_ms": times.ms(0.99),
            "p999_ms": times.ms(0.999), "longest_ms": times.ms(1.0), "answers": times.count(), "questions": questions,
            "connections": options.connections, "answer_bytes": bytes as f64 / count, "server_cpu_us": server_us,
            "generator_cpu_us": own_us})
    );
    Ok(())
}

/// Seconds of the processor that a process has used; absent where the system does not tell.
fn cpu_s(pid: Option<u32>) -> Option<f64> {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", pid?)).ok()?;
    // The name of the program comes second, in brackets, and may hold spaces.
    let mut fields = stat.rsplit_once(')')?.1.split_ascii_whitespace().skip(11);
    let (user, system) = (fields.next()?.parse::<f64>().ok()?, fields.next()?.parse::<f64>().ok()?);
    Some((user + system) / TICKS_S)
}
