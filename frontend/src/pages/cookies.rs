//! Which cookies the hub sets: only those without which a private page can't work.

use leptos::prelude::*;

use crate::components::TableBox;

/// The page about cookies.
pub fn cookies() -> impl IntoView {
    view! {
        <div class="page">
            <h1>"Cookies"</h1>
            <p class="lead">"We don’t follow you. Reading the hub sets no cookies at all."</p>
            <p>"A cookie is a small note that a site leaves in your browser. We leave one only when a page is private."</p>
            <TableBox label="The cookies we set">
                <table>
                    <caption>"The cookies we set"</caption>
                    <thead><tr><th scope="col">"When"</th><th scope="col">"What for"</th><th scope="col">"How long"</th></tr></thead>
                    <tbody>
                        <tr>
                            <th scope="row">"You open a private link and press its button"</th>
                            <td>"It lets you see and change your own event, booking or story."</td>
                            <td>"A day. You can close a story sooner. Use the link again whenever you like."</td>
                        </tr>
                        <tr>
                            <th scope="row">"A coordinator signs in to the desk"</th>
                            <td>"It keeps them signed in."</td>
                            <td>"Until they sign out, leave it for 30 minutes, or for 12 hours at most."</td>
                        </tr>
                    </tbody>
                </table>
            </TableBox>
            <h2>"What your browser keeps without a cookie"</h2>
            <p>"If you press “Add to my week” in a calendar, your browser notes which events you chose. It stays on this device. We don’t get it."</p>
            <p>"“Clear my week”, on the page of your week, deletes it all."</p>
            <p>"While you write a story you can tick “Keep what I type on this device”. Then a copy stays in your browser for up to 30 days. The pages of your story have a button that clears it."</p>
            <p>"There is nothing from other companies on our pages: no adverts, no counters, no maps, no fonts."</p>
            <p>"You can refuse or delete these cookies in your browser. Public pages and forms work without them."</p>
        </div>
    }
}
