//! The keeper as a Lambda function, behind a schedule of one minute.
//!
//! Settings: those of `web::lambda`, `HUB_SENDER` and `HUB_MAIL_SET`, as for the mailer.

use std::process::ExitCode;
use std::sync::Arc;

use domain::time::{Clock, SystemClock};
use keeper::{State, handle_until};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use mailer::{Ses, Until};
use serde_json::Value;
use store::Table;
use web::lambda::{Needs, start};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    start(Needs::Keys, Table::Outbox, async |started| {
        let ses = Ses::from_environment(&started.aws, &started.context)?;
        let mailer = mailer::State::new(started.context, started.db.clone(), Arc::new(ses));
        let state = &State::new(started.db, mailer);
        lambda_runtime::run(service_fn(move |event: LambdaEvent<Value>| async move {
            let now = SystemClock.now();
            Ok::<_, Error>(handle_until(state, now, &Until::before_end(event.context.deadline, now)).await?)
        }))
        .await
    })
    .await
}
