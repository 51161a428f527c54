//! The log of one test, caught. All tests of a program share one subscriber; what it writes lies with the thread that logged, and each
//! test has a thread of its own.

use std::cell::RefCell;
use std::io::Write;
use std::sync::Once;

use serde_json::Value;

thread_local! {
    static WRITTEN: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Takes every line that is logged on this thread.
pub struct Caught;

struct Here;

impl Write for Here {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        WRITTEN.with_borrow_mut(|written| written.extend_from_slice(bytes));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Caught {
    /// From now on, as a deployed function logs.
    pub fn log() -> Self {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| tracing::subscriber::set_global_default(web::log::to(|| Here, tracing::Level::INFO)).expect("nobody else listens"));
        WRITTEN.with_borrow_mut(Vec::clear);
        Self
    }

    /// Everything so far, as it was written.
    pub fn text(&self) -> String {
        String::from_utf8(WRITTEN.with_borrow(Clone::clone)).expect("text")
    }

    /// The lines, each read as JSON.
    pub fn lines(&self) -> Vec<Value> {
        self.text().lines().map(|line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {line}"))).collect()
    }

    /// The lines that requests left.
    pub fn requests(&self) -> Vec<Value> {
        self.lines().into_iter().filter(|line| line["message"] == "answered").collect()
    }
}
