//! A film or podcast: where what is said in it can be read, or that there is no transcript yet.

use axum::http::StatusCode;
use domain::story::parse_story;

use crate::world::{World, key, now, week};

const FILM: [(&str, &str); 7] = [
    ("kind", "film"),
    ("question", ""),
    ("title", "Our film"),
    ("body", "We made a film."),
    ("link", "example.org/film"),
    ("link_title", "Watch it"),
    ("link_length", "12 minutes"),
];

#[tokio::test]
async fn a_film_says_where_its_words_can_be_read_or_openly_that_they_can_not() {
    let table = [
        (&[("transcript", "not-yet")][..], "There is no transcript yet."),
        (&[("transcript", "in-text")][..], "What is said in it is in the text above."),
        (&[("transcript", "elsewhere"), ("transcript_link", "example.org/words")][..], "href=\"https://example.org/words\""),
        (&[("transcript", "here"), ("transcript_words", "A nurse: <b>Sit</b> down.")][..], "A nurse: &lt;b>Sit&lt;/b> down."),
    ];
    for (typed, shown) in table {
        let mut world = World::new().await;
        let id = world.written("Our film", "").await;
        let here = format!("/manage/story/{id}");
        let asked = world.post(&format!("{here}/write"), &FILM, &key()).await;
        assert_eq!(asked.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(asked.body.contains("Choose where people can read what is said in it"), "{}", asked.body);
        let saved = world.post(&format!("{here}/write"), &[&FILM[..], typed].concat(), &key()).await;
        assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
        assert!(world.get(&format!("{here}/check")).await.body.contains("Transcript"));
        world.post(&format!("{here}/check"), &[], &key()).await;
        let record = world.load(&id).await;
        let details = parse_story(&record.answers, &week(), now()).unwrap();
        let told = domain::story::story_checks(&details).iter().any(|check| !check.fine && check.sentence.contains("no transcript yet"));
        assert_eq!(told, typed[0].1 == "not-yet", "the desk is told");
        let live = world.publish(&record).await;
        let site = site::router(site::State::new(world.context.clone(), world.db.clone()));
        let page = world.ask_of(&site, &live.page().unwrap().path()).await;
        let (_, after) = page.split_once("<h2 id=\"transcript\">Transcript</h2>").unwrap_or_else(|| panic!("{page}"));
        assert!(after.replace("&gt;", ">").contains(shown), "{shown}: {after:.400}");
    }
}
