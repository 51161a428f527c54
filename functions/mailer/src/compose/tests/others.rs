//! Private links once more, and the people at the desk.

use domain::event::EventState as E;
use domain::ids::StaffId;
use domain::message::{Message, Waiting};
use domain::registration::RegistrationState as R;
use domain::story::StoryState as S;

use super::world::{at, event, now, registration, story, to};
use super::{finish, finish_at, has, has_not, is_decent};
use crate::compose::{links, staff};

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
