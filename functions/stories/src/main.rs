//! The function `stories` in Lambda.

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    web::lambda::run(|context, db| stories::router(stories::State::new(context, db))).await
}
