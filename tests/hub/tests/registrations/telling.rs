//! Everybody is told of a change once, by mail or by what the host has to say on the phone, whatever goes wrong with any call on the way
//! (quality-bar R-20). A third of it in each run, all of it with `HUB_FAULTS=all`.

use std::sync::Arc;

use domain::ids::RegistrationId;
use domain::message::Message;
use domain::registration::{Audience, Plan, PoolPlan};
use hub_tests::proxy::{Fault, Faults, Rules, everything, third};
use store::due::{self, Due, DueList, DueNow, Tidings};
use store::events::Events;
use store::outbox::Outbox;
use store::tell::Teller;
use store::{Db, StoreError, Tx};

use crate::events_world::{host, now};
use crate::follows::{approved, from};
use crate::world::{World, asks_for_bsl, by_phone, form};

/// Until the keeper gives up.
const EVER: usize = 60;

/// What people are told.
#[derive(Clone, Copy, Debug)]
enum News {
    Moved,
    Cancelled,
    Reminder,
    FromHost,
}

impl News {
    const ALL: [Self; 4] = [Self::Moved, Self::Cancelled, Self::Reminder, Self::FromHost];

    /// It comes to be so, and is to be told now.
    async fn comes_up(self, world: &World) {
        match self {
            Self::Moved => approved(world, |details| details.when = from("2026-11-26T10:00:00Z")).await,
            Self::Cancelled => {
                let record = world.registrations.event(&world.event).await.unwrap().unwrap();
                Events::new(world.db.clone()).cancel(&record, "The hall is flooded.", &host()).await.unwrap();
            }
            Self::Reminder => {
                let mut tx = Tx::new(&world.db);
                due::add(&mut tx, &Due::Tell { event: world.event.clone(), tidings: Tidings::Reminder, after: None }, now());
                tx.commit().await.unwrap();
            }
            Self::FromHost => {
                let words = form("bring a drink");
                world.registrations.write_to(&world.event, Audience::All, "Bring a drink", &words, &host()).await.unwrap();
            }
        }
    }

    fn is_in(self, mail: &Message) -> bool {
        match self {
            Self::Moved => matches!(mail, Message::EventMoved { .. }),
            Self::Cancelled => matches!(mail, Message::EventCancelled { .. }),
            Self::Reminder => matches!(mail, Message::EventReminder { .. }),
            Self::FromHost => matches!(mail, Message::FromHost { .. }),
        }
    }

    /// Of Ann, Ben, Cem and Dee, how many mails wait about it, and how much the host has to tell them.
    fn expected(self) -> [(usize, usize); 4] {
        match self {
            Self::Moved | Self::FromHost => [(1, 0), (1, 0), (0, 1), (0, 1)],
            // That it is cancelled is said by the event itself.
            Self::Cancelled => [(1, 0), (1, 0), (0, 0), (0, 0)],
            // Dee waits, and has nothing to be reminded of.
            Self::Reminder => [(1, 0), (1, 0), (0, 1), (0, 0)],
        }
    }
}

/// Two who are written to, one of whom needs support, and two who are called; there is something new, and nobody knows yet.
async fn staged(world: &mut World, news: News) -> Vec<RegistrationId> {
    let outbox = Outbox::new(world.db.clone());
    let left: Vec<String> = outbox.waiting().await.unwrap().into_iter().map(|waiting| waiting.id).collect();
    outbox.drop_all(&left).await.unwrap();
    world.renew(Plan { room: PoolPlan { capacity: Some(3), ..PoolPlan::default() }, online: None }).await;
    let mut who = vec![world.comes("ann", now()).await, world.comes("ben", now()).await];
    world.registrations.change_needs(&world.event, &who[0], &asks_for_bsl("", now()), None, now()).await.unwrap();
    for (name, number) in [("Cem", "01632 960 016"), ("Dee", "01632 960 017")] {
        let new = by_phone(name, number);
        world.register(&new, now()).await.unwrap();
        who.push(new.id);
    }
    news.comes_up(world).await;
    who
}

async fn jobs(world: &World) -> Vec<DueNow> {
    let all = DueList::new(world.db.clone()).by(now()).await.unwrap();
    all.into_iter().filter(|one| matches!(&one.due, Due::Tell { event, .. } if *event == world.event)).collect()
}

async fn tell(db: &Db, jobs: Vec<DueNow>) -> Result<(), StoreError> {
    let teller = Teller::new(db.clone());
    for job in jobs {
        let mut next = Some(job);
        while let Some(job) = next {
            next = teller.next(&job, now()).await?;
        }
    }
    Ok(())
}

/// Of each person, how many mails wait about it, and how much the host has to tell them.
async fn told(world: &World, who: &[RegistrationId], news: News) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    for id in who {
        let mails = world.mails(id).await.iter().filter(|mail| news.is_in(mail)).count();
        all.push((mails, world.load(id).await.to_say.len()));
    }
    all
}

#[tokio::test]
async fn whatever_goes_wrong_while_people_are_told_each_is_told_once() {
    for news in News::ALL {
        each_is_told_once(news).await;
    }
}

async fn each_is_told_once(news: News) {
    let faults = Arc::new(Faults::default());
    let mut world = World::unguarded(None, Rules { faults: Some(faults.clone()), ..Rules::default() }).await;
    let who = staged(&mut world, news).await;
    let all = jobs(&world).await;
    faults.arm(Fault::Stale, usize::MAX / 2, 0);
    tell(&world.db, all).await.unwrap();
    let (_, calls) = faults.disarm();
    let expected = news.expected();
    assert_eq!(told(&world, &who, news).await, expected, "{news:?} without a fault");
    let writes = calls.iter().filter(|call| *call == "TransactWriteItems").count();
    let least = if matches!(news, News::Moved) { 2 } else { 1 };
    assert!(writes >= least && calls.len() > writes, "it reads, keeps what would help as long as the event, and tells: {news:?} {calls:?}");

    let mut cells = Vec::new();
    for (call, operation) in calls.iter().enumerate() {
        // The keeper's reads are consistent: none is stale.
        for fault in Fault::ALL.into_iter().filter(|fault| *fault != Fault::Stale && fault.concerns(operation)) {
            cells.extend([1, EVER].map(|times| (call, fault, times)));
        }
    }
    let cells = if everything() { cells } else { third(cells) };
    println!("{news:?}: {} calls, {} things to go wrong", calls.len(), cells.len());
    for cell @ (call, fault, times) in cells {
        let who = staged(&mut world, news).await;
        let db = if fault.hangs() { world.in_a_hurry() } else { world.db.clone() };
        let all = jobs(&world).await;
        assert_eq!(all.len(), 1, "{news:?} {cell:?}: {all:?}");
        faults.arm(fault, call, times);
        let first = tell(&db, all).await;
        let (struck, _) = faults.disarm();
        assert!(struck > 0, "{news:?} {cell:?}: the call was not reached");
        // The next tick goes on with what is left.
        tell(&world.db, jobs(&world).await).await.unwrap();
        assert_eq!(told(&world, &who, news).await, expected, "{news:?} {cell:?}, first: {first:?}");
        assert!(jobs(&world).await.is_empty(), "{news:?} {cell:?}: it is off the list");
    }
}
