//! The desk as a Lambda function.

use std::process::ExitCode;

use store::Table;
use web::lambda::Needs;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    web::lambda::run(Needs::Keys, Table::Public, |context, db| desk::router(desk::State::new(context, &db))).await
}
