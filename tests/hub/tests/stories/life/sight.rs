//! What anyone can read of the story, and what is wrong with that.

use domain::story::{StoryRules, StoryState};
use jiff::SignedDuration;
use store::Table;
use store::public::AtAddress;

use super::walk::Walk;
use crate::world::week;

impl Walk {
    /// What anyone may read of it now.
    async fn public(&self) -> Option<String> {
        let cards = self.world.public.story_cards(week().id).await.unwrap();
        assert!(cards.len() <= 1);
        let card = cards.first()?;
        let Some(AtAddress::Page(page)) = self.world.public.story(&card.slug).await.unwrap() else { panic!("a card without a page") };
        Some(page.body)
    }

    /// What is wrong with what is public now.
    pub async fn wrong(&self) -> Option<String> {
        let record = self.world.load(&self.id).await;
        let Some(body) = self.public().await else {
            return (record.state == StoryState::Live).then(|| "it is live and nobody can read it".to_owned());
        };
        let Some((words, at, needed)) = self.known.approved.clone() else { return Some(format!("no coordinator published {body}")) };
        let needed = needed.and(self.known.promised.unwrap_or(StoryRules::NONE));
        let checks = [
            (self.known.ended, "it was withdrawn"),
            (self.known.taken_down, "it was taken off"),
            (self.known.authors.as_ref() != Some(&body), "its author did not send or agree to these words"),
            (words != body, "the coordinator read other words"),
            (needed.two_keys && self.known.read.as_ref() != Some(&body), "nobody read these words as the second reader"),
            (needed.notice && self.now < at + SignedDuration::from_hours(24), "its author had no day's notice"),
        ];
        checks.into_iter().find(|(wrong, _)| *wrong).map(|(_, what)| format!("{body}: {what}"))
    }

    /// What of it is somewhere where it should not be.
    pub async fn leaks(&self) -> Option<String> {
        for table in Table::ALL {
            let all = self.world.everything(table).await;
            let words = (0..=self.words).any(|n| all.contains(&format!("words{n}-")));
            if self.known.ended && (words || all.contains("canaryreply")) {
                return Some(format!("{table:?} keeps words after the withdrawal"));
            }
            // The mail that says goodbye carries the address until it is sent.
            let goodbye = table == Table::Outbox && self.known.ended;
            if table != Table::Confidential && !goodbye && all.contains("canary9author") {
                return Some(format!("{table:?} knows the author"));
            }
            if matches!(table, Table::Public | Table::Outbox) && all.contains("canaryreply") {
                return Some(format!("{table:?} holds what the author wrote to the desk"));
            }
        }
        None
    }
}
