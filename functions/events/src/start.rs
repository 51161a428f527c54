//! `/list-an-event`: what to have at hand, which week, and the draft.

use axum::extract;
use axum::http::StatusCode;
use domain::event::{EventRecord, EventStep};
use domain::week::{Week, WeekId};
use frontend::components::Link;
use frontend::pages::list_event::{self, NoneOpen, StartPage, step_path};
use frontend::shell::{Section, Shell};
use jiff::SignedDuration;
use store::rate::Bucket;
use web::grants::with;
use web::{Answer, Form, Problem, Purpose, Sender, private_page, see_other};

use crate::State;
use crate::mine::or_standing;

/// How many drafts one sender may begin in an hour: a library or a hospital is one sender too.
const DRAFTS_AN_HOUR: u32 = 30;

impl State {
    /// The weeks there are, and of them those that take events, the nearest first.
    pub(crate) async fn weeks(&self) -> Result<(Vec<Week>, Vec<Week>), Problem> {
        let shown = |week: &Week| !week.id.is_demonstration() || self.context.settings().demonstration_allowed;
        let mut all: Vec<Week> = self.public.weeks().await?.into_iter().filter(shown).collect();
        all.sort_by_key(|week| (week.first.is_none(), week.first));
        let open = all.iter().filter(|week| week.is_open(self.context.today())).cloned().collect();
        Ok((all, open))
    }

    /// Whether a sender may begin one more draft now.
    pub(crate) async fn may_begin(&self, sender: &Sender) -> Result<bool, Problem> {
        let whom = sender.hash(&self.context, "event-draft");
        let bucket = Bucket { what: "event-draft", whom: &whom, most: DRAFTS_AN_HOUR, window: SignedDuration::from_hours(1) };
        Ok(self.rates.take(&bucket, self.context.now()).await?)
    }
}

/// GET: the start, or that no week is open.
pub(crate) async fn show(extract::State(state): extract::State<State>) -> Answer {
    let (all, open) = state.weeks().await?;
    page(&state, all, open, None)
}

fn page(state: &State, all: Vec<Week>, open: Vec<Week>, refused: Option<&Form>) -> Answer {
    let mut shell = Shell { title: "List an event".into(), section: Section::ListAnEvent, ..Shell::default() };
    if open.is_empty() {
        let latest = all.iter().rev().find(|week| week.first.is_some());
        let latest = latest.map(|week| Link::new(format!("See {}", week.name), week.id.path()));
        return Ok(private_page(&state.context, StatusCode::OK, shell, || list_event::none_open(NoneOpen { latest })));
    }
    let mut form = state.context.form("/list-an-event");
    let mut status = StatusCode::OK;
    if let Some(refused) = refused {
        form.values = refused.answers.clone();
        form.errors = vec![("week".into(), "Choose the week your event is part of".into())];
        shell.error = true;
        status = StatusCode::UNPROCESSABLE_ENTITY;
    }
    Ok(private_page(&state.context, status, shell, || list_event::start(StartPage { form, weeks: open })))
}

/// POST: begins the draft, and opens it for this browser.
pub(crate) async fn begin(extract::State(state): extract::State<State>, sender: Sender, form: Form) -> Answer {
    form.only(&["week"])?;
    let form_use = form.form_use()?;
    if form.is_bot {
        return Err(Problem::TooMany);
    }
    let (all, open) = state.weeks().await?;
    let chosen = WeekId::parse(form.answers.get("week")).filter(|id| open.iter().any(|week| week.id == *id));
    let Some(week) = chosen else { return page(&state, all, open, Some(&form)) };
    if !state.may_begin(&sender).await? {
        return Err(Problem::TooMany);
    }
    let record = EventRecord::draft(state.context.new_event_id(), week, state.context.now());
    match state.events.begin(&record, &form_use, &state.deed(&record)).await {
        Ok(id) => {
            let grant = state.context.grant(Purpose::Event, id.as_str(), record.generation);
            Ok(with(see_other(&step_path(&id, EventStep::About)), grant))
        }
        Err(error) => or_standing(&record.id, error),
    }
}
