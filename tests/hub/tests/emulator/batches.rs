//! What the stream and the schedule bring, whatever its state: twice, out of order, broken, from an older release.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use store::outbox::{LEASE, Outbox};
use store::{Key, Table, Tx};

use hub_tests::walk::Visitor;

use crate::deployment::Deployment;
use crate::recorded::get;
use crate::stream::inserted;

/// Begins an event as far as the host's address, so that a mail with the private link waits.
async fn begin(hub: &Deployment, email: &str) {
    let host = Visitor::of(hub.browser());
    let page = host.press("/list-an-event", &[("week", &hub.week)]).await.expect_status(200);
    let page = host.send(&page, &[("title", "A draft"), ("summary", "Short."), ("description", "Text."), ("kind", "workshop")]).await;
    let contact = [("host", "Group"), ("nation", "wales"), ("contact_name", "Host"), ("contact_email", email)];
    host.send(&page, &contact).await.expect_status(200);
}

#[tokio::test]
#[ignore = "needs the runtime emulator: tests/run emulator"]
async fn a_batch_with_duplicates_out_of_order_and_poison_is_one_mail_for_each_message() {
    let hub = Deployment::start().await;
    for n in 0..3 {
        begin(&hub, &format!("host{n}@example.org")).await;
    }
    let good = hub.waiting().await;
    assert_eq!(good.len(), 3);
    // Written by an older release: a key like any other, and a message that nobody knows any more.
    let old = Key::new("WAITING#0", "0");
    let mut tx = Tx::new(&hub.db);
    tx.put(Table::Outbox, &old, &json!({ "id": "0", "to": "x", "text": "as it once was" }));
    tx.commit().await.expect("a record");
    let poison = [json!(null), json!({ "eventName": "INSERT" }), inserted(&old.pk, &old.sk, 7), inserted("WAITING#1", "of-nothing", 8)];
    let mut batch: Vec<Value> = good.iter().rev().chain(&poison).chain(&good).cloned().collect();
    for _ in 0..3 {
        hub.take(batch.clone()).await;
        batch.rotate_left(3);
    }
    let mut to = hub.ses.to();
    to.sort();
    assert_eq!(to, ["host0@example.org", "host1@example.org", "host2@example.org"], "each once, whatever lay beside it");
    let left: Vec<_> = hub.waiting().await.iter().map(|record| record["dynamodb"]["Keys"]["sk"]["S"].clone()).collect();
    hub.schedule().await;
    let aside = Outbox::new(hub.db.clone()).aside().await.expect("the outbox answers");
    assert_eq!(aside.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["0"], "kept for somebody to look at; {left:?} waited");
    assert!(hub.waiting().await.is_empty());
    hub.schedule().await;
    assert_eq!(hub.ses.to().len(), 3);
}

/// As Lambda ends a function whose time is over: without a word, while a mail is on its way that SES has taken and not answered yet.
#[tokio::test]
#[ignore = "needs the runtime emulator: tests/run emulator"]
async fn a_mailer_that_is_ended_in_the_middle_of_a_batch_repeats_the_mail_on_its_way_and_no_other() {
    let hub = Deployment::start().await;
    for n in 0..4 {
        begin(&hub, &format!("host{n}@example.org")).await;
    }
    let records = hub.waiting().await;
    let ids: Vec<String> = records.iter().map(|record| record["dynamodb"]["Keys"]["sk"]["S"].as_str().expect("a key").to_owned()).collect();
    assert_eq!(ids.len(), 4);
    hub.seen.lock().expect("a lock").extend(records.clone());
    hub.ses.silent_at(2);
    let batch = json!({ "Records": records });
    tokio::select! {
        answer = hub.invoke("mailer", &batch) => panic!("nobody answered the mail on its way: {answer:?}"),
        () = hub.ses.took(2) => {}
    }
    hub.end_function("mailer");
    let on_its_way = hub.ses.to().pop().expect("two mails");

    hub.start_function("mailer");
    hub.stream_again().await;
    assert_eq!((hub.ses.many(), hub.waiting().await.len()), (4, 1), "the two that were not reached; nobody else takes up the mail on its way yet");
    tokio::time::sleep(LEASE.unsigned_abs() + Duration::from_secs(2)).await;
    hub.schedule().await;
    hub.stream_again().await;
    hub.schedule().await;
    let mut times = BTreeMap::new();
    hub.ses.to().into_iter().for_each(|to| *times.entry(to).or_insert(0) += 1);
    for n in 0..4 {
        let host = format!("host{n}@example.org");
        assert_eq!(times.get(&host), Some(&if host == on_its_way { 2 } else { 1 }), "{host}: {times:?}");
    }
    let names = hub.ses.message_ids(&on_its_way);
    assert_eq!(names[0], names[1], "one message, by which a mailbox knows it again");
    let outbox = Outbox::new(hub.db.clone());
    for id in &ids {
        assert!(outbox.was_sent(id).await.expect("the outbox answers"), "{id} is noted as sent");
    }
    assert!(hub.waiting().await.is_empty());
    assert_eq!(hub.refused(), Vec::<String>::new(), "nothing was refused on the way");
}

#[tokio::test]
#[ignore = "needs the runtime emulator: tests/run emulator"]
async fn events_of_no_kind_leave_the_processes_alive_and_say_so_in_one_line() {
    let hub = Deployment::start().await;
    for broken in [json!({}), json!([1, 2]), json!({ "source": "aws.ses", "detail": "canary" })] {
        let said = hub.invoke("mailer", &broken).await;
        let text = format!("{said:?}");
        assert!(text.contains("an event of no kind that the mailer knows") && !text.contains("canary"), "{text}");
    }
    for scheduled in [json!({}), json!({ "source": "aws.scheduler" }), json!([])] {
        hub.invoke("keeper", &scheduled).await.expect("any event is a tick");
    }
    for function in ["site", "events", "registrations", "stories", "desk"] {
        let strange = hub.invoke(function, &json!({ "hello": "there" })).await;
        assert!(strange.is_err() || strange.unwrap()["statusCode"].as_u64().is_none_or(|status| status >= 400), "{function}");
    }
    for (function, address) in
        [("site", "/"), ("events", "/list-an-event"), ("registrations", "/links"), ("stories", "/share-your-story"), ("desk", "/desk/sign-in")]
    {
        assert_eq!(hub.invoke(function, &get(address, &[])).await.unwrap()["statusCode"], 200, "{function} lives on");
    }
    assert_eq!(hub.invoke("mailer", &json!({ "Records": [] })).await.unwrap(), json!({ "batchItemFailures": [] }));
}
