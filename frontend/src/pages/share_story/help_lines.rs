use leptos::prelude::*;

/// Where the link to leave a page at once leads: something anybody might be reading.
const ELSEWHERE: &str = "https://www.bbc.co.uk/weather";

/// A page of one button about a story, with people to talk to beside it.
pub fn with_help(page: impl IntoView) -> impl IntoView {
    view! { <div class="with-help"><div>{page}</div><HelpAside/></div> }
}

/// People to talk to, beside every page of the story form: the same lines, in the same order, as at the foot of every page
/// (quality-bar A-42).
#[component]
pub fn HelpAside() -> impl IntoView {
    view! {
        <aside aria-labelledby="help-beside">
            <h2 id="help-beside">"People to talk to"</h2>
            <p>"Writing about hard times can bring them back. You can stop at any point."</p>
            <ul class="help-lines">
                <li><b>"Samaritans"</b>" Call " <a href="tel:116123">"116 123"</a> ". Free, day and night."</li>
                <li><b>"Shout"</b>" Text SHOUT to " <a href="sms:85258">"85258"</a> ". Free, day and night."</li>
                <li><b>"NHS"</b>" Call " <a href="tel:111">"111"</a> " when it is urgent and not an emergency."</li>
                <li><b>"In danger"</b>" Call " <a href="tel:999">"999"</a> " if you or someone else is in danger."</li>
            </ul>
            <p><a href=ELSEWHERE rel="noreferrer">"Leave this page"</a></p>
            <p class="quiet">"That takes you to a weather page. Your browser still remembers that you were here."</p>
        </aside>
    }
}
