//! The Lambda function `events`.

use std::process::ExitCode;

use store::Table;
use web::lambda::Needs;

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    web::lambda::run(Needs::Keys, Table::Public, |context, db| events::router(events::State::new(context, db))).await
}
