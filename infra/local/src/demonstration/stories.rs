//! The demonstration's stories: each is sent and, where it is so written, published.

use anyhow::{Context as _, Result, anyhow, bail};
use domain::answers::Answers;
use domain::audit::Actor;
use domain::contact::Email;
use domain::ids::{AddressId, EventId, RelayId, Slug, StoryId};
use domain::story::{CALL_RELAY, StoryRecord, StoryState, StoryStep, parse_story};
use jiff::{SignedDuration, Timestamp};
use store::stories::{AuthorContact, ContactChange, Relay, Stories, StoryDesk};

use super::Loader;
use super::content::{Content, Sample, bytes};
use super::events::refused;

/// Loads them one after another.
pub(super) async fn load(loader: &Loader, content: &Content) -> Result<()> {
    for sample in &content.stories {
        one(loader, content, sample).await.map_err(|error| anyhow!("{}: {error}", sample.key))?;
    }
    Ok(())
}

async fn one(loader: &Loader, content: &Content, sample: &Sample) -> Result<()> {
    let (stories, desk) = (Stories::new(loader.db.clone()), StoryDesk::new(loader.db.clone()));
    let (id, at) = (StoryId::from_random(bytes(&sample.key)), written(loader, sample.day.unwrap_or_default())?);
    let mut answers = sample.answers();
    answers.set("week", loader.week.id.to_string());
    if let Some(key) = &sample.about {
        about(&mut answers, content, key)?;
    }
    let relay = relay(&mut answers, &sample.key)?;
    let details = parse_story(&answers, &loader.week, at).map_err(|errors| refused(&errors))?;
    let named = |act: &str| format!("{act} {}", sample.key);
    let deed = |by: Actor, act: &str| store::Deed { at, ..loader.deed(by, &named(act)) };
    let end = match sample.state.as_str() {
        "live" => StoryState::Live,
        "queue" => StoryState::Queued,
        other => bail!("the state {other} is not known"),
    };
    loop {
        let record = match stories.load(&id).await? {
            Some(record) => record,
            None => {
                let record = StoryRecord::draft(id.clone(), loader.week.id, at);
                stories.begin(&record, &loader.form(&named("begin")), at).await?;
                let fields: Vec<&str> = StoryStep::ALL.iter().flat_map(|step| step.fields()).copied().collect();
                stories.save(&record, &fields, &answers, &contact(loader, &answers, &sample.key)?, at).await?
            }
        };
        match record.state {
            state if state == end => return Ok(()),
            StoryState::Draft if record.relay() != relay.as_ref().map(|relay| relay.id.clone()) => {
                let change = relay.clone().map_or(ContactChange::RemoveRelay, ContactChange::SetRelay);
                stories.save(&record, &[], &Answers::new(), &change, at).await?;
            }
            StoryState::Draft => drop(stories.send(&record, &loader.form(&named("send")), &deed(Actor::Contributor, "send")).await?),
            StoryState::Queued => {
                let (slug, excerpt) = (Slug::random(bytes(&named("slug"))), details.excerpt());
                desk.publish(&record, &details, slug, excerpt, &store::Deed { at, ..loader.desk_deed(&named("publish")) }).await?;
            }
            state => bail!("it is {state:?}"),
        }
    }
}

/// Where its readers' messages go, if it asks them to write.
fn relay(answers: &mut Answers, key: &str) -> Result<Option<Relay>> {
    if !answers.has("call_email") {
        return Ok(None);
    }
    let email = Email::parse(answers.get("call_email")).map_err(anyhow::Error::msg)?;
    let named = |what: &str| bytes(&format!("{what} {key}"));
    let relay = Relay { id: RelayId::from_random(named("relay")), email, name: AddressId::from_random(named("behind relay")) };
    answers.set(CALL_RELAY, relay.id.as_str());
    Ok(Some(relay))
}

/// Notes which event it is about, as the form does once an event is found.
fn about(answers: &mut Answers, content: &Content, key: &str) -> Result<()> {
    let event = content.events.iter().find(|event| event.key == key).with_context(|| format!("There is no event {key}"))?;
    let title = event.answers().get("title").to_owned();
    answers.set("event", format!("/events/{}", Slug::from_title(&title)));
    answers.set("event_id", EventId::from_random(bytes(key)).as_str());
    answers.set("event_title", title);
    Ok(())
}

/// When it was written: so many days from the week's first, and not after now.
fn written(loader: &Loader, day: i64) -> Result<Timestamp> {
    let monday = domain::time::moment(loader.monday(), jiff::civil::Time::midnight()).map_err(anyhow::Error::msg)?;
    Ok((monday + SignedDuration::from_hours(24 * day)).min(loader.now))
}

fn contact(loader: &Loader, answers: &Answers, key: &str) -> Result<ContactChange> {
    if !answers.has("email") {
        return Ok(ContactChange::Keep);
    }
    let email = Email::parse(answers.get("email")).map_err(anyhow::Error::msg)?;
    let hash = loader.context.contact_hash(&format!("email:{}", email.folded()));
    let name = Some(AddressId::from_random(bytes(&format!("address {key}"))));
    Ok(ContactChange::Set(AuthorContact { email, hash, name }))
}
