//! The foot of every page: help, always the same and in the same order.

use leptos::prelude::*;

use crate::components::{Link, Qr, QrDrawing};

/// The footer of every page. On paper it also says where the page is.
pub(super) fn footer(address: Option<String>, code: Option<QrDrawing>) -> impl IntoView {
    let links = [
        ("About", "/about"),
        ("Help", "/help"),
        ("Accessibility", "/accessibility"),
        ("Privacy", "/privacy"),
        ("Cookies", "/cookies"),
        ("Send my link again", "/links"),
        ("Desk", "/desk"),
    ]
    .map(|(label, href)| Link::new(label, href))
    .into_iter()
    .map(|link| view! { <li><a href=link.href>{link.label}</a></li> })
    .collect_view();
    view! {
        <footer class="site">
            <div class="frame">
                <section aria-labelledby="help-now">
                    <h2 id="help-now">"If you need to talk to someone now"</h2>
                    <ul class="help-lines">
                        <li><b>"Samaritans"</b>" Call " <a href="tel:116123">"116 123"</a> ". Free, day and night."</li>
                        <li><b>"Shout"</b>" Text SHOUT to " <a href="sms:85258">"85258"</a> ". Free, day and night."</li>
                        <li><b>"NHS"</b>" Call " <a href="tel:111">"111"</a> " when it is urgent and not an emergency."</li>
                        <li><b>"In danger"</b>" Call " <a href="tel:999">"999"</a> " if you or someone else is in danger."</li>
                    </ul>
                </section>
                <nav aria-label="About this hub">
                    <ul>{links}</ul>
                </nav>
                {address.map(|address| view! {
                    <div class="print-only code">
                        {code.map(|drawing| view! { <Qr drawing label="This page’s address as a code"/> })}
                        <p>"This page: "{address}</p>
                    </div>
                })}
                <p class="quiet">"The home of the weeks that celebrate co-production: people who use services and people who run them, working as equals."</p>
            </div>
        </footer>
    }
}
