//! What can be wrong with a catalogue file, said so that the reader can put it right.

/// One error in a catalogue file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CatalogueError {
    /// The file: `kinds.toml`.
    pub file: &'static str,
    /// Line on which the row begins, from 1; absent when it is about the file as a whole.
    pub row: Option<usize>,
    /// The row's code, if it could be read.
    pub what: Option<String>,
    /// What is wrong, and what to do.
    pub reason: CatalogueProblem,
}

impl std::fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.file)?;
        if let Some(row) = self.row {
            write!(f, ", line {row}")?;
        }
        if let Some(what) = &self.what {
            write!(f, " ({what})")?;
        }
        write!(f, ": {}", self.reason)
    }
}

impl std::error::Error for CatalogueError {}

/// What is wrong with a file or a row.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CatalogueProblem {
    /// The file is not there.
    #[error("the file is missing; add it, a catalogue has six files")]
    MissingFile,
    /// It is not TOML.
    #[error("this cannot be read as TOML ({0}); correct the notation on this line")]
    Syntax(String),
    /// `format` is absent or no number.
    #[error("the file does not say its format; begin it with: format = 1")]
    NoFormat,
    /// The format is not one that this program reads.
    #[error("format {0} is not known here, this program reads format 1; use a newer program or set format = 1")]
    UnknownFormat(i64),
    /// The norm has no version.
    #[error("the norm has no version; add one below the format, such as: version = \"2026-1\"")]
    NoVersion,
    /// The file has no rows.
    #[error("there is no row; add at least one [[{0}]]")]
    NoRows(&'static str),
    /// A key that no row has.
    #[error("the key \"{key}\" does not exist here; remove it or use one of: {known}")]
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that exist.
        known: String,
    },
    /// A key is missing, or its value has the wrong form.
    #[error("the row cannot be read: {0}; correct or add that key")]
    Malformed(String),
    /// Two rows with one code.
    #[error("the code stands on line {first_row} as well; give one of the two another code or remove it")]
    Duplicate {
        /// Line of the first row with this code.
        first_row: usize,
    },
    /// A value twice in one list.
    #[error("\"{value}\" stands twice in \"{field}\"; remove one")]
    Repeated {
        /// The list.
        field: &'static str,
        /// The value.
        value: String,
    },
    /// A code that no row of the other file has.
    #[error("\"{code}\" in \"{field}\" stands in no row of {file}; correct the code or add the row there")]
    UnknownCode {
        /// The key that names it.
        field: &'static str,
        /// The code.
        code: String,
        /// The file in which it should be.
        file: &'static str,
    },
    /// A value outside the short list of possible ones.
    #[error("\"{value}\" is no value of \"{field}\"; use one of: {known}")]
    UnknownValue {
        /// The key.
        field: &'static str,
        /// The value.
        value: String,
        /// The possible values.
        known: &'static str,
    },
    /// A text that is empty.
    #[error("\"{0}\" is empty; fill it in, in Dutch and in English")]
    Empty(String),
    /// Neither a source nor `unsourced`.
    #[error("the row has no source; add \"sources\", or unsourced = true so that a practitioner can confirm or drop it")]
    NoGrounds,
    /// Both a source and `unsourced`.
    #[error("the row has sources and says that it is unsourced; keep one of the two")]
    BothGrounds,
    /// A side that does not fit the domain.
    #[error("the side does not fit the domain: medical takes medical, social takes social or informal; change one of the two")]
    SideOutsideDomain,
    /// Governance that is more than governance.
    #[error("a governance kind is never a step: leave out side, finder, helper and bridge, and set domain = \"governance\"")]
    GovernanceIsNoStep,
    /// A kind in the governance domain without the flag.
    #[error("the domain is governance and the flag is not set; add governance = true or change the domain")]
    GovernanceNotFlagged,
    /// Needs served by who does not help.
    #[error("the kind serves needs and is no helper; add helper = true or leave out the needs")]
    NeedsWithoutHelper,
    /// A practice line from who finds nobody, or to who helps nobody.
    #[error("\"{code}\" is no {flag}; add {flag} = true to its row in kinds.toml or change the line")]
    NotFlagged {
        /// The kind.
        code: String,
        /// `finder` or `helper`.
        flag: &'static str,
    },
    /// A line of a kind with itself.
    #[error("finder and helper are the same kind; change one of the two")]
    LineToItself,
    /// Two rows for one pair of kinds.
    #[error("the line from this finder to this helper stands on line {first_row} as well; keep one of the two")]
    DuplicateLine {
        /// Line of the first row.
        first_row: usize,
    },
    /// A line code that does not say its ends.
    #[error("the code of a line is its finder and its helper; make it \"{0}\"")]
    LineCode(String),
    /// A bridge that is an end of the line, or governance.
    #[error("\"{0}\" cannot be a bridge here: it is an end of the line, an umbrella or governance; remove it")]
    NoBridge(String),
    /// A line for a need that the helper does not serve.
    #[error("\"{helper}\" does not serve the need \"{need}\" in kinds.toml; add it there or change the need")]
    NeedNotServed {
        /// The helper.
        helper: String,
        /// The need.
        need: String,
    },
    /// A weight that no line can have.
    #[error("a line is core or often; set one of the two")]
    OptionalLine,
    /// Less important before more important.
    #[error("the lines stand from core to often, and this core line comes after an often line; move it up")]
    OutOfOrder,
    /// A half-life of nothing.
    #[error("the half-life is 0 months; give a number from 1, or leave it out if the line does not fade")]
    ZeroHalfLife,
    /// An address that is none.
    #[error("the address does not begin with http:// or https://; correct it or leave it out")]
    NoAddress,
}
