//! What in a story could be said more plainly, for the pages that offer it.

use domain::plain::plain_offers;
use domain::story::StoryRecord;
use domain::text::many_lines;
use frontend::pages::share_story::Plainer;

/// Each offer, as pages show it.
pub(crate) fn offers(record: &StoryRecord) -> Vec<Plainer> {
    let offers = plain_offers(&many_lines(record.answers.get("body")));
    offers.into_iter().map(|one| Plainer { quote: one.quote, offer: one.offer }).collect()
}
