//! An event on paper stays on two pages: where its own long texts need more, each ends early there and says so. On a screen nothing ends.

use domain::event::EventPage;
use domain::markup;
use leptos::prelude::*;

use crate::components::Prose;

/// How many characters a printed line has, about.
const LINE: usize = 70;

/// How many lines of long text two pages have room for, beside everything else that an event tells.
const ROOM: usize = 40;

/// How many lines are printed where there is not room for all: print.css gives them that height.
const PRINTED: usize = 25;

/// What happened, the description, and how it was made together share the room that there is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paper {
    /// Among how many texts the room is shared; none where all have room.
    of: Option<usize>,
}

impl Paper {
    pub(super) fn of(event: &EventPage) -> Self {
        let more = &event.more;
        let texts: Vec<&str> =
            [more.happened.as_deref(), Some(event.description.as_str()), more.coproduced.as_deref()].into_iter().flatten().collect();
        let all: usize = texts.iter().map(|text| lines(text)).sum();
        Self { of: (all > ROOM).then_some(texts.len()) }
    }

    /// A text of the event's, whole on a screen.
    pub(super) fn prose(self, text: &str) -> impl IntoView + use<> {
        let html = markup::render(text);
        match self.of.filter(|of| lines(text) > PRINTED / of) {
            Some(of) => view! {
                <Prose html more=format!("cut of-{of}")/>
                <p class="print-only">"This text goes on. All of it is at this page’s address, which stands at the end."</p>
            }
            .into_any(),
            None => view! { <Prose html/> }.into_any(),
        }
    }
}

/// How many lines a text has on paper, about.
fn lines(text: &str) -> usize {
    text.lines().map(|line| line.chars().count().div_ceil(LINE).max(1)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_of_many_short_lines_is_as_long_as_one_of_few_long_ones() {
        assert_eq!((lines("One line."), lines(&"x".repeat(LINE + 1)), lines("a\n\nb")), (1, 2, 3));
        assert!(lines(&"x\n".repeat(ROOM + 1)) > ROOM && lines(&"x".repeat(10_000)) > ROOM && lines(&"x".repeat(2_000)) < ROOM);
    }
}
