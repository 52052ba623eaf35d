//! A sorted map in shared chunks: a copy costs one count per chunk, a write copies only the chunks it touches.
//!
//! Why: the register is copied for every write, and readers keep the old one. With a country in it, a copy of every entry would
//! take seconds; a chunk of some kilobytes takes a microsecond.
//! Never: merges chunks that became small; few things are ever removed, and an empty chunk goes away.

use std::sync::Arc;
use uuid::Uuid;

/// Size of a full chunk, in bytes: small to copy, large enough that the list of chunks stays short.
const CHUNK_BYTES: usize = 8 * 1024;

/// What a map is sorted by.
pub(super) trait Key: Ord + Copy {
    /// A number that rises with the key: most keys are spread evenly over it.
    fn high(&self) -> u64;
}

impl Key for u64 {
    fn high(&self) -> u64 {
        *self
    }
}

impl Key for Uuid {
    fn high(&self) -> u64 {
        self.as_u64_pair().0
    }
}

/// Keys in order, each with a value.
#[derive(Debug, Clone)]
pub(super) struct Sorted<K, V = ()> {
    chunks: Vec<Chunk<K, V>>,
}

/// A run of entries; never empty.
#[derive(Debug, Clone)]
struct Chunk<K, V> {
    first: K,
    entries: Arc<Vec<(K, V)>>,
}

impl<K, V> Default for Sorted<K, V> {
    fn default() -> Self {
        Self { chunks: Vec::new() }
    }
}

impl<K: Key, V: Copy> Sorted<K, V> {
    const ENTRIES_MAX: usize = CHUNK_BYTES / size_of::<(K, V)>();

    /// The value of a key. Cost: O(log entries).
    pub fn get(&self, key: &K) -> Option<V> {
        let entries = &self.chunks[self.chunk_of(key)?].entries;
        let at = search(entries, key).ok()?;
        Some(entries[at].1)
    }

    /// Puts a value under a key. Cost: O(log entries + chunk), and now and then O(chunks).
    pub fn insert(&mut self, key: K, value: V) {
        if self.chunks.is_empty() {
            self.chunks.push(Chunk { first: key, entries: Arc::new(Vec::new()) });
        }
        let place = self.chunk_of(&key).unwrap_or(0);
        let entries = Arc::make_mut(&mut self.chunks[place].entries);
        match search(entries, &key) {
            Ok(at) => entries[at].1 = value,
            Err(at) => {
                if entries.len() < Self::ENTRIES_MAX {
                    if entries.len() == entries.capacity() {
                        entries.reserve_exact((4 + entries.len() / 4).min(Self::ENTRIES_MAX - entries.len()));
                    }
                    entries.insert(at, (key, value));
                    self.chunks[place].first = self.chunks[place].entries[0].0;
                } else {
                    self.split(place, at, (key, value));
                }
            }
        }
    }

    /// Makes two chunks of a full one. What comes behind everything starts a chunk of its own, so that keys that come in order fill
    /// their chunks.
    fn split(&mut self, place: usize, at: usize, entry: (K, V)) {
        let entries = Arc::make_mut(&mut self.chunks[place].entries);
        let mut behind = if at == entries.len() { Vec::new() } else { entries.split_off(entries.len() / 2) };
        let half = entries.len();
        if at > half || behind.is_empty() {
            behind.insert(at - half, entry)
        } else {
            entries.insert(at, entry)
        }
        entries.shrink_to_fit();
        self.chunks[place].first = self.chunks[place].entries[0].0;
        self.chunks.insert(place + 1, Chunk { first: behind[0].0, entries: Arc::new(behind) });
    }

    /// Takes a key away, if it is there. Cost: as of `insert`.
    pub fn remove(&mut self, key: &K) {
        let Some(place) = self.chunk_of(key) else { return };
        let Ok(at) = search(&self.chunks[place].entries, key) else { return };
        let entries = Arc::make_mut(&mut self.chunks[place].entries);
        entries.remove(at);
        match entries.first() {
            Some((first, _)) => self.chunks[place].first = *first,
            None => drop(self.chunks.remove(place)),
        }
    }

    /// Entries from a key on, in order. Cost: O(log entries), then O(1) each.
    pub fn from(&self, key: K) -> impl Iterator<Item = (K, V)> + '_ {
        let place = self.chunk_of(&key).unwrap_or(0);
        let skipped = self.chunks.get(place).map_or(0, |chunk| chunk.entries.partition_point(|(other, _)| *other < key));
        let behind = self.chunks.iter().skip(place + 1).flat_map(|chunk| chunk.entries.iter());
        self.chunks.get(place).into_iter().flat_map(move |chunk| &chunk.entries[skipped..]).chain(behind).copied()
    }

    /// Everything, in order.
    pub fn iter(&self) -> impl Iterator<Item = (K, V)> + '_ {
        self.chunks.iter().flat_map(|chunk| chunk.entries.iter().copied())
    }

    /// The chunk that a key is in, if it is in any.
    fn chunk_of(&self, key: &K) -> Option<usize> {
        self.chunks.partition_point(|chunk| chunk.first <= *key).checked_sub(1)
    }
}

/// Where a key is, or belongs. Looks first where it would be if keys were spread evenly, as ids made from texts are, and then on
/// both sides in growing steps: a read or two of memory in place of one for every halving.
fn search<K: Key, V>(entries: &[(K, V)], key: &K) -> Result<usize, usize> {
    let (Some((first, _)), Some((last, _))) = (entries.first(), entries.last()) else { return Err(0) };
    let span = u128::from(last.high().saturating_sub(first.high())) + 1;
    let share = u128::from(key.high().saturating_sub(first.high())) * entries.len() as u128 / span;
    let guess = usize::try_from(share).unwrap_or(usize::MAX).min(entries.len() - 1);
    let (mut low, mut high, mut step) = (guess, guess, 4);
    while low > 0 && entries[low].0 > *key {
        low = low.saturating_sub(step);
        step *= 2;
    }
    step = 4;
    while high < entries.len() && entries[high].0 < *key {
        high = (high + step).min(entries.len());
        step *= 2;
    }
    let end = (high + 1).min(entries.len());
    let found = entries[low..end].binary_search_by(|(other, _)| other.cmp(key));
    found.map(|at| low + at).map_err(|at| low + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    fn is_same(sorted: &Sorted<u64, u32>, wanted: &BTreeMap<u64, u32>) {
        assert!(sorted.iter().eq(wanted.iter().map(|(key, value)| (*key, *value))));
        for from in [0, 1, 250, 999, u64::MAX] {
            assert!(sorted.from(from).eq(wanted.range(from..).map(|(key, value)| (*key, *value))), "from {from}");
        }
    }

    proptest! {
        #[test]
        fn it_holds_what_a_map_of_the_standard_library_holds(
            edits in prop::collection::vec((0..3_000u64, prop::option::of(any::<u32>())), 0..4_000)
        ) {
            let (mut sorted, mut wanted) = (Sorted::default(), BTreeMap::new());
            let half = edits.len() / 2;
            let mut before = (Sorted::default(), BTreeMap::new());
            for (place, (key, value)) in edits.into_iter().enumerate() {
                if place == half {
                    before = (sorted.clone(), wanted.clone());
                }
                match value {
                    Some(value) => {
                        sorted.insert(key, value);
                        wanted.insert(key, value);
                    }
                    None => {
                        sorted.remove(&key);
                        wanted.remove(&key);
                    }
                }
                prop_assert_eq!(sorted.get(&key), wanted.get(&key).copied());
            }
            is_same(&sorted, &wanted);
            is_same(&before.0, &before.1);
        }
    }

    #[test]
    fn keys_in_order_fill_their_chunks_and_a_write_copies_one() {
        let mut sorted: Sorted<u64, u32> = Sorted::default();
        let full = Sorted::<u64, u32>::ENTRIES_MAX;
        (0..10 * full as u64).for_each(|key| sorted.insert(2 * key, 0));
        assert_eq!(sorted.chunks.len(), 10);
        let before = sorted.clone();
        sorted.insert(3, 1);
        let shared = sorted.chunks.iter().filter(|chunk| before.chunks.iter().any(|it| Arc::ptr_eq(&it.entries, &chunk.entries)));
        assert_eq!(shared.count(), 9);
    }
}
