//! Who may come. An event inside an organisation is listed too: others see what happens, and can't book it.

use crate::choices;

choices! {
    /// Who may come.
    OpenTo {
        Public = "public", "Anyone can come";
        Members = "members", "Members of a group, and anyone who joins it";
        Staff = "staff", "Only people who work for the host";
        Invited = "invited", "Only people who are invited";
    }
}

impl OpenTo {
    /// Whether somebody who finds it in the calendar may book.
    pub fn is_bookable(self) -> bool {
        matches!(self, Self::Public | Self::Members)
    }

    /// Whether anyone may come: what most events are, and what records from before this was asked are read as.
    pub fn is_public(&self) -> bool {
        *self == Self::Public
    }

    /// Two or three words for a line of a list.
    pub fn short_words(self) -> &'static str {
        match self {
            Self::Public => "Anyone",
            Self::Members => "Members",
            Self::Staff => "Staff of the host",
            Self::Invited => "By invitation",
        }
    }
}

#[expect(clippy::derivable_impls, reason = "the list's macro derives no default")]
impl Default for OpenTo {
    fn default() -> Self {
        Self::Public
    }
}
