//! Made-up national networks: the same size gives the same files on every machine.
//!
//! A coalition has a log-normal number of organisations, most of them medical or social; an organisation has at least one person;
//! a few people know very many. Nineteen lines in twenty stay within the coalition, the others go to the region or the country;
//! three in four look for their own domain. Only operations whose result is fixed to the last bit are used (no `ln`, `exp`, `pow`).

use std::collections::HashSet;
use std::fmt::Write as _;
use std::io;
use std::path::Path;

/// A size of network.
#[derive(Debug, Clone, Copy)]
pub struct Size {
    /// Its name.
    pub name: &'static str,
    coalitions: usize,
    organisations: usize,
    people: usize,
    links: usize,
    seed: u64,
}

/// One coalition; a province; the country; ten times the country.
pub const SIZES: [Size; 4] = [
    Size { name: "S", coalitions: 1, organisations: 25, people: 100, links: 400, seed: 11 },
    Size { name: "M", coalitions: 30, organisations: 750, people: 3_000, links: 14_000, seed: 12 },
    Size { name: "L", coalitions: 350, organisations: 9_000, people: 40_000, links: 200_000, seed: 13 },
    Size { name: "XL", coalitions: 1_000, organisations: 100_000, people: 1_000_000, links: 5_000_000, seed: 14 },
];

/// Domains with their share of the organisations, in percent, and their kinds, the commonest first.
const DOMAINS: [(&str, u64, &[&str]); 5] = [
    ("medical", 34, &["verloskundigenpraktijk", "huisarts", "kraamzorg", "ziekenhuis", "ggz", "apotheek-dietist-fysio"]),
    ("social", 34, &["wijkteam", "welzijn", "schuldhulpverlening", "maatschappelijk-werk", "woningcorporatie", "jeugdhulp"]),
    ("public_health", 12, &["jgz", "ggd", "knooppunt"]),
    ("informal", 14, &["vrijwilligersorganisatie", "home-start", "buurtgezinnen", "voedselbank"]),
    ("governance", 6, &["gemeente", "zorgverzekeraar", "ros"]),
];
const ROLES: [&str; 4] = ["professional", "coordinator", "manager", "intake"];
/// Spread of the logarithm of a coalition's size.
const SIZE_SPREAD: f64 = 0.35;
/// Fewest organisations in a coalition: the first two are medical, the next two social.
const MEMBERS_MIN: usize = 5;
/// Coalitions in a region.
const REGION_COALITIONS: usize = 12;
/// Of a thousand lines: in the own coalition, and in it or the region.
const OWN_PER_MILLE: u64 = 965;
const REGION_PER_MILLE: u64 = 995;
/// Of a hundred lines: those that look for their own domain.
const OWN_DOMAIN_PERCENT: u64 = 76;
/// How much more the busiest person is chosen than the least busy one.
const ACTIVITY_MAX: f64 = 60.0;
/// Questions that can be asked of the network.
const QUERIES: usize = 10_000;

/// The files of one network.
pub struct Files {
    /// `organisations.csv`
    pub organisations: String,
    /// `people.csv`
    pub people: String,
    /// `links.csv`
    pub links: String,
    /// `queries.csv`: people for whom a contact is looked for.
    pub queries: String,
}

impl Files {
    /// Writes them into a folder, which is made.
    pub fn write(&self, folder: &Path) -> io::Result<()> {
        std::fs::create_dir_all(folder)?;
        std::fs::write(folder.join("organisations.csv"), &self.organisations)?;
        std::fs::write(folder.join("people.csv"), &self.people)?;
        std::fs::write(folder.join("links.csv"), &self.links)?;
        std::fs::write(folder.join("queries.csv"), &self.queries)
    }
}

/// Makes a network of a size, by its name.
pub fn generate(name: &str) -> Option<Files> {
    let size = SIZES.into_iter().find(|size| size.name == name)?;
    let mut stream = Stream(size.seed);
    let organisations = Organisations::draw(&size, &mut stream);
    let people = People::draw(&size, &organisations, &mut stream);
    let pairs = draw_pairs(&size, &organisations, &people, &mut stream);
    Some(Files {
        organisations: organisations.file(&mut stream),
        people: people.file(&mut stream),
        links: links_file(&pairs, &mut stream),
        queries: (0..QUERIES).fold("person\n".to_owned(), |mut text, _| {
            let _ = writeln!(text, "p{}", stream.below(people.employer.len() as u64));
            text
        }),
    })
}

/// A seeded stream of numbers (SplitMix64).
struct Stream(u64);

impl Stream {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }
    /// 0 .. limit.
    fn below(&mut self, limit: u64) -> u64 {
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }
    /// Above 0 and at most 1.
    fn unit(&mut self) -> f64 {
        ((self.next() >> 11) + 1) as f64 / (1u64 << 53) as f64
    }
    /// Nearly normal, mean 0, spread 1: the sum of twelve.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.unit()).sum::<f64>() - 6.0
    }
    /// Among `many`, the first more often than the last.
    fn early(&mut self, many: usize) -> usize {
        let (a, b) = (self.below(many as u64), self.below(many as u64));
        a.min(b) as usize
    }
}

/// e^x by squaring (1 + x/1024) ten times.
fn exponential(x: f64) -> f64 {
    (0..10).fold(1.0 + x / 1024.0, |power, _| power * power)
}

struct Organisations {
    coalition: Vec<usize>,
    domain: Vec<usize>,
}

impl Organisations {
    fn draw(size: &Size, stream: &mut Stream) -> Self {
        let wishes: Vec<f64> = (0..size.coalitions).map(|_| exponential(SIZE_SPREAD * stream.normal())).collect();
        let scale = size.organisations as f64 / wishes.iter().sum::<f64>();
        let (mut coalition, mut domain) = (Vec::new(), Vec::new());
        for (number, wish) in wishes.iter().enumerate() {
            let members = ((wish * scale + 0.5) as usize).max(MEMBERS_MIN);
            coalition.extend(std::iter::repeat_n(number, members));
            domain.extend((0..members).map(|member| if member < 4 { member / 2 } else { draw_domain(stream) }));
        }
        Self { coalition, domain }
    }

    fn file(&self, stream: &mut Stream) -> String {
        let mut text = "id,name,kind,domain,coalition\n".to_owned();
        for (number, (&domain, &coalition)) in self.domain.iter().zip(&self.coalition).enumerate() {
            let (domain, _, kinds) = DOMAINS[domain];
            let kind = kinds[stream.early(kinds.len())];
            let _ = writeln!(text, "o{number},{kind} {number},{kind},{domain},c{coalition}");
        }
        text
    }
}

fn draw_domain(stream: &mut Stream) -> usize {
    let mut left = stream.below(100);
    DOMAINS.iter().take_while(|(_, share, _)| left.checked_sub(*share).map(|rest| left = rest).is_some()).count()
}

struct People {
    employer: Vec<usize>,
    /// People by coalition, then domain; what falls in one pool stands together.
    order: Vec<u32>,
    /// For each place in the order how much activity stands before it, and the sum.
    activity: Vec<u64>,
    /// Where the pool of each coalition and domain starts in the order, and the end.
    pools: Vec<usize>,
}

impl People {
    fn draw(size: &Size, organisations: &Organisations, stream: &mut Stream) -> Self {
        let count = organisations.domain.len();
        // One each, and the others anywhere: nearly Poisson.
        let mut staff = vec![1usize; count];
        (count..size.people).for_each(|_| staff[stream.below(count as u64) as usize] += 1);
        let employer: Vec<usize> =
            staff.iter().enumerate().flat_map(|(number, &people)| std::iter::repeat_n(number, people)).collect();
        let pool = |person: u32| {
            let organisation = employer[person as usize];
            organisations.coalition[organisation] * DOMAINS.len() + organisations.domain[organisation]
        };
        let mut order: Vec<u32> = (0..employer.len() as u32).collect();
        order.sort_by_key(|&person| pool(person));
        let pools = (0..=size.coalitions * DOMAINS.len()).map(|at| order.partition_point(|&person| pool(person) < at)).collect();
        let mut activity = vec![0];
        for _ in &order {
            // A heavy tail: 1 / √u has no variance.
            let own = (1.0 / stream.unit().sqrt()).min(ACTIVITY_MAX);
            activity.push(activity[activity.len() - 1] + (own * 1024.0) as u64);
        }
        Self { employer, order, activity, pools }
    }

    /// Somebody at one of these places, the busy ones more often.
    fn pick(&self, places: std::ops::Range<usize>, stream: &mut Stream) -> u32 {
        let (from, until) = (self.activity[places.start], self.activity[places.end]);
        let at = from + stream.below(until - from);
        let place = places.start + self.activity[places.start + 1..places.end].partition_point(|&before| before <= at);
        self.order[place]
    }

    fn file(&self, stream: &mut Stream) -> String {
        let mut text = "id,name,organisation,role\n".to_owned();
        for (number, employer) in self.employer.iter().enumerate() {
            let _ = writeln!(text, "p{number},Persoon {number},o{employer},{}", ROLES[stream.early(ROLES.len())]);
        }
        text
    }
}

fn draw_pairs(size: &Size, organisations: &Organisations, people: &People, stream: &mut Stream) -> Vec<(u32, u32)> {
    let mut seen = HashSet::with_capacity(size.links);
    let mut pairs = Vec::with_capacity(size.links);
    while pairs.len() < size.links {
        let a = people.pick(0..people.order.len(), stream);
        let organisation = people.employer[a as usize];
        let coalition = draw_coalition(size, organisations.coalition[organisation], stream);
        let first = coalition * DOMAINS.len();
        let all = people.pools[first]..people.pools[first + DOMAINS.len()];
        let own = first + organisations.domain[organisation];
        let own = people.pools[own]..people.pools[own + 1];
        let of_own = stream.below(100) < OWN_DOMAIN_PERCENT && !own.is_empty();
        let b = people.pick(if of_own { own } else { all }, stream);
        let pair = (a.min(b), a.max(b));
        if a != b && seen.insert(pair) {
            pairs.push(pair);
        }
    }
    pairs
}

fn draw_coalition(size: &Size, own: usize, stream: &mut Stream) -> usize {
    match stream.below(1000) {
        0..OWN_PER_MILLE => own,
        OWN_PER_MILLE..REGION_PER_MILLE => {
            let first = own / REGION_COALITIONS * REGION_COALITIONS;
            first + stream.below(REGION_COALITIONS.min(size.coalitions - first) as u64) as usize
        }
        _ => stream.below(size.coalitions as u64) as usize,
    }
}

fn links_file(pairs: &[(u32, u32)], stream: &mut Stream) -> String {
    let mut text = "from_person,to_person,strength,since,confirmed\n".to_owned();
    for (a, b) in pairs {
        let (strength, since, confirmed) = (1 + stream.early(4), 2012 + stream.below(14), stream.below(10) < 6);
        let _ = writeln!(text, "p{a},p{b},{strength},{since},{confirmed}");
    }
    text
}
