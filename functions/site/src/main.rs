//! The function that shows what is public.
//!
//! Settings: those of `web::lambda`, and `HUB_COMMIT`, what it was built from.

use std::process::ExitCode;

use site::{State, router};
use store::Table;
use web::lambda::Needs;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let commit = std::env::var("HUB_COMMIT").ok().filter(|commit| !commit.is_empty());
    web::lambda::run(Needs::NoKeys, Table::Public, |context, db| router(State::new(context, db).built_from(commit.as_deref()))).await
}
