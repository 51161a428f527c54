//! Lists in lists, quotes in quotes: as deep as somebody writes, and no deeper. Whatever makes a page out of a nest of thousands looks
//! through all of it again for each part, and a reader can't tell its depth anyway.

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

/// How deep a nest may be. People write three or four.
pub(super) const MOST: usize = 16;

/// What can stand in itself without end.
fn nests(tag: &Tag<'_>) -> bool {
    matches!(tag, Tag::BlockQuote(_) | Tag::List(_) | Tag::Item | Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. })
}

fn ends_nest(end: TagEnd) -> bool {
    matches!(end, TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link)
}

/// The same events without the nests inside the `deepest`: their words stay, and those of two parts don't run together. An item of a
/// list goes or stays with its list.
pub(super) fn flat<'t>(events: impl Iterator<Item = Event<'t>>, deepest: usize) -> impl Iterator<Item = Event<'t>> {
    let (mut depth, mut lists) = (0_usize, Vec::<bool>::new());
    events.filter_map(move |event| match event {
        Event::Start(Tag::Item) => lists.last().copied().unwrap_or_default().then_some(Event::Start(Tag::Item)),
        Event::End(TagEnd::Item) if !lists.last().copied().unwrap_or_default() => Some(Event::Text(CowStr::Borrowed(" "))),
        Event::Start(tag) if nests(&tag) => {
            depth += 1;
            if matches!(tag, Tag::List(_)) {
                lists.push(depth <= deepest);
            }
            (depth <= deepest).then_some(Event::Start(tag))
        }
        Event::End(end) if ends_nest(end) && end != TagEnd::Item => {
            let stays = depth <= deepest;
            depth = depth.saturating_sub(1);
            if matches!(end, TagEnd::List(_)) {
                lists.pop();
            }
            stays.then_some(Event::End(end))
        }
        other => Some(other),
    })
}

#[cfg(test)]
mod tests {
    use super::super::{plain_excerpt, rendered};
    use super::MOST;

    /// Nests of all kinds, whole and broken, as deep as a text of 60,000 letters can be.
    fn nests() -> Vec<String> {
        let deep = |sign: &str, end: &str| {
            let times = 60_000 / (sign.len() + end.len());
            format!("{}words{}", sign.repeat(times), end.repeat(times))
        };
        let pairs = [
            (">", ""),
            ("> ", ""),
            ("- ", ""),
            ("1. ", ""),
            ("> - ", ""),
            ("*a ", " a*"),
            ("**_", "_**"),
            ("[", "](https://example.org)"),
            ("> * **[", ""),
        ];
        pairs.into_iter().map(|(sign, end)| deep(sign, end)).collect()
    }

    /// How deep the tags of a piece of HTML stand in one another.
    fn depth(html: &str) -> usize {
        let (mut now, mut most) = (0_usize, 0);
        for tag in html.split('<').skip(1) {
            match tag {
                tag if tag.starts_with('/') => now = now.saturating_sub(1),
                tag if tag.starts_with("br") => {}
                _ => now += 1,
            }
            most = most.max(now);
        }
        most
    }

    #[test]
    fn a_nest_of_thousands_is_shown_flat_with_all_its_words_and_on_a_small_stack() {
        let shown = || {
            for nest in nests() {
                let html = rendered(&nest, MOST);
                assert!(html.as_str().contains("words"), "{nest:.40}");
                // Each level of a list is two, and a paragraph stands in the innermost.
                assert!(depth(html.as_str()) <= 2 * MOST + 1, "{} deep: {nest:.40}", depth(html.as_str()));
                assert!(plain_excerpt(&nest, 200).chars().count() <= 201, "{nest:.40}");
            }
        };
        std::thread::Builder::new().stack_size(256 * 1024).spawn(shown).unwrap().join().unwrap();
    }

    /// The twin: without an end to it, a page of them is as deep as somebody likes.
    #[test]
    fn without_an_end_a_nest_is_as_deep_as_it_was_written() {
        assert!(depth(rendered(&format!("{}words", "> ".repeat(1_000)), usize::MAX).as_str()) > 1_000);
    }

    #[test]
    fn what_people_write_is_left_alone_and_words_of_two_parts_stay_apart() {
        let four = "- one\n  - two\n    - three\n      - four *and **more***\n\n> > quoted";
        assert_eq!(rendered(four, MOST).as_str(), rendered(four, usize::MAX).as_str());
        let list = format!("{}- one\n{}- two", "> ".repeat(MOST), "> ".repeat(MOST));
        assert!(rendered(&list, MOST).as_str().contains("one two"), "{}", rendered(&list, MOST).as_str());
    }
}
