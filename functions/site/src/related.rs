//! Stories to read next: about the same event first, then in answer to the same questions. Few, and in an order that tells no time.

use domain::ids::Slug;
use domain::story::{StoryCard, StoryPage};
use jiff::civil::Date;

/// The most on one page.
const MOST: usize = 3;

/// Those of an event and of a week that go with a story. Each comes from what lists show now: whatever was withdrawn is in neither.
pub(crate) fn related<'a>(story: &StoryPage, of_event: &'a [StoryCard], of_week: &'a [StoryCard], today: Date) -> Vec<&'a StoryCard> {
    let other = |card: &&StoryCard| card.slug != story.slug && !card.is_over(today);
    let same_question = |card: &&StoryCard| card.questions.iter().any(|number| story.questions.contains(number));
    let mut first: Vec<&StoryCard> = of_event.iter().filter(other).collect();
    let mut then: Vec<&StoryCard> = of_week.iter().filter(other).filter(same_question).collect();
    then.retain(|card| first.iter().all(|known| known.slug != card.slug));
    from_here(&mut first, &story.slug);
    from_here(&mut then, &story.slug);
    first.extend(then);
    first.truncate(MOST);
    first
}

/// In the order of random addresses, from the story's own on and round again: every story has its turn, and none shows when it came
/// (quality-bar P-17).
fn from_here(cards: &mut [&StoryCard], own: &Slug) {
    cards.sort_by_key(|card| (card.slug < *own, card.slug.clone()));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn card(slug: &str, questions: &[u8]) -> StoryCard {
        let card = serde_json::json!({ "l": slug, "t": slug, "s": "", "k": "blog", "q": questions, "m": "2026-11-01" });
        serde_json::from_value(card).unwrap()
    }

    fn page(slug: &str, questions: &[u8]) -> StoryPage {
        let page = serde_json::json!({
            "slug": slug, "week": domain::week::WeekId::parse("scotland/2026").unwrap(), "kind": "blog", "title": "A", "body": "A", "byline": { "naming": "nothing" },
            "questions": questions, "month": "2026-11-01", "consent": { "purposes": ["publish"], "version": 3, "day": "2026-11-01" },
        });
        serde_json::from_value(page).unwrap()
    }

    fn found(own: &str, questions: &[u8], of_event: &[StoryCard], of_week: &[StoryCard]) -> Vec<String> {
        let today = jiff::civil::date(2026, 11, 25);
        related(&page(own, questions), of_event, of_week, today).into_iter().map(|card| card.slug.to_string()).collect()
    }

    #[test]
    fn the_same_event_comes_before_the_same_question_and_nothing_else_comes() {
        let event = [card("kkkk", &[]), card("mmmm", &[2])];
        let week = [card("aaaa", &[1]), card("kkkk", &[]), card("mmmm", &[2]), card("pppp", &[2, 3]), card("zzzz", &[])];
        assert_eq!(found("kkkk", &[2], &event, &week), ["mmmm", "pppp"]);
        assert_eq!(found("zzzz", &[], &[], &week), [""; 0]);
    }

    #[test]
    fn they_are_few_and_each_story_begins_after_itself() {
        let week = ["bbbb", "cccc", "dddd", "ffff", "gggg"].map(|slug| card(slug, &[1]));
        assert_eq!(found("bbbb", &[1], &[], &week), ["cccc", "dddd", "ffff"]);
        assert_eq!(found("ffff", &[1], &[], &week), ["gggg", "bbbb", "cccc"]);
    }

    #[test]
    fn what_ran_out_is_not_among_them() {
        let mut over = card("cccc", &[1]);
        over.until = Some(jiff::civil::date(2026, 11, 24));
        assert_eq!(found("bbbb", &[1], std::slice::from_ref(&over), std::slice::from_ref(&over)), [""; 0]);
    }
}
