//! What a hub is started with.

use std::path::PathBuf;
use std::sync::Arc;

use domain::time::{Clock, SystemClock};
use mailer::Post;
use store::{Db, Tables};
use web::{Random, SystemRandom};

use crate::engine::Engine;

/// Where the records lie.
#[derive(Clone)]
pub enum Data {
    /// In memory: gone when the hub stops.
    Memory,
    /// In tables of their own in an engine that others use too.
    Shared(Arc<Engine>, String),
    /// In a folder: database, keys and mailbox. Made if it is missing.
    Folder(PathBuf),
    /// In a DynamoDB outside at this address; keys and mailbox in the folder.
    Endpoint(String, PathBuf),
}

/// Gives a function its own way to the tables: its name, where the database answers, the tables' names.
pub type Door = Arc<dyn Fn(&str, &str, &Tables) -> Db + Send + Sync>;

/// Where the files for browsers come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Bundle {
    /// Built from the sources where they changed since the last time.
    Built,
    /// From a folder that holds a whole bundle.
    Ready(PathBuf),
    /// None: pages name files that aren't there. For tests of everything else.
    Absent,
}

/// What a hub is started with.
#[derive(Clone)]
pub struct Options {
    /// Where the records lie.
    pub data: Data,
    /// The port on the loopback address; 0 takes a free one.
    pub port: u16,
    /// Where the files for browsers come from.
    pub bundle: Bundle,
    /// Tells the time.
    pub clock: Arc<dyn Clock>,
    /// Where random bytes come from.
    pub random: Arc<dyn Random>,
    /// What takes the mails; none is the mailbox.
    pub post: Option<Arc<dyn Post>>,
    /// Each function's own way to the tables; without it all share one.
    pub door: Option<Door>,
    /// For how many seconds pages and cards may be kept; 0 is not at all.
    pub kept_seconds: u32,
    /// Whether the demonstration week is loaded where it isn't there yet. The real weeks always are.
    pub demonstration: bool,
    /// Whether mailer and keeper run by themselves. Without them [`crate::Hub::tick`] does their work once.
    pub loops: bool,
    /// Whether nothing may be changed: pages are served, forms say "not now", mail and everything due waits.
    pub read_only: bool,
    /// Takes a line of progress each time there is something to say.
    pub tell: Arc<dyn Fn(&str) + Send + Sync>,
}

impl Options {
    /// As `cargo run` has it: everything on, the machine's own clock and randomness, pages kept for as long as in a deployment.
    pub fn at_home(data: Data, port: u16) -> Self {
        Self {
            data,
            port,
            bundle: Bundle::Built,
            clock: Arc::new(SystemClock),
            random: Arc::new(SystemRandom),
            post: None,
            door: None,
            kept_seconds: 20,
            demonstration: true,
            loops: true,
            read_only: false,
            tell: Arc::new(|_| {}),
        }
    }

    /// As tests have it: nothing kept, no bundle, no demonstration, nothing runs by itself.
    pub fn for_tests(data: Data, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        let base = Self::at_home(data, 0);
        Self { bundle: Bundle::Absent, clock, random, kept_seconds: 0, demonstration: false, loops: false, ..base }
    }
}
