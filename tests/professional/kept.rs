//! The counts of searches are on disk when the server ends, and now and then before that.

use super::*;
use kortelijnen::live::Store;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// Nobody in Leiden has this among what its kind helps with.
const NEED: &str = "babyuitzet";

/// A server on a port that the system chooses; killed when dropped.
struct Served {
    child: Child,
    address: String,
    errors: Option<std::thread::JoinHandle<()>>,
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
        self.errors.take().map(std::thread::JoinHandle::join);
    }
}

/// Takes how often counts are kept.
fn serve(data: &Path, every_ms: &str) -> Served {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kortelijnen"));
    command.args(["serve", "--listen", "127.0.0.1:0", "--data"]).arg(data).env("KL_SEARCHES_KEEP_MS", every_ms);
    let mut child = command.env_remove("RUST_LOG").stderr(Stdio::piped()).spawn().expect("it starts");
    let mut errors = BufReader::new(child.stderr.take().expect("its standard error"));
    let (mut told, mut address) = (String::new(), None);
    while address.is_none() {
        let mut line = String::new();
        assert!(errors.read_line(&mut line).expect("text") > 0, "it ended: {told}");
        address = line.trim().split_once("serving on http://").map(|(_, address)| address.to_owned());
        told += &line;
    }
    // Somebody must go on reading what it says.
    let errors = std::thread::spawn(move || drop(std::io::copy(&mut errors, &mut std::io::sink())));
    Served { child, address: address.unwrap_or_default(), errors: Some(errors) }
}

impl Served {
    /// Asks as a page does, on a connection of its own.
    fn search(&self) {
        let body = json!({"coalition": "leiden", "need": NEED}).to_string();
        let mut stream = TcpStream::connect(&self.address).expect("it listens");
        let (address, length) = (&self.address, body.len());
        write!(
            stream,
            "POST /v1/who-to-call HTTP/1.1\r\nhost: {address}\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\
             connection: close\r\n\r\n{body}"
        )
        .expect("it takes");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers");
        assert!(answer.starts_with("HTTP/1.1 200") && answer.contains("\"counted\":true"), "{answer}");
    }

    fn times_on_disk(mut self, data: &Path, signal: &str) -> u64 {
        let id = self.child.id().to_string();
        assert!(Command::new("kill").args([signal, &id]).status().expect("kill").success());
        let ended = self.child.wait().expect("an end");
        assert_eq!(ended.signal(), (signal == "-KILL").then_some(9), "{ended:?}");
        let store = Store::open(data).expect("its store");
        store.searches().expect("read").values().sum()
    }
}

#[test]
fn whoever_stops_the_server_loses_no_count() {
    let directory = tempfile::tempdir().expect("a directory");
    let data = directory.path().join("store");
    // The first interval begins at the start, the next is hours away: only the end can keep these.
    let served = serve(&data, "36000000");
    for _ in 0..5 {
        served.search();
    }
    assert_eq!(served.times_on_disk(&data, "-TERM"), 5);
    let again = serve(&data, "36000000");
    again.search();
    assert_eq!(again.times_on_disk(&data, "-TERM"), 6, "it goes on from what was kept");
}

#[test]
fn a_power_cut_loses_no_more_than_an_interval() {
    const EVERY_MS: u64 = 50;
    let directory = tempfile::tempdir().expect("a directory");
    let data = directory.path().join("store");
    let served = serve(&data, &EVERY_MS.to_string());
    for _ in 0..3 {
        served.search();
    }
    std::thread::sleep(Duration::from_millis(40 * EVERY_MS));
    assert_eq!(served.times_on_disk(&data, "-KILL"), 3);
}
