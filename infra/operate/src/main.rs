//! `cargo run -p operate -- COMMAND`.

mod arguments;

use std::process::ExitCode;

use anyhow::Result;
use arguments::{Arguments, Command};
use clap::Parser;
use domain::time::{Clock, SystemClock};
use operate::place::Place;
use operate::{administrator, cards, erased, export, import};
use store::outbox::Outbox;
use store::returned::Returned;

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<()> {
    let place = Place::open(&arguments.at).await?;
    let now = SystemClock.now();
    match arguments.command {
        Command::Export { folder, confidential } => {
            let manifest = export::export(&place.db, &folder, confidential, now).await?;
            println!("{} records in {} files, in {}", manifest.records(), manifest.files.len(), folder.display());
            if !confidential {
                println!("Accounts, access answers and authors' addresses are not in it. To have them too, add --confidential.");
            }
        }
        Command::Import { folder, erased: files } => {
            place.make_tables().await?;
            let told = import::import(&place.db, &folder, &files, now).await?;
            println!("{} records are back; {} that were erased since stay gone.", told.written, told.erased);
        }
        Command::Erased { file } => println!("{} erasures in {}", erased::write(&place.db, &file).await?, file.display()),
        Command::Erase { file } => println!("{} records taken out.", erased::erase(&place.db, &erased::read(&file)?, now).await?),
        Command::Weeks => println!("{} weeks were missing and are there now.", local::weeks::load(&place.db).await?),
        Command::Cards => println!("{} events stand in their lists as on their pages.", cards::refresh(&place.db).await?),
        Command::Administrator { email, name, origin } => {
            println!("{}", administrator::link(&place, &email, &name, &origin).await?);
            println!("It works once, for ten minutes.");
        }
        Command::Replay => {
            println!("{} messages wait again. The keeper sends them with its next round.", Outbox::new(place.db.clone()).try_again(now).await?);
        }
        Command::Reachable { email } => {
            Returned::new(place.db.clone()).forget(&administrator::hash(&place, &email).await?).await?;
            println!("Mail may be sent to this address again.");
        }
    }
    Ok(())
}
