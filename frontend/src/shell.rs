//! The frame around every page: head, header, footer, and the way a view becomes a whole document.

mod as_known;
mod footer;
mod head;
mod header;
mod marks;

use std::sync::Arc;

use hydration_context::SsrSharedContext;
use leptos::prelude::*;

pub use as_known::as_known;
pub use head::{Alternate, json_ld_text};
pub use header::{DeskBar, DeskPage, Section, WeekLinks};

use crate::assets::Manifest;
use crate::components::{Notice, NoticeKind, QrDrawing};

/// What the frame around a page says.
#[derive(Clone, Debug, Default)]
pub struct Shell {
    /// The page's own title; the service's name follows it.
    pub title: String,
    /// A sentence for search engines and previews.
    pub description: Option<String>,
    /// Which part of the hub this page belongs to.
    pub section: Section,
    /// The week the navigation leads to; without one it leads to the nearest.
    pub week: Option<WeekLinks>,
    /// Shows the strip that says nothing here is real.
    pub demonstration: bool,
    /// The page holds an island, so it loads the script that wakes it.
    pub islands: bool,
    /// Stands in a frame on another site: no header and footer, and every link opens a window of its own.
    pub embedded: bool,
    /// A story is written on the page, or was: it loads the script that marks what could give somebody away, and that keeps and clears a
    /// copy on the device.
    pub privacy: bool,
    /// Keeps the page out of search engines.
    pub noindex: bool,
    /// The same content in other formats.
    pub alternates: Vec<Alternate>,
    /// The page's one lasting address.
    pub canonical: Option<String>,
    /// That address as a code, for a camera that looks at the page on paper.
    pub code: Option<QrDrawing>,
    /// Facts for search engines, as JSON; it is made safe here.
    pub json_ld: Option<String>,
    /// Who is at the desk.
    pub desk: Option<DeskBar>,
    /// Nothing can be changed for now: forms say so before anybody types.
    pub read_only: bool,
    /// A form came back with something wrong: the title says so first.
    pub error: bool,
}

/// What stands above a form while nothing can be sent.
fn closed() -> impl IntoView {
    view! {
        <Notice kind=NoticeKind::Warning>
            <p>"You can’t send forms now: we are mending something. You can read every page. Come back later today."</p>
        </Notice>
    }
}

/// Renders a whole page. Everything the view made is let go before this returns.
pub fn render<V: IntoView + 'static>(manifest: &Manifest, shell: Shell, body: impl FnOnce() -> V) -> String {
    // An island that wraps children asks for this context; without one it panics.
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new_islands())));
    let islands = shell.islands;
    let html = owner.with(|| {
        let head = head::head(manifest, &shell);
        let Shell { section, week, demonstration, desk, canonical, code, embedded, read_only, .. } = shell;
        let class = match (embedded, &desk) {
            (true, _) => "embedded",
            (false, Some(_)) => "at-desk",
            (false, None) => "in-public",
        };
        let top = (!embedded)
            .then(|| view! { <a class="skip" href="#main">"Skip to the main content"</a> {header::header(section, week, demonstration, desk)} });
        view! {
            <!DOCTYPE html>
            <html lang="en-GB">
                {head}
                <body class=class>
                    {top}
                    <main id="main" class="frame" tabindex="-1">{read_only.then(closed)}{body()}</main>
                    {(!embedded).then(|| footer::footer(canonical, code))}
                </body>
            </html>
        }
        .to_html()
    });
    owner.unset_with_forced_cleanup();
    marks::marked(&html, islands).into_owned()
}
