//! Which stories the desk opens by their id, and to whom.

use domain::staff::Role;
use domain::story::{StoryRecord, StoryState};
use http::StatusCode;
use store::stories::ContactChange;
use store::{Key, Table, Tx};

use super::event_world::week;
use super::waiting;
use super::world::World;

#[tokio::test]
async fn a_story_s_words_open_at_the_desk_only_while_it_is_there() {
    let world = World::new().await;
    let record = waiting::story(&world, &week(), "We made canarytea first.", &ContactChange::Keep).await;
    let path = format!("/desk/stories/{}", record.id);
    let coordinator = world.account("coordinator@example.org", Role::Coordinator).await;
    let reviewer = world.account("reviewer-2@example.org", Role::Reviewer).await;
    let (mut decides, mut reads) = (world.full(&coordinator).await, world.full(&reviewer).await);
    for &state in StoryState::ALL {
        let mut tx = Tx::new(&world.db);
        tx.put(Table::Hub, &Key::new(format!("STORY#{}", record.id), "META"), &StoryRecord { state, ..record.clone() });
        tx.commit().await.unwrap();
        let open = matches!(state, StoryState::Queued | StoryState::EditsProposed | StoryState::Scheduled | StoryState::Live);
        for browser in [&mut decides, &mut reads] {
            let page = browser.get(&path).await;
            assert_eq!(page.status == StatusCode::NOT_FOUND, state == StoryState::Draft, "{state:?}: {}", page.status);
            assert_eq!((page.body.contains("canarytea"), page.body.contains("The kettle rule")), (open, open), "{state:?}");
        }
        let reading = reads.post(&format!("{path}/second-reading"), &[("recognised", ""), ("version", "1")]).await;
        assert_eq!(reading.body.contains("canarytea"), open, "{state:?}, by an incomplete reading");
        let stranger = world.browser().get(&path).await;
        assert_eq!((stranger.status, stranger.location()), (StatusCode::SEE_OTHER, "/desk/sign-in"), "{state:?}");
    }
}
