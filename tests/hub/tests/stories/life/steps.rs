//! One thing after the other, by chance: what its author does, what the desk does, time that passes.

use domain::audit::Actor;
use domain::ids::{FormKey, Slug};
use domain::story::{Edits, EditsState, Purpose, Recognised, SecondReading, StoryRecord, StoryStep, parse_story};
use domain::time::today;
use jiff::SignedDuration;
use rand::Rng;
use store::due::{Due, DueList};
use store::form_keys::FormUse;
use store::stories::{ContactChange, EditsAnswer};

use super::walk::Walk;
use crate::world::{key, random};

impl Walk {
    /// The newest record, or now and then the one from before the last act: whoever decides on that is refused.
    pub async fn step(&mut self, stale: &mut StoryRecord) {
        let record = self.world.load(&self.id).await;
        let old = self.rng.random_range(0..8) == 0;
        let seen = if old { stale.clone() } else { record.clone() };
        *stale = record;
        match self.rng.random_range(0..100) {
            0..16 => {
                let mut typed = seen.answers.clone();
                typed.set("body", self.new_words());
                let _ = self.world.stories.save(&seen, StoryStep::Write.fields(), &typed, &ContactChange::Keep, self.now).await;
            }
            16..36 => self.send(&seen).await,
            36..52 => self.publish(&seen).await,
            52..58 => drop(self.world.desk.ask_for_change(&seen, "Why then?", &self.desk()).await),
            58..66 => {
                let mut typed = seen.answers.clone();
                typed.set("body", self.new_words());
                if let Ok(edits) = Edits::parse(&typed, &seen.answers, &self.week()) {
                    let _ = self.world.desk.propose_edits(&seen, &edits, "Shorter.", &self.desk()).await;
                }
            }
            66..76 => self.answer(&seen).await,
            76..86 => {
                let recognised = if self.rng.random_range(0..4) == 0 { Recognised::Yes } else { Recognised::No };
                self.read(&seen, recognised).await;
            }
            86..88 => {
                let _ = self.world.stories.take_back(&seen, Purpose::Partners, String::new(), &self.author()).await;
            }
            88..90 => {
                if self.world.stories.stop(&seen, &self.author()).await.is_ok() {
                    (self.known.authors, self.known.approved) = (None, None);
                }
            }
            90 => {
                if self.world.stories.withdraw(&seen, &self.author()).await.is_ok() {
                    self.known.ended = true;
                }
            }
            91 => {
                if self.world.desk.take_down(&seen, "It names a child.", &self.desk()).await.is_ok() {
                    self.known.taken_down = true;
                }
            }
            92 => drop(self.world.desk.decline(&seen, "Not this year.", &self.desk()).await),
            93..95 => self.set_rules().await,
            _ => self.time_passes().await,
        }
    }

    /// What brings it live when nobody hesitates: sent, read by another person if the week asks for that, published, and its notice over.
    pub async fn brought_live(&mut self) {
        let draft = self.world.load(&self.id).await;
        self.send(&draft).await;
        let sent = self.world.load(&self.id).await;
        self.read(&sent, Recognised::No).await;
        let read = self.world.load(&self.id).await;
        self.publish(&read).await;
        self.hours_pass(49).await;
    }

    async fn send(&mut self, seen: &StoryRecord) {
        let form = FormUse { key: FormKey::parse(&key()).unwrap(), hash: "send".into() };
        if self.world.stories.send(seen, &form, &self.author()).await.is_ok() {
            self.known.authors = Some(seen.answers.get("body").to_owned());
            self.known.promised = Some(self.rules);
            (self.known.approved, self.known.read) = (None, None);
        }
    }

    async fn publish(&mut self, seen: &StoryRecord) {
        let Ok(details) = parse_story(&seen.answers, &self.week(), self.now) else { return };
        let needed = seen.rules.and(self.rules);
        let mut seen = seen.clone();
        if !self.guarded {
            // The twin: a desk that forgets what the week asks for.
            seen.reading = Some(SecondReading { by: self.reviewer.clone(), recognised: Recognised::No, words: None, day: today(self.now) });
        }
        let excerpt = details.excerpt();
        let words = details.text.body.clone();
        if self.world.desk.publish(&seen, &details, Slug::random(random()), excerpt, &self.desk()).await.is_ok() {
            self.known.approved = Some((words, self.now, needed));
        }
    }

    async fn answer(&mut self, seen: &StoryRecord) {
        let Some(edits) = seen.edits.clone().filter(|edits| edits.state == EditsState::Waiting) else { return };
        let answer = [EditsAnswer::Yes, EditsAnswer::No, EditsAnswer::Change][self.rng.random_range(0..3)];
        let reply = Some("canaryreply: it was not so".to_owned());
        if self.world.stories.answer_edits(seen, answer, reply, &self.author()).await.is_ok() {
            match answer {
                EditsAnswer::Yes => {
                    self.known.authors = Some(edits.proposed.get("body").to_owned());
                    (self.known.approved, self.known.read) = (None, None);
                }
                EditsAnswer::No => {}
                EditsAnswer::Change => (self.known.authors, self.known.read) = (None, None),
            }
        }
    }

    async fn read(&mut self, seen: &StoryRecord, recognised: Recognised) {
        let body = seen.answers.get("body").to_owned();
        let reading = SecondReading { by: self.reviewer.clone(), recognised, words: None, day: today(self.now) };
        let deed = self.deed(Actor::Staff(self.reviewer.clone()));
        if self.world.desk.read_second(seen, &reading, &deed).await.is_ok() {
            self.known.read = (recognised == Recognised::No).then_some(body);
        }
    }

    async fn time_passes(&mut self) {
        let hours = self.rng.random_range(1..40);
        self.hours_pass(hours).await;
    }

    async fn hours_pass(&mut self, hours: i64) {
        self.now += SignedDuration::from_hours(hours);
        self.world.at(self.now);
        let due = DueList::new(self.world.db.clone());
        for item in due.by(self.now).await.unwrap() {
            match &item.due {
                Due::StoryLive { story } => self.world.stories.go_live(story, self.now).await.unwrap(),
                Due::StoryOver { story } => self.world.stories.run_out(story, self.now).await.unwrap(),
                other => panic!("{other:?}"),
            }
            due.done(&item).await.unwrap();
        }
    }
}
