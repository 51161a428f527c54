//! Each week's cards, kept for at most the setting's time (20 s; design §1), so that a rush reads the table once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use domain::calendar::{Filter, Listed, Meeting};
use domain::event::EventCard;
use domain::registration::PublicPlaces;
use domain::story::StoryCard;
use domain::week::{Week, WeekId};
use jiff::Timestamp;
use store::public::PublicReader;
use web::Problem;

/// A week's cards and counts.
#[derive(Debug)]
pub(crate) struct WeekInMemory {
    /// By start, then title; any time last.
    pub events: Vec<Listed>,
    /// By address.
    pub places: HashMap<String, PublicPlaces>,
    /// In the order of random addresses.
    pub stories: Vec<StoryCard>,
    /// How many of the stories are about an event, by its name.
    pub reflections: HashMap<String, usize>,
}

impl WeekInMemory {
    /// An event's places, where the hub books it.
    pub fn places_of(&self, card: &EventCard) -> Option<&PublicPlaces> {
        self.places.get(card.slug.as_str())
    }

    /// The events that answer a filter.
    pub fn found(&self, filter: &Filter) -> impl Iterator<Item = &Listed> {
        self.events.iter().filter(|event| filter.matches(event, self.places_of(event)))
    }

    /// The same as a list by days: an event that has several sessions stands on each of its days.
    pub fn meetings(&self, filter: &Filter) -> Vec<Meeting<'_>> {
        filter.meetings(self.found(filter))
    }
}

struct Kept<T> {
    read: Timestamp,
    what: Arc<T>,
}

pub(crate) struct Memory {
    longest: Duration,
    weeks: Mutex<Option<Kept<Vec<Week>>>>,
    cards: Mutex<HashMap<WeekId, Kept<WeekInMemory>>>,
}

impl Memory {
    pub fn new(longest: Duration) -> Self {
        Self { longest, weeks: Mutex::default(), cards: Mutex::default() }
    }

    fn fresh<T>(&self, kept: Option<&Kept<T>>, now: Timestamp) -> Option<Arc<T>> {
        let kept = kept?;
        let age = Duration::try_from(now.duration_since(kept.read)).ok()?;
        (age < self.longest).then(|| kept.what.clone())
    }

    pub async fn weeks(&self, public: &PublicReader, now: Timestamp, demonstration: bool) -> Result<Arc<Vec<Week>>, Problem> {
        if let Some(weeks) = self.fresh(self.weeks.lock().unwrap_or_else(PoisonError::into_inner).as_ref(), now) {
            return Ok(weeks);
        }
        let mut weeks = public.weeks().await?;
        weeks.retain(|week| demonstration || !week.id.is_demonstration());
        let what = Arc::new(weeks);
        *self.weeks.lock().unwrap_or_else(PoisonError::into_inner) = Some(Kept { read: now, what: what.clone() });
        Ok(what)
    }

    pub async fn week(&self, public: &PublicReader, id: WeekId, now: Timestamp) -> Result<Arc<WeekInMemory>, Problem> {
        if let Some(cards) = self.fresh(self.cards.lock().unwrap_or_else(PoisonError::into_inner).get(&id), now) {
            return Ok(cards);
        }
        let (events, places, mut stories) = tokio::try_join!(public.event_cards(id), public.places(id), public.story_cards(id))?;
        let today = domain::time::today(now);
        stories.retain(|story| !story.is_over(today));
        let events = events.into_iter().map(Listed::new).collect();
        let places = places.into_iter().map(|p| (p.slug.as_str().to_owned(), p.places)).collect();
        let mut reflections = HashMap::new();
        for event in stories.iter().filter_map(|story| story.event.as_ref()) {
            *reflections.entry(event.as_str().to_owned()).or_default() += 1;
        }
        let what = Arc::new(WeekInMemory { events, places, stories, reflections });
        self.cards.lock().unwrap_or_else(PoisonError::into_inner).insert(id, Kept { read: now, what: what.clone() });
        Ok(what)
    }
}
