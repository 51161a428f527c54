//! Events for other programs: calendars, feeds, data, in words that people can read.

use leptos::prelude::*;

use crate::components::TableBox;

/// The page about open data. `origin` is the hub's own address, `week` the path of a week as an example.
pub fn open_data(origin: &str, week: &str) -> impl IntoView + use<> {
    let rows = [
        ("Calendar file", "calendar.ics", "For calendar programs. Subscribe to it, and changes come by themselves."),
        ("Data", "calendar.json", "For websites and programs. At most 200 events an answer; each answer names the next."),
        ("Newly listed events", "calendar.atom", "For feed readers. What was listed last comes first."),
        ("Stories", "stories.atom", "For feed readers. Only stories whose authors agreed to it."),
    ]
    .map(|(what, file, words)| {
        let path = format!("{week}/{file}");
        view! { <tr><th scope="row">{what}</th><td><a href=path.clone()>{path.clone()}</a></td><td>{words}</td></tr> }
    });
    let example = format!("{origin}{week}/calendar.json?format=online&access=bsl");
    view! {
        <div class="page">
            <h1>"Events for other programs"</h1>
            <p class="lead">"Everything public about the events is yours to use in your own calendar, website or list."</p>
            <p>"You need no key. The answers hold nothing private: no booking, no access need, no link to join."</p>
            <TableBox label="What you can ask for">
                <table>
                    <caption>"What you can ask for, with one week as an example"</caption>
                    <thead><tr><th scope="col">"What"</th><th scope="col">"Address"</th><th scope="col">"For whom"</th></tr></thead>
                    <tbody>{rows.into_iter().collect_view()}</tbody>
                </table>
            </TableBox>
            <h2>"Choosing events"</h2>
            <p>"Filter the calendar, then copy the part of its address behind the question mark. It means the same here:"</p>
            <pre role="group" tabindex="0" aria-label="An example of an address"><code>{example}</code></pre>
            <h2>"What stays the same"</h2>
            <ul>
                <li>"An event keeps one name for good, its " <code>"uid"</code> ". A new title doesn’t change it."</li>
                <li>"Its " <code>"sequence"</code> " rises with every change that people can see."</li>
                <li>"A cancelled event stays in the list and says so. Show that to your visitors."</li>
                <li>"Show the access facts too. Many people can’t come without them."</li>
            </ul>
            <h2>"How fresh it is"</h2>
            <p>"We answer with what was true at most a minute ago. Calendar programs ask when they like."</p>
            <p>"Google asks about once or twice a day. For a change on the same day, look at the event’s own page."</p>
            <h2>"For people who write programs"</h2>
            <p><a href="/openapi.json">"The same as OpenAPI"</a>". It names every filter and every field."</p>
            <p>"You can also " <a href="/embed">"show the calendar on your website"</a> " without writing a program."</p>
        </div>
    }
}
