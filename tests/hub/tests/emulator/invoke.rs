//! The emulator's own interface: one event in, one answer out.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// How to reach it.
#[derive(Clone)]
pub struct Invoke {
    http: reqwest::Client,
    pub address: SocketAddr,
}

impl Invoke {
    /// Over the emulator at this address.
    pub fn at(address: SocketAddr) -> Self {
        Self { http: reqwest::Client::builder().no_proxy().build().expect("a client"), address }
    }

    /// One event, one answer; an error where the function reported one or nobody answered in time.
    pub async fn invoke(&self, name: &str, event: &Value, within: Duration) -> Result<Value, String> {
        let url = format!("http://{}/2015-03-31/functions/{name}/invocations", self.address);
        let sent = self.http.post(url).timeout(within).body(event.to_string()).send().await.map_err(|e| e.to_string())?;
        let (status, failed) = (sent.status(), sent.headers().contains_key("x-amz-function-error"));
        let text = sent.text().await.map_err(|e| e.to_string())?;
        let answer: Value = serde_json::from_str(&text).unwrap_or(Value::String(text.clone()));
        if !status.is_success() || failed || answer.get("errorType").is_some() {
            return Err(text);
        }
        Ok(answer)
    }

    /// Waits until it listens.
    pub async fn answers(&self) {
        for _ in 0..100 {
            if tokio::net::TcpStream::connect(self.address).await.is_ok() {
                return;
            }
            tokio::time::sleep(Duration::from_millis(200)).await;
        }
        panic!("the emulator does not answer")
    }
}

/// Starts the emulator on a port.
pub fn emulate(port: u16) -> Child {
    let program = std::env::var_os("HUB_EMULATOR").expect("HUB_EMULATOR names cargo-lambda: start these tests by tests/run emulator");
    // It must stand in a folder with a manifest; nothing there is built or watched.
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..");
    let arguments = ["lambda", "watch", "--only-lambda-apis", "--ignore-changes", "-A", "127.0.0.1", "-P"];
    let mut command = Command::new(program);
    command.args(arguments).arg(port.to_string()).current_dir(root);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("the emulator starts")
}
