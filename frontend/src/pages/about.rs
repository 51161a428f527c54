//! What co-production and its weeks are, and what the hub is for.

use leptos::prelude::*;

use super::contact::Contact;
use crate::components::ButtonLink;

/// The page about the hub.
pub fn about(contact: Contact) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"About the hub"</h1>
            <p class="lead">"Co-production is when people who use a service and people who run it make it together, as equals."</p>
            <p>"They plan it, run it and judge it side by side. Nobody is there only to be asked."</p>
            <h2>"The weeks"</h2>
            <p>"Every year, national weeks celebrate this way of working. England’s week is in July. Scotland’s is in November."</p>
            <p>"Hundreds of organisations hold events. People tell what co-production did in their lives. This hub keeps all of it in one place, and keeps it for good."</p>
            <h2>"What you can do here"</h2>
            <ul>
                <li><a href="/">"Find an event"</a>" that fits your day, your place and what you need."</li>
                <li><a href="/list-an-event">"List an event"</a>" that you hold in the week."</li>
                <li><a href="/share-your-story">"Share your story"</a>" under the name you choose."</li>
                <li><a href="/weeks">"Look in past weeks"</a>". Nothing is overwritten."</li>
            </ul>
            <h2>"Who reads what you send"</h2>
            <p>"Each week has coordinators. They read every event and every story before it is shown. They don’t change your words without asking you."</p>
            <h2>"Who runs the hub"</h2>
            <p>{contact.organisation.clone()}" runs the hub."</p>
            {contact.ways()}
            <p><ButtonLink label="See this week" href="/"/></p>
        </div>
    }
}
