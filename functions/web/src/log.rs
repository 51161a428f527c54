//! Logs: one JSON object a line, what people typed never in it, line breaks inside it escaped (quality-bar S-39). An event of the
//! target [`METRICS`] is a line in CloudWatch's embedded metric format as well: its fields with a capital letter are figures.

mod line;

use std::sync::LazyLock;

use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

/// The target of events that carry figures.
pub const METRICS: &str = "metrics";

/// The namespace of the hub's figures.
pub const NAMESPACE: &str = "CoproductionWeekHub";

/// The function's name, as the platform gives it; it tells the figures of two deployments apart.
pub(crate) static FUNCTION: LazyLock<String> = LazyLock::new(|| std::env::var("AWS_LAMBDA_FUNCTION_NAME").unwrap_or_else(|_| "hub".into()));

/// Logs to where the platform collects them. `HUB_LOG` says what, `info` if not set.
pub fn to_stdout() {
    let filter = EnvFilter::try_from_env("HUB_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    tracing_subscriber::fmt().with_ansi(false).fmt_fields(fields()).event_format(line::Line).with_env_filter(filter).init();
    // Where it happened, in one line; not its words, which may hold what somebody typed.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(at, "panicked");
    }));
}

/// What writes the same lines to a writer of one's own: for tests that read them.
pub fn to<W: for<'a> MakeWriter<'a> + Send + Sync + 'static>(writer: W, filter: &str) -> impl tracing::Subscriber + Send + Sync {
    let built = tracing_subscriber::fmt().with_ansi(false).fmt_fields(fields()).event_format(line::Line).with_env_filter(EnvFilter::new(filter));
    built.with_writer(writer).finish()
}

fn fields() -> tracing_subscriber::fmt::format::JsonFields {
    tracing_subscriber::fmt::format::JsonFields::new()
}
