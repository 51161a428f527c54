//! How somebody takes part in an event that is both in a room and online.

use crate::choices;

choices! {
    /// In the room or online. An event that is only one of the two has all its places under `Room`.
    Way {
        Room = "room", "In person";
        Online = "online", "Online";
    }
}

impl Way {
    /// The other of the two.
    pub fn other(self) -> Self {
        match self {
            Self::Room => Self::Online,
            Self::Online => Self::Room,
        }
    }
}

#[expect(clippy::derivable_impls, reason = "the macro makes the enum, and derives no default")]
impl Default for Way {
    fn default() -> Self {
        Self::Room
    }
}
