//! The function that shows what is public.

use std::process::ExitCode;

use site::{State, router};
use store::Table;
use web::lambda::Needs;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    web::lambda::run(Needs::NoKeys, Table::Public, |context, db| router(State::new(context, db))).await
}
