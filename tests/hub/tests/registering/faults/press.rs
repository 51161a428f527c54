//! Buttons that people and hosts press, each with what has to be there before.

use std::sync::Arc;

use domain::ids::RegistrationId;
use domain::registration::{Plan, PoolPlan, RegistrationState as Is};
use hub_tests::proxy::{Faults, Rules};
use jiff::SignedDuration;
use web::Purpose;

use crate::browser::{Answer, Browser};
use crate::events_world::{host, now};
use crate::hub::Hub;
use crate::world::{World, asks_for_bsl, by_mail, by_phone};

/// A button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Press {
    Book,
    ByPhone,
    Confirm,
    Group,
    Move,
    Cancel,
    LeaveList,
    Rename,
    Needs,
    Accept,
    Decline,
    AcceptByMail,
    DeclineByMail,
    Erase,
    OfferByHand,
    Remove,
    Call,
    Arrange,
    Came,
    WalkIns,
    Raise,
    HoldBack,
    Lower,
    Close,
    Reopen,
    Write,
}

use Press as P;

/// All of them.
#[rustfmt::skip]
pub const PRESSES: [Press; 26] = [
    P::Book, P::ByPhone, P::Confirm, P::Group, P::Move, P::Cancel, P::LeaveList, P::Rename, P::Needs, P::Accept, P::Decline,
    P::AcceptByMail, P::DeclineByMail, P::Erase, P::OfferByHand, P::Remove, P::Call, P::Arrange, P::Came, P::WalkIns, P::Raise,
    P::HoldBack, P::Lower, P::Close, P::Reopen, P::Write,
];

/// A page that is filled in, before its button is pressed.
pub struct Ready {
    pub hub: Hub,
    pub browser: Browser,
    pub path: String,
    pub fields: Vec<(String, String)>,
    /// Who looks where afterwards.
    looks: (Browser, String),
}

impl Ready {
    /// What whoever pressed reads of how it stands now.
    pub async fn page(&mut self) -> Answer {
        self.looks.0.get(&self.looks.1).await
    }
}

fn filled(page: &Answer, form: &str, typed: &[(&str, &str)]) -> Vec<(String, String)> {
    assert_eq!(page.status, 200, "{}", page.body);
    let mut fields = page.fields_of(form);
    fields.retain(|(name, _)| !typed.iter().any(|(typed, _)| typed == name));
    fields.extend(typed.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
    fields
}

/// Where a form is, which of the page's, and what is typed.
type Filling = (String, &'static str, &'static [(&'static str, &'static str)]);

impl Press {
    /// Places before: one, or as many as the act needs.
    fn plan(self) -> Plan {
        let places = match self {
            P::Book | P::ByPhone | P::Confirm | P::Group | P::Move => 4,
            P::Lower | P::OfferByHand => 2,
            _ => 1,
        };
        let mut room = PoolPlan { capacity: Some(places), ..PoolPlan::default() };
        if self == P::OfferByHand {
            (room.kept_back, room.kept_until) = (1, Some(now() + SignedDuration::from_hours(240)));
        }
        Plan { room, online: (self == P::Move).then_some(room) }
    }

    /// Whether it is a person's own: they press it, and look at their own page.
    fn is_own(self) -> bool {
        let changes = matches!(self, P::Group | P::Move | P::Rename | P::Needs);
        changes || self.answers_an_offer() || matches!(self, P::Cancel | P::LeaveList | P::Erase)
    }

    fn answers_an_offer(self) -> bool {
        matches!(self, P::Accept | P::Decline | P::AcceptByMail | P::DeclineByMail)
    }

    /// Ann, who has a place, or Ben, who waits where there is none for him: whom it is about.
    async fn people(self, hub: &Hub) -> RegistrationId {
        let (store, event) = (&hub.world.registrations, &hub.world.event);
        let ann = hub.world.comes("ann", now()).await;
        let ben = match self {
            P::Book | P::ByPhone | P::Confirm | P::Group | P::Move => return ann,
            P::Call => {
                let ben = by_phone("ben", "01632 960 013");
                hub.world.register(&ben, now()).await.unwrap();
                ben.id
            }
            _ => hub.world.comes("ben", now()).await,
        };
        if self == P::Reopen {
            store.open_booking(event, false, &host()).await.unwrap();
        }
        if self == P::Arrange {
            store.change_needs(event, &ann, &asks_for_bsl("", now()), None, now()).await.unwrap();
        }
        if self.answers_an_offer() || matches!(self, P::Call | P::Reopen) {
            store.cancel(event, &ann, now()).await.unwrap();
            assert_eq!(hub.world.state(&ben).await, if self == P::Reopen { Is::Waiting } else { Is::Offered });
        }
        if self.answers_an_offer() || matches!(self, P::LeaveList | P::OfferByHand | P::Call) { ben } else { ann }
    }

    /// The page, filled in.
    pub async fn ready(self, faults: Arc<Faults>) -> Ready {
        let mut world = World::unguarded(None, Rules { faults: Some(faults), ..Rules::default() }).await;
        world.renew(self.plan()).await;
        let hub = Hub::over(world);
        let who = self.people(&hub).await;
        let list = format!("/manage/event/{}/registrations", hub.world.event);
        let looks = if self.is_own() && self != P::Erase { hub.as_guest(&who) } else { (hub.as_host(), list.clone()) };
        let (mut browser, own) = if self.is_own() { hub.as_guest(&who) } else { (hub.as_host(), list.clone()) };
        if matches!(self, P::Book | P::Confirm) {
            browser = Browser::new(&hub.router);
        }
        if self == P::Book {
            let check = hub.to_check(&mut browser, "Dee", "dee@example.org", "").await;
            let fields = filled(&check, "main form", &[("step", "send")]);
            return Ready { path: hub.path(), browser, fields, looks, hub };
        }
        if matches!(self, P::Accept | P::Decline) {
            // Two buttons on one page, each a form of its own.
            let page = browser.get(&own).await;
            let fields = page.fields().into_iter().filter(|(name, _)| name == "form_key").take(1).collect();
            let path = format!("{own}/{}", if self == P::Accept { "accept" } else { "decline" });
            return Ready { path, browser, fields, looks, hub };
        }
        let nothing: &'static [(&'static str, &'static str)] = &[];
        let (path, form, typed) = match self {
            P::Confirm => {
                let dee = by_mail("dee");
                hub.world.register(&dee, now()).await.unwrap();
                let id = format!("{}.{}", hub.world.event, dee.id);
                (hub.context.link(Purpose::RegistrationConfirm, &id, 1), "main form", nothing)
            }
            P::AcceptByMail | P::DeclineByMail => {
                let purpose = if self == P::AcceptByMail { Purpose::RegistrationAccept } else { Purpose::RegistrationDecline };
                (hub.context.link(purpose, &format!("{}.{who}", hub.world.event), 1), "main form", nothing)
            }
            other => other.filling(&own, &list, &who),
        };
        let page = browser.get(&path).await;
        let fields = filled(&page, form, typed);
        Ready { path, browser, fields, looks, hub }
    }

    fn filling(self, own: &str, list: &str, who: &RegistrationId) -> Filling {
        let person = || format!("{list}/{who}");
        let places = || format!("{list}/places");
        match self {
            P::Group => (format!("{own}/change"), "main form", &[("places", "3")]),
            P::Move => (format!("{own}/change"), "main form", &[("way", "online"), ("places", "1")]),
            P::Rename => (format!("{own}/change"), "main form", &[("name", "Ann Other")]),
            P::Needs => (format!("{own}/change"), "main form", &[("needs", "bsl"), ("needs_consent", "yes")]),
            P::Cancel | P::LeaveList => (format!("{own}/cancel"), "main form", &[]),
            P::Erase => (format!("{own}/held"), "main form", &[("act", "this")]),
            P::OfferByHand => (person(), "main form", &[("act", "offer"), ("reason", "She speaks")]),
            P::Remove => (person(), "main form", &[("act", "remove"), ("reason", "You asked us")]),
            P::Call => (person(), "main form", &[("act", "call"), ("outcome", "accepts")]),
            P::Arrange => (person(), "main form", &[("act", "arrange"), ("arrange_bsl", "arranged")]),
            P::Came => (person(), "main form", &[("act", "came")]),
            P::WalkIns => (format!("{list}/door"), "form:has([name=people])", &[("act", "walk-ins"), ("people", "7")]),
            P::Raise => (places(), "main form", &[("capacity", "3")]),
            P::HoldBack => (places(), "main form", &[("capacity", "2"), ("kept_back", "1"), ("kept_days", "7")]),
            P::Lower => (places(), "main form", &[("capacity", "1")]),
            P::Close => (places(), "main form", &[("act", "close")]),
            P::Reopen => (places(), "main form", &[("act", "open")]),
            P::Write => (format!("{list}/message"), "main form", &[("audience", "placed"), ("words", "Bring a drink"), ("act", "send")]),
            P::ByPhone => {
                (format!("{list}/add"), "main form", &[("asked_by", "phone"), ("agreed", "yes"), ("name", "Dee"), ("phone", "01632 960 015")])
            }
            P::Book | P::Confirm | P::Accept | P::Decline | P::AcceptByMail | P::DeclineByMail => panic!("{self:?} is filled in by itself"),
        }
    }
}
