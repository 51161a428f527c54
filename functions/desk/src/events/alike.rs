//! What may be the same event, listed twice: in the calendar of its week, and among what waits.

use domain::event::{EventCard, EventDetails, EventRecord, Likeness, Rules, titles_alike};
use domain::time::{clock_time, day_and_month};
use domain::week::Week;
use frontend::components::Link;
use store::StoreError;
use store::queue::Queued;

use crate::state::State;

/// How many of each are shown at most.
const MOST: usize = 5;

/// Links to what may be the same.
pub(super) async fn alike(state: &State, record: &EventRecord, details: &EventDetails, week: &Week) -> Result<Vec<Link>, StoreError> {
    let own = Likeness::of_details(details);
    let cards = state.public.event_cards(record.week).await?;
    let other = |card: &&EventCard| card.id != record.id && own.may_be(&Likeness::of_card(card));
    let mut out: Vec<Link> = cards.iter().filter(other).take(MOST).map(listed).collect();
    let title = &details.about.title;
    let waiting = state.queue.all().await?.into_iter().filter(|entry| entry.week == record.week && titles_alike(&entry.title, title));
    let mut looked_at = 0;
    for entry in waiting {
        let Queued::Event(id) = entry.what else { continue };
        if id == record.id || looked_at == MOST {
            continue;
        }
        looked_at += 1;
        let Some(twin) = state.events.load(&id).await?.filter(|twin| twin.published.is_none()) else { continue };
        let rules = Rules { week, today: state.context.today(), past_allowed: true };
        if EventDetails::parse(&twin.answers, &rules).is_ok_and(|twin| own.may_be(&Likeness::of_details(&twin))) {
            out.push(Link::new(format!("{}. {}. It waits at the desk", entry.title, entry.who), format!("/desk/events/{id}")));
        }
    }
    Ok(out)
}

fn listed(card: &EventCard) -> Link {
    let when = card.start.zip(card.day()).map_or("Any time".to_owned(), |(start, day)| format!("{}, {}", day_and_month(day), clock_time(start)));
    Link::new(format!("{}. {when}. {}", card.title, card.host), card.path())
}
