//! What a story asks of its readers, as its author fills it in.

use axum::http::StatusCode;
use store::Table;

use crate::world::{World, key};

const WORDS: [(&str, &str); 3] = [("kind", "blog"), ("title", "Asks"), ("body", "We sat down.")];

#[tokio::test]
async fn without_an_address_only_read_more_is_offered() {
    let mut world = World::new().await;
    let id = world.written("Asks", "").await;
    let path = format!("/manage/story/{id}/write");
    for (asks, sentence) in [
        ([("call", "contact"), ("call_words", "Ask us"), ("call_email", "")], "or choose Read more"),
        ([("call", "contact"), ("call_words", "Ask us"), ("call_email", "us at home")], "in the correct format"),
        ([("call", "read-more"), ("call_words", "Our report"), ("call_link", "http://example.org")], "begins with https://"),
        ([("call", ""), ("call_words", "Ask us"), ("call_link", "")], "Choose what readers can do"),
    ] {
        let refused = world.post(&path, &[&WORDS[..], &asks].concat(), &key()).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{asks:?}");
        assert!(refused.body.contains(sentence) && refused.body.contains("<details open class=\"more\""), "{sentence}: {}", refused.body);
        assert!(asks.iter().all(|(_, typed)| refused.body.contains(typed)), "nothing typed is lost");
    }
    assert!(!world.everything(Table::Hub).await.contains("us at home"));
    let forged = world.post(&path, &[&WORDS[..], &[("call_relay", "0123456789abcdef")]].concat(), &key()).await;
    assert_eq!(forged.status, StatusCode::BAD_REQUEST, "where messages go is not for a form to say");

    let more = [("call", "read-more"), ("call_words", "Our whole report"), ("call_link", "example.org/report")];
    assert_eq!(world.post(&path, &[&WORDS[..], &more].concat(), &key()).await.status, StatusCode::SEE_OTHER);
    world.post(&format!("/manage/story/{id}/check"), &[], &key()).await;
    let live = world.publish(&world.load(&id).await).await;
    let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
    let page = world.ask_of(&site, &live.page().unwrap().path()).await;
    assert!(page.contains("<a href=\"https://example.org/report\" rel=\"nofollow noopener noreferrer ugc\">Our whole report</a>"), "{page}");
    assert!(world.get(&format!("{}/message", live.page().unwrap().path())).await.body.contains("takes no messages"));
}

#[tokio::test]
async fn its_author_sees_the_address_again_and_it_goes_where_nothing_is_asked_any_more() {
    let mut world = World::new().await;
    let id = world.written("Asks", "").await;
    let path = format!("/manage/story/{id}");
    let save = async |world: &mut World, asks: &[(&str, &str)]| {
        let saved = world.post(&format!("{path}/write"), &[&WORDS[..], asks].concat(), &key()).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    };
    save(&mut world, &[("call", "write-for-us"), ("call_words", "Write for us"), ("call_email", "canaryfirst@example.org")]).await;
    let relay = world.load(&id).await.relay().unwrap();
    assert!(world.get(&format!("{path}/write")).await.body.contains("canaryfirst@example.org"));
    let check = world.get(&format!("{path}/check")).await;
    assert!(check.body.contains("Write for us: Write for us") && check.body.contains("canaryfirst@example.org"), "{}", check.body);
    save(&mut world, &[("call", "contact"), ("call_words", "Ask us"), ("call_email", "canarysecond@example.org")]).await;
    let kept = world.everything(Table::Confidential).await;
    assert!(!kept.contains("canaryfirst") && kept.contains("canarysecond"), "{kept}");
    assert_eq!(world.load(&id).await.relay(), Some(relay), "it keeps its name");
    save(&mut world, &[("call", ""), ("call_words", ""), ("call_email", "")]).await;
    assert!(!world.everything(Table::Confidential).await.contains("canarysecond"));
    assert!(world.load(&id).await.relay().is_none());
}
