//! What several tests begin with: a week and the settings of a hub without caches.

use std::time::Duration;

use domain::story::StoryRules;
use domain::week::{Week, WeekId};
use web::{Keys, Settings};

/// Scotland's week of 2026, with days and an organiser and nothing else: its stories go live at once.
pub fn week() -> Week {
    Week {
        id: WeekId::parse("scotland/2026").expect("a week's id"),
        name: "Co-production Week Scotland 2026".into(),
        first: Some(jiff::civil::date(2026, 11, 23)),
        last: Some(jiff::civil::date(2026, 11, 29)),
        dates_note: None,
        theme: None,
        theme_note: None,
        organiser: "Example Organiser".into(),
        source: None,
        offered: String::new(),
        hashtag: None,
        questions: Vec::new(),
        last_question: 0,
        deadlines: Vec::new(),
        featured: Vec::new(),
        concerns_read: None,
        story_rules: StoryRules::NONE,
    }
}

/// A hub at `origin` that keeps no page and takes writes.
pub fn settings(origin: &str) -> Settings {
    Settings {
        origin: origin.into(),
        also: Vec::new(),
        assets: Default::default(),
        page_seconds: 0,
        memory: Duration::ZERO,
        demonstration_allowed: false,
        read_only: false,
        contact: Default::default(),
    }
}

/// Keys that are always the same.
pub fn keys() -> Keys {
    Keys { links: vec![vec![7; 32]], contacts: vec![8; 32] }
}
