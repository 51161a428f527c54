//! A function like the hub's, in the same frame, with a route that panics and one that takes its time: tests see that the process
//! lives on.

use axum::Router;
use axum::routing::get;

async fn breaks() -> &'static str {
    panic!("on purpose")
}

async fn slow() -> &'static str {
    tokio::time::sleep(std::time::Duration::from_secs(5)).await;
    "at last\n"
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::process::ExitCode {
    web::lambda::run(web::lambda::Needs::Keys, store::Table::Public, |context, _db| {
        let routes = Router::new().route("/breaks", get(breaks)).route("/slow", get(slow)).route("/works", get(async || "works\n"));
        web::finish(&context, routes)
    })
    .await
}
