use leptos::prelude::*;

/// The offer to keep a copy on this device. Hidden until the page's script runs: without it nothing can be kept here. `of` tells one
/// story's copy from another's.
pub(super) fn keep_here(of: String) -> impl IntoView {
    view! {
        <section id="keep-here" class="form" aria-labelledby="keep-here-title" data-of=of hidden>
            <h2 id="keep-here-title">"Keep a copy on this device?"</h2>
            <p>"What you save is kept at the hub, behind your private link. A copy here helps if the connection breaks while you write."</p>
            <p><strong>"Others who use this device can read a copy that is kept here."</strong>" On a shared computer leave the box empty."</p>
            <div class="choice">
                <input type="checkbox" id="keep-here-on"/>
                <label for="keep-here-on">"Keep what I type on this device, until I clear it"</label>
            </div>
            <div class="row">
                <button type="button" class="button secondary" id="keep-here-clear" hidden>"Clear it from this device"</button>
                <button type="button" class="button secondary" id="keep-here-back" hidden>"Put back what is kept here"</button>
            </div>
            <p id="keep-here-said" role="status"></p>
        </section>
    }
}

/// That a copy is still on this device, and the button that clears it, on the pages that come after the form. Hidden unless the page's
/// script finds one.
pub(crate) fn kept_here(of: String) -> impl IntoView {
    view! {
        <section id="keep-here" class="form" aria-labelledby="keep-here-title" data-of=of hidden>
            <h2 id="keep-here-title" tabindex="-1">"The copy on this device"</h2>
            <div id="keep-here-still">
                <p>"A copy of what you wrote is on this device, because you asked us to keep one here. "<strong>"Others who use this device can read it."</strong></p>
                <p><button type="button" class="button secondary" id="keep-here-clear">"Clear it from this device"</button></p>
            </div>
            <p id="keep-here-said" role="status"></p>
        </section>
    }
}
