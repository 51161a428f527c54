//! One event as one line.

use std::fmt;

use domain::time::{Clock, SystemClock};
use serde_json::{Map, Value, json};
use tracing::field::{Field, Visit};
use tracing::{Event, Subscriber};
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::fmt::{FmtContext, FormatEvent, FormatFields, FormattedFields};
use tracing_subscriber::registry::LookupSpan;

use super::{FUNCTION, METRICS, NAMESPACE};

/// The runtime's own target for events that a function can't read. Its error repeats words of the event, and so words of people.
const UNREADABLE: &str = "lambda_runtime::layers::api_response";

/// Writes an event, the fields of the spans around it in the same object.
pub(super) struct Line;

impl<S, N> FormatEvent<S, N> for Line
where
    S: Subscriber + for<'a> LookupSpan<'a>,
    N: for<'a> FormatFields<'a> + 'static,
{
    fn format_event(&self, context: &FmtContext<'_, S, N>, mut writer: Writer<'_>, event: &Event<'_>) -> fmt::Result {
        let mut fields = Fields(Map::new());
        for span in context.event_scope().into_iter().flat_map(|scope| scope.from_root()) {
            let extensions = span.extensions();
            let written = extensions.get::<FormattedFields<N>>().map_or("", |f| f.fields.as_str());
            if let Ok(Value::Object(of_span)) = serde_json::from_str(written) {
                fields.0.extend(of_span);
            }
        }
        event.record(&mut fields);
        let mut line = fields.0;
        if event.metadata().target() == UNREADABLE {
            line.remove("error");
        }
        let figures = (event.metadata().target() == METRICS).then(|| embedded(&line));
        line.insert("level".into(), event.metadata().level().as_str().into());
        line.insert("function".into(), FUNCTION.as_str().into());
        line.extend(figures.map(|figures| ("_aws".to_owned(), figures)));
        writeln!(writer, "{}", Value::Object(line))
    }
}

/// What CloudWatch reads: which of the line's fields are figures, and of what.
fn embedded(line: &Map<String, Value>) -> Value {
    let figures = line.iter().filter(|(name, value)| value.is_number() && name.starts_with(|c: char| c.is_ascii_uppercase()));
    let figures: Vec<Value> = figures.map(|(name, _)| json!({ "Name": name, "Unit": unit(name) })).collect();
    let directive = json!({ "Namespace": NAMESPACE, "Dimensions": [["function"]], "Metrics": figures });
    json!({ "Timestamp": SystemClock.now().as_millisecond(), "CloudWatchMetrics": [directive] })
}

fn unit(name: &str) -> &'static str {
    ["Milliseconds", "Seconds"].into_iter().find(|unit| name.ends_with(unit)).unwrap_or("Count")
}

/// An event's fields as JSON, which escapes whatever would end a line.
struct Fields(Map<String, Value>);

impl Fields {
    fn note(&mut self, field: &Field, value: Value) {
        self.0.insert(field.name().trim_start_matches("r#").to_owned(), value);
    }
}

impl Visit for Fields {
    fn record_f64(&mut self, field: &Field, value: f64) {
        self.note(field, value.into());
    }

    fn record_i64(&mut self, field: &Field, value: i64) {
        self.note(field, value.into());
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        self.note(field, value.into());
    }

    fn record_bool(&mut self, field: &Field, value: bool) {
        self.note(field, value.into());
    }

    fn record_str(&mut self, field: &Field, value: &str) {
        self.note(field, value.into());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.note(field, format!("{value:?}").into());
    }
}

#[cfg(test)]
#[path = "tests.rs"]
mod tests;
