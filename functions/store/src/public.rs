//! What anyone may read: one page record per address, one small card per list (design, decision 5).

use domain::event::{EventCard, EventPage};
use domain::ids::{EventId, Slug};
use domain::registration::PublicPlaces;
use domain::story::{LiveStory, StoryCard, StoryPage};
use domain::week::{Week, WeekId};
use serde::{Deserialize, Serialize};

use crate::db::{Db, Key};
use crate::error::StoreError;
use crate::keys;
use crate::tables::Table;
use crate::tx::{Tx, TxError, n, s};

/// What lies at a permanent address.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum AtAddress<T> {
    /// The page.
    Page(Box<T>),
    /// It was renamed: go there.
    Moved { to: Slug },
    /// It was withdrawn: 410, and a neutral notice.
    Gone,
}

/// A count of places beside the event's address.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PlacesAt {
    /// The event.
    pub slug: Slug,
    /// Its places.
    #[serde(flatten)]
    pub places: PublicPlaces,
}

/// Reads what is public. All that `site` has.
#[derive(Clone, Debug)]
pub struct PublicReader {
    db: Db,
}

impl PublicReader {
    /// Over the database.
    pub fn new(db: Db) -> Self {
        Self { db }
    }

    /// What lies at an event's address.
    pub async fn event(&self, slug: &Slug) -> Result<Option<AtAddress<EventPage>>, StoreError> {
        self.db.get(Table::Public, &keys::event_page(slug)).await
    }

    /// The event at an address, which may have moved, and moved again; none where there is none.
    pub async fn event_wherever(&self, slug: &Slug) -> Result<Option<EventPage>, StoreError> {
        let mut slug = slug.clone();
        for _ in 0..3 {
            match self.event(&slug).await? {
                Some(AtAddress::Page(page)) => return Ok(Some(*page)),
                Some(AtAddress::Moved { to }) => slug = to,
                Some(AtAddress::Gone) | None => break,
            }
        }
        Ok(None)
    }

    /// What lies at a story's address.
    pub async fn story(&self, slug: &Slug) -> Result<Option<AtAddress<StoryPage>>, StoreError> {
        self.db.get(Table::Public, &keys::story_page(slug)).await
    }

    /// The cards of a week's events, by start.
    pub async fn event_cards(&self, week: WeekId) -> Result<Vec<EventCard>, StoreError> {
        let mut cards: Vec<EventCard> = self.db.all(Table::Public, &keys::event_cards_pk(week), "").await?;
        cards.sort_by(|a, b| (a.start.is_none(), a.start, &a.title).cmp(&(b.start.is_none(), b.start, &b.title)));
        Ok(cards)
    }

    /// The cards of a week's stories. Their order is that of random addresses: it tells no time (quality-bar P-17).
    pub async fn story_cards(&self, week: WeekId) -> Result<Vec<StoryCard>, StoreError> {
        self.db.all(Table::Public, &keys::story_cards_pk(week), "").await
    }

    /// The cards of the stories about an event, in the order of random addresses.
    pub async fn stories_of_event(&self, id: &EventId) -> Result<Vec<StoryCard>, StoreError> {
        self.db.all(Table::Public, &keys::stories_of_event_pk(id), "").await
    }

    /// The public counts of a week's places.
    pub async fn places(&self, week: WeekId) -> Result<Vec<PlacesAt>, StoreError> {
        self.db.all(Table::Public, &keys::public_places_pk(week), "").await
    }

    /// The public count of one event's places.
    pub async fn places_of(&self, week: WeekId, slug: &Slug) -> Result<Option<PlacesAt>, StoreError> {
        self.db.get(Table::Public, &Key::new(keys::public_places_pk(week), slug.as_str())).await
    }

    /// One week.
    pub async fn week(&self, id: WeekId) -> Result<Option<Week>, StoreError> {
        self.db.get(Table::Public, &keys::week(id)).await
    }

    /// All weeks.
    pub async fn weeks(&self) -> Result<Vec<Week>, StoreError> {
        self.db.all(Table::Public, keys::WEEKS, "").await
    }
}

/// The condition that keeps one address for one event.
pub const SLUG: &str = "slug";

/// Puts a new event's page and card into a transaction; refused by [`SLUG`] where the address is taken.
pub fn add_event(tx: &mut Tx<'_>, page: &EventPage) {
    tx.put_new(SLUG, Table::Public, &keys::event_page(&page.slug), &AtAddress::Page(Box::new(page.clone())));
    tx.put(Table::Public, &event_card_key(page.week, &page.slug), &page.card());
}

/// Replaces an event's page and card.
pub fn change_event(tx: &mut Tx<'_>, page: &EventPage) {
    tx.put(Table::Public, &keys::event_page(&page.slug), &AtAddress::Page(Box::new(page.clone())));
    tx.put(Table::Public, &event_card_key(page.week, &page.slug), &page.card());
}

/// Writes an event's card anew from its page, unless that changed since it was read: then it has a new card from that. Gives whether it did.
///
/// # Errors
/// Where the database doesn't answer.
pub async fn card_again(db: &Db, page: &EventPage) -> Result<bool, StoreError> {
    let mut tx = Tx::new(db);
    tx.check("page", Table::Public, &keys::event_page(&page.slug), "changed = :changed", vec![(":changed", s(page.changed.to_string()))]);
    tx.put(Table::Public, &event_card_key(page.week, &page.slug), &page.card());
    match tx.commit().await {
        Ok(()) => Ok(true),
        Err(TxError::Refused(_)) => Ok(false),
        Err(TxError::Store(error)) => Err(error),
    }
}

/// Brings an event's page and card to another address; the old one leads there. Refused by [`SLUG`] where the new one is taken.
pub fn rename_event(tx: &mut Tx<'_>, before: &EventPage, page: &EventPage) {
    add_event(tx, page);
    tx.put(Table::Public, &keys::event_page(&before.slug), &AtAddress::<EventPage>::Moved { to: page.slug.clone() });
    tx.delete(Table::Public, &event_card_key(before.week, &before.slug));
    tx.delete(Table::Public, &places_key(before.week, &before.slug));
}

fn event_card_key(week: WeekId, slug: &Slug) -> Key {
    Key::new(keys::event_cards_pk(week), slug.as_str())
}

/// Where the public count of an event's places lies.
pub fn places_key(week: WeekId, slug: &Slug) -> Key {
    Key::new(keys::public_places_pk(week), slug.as_str())
}

/// Puts a story's page and card into a transaction; refused by [`SLUG`] where the address is taken.
pub fn add_story(tx: &mut Tx<'_>, page: &StoryPage, card: &StoryCard) {
    tx.put_new(SLUG, Table::Public, &keys::story_page(&page.slug), &AtAddress::Page(Box::new(page.clone())));
    put_cards(tx, page, card);
}

/// Replaces a story's page and card.
pub fn change_story(tx: &mut Tx<'_>, page: &StoryPage, card: &StoryCard) {
    tx.put(Table::Public, &keys::story_page(&page.slug), &AtAddress::Page(Box::new(page.clone())));
    put_cards(tx, page, card);
}

/// The card among the stories of its week, and among those about its event.
fn put_cards(tx: &mut Tx<'_>, page: &StoryPage, card: &StoryCard) {
    tx.put(Table::Public, &Key::new(keys::story_cards_pk(page.week), page.slug.as_str()), card);
    if let Some(event) = &page.event {
        tx.put(Table::Public, &Key::new(keys::stories_of_event_pk(&event.id), page.slug.as_str()), card);
    }
}

/// Takes a story out of everything public; its address stays as a tombstone.
pub fn withdraw_story(tx: &mut Tx<'_>, week: WeekId, live: &LiveStory) {
    let slug = &live.slug;
    tx.put(Table::Public, &keys::story_page(slug), &AtAddress::<StoryPage>::Gone);
    tx.delete(Table::Public, &Key::new(keys::story_cards_pk(week), slug.as_str()));
    if let Some(event) = &live.details.text.event {
        tx.delete(Table::Public, &Key::new(keys::stories_of_event_pk(&event.id), slug.as_str()));
    }
}

/// Brings the public count of places up to date, unless a newer one is there. Shown, never decided by (conventions.md §3a, rule 6).
pub async fn refresh_places(db: &Db, week: WeekId, slug: &Slug, places: &PublicPlaces) -> Result<(), StoreError> {
    let mut tx = Tx::new(db);
    let record = PlacesAt { slug: slug.clone(), places: places.clone() };
    // The same version may say something else later: places that were held back come free by themselves.
    let condition = "attribute_not_exists(version) OR version <= :version";
    tx.put_if(
        "newer",
        Table::Public,
        &Key::new(keys::public_places_pk(week), slug.as_str()),
        &record,
        condition,
        vec![(":version", n(places.version))],
    );
    match tx.commit().await {
        Ok(()) | Err(TxError::Refused(_)) => Ok(()),
        Err(TxError::Store(error)) => Err(error),
    }
}
