//! Every page with a form, and who may open it.

use std::rc::Rc;

use hub_tests::TestHub;
use hub_tests::walk::{Visitor, at_the_desk, decide, list_an_event, registered, share_a_story_asking};

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
    let waiting = desk.get("/desk").await.attributes("main table a", "href");
    let assisting = desk.press("/desk/enter-registration", &[("event", &event)]).await.expect_status(200).path;

    let mut pages = vec![(anybody.clone(), format!("{event}/register")), (anybody.clone(), "/links".to_owned())];
    pages.extend([(anybody.clone(), format!("{story}/message")), (anybody, "/report-a-concern".to_owned())]);
    pages.extend(["about", "host", "when", "where", "access", "booking", "more"].map(|step| (draft.clone(), format!("{draft_home}/{step}"))));
    pages.extend(["naming", "write", "consent"].map(|step| (author.clone(), format!("{story_home}/{step}"))));
    pages.push((guest.clone(), format!("{}/change", guest.home)));
    pages.extend(["add", "door", "message", "places", "download"].map(|part| (host.clone(), format!("{}/registrations/{part}", host.home))));
    pages.extend([(host.clone(), format!("{}/details", host.home)), (host.clone(), person)]);
    pages.push((other.clone(), format!("{}/postpone", other.home)));
    pages.extend(
        ["enter-event", "enter-story", "enter-registration", "bring-in", "weeks", "people"].map(|part| (desk.clone(), format!("/desk/{part}"))),
    );
    pages.extend(waiting.into_iter().take(2).map(|path| (desk.clone(), path)));
    pages.push((desk, assisting));
    pages
}
