//! The audit: what was done, day by day, fifty at a time, with names of staff and titles in place of ids.

use std::collections::HashMap;

use axum::Extension;
use axum::extract::{self, Query};
use domain::audit::{Actor, AuditEntry, Subject};
use domain::time::{clock_time, long_date};
use frontend::components::Link;
use frontend::pages::desk::{self, AuditDay, AuditLine};
use frontend::shell::DeskPage;
use jiff::ToSpan;
use jiff::civil::Date;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Deserialize;
use store::StoreError;
use store::audit::Audit;
use store::staff::Seat;
use web::Answer;

use crate::frame::page;
use crate::state::State;
use crate::words;

/// Which day, and where on it.
#[derive(Debug, Default, Deserialize)]
pub(crate) struct Where {
    day: Option<String>,
    after: Option<String>,
}

/// One page of one day.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, Query(place): Query<Where>) -> Answer {
    let today = Audit::day_of(state.context.now());
    let day = place.day.and_then(|day| day.parse::<Date>().ok()).filter(|day| *day <= today).unwrap_or(today);
    let after = place.after.filter(|after| after.starts_with("AUDIT#") && after.len() < 100);
    let found = state.audit.of_day(day, after.as_deref(), state.context.now()).await?;
    let mut names = Names::read(&state).await?;
    let mut lines = Vec::with_capacity(found.records.len());
    for (_, entry) in found.records {
        lines.push(names.line(&state, entry).await?);
    }
    let link = |label: &str, day: Date| Link::new(label, format!("/desk/audit?day={day}"));
    let view = AuditDay {
        day: long_date(day),
        lines,
        more: found.more.map(|place| {
            Link::new("Show earlier acts of this day", format!("/desk/audit?day={day}&after={}", utf8_percent_encode(&place, NON_ALPHANUMERIC)))
        }),
        before: Some(link("The day before", day.saturating_sub(1.day()))),
        after: (day < today).then(|| link("The day after", day.saturating_add(1.day()))),
    };
    Ok(page(&state, &seat, DeskPage::Audit, "What was done", false, move || desk::audit(view)))
}

/// Names of staff, and titles as far as they were looked up.
struct Names {
    staff: HashMap<String, String>,
    titles: HashMap<String, String>,
}

impl Names {
    async fn read(state: &State) -> Result<Self, StoreError> {
        let staff = state.staff.all().await?.into_iter().map(|s| (s.id.to_string(), s.name)).collect();
        Ok(Self { staff, titles: HashMap::new() })
    }

    async fn line(&mut self, state: &State, entry: AuditEntry) -> Result<AuditLine, StoreError> {
        let who = match &entry.actor {
            Actor::Staff(id) => self.staff.get(id.as_str()).cloned().unwrap_or_else(|| "Somebody at the desk".into()),
            Actor::Host => "The host".into(),
            Actor::Attendee => "Somebody with a place".into(),
            Actor::Contributor => "The author".into(),
            Actor::Hub => "The hub".into(),
        };
        let time = if matches!(entry.subject, Subject::Story(_)) { String::new() } else { clock_time(entry.at) };
        let itself = matches!((&entry.actor, &entry.subject), (Actor::Staff(a), Subject::Staff(b)) if a == b);
        let subject = if itself { None } else { Some(self.subject(state, &entry.subject).await?) };
        Ok(AuditLine { time, words: format!("{who} {}", did(&entry.act)), subject, reason: entry.reason })
    }

    async fn subject(&mut self, state: &State, subject: &Subject) -> Result<Link, StoreError> {
        Ok(match subject {
            Subject::Staff(id) => Link::new(self.staff.get(id.as_str()).cloned().unwrap_or_else(|| "an account".into()), ""),
            Subject::Concern(_) => Link::new("what somebody was worried about", ""),
            Subject::Week(id) => Link::new(format!("the week {}", words::week(*id)), id.path()),
            Subject::Event(id) | Subject::Registration(id, _) => {
                let href = format!("/desk/events/{id}");
                if !self.titles.contains_key(&href) {
                    let title = state.events.load(id).await?.map_or_else(|| "an event".into(), |event| event.title());
                    self.titles.insert(href.clone(), title);
                }
                Link::new(self.titles.get(&href).cloned().unwrap_or_default(), href)
            }
            Subject::Story(id) => {
                let href = format!("/desk/stories/{id}");
                if !self.titles.contains_key(&href) {
                    let story = state.stories.load(id).await?.filter(|story| story.answers.has("title"));
                    self.titles.insert(href.clone(), story.map_or_else(|| "a story".into(), |story| story.title()));
                }
                Link::new(self.titles.get(&href).cloned().unwrap_or_default(), href)
            }
        })
    }
}

/// An act as a sentence goes on: "Priya Example … “The kettle rule”".
fn did(act: &str) -> &str {
    match act {
        "save" => "began",
        "send" => "sent",
        "confirm" => "confirmed the address for",
        "ask-for-change" => "asked for a change to",
        "publish" => "published",
        "publish-trusted" => "published, as a trusted host,",
        "trust" => "recorded as trusted the host of",
        "take-trust-back" => "no longer trusts the host of",
        "decline" => "declined",
        "change-at-once" => "changed at once the details of",
        "begin-change" => "began to change",
        "send-change" => "sent a change of",
        "drop-change" => "took back a change of",
        "return-change" => "asked for something else in a change of",
        "approve-change" => "published a change of",
        "refuse-change" => "refused a change of",
        "postpone" => "postponed",
        "go-ahead" => "took back the postponement of",
        "reschedule" => "published a new date of",
        "cancel" => "cancelled",
        "withdraw" => "withdrew",
        "propose-edits" => "proposed edits to",
        "agree-to-edits" => "agreed to the edits of",
        "refuse-edits" => "refused the edits of",
        "change-edits" => "went on from the edits of",
        "read-second" => "read as the second reader",
        "schedule" => "published, after notice to its author,",
        "adopt-question" => "added a suggested question to",
        "remove-question" => "took out a suggested question of",
        "stop" => "stopped",
        "go-live" => "made live",
        "take-down" => "took off",
        "take-back" => "took back one use of",
        "change-address" => "changed where the author is reached of",
        "update" => "wrote an update to",
        "show-update" => "published an update to",
        "decline-update" => "declined an update to",
        "end-messages" => "ended the messages to the author of",
        "settle" => "saw to",
        "run-out" => "took off, at the end of its author’s time,",
        "enter" => "began to enter",
        "bring-in" => "brought in",
        "invite" => "invited",
        "remove" => "removed",
        "end-sessions" => "ended the sessions of",
        "sign-in" => "signed in",
        "set-up-second-factor" => "set up a second step and signed in",
        "register" => "registered for",
        "offer" => "was offered a place at",
        "accept" => "took the offer of a place at",
        "lapse" => "let an offer run out at",
        "place" => "got a place, by another way to take part, at",
        "change-person" => "changed their name or how they are reached for",
        "change-party" => "changed who comes with them to",
        "change-needs" => "changed what would help them at",
        "erase-needs" => "took out what would help them at",
        "erase" => "erased what they had told for",
        "call" => "noted a call to somebody about",
        "came" => "noted that somebody came to",
        "did-not-come" => "noted that somebody did not come, after all, to",
        "bring-over" => "brought somebody over to the new way to take part in",
        "end-offer-by-start" => "let an offer run no longer than to the new start of",
        "change-support" => "changed whether they need support at",
        "offer-by-hand" => "offered a place, by hand, at",
        "change-places" => "changed the places of",
        "open-booking" => "opened booking for",
        "close-booking" => "closed booking for",
        "arrange" => "noted what is arranged for somebody at",
        "view-registrations" => "looked at who is coming to",
        "download-list" => "downloaded who is coming to",
        "download-access-answers" => "downloaded who is coming, and what would help, to",
        "write-to-registered" => "wrote to the people who registered for",
        "count-walk-ins" => "counted who came without a booking to",
        "forget-needs" => "deleted, as its time was over, what would help somebody at",
        "forget" => "deleted, as its time was over, what was kept of",
        "open-week" => "opened",
        "change-week" => "changed",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::did;
    use domain::event::EventAct;
    use domain::registration::RegistrationAct;
    use domain::story::StoryAct;

    #[test]
    fn every_act_is_told_in_words() {
        let more =
            ["change-party", "change-needs", "erase-needs", "offer-by-hand", "change-places", "open-booking", "close-booking", "change-support"];
        let theirs = ["change-person", "erase", "call", "came", "did-not-come"];
        let hubs = ["bring-over", "end-offer-by-start", "forget-needs"];
        let hosts = ["arrange", "view-registrations", "download-access-answers", "write-to-registered", "count-walk-ins"];
        let acts = EventAct::ALL.iter().map(|act| act.value()).chain(StoryAct::ALL.iter().map(|act| act.value()));
        let acts = acts
            .chain(RegistrationAct::ALL.iter().map(|act| act.value()))
            .chain(more)
            .chain(theirs)
            .chain(hubs)
            .chain(hosts)
            .chain(["forget", "bring-in", "enter"]);
        let raw: Vec<&str> = acts.filter(|act| did(act) == *act).collect();
        assert_eq!(raw, [""; 0], "they stand in the audit as they are stored");
    }
}
