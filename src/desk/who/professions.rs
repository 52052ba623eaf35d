//! Who asks, in words: "U, als verloskundige".

use super::answer::WhoFrom;
use super::board::Board;
use crate::desk::gaps::member_row;
use crate::desk::speech::Speech;
use crate::desk::words::*;
use crate::lookup::Asker;
use crate::model::*;

/// Somebody of a kind that finds families with a need, as they call themselves.
const PROFESSIONS: [(&str, &str, &str); 12] = [
    ("verloskundigenpraktijk", "verloskundige", "a midwife"),
    ("kraamzorg", "kraamverzorgende", "a maternity carer"),
    ("gynaecologie", "gynaecoloog", "a gynaecologist"),
    ("kindergeneeskunde", "kinderarts", "a paediatrician"),
    ("huisarts", "huisarts", "a general practitioner"),
    ("medisch-maatschappelijk-werk", "medisch maatschappelijk werker", "a medical social worker"),
    ("maatschappelijk-werk", "maatschappelijk werker", "a social worker"),
    ("jgz", "jeugdverpleegkundige", "a youth health nurse"),
    ("wijkteam", "medewerker van een wijkteam", "a neighbourhood team worker"),
    ("sociale-raadslieden", "sociaal raadsman of -vrouw", "a social legal adviser"),
    ("moedermentor", "moedermentor", "a mother mentor"),
    ("ervaringsdeskundigen", "ervaringsdeskundige", "an expert by experience"),
];

/// "als verloskundige"; of a kind without a word for one: "vanuit welzijnswerk".
fn as_one_of(speech: &Speech<'_>, kind: &KindCode, language: Language) -> String {
    match (PROFESSIONS.iter().find(|(code, ..)| *code == kind.as_str()), language) {
        (Some((_, nl, _)), Language::Nl) => format!("als {nl}"),
        (Some((.., en)), Language::En) => format!("as {en}"),
        (None, Language::Nl) => format!("vanuit {}", speech.people(kind, language)),
        (None, Language::En) => format!("from {}", speech.people(kind, language)),
    }
}

/// "U, als verloskundige in Leiden".
pub(super) fn you(speech: &Speech<'_>, from: &Asker, place: Option<&str>, language: Language) -> String {
    let you = pick(language, "U", "You");
    let who = match from {
        Asker::Kind(kind) => as_one_of(speech, kind, language),
        Asker::Organisation(id) => {
            format!("{} {}", pick(language, "bij", "at"), speech.party(Party::Organisation(*id), language))
        }
        Asker::Person(id) => return person(speech, *id, language),
        Asker::Nobody => return you.to_owned(),
    };
    let place = place.map(|place| format!(" in {place}")).unwrap_or_default();
    format!("{you}, {who}{place}")
}

/// "U: directeur Linda Rentes".
fn person(speech: &Speech<'_>, id: PersonId, language: Language) -> String {
    let you = pick(language, "U", "You");
    let Some(found) = speech.names(id) else { return you.to_owned() };
    let title = speech.network.members.iter().flat_map(|it| &it.seats).find(|it| it.person == id).and_then(|it| it.title.clone());
    match title {
        Some(title) => format!("{you}: {title} {}", found.name),
        None => format!("{you}: {}", found.name),
    }
}

/// Who asks, as a row.
pub(super) fn from_row(speech: &Speech<'_>, board: &Board, from: &Asker, place: Option<&str>) -> WhoFrom {
    let network = &board.network;
    let member = match from {
        Asker::Organisation(id) => network.place(*id),
        Asker::Person(id) => board.lines.node_of_person(*id).and_then(|node| board.lines.nodes[node].members.first().copied()),
        Asker::Kind(_) | Asker::Nobody => None,
    };
    let words = match from {
        Asker::Nobody => words(
            "Zeg wie u bent: uw beroep of uw organisatie. Dan ziet u wie u kan voorstellen.",
            "Say who you are: your profession or your organisation. Then you see who can introduce you.",
        ),
        _ => both(|language| you(speech, from, place, language)),
    };
    let kind = match from {
        Asker::Kind(code) => Some(code.to_string()),
        _ => None,
    };
    WhoFrom { words, kind, party: member.map(|place| member_row(network, place)) }
}
