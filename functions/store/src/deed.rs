//! Who does something, and when: what every act on a record carries with it.

use domain::audit::Actor;
use jiff::Timestamp;

/// Who does something, and when.
#[derive(Clone, Debug)]
pub struct Deed {
    /// Who.
    pub by: Actor,
    /// When.
    pub at: Timestamp,
    /// Random lower-case letters: tell audit entries of one moment apart.
    pub mark: String,
}
