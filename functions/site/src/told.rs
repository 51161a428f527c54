//! What was told of an event since it took place. Once a week is over, that comes before the rest of its archive.

use domain::event::EventCard;
use domain::text::counted;

use crate::memory::WeekInMemory;

/// Whether anything was told.
pub fn any(event: &EventCard, cards: &WeekInMemory) -> bool {
    event.happened || event.materials || reflections(event, cards) > 0
}

/// `On its page: what happened, materials, 2 reflections.` None where nothing was told.
pub fn words(event: &EventCard, cards: &WeekInMemory) -> Option<String> {
    let reflections = reflections(event, cards);
    let parts = [
        event.happened.then(|| "what happened".to_owned()),
        event.materials.then(|| "materials".to_owned()),
        (reflections > 0).then(|| counted(reflections as u64, "reflection", "reflections")),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("On its page: {}.", parts.join(", ")))
}

fn reflections(event: &EventCard, cards: &WeekInMemory) -> usize {
    cards.reflections.get(event.id.as_str()).copied().unwrap_or(0)
}
