//! The Lambda function `events`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    web::lambda::run(|context, db| events::router(events::State::new(context, db))).await
}
