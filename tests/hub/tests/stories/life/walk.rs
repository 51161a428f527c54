//! One story, what is known of it, and who acts on it.

use domain::answers::Answers;
use domain::audit::Actor;
use domain::ids::{FormKey, StaffId, StoryId};
use domain::story::{Naming, StoryKind, StoryRecord, StoryRules};
use domain::week::Week;
use jiff::Timestamp;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use store::Deed;
use store::form_keys::FormUse;
use store::stories::{AuthorContact, ContactChange};
use store::weeks::Weeks;

use crate::world::{World, key, now, random, week};

const CANARY: &str = "wren.canary9author@example.org";

/// What the walk knows of the story, by what was done and nothing else.
#[derive(Default)]
pub struct Known {
    /// The words that its author last sent or agreed to.
    pub authors: Option<String>,
    /// The words for which a coordinator pressed "publish", when, and what was needed then.
    pub approved: Option<(String, Timestamp, StoryRules)>,
    /// The words that were read by another person, who found nobody.
    pub read: Option<String>,
    /// What its author was told when they sent it.
    pub promised: Option<StoryRules>,
    /// It was withdrawn, or its time ran out.
    pub ended: bool,
    /// It was taken off.
    pub taken_down: bool,
    /// How often it went live.
    pub lives: usize,
}

pub struct Walk {
    pub world: World,
    pub rng: StdRng,
    pub now: Timestamp,
    pub rules: StoryRules,
    pub id: StoryId,
    pub known: Known,
    pub words: usize,
    pub coordinator: StaffId,
    pub reviewer: StaffId,
    pub guarded: bool,
}

impl Walk {
    pub async fn begin(seed: u64, guarded: bool) -> Self {
        let world = World::new().await;
        let mut rng = StdRng::seed_from_u64(seed);
        let id = StoryId::from_random(random());
        let mut record = StoryRecord::draft(id.clone(), week().id, now());
        let kind = StoryKind::ALL[rng.random_range(0..StoryKind::ALL.len())];
        let naming = Naming::ALL[rng.random_range(0..Naming::ALL.len())];
        let pairs = [
            ("naming", naming.value()),
            ("shown_name", if naming == Naming::Nothing { "" } else { "Heron" }),
            ("kind", kind.value()),
            ("question", "2"),
            ("title", "A title"),
            ("body", "words0-first."),
            ("link", "https://example.org/film"),
            ("link_title", "Our film"),
            ("link_length", "12 minutes"),
            ("transcript", "not-yet"),
            ("quote_1", "We were asked."),
            ("quote_1_as", "role"),
            ("quote_1_who", "a nurse"),
            ("quote_1_basis", "agreed"),
            ("consent_publish", "yes"),
            ("consent_partners", "yes"),
            ("adult", "yes"),
        ];
        record.answers = pairs.into_iter().collect();
        record.answers.set("week", week().id.to_string());
        let form = FormUse { key: FormKey::parse(&key()).unwrap(), hash: "begin".into() };
        world.stories.begin(&record, &form, now()).await.unwrap();
        let email = domain::contact::Email::parse(CANARY).unwrap();
        let contact = ContactChange::Set(AuthorContact { email, hash: "canaryhash".into(), name: None });
        world.stories.save(&record, &[], &Answers::new(), &contact, now()).await.unwrap();
        let (coordinator, reviewer) = (StaffId::from_random(random()), StaffId::from_random(random()));
        let mut walk =
            Self { world, rng, now: now(), rules: StoryRules::NONE, id, known: Known::default(), words: 0, coordinator, reviewer, guarded };
        walk.set_rules().await;
        walk
    }

    pub fn deed(&self, by: Actor) -> Deed {
        Deed { by, at: self.now, mark: domain::ids::spell(&random::<16>()) }
    }

    pub fn author(&self) -> Deed {
        self.deed(Actor::Contributor)
    }

    pub fn desk(&self) -> Deed {
        self.deed(Actor::Staff(self.coordinator.clone()))
    }

    pub fn week(&self) -> Week {
        Week { story_rules: self.rules, ..week() }
    }

    pub async fn set_rules(&mut self) {
        self.rules = StoryRules { two_keys: self.rng.random(), notice: self.rng.random() };
        Weeks::new(self.world.db.clone()).put(&self.week()).await.unwrap();
    }

    pub fn new_words(&mut self) -> String {
        self.words += 1;
        format!("words{}-{}.", self.words, domain::ids::spell(&random::<8>()))
    }
}
