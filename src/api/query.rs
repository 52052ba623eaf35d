//! Path and query parameters: every fault at once, unknown names among them.

use super::problem::{ApiError, At, words};
use crate::desk::{LINES_DEFAULT, Reading};
use crate::model::{Catalogue, Language, Words};
use crate::network::{Rule, Sides, SidesError};
use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use sha2::Digest;
use time::Date;
use time::format_description::BorrowedFormatItem;
use time::macros::format_description;
use utoipa::IntoParams;

/// Rows on a page when the reader does not say how many.
pub const PAGE_ROWS_DEFAULT: usize = 25;
/// Largest number of introductions that is read; the settings say how many may be asked.
const LINES_MAX: usize = 1_000;
/// How a day is written.
const DAY: &[BorrowedFormatItem<'_>] = format_description!("[year]-[month]-[day]");
/// Most rows on a page.
pub const PAGE_ROWS_MAX: usize = 100;

/// The parameters of a request while they are read.
pub struct Pairs {
    pairs: Vec<(String, String)>,
    known: Vec<&'static str>,
    faults: Vec<At>,
}

impl Pairs {
    /// One parameter, if it is given. Notes a fault when it is given twice or cannot be read.
    pub fn read<T>(&mut self, name: &'static str, reader: impl FnOnce(&str) -> Result<T, Words>) -> Option<T> {
        self.known.push(name);
        let given: Vec<&String> = self.pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value).collect();
        match given.as_slice() {
            [] => None,
            [text] => match reader(text) {
                Ok(value) => Some(value),
                Err(reason) => {
                    self.faults.push(At::parameter(name, reason));
                    None
                }
            },
            _ => {
                self.faults.push(At::parameter(name, words("Geef dit één keer.", "Give this once.")));
                None
            }
        }
    }

    /// A parameter that may be given any number of times: all that is given, in order.
    pub fn all(&mut self, name: &'static str) -> Vec<String> {
        self.known.push(name);
        self.pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.clone()).collect()
    }

    /// One parameter that must be given.
    pub fn required<T>(&mut self, name: &'static str, reader: impl FnOnce(&str) -> Result<T, Words>) -> Option<T> {
        if !self.pairs.iter().any(|(key, _)| key == name) {
            self.faults.push(At::parameter(name, words("Dit is nodig.", "This is required.")));
        }
        self.read(name, reader)
    }

    /// One of a few codes.
    pub fn choice<T: Copy>(&mut self, name: &'static str, choices: &[(&str, T)]) -> Option<T> {
        self.read(name, |text| {
            choices.iter().find(|(code, _)| *code == text).map(|(_, value)| *value).ok_or_else(|| {
                let codes: Vec<&str> = choices.iter().map(|(code, _)| *code).collect();
                words(format!("Kies uit {}.", codes.join(", ")), format!("Choose one of {}.", codes.join(", ")))
            })
        })
    }

    /// A day such as 2019-11-30.
    pub fn day(&mut self, name: &'static str) -> Option<Date> {
        self.read(name, day)
    }

    /// A whole number from 1 to `max`.
    pub fn number(&mut self, name: &'static str, max: usize) -> Option<usize> {
        self.read(name, |text| match text.parse() {
            Ok(number) if (1..=max).contains(&number) => Ok(number),
            _ => Err(words(
                format!("Geef een heel getal van 1 tot en met {max}."),
                format!("Give a whole number from 1 to {max}."),
            )),
        })
    }

    fn close(mut self) -> Vec<At> {
        for (key, _) in &self.pairs {
            if !self.known.contains(&key.as_str()) {
                let (nl, en) = match self.known.as_slice() {
                    [] => ("Dit adres kent geen parameters.".to_owned(), "This address takes no parameters.".to_owned()),
                    known => (
                        format!("Deze parameter bestaat hier niet; wel {}.", known.join(", ")),
                        format!("There is no such parameter here; there are {}.", known.join(", ")),
                    ),
                };
                self.faults.push(At::parameter(key.clone(), words(nl, en)));
            }
        }
        self.faults
    }
}

/// A day such as 2019-11-30.
pub fn day(text: &str) -> Result<Date, Words> {
    let form = text.len() == 10;
    let date = form.then(|| Date::parse(text, DAY).ok()).flatten();
    date.ok_or_else(|| words("Schrijf een dag als 2019-11-30.", "Write a day as 2019-11-30."))
}

/// What can be asked behind the question mark of an address.
pub trait Question: Sized {
    /// Reads its parameters; `None` only after a fault was noted.
    fn read(pairs: &mut Pairs) -> Option<Self>;
}

/// The parameters of one request.
pub struct Asked<Q>(pub Q);

impl<Q: Question, S: Send + Sync> FromRequestParts<S> for Asked<Q> {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let pairs = axum::extract::Query::<Vec<(String, String)>>::try_from_uri(&parts.uri);
        let unreadable = || ApiError::invalid(At::parameter("?", words("Dit is niet te lezen.", "This cannot be read.")));
        let axum::extract::Query(pairs) = pairs.map_err(|_| unreadable())?;
        let mut pairs = Pairs { pairs, known: Vec::new(), faults: Vec::new() };
        let question = Q::read(&mut pairs);
        match (question, pairs.close()) {
            (Some(question), faults) if faults.is_empty() => Ok(Self(question)),
            (_, faults) => Err(ApiError::Invalid(faults)),
        }
    }
}

/// Two questions in one address.
impl<A: Question, B: Question> Question for (A, B) {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        let (a, b) = (A::read(pairs), B::read(pairs));
        Some((a?, b?))
    }
}

/// No parameters.
pub struct Nothing;

impl Question for Nothing {
    fn read(_: &mut Pairs) -> Option<Self> {
        Some(Self)
    }
}

/// How a coalition is looked at.
#[derive(Debug, Clone, Default, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub struct Moment {
    /// De dag waarvoor het antwoord geldt; zonder deze parameter nu, of de dag van de laatste bron.
    #[param(value_type = Option<String>, format = Date, example = "2019-11-30")]
    pub as_of: Option<Date>,
    /// Wat als lijn telt: `any` (iemand zegt het) of `confirmed` (beide kanten zeggen het).
    #[param(value_type = Option<Rule>, inline)]
    pub rule: Rule,
    /// Wie tegenover wie: `default`, `three-groups`, of twee lijsten van domeinen en soorten partners met een dubbele punt ertussen.
    #[param(value_type = Option<String>, example = "medical:social,informal")]
    pub sides: Option<String>,
}

impl Question for Moment {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self {
            as_of: pairs.day("asOf"),
            rule: pairs.choice("rule", &[("any", Rule::Any), ("confirmed", Rule::Confirmed)]).unwrap_or_default(),
            sides: pairs.read("sides", |text| Ok(text.to_owned())),
        })
    }
}

impl Moment {
    /// What the front office is asked with. Errors: sides that cannot be.
    pub fn reading(&self, catalogue: &Catalogue) -> Result<Reading, ApiError> {
        let sides = self.sides.as_deref().map(|text| Sides::parse(text, catalogue)).transpose();
        let told = |error: SidesError| words(error.sentence(Language::Nl), error.sentence(Language::En));
        let sides = sides.map_err(|error| ApiError::invalid(At::parameter("sides", told(error))))?.unwrap_or_default();
        Ok(Reading { as_of: self.as_of, rule: self.rule, sides, supposed: Vec::new() })
    }
}

/// What tells answers of one version and day apart: the rule, and the sides as they were understood, so that the same sides
/// written otherwise are the same question.
pub fn form(reading: &Reading) -> String {
    let rule = if reading.rule == Rule::Confirmed { "-confirmed" } else { "" };
    let sides = (reading.sides != Sides::ByKind).then(|| format!("-{}", hash(&reading.sides.to_string())));
    format!("{rule}{}", sides.unwrap_or_default())
}

/// How many introductions.
#[derive(Debug, Clone, Copy, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub struct LinesAsked {
    /// Hoeveel kennismakingen hooguit.
    #[param(value_type = Option<usize>, minimum = 1, example = 5)]
    pub lines: usize,
}

impl Question for LinesAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        Some(Self { lines: pairs.number("lines", LINES_MAX).unwrap_or(LINES_DEFAULT) })
    }
}

/// Which page of a list.
#[derive(Debug, Clone, Copy, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub struct Page {
    /// Welke bladzijde, vanaf 1.
    #[param(value_type = Option<usize>, minimum = 1, example = 1)]
    pub page: usize,
    /// Hoeveel rijen op een bladzijde.
    #[param(value_type = Option<usize>, minimum = 1, maximum = 100, example = 25)]
    pub page_size: usize,
}

impl Question for Page {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        let page = pairs.number("page", 1_000_000).unwrap_or(1);
        let page_size = pairs.number("pageSize", PAGE_ROWS_MAX).unwrap_or(PAGE_ROWS_DEFAULT);
        Some(Self { page, page_size })
    }
}

/// About which pair.
#[derive(Debug, Clone, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub struct PairAsked {
    /// De ene partner: id of naam van een organisatie.
    pub a: String,
    /// De andere partner: id of naam van een organisatie.
    pub b: String,
}

impl Question for PairAsked {
    fn read(pairs: &mut Pairs) -> Option<Self> {
        let text = |text: &str| match text.trim() {
            "" => Err(words("Vul dit in.", "Fill this in.")),
            text if text.chars().count() > crate::model::NAME_CHARS_MAX => Err(words("Dit is te lang.", "This is too long.")),
            text => Ok(text.to_owned()),
        };
        let (a, b) = (pairs.required("a", text), pairs.required("b", text));
        Some(Self { a: a?, b: b? })
    }
}

/// The `id` in the path.
pub struct Id<T>(pub T);

/// A type that can be read from one step of a path.
pub trait InPath: Sized {
    /// Reads it, or says what to write.
    fn from_path(text: &str) -> Result<Self, Words>;
}

impl InPath for String {
    fn from_path(text: &str) -> Result<Self, Words> {
        Ok(text.to_owned())
    }
}

impl<T: InPath, S: Send + Sync> FromRequestParts<S> for Id<T> {
    type Rejection = ApiError;
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        let unreadable = || words("Dit is niet te lezen.", "This cannot be read.");
        let params = RawPathParams::from_request_parts(parts, state).await;
        let text = params.ok().and_then(|params| params.iter().find(|(name, _)| *name == "id").map(|(_, text)| text.to_owned()));
        let id = text.ok_or_else(unreadable).and_then(|text| T::from_path(&text));
        id.map(Self).map_err(|reason| ApiError::invalid(At::parameter("id", reason)))
    }
}

/// Few letters for a long text, the same for the same text; nobody finds two texts with the same.
pub fn hash(text: &str) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digest = sha2::Sha256::digest(text);
    let halves = digest.iter().take(16).flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}
