//! A function like the hub's, in the same frame, with a route that panics: tests see that the process lives on.

use axum::Router;
use axum::routing::get;

async fn breaks() -> &'static str {
    panic!("on purpose")
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    web::lambda::run(web::lambda::Needs::Keys, |context, _db| {
        let routes = Router::new().route("/breaks", get(breaks)).route("/works", get(async || "works\n"));
        web::finish(&context, routes)
    })
    .await
}
