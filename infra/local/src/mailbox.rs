//! The mailbox at home: every mail the hub sends, readable at `/mailbox`.

mod pages;
mod routes;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context, Result};
use domain::time::Clock;
use jiff::Timestamp;
use mailer::{Mail, Post, PostError, Posting, Receipt};
use serde::{Deserialize, Serialize};

pub use routes::routes;

/// The folder in the data folder.
const FOLDER: &str = "mailbox";

/// A mail, and when it came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its number, from 1, in the order of arrival.
    pub number: usize,
    /// When it came.
    pub at: Timestamp,
    /// The mail.
    pub mail: Mail,
}

/// All mails, in memory and, where there is a folder, in a file each.
pub struct Mailbox {
    folder: Option<PathBuf>,
    clock: Arc<dyn Clock>,
    letters: Mutex<Vec<Letter>>,
}

impl Mailbox {
    /// The mailbox of a data folder, with what came before; without a folder an empty one that is gone with the hub.
    /// A file that can't be read is passed over: a mailbox that isn't whole is better than no hub.
    ///
    /// # Errors
    /// Where the folder can't be made.
    pub fn open(data: Option<&Path>, clock: Arc<dyn Clock>) -> Result<Self> {
        let folder = data.map(|data| data.join(FOLDER));
        let mut letters = Vec::new();
        if let Some(folder) = &folder {
            let unwritable = || format!("The folder {} can't be written. Give this account the right to write there.", folder.display());
            std::fs::create_dir_all(folder).with_context(unwritable)?;
            let files = std::fs::read_dir(folder).with_context(unwritable)?.flatten();
            letters.extend(files.filter_map(|file| serde_json::from_slice::<Letter>(&std::fs::read(file.path()).ok()?).ok()));
            letters.sort_by_key(|letter| letter.number);
        }
        Ok(Self { folder, clock, letters: Mutex::new(letters) })
    }

    /// All mails, the oldest first.
    pub fn letters(&self) -> Vec<Letter> {
        self.lock().clone()
    }

    /// One mail.
    pub fn letter(&self, number: usize) -> Option<Letter> {
        self.lock().iter().find(|letter| letter.number == number).cloned()
    }

    fn lock(&self) -> MutexGuard<'_, Vec<Letter>> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn keep(&self, mail: &Mail) -> Result<(), PostError> {
        let mut letters = self.lock();
        let number = letters.last().map_or(1, |last| last.number + 1);
        let letter = Letter { number, at: self.clock.now(), mail: mail.clone() };
        if let Some(folder) = &self.folder {
            let text = serde_json::to_vec_pretty(&letter).map_err(|error| PostError::Refused(error.to_string()))?;
            std::fs::write(folder.join(format!("{number:06}.json")), text).map_err(|error| PostError::Later(error.to_string()))?;
        }
        letters.push(letter);
        Ok(())
    }
}

impl Post for Mailbox {
    fn send<'a>(&'a self, mail: &'a Mail) -> Posting<'a> {
        Box::pin(async move { self.keep(mail).map(|()| Receipt::default()) })
    }
}
