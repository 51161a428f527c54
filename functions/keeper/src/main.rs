//! The keeper as a Lambda function, behind a schedule of one minute.
//!
//! Settings: those of `web::lambda`, and `HUB_SENDER`, as for the mailer.

use std::process::ExitCode;
use std::sync::Arc;

use aws_lambda_events::event::eventbridge::EventBridgeEvent;
use domain::time::{Clock, SystemClock};
use keeper::{State, handle};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use mailer::Ses;
use store::Table;
use web::lambda::{Needs, start};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    start(Needs::Keys, Table::Outbox, async |started| {
        let mailer = mailer::State::new(started.context, started.db.clone(), Arc::new(Ses::from_environment(&started.aws)?));
        let state = &State::new(started.db, mailer);
        lambda_runtime::run(service_fn(move |event: LambdaEvent<EventBridgeEvent>| async move {
            Ok::<_, Error>(handle(event.payload, state, SystemClock.now()).await?)
        }))
        .await
    })
    .await
}
