//! The mailer as a Lambda function, behind the outbox's stream.
//!
//! Settings: those of `web::lambda`, and `HUB_SENDER`, the name and address mails come from.

use std::sync::Arc;

use aws_lambda_events::event::dynamodb::Event;
use domain::time::{Clock, SystemClock};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use mailer::{Ses, State, handle};
use web::lambda::{context_from_environment, db_from_environment, log};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    log();
    let state = State::new(context_from_environment()?, db_from_environment().await, Arc::new(Ses::from_environment().await?));
    let state = &state;
    lambda_runtime::run(service_fn(
        move |event: LambdaEvent<Event>| async move { Ok::<_, Error>(handle(event.payload, state, SystemClock.now()).await) },
    ))
    .await
}
