//! One connection after another question: HTTP/1.1 with as little work as it takes to tell a right answer from a wrong one.

use super::Result;
use std::net::SocketAddr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// Room for one answer; it grows where an answer is larger.
const ANSWER_BYTES: usize = 64 * 1024;
/// Largest head of an answer.
const HEAD_BYTES_MAX: usize = 16 * 1024;

/// The bytes that read an address.
pub fn get(host: &str, path: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\n\r\n").into_bytes()
}

/// The bytes that ask with a body.
pub fn post(host: &str, path: &str, body: &str) -> Vec<u8> {
    format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nAccept: application/json\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .into_bytes()
}

/// The questions, shared by all connections.
pub struct Load {
    address: SocketAddr,
    requests: Vec<Vec<u8>>,
    expect: Vec<u8>,
    /// Each question once, in order; else any, until the time is up.
    once: bool,
    seed: u64,
    next: AtomicUsize,
    /// Length of the first answer to each question.
    lengths: Vec<OnceLock<usize>>,
}

/// What one connection got.
pub struct Answered {
    /// From the first byte sent to the last byte read, one for each answer.
    pub times_ns: Vec<u64>,
    /// Of all bodies.
    pub bytes: u64,
    /// Answers of another length than the first to the same question.
    pub changed: usize,
}

impl Load {
    /// Takes where to ask, what, and what an answer must hold.
    pub fn new(address: SocketAddr, requests: Vec<Vec<u8>>, expect: Vec<u8>, once: bool, seed: u64) -> Self {
        let lengths = requests.iter().map(|_| OnceLock::new()).collect();
        Self { address, requests, expect, once, seed, next: AtomicUsize::new(0), lengths }
    }

    /// Asks over one connection until the time is up or every question was asked.
    pub async fn run(self: std::sync::Arc<Self>, seat: u64, until: Instant) -> Result<Answered> {
        let mut stream = TcpStream::connect(self.address).await?;
        stream.set_nodelay(true)?;
        let mut buffer = vec![0; ANSWER_BYTES];
        let mut answered = Answered { times_ns: Vec::with_capacity(1 << 16), bytes: 0, changed: 0 };
        let mut lots = self.seed.wrapping_mul(0x2545_f491_4f6c_dd1d) ^ seat;
        loop {
            let which = if self.once {
                self.next.fetch_add(1, Ordering::Relaxed)
            } else {
                ((u128::from(draw(&mut lots)) * self.requests.len() as u128) >> 64) as usize
            };
            let Some(request) = self.requests.get(which) else { return Ok(answered) };
            let began = Instant::now();
            if !self.once && began >= until {
                return Ok(answered);
            }
            stream.write_all(request).await?;
            let (head, end) = read(&mut stream, &mut buffer).await?;
            answered.times_ns.push(began.elapsed().as_nanos() as u64);
            answered.bytes += (end - head) as u64;
            answered.changed += usize::from(!self.check(which, &buffer[..end], head)?);
        }
    }

    /// Is it right? Gives whether it is as long as the first answer to the same question.
    fn check(&self, which: usize, answer: &[u8], head: usize) -> Result<bool> {
        let told = |what: &str| {
            let asked = String::from_utf8_lossy(&self.requests[which]).into_owned();
            format!("{what}\n{asked}\n{}", String::from_utf8_lossy(&answer[..answer.len().min(2_000)]))
        };
        if answer.get(9..12) != Some(b"200") {
            return Err(told("the status is not 200").into());
        }
        let body = &answer[head..];
        let mut right = true;
        let first = self.lengths[which].get_or_init(|| {
            right = self.expect.is_empty() || body.windows(self.expect.len()).any(|part| part == self.expect);
            body.len()
        });
        if right { Ok(*first == body.len()) } else { Err(told("the answer does not hold what is expected").into()) }
    }
}

/// Reads one answer to its end. Gives where its body begins and ends.
async fn read(stream: &mut TcpStream, buffer: &mut Vec<u8>) -> Result<(usize, usize)> {
    let mut filled = 0;
    let mut end = None;
    loop {
        if filled == buffer.len() {
            buffer.resize(filled * 2, 0);
        }
        let got = stream.read(&mut buffer[filled..]).await?;
        if got == 0 {
            return Err("the server closed the connection".into());
        }
        filled += got;
        if end.is_none() {
            end = ends(&buffer[..filled])?;
        }
        match end {
            Some((head, end)) if filled >= end => return Ok((head, end)),
            None if filled > HEAD_BYTES_MAX => return Err("the head of the answer does not end".into()),
            _ => {}
        }
    }
}

/// Where the body begins and ends; absent while the head is not whole.
fn ends(answer: &[u8]) -> Result<Option<(usize, usize)>> {
    let Some(head) = answer.windows(4).position(|it| it == b"\r\n\r\n") else { return Ok(None) };
    let lines = answer[..head].split(|byte| *byte == b'\n');
    let mut length = lines.filter_map(|line| {
        let colon = line.iter().position(|byte| *byte == b':')?;
        let (name, value) = line.split_at(colon);
        name.eq_ignore_ascii_case(b"content-length").then(|| std::str::from_utf8(&value[1..]).ok()?.trim().parse().ok())?
    });
    let length: usize = length.next_back().ok_or("the answer does not tell its length")?;
    Ok(Some((head + 4, head + 4 + length)))
}

/// The next of a seeded stream of numbers (SplitMix64).
pub fn draw(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
