//! What a handler needs besides the store: the clock, randomness, keys, settings. All injected.

use std::sync::Arc;
use std::time::Duration;

use domain::ids::{EventId, FormKey, RegistrationId, Slug, StaffId, StoryId};
use domain::time::{Clock, today};
use frontend::assets::Manifest;
use frontend::form::FormPage;
use frontend::pages::contact::Contact;
use jiff::{Timestamp, civil::Date};

/// A source of random bytes. Injected, so that tests print their seed.
pub trait Random: Send + Sync + 'static {
    /// Fills the bytes.
    fn fill(&self, bytes: &mut [u8]);
}

/// The operating system's randomness.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemRandom;

impl Random for SystemRandom {
    /// Fills the bytes. A system without randomness can't run the hub: it stops.
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// Secrets. Each has one purpose (quality-bar S-36).
#[derive(Clone)]
pub struct Keys {
    /// Private links and grants: the first signs, all are accepted, so that a key can be changed without breaking links.
    pub links: Vec<Vec<u8>>,
    /// Hashes of addresses in records. Never changes in a deployment.
    pub contacts: Vec<u8>,
}

/// How this deployment is set up.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Scheme and host of the hub's own address, no slash behind: `https://coproductionweek.example`.
    pub origin: String,
    /// More origins that are this hub: a local one answers to two names.
    pub also: Vec<String>,
    /// The built files.
    pub assets: Manifest,
    /// For how many seconds the edge may keep a public page; 0 is not at all.
    pub page_seconds: u32,
    /// For how long a function may keep a week's cards in memory.
    pub memory: Duration,
    /// Whether a demonstration week is shown. Never in a deployment.
    pub demonstration_allowed: bool,
    /// Whether nothing may be changed for now: pages are served, forms say "not now", mail and everything due waits.
    pub read_only: bool,
    /// Who runs this hub, and how to reach them.
    pub contact: Contact,
}

struct Shared {
    settings: Settings,
    keys: Keys,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
}

/// Clock, randomness, keys and settings. Cheap to clone.
#[derive(Clone)]
pub struct Context(Arc<Shared>);

impl Context {
    /// Puts them together.
    pub fn new(settings: Settings, keys: Keys, clock: Arc<dyn Clock>, random: Arc<dyn Random>) -> Self {
        Self(Arc::new(Shared { settings, keys, clock, random }))
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.0.settings
    }

    pub(crate) fn keys(&self) -> &Keys {
        &self.0.keys
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.0.clock.now()
    }

    /// The day it is in the United Kingdom.
    pub fn today(&self) -> Date {
        today(self.now())
    }

    /// Random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.random.fill(&mut bytes);
        bytes
    }

    /// Sixteen random letters, to tell audit entries of one moment apart.
    pub fn mark(&self) -> String {
        domain::ids::spell(&self.random::<16>())
    }

    /// A key for a form that is about to be shown.
    pub fn new_form_key(&self) -> FormKey {
        FormKey::from_random(self.random())
    }

    /// An empty form with a key of its own, sent to `action`.
    pub fn form(&self, action: impl Into<String>) -> FormPage {
        FormPage { action: action.into(), form_key: self.new_form_key().to_string(), ..FormPage::default() }
    }

    /// A new event's id.
    pub fn new_event_id(&self) -> EventId {
        EventId::from_random(self.random())
    }

    /// A new registration's id.
    pub fn new_registration_id(&self) -> RegistrationId {
        RegistrationId::from_random(self.random())
    }

    /// A new story's id.
    pub fn new_story_id(&self) -> StoryId {
        StoryId::from_random(self.random())
    }

    /// A new account's id.
    pub fn new_staff_id(&self) -> StaffId {
        StaffId::from_random(self.random())
    }

    /// A story's address, which says nothing about its author.
    pub fn new_story_slug(&self) -> Slug {
        Slug::random(self.random())
    }

    /// An address or number as records name it. `contact` is folded: `email:ann@example.org`.
    pub fn contact_hash(&self, contact: &str) -> String {
        store::contact_hash(&self.keys().contacts, contact)
    }

    /// A whole address of this hub, for mails and calendars.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.settings().origin)
    }
}

impl std::fmt::Debug for Context {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Context").field("origin", &self.settings().origin).finish_non_exhaustive()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use domain::time::SystemClock;

    pub(crate) fn context() -> Context {
        let settings = Settings {
            origin: "https://hub.example".into(),
            also: Vec::new(),
            assets: Manifest::default(),
            page_seconds: 20,
            memory: Duration::ZERO,
            demonstration_allowed: false,
            read_only: false,
            contact: Contact::default(),
        };
        let keys = Keys { links: vec![vec![7; 32]], contacts: vec![8; 32] };
        Context::new(settings, keys, Arc::new(SystemClock), Arc::new(SystemRandom))
    }
}
