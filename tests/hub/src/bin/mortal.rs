//! A hub in a process of its own, to be killed at any moment: `mortal FOLDER PORT MOMENT`. Its clock goes on from the moment.

use std::sync::Arc;
use std::time::Instant;

use domain::time::Clock;
use jiff::{SignedDuration, Timestamp};
use local::{Data, Hub, Options};

struct From {
    moment: Timestamp,
    begun: Instant,
}

impl Clock for From {
    fn now(&self) -> Timestamp {
        self.moment + SignedDuration::try_from(self.begun.elapsed()).unwrap_or_default()
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    let [folder, port, moment] = std::env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| anyhow::anyhow!("mortal FOLDER PORT MOMENT"))?;
    let clock = Arc::new(From { moment: moment.parse()?, begun: Instant::now() });
    let tests = Options::for_tests(Data::Folder(folder.into()), clock, Arc::new(web::SystemRandom));
    let hub = Hub::start(Options { port: port.parse()?, loops: true, ..tests }).await?;
    println!("ready");
    // It never stops by itself.
    std::future::pending::<()>().await;
    hub.stop().await;
    Ok(())
}
