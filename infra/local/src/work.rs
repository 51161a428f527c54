//! What runs beside the pages: the mailer, which looks into the outbox, and the keeper, which does what is due.

use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use mailer::Post;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use web::Context;

use crate::doors::Doors;

/// How often the mailer looks. When deployed, the outbox's stream tells it (design, decision 11).
const MAILER: Duration = Duration::from_millis(300);
/// How often the keeper looks. When deployed, a schedule wakes it once a minute.
const KEEPER: Duration = Duration::from_secs(1);

/// Mailer and keeper.
#[derive(Clone)]
pub struct Work {
    context: Context,
    mailer: mailer::State,
    keeper: keeper::State,
}

impl Work {
    /// Over one hub's tables.
    pub fn new(context: &Context, doors: &Doors<'_>, post: Arc<dyn Post>) -> Self {
        let mailer = |function: &str| mailer::State::new(context.clone(), doors.of(function), post.clone());
        Self { context: context.clone(), keeper: keeper::State::new(doors.of("keeper"), mailer("keeper")), mailer: mailer("mailer") }
    }

    /// One round of the keeper, which ends with the mails that it wrote.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn once(&self) -> Result<()> {
        self.keep().await
    }

    async fn keep(&self) -> Result<()> {
        keeper::tick(&self.keeper, self.context.now()).await?;
        Ok(())
    }

    async fn mail(&self) -> Result<()> {
        mailer::send_waiting(&self.mailer, self.context.now()).await?;
        Ok(())
    }

    /// Starts both; each ends when the hub stops, after the round it is in.
    pub fn loops(&self, stopping: &watch::Receiver<bool>) -> [JoinHandle<()>; 2] {
        let (keeper, mailer) = (self.clone(), self.clone());
        [
            tokio::spawn(often(KEEPER, stopping.clone(), "keeper", move || {
                let keeper = keeper.clone();
                async move { keeper.keep().await }
            })),
            tokio::spawn(often(MAILER, stopping.clone(), "mailer", move || {
                let mailer = mailer.clone();
                async move { mailer.mail().await }
            })),
        ]
    }
}

async fn often<F: Future<Output = Result<()>>>(every: Duration, mut stopping: watch::Receiver<bool>, name: &'static str, round: impl Fn() -> F) {
    while !*stopping.borrow() {
        if let Err(error) = round().await {
            tracing::warn!(%error, name, "a round went wrong; the next one tries again");
        }
        tokio::select! {
            () = tokio::time::sleep(every) => {}
            _ = stopping.wait_for(|stop| *stop) => {}
        }
    }
}
