//! Finished answers that are dear to make, a bounded number of them.
//!
//! Never: says whether an answer still holds; its key holds the version it was made from.

use axum::body::Bytes;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// The least recently used entry goes first.
pub struct Cache {
    entries_max: usize,
    bytes_max: usize,
    kept: Mutex<Kept>,
}

#[derive(Default)]
struct Kept {
    entries: HashMap<String, Entry>,
    bytes: usize,
    uses: u64,
}

struct Entry {
    body: Bytes,
    used: u64,
}

impl Cache {
    /// Takes the most entries and the most bytes of all entries together.
    pub fn new(entries_max: usize, bytes_max: usize) -> Self {
        Self { entries_max, bytes_max, kept: Mutex::default() }
    }

    /// What is kept under a key. Cost: O(1).
    pub fn get(&self, key: &str) -> Option<Bytes> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.uses += 1;
        let now = kept.uses;
        kept.entries.get_mut(key).map(|entry| {
            entry.used = now;
            entry.body.clone()
        })
    }

    /// Keeps a body; one that is larger than everything together is not kept. Cost: O(entries) when something must go.
    pub fn put(&self, key: String, body: Bytes) {
        if body.len() > self.bytes_max {
            return;
        }
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.uses += 1;
        let (now, bytes) = (kept.uses, body.len());
        if let Some(before) = kept.entries.insert(key, Entry { body, used: now }) {
            kept.bytes -= before.body.len();
        }
        kept.bytes += bytes;
        while kept.entries.len() > self.entries_max || kept.bytes > self.bytes_max {
            let Some(oldest) = kept.entries.iter().min_by_key(|(_, entry)| entry.used).map(|(key, _)| key.clone()) else { break };
            if let Some(gone) = kept.entries.remove(&oldest) {
                kept.bytes -= gone.body.len();
            }
        }
    }

    /// How many entries are kept, and how many bytes.
    pub fn size(&self) -> (usize, usize) {
        let kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        (kept.entries.len(), kept.bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let cache = Cache::new(2, 100);
        cache.put("a".into(), Bytes::from_static(b"1"));
        cache.put("b".into(), Bytes::from_static(b"2"));
        assert!(cache.get("a").is_some());
        cache.put("c".into(), Bytes::from_static(b"3"));
        assert_eq!((cache.get("b"), cache.size()), (None, (2, 2)));
        assert!(cache.get("a").is_some() && cache.get("c").is_some());
    }

    #[test]
    fn bytes_are_bounded_too() {
        let cache = Cache::new(10, 10);
        cache.put("a".into(), Bytes::from(vec![0; 6]));
        cache.put("a".into(), Bytes::from(vec![0; 5]));
        cache.put("b".into(), Bytes::from(vec![0; 5]));
        assert_eq!(cache.size(), (2, 10));
        cache.put("c".into(), Bytes::from(vec![0; 1]));
        assert_eq!(cache.size(), (2, 6));
        cache.put("d".into(), Bytes::from(vec![0; 11]));
        assert_eq!(cache.get("d"), None, "larger than the whole cache");
    }
}
