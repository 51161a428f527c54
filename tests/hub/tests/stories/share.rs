//! A story is passed on by its address and its title alone, and not at all once it is gone.

use scraper::{Html, Selector};

use crate::world::{World, key};

fn attribute(page: &str, css: &str, name: &str) -> Option<String> {
    let document = Html::parse_document(page);
    document.select(&Selector::parse(css).unwrap()).next().and_then(|element| element.attr(name)).map(str::to_owned)
}

#[tokio::test]
async fn the_address_can_be_copied_or_mailed_with_the_title_and_nothing_else_goes_along() {
    let mut world = World::new().await;
    let title = "Ŵyn & “us”: 100% ours? #1";
    let live = world.published(title, "wren@example.org").await;
    let path = live.page().unwrap().path();
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, &path).await;
    let address = format!("https://hub.example{path}");
    assert_eq!(attribute(&page, "#share-address[readonly]", "value").as_deref(), Some(address.as_str()), "{page}");
    assert!(page.contains("<label for=\"share-address\">") && page.contains("nothing about you"));
    let mail = attribute(&page, ".share a[href^='mailto:']", "href").unwrap();
    let parts: Vec<_> = form_urlencoded::parse(mail.strip_prefix("mailto:?").unwrap().as_bytes()).into_owned().collect();
    let whole = format!("{title}\r\n\r\n{address}");
    assert_eq!(parts, [("subject".to_owned(), title.to_owned()), ("body".to_owned(), whole)], "nothing in a title becomes a part of the address");
    assert!(!mail.contains(['+', '#', ' ']), "mail programs read a plus as a plus: {mail}");
    assert!(!page.contains("<script") && !page.contains("utm_") && !page.contains("wren@"), "{page}");

    world.post(&format!("/manage/story/{}/withdraw", live.id), &[], &key()).await;
    let gone = world.ask_of(&site, &path).await;
    assert!(gone.starts_with("410") && !gone.contains("Pass it on") && !gone.contains("share-address") && !gone.contains("Ŵyn"), "{gone}");
}

#[tokio::test]
async fn a_story_whose_time_is_over_is_not_passed_on() {
    let mut world = World::new().await;
    let id = world.written("For a while", "").await;
    let until = [("consent_until", "date"), ("day", "30"), ("month", "11"), ("year", "2026")];
    let agreed = [("consent_publish", "yes"), ("adult", "yes")];
    world.post(&format!("/manage/story/{id}/consent"), &[&agreed[..], &until].concat(), &key()).await;
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let path = world.publish(&world.load(&id).await).await.page().unwrap().path();
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    assert!(world.ask_of(&site, &path).await.contains("Pass it on"));
    world.at("2026-12-01T09:00:00Z".parse().unwrap());
    assert!(!world.ask_of(&site, &path).await.contains("Pass it on"));
}
