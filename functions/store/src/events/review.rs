//! What the desk does with an event that waits: publish it, ask for a change, decline it.

use domain::event::{EventAct, EventDetails, EventRecord, NEAR, Published};
use domain::ids::Slug;
use domain::message::Message;
use domain::registration::Places;
use jiff::{SignedDuration, Timestamp};

use super::act::{VERSION, after, refused, write};
use super::{EventError, Events, letters};
use crate::deed::Deed;
use crate::due::{self, Due, Tidings};
use crate::public::{self, PlacesAt, SLUG};
use crate::tables::Table;
use crate::tx::Tx;
use crate::{keys, outbox};

impl Events {
    /// Publishes an event in the words of `details`, which a coordinator has just read. Its address is made of its title, and of
    /// more where that is taken. Places open for booking with it.
    pub async fn publish(&self, record: &EventRecord, details: &EventDetails, deed: &Deed) -> Result<EventRecord, EventError> {
        let mut next = after(record, EventAct::Publish, true, deed)?;
        next.desk_words = None;
        for slug in addresses(details, &deed.mark) {
            next.published = Some(Published::new(slug, details.clone(), deed.at));
            let mut tx = Tx::new(&self.db);
            put_in_public(&mut tx, &next);
            remind(&mut tx, &next, deed.at);
            if let Some(to) = letters::address(&next) {
                outbox::add(&mut tx, &letters::news(&next, to, Message::EventPublished { event: next.id.clone() }));
            }
            write(&mut tx, record, &next, EventAct::Publish, "", deed);
            if at_its_address(tx).await? {
                return Ok(next);
            }
        }
        Err(EventError::Changed)
    }

    /// Gives an event back to its host with words about what to change.
    pub async fn ask_for_change(&self, record: &EventRecord, words: &str, deed: &Deed) -> Result<EventRecord, EventError> {
        let event = record.id.clone();
        self.answer(record, EventAct::AskForChange, words, Message::EventChangesAsked { event }, deed).await
    }

    /// Declines an event, with a reason for its host.
    pub async fn decline(&self, record: &EventRecord, reason: &str, deed: &Deed) -> Result<EventRecord, EventError> {
        let event = record.id.clone();
        self.answer(record, EventAct::Decline, reason, Message::EventDeclined { event }, deed).await
    }

    async fn answer(&self, record: &EventRecord, act: EventAct, words: &str, message: Message, deed: &Deed) -> Result<EventRecord, EventError> {
        let next = after(record, act, true, deed)?;
        self.answered(record, next, act, words, message, deed).await
    }

    /// Writes what the desk decided, `next`, with its words for the host, and tells the host.
    pub(super) async fn answered(
        &self,
        record: &EventRecord,
        mut next: EventRecord,
        act: EventAct,
        words: &str,
        message: Message,
        deed: &Deed,
    ) -> Result<EventRecord, EventError> {
        next.desk_words = Some(words.to_owned());
        let mut tx = Tx::new(&self.db);
        if let Some(to) = letters::address(&next) {
            outbox::add(&mut tx, &letters::news(&next, to, message));
        }
        write(&mut tx, record, &next, act, words, deed);
        tx.commit().await.map_err(refused)?;
        Ok(next)
    }
}

/// Writes what stands at an address; false where another event has that address.
pub(super) async fn at_its_address(tx: Tx<'_>) -> Result<bool, EventError> {
    match tx.commit().await {
        Ok(()) => Ok(true),
        Err(error) if error.refused_by(SLUG) && !error.refused_by(VERSION) => Ok(false),
        Err(error) => Err(refused(error)),
    }
}

/// How long after the end people who had a place are thanked, and the host learns that they can tell what happened.
const AFTER_ITS_END: SignedDuration = SignedDuration::from_hours(3);

/// Notes, where the event has a time, that people are to be told before and after it, if the hub takes bookings, and its host after it,
/// if their address is confirmed.
pub(super) fn remind(tx: &mut Tx<'_>, record: &EventRecord, now: Timestamp) {
    let Some(page) = record.page() else { return };
    let tell = |tidings| Due::Tell { event: record.id.clone(), tidings, after: None };
    let (start, end) = (page.when.start(), page.when.end());
    let reminder = start.filter(|_| page.through_hub).map(|start| (tell(Tidings::Reminder), start - NEAR));
    let thanks = end.filter(|_| page.through_hub).map(|end| (tell(Tidings::Thanks), end + AFTER_ITS_END));
    let known = end.filter(|_| record.confirmed_email.is_some());
    let host = known.map(|ends| (Due::EventOver { event: record.id.clone(), ends }, ends + AFTER_ITS_END));
    for (due, at) in [reminder, thanks, host].into_iter().flatten().filter(|(_, at)| *at > now) {
        due::add(tx, &due, at);
    }
}

/// Page, card and, where the hub takes bookings, places. What is private stays out: [`domain::event::EventPage`] has no field for it.
pub(super) fn put_in_public(tx: &mut Tx<'_>, record: &EventRecord) {
    let Some(page) = record.page() else { return };
    public::add_event(tx, &page);
    if page.through_hub {
        let places = Places::planned(record.published.as_ref().map(|p| p.details.plan()).unwrap_or_default());
        tx.put_new("places", Table::Hub, &keys::places(&record.id), &places);
        let count = PlacesAt { slug: page.slug.clone(), places: places.public(record.changed) };
        tx.put(Table::Public, &public::places_key(page.week, &page.slug), &count);
        // Places that are held back come free by themselves, though nobody ever books: then there is something to count.
        let release = places.next_release(record.changed);
        release.into_iter().for_each(|at| due::add(tx, &Due::OfferPlaces { event: record.id.clone() }, at));
    }
}

/// The addresses to try: the title, the title with week, the title with letters that nobody else has.
pub(super) fn addresses(details: &EventDetails, mark: &str) -> Vec<Slug> {
    let plain = Slug::from_title(&details.about.title);
    let week = plain.with(&details.week.to_string().replace('/', "-"));
    let short: String = mark.chars().take(8).collect();
    let odd = plain.with(&short);
    // An address is at most 80 characters long; a long title with a long nation's name is over it.
    [plain, week, odd].into_iter().filter_map(|slug| Slug::parse(slug.as_str())).collect()
}
