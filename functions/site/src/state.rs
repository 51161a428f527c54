//! What this function may do: read the table `public`.

use std::sync::Arc;

use domain::week::{Week, WeekId};
use store::Db;
use store::public::PublicReader;
use web::{Context, Problem};

use crate::last_good::LastGood;
use crate::memory::{Memory, WeekInMemory};

/// Context, reader, and what was read a moment ago.
#[derive(Clone)]
pub struct State {
    pub(crate) context: Context,
    pub(crate) public: PublicReader,
    pub(crate) last_good: Arc<LastGood>,
    pub(crate) commit: Option<Arc<str>>,
    memory: Arc<Memory>,
}

impl State {
    /// Over the database.
    pub fn new(context: Context, db: Db) -> Self {
        let memory = Arc::new(Memory::new(context.settings().memory));
        Self { context, public: PublicReader::new(db), last_good: Arc::default(), commit: None, memory }
    }

    /// The same, and what it was built from, to be said where somebody looks whether it answers.
    pub fn built_from(self, commit: Option<&str>) -> Self {
        Self { commit: commit.map(Arc::from), ..self }
    }

    /// All weeks that this hub shows: a deployed one never shows the demonstration.
    pub(crate) async fn weeks(&self) -> Result<Arc<Vec<Week>>, Problem> {
        self.memory.weeks(&self.public, self.context.now(), self.context.settings().demonstration_allowed).await
    }

    /// One week by the two parts of its address.
    pub(crate) async fn week(&self, nation: &str, year: &str) -> Result<Week, Problem> {
        let id = WeekId::from_parts(nation, year).ok_or(Problem::NotFound)?;
        self.weeks().await?.iter().find(|week| week.id == id).cloned().ok_or(Problem::NotFound)
    }

    /// A week's cards.
    pub(crate) async fn cards(&self, id: WeekId) -> Result<Arc<WeekInMemory>, Problem> {
        self.memory.week(&self.public, id, self.context.now()).await
    }
}
