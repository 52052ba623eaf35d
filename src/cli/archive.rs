//! The commands `export` and `history`: what the archive holds.

use super::errors::{Told, named};
use super::source::{existing_archive, existing_store, today};
use anyhow::Result;
use kortelijnen::live::{About, HistoryQuery, HistoryRow, Live};
use kortelijnen::model::*;
use serde::Serialize;
use std::fmt::Write as _;
use std::io::BufWriter;
use std::path::Path;

/// Writes the whole archive as lines, to a file or standard output.
pub fn export(data: &Path, output: Option<&Path>, language: Language) -> Result<()> {
    let store = existing_archive(data)?;
    let Some(path) = output.filter(|path| *path != Path::new("-")) else {
        store.export_lines(BufWriter::new(std::io::stdout().lock()))?;
        return Ok(());
    };
    // Written beside it first, so that a failure leaves an earlier export as it was.
    let refused = |error| Told::refused(path, true, &error);
    let mut beside = path.as_os_str().to_owned();
    beside.push(".part");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    // It holds names of people, so it is for its owner only.
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let file = options.open(&beside).map_err(refused)?;
    let written = store.export_lines(BufWriter::new(&file));
    if written.is_err() {
        // What was half written holds names too; the error itself is what is told.
        let _ = std::fs::remove_file(&beside);
    }
    let count = written?;
    file.sync_all().and_then(|()| std::fs::rename(&beside, path)).map_err(refused)?;
    match language {
        Language::Nl => eprintln!("{count} wijzigingen in {}", path.display()),
        Language::En => eprintln!("{count} changes in {}", path.display()),
    }
    Ok(())
}

/// Who changed what, newest first.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub struct History {
    about: String,
    changes: Vec<Row>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Row {
    sequence: u64,
    at: String,
    actor: String,
    batch: u64,
    action: &'static str,
    what: EntityRef,
    /// What it is called, as far as the register may say so.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// The history of a coalition (slug, name or alias) or of one entity (its id, or the name of an organisation).
pub fn history(data: &Path, asked: &str, limit: usize) -> Result<History> {
    let live = existing_store(data)?;
    let snapshot = live.snapshot();
    let register = &snapshot.register;
    let rows = |about: About| live.history(&HistoryQuery { about, before: None, limit });
    if let Some(coalition) = register.find_coalition(asked) {
        let found = rows(About::Coalition(coalition.id.clone()))?;
        return Ok(History { about: coalition.id.to_string(), changes: found.iter().map(|it| row(it, register)).collect() });
    }
    let what = entity(&live, asked)?.ok_or_else(|| unknown(asked, register))?;
    let found = rows(About::Entity(what.clone()))?;
    Ok(History { about: what.to_string(), changes: found.iter().map(|it| row(it, register)).collect() })
}

fn unknown(asked: &str, register: &Register) -> Told {
    let known = register.coalitions().map(|it| it.id.as_str()).collect::<Vec<_>>().join(", ");
    Told::no(
        format!("\"{asked}\" is geen coalitie, geen organisatie en geen id in dit archief; coalities zijn: {known}"),
        format!("\"{asked}\" is no coalition, no organisation and no id in this store; coalitions are: {known}"),
    )
}

/// What an id or a name means; also something that was removed.
fn entity(live: &Live, asked: &str) -> Result<Option<EntityRef>> {
    let snapshot = live.snapshot();
    let register = &snapshot.register;
    let Ok(id) = asked.trim().parse::<uuid::Uuid>() else {
        let wanted = asked.trim().to_lowercase();
        let is = |name: &Name| name.as_str().to_lowercase() == wanted;
        let mut found = register.organisations().filter(|it| is(&it.name) || it.short_name.as_ref().is_some_and(is));
        return Ok(found.next().map(|it| EntityRef::Organisation(it.id)));
    };
    let all = [
        EntityRef::Source(SourceId(id)),
        EntityRef::Organisation(OrganisationId(id)),
        EntityRef::Person(PersonId(id)),
        EntityRef::Position(PositionId(id)),
        EntityRef::Membership(MembershipId(id)),
        EntityRef::Initiative(InitiativeId(id)),
        EntityRef::Claim(ClaimId(id)),
        EntityRef::Coverage(CoverageId(id)),
        EntityRef::ContactPoint(ContactPointId(id)),
    ];
    if let Some(there) = all.iter().find(|it| register.entity(it).is_some()) {
        return Ok(Some(there.clone()));
    }
    for what in all {
        if !live.history(&HistoryQuery { about: About::Entity(what.clone()), before: None, limit: 1 })?.is_empty() {
            return Ok(Some(what));
        }
    }
    Ok(None)
}

fn row(row: &HistoryRow, register: &Register) -> Row {
    let (action, name) = match &row.change {
        Change::Put(entity) => ("put", name(entity, register)),
        Change::Remove(_) => ("remove", None),
    };
    let at = row.at.replace_nanosecond(0).unwrap_or(row.at);
    let at = at.format(&time::format_description::well_known::Rfc3339).unwrap_or_default();
    let (sequence, batch) = (row.sequence, row.batch);
    Row { sequence, at, actor: row.actor.as_str().to_owned(), batch, action, what: row.change.reference(), name }
}

/// What an entity is called. A person only when the register may name them today.
fn name(entity: &Entity, register: &Register) -> Option<String> {
    let of = |party: &Party| party_name(party, register);
    Some(match entity {
        Entity::Source(it) => it.title.to_string(),
        Entity::Coalition(it) => it.name.to_string(),
        Entity::Organisation(it) => it.name.to_string(),
        Entity::Person(it) => of(&Party::Person(it.id))?,
        Entity::Position(it) => of(&Party::Person(it.person))?,
        Entity::Membership(it) => of(&it.party)?,
        Entity::Initiative(it) => it.name.to_string(),
        Entity::Claim(it) => match &it.scope {
            Scope::Pair(pair) => pair.ends().iter().map(of).collect::<Option<Vec<_>>>()?.join(" – "),
            Scope::Group(group) => group.parties().iter().map(of).collect::<Option<Vec<_>>>()?.join(", "),
            Scope::Kinds(kinds) => kinds.iter().map(KindCode::as_str).collect::<Vec<_>>().join(" – "),
            Scope::Domains(domains) => domains.map(Domain::code).join(" – "),
        },
        Entity::Coverage(it) => it.by.as_ref().or(it.about.as_ref()).and_then(of)?,
        Entity::ContactPoint(it) => it.name.to_string(),
    })
}

fn party_name(party: &Party, register: &Register) -> Option<String> {
    let person = |id: &PersonId| register.person(id).filter(|it| it.shown_on(today())).map(|it| it.name.to_string());
    match party {
        Party::Organisation(id) => register.organisation(id).map(|it| it.name.to_string()),
        Party::Person(id) => person(id),
        Party::Position(id) => person(&register.position(id)?.person),
    }
}

impl History {
    /// As text, one change a line.
    pub fn text(&self, language: Language) -> String {
        let nl = language == Language::Nl;
        let mut out = String::new();
        for row in &self.changes {
            let action = match row.action {
                "put" if nl => "gezet",
                "remove" if nl => "weggehaald",
                "put" => "put",
                _ => "removed",
            };
            let at = row.at.replace('T', " ").replace('Z', "");
            let name = row.name.as_ref().map(|name| format!("  {name}")).unwrap_or_default();
            let _ =
                writeln!(out, "{:>7}  {at}  {:<10} {action:<10} {}{name}", row.sequence, row.actor, named(&row.what, language));
        }
        if self.changes.is_empty() {
            out.push_str(if nl { "Niets gewijzigd.\n" } else { "Nothing was changed.\n" });
        }
        out
    }
}
