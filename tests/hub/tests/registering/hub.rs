//! The function for registrations over a store of its own, with a clock to set.

use std::sync::Arc;

use axum::Router;
use domain::event::EventPage;
use domain::ids::RegistrationId;
use domain::message::Message;
use domain::registration::{Plan, PublicPlaces};
use frontend::pages::event::{EventView, event_page};
use registrations::{State, router};
use store::outbox::Outbox;
use web::{Context, Purpose};

use crate::browser::{Answer, Browser, TestClock, context, shown};
use crate::events_world::now;
use crate::world::World;

pub struct Hub {
    pub world: World,
    pub clock: Arc<TestClock>,
    pub context: Context,
    pub router: Router,
}

impl Hub {
    pub async fn with_places(places: u32) -> Self {
        Self::over(World::with_places(Some(places)).await)
    }

    pub async fn planned(plan: Plan) -> Self {
        Self::over(World::planned(plan).await)
    }

    pub fn over(world: World) -> Self {
        let clock = Arc::new(TestClock::default());
        let context = context(clock.clone());
        let router = router(State::new(context.clone(), world.db.clone()));
        Self { world, clock, context, router }
    }

    /// The same function with little time for the database.
    pub fn in_a_hurry(&self) -> Router {
        router(State::new(self.context.clone(), self.world.in_a_hurry()))
    }

    pub fn path(&self) -> String {
        format!("/events/{}/register", self.world.slug)
    }

    /// Walks the form to the answers to check.
    pub async fn to_check(&self, browser: &mut Browser, name: &str, email: &str, phone: &str) -> Answer {
        let path = self.path();
        let details = browser.get(&path).await;
        assert_eq!(details.status, 200, "{}", details.body);
        let access = browser.send(&path, &details, &[("name", name), ("email", email), ("phone", phone)]).await;
        assert_eq!(access.text("h1"), "What would help you take part?", "{}", access.body);
        browser.send(&path, &access, &[("needs", "bsl"), ("needs_other", "A seat <near> the door"), ("needs_consent", "yes")]).await
    }

    pub async fn registers(&self, browser: &mut Browser, name: &str, email: &str, phone: &str) -> Answer {
        let check = self.to_check(browser, name, email, phone).await;
        assert_eq!(check.text("h1"), "Check your answers", "{}", check.body);
        browser.send(&self.path(), &check, &[("step", "send")]).await
    }

    /// A browser that was granted the event as its host.
    pub fn as_host(&self) -> Browser {
        let mut browser = Browser::new(&self.router);
        let (_, cookie) = self.context.grant(Purpose::Event, self.world.event.as_str(), 1);
        browser.take_cookie(cookie.to_str().unwrap());
        browser
    }

    /// A browser that was granted somebody's registration, and the address of it.
    pub fn as_guest(&self, id: &RegistrationId) -> (Browser, String) {
        let mut browser = Browser::new(&self.router);
        let id = format!("{}.{id}", self.world.event);
        let (_, cookie) = self.context.grant(Purpose::Registration, &id, 1);
        browser.take_cookie(cookie.to_str().unwrap());
        (browser, format!("/manage/registration/{id}"))
    }

    /// The link in the newest mail that asks to confirm.
    pub async fn confirm_link(&self) -> (String, String) {
        let waiting = Outbox::new(self.world.db.clone()).waiting().await.unwrap();
        let id = waiting.into_iter().rev().find_map(|w| match w.message {
            Message::RegistrationConfirm { event, registration } => Some(format!("{event}.{registration}")),
            _ => None,
        });
        let id = id.unwrap();
        (self.context.link(Purpose::RegistrationConfirm, &id, 1), id)
    }
}

/// The page of an event as visitors read it.
pub fn event_as_read(event: EventPage, places: Option<PublicPlaces>) -> String {
    let today = domain::time::today(now());
    shown(|| {
        event_page(EventView {
            event,
            places,
            today,
            past: false,
            week: String::new(),
            stories: vec![],
            questions: vec![],
            ways_in: None,
            preview: false,
        })
    })
}
