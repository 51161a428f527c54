//! Logs: one JSON object a line, what people typed never in it, line breaks inside it escaped (quality-bar S-39). An event of the
//! target [`METRICS`] is a line in CloudWatch's embedded metric format as well: its fields with a capital letter are figures.

mod line;

use std::sync::LazyLock;

use tracing_subscriber::filter::Targets;
use tracing_subscriber::fmt::MakeWriter;
use tracing_subscriber::fmt::format::JsonFields;
use tracing_subscriber::layer::SubscriberExt;
use tracing_subscriber::util::SubscriberInitExt;

/// The target of events that carry figures.
pub const METRICS: &str = "metrics";

/// The namespace of the hub's figures.
pub const NAMESPACE: &str = "CoproductionWeekHub";

/// The function's name, as the platform gives it; it tells the figures of two deployments apart.
pub(crate) static FUNCTION: LazyLock<String> = LazyLock::new(|| std::env::var("AWS_LAMBDA_FUNCTION_NAME").unwrap_or_else(|_| "hub".into()));

/// Logs to where the platform collects them. `HUB_LOG` says what, as [`Targets`] are written; `info` if not set or not readable.
pub fn to_stdout() {
    let asked = std::env::var("HUB_LOG").ok().and_then(|asked| asked.parse().ok());
    subscriber(std::io::stdout, asked.unwrap_or_else(|| Targets::new().with_default(tracing::Level::INFO))).init();
    // Where it happened, in one line; not its words, which may hold what somebody typed.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(at, "panicked");
    }));
}

/// What writes the same lines to a writer of one's own: for tests that read them.
pub fn to<W: for<'a> MakeWriter<'a> + Send + Sync + 'static>(writer: W, level: tracing::Level) -> impl tracing::Subscriber + Send + Sync {
    subscriber(writer, Targets::new().with_default(level))
}

// A filter by targets, not the one with patterns: that one brings a regular expression engine into every function's zip.
fn subscriber<W: for<'a> MakeWriter<'a> + Send + Sync + 'static>(writer: W, filter: Targets) -> impl tracing::Subscriber + Send + Sync {
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).fmt_fields(JsonFields::new()).event_format(line::Line);
    tracing_subscriber::registry().with(lines.with_writer(writer)).with(filter)
}
