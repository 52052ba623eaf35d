//! The catalogue and the coalitions that come with the program, read and held against each other.

use super::{bundle, catalogue};
use crate::model::{Catalogue, Change, Fault};
use std::sync::Arc;

/// What comes with the program.
#[derive(Debug, Clone)]
pub struct Shipped {
    /// The catalogue.
    pub catalogue: Arc<Catalogue>,
    /// The coalitions, in an order in which an empty register takes them; what several files share stands once.
    pub changes: Vec<Change>,
}

/// Why the shipped data cannot be used.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ShippedError {
    /// Faults in the catalogue.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Catalogue(Vec<catalogue::CatalogueError>),
    /// Faults in the coalitions.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))]
    Bundles(Vec<bundle::BundleError>),
    /// A fact that the register refuses.
    #[error("{file}, line {line}: {fault}")]
    Fault {
        /// The file.
        file: String,
        /// The line in it, from 1.
        line: usize,
        /// What is wrong.
        fault: Fault,
    },
}

/// Reads everything inside the binary. Cost: milliseconds.
pub fn shipped() -> Result<Shipped, ShippedError> {
    let catalogue = Arc::new(catalogue::shipped().map_err(ShippedError::Catalogue)?);
    let bundles = read_all(bundle::shipped())?;
    Ok(Shipped { catalogue, changes: changes(&bundles) })
}

/// Reads several bundles and holds them against each other.
pub fn read_all<'a>(files: impl Iterator<Item = (&'a str, &'a str)>) -> Result<Vec<bundle::Bundle>, ShippedError> {
    let mut bundles = Vec::new();
    let mut errors = Vec::new();
    for (name, text) in files {
        match bundle::read(name, text) {
            Ok(bundle) => bundles.push(bundle),
            Err(found) => errors.extend(found),
        }
    }
    errors.extend(bundle::disagreements(&bundles));
    if errors.is_empty() { Ok(bundles) } else { Err(ShippedError::Bundles(errors)) }
}

/// The changes of several bundles; what stands in more than one is put once.
pub fn changes(bundles: &[bundle::Bundle]) -> Vec<Change> {
    let mut seen = std::collections::BTreeSet::new();
    let all = bundles.iter().flat_map(bundle::Bundle::changes);
    all.filter(|change| seen.insert(change.reference())).collect()
}
