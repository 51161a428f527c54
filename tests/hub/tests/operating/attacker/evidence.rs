//! What an attacker holds: the log, the audit, the outbox, and everything that is public.

use std::collections::BTreeMap;

use aws_sdk_dynamodb::types::AttributeValue;
use hub_tests::TestHub;
use store::Table;

use super::Caught;

/// Where the week's stories stand.
pub const LIST: &str = "/scotland/2026/stories";

/// Everything public in which more than one of them stands.
const PUBLIC: [&str; 8] = [
    "/",
    "/scotland/2026",
    LIST,
    "/scotland/2026/stories?page=1",
    "/scotland/2026/stories.atom",
    "/scotland/2026/questions/1",
    "/sitemap.xml",
    "/embed/scotland/2026",
];

/// A story that anyone can read.
pub struct Story {
    pub title: String,
    pub slug: String,
    /// Its page with its headers, and its public records.
    pub words: String,
    /// How long its page is, in bytes.
    pub size: usize,
    /// What stands in each attribute of its public records.
    pub values: BTreeMap<String, String>,
}

/// All of it.
pub struct Evidence {
    /// As the list has them.
    pub stories: Vec<Story>,
    /// Texts in which they may stand in an order, by name.
    pub texts: Vec<(String, String)>,
    /// Audit entries and the outbox's records.
    pub records: Vec<String>,
    /// What was logged while each was sent, with the gateway's lines, and while each was published.
    pub logged: [Vec<String>; 2],
}

impl Evidence {
    pub async fn of(hub: &TestHub, log: &Caught, logged: [Vec<String>; 2]) -> Self {
        let mut texts = Vec::new();
        for address in PUBLIC {
            texts.push((address.to_owned(), hub.get(address).await.expect_status(200).html()));
        }
        let (audit, outbox) = (hub.records(Table::Hub).await, hub.records(Table::Outbox).await);
        let audit: Vec<String> = audit.into_iter().filter(|(key, _)| key.contains("AUDIT#")).map(|(key, record)| format!("{key} {record}")).collect();
        let outbox: Vec<String> = outbox.into_iter().map(|(key, record)| format!("{key} {record}")).collect();
        let public: Vec<String> = hub.records(Table::Public).await.into_iter().map(|(key, record)| format!("{key} {record}")).collect();
        texts.extend(
            [("the public table", &public), ("the audit", &audit), ("the outbox", &outbox)].map(|(name, all)| (name.to_owned(), all.join("\n"))),
        );
        texts.push(("the log".to_owned(), log.text()));
        let list = hub.get(LIST).await;
        let mut stories = Vec::new();
        for (title, path) in list.select("h3 a").into_iter().zip(list.attributes("h3 a", "href")) {
            let slug = path.trim_start_matches("/stories/").to_owned();
            let page = hub.get(&path).await.expect_status(200);
            let records: String = public.iter().filter(|record| record.contains(&slug)).cloned().collect();
            let words = format!("{:?}{}{records}", page.headers, page.html());
            stories.push(Story { title, words, size: page.body.len(), values: values(hub, &slug).await, slug });
        }
        Self { stories, texts, records: [audit, outbox].concat(), logged }
    }
}

/// What stands in each attribute of a story's public records.
async fn values(hub: &TestHub, slug: &str) -> BTreeMap<String, String> {
    let scan = hub.db.client().scan().table_name(hub.db.tables().name(Table::Public)).send().await.unwrap();
    assert!(scan.last_evaluated_key().is_none());
    let mut out = BTreeMap::new();
    for item in scan.items() {
        let key = ["pk", "sk"].map(|name| item[name].as_s().unwrap().as_str()).join(" ");
        if key.contains(slug) {
            let kind = key.replace(slug, "*");
            item.iter().for_each(|(name, value)| flatten(format!("{kind} {name}"), value, &mut out));
        }
    }
    out
}

fn flatten(name: String, value: &AttributeValue, out: &mut BTreeMap<String, String>) {
    match value {
        AttributeValue::M(fields) => fields.iter().for_each(|(inner, value)| flatten(format!("{name}.{inner}"), value, out)),
        AttributeValue::L(values) => values.iter().enumerate().for_each(|(at, value)| flatten(format!("{name}.{at}"), value, out)),
        AttributeValue::S(text) => drop(out.insert(name, text.clone())),
        AttributeValue::N(number) => drop(out.insert(name, format!("{number:0>24}"))),
        other => drop(out.insert(name, format!("{other:?}"))),
    }
}
