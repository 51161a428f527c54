//! Every page with a form, and who may open it.

use std::rc::Rc;

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, list_an_event_in_both_ways, registered, registered_with, share_a_story_asking};

/// The pages in an order in which none takes another away.
pub async fn all(hub: &TestHub) -> Vec<(Rc<Visitor>, String)> {
    let desk = Rc::new(at_the_desk(hub).await);
    let host = Rc::new(list_an_event(hub, "Made for trouble", "host@example.org").await);
    let event = decide(hub, &desk, "Made for trouble", "publish").await;
    let guest = Rc::new(registered(hub, &event, "Ann Example", "ann@example.org").await);
    let anybody = Rc::new(Visitor::new(hub));
    let draft = Rc::new(Visitor::new(hub));
    let about = draft.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let draft_home = about.path.trim_end_matches("/about").to_owned();
    let author = Rc::new(Visitor::new(hub));
    let naming = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let story_home = naming.path.trim_end_matches("/naming").to_owned();
    let list = host.get(&format!("{}/registrations", host.home)).await.expect_status(200);
    let person = list.attributes("tbody th a", "href").remove(0);
    share_a_story_asking(hub, "Asks for trouble", "asked@example.org").await;
    let story = decide(hub, &desk, "Asks for trouble", "publish").await;
    // Another event, because the first text that is taken puts it off.
    let other = Rc::new(list_an_event(hub, "Put off by trouble", "other@example.org").await);
    decide(hub, &desk, "Put off by trouble", "publish").await;
    let both = in_both_ways(hub, &desk).await;
    let waiting = desk.get("/desk").await.attributes("main table a", "href");
    let assisting = desk.press("/desk/enter-registration", &[("event", &event)]).await.expect_status(200).path;

    let mut pages = vec![(anybody.clone(), format!("{event}/register")), (anybody.clone(), "/links".to_owned())];
    pages.extend([(anybody.clone(), format!("{story}/message")), (anybody, "/report-a-concern".to_owned())]);
    pages.extend(["about", "host", "when", "where", "access", "booking", "more"].map(|step| (draft.clone(), format!("{draft_home}/{step}"))));
    pages.extend(["naming", "write", "consent"].map(|step| (author.clone(), format!("{story_home}/{step}"))));
    pages.push((guest.clone(), format!("{}/change", guest.home)));
    pages.extend(["add", "door", "message", "places", "download"].map(|part| (host.clone(), format!("{}/registrations/{part}", host.home))));
    pages.extend([(host.clone(), format!("{}/details", host.home)), (host.clone(), person)]);
    pages.extend(both);
    pages.push((other.clone(), format!("{}/postpone", other.home)));
    pages.extend(
        ["enter-event", "enter-story", "enter-registration", "bring-in", "weeks", "people"].map(|part| (desk.clone(), format!("/desk/{part}"))),
    );
    pages.extend(waiting.into_iter().take(2).map(|path| (desk.clone(), path)));
    pages.push((desk, assisting));
    pages
}

/// An event in a room and online, with one place each: whoever registered for it online, and somebody without an address to whom the place in the
/// room is offered, because it was taken back from another.
async fn in_both_ways(hub: &TestHub, desk: &Visitor) -> Vec<(Rc<Visitor>, String)> {
    let host = Rc::new(list_an_event_in_both_ways(hub, "Trouble in both ways", "both@example.org", "1", "1").await);
    let event = decide(hub, desk, "Trouble in both ways", "publish").await;
    let guest = Rc::new(registered_with(hub, &event, &[("name", "Dee Example"), ("email", "dee@example.org"), ("way", "online")]).await);
    let list = format!("{}/registrations", host.home);
    let mut by_phone = Vec::new();
    for (name, phone) in [("Cat Example", "01632 960 071"), ("Ben Example", "01632 960 072")] {
        let typed = [("asked_by", "phone"), ("agreed", "yes"), ("name", name), ("phone", phone), ("way", "room")];
        by_phone.push(host.press(&format!("{list}/add"), &typed).await.expect_status(200).path);
    }
    let [cat, ben] = &by_phone[..] else { panic!("two were entered: {by_phone:?}") };
    let page = host.get(cat).await.expect_status(200);
    host.send_at("main form:has([name=reason])", &page, &[("act", "remove"), ("reason", "You asked us")]).await.expect_status(200);
    let call = host.get(ben).await.expect_status(200);
    assert!(call.attributes("main [name=outcome]", "value").contains(&"accepts".to_owned()), "a place is held for them:\n{}", call.text());
    vec![(guest.clone(), format!("{}/change", guest.home)), (host.clone(), ben.clone()), (host, format!("{list}/places"))]
}
