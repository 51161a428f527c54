//! The mailer as a Lambda function, behind the outbox's stream and the news of mails that came back.
//!
//! Settings: those of `web::lambda`, and `HUB_SENDER`, the name and address mails come from, and
//! `HUB_MAIL_SET`, SES's configuration set, by which bounces come back. Answers go to `HUB_CONTACT_EMAIL`.

use std::process::ExitCode;
use std::sync::Arc;

use domain::time::{Clock, SystemClock};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use mailer::{Ses, State, Until, handle_until};
use serde_json::Value;
use store::Table;
use web::lambda::{Needs, start};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    start(Needs::Keys, Table::Outbox, async |started| {
        let ses = Ses::from_environment(&started.aws, &started.context)?;
        let state = &State::new(started.context, started.db, Arc::new(ses));
        lambda_runtime::run(service_fn(move |event: LambdaEvent<Value>| async move {
            let now = SystemClock.now();
            Ok::<_, Error>(handle_until(event.payload, state, now, &Until::before_end(event.context.deadline, now)).await?)
        }))
        .await
    })
    .await
}
