//! What a person finds in each mail, and what nobody does.

mod world;

use domain::event::EventState as E;
use domain::ids::{EventId, RegistrationId, StaffId, StoryId};
use domain::message::{Message, Waiting};
use domain::registration::{Audience, HostMessage, RegistrationState as R};
use domain::story::StoryState as S;
use jiff::Timestamp;

use super::{With, events, links, registrations, staff, stories};
use crate::letter::Letter;
use crate::links::Links;
use crate::mail::Mail;
use world::{TITLE, at, context, event, event_with, now, registration, story, to};

fn finish(write: impl FnOnce(&With<'_>) -> Option<Letter>) -> Option<Mail> {
    finish_at(now(), write)
}

fn finish_at(now: Timestamp, write: impl FnOnce(&With<'_>) -> Option<Letter>) -> Option<Mail> {
    let (context, to) = (context(), to());
    let with = With { links: Links(&context), to: &to, now };
    write(&with).map(|letter| letter.finish("<a@hub.example>".into(), to.clone(), "https://hub.example"))
}

/// What holds for every mail.
fn is_decent(mail: &Mail) {
    let screen: String = mail.text.chars().take(100).collect();
    for (place, text) in [("subject", &mail.subject), ("lock screen", &screen)] {
        assert!(!text.contains("dementia"), "{place}: {text}");
    }
    assert!(!mail.html.contains("<b>") && !mail.html.contains("<i>") && !mail.html.contains("style="), "{}", mail.html);
    for (name, text) in [("text", &mail.text), ("HTML", &mail.html)] {
        assert!(!text.contains("evil.example"), "a name that somebody typed: {name}\n{text}");
        for need in domain::access::AccessNeed::ALL {
            assert!(!text.contains(need.words()), "{name} tells the access need {}", need.words());
        }
    }
}

fn has(mail: &Mail, words: &[&str]) {
    for words in words {
        assert!(mail.text.contains(words), "text: {words}\n{}", mail.text);
        assert!(mail.html.contains(&crate::escape::escape(words)), "HTML: {words}\n{}", mail.html);
    }
}

fn has_not(mail: &Mail, words: &[&str]) {
    for words in words {
        assert!(!mail.text.contains(words) && !mail.html.contains(words), "{words}\n{}", mail.text);
    }
}

fn host_mail(message: fn(EventId) -> Message, state: E) -> Option<Mail> {
    let event = event(state);
    let mail = finish(|with| events::letter(&message(event.id.clone()), &event, with));
    mail.iter().for_each(is_decent);
    mail
}

#[test]
fn a_host_gets_the_link_that_is_needed_next() {
    const OPEN: &str = "https://hub.example/manage/event/open/1111111111111111.1.";
    const CONFIRM: &str = "https://hub.example/manage/event/confirm/1111111111111111.1.";
    let draft = host_mail(|event| Message::EventDraft { event }, E::Draft).unwrap();
    has(&draft, &[OPEN]);
    has_not(&draft, &["dementia"]);
    let confirm = host_mail(|event| Message::EventConfirm { event }, E::Sent).unwrap();
    has(&confirm, &[CONFIRM, "If it was not you"]);
    has_not(&confirm, &["dementia"]);
    has(&host_mail(|event| Message::EventReceived { event }, E::Queued).unwrap(), &[OPEN, TITLE]);
    let asked = host_mail(|event| Message::EventChangesAsked { event }, E::ChangesAsked).unwrap();
    has(&asked, &[OPEN, "Say which <i>floor</i> it is on."]);
    let published = host_mail(|event| Message::EventPublished { event }, E::Published).unwrap();
    has(&published, &[OPEN, "https://hub.example/events/circle", "Wednesday 25 November 2026, 10:00 to 12:00, UK time"]);
    has(&host_mail(|event| Message::EventDeclined { event }, E::Declined).unwrap(), &["Say which"]);
}

#[test]
fn a_host_gets_nothing_that_is_no_longer_true() {
    assert_eq!(host_mail(|event| Message::EventDraft { event }, E::Withdrawn), None);
    assert_eq!(host_mail(|event| Message::EventConfirm { event }, E::Queued), None);
    assert_eq!(host_mail(|event| Message::EventReceived { event }, E::Published), None);
    assert_eq!(host_mail(|event| Message::EventChangesAsked { event }, E::Queued), None);
    assert_eq!(host_mail(|event| Message::EventPublished { event }, E::Cancelled), None);
    let event = event_with(E::Sent, &[("contact_email", "other@example.org")]);
    let message = Message::EventConfirm { event: event.id.clone() };
    assert_eq!(finish(|with| events::letter(&message, &event, with)), None, "the address was mended meanwhile");
}

fn mail_to(message: fn(EventId, RegistrationId) -> Message, state: R, event_state: E) -> Option<Mail> {
    let (event, of) = (event(event_state), registration(state));
    let mail = finish(|with| registrations::letter(&message(event.id.clone(), of.id.clone()), &event, &of, with));
    mail.iter().for_each(is_decent);
    mail
}

const OPEN: &str = "https://hub.example/manage/registration/open/1111111111111111.2222222222222222.1.";
const WHEN: &str = "Wednesday 25 November 2026, 10:00 to 12:00, UK time";
const PRIVATE: [&str; 4] = ["Secret House", "Hidden Street", "blue door", "meet.example"];

#[test]
fn to_confirm_says_until_when_and_what_happens_otherwise() {
    let mail = mail_to(|event, registration| Message::RegistrationConfirm { event, registration }, R::Unconfirmed, E::Published).unwrap();
    let link = "https://hub.example/manage/registration/confirm/1111111111111111.2222222222222222.1.";
    has(&mail, &[link, "two hours", "Friday 20 November 2026 at 14:00, UK time", "the place goes to somebody else", WHEN]);
    has_not(&mail, &PRIVATE);
    assert!(mail.attachments.is_empty());
}

#[test]
fn who_has_a_place_learns_all_that_is_needed_to_come() {
    let mail = mail_to(|event, registration| Message::RegistrationPlaced { event, registration }, R::Confirmed, E::Published).unwrap();
    assert_eq!(mail.subject, "You have a place on Wednesday 25 November, 10:00");
    has(&mail, &[OPEN, WHEN, TITLE, "Zoom", "We send you how to join online two days before", "The blue door"]);
    has_not(&mail, &["meet.example"]);
    assert!(mail.text.contains("    Secret House\n    1 Hidden Street\n    Exampletown\n    ZZ1 1ZZ"), "{}", mail.text);
    let ics = &mail.attachments[0].body;
    for line in ["UID:1111111111111111@hub.example\r\n", "SEQUENCE:2\r\n", "DTSTART:20261125T100000Z\r\n", "STATUS:CONFIRMED\r\n"] {
        assert!(ics.contains(line), "{line}{ics}");
    }
    for private in PRIVATE.iter().chain(&["/manage/"]) {
        assert!(!ics.contains(private), "{private}\n{ics}");
    }
}

fn near(message: fn(EventId, RegistrationId) -> Message, at: &str, state: R, event_state: E) -> Option<Mail> {
    let (event, of) = (event(event_state), registration(state));
    let message = message(event.id.clone(), of.id.clone());
    let mail = finish_at(at.parse().unwrap(), |with| registrations::letter(&message, &event, &of, with));
    mail.iter().for_each(is_decent);
    mail
}

#[test]
fn two_days_before_comes_how_to_join_and_not_earlier_not_when_it_has_begun_not_to_others() {
    let reminder = |at: &str, state, event_state| near(|event, registration| Message::EventReminder { event, registration }, at, state, event_state);
    let mail = reminder("2026-11-23T10:00:00Z", R::Confirmed, E::Published).unwrap();
    assert_eq!(mail.subject, "You have a place soon on Wednesday 25 November, 10:00");
    has(&mail, &[OPEN, WHEN, "https://meet.example/secret", "The blue door"]);
    for at in ["2026-11-23T09:59:59Z", "2026-11-25T10:00:00Z"] {
        assert_eq!(reminder(at, R::Confirmed, E::Published), None, "{at}");
    }
    assert_eq!(reminder("2026-11-24T10:00:00Z", R::Cancelled, E::Published), None);
    assert_eq!(reminder("2026-11-24T10:00:00Z", R::Confirmed, E::Cancelled), None);
    // Whoever gets a place in the last two days learns it at once.
    let late = near(|event, registration| Message::RegistrationPlaced { event, registration }, "2026-11-24T10:00:00Z", R::Confirmed, E::Published);
    has(&late.unwrap(), &["https://meet.example/secret"]);
}

#[test]
fn another_way_in_is_told_once_for_the_newest_change_until_it_is_over() {
    let changed = |at: &str, sequence, state| {
        let (event, of) = (event(E::Published), registration(state));
        let message = Message::EventChanged { event: event.id.clone(), registration: of.id.clone(), sequence };
        finish_at(at.parse().unwrap(), |with| registrations::letter(&message, &event, &of, with))
    };
    let mail = changed("2026-11-24T10:00:00Z", 2, R::Confirmed).unwrap();
    is_decent(&mail);
    has(&mail, &["The day and time are the same", "https://meet.example/secret", "The blue door", OPEN]);
    assert!(mail.attachments[0].body.contains("SEQUENCE:2"));
    for (at, sequence, state) in
        [("2026-11-24T10:00:00Z", 1, R::Confirmed), ("2026-11-24T10:00:00Z", 2, R::Waiting), ("2026-11-25T12:00:00Z", 2, R::Confirmed)]
    {
        assert_eq!(changed(at, sequence, state), None, "{at} {sequence} {state:?}");
    }
}

#[test]
fn when_it_is_over_comes_thanks_and_the_day_on_which_what_helps_is_deleted() {
    let thanks = |at: &str| near(|event, registration| Message::EventThanks { event, registration }, at, R::Confirmed, E::Published);
    let mail = thanks("2026-11-25T15:00:00Z").unwrap();
    has(&mail, &["Wednesday 9 December 2026", OPEN, "https://hub.example/share-your-story"]);
    has_not(&mail, &PRIVATE);
    assert_eq!(thanks("2026-11-25T11:59:59Z"), None, "not while it lasts");
}

#[test]
fn what_a_host_writes_is_set_apart_filled_in_and_never_markup() {
    let (event, mut of) = (event(E::Published), registration(R::Confirmed));
    of.person.name = "Ann Other".into();
    let words = "Dear {name}, <b>bring</b> a drink. See you on {when}.".to_owned();
    let message = HostMessage { id: "m".into(), audience: Audience::Placed, words, sent: now() };
    let mail = finish(|with| registrations::near::from_host(&event, &of, &message, with)).unwrap();
    is_decent(&mail);
    assert!(mail.text.contains("    Dear Ann Other, <b>bring</b> a drink. See you on Wednesday 25 November 2026"), "{}", mail.text);
    has(&mail, &[OPEN]);
    of.state = R::Waiting;
    assert_eq!(finish(|with| registrations::near::from_host(&event, &of, &message, with)), None, "not to those it is not for");
}

#[test]
fn an_offer_says_its_deadline_in_words_and_is_dropped_when_it_is_over() {
    let (event, of) = (event(E::Published), registration(R::Offered));
    let until = at("2026-11-20T14:00:00Z");
    let offer = |until| Message::RegistrationOffered { event: event.id.clone(), registration: of.id.clone(), until };
    let mail = finish(|with| registrations::letter(&offer(until), &event, &of, with)).unwrap();
    is_decent(&mail);
    has(&mail, &[OPEN, "Friday 20 November 2026 at 14:00, UK time", "the place goes to the next person", WHEN]);
    has_not(&mail, &PRIVATE);
    assert_eq!(finish_at(until, |with| registrations::letter(&offer(until), &event, &of, with)), None, "over");
    let other = offer(at("2026-11-19T14:00:00Z"));
    assert_eq!(finish(|with| registrations::letter(&other, &event, &of, with)), None, "an earlier offer");
}

#[test]
fn whoever_waits_lapses_or_cancels_is_told_what_it_means() {
    let waiting = mail_to(|event, registration| Message::RegistrationWaiting { event, registration }, R::Waiting, E::Published).unwrap();
    has(&waiting, &[OPEN, "waiting list", WHEN]);
    let lapsed = mail_to(|event, registration| Message::RegistrationLapsed { event, registration }, R::Lapsed, E::Published).unwrap();
    has(&lapsed, &["run out", "register again", "https://hub.example/events/circle"]);
    let cancelled = mail_to(|event, registration| Message::RegistrationCancelled { event, registration }, R::Cancelled, E::Published).unwrap();
    has(&cancelled, &["Your registration is cancelled", WHEN]);
    for mail in [waiting, lapsed, cancelled] {
        has_not(&mail, &PRIVATE);
    }
}

#[test]
fn a_cancelled_event_is_said_in_the_subject_the_text_and_the_calendar_file() {
    for state in [R::Confirmed, R::Waiting, R::Offered, R::Unconfirmed] {
        let mail = mail_to(|event, registration| Message::EventCancelled { event, registration }, state, E::Cancelled).unwrap();
        assert_eq!(mail.subject, "Cancelled: your event on Wednesday 25 November, 10:00");
        has(&mail, &["It will not take place", "The hall is flooded.", WHEN]);
        let ics = &mail.attachments[0].body;
        assert!(ics.contains("STATUS:CANCELLED\r\n") && ics.contains("SUMMARY:CANCELLED: Living"), "{ics}");
    }
}

#[test]
fn whoever_registered_gets_nothing_that_is_no_longer_true() {
    let confirm = |event, registration| Message::RegistrationConfirm { event, registration };
    let placed = |event, registration| Message::RegistrationPlaced { event, registration };
    for state in [R::Confirmed, R::Cancelled, R::Lapsed] {
        assert_eq!(mail_to(confirm, state, E::Published), None, "{state:?}");
    }
    assert_eq!(mail_to(placed, R::Cancelled, E::Published), None);
    assert_eq!(mail_to(placed, R::Confirmed, E::Cancelled), None, "the other mail says that it is cancelled");
    assert_eq!(mail_to(|event, registration| Message::EventCancelled { event, registration }, R::Cancelled, E::Cancelled), None);
}

fn author_mail(message: fn(StoryId) -> Message, state: S) -> Option<Mail> {
    let story = story(state);
    let mail = finish(|with| stories::letter(&message(story.id.clone()), &story, with));
    if let Some(mail) = &mail {
        is_decent(mail);
        has_not(mail, &["dementia", "secret body", "your son"]);
    }
    mail
}

#[test]
fn an_author_s_mail_holds_the_private_link_and_no_word_of_the_story() {
    const OPEN: &str = "https://hub.example/manage/story/open/3333333333333333.1.";
    has(&author_mail(|story| Message::StoryReceived { story }, S::Draft).unwrap(), &[OPEN]);
    has(&author_mail(|story| Message::StoryReceived { story }, S::Queued).unwrap(), &[OPEN, "take it back at any time"]);
    has(&author_mail(|story| Message::StoryChangesAsked { story }, S::ChangesAsked).unwrap(), &[OPEN]);
    let edits = author_mail(|story| Message::StoryEditsProposed { story }, S::EditsProposed).unwrap();
    has(&edits, &[OPEN, "Nothing is changed without your yes"]);
    let scheduled = author_mail(|story| Message::StoryScheduled { story }, S::Scheduled).unwrap();
    has(&scheduled, &[OPEN, "Sunday 22 November 2026", "you can stop it"]);
    has(&author_mail(|story| Message::StoryTakenDown { story }, S::TakenDown).unwrap(), &[OPEN, "Why is on your private page"]);
    assert_eq!(author_mail(|story| Message::StoryScheduled { story }, S::Draft), None, "it was stopped meanwhile");
    has(&author_mail(|story| Message::StoryLive { story }, S::Live).unwrap(), &[OPEN, "https://hub.example/stories/abcdefghjkmn"]);
    has(&author_mail(|story| Message::StoryDeclined { story }, S::Declined).unwrap(), &[OPEN]);
    has(&author_mail(|story| Message::StoryWithdrawn { story }, S::Withdrawn).unwrap(), &["taken back"]);
    assert_eq!(author_mail(|story| Message::StoryLive { story }, S::Withdrawn), None);
}

#[test]
fn links_again_lists_what_the_address_is_known_for_and_nothing_is_no_mail() {
    let known = links::Known {
        events: vec![event(E::Published)],
        registrations: vec![(event(E::Published), registration(R::Confirmed)), (event(E::Published), registration(R::Unconfirmed))],
        stories: vec![story(S::Queued)],
    };
    let mail = finish(|with| links::letter(&known, with)).unwrap();
    is_decent(&mail);
    for path in ["event/open", "registration/open", "registration/confirm", "story/open"] {
        has(&mail, &[&format!("https://hub.example/manage/{path}/")]);
    }
    has_not(&mail, &["secret body"]);
    assert_eq!(finish(|with| links::letter(&links::Known::default(), with)), None);
}

#[test]
fn a_sign_in_link_is_not_sent_after_its_ten_minutes_or_to_somebody_removed() {
    let id = StaffId::from_random([4; 16]);
    let person = serde_json::json!({ "id": id, "name": "Bo", "email": "ann@example.org", "role": "reviewer", "version": 1, "created": now() });
    let mut person: domain::staff::StaffRecord = serde_json::from_value(person).unwrap();
    let message = Message::StaffSignIn { staff: id.clone(), token: "tok".into() };
    let waiting = Waiting { id: "s".into(), to: to().into(), message, created: now() };
    let mail = finish(|with| staff::letter(&waiting, &person, with)).unwrap();
    has(&mail, &["https://hub.example/desk/sign-in/tok", "ten minutes"]);
    assert_eq!(finish_at(at("2026-11-20T12:10:00Z"), |with| staff::letter(&waiting, &person, with)), None);
    let invited = Waiting { message: Message::StaffInvited { staff: id }, ..waiting.clone() };
    has(&finish(|with| staff::letter(&invited, &person, with)).unwrap(), &["https://hub.example/desk/sign-in", "Reviewer"]);
    person.removed = true;
    assert_eq!(finish(|with| staff::letter(&waiting, &person, with)), None);
}
