//! The witness: a file beside sled's own that tells how many changes were acknowledged.
//!
//! Why: where sled finds damage in its file it goes back to what stood before it and says nothing. With the witness we see
//! that something is missing. It is written after each sync, so it never tells more than was kept; telling less (it is not
//! synced itself) does no harm.

use super::{StoreError, row};
use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

/// Its name in the directory of the store.
const FILE: &str = "acknowledged";
/// What its seal is bound to.
const PLACE: &[u8] = b"acknowledged";

/// The open file.
#[derive(Debug)]
pub(super) struct Witness {
    path: PathBuf,
    file: File,
}

impl Witness {
    /// Opens it, new or not. Gives what it tells as well; 0 when it is new or cannot be read.
    pub fn open(directory: &Path) -> Result<(Self, u64), StoreError> {
        let path = directory.join(FILE);
        let open = || -> std::io::Result<(File, Vec<u8>)> {
            let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
            let mut content = Vec::new();
            file.read_to_end(&mut content)?;
            Ok((file, content))
        };
        let (file, content) = open().map_err(|error| StoreError::io(&path, error))?;
        let told = row::unseal(PLACE, &content).and_then(|text| std::str::from_utf8(text).ok()?.trim().parse().ok());
        if told.is_none() {
            file.set_len(0).map_err(|error| StoreError::io(&path, error))?;
        }
        Ok((Self { path, file }, told.unwrap_or(0)))
    }

    /// Tells that all changes up to `sequence` are acknowledged. One write of a fixed length, in place.
    pub fn tell(&mut self, sequence: u64) -> Result<(), StoreError> {
        let text = format!("{sequence:020} ");
        let sealed = [text.as_bytes(), &row::seal_of(PLACE, text.as_bytes())].concat();
        let told = self.file.seek(SeekFrom::Start(0)).and_then(|_| self.file.write_all(&sealed));
        told.map_err(|error| StoreError::io(&self.path, error))
    }
}
