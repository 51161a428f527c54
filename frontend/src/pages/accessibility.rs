//! The accessibility statement: what was done, what was tested, what is known not to work.

use leptos::prelude::*;

use super::contact::Contact;

/// When the statement was last looked through. It is looked through at least once a year.
pub const REVIEWED: &str = "22 November 2026";

/// The accessibility statement.
pub fn accessibility(contact: Contact) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Accessibility"</h1>
            <p class="lead">"We want everybody to be able to find an event, take part and tell their story here."</p>
            <p>"You should be able to:"</p>
            <ul>
                <li>"make the text four times as large without reading sideways"</li>
                <li>"do everything with a keyboard, or by voice"</li>
                <li>"listen to every page with a screen reader"</li>
                <li>"use dark colours, your own colours, or less movement, as your device is set"</li>
                <li>"do everything without JavaScript"</li>
                <li>"print an event or a story"</li>
            </ul>
            <h2>"How we test"</h2>
            <p>"We aim for level AA of the Web Content Accessibility Guidelines, version 2.2. Automatic checks look at every kind of page, with JavaScript on and off."</p>
            <p>"Automatic checks find about half of what can be wrong. So we don’t say that the hub meets the guidelines."</p>
            <h2>"What we know is missing"</h2>
            <ul>
                <li>"People who use screen readers, voice control or magnifiers have not tested the hub yet."</li>
                <li>"There are no Easy Read, Welsh or British Sign Language versions of these pages yet."</li>
                <li>"Hosts and contributors write their own words. Some will be harder to read than ours."</li>
                <li>"Hosts tell us how people can get in. We show what they say, and we don’t visit the place."</li>
                <li>"Video calls, booking pages and films on other sites are not ours. They may have problems we can’t mend."</li>
            </ul>
            <h2>"Tell us what doesn’t work"</h2>
            <p>"Tell us which page it is, and what you use. You can also ask for something in another form, such as large print."</p>
            {contact.ways()}
            <h2>"If you are not happy with our answer"</h2>
            <p>
                "Ask the " <a href="https://www.equalityadvisoryservice.com/">"Equality Advisory and Support Service"</a>
                " for advice. In Northern Ireland, ask the " <a href="https://www.equalityni.org/">"Equality Commission"</a> "."
            </p>
            <p class="quiet">"We last looked through this statement on " {REVIEWED} "."</p>
        </div>
    }
}
