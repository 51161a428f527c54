//! How the event comes into somebody's own calendar.

use leptos::prelude::*;

use crate::components::{Disclosure, Link};

/// The links, and the address for every other program.
#[derive(Clone, Debug, Default)]
pub struct WaysIn {
    /// Google, Outlook, a program on the device, a file.
    pub ways: Vec<Link>,
    /// The whole address of the file.
    pub address: String,
}

/// Folded, and not on paper.
pub(super) fn ways_in(into: WaysIn) -> impl IntoView {
    let WaysIn { ways, address } = into;
    let ways = ways.into_iter().map(|way| view! { <li><a href=way.href>{way.label}</a></li> }).collect_view();
    view! {
        <div class="ways-in no-print">
            <Disclosure summary="Add to my calendar">
                <ul class="links">{ways}</ul>
                <p>"For any other program, copy this address:"</p>
                <pre role="group" tabindex="0" aria-label="The address to copy"><code>{address}</code></pre>
                <p class="quiet">
                    "Only what stands on this page goes along, never what you told us. Google and Microsoft learn of it if you choose them."
                </p>
            </Disclosure>
        </div>
    }
}
