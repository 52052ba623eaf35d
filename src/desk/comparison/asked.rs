//! What is asked of a comparison: which coalitions, how they are looked at, and which measure stands against size.

use super::super::office::*;
use super::super::reading::Reading;
use super::super::words::*;
use crate::model::*;

/// Most coalitions in one comparison, when the settings do not say.
pub const COMPARED_MAX_DEFAULT: usize = 400;
/// Names that are told when a coalition is not there, at most.
/// Of so many names that are not there those that are nearest are sought.
const NEAREST_SOUGHT_MAX: usize = 10;
const SUGGESTIONS_MAX: usize = 3;

/// Which coalitions are held beside each other, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonAsked {
    /// Slugs, names or aliases, in the order of the answer; empty: all, by name.
    pub coalitions: Vec<String>,
    /// The day, the rule and the sides.
    pub reading: Reading,
    /// The measure that is held against size.
    pub funnel: Option<String>,
    /// Most coalitions that may be asked.
    pub coalitions_max: usize,
}

impl Default for ComparisonAsked {
    fn default() -> Self {
        Self { coalitions: Vec::new(), reading: Reading::default(), funnel: None, coalitions_max: COMPARED_MAX_DEFAULT }
    }
}

/// A part of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ComparisonField {
    /// The list of coalitions as a whole.
    Coalitions,
    /// One of them, by its place in the list.
    Coalition(usize),
    /// The measure against size.
    Funnel,
}

/// A part of the question that cannot be understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonFault {
    /// Which part.
    pub field: ComparisonField,
    /// Why, and what to write instead.
    pub words: Words,
}

/// A comparison that cannot be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ComparisonError {
    /// Every part of the question that cannot be understood.
    #[error("{}", .0.iter().map(|fault| fault.words.en.as_str()).collect::<Vec<_>>().join("\n"))]
    Faults(Vec<ComparisonFault>),
    /// As every question to the front office.
    #[error(transparent)]
    Desk(#[from] DeskError),
}

/// That the measure is none that can be held against size, if so.
fn no_funnel(asked: &ComparisonAsked) -> Option<ComparisonFault> {
    let name = asked.funnel.as_deref().filter(|name| !super::funnel::names().any(|it| it == *name))?;
    let names = super::funnel::names().collect::<Vec<_>>().join(", ");
    Some(ComparisonFault {
        field: ComparisonField::Funnel,
        words: words(
            format!("\"{}\" is niet tegen de grootte te zetten; kies uit {names}.", shown(name)),
            format!("\"{}\" cannot be held against size; choose one of {names}.", shown(name)),
        ),
    })
}

/// That there are more than may be compared.
fn too_many(number: usize, most: usize) -> ComparisonFault {
    ComparisonFault {
        field: ComparisonField::Coalitions,
        words: words(
            format!(
                "Dit zijn {number} coalities; vergelijk er hooguit {most}. De beheerder kan KL_COMPARE_COALITIONS_MAX verhogen."
            ),
            format!(
                "These are {number} coalitions; compare {most} at most. The administrator can raise KL_COMPARE_COALITIONS_MAX."
            ),
        ),
    }
}

impl Office<'_> {
    /// The coalitions that are meant, each once, in the order in which they were asked; none asked: all, by name.
    ///
    /// Errors: every one that is not there, every one that is asked twice, or more than may be asked.
    pub fn compared(&self, asked: &ComparisonAsked) -> Result<Vec<CoalitionId>, ComparisonError> {
        let mut faults = Vec::new();
        let mut found: Vec<CoalitionId> = Vec::new();
        // More than may be compared are not looked up: finding the nearest names of many takes long.
        if asked.coalitions.len() > asked.coalitions_max {
            let faults = [too_many(asked.coalitions.len(), asked.coalitions_max)].into_iter().chain(no_funnel(asked));
            return Err(ComparisonError::Faults(faults.collect()));
        }
        let mut unknown = 0;
        for (place, text) in asked.coalitions.iter().enumerate() {
            match self.register.find_coalition(text) {
                Some(it) if found.contains(&it.id) => faults.push(ComparisonFault {
                    field: ComparisonField::Coalition(place),
                    words: words(
                        format!("{} staat er al in; noem elke coalitie één keer.", it.name),
                        format!("{} is in the list already; name each coalition once.", it.name),
                    ),
                }),
                Some(it) => found.push(it.id.clone()),
                None => {
                    unknown += 1;
                    let words = self.no_such(text, unknown <= NEAREST_SOUGHT_MAX);
                    faults.push(ComparisonFault { field: ComparisonField::Coalition(place), words });
                }
            }
        }
        if asked.coalitions.is_empty() {
            found = self.coalitions_by_name();
        }
        if found.len() > asked.coalitions_max {
            faults.push(too_many(found.len(), asked.coalitions_max));
        }
        faults.extend(no_funnel(asked));
        if faults.is_empty() { Ok(found) } else { Err(ComparisonError::Faults(faults)) }
    }

    /// That a coalition is not there, with those whose names are nearest where these are sought.
    fn no_such(&self, text: &str, seeks: bool) -> Words {
        let wanted = text.trim().to_lowercase();
        let distance = |it: &Coalition| {
            let names = it.aliases.iter().chain([&it.name]).map(|name| name.as_str().to_lowercase());
            names.chain([it.id.to_string()]).map(|name| edits(&wanted, &name)).min().unwrap_or(usize::MAX)
        };
        let all = self.register.coalitions().filter(|_| seeks && wanted.chars().count() <= NAME_CHARS_MAX);
        let mut near: Vec<(usize, &Coalition)> = all.map(|it| (distance(it), it)).collect();
        near.sort_by_key(|(edits, it)| (*edits, it.id.clone()));
        let near: Vec<&str> = near.into_iter().take(SUGGESTIONS_MAX).map(|(_, it)| it.id.as_str()).collect();
        let shown = shown(text);
        match near.as_slice() {
            [] => words(
                format!("Geen coalitie heet \"{shown}\"; er zijn er nog geen."),
                format!("No coalition is called \"{shown}\"; there are none yet."),
            ),
            near => words(
                format!("Geen coalitie heet \"{shown}\"; bedoelt u {}?", near.join(", ")),
                format!("No coalition is called \"{shown}\"; do you mean {}?", near.join(", ")),
            ),
        }
    }
}

/// Most characters of a text that is told again.
const SHOWN_CHARS_MAX: usize = 60;

fn shown(text: &str) -> String {
    text.chars().take(SHOWN_CHARS_MAX).collect()
}

/// How many letters must be added, left out or changed to make one word of another. Cost: O(|a|·|b|), of a text that is cut.
fn edits(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.chars().take(SHOWN_CHARS_MAX).collect();
    let mut row: Vec<usize> = (0..=a.len()).collect();
    for (below, other) in b.chars().take(SHOWN_CHARS_MAX).enumerate() {
        let mut corner = std::mem::replace(&mut row[0], below + 1);
        for place in 0..a.len() {
            let changed = corner + usize::from(a[place] != other);
            corner = row[place + 1];
            row[place + 1] = changed.min(corner + 1).min(row[place] + 1);
        }
    }
    row[a.len()]
}

#[cfg(test)]
mod tests {
    use super::edits;

    #[test]
    fn edits_are_counted_as_by_hand() {
        for (a, b, by_hand) in [
            ("", "", 0),
            ("leiden", "leiden", 0),
            ("leidn", "leiden", 1),
            ("", "delft", 5),
            ("zeist", "zest", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!(edits(a, b), by_hand, "{a} {b}");
            assert_eq!(edits(b, a), by_hand, "{b} {a}");
        }
    }
}
