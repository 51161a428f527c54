//! The function `registrations` on Lambda.

use registrations::{State, router};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), lambda_http::Error> {
    web::lambda::run(|context, db| router(State::new(context, db))).await
}
