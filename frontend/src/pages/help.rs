//! How to do things here, and whom to ask.

use domain::registration::{FAIRNESS, OFFER_RULE};
use leptos::prelude::*;

use super::contact::Contact;
use crate::components::Disclosure;

/// The help page.
pub fn help(contact: Contact) -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Help"</h1>
            <p class="lead">"You don’t need an account or a password. We send you private links instead."</p>

            <h2>"Coming to an event"</h2>
            <Disclosure summary="How do I register for an event?">
                <p>"Open the event and choose “Register for a place”. Give your name and an email address or a phone number."</p>
                <p>"If you give an email address, we send a link to it. Press the button behind it within two hours to keep your place."</p>
            </Disclosure>
            <Disclosure summary="What if an event is full?">
                <p>"You can join the waiting list. These are its rules."</p>
                <ul>{FAIRNESS.into_iter().map(|rule| view! { <li>{rule}</li> }).collect_view()}</ul>
                <p>{OFFER_RULE}</p>
            </Disclosure>
            <Disclosure summary="Who sees what I need to take part?">
                <p>"Only the host of that event. You can leave that step out and still come."</p>
            </Disclosure>
            <Disclosure summary="How do I change or cancel my booking?">
                <p>"Use the private link we sent you. If you can’t find it, " <a href="/links">"ask for your link again"</a>"."</p>
            </Disclosure>

            <h2>"Listing an event"</h2>
            <Disclosure summary="How do I list an event?">
                <p>"Choose " <a href="/list-an-event">"List an event"</a> " and answer a few pages of questions. It takes about ten minutes."</p>
                <p>"Every page is saved. You can stop, and come back with your private link."</p>
            </Disclosure>
            <Disclosure summary="When will my event be shown?">
                <p>"First you confirm it with the button behind the link we send. Then a coordinator reads it. They publish it, or write to you about it."</p>
            </Disclosure>

            <Disclosure summary="Can I show the calendar on my own website?">
                <p>"Yes. " <a href="/embed">"Show the calendar on your website"</a> " has the lines to paste."</p>
                <p>"For calendars, feeds and programs there are " <a href="/open-data">"the events as data"</a>"."</p>
            </Disclosure>

            <h2>"Sharing a story"</h2>
            <Disclosure summary="Do I have to say who I am?">
                <p>"No. You can use your full name, your first name, a pen name, only your role, or no name at all."</p>
            </Disclosure>
            <Disclosure summary="Can I take my story back?">
                <p>"Yes, at any time and without a reason. Use your private link, or your code. The story leaves every page of the hub within a minute."</p>
                <p>"We can’t take back copies that other people made."</p>
            </Disclosure>

            <h2>"Something worries you"</h2>
            <p>"Tell us if something here could hurt somebody, or names a person who didn’t agree to it. Tell us too if you are worried about somebody’s safety."</p>
            <p><a href="/report-a-concern">"Tell us about a worry"</a></p>

            <h2>"Ask us"</h2>
            <p>"If a page doesn’t work for you, you can phone or write. A coordinator can enter an event or a story for you."</p>
            {contact.ways()}
        </div>
    }
}
