//! People with an account at the desk.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::choices;
use crate::contact::Email;
use crate::ids::StaffId;

choices! {
    /// What somebody at the desk may do.
    Role {
        /// Invites and removes people, and everything a coordinator may.
        Administrator = "administrator", "Administrator";
        /// Reviews, publishes, asks, declines, enters on behalf of others.
        Coordinator = "coordinator", "Coordinator";
        /// Reads what waits, and records the second reading of stories; publishes nothing.
        Reviewer = "reviewer", "Reviewer";
    }
}

impl Role {
    /// Whether this role may publish, ask, decline and enter.
    pub fn may_decide(self) -> bool {
        matches!(self, Self::Administrator | Self::Coordinator)
    }

    /// Whether this role may hold the second key of a story.
    pub fn may_read_second(self) -> bool {
        self == Self::Reviewer
    }

    /// Whether this role may invite and remove people.
    pub fn may_invite(self) -> bool {
        self == Self::Administrator
    }
}

/// Somebody with an account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffRecord {
    /// Their name in records.
    pub id: StaffId,
    /// The name colleagues see.
    pub name: String,
    /// Where sign-in links go.
    pub email: Email,
    /// What they may do.
    pub role: Role,
    /// The secret of their authenticator app, base 32, once set up.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub totp_secret: Option<String>,
    /// The last time step whose code was used; a code works once (RFC 6238 §5.2).
    #[serde(default)]
    pub totp_last_step: u64,
    /// Whether the account was removed.
    #[serde(default)]
    pub removed: bool,
    /// Sessions begun before this moment are over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sessions_after: Option<Timestamp>,
    /// Rises with each change.
    pub version: u64,
    /// When the account was made.
    pub created: Timestamp,
}
