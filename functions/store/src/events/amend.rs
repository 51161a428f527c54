//! Changing a published event through the desk. What is public stays as it is until a coordinator approves the other words (I8).

use domain::event::{Change, EventAct, EventDetails, EventRecord, EventState, Moved, Published};
use domain::ids::Slug;
use domain::message::Message;

use super::act::{VERSION, after, refused, write};
use super::change::tell_of_way_in;
use super::review::{addresses, remind};
use super::{EventError, Events, letters};
use crate::deed::Deed;
use crate::due::{self, Due, Tidings};
use crate::outbox;
use crate::public::{self, SLUG};
use crate::registrations::PLACES;
use crate::tx::Tx;

/// How often a change is decided anew while people book.
const TRIES: usize = 12;

impl Events {
    /// Begins a change with what is published. Where one was begun, it stays as it is.
    pub async fn begin_change(&self, record: &EventRecord, deed: &Deed) -> Result<EventRecord, EventError> {
        if record.change.is_some() {
            return Ok(record.clone());
        }
        let change = Change { answers: record.answers.clone(), sent: None };
        self.with_change(record, EventAct::BeginChange, Some(change), deed).await
    }

    /// Sends it to the desk.
    pub async fn send_change(&self, record: &EventRecord, deed: &Deed) -> Result<EventRecord, EventError> {
        let Some(change) = record.open_change() else { return Err(EventError::NotNow(record.state)) };
        let change = Change { sent: Some(deed.at), ..change.clone() };
        self.with_change(record, EventAct::SendChange, Some(change), deed).await
    }

    /// Takes it back, sent or not.
    pub async fn drop_change(&self, record: &EventRecord, deed: &Deed) -> Result<EventRecord, EventError> {
        self.with_change(record, EventAct::DropChange, None, deed).await
    }

    async fn with_change(&self, record: &EventRecord, act: EventAct, change: Option<Change>, deed: &Deed) -> Result<EventRecord, EventError> {
        let mut next = after(record, act, true, deed)?;
        next.waiting_since = change.as_ref().and_then(|change| change.sent);
        next.change = change;
        next.desk_words = None;
        let mut tx = Tx::new(&self.db);
        write(&mut tx, record, &next, act, "", deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }

    /// Gives a change back to its host, with words about what should be otherwise.
    pub async fn return_change(&self, record: &EventRecord, words: &str, deed: &Deed) -> Result<EventRecord, EventError> {
        let change = record.sent_change().map(|change| Change { sent: None, ..change.clone() });
        let message = Message::EventChangeReturned { event: record.id.clone() };
        self.answer_change(record, EventAct::ReturnChange, change, words, message, deed).await
    }

    /// Refuses a change: what is published stays, and its host learns why.
    pub async fn refuse_change(&self, record: &EventRecord, reason: &str, deed: &Deed) -> Result<EventRecord, EventError> {
        let message = Message::EventChangeRefused { event: record.id.clone() };
        self.answer_change(record, EventAct::RefuseChange, None, reason, message, deed).await
    }

    async fn answer_change(
        &self,
        record: &EventRecord,
        act: EventAct,
        change: Option<Change>,
        words: &str,
        message: Message,
        deed: &Deed,
    ) -> Result<EventRecord, EventError> {
        if record.sent_change().is_none() {
            return Err(EventError::NotNow(record.state));
        }
        let mut next = after(record, act, true, deed)?;
        next.change = change;
        self.answered(record, next, act, words, message, deed).await
    }

    /// Publishes a change in the words of `details`, which a coordinator has just read. Another title gives another address; the old
    /// one leads there. A new date ends a postponement. Another day, time, place or way to take part is marked on the page and told to
    /// everybody who registered; another way to find or join it is told to everybody who has a place.
    pub async fn approve_change(&self, record: &EventRecord, details: &EventDetails, deed: &Deed) -> Result<EventRecord, EventError> {
        let (Some(_), Some(old)) = (record.sent_change(), &record.published) else { return Err(EventError::NotNow(record.state)) };
        // Who has a place here keeps it: whether people book here never changes.
        if old.details.booking.through_hub() != details.booking.through_hub() {
            return Err(EventError::NotNow(record.state));
        }
        let act = match record.state {
            EventState::Postponed if details.when != old.details.when => EventAct::Reschedule,
            _ => EventAct::ApproveChange,
        };
        let mut next = after(record, act, true, deed)?;
        (next.answers, next.change, next.desk_words) = (record.proposed(), None, None);
        for slug in slugs(old, details, &deed.mark) {
            let sequence = old.sequence + 1;
            next.published = Some(Published { slug, details: details.clone(), sequence, changed: deed.at, ..old.clone() });
            next.in_calendars = next.in_calendars_after(record);
            if self.changed_at_address(record, &mut next, act, deed).await? {
                return Ok(next);
            }
        }
        Err(EventError::Changed)
    }

    /// Writes the change under the address it has; false where another event has that. Decides anew by the places as they are where
    /// somebody booked meanwhile.
    async fn changed_at_address(&self, record: &EventRecord, next: &mut EventRecord, act: EventAct, deed: &Deed) -> Result<bool, EventError> {
        for _ in 0..TRIES {
            let Some(published) = &next.published else { return Err(EventError::NotNow(next.state)) };
            let following = self.following(record, &published.details, deed).await?;
            let mut tx = Tx::new(&self.db);
            self.publish_change(&mut tx, record, next, following.is_none(), deed);
            if let Some(following) = following {
                following.write(&mut tx, &next.id, deed);
            }
            if let Some(to) = letters::address(next) {
                outbox::add(&mut tx, &letters::news(next, to, Message::EventChangePublished { event: next.id.clone() }));
            }
            write(&mut tx, record, next, act, "", deed);
            match tx.commit().await {
                Ok(()) => return Ok(true),
                Err(error) if error.refused_by(VERSION) => return Err(refused(error)),
                Err(error) if error.refused_by(SLUG) => return Ok(false),
                Err(error) if error.refused_by(PLACES) => {}
                Err(error) => return Err(refused(error)),
            }
        }
        Err(EventError::Changed)
    }

    fn publish_change(&self, tx: &mut Tx<'_>, record: &EventRecord, next: &mut EventRecord, places_stay: bool, deed: &Deed) {
        let moved = note_moved(record, next, deed);
        let (Some(before), Some(page)) = (record.page(), next.page()) else { return };
        match before.slug == page.slug {
            true => public::change_event(tx, &page),
            false => public::rename_event(tx, &before, &page),
        }
        if !moved {
            tell_of_way_in(tx, record, next, deed);
        }
        let event = next.id.clone();
        if page.through_hub && page.slug != before.slug {
            due::add(tx, &Due::RefreshPlaces { event: event.clone() }, deed.at);
        }
        if page.through_hub && moved && page.ends().is_none_or(|end| end > deed.at) {
            let tidings = Tidings::Moved { sequence: page.sequence };
            due::add(tx, &Due::Tell { event, tidings, after: None }, deed.at);
        }
        // What was to be told by the old times finds that they are no longer true, and tells nobody.
        if page.when != before.when {
            remind(tx, next, deed.at);
            // After the old start nothing was offered any more; before the new one it is. Places that follow the event are offered anyway.
            if page.through_hub && places_stay {
                due::add(tx, &Due::OfferPlaces { event: next.id.clone() }, deed.at);
            }
        }
    }
}

/// Notes on the next record what of day, time, place and way to take part is another; false where nothing is.
pub(super) fn note_moved(record: &EventRecord, next: &mut EventRecord, deed: &Deed) -> bool {
    let lines = next.moved_from(record);
    let start = |record: &EventRecord| record.published.as_ref().and_then(|published| published.details.when.start());
    let (was, is) = (start(record), start(next));
    let Some(published) = next.published.as_mut().filter(|_| !lines.is_empty()) else { return false };
    let known = published.moved.as_ref().and_then(|moved| moved.previous_start);
    let previous_start = if was == is { known } else { was };
    published.note_move(Moved { sequence: published.sequence, at: deed.at, lines, previous_start });
    true
}

/// The address it has, where the title gives the same; else the ones to try.
fn slugs(old: &Published, details: &EventDetails, mark: &str) -> Vec<Slug> {
    match Slug::from_title(&old.details.about.title) == Slug::from_title(&details.about.title) {
        true => vec![old.slug.clone()],
        false => addresses(details, mark),
    }
}
