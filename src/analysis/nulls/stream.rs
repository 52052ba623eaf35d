//! A seeded stream of numbers: the same seed gives the same numbers on every machine.

/// A stream of numbers that look random and follow from the seed.
///
/// Why one of our own: a seed that is printed beside a number must give that number in ten years too, whatever a library does.
/// Never: anything secret.
/// Source: D. Blackman & S. Vigna, ACM Trans. Math. Softw. 47, 36, 2021, doi:10.1145/3460772 (xoshiro256++), its state filled by
/// SplitMix64 (G. Steele, D. Lea & C. Flood, OOPSLA 2014, doi:10.1145/2660193.2660195).
/// Checked: the first numbers of both reference programs.
#[derive(Debug, Clone)]
pub struct Stream {
    state: [u64; 4],
}

impl Stream {
    /// The stream of a seed.
    pub fn new(seed: u64) -> Self {
        let mut mixed = seed;
        Self { state: std::array::from_fn(|_| split_mix(&mut mixed)) }
    }
    /// 64 random bits.
    #[inline]
    pub fn bits(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.state;
        let found = a.wrapping_add(*d).rotate_left(23).wrapping_add(*a);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        found
    }
    /// A number below `limit`, each as likely; 0 for a limit of 0 or 1.
    ///
    /// Source: D. Lemire, ACM Trans. Model. Comput. Simul. 29, 3, 2019, doi:10.1145/3230636.
    #[inline]
    pub fn below(&mut self, limit: u32) -> u32 {
        loop {
            let wide = (self.bits() >> 32) * u64::from(limit);
            let (high, low) = ((wide >> 32) as u32, wide as u32);
            if low >= limit || low >= limit.wrapping_neg() % limit.max(1) {
                return high;
            }
        }
    }
    /// A number in 0 .. 1, in steps of 2⁻⁵³.
    #[inline]
    pub fn unit(&mut self) -> f64 {
        (self.bits() >> 11) as f64 / (1u64 << 53) as f64
    }
    /// Puts the items in an order in which each order is as likely (Fisher–Yates).
    #[inline]
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last as u32 + 1) as usize);
        }
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let once = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let twice = (once ^ (once >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    twice ^ (twice >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_numbers_are_those_of_the_reference_programs() {
        let mut state = 1_234_567;
        let mixed: [u64; 3] = std::array::from_fn(|_| split_mix(&mut state));
        assert_eq!(mixed, [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]);
        let mut stream = Stream { state: [1, 2, 3, 4] };
        let first: [u64; 4] = std::array::from_fn(|_| stream.bits());
        assert_eq!(first, [41_943_041, 58_720_359, 3_588_806_011_781_223, 3_591_011_842_654_386]);
    }

    #[test]
    fn every_order_is_as_likely() {
        let mut stream = Stream::new(7);
        let mut seen = [0u32; 27];
        for _ in 0..60_000 {
            let mut items = [0usize, 1, 2];
            stream.shuffle(&mut items);
            seen[items[0] * 9 + items[1] * 3 + items[2]] += 1;
        }
        let orders: Vec<u32> = seen.into_iter().filter(|&times| times > 0).collect();
        // 10 000 of each, sd 91: five sd either way.
        assert!(orders.len() == 6 && orders.iter().all(|times| times.abs_diff(10_000) < 456), "{orders:?}");
    }

    #[test]
    fn below_keeps_below() {
        let mut stream = Stream::new(1);
        assert_eq!((stream.below(0), stream.below(1)), (0, 0));
        assert!((0..1000).all(|_| stream.below(3) < 3 && (0.0..1.0).contains(&stream.unit())));
    }
}
