//! What a reader writes to whoever stands behind a story.

use domain::contact::Email;
use domain::ids::RelayId;
use domain::story::{CallKind, CallToAction, StoryRecord, StoryState as S};

use super::world::{at, now, story};
use super::{finish, finish_at, has, has_not, is_decent};
use crate::compose::readers;

fn relay() -> RelayId {
    RelayId::from_random([9; 16])
}

/// A live story that takes messages by this relay.
fn asking(relay: Option<RelayId>) -> StoryRecord {
    let mut story = story(S::Live);
    let call = CallToAction { kind: CallKind::Contact, words: "Ask us".into(), url: None, relay };
    story.live.as_mut().unwrap().details.text.call = Some(call);
    story
}

#[test]
fn a_message_is_passed_on_with_the_address_to_answer_at_and_nothing_of_the_author() {
    let reach = Email::parse("reader@example.org").unwrap();
    let story = asking(Some(relay()));
    let mail = finish(|with| readers::letter(&story, &relay(), "May I come?\n<b>Really?</b>", Some(&reach), with)).unwrap();
    is_decent(&mail);
    has(&mail, &["May I come?", "reader@example.org", "https://hub.example/stories/abcdefghjkmn"]);
    has_not(&mail, &["dementia", "secret body", "/manage/story"]);
    assert!(mail.html.contains("&lt;b&gt;Really?"), "{}", mail.html);
    let silent = finish(|with| readers::letter(&story, &relay(), "May I come?", None, with)).unwrap();
    has(&silent, &["there is no way to answer them"]);
}

#[test]
fn nothing_is_passed_on_once_the_story_is_gone_its_time_is_over_or_messages_have_ended() {
    let send = |story: &StoryRecord| finish(|with| readers::letter(story, &relay(), "May I?", None, with));
    assert!(send(&asking(Some(relay()))).is_some());
    for ended in [S::Withdrawn, S::TakenDown] {
        assert_eq!(send(&StoryRecord { state: ended, ..asking(Some(relay())) }), None, "{ended:?}");
    }
    assert_eq!(send(&asking(None)), None);
    assert_eq!(send(&asking(Some(RelayId::from_random([8; 16])))), None, "the address was another meanwhile");
    let mut over = asking(Some(relay()));
    over.live.as_mut().unwrap().details.consent.until = Some(jiff::civil::date(2026, 12, 31));
    assert!(finish_at(now(), |with| readers::letter(&over, &relay(), "May I?", None, with)).is_some());
    assert_eq!(finish_at(at("2027-01-01T09:00:00Z"), |with| readers::letter(&over, &relay(), "May I?", None, with)), None);
}
