//! Everything that can be done to registrations, each with what has to be there before.

use domain::audit::Actor;
use domain::contact::Phone;
use domain::event::When;
use domain::ids::{EventId, RegistrationId, spell};
use domain::registration::{
    AskedBy, Audience, CONSENT_VERSION, CallAbout, CallOutcome, OnBehalf, Party, Person, Plan, PoolPlan, RegistrationState as Is, Way,
};
use jiff::{Timestamp, ToSpan};
use store::events::Events;
use store::form_keys::FormUse;
use store::registrations::{NewRegistration, RegistrationError, Registrations};
use store::{Deed, Key, Table, Tx, s};

use crate::events_world::random;
use crate::world::{World, asks_for_bsl, by_mail, by_phone, form, put_event};

/// When it happens.
pub fn now() -> Timestamp {
    crate::events_world::now() + 1.hour()
}

/// An act on registrations.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Act {
    Register,
    Join,
    Confirm,
    Accept,
    Decline,
    Cancel,
    Lapse,
    Remove,
    OfferByHand,
    Call,
    CheckIn,
    WalkIns,
    Group,
    Rename,
    Needs,
    EraseNeeds,
    Erase,
    Raise,
    Close,
    Write,
    Move,
    LeaveList,
    ByPhone,
    Lower,
    HoldBack,
    Reopen,
    Warn,
    BringOver,
    EndOffers,
    Links,
}

/// All of them.
pub const ACTS: [Act; 30] = [
    Act::Register,
    Act::Join,
    Act::Confirm,
    Act::Accept,
    Act::Decline,
    Act::Cancel,
    Act::Lapse,
    Act::Remove,
    Act::OfferByHand,
    Act::Call,
    Act::CheckIn,
    Act::WalkIns,
    Act::Group,
    Act::Rename,
    Act::Needs,
    Act::EraseNeeds,
    Act::Erase,
    Act::Raise,
    Act::Close,
    Act::Write,
    Act::Move,
    Act::LeaveList,
    Act::ByPhone,
    Act::Lower,
    Act::HoldBack,
    Act::Reopen,
    Act::Warn,
    Act::BringOver,
    Act::EndOffers,
    Act::Links,
];

/// Who it is about, and the form that is sent: the same one again when it is pressed again.
pub struct Stage {
    who: RegistrationId,
    new: NewRegistration,
    form: FormUse,
}

fn deed(at: Timestamp) -> Deed {
    Deed { by: Actor::Host, at, mark: spell(&random::<16>()) }
}

fn plan(capacity: u32) -> Plan {
    Plan { room: PoolPlan { capacity: Some(capacity), ..PoolPlan::default() }, online: None }
}

/// The event now begins before the offer to Ben ends.
async fn begins_sooner(world: &World) {
    let mut record = Events::new(world.db.clone()).load(&world.event).await.unwrap().unwrap();
    let published = record.published.as_mut().unwrap();
    if let When::Timed { start, end, .. } = &mut published.details.when {
        (*start, *end) = (now() + 12.hours(), now() + 14.hours());
    }
    put_event(&world.db, &record).await;
}

/// The room is taken back: whoever has a place in it is to be brought online.
async fn is_online_from_now_on(world: &World) {
    let mut tx = Tx::new(&world.db);
    let places = Key::new(format!("EVENT#{}", world.event), "PLACES");
    tx.update("staged", Table::Hub, &places, "SET #moving = :from", "attribute_exists(pk)", vec![(":from", s(Way::Room.value()))]);
    tx.commit().await.unwrap();
    // The keeper's reads are consistent: none is older than the change that made it the keeper's task.
    world.registrations.places(&world.event).await.unwrap();
}

impl Act {
    /// Whether a free place may stay with nobody until somebody else comes.
    pub fn serves_later(self) -> bool {
        matches!(self, Self::Close)
    }

    /// An event of one place, Ann who has it and Ben who waits; more where the act needs it.
    pub async fn stage(self, world: &mut World) -> Stage {
        let before = crate::events_world::now();
        let places = match self {
            Self::OfferByHand => PoolPlan { capacity: Some(2), kept_back: 1, kept_until: Some(before + 240.hours()) },
            Self::Register | Self::Confirm | Self::Group | Self::Move | Self::ByPhone | Self::BringOver | Self::Links => plan(4).room,
            _ => plan(1).room,
        };
        world.renew(Plan { room: places, online: matches!(self, Self::Move | Self::BringOver).then_some(places) }).await;
        let ann = world.comes("ann", before).await;
        let ben = match self {
            Self::Call => {
                let ben = by_phone("ben", "01632 960 013");
                world.register(&ben, before).await.unwrap();
                ben.id
            }
            Self::Register | Self::Confirm | Self::Group | Self::Move | Self::ByPhone | Self::Links => ann.clone(),
            _ => world.comes("ben", before).await,
        };
        if self == Self::Reopen {
            world.registrations.open_booking(&world.event, false, &deed(before)).await.unwrap();
            world.registrations.cancel(&world.event, &ann, before).await.unwrap();
            assert_eq!(world.state(&ben).await, Is::Waiting);
        }
        if matches!(self, Self::Accept | Self::Decline | Self::Lapse | Self::Call | Self::Warn | Self::EndOffers) {
            world.registrations.cancel(&world.event, &ann, before).await.unwrap();
            assert_eq!(world.state(&ben).await, Is::Offered);
        }
        if self == Self::EndOffers {
            begins_sooner(world).await;
        }
        if self == Self::BringOver {
            is_online_from_now_on(world).await;
        }
        if self == Self::EraseNeeds {
            world.registrations.change_needs(&world.event, &ann, &asks_for_bsl("", now()), None, before).await.unwrap();
        }
        let new = match self {
            Self::ByPhone => {
                let on_behalf = OnBehalf { asked_by: AskedBy::Phone, consent_version: CONSENT_VERSION, at: now(), coordinator: None };
                NewRegistration { on_behalf: Some(on_behalf), ..by_phone("dee", "01632 960 015") }
            }
            // Known for this event alone: of every other event of these tables people have the same addresses.
            Self::Links => NewRegistration { contacts: vec![spell(&random::<16>())], ..by_mail("dee") },
            _ => by_mail("dee"),
        };
        if matches!(self, Self::Confirm | Self::Links) {
            world.register(&new, before).await.unwrap();
        }
        let who = match self {
            Self::Accept | Self::Decline | Self::Lapse | Self::Call | Self::OfferByHand | Self::LeaveList | Self::Warn => ben,
            Self::Confirm => new.id.clone(),
            _ => ann,
        };
        Stage { who, new, form: form("words") }
    }

    /// Does it, as one press of a button does.
    pub async fn act(self, store: &Registrations, event: &EventId, stage: &Stage) -> Result<(), RegistrationError> {
        let who = &stage.who;
        let deed = || deed(now());
        let now = now();
        match self {
            Self::Register | Self::Join | Self::ByPhone => store.register(event, &stage.new, now).await.map(drop),
            Self::Confirm => store.confirm(event, who, now).await.map(drop),
            Self::Accept => store.accept(event, who, now).await.map(drop),
            Self::Decline => store.decline(event, who, now).await.map(drop),
            Self::Cancel | Self::LeaveList => store.cancel(event, who, now).await.map(drop),
            Self::Lapse => Ok(store.lapse_if_due(event, who, now + 2_400.hours()).await.map(drop)?),
            Self::Remove => store.remove(event, who, "The room is smaller", now).await.map(drop),
            Self::OfferByHand => store.offer_by_hand(event, who, "They asked first", now).await.map(drop),
            Self::Call => store.note_call(event, who, &[CallAbout::Offer], CallOutcome::Accepts, now).await.map(drop),
            Self::CheckIn => store.check_in(event, who, true, now).await.map(drop),
            Self::WalkIns => Ok(store.count_walk_ins(event, 7, &deed()).await?),
            Self::Group => store.change_party(event, who, &Party { places: 3, ..Party::default() }, now).await.map(drop),
            Self::Rename => {
                let person = Person { phone: Phone::parse("01632 960 014").ok(), ..by_mail("ann").person };
                store.change_person(event, who, &person, &person.contacts(), now).await.map(drop)
            }
            Self::Needs => store.change_needs(event, who, &asks_for_bsl("", now), None, now).await.map(drop),
            Self::EraseNeeds => store.erase_needs(event, who, false, now).await.map(drop),
            Self::Erase => match store.erase(event, who, now).await {
                // Pressed again: it is gone.
                Err(RegistrationError::NotNow(_)) => Ok(()),
                done => done.map(drop),
            },
            Self::Raise => store.change_places(event, plan(3), &deed()).await.map(drop),
            Self::Lower => store.change_places(event, plan(0), &deed()).await.map(drop),
            Self::HoldBack => {
                let room = PoolPlan { capacity: Some(2), kept_back: 1, kept_until: Some(now + 240.hours()) };
                store.change_places(event, Plan { room, online: None }, &deed()).await.map(drop)
            }
            Self::Reopen => store.open_booking(event, true, &deed()).await.map(drop),
            Self::Move => store.change_party(event, who, &Party { way: Way::Online, ..Party::default() }, now).await.map(drop),
            // An offer of that morning holds for two days; six hours of daytime before its end are the afternoon before.
            Self::Warn => Ok(store.warn_if_due(event, who, now + 46.hours()).await.map(drop)?),
            Self::BringOver => {
                // The keeper goes on until nobody is left.
                let mut rounds = 0..5;
                while !store.bring_over(event, now).await? {
                    assert!(rounds.next().is_some(), "somebody is never brought over");
                }
                Ok(())
            }
            Self::EndOffers => {
                let all = store.of_event(event).await?;
                Ok(store.end_offers_by_start(event, all.iter(), now).await?)
            }
            Self::Close => store.open_booking(event, false, &deed()).await.map(drop),
            Self::Links => store.links_again(stage.new.person.email.as_ref().unwrap(), &stage.new.contacts[0], &stage.form, now).await,
            Self::Write => store.write_to(event, Audience::All, "Bring a drink", &stage.form, &deed()).await,
        }
    }
}
