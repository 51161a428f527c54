//! How a story begins, for lists and feeds.

use super::StoryDetails;
use crate::markup::plain_excerpt;

impl StoryDetails {
    /// How it begins, in plain words: at most 200 characters.
    pub fn excerpt(&self) -> String {
        plain_excerpt(&self.text.body, 200)
    }
}
