//! The demonstration's events: each is sent, confirmed, published and, where it is so written, cancelled.

use anyhow::{Result, anyhow, bail};
use domain::audit::Actor;
use domain::event::{EventDetails, EventRecord, EventState, Rules, Session, asked_since};
use domain::field::Errors;
use domain::ids::EventId;
use store::events::{Events, HostContact};

use super::content::{Content, Sample, bytes};
use super::{Loader, people};

/// What the host of a cancelled event says.
const CANCELLED: &str = "The person who was to lead it is ill. We hope to hold it on another day.";

/// Loads them side by side, as many at once as there are.
pub(super) async fn load(loader: &Loader, content: &Content) -> Result<()> {
    let mut running = tokio::task::JoinSet::new();
    for (nth, sample) in content.events.iter().enumerate() {
        let guests = people::guests(content, nth, sample.people);
        let one = One { loader: loader.clone(), id: EventId::from_random(bytes(&sample.key)), key: sample.key.clone(), state: sample.state.clone() };
        let answers = answers(loader, sample)?;
        running.spawn(async move {
            let key = one.key.clone();
            one.load(answers, guests).await.map_err(|error| anyhow!("{key}: {error}"))
        });
    }
    while let Some(done) = running.join_next().await {
        done??;
    }
    Ok(())
}

fn answers(loader: &Loader, sample: &Sample) -> Result<domain::answers::Answers> {
    let mut answers = sample.answers();
    answers.set("week", loader.week.id.to_string());
    if answers.get("timing") == "timed" {
        let day = loader.monday().checked_add(jiff::Span::new().days(sample.day.unwrap_or_default()))?;
        answers.set("day", day.day().to_string());
        answers.set("month", day.month().to_string());
        answers.set("year", day.year().to_string());
    }
    let typed = |days: i64| Ok::<_, anyhow::Error>(loader.monday().checked_add(jiff::Span::new().days(days))?.strftime("%-d %-m %Y").to_string());
    for (number, (day, start, end)) in (2..).zip(&sample.sessions) {
        for (field, value) in Session::fields(number).into_iter().zip([typed(*day)?, start.clone(), end.clone()]) {
            answers.set(field, value);
        }
    }
    if let Some(before) = sample.bsl_by {
        answers.set("bsl_by", typed(sample.day.unwrap_or_default() + before)?);
    }
    for (nth, number) in (0..).zip(&sample.launches) {
        answers.set(format!("resource{number}_launch"), typed(16 + nth)?);
    }
    Ok(answers)
}

/// One event on its way.
struct One {
    loader: Loader,
    id: EventId,
    key: String,
    state: String,
}

impl One {
    async fn load(self, answers: domain::answers::Answers, guests: Vec<people::Guest>) -> Result<()> {
        let Loader { context, db, week, now } = &self.loader;
        let store = Events::new(db.clone());
        let rules = Rules { week, today: context.today(), past_allowed: true };
        let details = EventDetails::parse(&answers, &rules).map_err(|errors| refused(&errors))?;
        let asked = asked_since(&answers);
        if !asked.is_empty() {
            return Err(refused(&asked));
        }
        let email = details.host.contact_email.clone();
        let hash = context.contact_hash(&format!("email:{}", email.folded()));
        let contact = HostContact { email, hash, former: None };
        let named = |act: &str| format!("{act} {}", self.key);
        let host = |act: &str| self.loader.deed(Actor::Host, &named(act));

        let end = match self.state.as_str() {
            "queue" => EventState::Queued,
            "published" => EventState::Published,
            "cancelled" => EventState::Cancelled,
            other => bail!("the state {other} is not known"),
        };
        let mut guests = Some(guests);
        loop {
            let record = match store.load(&self.id).await? {
                Some(record) => record,
                None => {
                    let mut record = EventRecord::draft(self.id.clone(), week.id, *now);
                    record.answers = answers.clone();
                    store.begin(&record, &self.loader.form(&named("begin")), &host("begin")).await?;
                    record
                }
            };
            match record.state {
                EventState::Draft => drop(store.send(&record, &contact, &self.loader.form(&named("send")), &host("send")).await?),
                EventState::Sent => drop(store.confirm(&record, &contact, &self.loader.form(&named("confirm")), &host("confirm")).await?),
                EventState::Queued if end != EventState::Queued => {
                    store.publish(&record, &details, &self.loader.desk_deed(&named("publish"))).await?;
                }
                EventState::Published => {
                    people::register(&self.loader, &record, &details, guests.take().unwrap_or_default()).await?;
                    if end == EventState::Published {
                        return Ok(());
                    }
                    store.cancel(&record, CANCELLED, &host("cancel")).await?;
                }
                state if state == end => return Ok(()),
                state => bail!("it is {state:?}"),
            }
        }
    }
}

/// The errors of a form in one line.
pub(super) fn refused(errors: &Errors) -> anyhow::Error {
    let lines: Vec<String> = errors.pairs().iter().map(|(field, sentence)| format!("{field}: {sentence}")).collect();
    anyhow!("its answers break a rule: {}", lines.join("; "))
}
