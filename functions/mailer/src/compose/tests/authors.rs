//! What the author of a story gets.

use domain::ids::StoryId;
use domain::message::Message;
use domain::retention::story_rests;
use domain::story::{Consent, ConsentAct, ConsentEntry, ConsentOf, Purpose, STORY_CONSENT_VERSION, StoryRecord, StoryState as S};
use jiff::civil::date;

use super::world::story;
use super::{finish, has, has_not, is_decent};
use crate::compose::stories;
use crate::mail::Mail;

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
    let waits = |state| format!("waits for you for {} days", story_rests(state).unwrap());
    has(&author_mail(|story| Message::StoryChangesAsked { story }, S::ChangesAsked).unwrap(), &[OPEN, &waits(S::ChangesAsked)]);
    let edits = author_mail(|story| Message::StoryEditsProposed { story }, S::EditsProposed).unwrap();
    has(&edits, &[OPEN, "Nothing is changed without your yes", &waits(S::EditsProposed)]);
    let scheduled = author_mail(|story| Message::StoryScheduled { story }, S::Scheduled).unwrap();
    has(&scheduled, &[OPEN, "Sunday 22 November 2026", "you can stop it"]);
    has(&author_mail(|story| Message::StoryTakenDown { story }, S::TakenDown).unwrap(), &[OPEN, "Why is on your private page"]);
    assert_eq!(author_mail(|story| Message::StoryScheduled { story }, S::Draft), None, "it was stopped meanwhile");
    has(&author_mail(|story| Message::StoryLive { story }, S::Live).unwrap(), &[OPEN, "https://hub.example/stories/abcdefghjkmn"]);
    has(&author_mail(|story| Message::StoryDeclined { story }, S::Declined).unwrap(), &[OPEN]);
    has(&author_mail(|story| Message::StoryWithdrawn { story }, S::Withdrawn).unwrap(), &["taken back"]);
    assert_eq!(author_mail(|story| Message::StoryLive { story }, S::Withdrawn), None);
}

/// Whoever chose a time is not told that they, or somebody with their link, took it back.
#[test]
fn an_author_whose_time_is_over_is_told_so() {
    let mut story = story(S::Withdrawn);
    let letter = |story: &StoryRecord| finish(|with| stories::letter(&Message::StoryWithdrawn { story: story.id.clone() }, story, with)).unwrap();
    let agreed =
        Consent { purposes: vec![Purpose::Publish], version: STORY_CONSENT_VERSION, day: date(2025, 11, 1), until: Some(date(2026, 10, 31)) };
    for (act, by) in [(ConsentAct::Given, ConsentOf::Author), (ConsentAct::RanOut, ConsentOf::Hub)] {
        story.consents.push(ConsentEntry::new(&agreed, Purpose::Publish, act, by, date(2026, 11, 1)));
    }
    let mail = letter(&story);
    is_decent(&mail);
    has(&mail, &["you chose for how long", "not on any page of the hub any more", "deleted this email address"]);
    has_not(&mail, &["took it back", "as you asked", "secret body"]);
    story.consents.push(ConsentEntry::new(&agreed, Purpose::Publish, ConsentAct::TakenBack, ConsentOf::Author, date(2026, 11, 1)));
    has(&letter(&story), &["as you asked"]);
}
