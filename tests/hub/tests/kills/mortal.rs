//! A hub's process, and how it is killed.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use jiff::Timestamp;
use local::mailbox::Letter;

/// Where it keeps everything, and where it listens.
pub struct Place {
    pub folder: PathBuf,
    pub port: u16,
}

impl Place {
    pub fn origin(&self) -> String {
        format!("http://localhost:{}", self.port)
    }

    /// Every mail that arrived. One that was being written when the hub died did not arrive.
    pub fn letters(&self) -> Vec<Letter> {
        let files = std::fs::read_dir(self.folder.join("mailbox")).expect("a mailbox").flatten();
        files.filter_map(|file| serde_json::from_slice(&std::fs::read(file.path()).ok()?).ok()).collect()
    }
}

/// A port that nobody has now.
pub fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").expect("a free port").local_addr().expect("an address").port()
}

/// A running hub.
pub struct Mortal(Child);

impl Mortal {
    /// Starts it and waits until it answers.
    pub async fn start(place: &Place, moment: Timestamp) -> Self {
        let mut command = Command::new(env!("CARGO_BIN_EXE_mortal"));
        command.arg(&place.folder).arg(place.port.to_string()).arg(moment.to_string());
        let mut child = command.stdout(Stdio::piped()).spawn().expect("the hub starts");
        let mut output = BufReader::new(child.stdout.take().expect("its output"));
        let reading = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            output.read_line(&mut line).map(|_| line)
        });
        let line = tokio::time::timeout(Duration::from_secs(60), reading).await.expect("it is ready in time");
        assert_eq!(line.expect("a thread").expect("a line").trim(), "ready");
        Self(child)
    }

    /// Ends it without a word: SIGKILL, to this process alone.
    pub fn kill(mut self) {
        self.0.kill().expect("it was running");
        self.0.wait().expect("it ends");
    }
}

impl Drop for Mortal {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}
