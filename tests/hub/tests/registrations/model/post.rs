//! Who is told what: the letters that each step puts into the outbox, and no others (I6).

use std::collections::BTreeSet;

use domain::contact::Email;
use domain::ids::RegistrationId;
use domain::message::{Message, Recipient, Waiting};
use domain::registration::model::{Letter, Model, News};
use store::Table;
use store::outbox::{Outbox, SHARDS, WAITING};

use super::looking::{BEGINNING, Looking};
use crate::world::World;

/// So many letters are left in the outbox before they are taken out: each look goes through all that lie there.
const LEFT: usize = 30;

/// To whom the event's host is written.
const HOST: &str = "ann.canary7private@example.org";

/// The address of one of the model's contacts.
pub fn address(contact: usize) -> String {
    format!("p{contact}@example.org")
}

/// The letters that were looked at and lie there still.
#[derive(Default)]
pub struct Post(BTreeSet<String>);

impl Post {
    /// What differs between the letters of this step and those that the model has written.
    pub async fn differs(&mut self, looking: &Looking, world: &World, model: &mut Model, ids: &[RegistrationId]) -> Option<String> {
        let (mut theirs, mut seen) = (Vec::new(), 0);
        for waiting in lying(looking).await {
            if self.0.contains(&waiting.id) {
                seen += 1;
                continue;
            }
            let Some(letter) = letter(&waiting, model, ids) else { return Some(format!("nobody should be written {waiting:?}")) };
            theirs.push(letter);
            self.0.insert(waiting.id);
        }
        let (told, mut ours) = (self.0.len() - theirs.len(), std::mem::take(&mut model.letters));
        if seen != told {
            return Some(format!("{seen} earlier letters lie there, not {told}"));
        }
        theirs.sort();
        ours.sort();
        if theirs != ours {
            return Some(format!("the letters are {theirs:?}, not {ours:?}"));
        }
        if self.0.len() > LEFT {
            let all: Vec<String> = std::mem::take(&mut self.0).into_iter().collect();
            Outbox::new(world.db.clone()).drop_all(&all).await.unwrap();
        }
        None
    }

    /// Takes out what lies there: it is all that was looked at, and nothing else.
    pub async fn empty(&self, looking: &Looking, world: &World) {
        let left: Vec<String> = lying(looking).await.into_iter().map(|waiting| waiting.id).collect();
        assert_eq!(left.iter().cloned().collect::<BTreeSet<_>>(), self.0, "letters of event {}", world.event);
        Outbox::new(world.db.clone()).drop_all(&left).await.unwrap();
    }
}

async fn lying(looking: &Looking) -> Vec<Waiting> {
    let mut all = Vec::new();
    for shard in 0..SHARDS {
        let records = looking.behind(Table::Outbox, &format!("{WAITING}{shard}"), BEGINNING).await;
        all.extend(records.into_iter().map(|(_, record)| serde_json::from_value::<Waiting>(record).unwrap()));
    }
    all
}

/// A letter in the model's words; none where it is one that nobody should get, or goes to another address.
fn letter(waiting: &Waiting, model: &Model, ids: &[RegistrationId]) -> Option<Letter> {
    let (to, news) = match &waiting.message {
        Message::RegistrationConfirm { registration, .. } => (Some(registration), News::Confirm),
        Message::RegistrationPlaced { registration, .. } => (Some(registration), News::Placed),
        Message::RegistrationWaiting { registration, .. } => (Some(registration), News::Waiting),
        Message::RegistrationOffered { registration, until, .. } => (Some(registration), News::Offered(*until)),
        Message::RegistrationLapsed { registration, .. } => (Some(registration), News::Lapsed),
        Message::RegistrationCancelled { registration, .. } => (Some(registration), News::Cancelled),
        Message::LinksAgain { events, registrations, stories } if events.is_empty() && stories.is_empty() && registrations.len() == 1 => {
            (Some(&registrations[0].1), News::LinkAgain)
        }
        Message::EventMoved { registration, .. } => (Some(registration), News::Moved),
        Message::EventChangePublished { .. } => (None, News::ChangePublished),
        Message::OfferToCall { until, .. } => (None, News::ToCall(*until)),
        _ => return None,
    };
    let Some(registration) = to else { return is_to(waiting, HOST).then_some(Letter { to: None, news }) };
    let n = ids.iter().position(|id| id == registration)?;
    is_to(waiting, &address(model.people[n].contact)).then_some(Letter { to: Some(n), news })
}

fn is_to(waiting: &Waiting, address: &str) -> bool {
    Email::parse(address).is_ok_and(|email| waiting.to == Recipient::Address(email))
}
