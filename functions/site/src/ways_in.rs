//! The ways of one event into somebody's own calendar: plain links, with nothing in them but what its page says.

use domain::event::{EventPage, PublicState, Session};
use frontend::components::Link;
use frontend::pages::event::WaysIn;
use jiff::Timestamp;

use crate::links::encode;

/// Google, Outlook, a program on the device, a file. None for what is over, has no time, or doesn't take place as it is listed.
pub fn of(event: &EventPage, origin: &str, now: Timestamp) -> Option<WaysIn> {
    let sessions = event.when.sessions();
    if sessions.is_empty() || event.state != PublicState::Listed || event.is_over(now) {
        return None;
    }
    let file = format!("{}.ics", event.path());
    let address = format!("{origin}{file}");
    let webcal = format!("webcal://{}", address.split_once("://").map_or(address.as_str(), |(_, rest)| rest));
    let [google, outlook] = match &sessions[..] {
        [only] => once(event, *only, origin),
        // Their forms take one session; of several, they follow the file.
        _ => [
            format!("https://calendar.google.com/calendar/render?cid={}", encode(&webcal)),
            format!("https://outlook.live.com/calendar/0/addfromweb?url={}&name={}", encode(&address), encode(&event.title)),
        ],
    };
    let ways = vec![
        Link::new("Google Calendar", google),
        Link::new("Outlook on the web", outlook),
        Link::new("Apple Calendar, or a program on this device", webcal),
        Link::new("Download the calendar file", file),
    ];
    Some(WaysIn { ways, address })
}

/// The form of a new entry at Google and at Outlook, filled in.
fn once(event: &EventPage, session: Session, origin: &str) -> [String; 2] {
    let words = format!("{}\n\n{origin}{}", event.summary, event.path());
    let [title, words, place] = [event.title.as_str(), &words, &event.where_words()].map(encode);
    let at = |moment: Timestamp| moment.strftime("%Y%m%dT%H%M%SZ").to_string();
    let spelt = |moment: Timestamp| encode(&moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string());
    [
        format!(
            "https://calendar.google.com/calendar/render?action=TEMPLATE&text={title}&dates={}/{}&details={words}&location={place}",
            at(session.start),
            at(session.end)
        ),
        format!(
            "https://outlook.live.com/calendar/0/deeplink/compose?rru=addevent&subject={title}&startdt={}&enddt={}&body={words}&location={place}",
            spelt(session.start),
            spelt(session.end)
        ),
    ]
}
