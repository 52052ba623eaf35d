//! Cards to keep: whom to call for what in one coalition, on A4 or in a pocket; and a contact for an address book.
//!
//! Why: the number must be there where no screen is, with the day on which it was known.
//! Never: a person's name on paper; a desk that whoever asks may not see.

mod contact;
mod discreet;
mod serving;

pub use crate::exchange::vcard::{Vcard, VcardVersion};
pub use contact::{vcard_file_name, vcard_text};

use self::discreet::Shown;
use super::contact_words;
use super::office::*;
use super::words::*;
use crate::lookup::{CONTACT_HALF_LIFE_MONTHS, Checked, Lines};
use crate::model::*;
use crate::network::*;
use crate::render::paper::{Call, CallAlert, CallAsks, CallCard, CallDesk, CallDesks, CallLine, CallLive, CallSize, Reach};

/// The need that a pocket card never leaves out while somebody can be called for it: a family's safety.
const SAFETY: &str = "huiselijk-geweld";
/// Desks that are told for one need, at most: the second is for when the first is closed.
const DESKS_NEED_MAX: usize = 2;
/// Partners to ask for one need without a desk, at most.
const ASK_NEED_MAX: usize = 2;

/// Everything that the sentences of a card are made from.
struct Maker<'a> {
    office: &'a Office<'a>,
    network: &'a Network,
    lines: &'a Lines,
    language: Language,
}

impl Office<'_> {
    /// Whom to call for what in a coalition, as a card in one language.
    ///
    /// Takes slug, name or alias; the size; and where people reach the pages, without a slash at its end: without it the card leads
    /// to no page. Needs stand in the order
    /// of the catalogue; on a pocket card safety comes first, then those of the norm's core lines, for not all may fit. One person's number is
    /// on no card, and no text that names a person. Errors: no such coalition.
    pub fn call_card(
        &self,
        coalition: &str,
        size: CallSize,
        language: Language,
        pages: Option<&str>,
    ) -> Result<CallCard, DeskError> {
        let mut network = self.network(coalition, None)?;
        let discreet = self.discreet(network.members.iter().flat_map(|member| &member.contact_points), Shown::OnPaper);
        for member in &mut network.members {
            let name = &member.organisation.name;
            member.contact_points = member.contact_points.iter().map(|point| discreet.point(point, name)).collect();
        }
        let lines = Lines::of(self.register, &network);
        Ok(Maker { office: self, network: &network, lines: &lines, language }.card(size, pages))
    }
}

impl Maker<'_> {
    fn card(&self, size: CallSize, pages: Option<&str>) -> CallCard {
        let (name, id) = (self.network.coalition.name.to_string(), &self.network.coalition.id);
        let (mut calls, mut without) = (Vec::new(), Vec::new());
        for need in self.needs(size) {
            match self.lines(&need.code, size) {
                lines if lines.is_empty() => without.push(need),
                lines => calls.push((need.code.as_str() == SAFETY, Call { needs: vec![self.told(&need.name)], lines })),
            }
        }
        let calls = match size {
            CallSize::A4 => calls.into_iter().map(|(_, call)| call).collect(),
            CallSize::Wallet => by_desk(calls),
        };
        let desks: Vec<(&Member, &ContactPoint)> = self.points().filter(|(_, point)| serving::is_desk(point)).collect();
        let none = desks.is_empty();
        let when = self.office.as_of_words(self.network);
        let pick = |nl, en| pick(self.language, nl, en).to_owned();
        CallCard {
            language: self.language,
            size,
            kicker: pick("Belkaart · Kansrijke Start", "Call card · Kansrijke Start"),
            title: pick("Wie belt u?", "Who to call?"),
            stand: self.stand(when.in_language(self.language)),
            checked: self.checked(&desks),
            live: pages.map(|pages| CallLive {
                words: pick("Steeds de nieuwste versie:", "Always the latest version:"),
                address: format!("{pages}/wie/{id}"),
            }),
            alert: none.then(|| self.alert(size, &name, pages.is_some())),
            asks: (none && size == CallSize::A4).then(|| self.asks(&without)),
            columns: [pick("Hulpvraag", "Need"), pick("Loket", "Desk"), pick("Bel", "Call")],
            caption: pick("Welk loket u belt bij welke hulpvraag", "Which desk to call for which need"),
            elsewhere: if none { 0 } else { without.len() },
            without: (!none && size == CallSize::A4).then(|| self.without(&without)).flatten(),
            desks: (!none && size == CallSize::A4).then(|| self.desks(&desks)),
            parents: self.parents(size),
            notes: vec![match size {
                CallSize::A4 => pick(
                    "Op deze kaart staan loketten: geen namen van personen en geen gegevens van cliënten.",
                    "This card names desks: no names of persons and no data about clients.",
                ),
                CallSize::Wallet => pick("Geen gegevens van cliënten.", "No data about clients."),
            }],
            footer: self.footer(&name),
            place: name,
            calls,
        }
    }

    fn told(&self, words: &Words) -> String {
        words.in_language(self.language).to_owned()
    }

    /// The needs in the order of the card.
    fn needs(&self, size: CallSize) -> Vec<&Need> {
        let catalogue = &self.network.catalogue;
        let weight = |need: &&Need| {
            let of = catalogue.norm.lines.iter().filter(|line| line.need.as_ref() == Some(&need.code));
            of.map(|line| line.weight).min().map_or(usize::MAX, |weight| weight as usize)
        };
        let mut needs: Vec<&Need> = catalogue.needs.iter().collect();
        if size == CallSize::Wallet {
            needs.sort_by_key(|need| (need.code.as_str() != SAFETY, weight(need)));
        }
        needs
    }

    /// Every contact point that is seen here, in catalogue order of its partner; one person's is left out.
    fn points(&self) -> impl Iterator<Item = (&Member, &ContactPoint)> {
        let there = self.network.members.iter().filter(|member| member.status != Some(MembershipStatus::Left));
        there
            .flat_map(|member| member.contact_points.iter().map(move |point| (member, point)))
            .filter(|(_, it)| it.person.is_none())
    }

    fn lines(&self, need: &NeedCode, size: CallSize) -> Vec<CallLine> {
        let found = serving::desks(self.network, self.lines, need, self.office.today);
        let line = |(member, point): (&Member, &ContactPoint)| CallLine {
            desk: contact_words::desk_name(member.name(), point),
            reach: self.reach(point).into_iter().next().unwrap_or_else(|| Reach {
                text: pick(self.language, "nog geen nummer", "no number yet").to_owned(),
                href: None,
            }),
            doubt: contact_words::doubt(point, size == CallSize::A4, self.office.today, self.language),
        };
        found.into_iter().take(DESKS_NEED_MAX).map(line).collect()
    }

    /// Every way to reach a desk: phone, mail, page.
    fn reach(&self, point: &ContactPoint) -> Vec<Reach> {
        let way = |text: String, href: String| Reach { text, href: Some(href) };
        let phone = point.phone.iter().map(|it| way(it.to_string(), it.uri()));
        let mail = point.mail.iter().map(|it| way(it.to_string(), it.uri()));
        phone.chain(mail).chain(point.web.iter().map(|it| way(it.to_string(), it.uri()))).collect()
    }

    fn desks(&self, desks: &[(&Member, &ContactPoint)]) -> CallDesks {
        CallDesks {
            title: pick(self.language, "De loketten", "The desks").to_owned(),
            note: None,
            desks: desks.iter().map(|(member, point)| self.desk(member, point)).collect(),
        }
    }

    fn desk(&self, member: &Member, point: &ContactPoint) -> CallDesk {
        let open = contact_words::open(point, self.language).join(" ");
        let mut lines: Vec<String> = (!open.is_empty()).then_some(open).into_iter().collect();
        lines.extend(contact_words::refer(point, self.language));
        lines.extend(contact_words::languages(point, self.language));
        lines.push(contact_words::checked_or_ask(point, None, self.office.today, self.language));
        CallDesk {
            name: contact_words::desk_name(member.name(), point),
            reach: self.reach(point),
            doubt: contact_words::doubt(point, true, self.office.today, self.language),
            lines,
        }
    }

    /// Public numbers for parents, marked as such; on a pocket card those with a number alone.
    fn parents(&self, size: CallSize) -> Option<CallDesks> {
        let mut parents: Vec<(&Member, &ContactPoint)> =
            self.points().filter(|(_, point)| point.audience == Audience::Parents).collect();
        if size == CallSize::Wallet {
            parents.sort_by_key(|(_, point)| !point.needs.iter().any(|need| need.as_str() == SAFETY));
        }
        let fits = |point: &ContactPoint| size == CallSize::A4 || point.phone.is_some();
        let parents = parents.into_iter().filter(|(_, it)| fits(it));
        let desks: Vec<CallDesk> = parents.map(|(member, point)| self.desk(member, point)).collect();
        let note = "Deze nummers zijn voor ouders zelf. Het zijn geen loketten voor professionals.";
        let note = pick(self.language, note, "These numbers are for parents themselves. They are no desks for professionals.");
        (!desks.is_empty()).then(|| CallDesks {
            title: pick(self.language, "Voor ouders: openbare nummers", "For parents: public numbers").to_owned(),
            note: Some(note.to_owned()),
            desks,
        })
    }

    /// Whom to ask for a desk, need by need; needs with the same partners stand together.
    fn asks(&self, needs: &[&Need]) -> CallAsks {
        let (mut rows, mut nobody): (Vec<(String, String)>, Vec<String>) = (Vec::new(), Vec::new());
        for need in needs {
            let (told, whom) = (self.told(&need.name), self.whom(need));
            match rows.iter_mut().find(|(_, other)| *other == whom) {
                _ if whom.is_empty() => nobody.push(lower_first(&told)),
                Some((row, _)) => row.push_str(&format!("; {}", lower_first(&told))),
                None => rows.push((told, whom)),
            }
        }
        let pick = |nl, en| pick(self.language, nl, en).to_owned();
        let title = pick("Nog niemand bekend voor", "Nobody known yet for");
        CallAsks {
            columns: [pick("Hulpvraag", "Need"), pick("Nog geen loket bekend: vraag", "No desk known yet: ask")],
            rows,
            nobody: (!nobody.is_empty()).then(|| format!("{title}: {}.", nobody.join("; "))),
        }
    }

    /// Partners to ask for one need, the best first: "Schuldhulpverlening of Wijkteam Noord".
    fn whom(&self, need: &Need) -> String {
        let found = serving::to_ask(self.network, self.lines, &need.code, self.office.today);
        let names: Vec<&str> = found.into_iter().take(ASK_NEED_MAX).map(Member::name).collect();
        names.join(pick(self.language, " of ", " or "))
    }

    /// Needs without a desk, each with whom to ask.
    fn without(&self, needs: &[&Need]) -> Option<String> {
        let told = |need: &&Need| match (lower_first(&self.told(&need.name)), self.whom(need)) {
            (need, whom) if whom.is_empty() => need,
            (need, whom) => format!("{need} ({} {whom})", pick(self.language, "vraag", "ask")),
        };
        let needs: Vec<String> = needs.iter().map(told).collect();
        let title = pick(self.language, "Nog geen loket bekend voor", "No desk known yet for");
        (!needs.is_empty()).then(|| format!("{title}: {}.", needs.join("; ")))
    }

    fn stand(&self, when: &str) -> String {
        let today = day(self.office.today, self.language);
        match self.language {
            Language::Nl if when == today => format!("Stand van {today}."),
            Language::En if when == today => format!("As of {today}."),
            // "tussen 2020 en 2023" is no day to stand on.
            Language::Nl if when.starts_with("tussen ") => format!("Wat bekend werd {when}, gemaakt op {today}."),
            Language::En if when.starts_with("between ") => format!("What became known {when}, made on {today}."),
            Language::Nl => format!("Stand van {when}, gemaakt op {today}."),
            Language::En => format!("As of {when}, made on {today}."),
        }
    }

    /// When the numbers were checked, and how many are in doubt.
    fn checked(&self, desks: &[(&Member, &ContactPoint)]) -> Option<String> {
        let states: Vec<Checked> = desks.iter().map(|(_, point)| Checked::of(point, self.office.today)).collect();
        let many = |state| states.iter().filter(|it| **it == state).count();
        let (fresh, stale, never) = (many(Checked::Fresh), many(Checked::Stale), many(Checked::Never));
        let months = CONTACT_HALF_LIFE_MONTHS;
        let nl = format!("Van {} zijn er {fresh} korter dan {months} maanden geleden gecontroleerd", of_desks_nl(states.len()));
        let en = format!("Of {} {fresh} were checked less than {months} months ago", of_desks_en(states.len()));
        let told = match (states.len(), stale + never, self.language) {
            (0, ..) => return None,
            (all, 0, Language::Nl) => format!("{} korter dan {months} maanden geleden gecontroleerd.", all_nl(all)),
            (all, 0, Language::En) => format!("{} checked less than {months} months ago.", all_en(all)),
            (_, _, Language::Nl) => format!("{nl}, {stale} langer geleden en {never} nog nooit."),
            (_, _, Language::En) => format!("{en}, {stale} longer ago and {never} never."),
        };
        Some(told)
    }

    /// No desk is known: what to do about it.
    fn alert(&self, size: CallSize, name: &str, live: bool) -> CallAlert {
        let pick = |nl: &str, en: &str| pick(self.language, nl, en).to_owned();
        let mut steps = vec![pick(
            "Vraag elke partner om één loket: naam, telefoon, openingstijden, voor welke hulpvragen en hoe u verwijst.",
            "Ask every partner for one desk: name, phone, opening hours, for which needs, and how to refer.",
        )];
        if size == CallSize::A4 {
            steps.push(pick(
                "Begin bij wie helpt: hieronder staat bij elke hulpvraag wie u vraagt.",
                "Begin with those who help: below stands whom to ask for each need.",
            ));
        }
        steps.push(pick(
            "Zet het loket bij de partner op de kaart. De volgende afdruk noemt het.",
            "Put the desk with the partner on the map. The next print names it.",
        ));
        if live {
            steps.push(pick(
                "Zoekt u nu iemand: de pagina op deze kaart zegt wie helpt en wie u kan voorstellen.",
                "Looking for somebody now: the page on this card says who helps and who can introduce you.",
            ));
        }
        let words = match self.language {
            Language::Nl => format!("In {name} is nog geen loket voor professionals bekend."),
            Language::En => format!("No desk for professionals is known yet in {name}."),
        };
        CallAlert { words, title: pick("Wat u nu kunt doen", "What you can do now"), steps }
    }

    fn footer(&self, name: &str) -> String {
        let (version, clients) =
            (self.network.version, pick(self.language, "geen gegevens van cliënten", "no data about clients"));
        match self.language {
            Language::Nl => format!("Belkaart {name} · versie {version} · {clients} · Korte Lijnen"),
            Language::En => format!("Call card {name} · version {version} · {clients} · Korte Lijnen"),
        }
    }
}

/// Needs with the same first desk in one row, in the place of the first of them; what stands alone keeps its own row.
fn by_desk(calls: Vec<(bool, Call)>) -> Vec<Call> {
    let mut rows: Vec<(bool, Call)> = Vec::new();
    for (alone, call) in calls {
        match rows.iter_mut().find(|(other, row)| !alone && !*other && row.lines.first() == call.lines.first()) {
            Some((_, row)) => row.needs.extend(call.needs.iter().map(|need| lower_first(need))),
            None => rows.push((alone, call)),
        }
    }
    rows.into_iter().map(|(_, call)| call).collect()
}

fn of_desks_nl(count: usize) -> String {
    if count == 1 { "1 loket".to_owned() } else { format!("de {count} loketten") }
}

fn of_desks_en(count: usize) -> String {
    if count == 1 { "1 desk".to_owned() } else { format!("the {count} desks") }
}

fn all_nl(count: usize) -> String {
    if count == 1 { "Het loket is".to_owned() } else { format!("Alle {count} loketten zijn") }
}

fn all_en(count: usize) -> String {
    if count == 1 { "The desk was".to_owned() } else { format!("All {count} desks were") }
}
