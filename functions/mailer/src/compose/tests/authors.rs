//! What the author of a story gets.

use domain::ids::StoryId;
use domain::message::Message;
use domain::story::StoryState as S;

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
