//! The Lambda Runtime API on loopback: hands events to a function one at a time and takes its answers.

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::routing::{get, post};
use serde_json::Value;
use tokio::sync::{Mutex, Notify, mpsc};

/// What a function answered: its answer, or the error it reported.
pub type Answered = Result<Value, String>;

struct Waiting {
    events: Mutex<mpsc::Receiver<Value>>,
    answers: mpsc::Sender<Answered>,
    asked: Arc<Notify>,
}

/// One function's Runtime API.
pub struct RuntimeApi {
    pub address: SocketAddr,
    pub events: mpsc::Sender<Value>,
    pub answers: mpsc::Receiver<Answered>,
    /// Told when the function asks for an event: it has started.
    pub asked: Arc<Notify>,
}

impl RuntimeApi {
    /// Listens on a free port of the loopback interface.
    pub async fn start() -> Self {
        let (events, event_queue) = mpsc::channel(8);
        let (answer_queue, answers) = mpsc::channel(8);
        let asked = Arc::new(Notify::new());
        let waiting = Arc::new(Waiting { events: Mutex::new(event_queue), answers: answer_queue, asked: asked.clone() });
        let app = Router::new()
            .route("/2018-06-01/runtime/invocation/next", get(next))
            .route("/2018-06-01/runtime/invocation/{id}/response", post(answered))
            .route("/2018-06-01/runtime/invocation/{id}/error", post(failed))
            .route("/2018-06-01/runtime/init/error", post(init_failed))
            .with_state(waiting);
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { address, events, answers, asked }
    }
}

async fn next(State(waiting): State<Arc<Waiting>>) -> Result<(HeaderMap, String), StatusCode> {
    waiting.asked.notify_one();
    let event = waiting.events.lock().await.recv().await.ok_or(StatusCode::GONE)?;
    let mut headers = HeaderMap::new();
    headers.insert("lambda-runtime-aws-request-id", HeaderValue::from_static("8476a536-e9f4-11e8-9739-2dfe598c3fcd"));
    headers.insert("lambda-runtime-deadline-ms", HeaderValue::from_static("4102444800000"));
    headers.insert("lambda-runtime-invoked-function-arn", HeaderValue::from_static("arn:aws:lambda:eu-west-2:123456789012:function:f"));
    headers.insert("lambda-runtime-trace-id", HeaderValue::from_static("Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700"));
    Ok((headers, event.to_string()))
}

async fn answered(State(waiting): State<Arc<Waiting>>, Path(_id): Path<String>, body: Bytes) -> StatusCode {
    let answer = serde_json::from_slice(&body).map_err(|e| e.to_string());
    let _ = waiting.answers.send(answer).await;
    StatusCode::ACCEPTED
}

async fn failed(State(waiting): State<Arc<Waiting>>, Path(_id): Path<String>, body: Bytes) -> StatusCode {
    let _ = waiting.answers.send(Err(String::from_utf8_lossy(&body).into_owned())).await;
    StatusCode::ACCEPTED
}

async fn init_failed(State(waiting): State<Arc<Waiting>>, body: Bytes) -> StatusCode {
    let _ = waiting.answers.send(Err(String::from_utf8_lossy(&body).into_owned())).await;
    StatusCode::ACCEPTED
}
