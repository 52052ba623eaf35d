//! What can go wrong with the archive, each with what a person can do about it.

use crate::model::{EntityRef, Fault, Language, PersonId};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What part of a store cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Record {
    /// A change, by its sequence.
    Change(u64),
    /// The personal values of somebody.
    Person(PersonId),
    /// The mark that tells the format and the number of changes.
    Mark,
    /// The counts of searches.
    Searches,
    /// The measurements that were kept.
    Measurements,
    /// The file as a whole.
    File,
}

impl std::fmt::Display for Record {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Change(sequence) => write!(f, "change {sequence}"),
            Self::Person(id) => write!(f, "person {id}"),
            Self::Mark => f.write_str("mark"),
            Self::Searches => f.write_str("searches"),
            Self::Measurements => f.write_str("measurements"),
            Self::File => f.write_str("db"),
        }
    }
}

/// A fault of the archive. What was acknowledged before it is untouched.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// Somebody else wrote in between. Load again and repeat the change.
    #[error(
        "somebody changed the register in between (it is at {actual}, the change was made at {expected}); look again and repeat the change"
    )]
    Conflict {
        /// Sequence that the caller saw.
        expected: u64,
        /// Sequence of the store.
        actual: u64,
    },
    /// No room on the disk.
    #[error("the disk of {} is full; nothing of this change was kept: make room and start again", path.display())]
    DiskFull {
        /// Where.
        path: PathBuf,
    },
    /// A record that cannot be read.
    #[error("the store is damaged ({what}); put back a backup or import the last line export into a new directory")]
    Corrupt {
        /// Which record.
        what: Record,
    },
    /// Written by a newer program.
    #[error("the store has format {found} and this program knows up to {known}; start a newer version of the program")]
    NewerFormat {
        /// Format of the store.
        found: u32,
        /// Newest format that this program reads.
        known: u32,
    },
    /// Another process has the directory.
    #[error("{} is in use by another process of this program; stop that one or choose another directory", path.display())]
    InUse {
        /// The directory.
        path: PathBuf,
    },
    /// One value is too large to keep.
    #[error("{what} takes {bytes} bytes and at most {bytes_max} fit; split it up or shorten its texts")]
    TooLarge {
        /// What was put.
        what: EntityRef,
        /// Its size, in bytes.
        bytes: usize,
        /// Largest size, in bytes.
        bytes_max: usize,
    },
    /// A change in the log that today's catalogue or rules refuse.
    #[error("change {sequence} of the store no longer fits: {fault}; use the catalogue it was written with")]
    Misfit {
        /// Which change.
        sequence: u64,
        /// What is wrong with it.
        fault: Fault,
    },
    /// Import into a store that holds something.
    #[error("the store already holds {changes} changes; import into a new, empty directory")]
    NotEmpty {
        /// How many.
        changes: u64,
    },
    /// A line of an export that cannot be read; nothing was imported.
    #[error("line {line} of the export cannot be read, or lines are missing after it; use a complete export file")]
    BadLine {
        /// Which, counted from 1.
        line: usize,
    },
    /// An earlier write failed; nothing is written until the store is opened again.
    #[error("the store stopped after a write that failed ({cause}); remedy that and start again")]
    Stopped {
        /// That failure.
        cause: Box<StoreError>,
    },
    /// The system refuses to read or write.
    #[error("{} cannot be read or written: {source}; check that the directory exists and that you may write there", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What the system says.
        source: Arc<std::io::Error>,
    },
}

impl StoreError {
    /// The same sentence in a language; `Display` gives the English one.
    pub fn sentence(&self, language: Language) -> String {
        if language == Language::En {
            return self.to_string();
        }
        match self {
            Self::Conflict { expected, actual } => format!(
                "Intussen heeft iemand anders iets gewijzigd (stand {actual}, u zag {expected}); kijk opnieuw en herhaal de wijziging."
            ),
            Self::DiskFull { path } => format!(
                "De schijf van {} is vol; van deze wijziging is niets bewaard. Maak ruimte en start opnieuw.",
                path.display()
            ),
            Self::Corrupt { what } => {
                let what = match what {
                    Record::Change(sequence) => format!("wijziging {sequence}"),
                    Record::Person(id) => format!("persoon {id}"),
                    Record::Mark => "het formaatkenmerk".to_owned(),
                    Record::Searches => "de tellingen van zoekvragen".to_owned(),
                    Record::Measurements => "de bewaarde metingen".to_owned(),
                    Record::File => "het bestand zelf".to_owned(),
                };
                format!(
                    "Het archief is beschadigd ({what}). Zet een reservekopie terug of importeer de laatste regelexport in een nieuwe map."
                )
            }
            Self::NewerFormat { found, known } => format!(
                "Het archief heeft formaat {found} en dit programma kent tot en met {known}. Start een nieuwere versie van het programma."
            ),
            Self::InUse { path } => format!(
                "{} is in gebruik door een ander proces van dit programma. Stop dat, of kies een andere map.",
                path.display()
            ),
            Self::TooLarge { what, bytes, bytes_max } => {
                format!("{what} is {bytes} bytes groot en er passen er {bytes_max}. Splits het, of maak de teksten korter.")
            }
            Self::Misfit { sequence, fault } => format!(
                "Wijziging {sequence} van het archief past niet meer ({fault}). Gebruik de catalogus waarmee het is geschreven."
            ),
            Self::NotEmpty { changes } => {
                format!("Het archief bevat al {changes} wijzigingen. Importeer in een nieuwe, lege map.")
            }
            Self::BadLine { line } => format!(
                "Regel {line} van de export is niet te lezen, of er ontbreken regels na. Gebruik een volledig exportbestand."
            ),
            Self::Stopped { cause } => format!(
                "Het archief is gestopt na een mislukte schrijfactie ({}). Verhelp die en start opnieuw.",
                cause.sentence(language)
            ),
            Self::Io { path, source } => format!(
                "{} is niet te lezen of te schrijven ({source}). Controleer of de map bestaat en of u er mag schrijven.",
                path.display()
            ),
        }
    }

    /// A fault of the system at a path; a full disk or quota is told apart.
    pub(super) fn io(path: &Path, source: std::io::Error) -> Self {
        use std::io::ErrorKind::{QuotaExceeded, StorageFull};
        match source.kind() {
            StorageFull | QuotaExceeded => Self::DiskFull { path: path.to_owned() },
            _ => Self::Io { path: path.to_owned(), source: Arc::new(source) },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::OrganisationId;

    #[test]
    fn every_fault_has_a_sentence_of_its_own_in_both_languages() {
        let path = PathBuf::from("/een/map");
        let what = EntityRef::Organisation(OrganisationId::from_key("a"));
        let full = StoreError::io(&path, std::io::ErrorKind::StorageFull.into());
        let all = [
            StoreError::Conflict { expected: 1, actual: 2 },
            StoreError::Corrupt { what: Record::Change(7) },
            StoreError::Corrupt { what: Record::Mark },
            StoreError::Corrupt { what: Record::Searches },
            StoreError::Corrupt { what: Record::Measurements },
            StoreError::NewerFormat { found: 2, known: 1 },
            StoreError::InUse { path: path.clone() },
            StoreError::TooLarge { what: what.clone(), bytes: 9, bytes_max: 8 },
            StoreError::Misfit { sequence: 3, fault: Fault::Unknown(what) },
            StoreError::NotEmpty { changes: 4 },
            StoreError::BadLine { line: 5 },
            StoreError::Stopped { cause: Box::new(full.clone()) },
            StoreError::io(&path, std::io::ErrorKind::PermissionDenied.into()),
            full,
        ];
        let sentences: std::collections::BTreeSet<String> =
            all.iter().flat_map(|error| [error.sentence(Language::Nl), error.sentence(Language::En)]).collect();
        assert_eq!(sentences.len(), 2 * all.len());
    }

    #[test]
    fn a_full_disk_and_a_full_quota_are_told_apart_from_other_faults() {
        let of = |kind: std::io::ErrorKind| StoreError::io(Path::new("x"), kind.into());
        assert!(matches!(of(std::io::ErrorKind::StorageFull), StoreError::DiskFull { .. }));
        assert!(matches!(of(std::io::ErrorKind::QuotaExceeded), StoreError::DiskFull { .. }));
        assert!(matches!(of(std::io::ErrorKind::PermissionDenied), StoreError::Io { .. }));
    }
}
