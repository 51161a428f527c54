//! The keeper as a Lambda function, behind a schedule of one minute.
//!
//! Settings: those of `web::lambda`, and `HUB_SENDER`, as for the mailer.

use std::sync::Arc;

use aws_lambda_events::event::eventbridge::EventBridgeEvent;
use domain::time::{Clock, SystemClock};
use keeper::{State, handle};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use mailer::Ses;
use web::lambda::{context_from_environment, db_from_environment, log};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Error> {
    log();
    let db = db_from_environment().await;
    let mailer = mailer::State::new(context_from_environment()?, db.clone(), Arc::new(Ses::from_environment().await?));
    let state = State::new(db, mailer);
    let state = &state;
    lambda_runtime::run(service_fn(move |event: LambdaEvent<EventBridgeEvent>| async move {
        Ok::<_, Error>(handle(event.payload, state, SystemClock.now()).await?)
    }))
    .await
}
