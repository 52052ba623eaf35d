//! Finished answers that are dear to make, a bounded number of them.
//!
//! Why: many readers look at the same time and seldom one writes, so that looking takes a shared lock and moves nothing: it only
//! marks what was used. What goes is found by a hand that goes round and spares once whatever was used since it last came by.
//! Never: says whether an answer still holds; its key holds the version it was made from. Never keeps what somebody asked: a key
//! is a digest of it.

use axum::body::Bytes;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hash, Hasher};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{PoisonError, RwLock};

/// Names one answer: 128 bits of a digest (SHA-256), so that nobody finds two questions with the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key(u128);

impl Key {
    /// The key of some parts. Their lengths count, so that "a", "bc" is another key than "ab", "c". Cost: O(bytes), no memory.
    pub fn of(parts: &[&[u8]]) -> Self {
        let mut digest = Sha256::new();
        for part in parts {
            digest.update((part.len() as u64).to_le_bytes());
            digest.update(part);
        }
        let bits = digest.finalize();
        Self(bits.iter().take(16).fold(0, |bits, byte| bits << 8 | u128::from(*byte)))
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Self {
        Self::of(&[text.as_bytes()])
    }
}

impl From<&String> for Key {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<String> for Key {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl Hash for Key {
    fn hash<H: Hasher>(&self, hasher: &mut H) {
        hasher.write_u64(self.0 as u64);
    }
}

/// A key is a digest already: its last bits are as good as any hash.
#[derive(Default)]
struct AsItIs(u64);

impl Hasher for AsItIs {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        self.0 = bytes.iter().fold(self.0, |bits, byte| bits << 8 | u64::from(*byte));
    }
    fn write_u64(&mut self, bits: u64) {
        self.0 = bits;
    }
}

/// Something that can be kept: cheap to copy, and of a known size.
pub trait Keepable: Clone {
    /// Its size.
    fn bytes(&self) -> usize;
}

impl Keepable for Bytes {
    fn bytes(&self) -> usize {
        self.len()
    }
}

/// What was used least goes first, nearly: the hand spares what was used since it last came by.
pub struct Cache<T = Bytes> {
    entries_max: usize,
    bytes_max: usize,
    kept: RwLock<Kept<T>>,
}

struct Kept<T> {
    places: HashMap<Key, usize, BuildHasherDefault<AsItIs>>,
    entries: Vec<Option<Entry<T>>>,
    free: Vec<usize>,
    hand: usize,
    bytes: usize,
}

struct Entry<T> {
    key: Key,
    thing: T,
    used: AtomicBool,
}

impl<T: Keepable> Cache<T> {
    /// Takes the most entries and the most bytes of all entries together.
    pub fn new(entries_max: usize, bytes_max: usize) -> Self {
        let kept = Kept { places: HashMap::default(), entries: Vec::new(), free: Vec::new(), hand: 0, bytes: 0 };
        Self { entries_max, bytes_max, kept: RwLock::new(kept) }
    }

    /// What is kept under a key. Readers do not wait for each other. Cost: O(1).
    pub fn get(&self, key: impl Into<Key>) -> Option<T> {
        let key = key.into();
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        let entry = kept.entries[*kept.places.get(&key)?].as_ref()?;
        // Looked at first: a mark that stands already is not written again by every reader.
        if !entry.used.load(Ordering::Relaxed) {
            entry.used.store(true, Ordering::Relaxed);
        }
        Some(entry.thing.clone())
    }

    /// Keeps a thing; one that is larger than everything together is not kept. Cost: O(1) on average.
    pub fn put(&self, key: impl Into<Key>, thing: T) {
        let (key, bytes) = (key.into(), thing.bytes());
        if bytes > self.bytes_max || self.entries_max == 0 {
            return;
        }
        let mut kept = self.kept.write().unwrap_or_else(PoisonError::into_inner);
        let kept = &mut *kept;
        if let Some(&place) = kept.places.get(&key) {
            kept.remove(place);
        }
        while kept.places.len() >= self.entries_max || kept.bytes + bytes > self.bytes_max {
            kept.make_room();
        }
        kept.bytes += bytes;
        let entry = Some(Entry { key, thing, used: AtomicBool::new(false) });
        let place = match kept.free.pop() {
            Some(place) => {
                kept.entries[place] = entry;
                place
            }
            None => {
                kept.entries.push(entry);
                kept.entries.len() - 1
            }
        };
        kept.places.insert(key, place);
    }

    /// How many entries are kept, and how many bytes.
    pub fn size(&self) -> (usize, usize) {
        let kept = self.kept.read().unwrap_or_else(PoisonError::into_inner);
        (kept.places.len(), kept.bytes)
    }
}

impl<T: Keepable> Kept<T> {
    fn remove(&mut self, place: usize) {
        if let Some(gone) = self.entries[place].take() {
            self.places.remove(&gone.key);
            self.bytes -= gone.thing.bytes();
            self.free.push(place);
        }
    }

    /// Lets the hand go on to the first entry that was not used since it last came by, and removes that one. Something is kept.
    fn make_room(&mut self) {
        loop {
            let place = self.hand % self.entries.len();
            self.hand = place + 1;
            match &self.entries[place] {
                Some(entry) if entry.used.load(Ordering::Relaxed) => entry.used.store(false, Ordering::Relaxed),
                Some(_) => return self.remove(place),
                None => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let cache = Cache::new(2, 100);
        cache.put("a", Bytes::from_static(b"1"));
        cache.put("b", Bytes::from_static(b"2"));
        assert!(cache.get("a").is_some());
        cache.put("c", Bytes::from_static(b"3"));
        assert_eq!((cache.get("b"), cache.size()), (None, (2, 2)));
        assert!(cache.get("a").is_some() && cache.get("c").is_some());
    }

    #[test]
    fn bytes_are_bounded_too() {
        let cache = Cache::new(10, 10);
        cache.put("a", Bytes::from(vec![0; 6]));
        cache.put("a", Bytes::from(vec![0; 5]));
        cache.put("b", Bytes::from(vec![0; 5]));
        assert_eq!(cache.size(), (2, 10));
        cache.put("c", Bytes::from(vec![0; 1]));
        assert_eq!(cache.size(), (2, 6));
        cache.put("d", Bytes::from(vec![0; 11]));
        assert_eq!(cache.get("d"), None, "larger than the whole cache");
    }

    #[test]
    fn parts_are_told_apart_by_where_they_end() {
        assert_ne!(Key::of(&[b"a", b"bc"]), Key::of(&[b"ab", b"c"]));
        assert_ne!(Key::of(&[b"abc"]), Key::of(&[b"abc", b""]));
        assert_eq!(Key::from("abc"), Key::of(&[b"abc"]));
    }

    /// What is used again and again stays, however many pass by that are asked once; and the bounds hold at every moment.
    #[test]
    fn what_is_used_often_outlives_what_passes_by() {
        let cache = Cache::new(16, 1_000);
        cache.put("often", Bytes::from_static(b"often"));
        for number in 0..1_000_u32 {
            cache.put(format!("once {number}"), Bytes::from(vec![1; 1 + number as usize % 90]));
            assert_eq!(cache.get("often"), Some(Bytes::from_static(b"often")), "{number}");
            for other in 0..number.min(3) {
                cache.get(format!("once {}", number - other));
            }
            let (entries, bytes) = cache.size();
            assert!(entries <= 16 && bytes <= 1_000, "{entries} entries, {bytes} bytes");
        }
    }

    /// Four readers and a writer at once: a key never gives what was kept under another.
    #[test]
    fn readers_get_what_was_kept_under_their_key() {
        let cache: Cache = Cache::new(50, 10_000);
        let body = |number: u32| Bytes::from(format!("body of {number}"));
        std::thread::scope(|scope| {
            scope.spawn(|| (0..20_000).for_each(|number| cache.put(format!("{}", number % 100), body(number % 100))));
            for reader in 0..4_u32 {
                let cache = &cache;
                scope.spawn(move || {
                    for number in (0..20_000).map(|turn| (turn * 7 + reader) % 100) {
                        assert!(cache.get(format!("{number}")).is_none_or(|kept| kept == body(number)), "{number}");
                    }
                });
            }
        });
        assert_eq!(cache.size().0, 50);
    }
}
