//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand};
use operate::place::At;

/// Works on the records of a hub, deployed or at home.
///
/// Without --endpoint or --data it works on AWS, with the account and region of the usual AWS variables.
#[derive(Debug, Parser)]
#[command(name = "operate", version)]
pub struct Arguments {
    #[command(flatten)]
    pub at: At,
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write everything into an empty folder: a file of JSON lines for each kind of record, and a manifest with their hashes.
    Export {
        /// The folder. It is made if it is missing.
        folder: PathBuf,
        /// Also accounts with their second factors, access answers and authors' addresses. Keep such a folder as you keep those.
        #[arg(long)]
        confidential: bool,
    },
    /// Put an exported folder into empty tables. Every hash is checked before anything is written.
    Import {
        /// The folder.
        folder: PathBuf,
        /// A list written by `erased` later than the export: what is on it stays gone. May be given more than once.
        #[arg(long, value_name = "FILE")]
        erased: Vec<PathBuf>,
    },
    /// Write the list of what was erased in the last twelve months, by id alone. Keep it apart from the export.
    Erased {
        /// The file.
        file: PathBuf,
    },
    /// Take out what is on such a list: after the database was set back to an earlier moment, before anybody is let in.
    Erase {
        /// The file.
        file: PathBuf,
    },
    /// Write the eighteen known weeks where they are missing. What the desk changed stays.
    Weeks,
    /// Write the cards of all events anew from their pages, after a release whose lists say more of an event.
    Cards,
    /// Make the first administrator's account, where there is none yet, and a link to sign in by.
    Administrator {
        /// Their address.
        #[arg(long)]
        email: String,
        /// Their name.
        #[arg(long, default_value = "First coordinator")]
        name: String,
        /// The hub's own address, like https://hub.example.
        #[arg(long)]
        origin: String,
    },
    /// Let everything that was set aside be sent again.
    Replay,
    /// Let mail be sent again to an address that it came back from.
    Reachable {
        /// The address.
        email: String,
    },
}
