//! A running hub: records, every function's routes on one port, mailer, keeper, mailbox.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, anyhow};
use axum::Router;
use frontend::assets::Manifest;
use frontend::pages::contact::Contact;
use mailer::Post;
use store::Db;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use web::{Context, Settings};

use crate::doors::Doors;
use crate::mailbox::Mailbox;
use crate::options::Options;
use crate::records::{Records, folder};
use crate::work::Work;
use crate::{administrator, bundle, demonstration, keys, routes, weeks};

/// How long a stopping hub waits for what is under way.
const STOPPING: Duration = Duration::from_secs(5);

/// A running hub. [`Hub::stop`] ends it in order; dropping it ends it at once.
pub struct Hub {
    /// Its own address, no slash behind: `http://localhost:8080`.
    pub origin: String,
    /// Where it listens.
    pub address: SocketAddr,
    /// Its tables.
    pub db: Db,
    /// Its clock, keys and settings.
    pub context: Context,
    /// Every mail it sent, unless [`Options::post`] took them.
    pub mailbox: Arc<Mailbox>,
    work: Work,
    stop: watch::Sender<bool>,
    running: Vec<JoinHandle<()>>,
    records: Records,
}

impl Hub {
    /// Starts a hub: bundle, records, weeks, demonstration, routes, mailer and keeper, in this order.
    ///
    /// # Errors
    /// One sentence that says what to do.
    pub async fn start(options: Options) -> Result<Self> {
        let tell = options.tell.clone();
        // First of all what fails at once: nobody should wait for a build to learn that the port is taken.
        let listener = listen(options.port).await?;
        let address = listener.local_addr()?;
        let folder = folder(&options.data)?;
        let keys = keys::load(folder, options.random.as_ref())?;
        let mailbox = Arc::new(Mailbox::open(folder, options.clock.clone())?);
        let records = Records::open(&options.data).await?;
        let (manifest, files) = bundle::prepare(&options.bundle, tell.as_ref())?;

        let origin = format!("http://localhost:{}", address.port());
        let context = Context::new(settings(&options, &origin, address, manifest), keys, options.clock.clone(), options.random.clone());
        let db = records.db.clone();
        if !options.read_only {
            fill(&options, &context, &db).await?;
        }

        let post: Arc<dyn Post> = options.post.clone().unwrap_or_else(|| mailbox.clone());
        let doors = Doors::new(&db, records.endpoint(), options.door.as_ref());
        let work = Work::new(&context, &doors, post);
        let routes = routes::all(&context, &doors, mailbox.clone()).merge(files);
        let (stop, stopping) = watch::channel(false);
        let mut running = vec![tokio::spawn(serve(listener, web::finish(&context, routes), stopping.clone()))];
        if options.loops {
            running.extend(work.loops(&stopping));
            running.extend(records.sweeping(&context, &stopping));
        }
        Ok(Self { origin, address, db, context, mailbox, work, stop, running, records })
    }

    /// Where its database answers.
    pub fn endpoint(&self) -> &str {
        self.records.endpoint()
    }

    /// A fresh link for the first administrator, whole. It is good once, for ten minutes.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn sign_in_link(&self) -> Result<String> {
        Ok(self.context.absolute(&administrator::at_home(&self.context, &self.db).await?))
    }

    /// Lets mailer and keeper do once what they would do by themselves.
    ///
    /// # Errors
    /// Where the database doesn't answer.
    pub async fn tick(&self) -> Result<()> {
        self.work.once().await
    }

    /// Takes out the records that are over, as DynamoDB does by itself.
    ///
    /// # Errors
    /// Where the database can't be written.
    pub fn sweep(&self) -> Result<usize> {
        self.records.engine().map_or(Ok(0), |engine| engine.sweep())
    }

    /// Stops: no new requests, those under way are answered, then the database closes.
    pub async fn stop(mut self) {
        let _ = self.stop.send(true);
        for task in self.running.drain(..) {
            let ended = tokio::time::timeout(STOPPING, task).await;
            if ended.is_err() {
                tracing::warn!("something was still under way and was cut off");
            }
        }
    }
}

impl Drop for Hub {
    fn drop(&mut self) {
        self.running.iter().for_each(JoinHandle::abort);
    }
}

async fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).await.map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => anyhow!("Port {port} is in use. Stop the program that has it, or choose another with --port."),
        _ => anyhow!("Port {port} can't be used ({error}). Choose another with --port, from 1024 up."),
    })
}

fn settings(options: &Options, origin: &str, address: SocketAddr, assets: Manifest) -> Settings {
    Settings {
        origin: origin.to_owned(),
        also: vec![format!("http://{address}")],
        assets,
        page_seconds: options.kept_seconds,
        memory: Duration::from_secs(options.kept_seconds.into()),
        demonstration_allowed: true,
        read_only: options.read_only,
        contact: contact(),
    }
}

/// Who runs a hub at home: whoever started it. The pages that name somebody say so.
fn contact() -> Contact {
    Contact { organisation: "This hub runs on your own computer".into(), email: administrator::ADDRESS.into(), phone: None }
}

async fn fill(options: &Options, context: &Context, db: &Db) -> Result<()> {
    let tell = options.tell.as_ref();
    match weeks::load(db).await? {
        0 => {}
        many => tell(&format!("Wrote {many} weeks into the archive.")),
    }
    if options.demonstration {
        let begun = std::time::Instant::now();
        if demonstration::load(context, db, tell).await? {
            tell(&format!("Loaded the demonstration week in {:.1} s.", begun.elapsed().as_secs_f32()));
        }
    }
    Ok(())
}

async fn serve(listener: TcpListener, routes: Router, mut stopping: watch::Receiver<bool>) {
    let routes = routes.into_make_service_with_connect_info::<SocketAddr>();
    let stop = async move { drop(stopping.wait_for(|stop| *stop).await) };
    if let Err(error) = axum::serve(listener, routes).with_graceful_shutdown(stop).await {
        tracing::error!(%error, "the hub stopped answering");
    }
}
