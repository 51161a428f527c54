//! What the desk's handlers may reach.

use store::Db;
use store::audit::Audit;
use store::concerns::ConcernDesk;
use store::events::Events;
use store::public::PublicReader;
use store::queue::Queue;
use store::rate::Rates;
use store::returned::Returned;
use store::staff::Staff;
use store::stories::StoryDesk;
use store::suggestions::QuestionBoxDesk;
use store::trusted::Trusted;
use store::weeks::Weeks;
use web::Context;

/// The desk's stores. There is none for access answers, and none for authors' addresses.
#[derive(Clone, Debug)]
pub struct State {
    pub(crate) context: Context,
    pub(crate) staff: Staff,
    pub(crate) rates: Rates,
    pub(crate) queue: Queue,
    pub(crate) events: Events,
    pub(crate) stories: StoryDesk,
    pub(crate) trusted: Trusted,
    pub(crate) weeks: Weeks,
    pub(crate) audit: Audit,
    pub(crate) public: PublicReader,
    pub(crate) returned: Returned,
    pub(crate) concerns: ConcernDesk,
    pub(crate) question_box: QuestionBoxDesk,
}

impl State {
    /// Over the database.
    pub fn new(context: Context, db: &Db) -> Self {
        Self {
            context,
            staff: Staff::new(db.clone()),
            rates: Rates::new(db.clone()),
            queue: Queue::new(db.clone()),
            events: Events::new(db.clone()),
            stories: StoryDesk::new(db.clone()),
            trusted: Trusted::new(db.clone()),
            weeks: Weeks::new(db.clone()),
            audit: Audit::new(db.clone()),
            public: PublicReader::new(db.clone()),
            returned: Returned::new(db.clone()),
            concerns: ConcernDesk::new(db.clone()),
            question_box: QuestionBoxDesk::new(db.clone()),
        }
    }

    /// A token of 130 random bits: for a link, a session, a browser.
    pub(crate) fn token(&self) -> String {
        domain::ids::spell(&self.context.random::<26>())
    }
}

impl State {
    /// An address as records name it.
    pub(crate) fn email_hash(&self, email: &domain::contact::Email) -> String {
        self.context.contact_hash(&format!("email:{}", email.folded()))
    }
}
