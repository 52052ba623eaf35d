//! A bundle as plain lines, for the second reader who holds it against the sources.

use super::words::dutch;
use super::{Bundle, Fact};
use crate::model::*;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Which facts does a bundle hold, and where does each stand?
///
/// Takes: a bundle, a language. Gives: per source a heading, then one line a fact: the place in the source, the fact, how, how it was read and why, and its line in the file. Within a source in the order of the file.
pub fn explain(bundle: &Bundle, language: Language) -> String {
    let names = Names::of(bundle, language);
    let mut by_source: BTreeMap<Option<SourceId>, Vec<(usize, String)>> = BTreeMap::new();
    for fact in &bundle.facts {
        for (line, provenance, words) in names.facts(fact) {
            by_source.entry(provenance.source).or_default().push((line, names.line(line, provenance, &words)));
        }
    }
    let mut text = String::new();
    for (source, mut lines) in by_source {
        lines.sort_by_key(|(line, _)| *line);
        let heading =
            source.and_then(|id| names.sources.get(&id)).map_or_else(|| names.say("zonder bron", "no source"), String::clone);
        let count = lines.len();
        let facts = names.say("feiten", "facts");
        let _ = writeln!(text, "{heading} ({count} {facts})");
        for (_, line) in lines {
            let _ = writeln!(text, "  {line}");
        }
    }
    text
}

/// What things are called, in one language.
struct Names {
    language: Language,
    sources: BTreeMap<SourceId, String>,
    entities: BTreeMap<EntityRef, String>,
}

impl Names {
    fn of(bundle: &Bundle, language: Language) -> Self {
        let mut names = Self { language, sources: BTreeMap::new(), entities: BTreeMap::new() };
        for fact in &bundle.facts {
            let name = match &fact.entity {
                Entity::Source(it) => {
                    names.sources.insert(it.id, names.source(it));
                    continue;
                }
                Entity::Organisation(it) => it.name.to_string(),
                Entity::Person(it) => it.name.to_string(),
                Entity::Initiative(it) => it.name.to_string(),
                Entity::Position(_) => fact.key.clone(),
                _ => continue,
            };
            names.entities.insert(fact.entity.reference(), name);
        }
        names
    }

    fn say(&self, nl: &str, en: &str) -> String {
        match self.language {
            Language::Nl => nl.to_owned(),
            Language::En => en.to_owned(),
        }
    }

    /// A word of a closed list: in English as files write it, in Dutch as the interface says it.
    fn word<T: Serialize>(&self, word: &T) -> String {
        let Ok(serde_json::Value::String(code)) = serde_json::to_value(word) else { return String::new() };
        match self.language {
            Language::Nl => dutch(&code).map_or(code.clone(), str::to_owned),
            Language::En => code,
        }
    }

    fn source(&self, it: &Source) -> String {
        let mut text = it.title.to_string();
        for part in
            [it.publisher.as_ref().map(Name::to_string), it.date.as_ref().map(PartialDate::to_string)].into_iter().flatten()
        {
            let _ = write!(text, ", {part}");
        }
        for location in &it.locations {
            let _ = write!(text, "; {location}");
        }
        text
    }

    /// One line: place, fact, reading, line in the file.
    fn line(&self, line: usize, provenance: &Provenance, words: &str) -> String {
        let at = provenance.at.as_ref().map_or("?", Note::as_str);
        let reading = match provenance.reading {
            Reading::Stated => self.say("gezegd", "stated"),
            Reading::Interpreted => self.say("gelezen", "interpreted"),
        };
        let note = provenance.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        let row = self.say("regel", "line");
        format!("[{at}] {words} ({reading}{note}) — {row} {line}")
    }

    /// The facts of one entity with line and place: itself, and the themes of a coalition.
    fn facts<'a>(&self, fact: &'a Fact) -> Vec<(usize, &'a Provenance, String)> {
        let (provenance, words) = match &fact.entity {
            Entity::Source(_) => return Vec::new(),
            Entity::Coalition(it) => (&it.provenance, self.coalition(it)),
            Entity::Organisation(it) => (&it.provenance, self.organisation(it)),
            Entity::Person(it) => (&it.provenance, format!("{}: {}", self.say("persoon", "person"), it.name)),
            Entity::Position(it) => (&it.provenance, self.position(it)),
            Entity::Membership(it) => (&it.provenance, self.membership(it)),
            Entity::Initiative(it) => (&it.provenance, self.initiative(it)),
            Entity::Claim(it) => (&it.provenance, self.claim(it)),
            Entity::Coverage(it) => (&it.provenance, self.coverage(it)),
            Entity::ContactPoint(it) => (&it.provenance, self.contact(it)),
        };
        let mut facts = vec![(fact.line, provenance, words)];
        if let Entity::Coalition(it) = &fact.entity {
            let themes = it.themes.iter().zip(&fact.theme_lines);
            facts.extend(themes.map(|(theme, &line)| (line, &theme.provenance, self.theme(theme))));
        }
        facts
    }

    fn coalition(&self, it: &Coalition) -> String {
        let mut text = format!("{}: {}, {}", self.say("coalitie", "coalition"), it.name, self.word(&it.phase));
        if let Some(started) = &it.started {
            let _ = write!(text, ", {} {started}", self.say("gestart", "started"));
        }
        for before in &it.phases {
            let _ = write!(text, ", {} {}", self.say("eerder", "before"), self.word(&before.phase));
            self.period(&mut text, &before.period);
        }
        let municipalities: Vec<String> = it.municipalities.iter().map(|it| it.name.to_string()).collect();
        self.list(&mut text, "gemeenten", "municipalities", &municipalities);
        self.list(&mut text, "ook bekend als", "also known as", &texts(&it.aliases));
        text
    }
    fn theme(&self, it: &Theme) -> String {
        let mut text = format!("{}: {}", self.say("thema", "theme"), it.name);
        self.list(&mut text, "hulpvragen", "needs", &texts(&it.needs));
        self.list(&mut text, "partners", "partners", &self.parties(&it.partners));
        text
    }
    fn organisation(&self, it: &Organisation) -> String {
        let noun = if it.placeholder {
            self.say("partij waarvan alleen de soort bekend is", "party of which only the kind is known")
        } else {
            self.say("organisatie", "organisation")
        };
        let mut text = format!("{noun}: {}", it.name);
        let other: Vec<String> = it.short_name.iter().chain(&it.aliases).map(Name::to_string).collect();
        self.list(&mut text, "ook", "also", &other);
        for of in &it.kinds {
            let basis = match of.basis {
                KindBasis::Stated => self.say("genoemd", "named"),
                KindBasis::Inferred => self.say("afgeleid", "inferred"),
            };
            let on = of.inferred_on.as_ref().map(|on| format!(": {on}")).unwrap_or_default();
            let _ = write!(text, ", {} {} ({basis}{on})", self.say("soort", "kind"), of.kind);
        }
        if let Some(domain) = it.domain {
            let _ = write!(text, ", {} {}", self.say("domein", "domain"), self.word(&domain));
        }
        if let Some(whole) = it.part_of {
            let _ = write!(text, ", {} {}", self.say("deel van", "part of"), self.party(&Party::Organisation(whole)));
        }
        text
    }
    fn position(&self, it: &Position) -> String {
        let mut text = format!("{}: {}", self.say("functie", "position"), self.party(&Party::Person(it.person)));
        for part in [
            it.title.as_ref().map(Name::to_string),
            it.organisation.map(|id| format!("{} {}", self.say("bij", "at"), self.party(&Party::Organisation(id)))),
            it.profession.as_ref().map(|kind| format!("{} {kind}", self.say("beroep", "profession"))),
        ]
        .into_iter()
        .flatten()
        {
            let _ = write!(text, ", {part}");
        }
        text
    }
    fn membership(&self, it: &Membership) -> String {
        let mut text = format!("{}: {}, {}", self.say("deelname", "membership"), self.party(&it.party), self.word(&it.status));
        self.list(&mut text, "rol", "role", &it.roles.iter().map(|role| self.word(role)).collect::<Vec<_>>());
        self.period(&mut text, &it.period);
        text
    }
    fn initiative(&self, it: &Initiative) -> String {
        let mut text =
            format!("{}: {}, {}, {}", self.say("initiatief", "initiative"), it.name, self.word(&it.kind), self.word(&it.status));
        self.period(&mut text, &it.period);
        self.list(&mut text, "met", "with", &self.parties(&it.participants));
        if it.complete {
            let _ = write!(text, ", {}", self.say("lijst volledig", "list complete"));
        }
        text
    }
    fn claim(&self, it: &Claim) -> String {
        let scope = match &it.scope {
            Scope::Pair(pair) => self.parties(&pair.ends()).join(" – "),
            Scope::Group(group) => format!("{} {}", self.say("groep", "group"), self.parties(group.parties()).join(" + ")),
            Scope::Kinds([a, b]) => format!("{} {a} – {b}", self.say("soorten", "kinds")),
            Scope::Domains([a, b]) => format!("{} {} – {}", self.say("domeinen", "domains"), self.word(a), self.word(b)),
        };
        let mut text = format!("{}: {scope}, {}, {}", self.say("opgave", "claim"), it.kind, self.word(&it.stance));
        if let Some(strength) = it.strength {
            let _ = write!(text, ", {} {}", self.say("sterkte", "strength"), strength.get());
        }
        if it.single_carrier {
            let _ = write!(text, ", {}", self.say("hangt op personen", "carried by single persons"));
        }
        match &it.speaker {
            Some(speaker) => drop(write!(text, ", {} {}", self.say("gezegd door", "said by"), self.party(speaker))),
            None => drop(write!(text, ", {}", self.say("alleen de bron zegt het", "only the source says so"))),
        }
        if let Some(party) = &it.on_behalf_of {
            let _ = write!(text, " {} {}", self.say("namens", "on behalf of"), self.party(party));
        }
        if let Some(name) = it.initiative.and_then(|id| self.entities.get(&EntityRef::Initiative(id))) {
            let _ = write!(text, ", {} {name}", self.say("via", "through"));
        }
        if let Some(date) = &it.date {
            let _ = write!(text, ", {date}");
        }
        if let Some(period) = &it.period {
            self.period(&mut text, period);
        }
        text
    }
    fn coverage(&self, it: &Coverage) -> String {
        let complete = if it.complete { self.say("volledig", "complete") } else { self.say("niet volledig", "not complete") };
        let mut text = format!("{}: {}, {complete}", self.say("bevraagd", "coverage"), self.word(&it.scope));
        for part in [
            it.status.as_ref().map(|status| self.word(status)),
            it.level.as_ref().map(|level| self.word(level)),
            it.by.map(|by| format!("{} {}", self.say("door", "by"), self.party(&by))),
            it.about.map(|about| format!("{} {}", self.say("over", "about"), self.party(&about))),
            it.date.as_ref().map(PartialDate::to_string),
        ]
        .into_iter()
        .flatten()
        {
            let _ = write!(text, ", {part}");
        }
        text
    }
    fn contact(&self, it: &ContactPoint) -> String {
        let organisation = self.party(&Party::Organisation(it.organisation));
        let mut text =
            format!("{}: {}, {organisation}, {}", self.say("contactpunt", "contact point"), it.name, self.word(&it.audience));
        let (phone, mail) = (it.phone.as_ref().map(Phone::as_str), it.mail.as_ref().map(Mail::as_str));
        let (web, hours) = (it.web.as_ref().map(WebAddress::as_str), it.hours.as_ref().map(Note::as_str));
        for part in [phone, mail, web, hours].into_iter().flatten() {
            let _ = write!(text, ", {part}");
        }
        let whose = it.person.map(|id| (self.say("van", "of"), self.party(&Party::Person(id))));
        let seen_by = Some((self.say("te zien voor", "visible to"), self.word(&it.visibility)));
        let open = it.open.as_ref().map(|open| (self.say("open", "open"), open.to_string()));
        let refer = it.refer.as_ref().map(|how| (self.say("verwijzen", "refer"), how.to_string()));
        for (name, part) in [whose, seen_by, open, refer].into_iter().flatten() {
            let _ = write!(text, ", {name}: {part}");
        }
        self.list(&mut text, "talen", "languages", &texts(&it.languages));
        self.list(&mut text, "hulpvragen", "needs", &texts(&it.needs));
        self.period(&mut text, &it.period);
        if let Some(checked) = &it.checked {
            let _ = write!(text, ", {} {checked}", self.say("gecontroleerd", "checked"));
        }
        if let Some(party) = &it.checked_by {
            let _ = write!(text, ", {} {}", self.say("gecontroleerd door", "checked by"), self.party(party));
        }
        text
    }

    fn parties(&self, parties: &[Party]) -> Vec<String> {
        parties.iter().map(|party| self.party(party)).collect()
    }
    fn party(&self, party: &Party) -> String {
        let reference = match *party {
            Party::Organisation(id) => EntityRef::Organisation(id),
            Party::Person(id) => EntityRef::Person(id),
            Party::Position(id) => EntityRef::Position(id),
        };
        self.entities.get(&reference).cloned().unwrap_or_else(|| reference.to_string())
    }
    fn list(&self, text: &mut String, nl: &str, en: &str, items: &[String]) {
        if !items.is_empty() {
            let _ = write!(text, ", {}: {}", self.say(nl, en), items.join("; "));
        }
    }
    fn period(&self, text: &mut String, period: &Period) {
        if let Some(from) = period.from() {
            let _ = write!(text, ", {} {from}", self.say("vanaf", "from"));
        }
        if let Some(until) = period.until() {
            let _ = write!(text, ", {} {until}", self.say("tot en met", "until"));
        }
    }
}

fn texts<T: std::fmt::Display>(items: &[T]) -> Vec<String> {
    items.iter().map(T::to_string).collect()
}
