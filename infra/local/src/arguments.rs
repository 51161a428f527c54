//! What can be said on the command line.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Parser;
use local::{Data, Options};

/// Runs the whole Co-production Week Hub on this computer: pages, database, mail and everything that happens by itself.
///
/// It prints the addresses to open. Nothing leaves this computer: mails land in a mailbox that you can read. Press Ctrl-C to stop;
/// the next start finds everything as you left it.
#[derive(Debug, Parser)]
#[command(name = "hub", version)]
pub struct Arguments {
    /// The port to open in a browser: 8080 means http://localhost:8080. With 0 the computer chooses one that is free.
    #[arg(long, default_value_t = 8080, value_name = "PORT")]
    port: u16,

    /// The folder for everything that is kept: the database, the keys, the mailbox. It is made if it is missing. Another
    /// folder is another hub. To begin anew, stop the hub and take the folder away.
    #[arg(long, default_value = "data", value_name = "DIR")]
    data: PathBuf,

    /// Leave the demonstration week out. The eighteen real weeks are there all the same, without events.
    #[arg(long)]
    empty: bool,

    /// Keep the records in a DynamoDB that runs elsewhere, e.g. http://localhost:8000, in place of the built-in one.
    /// Credentials and region come from the usual AWS variables; without them made-up ones are sent, which DynamoDB Local takes.
    #[arg(long, value_name = "URL")]
    endpoint: Option<String>,

    /// Serve pages, but let nothing be changed: forms say "not now" and give back what was typed; mail and everything due waits.
    /// For the day something is wrong.
    #[arg(long)]
    read_only: bool,

    /// For how many seconds pages and a week's cards are kept before they are read again. 0 shows every change at once.
    #[arg(long, default_value_t = 20, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(..=3600))]
    kept_seconds: u32,
}

impl Arguments {
    /// What to start the hub with.
    pub fn options(self) -> Options {
        let data = match self.endpoint {
            Some(url) => Data::Endpoint(url, self.data),
            None => Data::Folder(self.data),
        };
        let base = Options::at_home(data, self.port);
        let (demonstration, read_only) = (!self.empty, self.read_only);
        Options { demonstration, read_only, kept_seconds: self.kept_seconds, tell: Arc::new(|line| println!("{line}")), ..base }
    }
}
