//! The function `stories` in Lambda.

use std::process::ExitCode;

use store::Table;
use web::lambda::Needs;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    web::lambda::run(Needs::Keys, Table::Public, |context, db| stories::router(stories::State::new(context, db))).await
}
