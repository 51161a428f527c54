//! What the renderer leaves between the parts of a view, so that an island finds its place in the browser.

use std::borrow::Cow;

/// How the renderer writes a place: a comment without its dashes, which HTML takes for a mistake (HTML, 13.2.2, incorrectly-opened-comment).
const MARK: &str = "<!>";

/// A finished page with each mark as the comment that a browser makes of it, where islands wake up and look for them; without any where
/// none does. Typed words can't hold one: their `<` is written as `&lt;`, in JSON as `\u003c`.
pub(super) fn marked(html: &str, islands: bool) -> Cow<'_, str> {
    match html.contains(MARK) {
        true => html.replace(MARK, if islands { "<!---->" } else { "" }).into(),
        false => html.into(),
    }
}
