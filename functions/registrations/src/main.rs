//! The function `registrations` on Lambda.

use std::process::ExitCode;

use registrations::{State, router};
use store::Table;
use web::lambda::Needs;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    web::lambda::run(Needs::Keys, Table::Hub, |context, db| router(State::new(context, db))).await
}
