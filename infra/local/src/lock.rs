//! One hub per data folder: a lock file beside the database, with the number of the process that holds it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, Write};
use std::path::Path;

use anyhow::{Result, anyhow};

/// The lock. The system takes it back when the process ends, however it ends.
pub struct Lock {
    _file: File,
}

impl Lock {
    /// Takes the lock of the folder that a file lies in, and makes the folder if it is missing.
    ///
    /// # Errors
    /// In a sentence: the folder can't be written, or another hub has it.
    pub fn take(path: &Path) -> Result<Self> {
        let folder = path.parent().filter(|f| !f.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let remedy = "Give this account the right to write there, or choose another folder with --data.";
        let unwritable = |error: std::io::Error| anyhow!("The folder {} can't be written ({error}). {remedy}", folder.display());
        std::fs::create_dir_all(folder).map_err(unwritable)?;
        let options = OpenOptions::new().read(true).write(true).create(true).truncate(false).clone();
        let mut file = options.open(folder.join("hub.lock")).map_err(unwritable)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(taken(folder, &mut file)),
            Err(TryLockError::Error(error)) => return Err(unwritable(error)),
        }
        file.set_len(0).and_then(|()| file.rewind()).map_err(unwritable)?;
        write!(file, "{}", std::process::id()).map_err(unwritable)?;
        Ok(Self { _file: file })
    }
}

fn taken(folder: &Path, file: &mut File) -> anyhow::Error {
    let mut holder = String::new();
    let _ = file.read_to_string(&mut holder);
    let who = if holder.is_empty() { "Another hub".to_owned() } else { format!("Another hub (process {holder})") };
    anyhow!("{who} uses the folder {}. Stop it, or choose another folder with --data.", folder.display())
}
