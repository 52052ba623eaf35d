//! How long do the gaps take? One large coalition step by step, and a whole country with evidence.

use criterion::{Criterion, criterion_group, criterion_main};
use kortelijnen::analysis::carriers::{carrier_input, carriers};
use kortelijnen::analysis::gaps::{cells, find};
use kortelijnen::desk::Office;
use kortelijnen::exchange::catalogue;
use kortelijnen::model::*;
use kortelijnen::network::{Network, Rule, View, freeze};
use std::hint::black_box;
use std::sync::Arc;
use time::Date;
use time::macros::date;

const DAY: Date = date!(2026 - 11 - 22);
/// A large coalition: partners, persons, claims.
const LARGE: (u32, u32, u32) = (60, 60, 500);
/// A coalition of a country of 9 000 organisations, 40 000 people and 200 000 links.
const USUAL: (u32, u32, u32) = (26, 114, 571);
/// Coalitions in the country.
const COALITIONS: u32 = 350;

/// A seeded stream of numbers (Marsaglia's xorshift): the same coalitions on every machine.
struct Stream(u64);

impl Stream {
    fn below(&mut self, limit: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 33) as u32 % limit
    }
}

fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

/// Partners of all kinds in turn, persons in turn at the partners, and claims between persons or partners, by one end, dated.
fn coalition(catalogue: &Catalogue, id: &str, (partners, persons, claims): (u32, u32, u32), stream: &mut Stream) -> Vec<Change> {
    let coalition = CoalitionId::new(id).expect("a slug");
    let mut made = vec![Entity::Coalition(Coalition {
        id: coalition.clone(),
        name: name(id),
        aliases: vec![],
        municipalities: vec![],
        phase: Phase::Running,
        phases: vec![],
        started: None,
        themes: vec![],
        provenance: Provenance::default(),
    })];
    let organisation = |i: u32| OrganisationId::from_key(&format!("{id}/{i}"));
    let person = |i: u32| PersonId::from_key(&format!("{id}/p{i}"));
    let member = |key: String, party: Party| {
        Entity::Membership(Membership {
            id: MembershipId::from_key(&key),
            coalition: CoalitionId::new(id).expect("a slug"),
            party,
            status: MembershipStatus::Participating,
            roles: vec![],
            period: Period::default(),
            provenance: Provenance::default(),
        })
    };
    for i in 0..partners {
        let kind = catalogue.kinds[i as usize % catalogue.kinds.len()].code.clone();
        made.push(Entity::Organisation(Organisation {
            id: organisation(i),
            name: name(&format!("{kind} {i}")),
            short_name: None,
            aliases: vec![],
            kinds: vec![KindOf { kind, basis: KindBasis::Stated, inferred_on: None }],
            domain: None,
            part_of: None,
            placeholder: false,
            identifiers: vec![],
            provenance: Provenance::default(),
        }));
        made.push(member(format!("{id}/m{i}"), Party::Organisation(organisation(i))));
    }
    for i in 0..persons {
        made.push(Entity::Person(Person {
            id: person(i),
            name: name(&format!("Persoon {i}")),
            visibility: Visibility::default(),
            purpose: None,
            expires: None,
            provenance: Provenance::default(),
        }));
        made.push(Entity::Position(Position {
            id: PositionId::from_key(&format!("{id}/f{i}")),
            person: person(i),
            organisation: Some(organisation(i % partners)),
            title: None,
            profession: None,
            period: Period::default(),
            provenance: Provenance::default(),
        }));
        made.push(member(format!("{id}/mp{i}"), Party::Person(person(i))));
    }
    for i in 0..claims {
        let (a, b) = (stream.below(persons), stream.below(persons));
        if a % partners == b % partners {
            continue;
        }
        // One claim in ten names organisations only.
        let [from, to] = [a, b].map(|it| match i % 10 {
            0 => Party::Organisation(organisation(it % partners)),
            _ => Party::Person(person(it)),
        });
        made.push(Entity::Claim(Claim {
            id: ClaimId::from_key(&format!("{id}/c{i}")),
            coalition: coalition.clone(),
            scope: Scope::Pair(Pair::new(from, to).expect("two parties")),
            stance: if stream.below(20) == 0 { Stance::Denied } else { Stance::Asserted },
            kind: LinkKindCode::new(["works-with", "refers-to", "consults"][stream.below(3) as usize]).expect("a link kind"),
            strength: None,
            speaker: Some(from),
            on_behalf_of: None,
            initiative: None,
            single_carrier: false,
            date: Some(PartialDate::parse(&format!("{}-06", 2023 + stream.below(4))).expect("a date")),
            period: None,
            provenance: Provenance::default(),
        }));
    }
    made.into_iter().map(Change::put).collect()
}

fn register(coalitions: &[(String, (u32, u32, u32))]) -> Register {
    let catalogue = Arc::new(catalogue::shipped().expect("the catalogue reads"));
    let mut stream = Stream(0x9e37_79b9_7f4a_7c15);
    let mut register = Register::new(catalogue.clone());
    for (id, size) in coalitions {
        register.apply_batch(&coalition(&catalogue, id, *size, &mut stream)).expect("it applies");
    }
    register
}

fn frozen(register: &Register, id: &CoalitionId, rule: Rule) -> Network {
    freeze(register, id, DAY, &View { rule, ..View::of(DAY) }).expect("the coalition is there")
}

fn large(c: &mut Criterion) {
    let register = register(&[("groot".to_owned(), LARGE)]);
    let id = CoalitionId::new("groot").expect("a slug");
    let network = frozen(&register, &id, Rule::Any);
    let confirmed = frozen(&register, &id, Rule::Confirmed);
    let office = Office::new(&register, DAY);
    c.bench_function("freeze a coalition of 60 with 500 claims", |b| b.iter(|| frozen(black_box(&register), &id, Rule::Any)));
    c.bench_function("the norm over a coalition of 60", |b| b.iter(|| cells(black_box(&network))));
    c.bench_function("gaps of a coalition of 60", |b| b.iter(|| find(black_box(&network))));
    c.bench_function("gaps of a coalition of 60, confirmed", |b| b.iter(|| find(black_box(&confirmed))));
    c.bench_function("carriers of a coalition of 60", |b| b.iter(|| carriers(&carrier_input(black_box(&network), |_| true))));
    c.bench_function("gaps of a coalition of 60 as sentences", |b| {
        b.iter(|| black_box(&office).gaps("groot", Some(DAY)).expect("it is there"));
    });
}

fn country(c: &mut Criterion) {
    let coalitions: Vec<(String, (u32, u32, u32))> = (0..COALITIONS).map(|i| (format!("c{i}"), USUAL)).collect();
    let register = register(&coalitions);
    let networks: Vec<Network> =
        coalitions.iter().map(|(id, _)| frozen(&register, &CoalitionId::new(id.as_str()).expect("a slug"), Rule::Any)).collect();
    let office = Office::new(&register, DAY);
    let mut slow = c.benchmark_group("a country of 350 coalitions");
    slow.sample_size(10);
    slow.bench_function("gaps", |b| b.iter(|| networks.iter().map(|network| find(network).len()).sum::<usize>()));
    slow.bench_function("frozen, with gaps and evidence as sentences", |b| {
        b.iter(|| {
            let of = |id: &str| office.gaps(id, Some(DAY)).expect("it is there").gaps.len();
            coalitions.iter().map(|(id, _)| of(id)).sum::<usize>()
        });
    });
    slow.finish();
}

criterion_group!(benches, large, country);
criterion_main!(benches);
