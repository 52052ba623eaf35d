//! One finished answer to who to call, as it is kept: without what was typed, packed, and ready to be sent to whoever means the same.
//!
//! Why packed: an answer is some thousands of bytes of sentences in two languages, of which a fifth remains, so that the same memory
//! keeps five times as many answers; unpacking takes microseconds, making one takes hundreds.
//! Never: holds a text that was typed; it is written into what is sent, and goes with it.

use super::cache::Keepable;
use crate::desk::WhoToCall;
use crate::model::Searched;
use axum::body::Bytes;
use lz4_flex::block::{DecompressError, compress_prepend_size, decompress_size_prepended};

/// Where a text that was typed comes: first among what was asked.
const ASKED: &[u8] = br#""asked":{"#;
/// A search that was not counted, and one that was.
const NOT_COUNTED: &[u8] = br#""counted":false"#;
const COUNTED: &[u8] = br#""counted":true"#;
/// Room in which an answer is written before its size is known, in bytes.
const ROOM_BYTES: usize = 16 * 1024;

/// An answer, ready but for what was typed and whether the search was counted. Copying shares it.
#[derive(Debug, Clone)]
pub struct Finished {
    packed: Bytes,
    /// Where a text comes.
    text_at: usize,
    /// Where it says that the search was not counted.
    counted_at: Option<usize>,
    /// What nobody serves.
    in_vain: Option<Box<Searched>>,
}

impl Finished {
    /// Writes an answer. Takes what nobody serves, where that is so.
    pub fn of(mut answer: WhoToCall, in_vain: Option<Searched>) -> serde_json::Result<Self> {
        let in_vain = in_vain.map(Box::new);
        answer.asked.text = None;
        if let Some(nobody) = &mut answer.nobody {
            nobody.counted = false;
        }
        let mut written = Vec::with_capacity(ROOM_BYTES);
        serde_json::to_writer(&mut written, &answer)?;
        // Within a text quotes are escaped, so that these stand nowhere else.
        let text_at = place_of(ASKED, &written).map_or(0, |place| place + ASKED.len());
        let counted_at = answer.nobody.as_ref().and_then(|_| place_of(NOT_COUNTED, &written));
        Ok(Self { packed: compress_prepend_size(&written).into(), text_at, counted_at, in_vain })
    }

    /// What nobody serves, to be counted.
    pub fn in_vain(&self) -> Option<&Searched> {
        self.in_vain.as_deref()
    }

    /// As it is sent. Takes what was typed, and whether the search was counted. Errors: what was packed does not unpack.
    pub fn told(&self, text: Option<&str>, counted: bool) -> Result<Bytes, DecompressError> {
        let body = decompress_size_prepended(&self.packed)?;
        let counted_at = self.counted_at.filter(|_| counted);
        if text.is_none() && counted_at.is_none() {
            return Ok(body.into());
        }
        let text = text.map(|text| format!("\"text\":{},", serde_json::Value::from(text)));
        let (before, after) = body.split_at(self.text_at);
        let mut told = Vec::with_capacity(body.len() + text.as_ref().map_or(0, String::len));
        told.extend_from_slice(before);
        told.extend_from_slice(text.as_deref().unwrap_or_default().as_bytes());
        match counted_at.and_then(|at| at.checked_sub(self.text_at)) {
            Some(at) => {
                told.extend_from_slice(&after[..at]);
                told.extend_from_slice(COUNTED);
                told.extend_from_slice(&after[at + NOT_COUNTED.len()..]);
            }
            None => told.extend_from_slice(after),
        }
        Ok(told.into())
    }
}

impl Keepable for Finished {
    fn bytes(&self) -> usize {
        self.packed.len() + size_of::<Self>() + self.in_vain.as_ref().map_or(0, |_| size_of::<Searched>())
    }
}

fn place_of(part: &[u8], whole: &[u8]) -> Option<usize> {
    whole.windows(part.len()).position(|it| it == part)
}
