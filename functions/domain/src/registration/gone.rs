//! What stays of people whose names are gone: numbers (quality-bar P-10).

use serde::{Deserialize, Serialize};

/// Counts of people who were at an event, or wanted to be, and whose names were erased or let go since. Who had a place stays in the
/// count of places; these two are of what only a registration says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// Places of people who came.
    #[serde(default, rename = "gone_came", skip_serializing_if = "is_none")]
    pub came: u32,
    /// Places that people asked for who still waited when the event was over.
    #[serde(default, rename = "gone_waited", skip_serializing_if = "is_none")]
    pub waited: u32,
}

fn is_none(count: &u32) -> bool {
    *count == 0
}
