//! A film or podcast: where what is said in it can be read, or that there is no transcript yet.

use axum::http::StatusCode;
use domain::answers::Answers;
use domain::story::{Edits, StoryRecord, StoryState, Transcript, editable, parse_story};

use crate::world::{World, coordinator, key, now, week};

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

const SPOKEN: &str = "A nurse: Sit down.\n\nMe: I sat by the big window.";

/// A film with its transcript, of which a coordinator would change one line.
async fn edited(world: &mut World) -> StoryRecord {
    let id = world.written("Our film", "").await;
    let here = format!("/manage/story/{id}");
    world.post(&format!("{here}/write"), &[&FILM[..], &[("transcript", "here"), ("transcript_words", SPOKEN)]].concat(), &key()).await;
    world.post(&format!("{here}/check"), &[], &key()).await;
    let record = world.load(&id).await;
    assert_eq!(record.state, StoryState::Queued);
    let mut typed = Answers::new();
    typed.take(&editable(&record.answers), &record.answers);
    typed.set("transcript_words", SPOKEN.replace("the big window", "a window"));
    let edits = Edits::parse(&typed, &record.answers, &week()).unwrap();
    world.desk.propose_edits(&record, &edits, "The window tells where it was.", &coordinator()).await.unwrap()
}

#[tokio::test]
async fn an_edit_of_what_is_said_in_a_film_is_its_author_s_to_answer() {
    for (answer, words) in [("no", SPOKEN.to_owned()), ("yes", SPOKEN.replace("the big window", "a window"))] {
        let mut world = World::new().await;
        let record = edited(&mut world).await;
        let edits = format!("/manage/story/{}/edits", record.id);
        let page = world.get(&edits).await;
        for seen in ["The transcript", "<del>the big</del>", "<ins>a</ins>", "A nurse: Sit down."] {
            assert!(page.body.contains(seen), "{seen}: {}", page.body);
        }
        assert!(!page.body.contains("We made a film."), "what stays as it is, is not shown");
        assert_eq!(world.load(&record.id).await.answers.get("transcript_words").replace("\r\n", "\n"), SPOKEN, "nothing is changed yet");
        world.post(&edits, &[("do", answer), ("version", &record.version.to_string())], &key()).await;
        let live = world.publish(&world.load(&record.id).await).await;
        let Some(Transcript::Here(told)) = live.page().unwrap().transcript else { panic!("it has a transcript") };
        assert_eq!(told, words, "{answer}");
    }
}

/// What its author put elsewhere, or did not write, the desk can't write for them.
#[tokio::test]
async fn without_a_transcript_there_is_none_to_edit() {
    let mut world = World::new().await;
    let record = world.sent("No film", "").await;
    let mut typed = Answers::new();
    typed.take(&editable(&record.answers), &record.answers);
    typed.set("title", "Other");
    typed.set("transcript_words", "Put in by the desk.");
    let edits = Edits::parse(&typed, &record.answers, &week()).unwrap();
    assert!(!edits.proposed.has("transcript_words") && !edits.onto(&record.answers).has("transcript_words"));
}
