//! A page from before, shown while the records can't be reached.

use leptos::prelude::*;

use super::marks::marked;
use crate::components::{Notice, NoticeKind};

/// How the element begins that holds a page's content.
const MAIN: &str = "<main ";

/// A finished page with a notice at the head of its content: as of when it is, e.g. "1 October 2026, 10:04am". None where it is
/// no whole page.
pub fn as_known(page: &str, when: &str) -> Option<String> {
    let main = page.find(MAIN)?;
    let (before, after) = page.split_at(main + page[main..].find('>')? + 1);
    let words = format!(
        "We can’t reach our records just now. This page is as it was on {when}: places and times may have changed since. \
         You can’t send forms until we are back. Try again in a few minutes."
    );
    let owner = Owner::new();
    let notice = owner.with(|| view! { <Notice kind=NoticeKind::Warning><p>{words}</p></Notice> }.to_html());
    owner.unset_with_forced_cleanup();
    // Nothing of the notice wakes up, whatever the page does.
    let notice = marked(&notice, false);
    Some(format!("{before}{notice}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::{Shell, render};

    #[test]
    fn the_notice_stands_first_in_the_content_and_what_is_no_page_gets_none() {
        let page = render(&Default::default(), Shell::default(), || view! { <h1>"Calendar"</h1> });
        let shown = as_known(&page, "1 October 2026, <10:04am>").unwrap();
        let (notice, heading) = (shown.find("We can’t reach our records").unwrap(), shown.find("<h1").unwrap());
        assert!(shown.find(MAIN).unwrap() < notice && notice < heading);
        assert!(shown.contains("&lt;10:04am&gt;") && shown.ends_with(&page[page.len() - 40..]));
        assert_eq!(as_known("BEGIN:VCALENDAR", "now"), None);
    }
}
