//! The worked example: a fictional coalition of eleven that is asked about completely.

use super::*;

/// Partners and their kinds. Of the GGD only the domain is known; a municipality is governance.
pub const PARTNERS: [(&str, &str); 11] = [
    ("GEM", "gemeente"),
    ("WIJ", "wijkteam"),
    ("SCH", "schuldhulpverlening"),
    ("WEL", "welzijn"),
    ("VK1", "verloskundigenpraktijk"),
    ("VK2", "verloskundigenpraktijk"),
    ("KRZ", "kraamzorg"),
    ("ZKH", "gynaecologie"),
    ("HA", "huisarts"),
    ("JGZ", "jgz"),
    ("GGD", ""),
];

/// Lines, each told by both of its ends.
pub const LINES: [(&str, &str); 17] = [
    ("GEM", "WIJ"),
    ("GEM", "SCH"),
    ("GEM", "WEL"),
    ("GEM", "GGD"),
    ("GEM", "JGZ"),
    ("WIJ", "SCH"),
    ("WIJ", "WEL"),
    ("WIJ", "JGZ"),
    ("VK1", "VK2"),
    ("VK1", "KRZ"),
    ("VK1", "ZKH"),
    ("VK2", "KRZ"),
    ("VK2", "ZKH"),
    ("ZKH", "HA"),
    ("JGZ", "GGD"),
    ("JGZ", "VK1"),
    ("KRZ", "JGZ"),
];

/// The worked example with its kinds.
pub fn worked() -> Made {
    made(|key, kind| match kind {
        "" => (vec![], Some(Domain::PublicHealth), key),
        _ => (vec![KindCode::new(kind).expect("a kind")], None, key),
    })
}

/// The same as a plain network: only domains are known, and the municipality stands with the social ones.
pub fn plain() -> Made {
    made(|key, _| {
        let domain = match key {
            "GEM" | "WIJ" | "SCH" | "WEL" => Domain::Social,
            "JGZ" | "GGD" => Domain::PublicHealth,
            _ => Domain::Medical,
        };
        (vec![], Some(domain), key)
    })
}

fn made(of: impl Fn(&'static str, &str) -> (Vec<KindCode>, Option<Domain>, &'static str)) -> Made {
    let mut made = Made::with(&[]);
    for (key, kind) in PARTNERS {
        let (kinds, domain, name) = of(key, kind);
        made.organisation(key, name, kinds, domain);
        made.membership(key, MembershipStatus::Participating);
    }
    for (a, b) in LINES {
        made.line(a, b).line(b, a);
    }
    made.coverage(CoverageScope::Lines, None, None);
    made
}
