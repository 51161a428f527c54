use leptos::prelude::*;

/// What somebody passes on of a story: a title and an address.
#[derive(Clone, Debug, Default)]
pub struct Share {
    /// The story's whole address.
    pub address: String,
    /// A mail that holds both, for whatever program writes mail: `mailto:?…`.
    pub mail: String,
}

/// The address to copy and a mail to write. No script, no other company, nothing about whoever passes it on.
pub(super) fn share(what: Share) -> impl IntoView {
    view! {
        <section class="share no-print" aria-labelledby="share">
            <h2 id="share">"Pass it on"</h2>
            <div class="field">
                <label for="share-address">"The address of this story, to copy"</label>
                <input class="full" id="share-address" type="text" readonly autocomplete="off" value=what.address/>
            </div>
            <p><a href=what.mail>"Send it by email"</a></p>
            <p class="quiet">"You pass on the title and the address, and nothing about you. We don’t learn of it. If its author takes the story back, the address leads to a page that says so."</p>
        </section>
    }
}
