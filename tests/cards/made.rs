//! A made-up coalition, "Voorbeeldstad", with desks as a coalition may have them one day. Every name and number is invented: the
//! numbers are of the kind that is given to nobody.

use kortelijnen::desk::Office;
use kortelijnen::exchange::catalogue;
use kortelijnen::model::*;
use std::sync::{Arc, LazyLock};
use time::Date;
use time::macros::date;

/// The day on which every test happens.
pub const TODAY: Date = date!(2026 - 11 - 22);

static CATALOGUE: LazyLock<Arc<Catalogue>> = LazyLock::new(|| Arc::new(catalogue::shipped().expect("the catalogue reads")));

/// A coalition in the making.
pub struct Made {
    pub changes: Vec<Change>,
    pub register: Register,
}

/// A desk in few words; what is not given is not known.
#[derive(Clone, Copy, Default)]
pub struct Desk {
    pub partner: &'static str,
    pub name: &'static str,
    pub phone: &'static str,
    pub mail: &'static str,
    pub web: &'static str,
    pub open: &'static str,
    pub hours: &'static str,
    pub refer: &'static str,
    pub languages: &'static [&'static str],
    pub needs: &'static [&'static str],
    pub checked: &'static str,
    pub by: &'static str,
    pub person: &'static str,
    pub coalition: &'static str,
    pub audience: Audience,
    pub visibility: ContactVisibility,
}

pub fn slug(text: &str) -> CoalitionId {
    CoalitionId::new(text).expect("a slug")
}

fn name(text: &str) -> Name {
    Name::new(text).expect("a name")
}

impl Made {
    /// A coalition without a partner.
    pub fn empty() -> Self {
        let mut made = Self { changes: Vec::new(), register: Register::new(CATALOGUE.clone()) };
        made.coalition("voorbeeldstad", "Voorbeeldstad");
        made
    }

    pub fn coalition(&mut self, id: &str, called: &str) -> &mut Self {
        self.put(Entity::Coalition(Coalition {
            id: slug(id),
            name: name(called),
            aliases: vec![],
            municipalities: vec![],
            phase: Phase::Running,
            phases: vec![],
            started: None,
            themes: vec![],
            provenance: Provenance::default(),
        }))
    }

    pub fn put(&mut self, entity: Entity) -> &mut Self {
        let change = Change::put(entity);
        self.register.apply(&change).expect("it applies");
        self.changes.push(change);
        self
    }

    /// A partner that takes part in Voorbeeldstad.
    pub fn partner(&mut self, called: &str, kind: &str) -> &mut Self {
        self.put(Entity::Organisation(Organisation {
            id: OrganisationId::from_key(called),
            name: name(called),
            short_name: None,
            aliases: vec![],
            kinds: vec![KindOf { kind: KindCode::new(kind).expect("a code"), basis: KindBasis::Stated, inferred_on: None }],
            domain: None,
            part_of: None,
            placeholder: false,
            identifiers: vec![],
            provenance: Provenance::default(),
        }));
        self.member("voorbeeldstad", Party::Organisation(OrganisationId::from_key(called)), called)
    }

    pub fn member(&mut self, coalition: &str, party: Party, key: &str) -> &mut Self {
        self.put(Entity::Membership(Membership {
            id: MembershipId::from_key(&format!("{coalition}/{key}")),
            coalition: slug(coalition),
            party,
            status: MembershipStatus::Participating,
            roles: vec![],
            period: Period::default(),
            provenance: Provenance::default(),
        }))
    }

    /// A person with a title at a partner, seen in Voorbeeldstad.
    pub fn person(&mut self, called: &str, title: &str, partner: &str, visibility: Visibility) -> &mut Self {
        let id = PersonId::from_key(called);
        self.put(Entity::Person(Person {
            id,
            name: name(called),
            visibility,
            purpose: None,
            expires: None,
            provenance: Provenance::default(),
        }));
        self.put(Entity::Position(Position {
            id: PositionId::from_key(called),
            person: id,
            organisation: Some(OrganisationId::from_key(partner)),
            title: Some(name(title)),
            profession: None,
            period: Period::default(),
            provenance: Provenance::default(),
        }));
        self.member("voorbeeldstad", Party::Person(id), called)
    }

    pub fn desk(&mut self, desk: Desk) -> &mut Self {
        let note = |text: &str| (!text.is_empty()).then(|| Note::new(text).expect("a note"));
        self.put(Entity::from(ContactPoint {
            id: Self::desk_id(desk.partner, desk.name),
            organisation: OrganisationId::from_key(desk.partner),
            coalition: (!desk.coalition.is_empty()).then(|| slug(desk.coalition)),
            person: (!desk.person.is_empty()).then(|| PersonId::from_key(desk.person)),
            name: name(desk.name),
            audience: desk.audience,
            visibility: desk.visibility,
            phone: (!desk.phone.is_empty()).then(|| Phone::new(desk.phone).expect("a number")),
            mail: (!desk.mail.is_empty()).then(|| Mail::new(desk.mail).expect("an address")),
            web: (!desk.web.is_empty()).then(|| WebAddress::new(desk.web).expect("an address")),
            hours: note(desk.hours),
            open: (!desk.open.is_empty()).then(|| OpeningHours::new(desk.open).expect("hours")),
            refer: note(desk.refer),
            languages: desk.languages.iter().map(|code| SpokenLanguage::new(*code).expect("a code")).collect(),
            needs: desk.needs.iter().map(|code| NeedCode::new(*code).expect("a code")).collect(),
            period: Period::default(),
            checked: (!desk.checked.is_empty()).then(|| PartialDate::parse(desk.checked).expect("a date")),
            checked_by: (!desk.by.is_empty()).then(|| Party::Organisation(OrganisationId::from_key(desk.by))),
            provenance: Provenance::default(),
        }))
    }

    pub fn desk_id(partner: &str, desk: &str) -> ContactPointId {
        ContactPointId::from_key(&format!("{partner}/{desk}"))
    }

    pub fn office(&self) -> Office<'_> {
        Office::new(&self.register, TODAY)
    }

    /// Voorbeeldstad with ten desks, of which one is stale, one was never checked and one is for parents; a person with a number of
    /// their own; and a private number that nobody sees.
    pub fn city() -> Self {
        let mut made = Self::empty();
        for (called, kind) in [
            ("Verloskundigen Voorbeeldstad", "verloskundigenpraktijk"),
            ("Kraamzorg Het Voorbeeld", "kraamzorg"),
            ("JGZ Voorbeeldregio", "jgz"),
            ("Wijkteam Voorbeeld-Oost", "wijkteam"),
            ("Schuldhulp Voorbeeldstad", "schuldhulpverlening"),
            ("Welzijn Voorbeeld", "maatschappelijk-werk"),
            ("Voorbeeld Verslavingszorg", "verslavingszorg"),
            ("Veilig Thuis Voorbeeldregio", "veilig-thuis"),
            ("Woonstichting Het Voorbeeld", "woningcorporatie"),
            ("Bibliotheek Voorbeeldstad", "bibliotheek"),
            ("Gemeente Voorbeeldstad", "gemeente"),
        ] {
            made.partner(called, kind);
        }
        let fresh = Desk { checked: "2026-11-03", by: "Gemeente Voorbeeldstad", ..Desk::default() };
        for desk in [
            Desk {
                partner: "Schuldhulp Voorbeeldstad",
                name: "Aanmeldloket",
                phone: "(071) 000 00 01",
                mail: "aanmelden@schuldhulp.example",
                open: "Mo-Fr 09:00-12:00,13:00-17:00",
                refer: "bel samen met de ouder; een brief is niet nodig",
                languages: &["nl", "en", "ar"],
                needs: &["schulden", "dakloosheid"],
                ..fresh
            },
            Desk {
                partner: "Wijkteam Voorbeeld-Oost",
                name: "Wijkteam Voorbeeld-Oost",
                phone: "14 071",
                open: "Mo-Th 08:30-17:00; Fr 08:30-12:00",
                refer: "bel, of loop binnen op dinsdagochtend",
                languages: &["nl", "pl", "ti"],
                ..fresh
            },
            Desk {
                partner: "JGZ Voorbeeldregio",
                name: "Planbureau",
                phone: "088 000 00 02",
                mail: "planbureau@jgz.example",
                open: "Mo-Fr 08:00-17:00",
                ..fresh
            },
            Desk {
                partner: "Welzijn Voorbeeld",
                name: "Loket maatschappelijk werk",
                phone: "(071) 000 00 03",
                needs: &["stress", "eenzaamheid", "relatie", "schulden"],
                hours: "tussen de middag neemt niemand op",
                open: "Mo-Fr 09:00-12:00,13:00-16:00",
                checked: "2025-03",
                by: "Welzijn Voorbeeld",
                ..Desk::default()
            },
            Desk {
                partner: "Voorbeeld Verslavingszorg",
                name: "Consultatie voor verwijzers",
                phone: "0800-0000",
                needs: &["middelengebruik", "roken"],
                refer: "een kort overleg zonder naam kan altijd",
                ..fresh
            },
            Desk {
                partner: "Veilig Thuis Voorbeeldregio",
                name: "Advieslijn",
                phone: "0800 0000",
                needs: &["huiselijk-geweld"],
                hours: "dag en nacht bereikbaar",
                open: "Mo-Su 00:00-24:00",
                ..fresh
            },
            Desk {
                partner: "Woonstichting Het Voorbeeld",
                name: "Sociaal beheer",
                mail: "sociaalbeheer@hetvoorbeeld.example",
                needs: &["huisvesting", "dakloosheid"],
                ..Desk::default()
            },
            Desk {
                partner: "Bibliotheek Voorbeeldstad",
                name: "Taalhuis",
                phone: "06-0000 0004",
                web: "taalhuis.example/voorbeeldstad",
                needs: &["taal"],
                open: "Tu,Th 10:00-16:00",
                ..fresh
            },
            Desk {
                partner: "Verloskundigen Voorbeeldstad",
                name: "Praktijklijn voor verwijzers",
                phone: "(071) 000 00 05",
                needs: &["late-zorg", "onbedoelde-zwangerschap", "tienerzwangerschap"],
                open: "Mo-Fr 08:30-17:00",
                ..fresh
            },
            Desk {
                partner: "Wijkteam Voorbeeld-Oost",
                name: "Wijkteam voor ouders",
                phone: "(071) 000 00 06",
                audience: Audience::Parents,
                visibility: ContactVisibility::Public,
                open: "Mo-Fr 09:00-12:30",
                ..fresh
            },
        ] {
            made.desk(desk);
        }
        made.person("Wia Verzonnen", "teamleider", "Wijkteam Voorbeeld-Oost", Visibility::Coalition);
        made.person("Ot Verborgen", "casusregisseur", "Wijkteam Voorbeeld-Oost", Visibility::Hidden);
        let own = Desk { partner: "Wijkteam Voorbeeld-Oost", checked: "2026-10", ..Desk::default() };
        made.desk(Desk {
            name: "Doorkiesnummer",
            person: "Wia Verzonnen",
            phone: "06-0000 0007",
            mail: "wia@wijkteam.example",
            ..own
        });
        made.desk(Desk {
            name: "Privé",
            person: "Wia Verzonnen",
            phone: "06-9999 9999",
            visibility: ContactVisibility::Hidden,
            ..own
        });
        made.desk(Desk { name: "Nummer van wie niet te zien is", person: "Ot Verborgen", phone: "06-8888 8888", ..own });
        made.desk(Desk { name: "Dichte lijn", phone: "06-7777 7777", visibility: ContactVisibility::Hidden, ..own });
        made
    }
}
