//! The weeks: seen by everyone at the desk, opened and changed by coordinators.

mod checked;
pub(crate) mod question_box;
mod settings;

use axum::Extension;
use axum::extract::{self, Path};
use domain::answers::Answers;
use domain::audit::Actor;
use domain::field::Errors;
use domain::nation::{Nation, WeekNation};
use domain::week::{Week, WeekId};
use frontend::pages::desk::{self, WeekLine};
use frontend::shell::DeskPage;
use store::Deed;
use store::staff::Seat;
use store::weeks::WeekError;
use web::{Answer, Form, Problem, see_other};

use crate::frame::page;
use crate::roles::{Act, may};
use crate::state::State;
use crate::words;
use settings::{FIELDS, Settings};

const HERE: &str = "/desk/weeks";

/// All weeks, the newest first.
pub(crate) async fn show(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>) -> Answer {
    // A new week gives notice unless somebody decides otherwise.
    list(&state, &seat, Answers::from_iter([("notice", "yes")]), Errors::default()).await
}

/// Opens a week.
pub(crate) async fn open(extract::State(state): extract::State<State>, Extension(seat): Extension<Seat>, form: Form) -> Answer {
    form.only(&[FIELDS, &["nation", "year"]].concat())?;
    let used = form.form_use()?;
    let typed = &form.answers;
    let mut errors = Errors::default();
    let nation = errors.keep("nation", Nation::parse(typed.get("nation"), "Choose whose week it is"));
    let year = errors.keep("year", year(typed.get("year")));
    let id = nation.zip(year).and_then(|(nation, year)| Some(WeekId { nation: WeekNation::from_value(nation.value())?, year }));
    // What is wrong is told, whether or not it is known yet whose week it is.
    let new = Week::unknown(id.unwrap_or(WeekId { nation: WeekNation::Demo, year: 2000 }));
    let settings = errors.join(Settings::parse(typed, &new));
    let settings = match settings {
        Some(settings) => errors.join(checked::questions(&state, settings).await?),
        None => None,
    };
    let (Some(_), Some(settings)) = (id, settings) else { return list(&state, &seat, form.answers, errors).await };
    match state.weeks.open(&settings.onto(new), &used, &deed(&state, &seat)).await {
        Ok(()) => Ok(see_other(HERE)),
        Err(WeekError::Taken) => {
            errors.add("year", "There is a week of this nation and year. Enter another year, or change that week");
            list(&state, &seat, form.answers, errors).await
        }
        Err(error) => Err(words::week_problem(error)),
    }
}

/// A week's settings.
pub(crate) async fn change_form(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<(String, String)>,
) -> Answer {
    let week = load(&state, &id).await?;
    Ok(change_page(&state, &seat, &week, Settings::of(&week), Errors::default()))
}

/// Changes a week's settings.
pub(crate) async fn change(
    extract::State(state): extract::State<State>,
    Extension(seat): Extension<Seat>,
    Path(id): Path<(String, String)>,
    form: Form,
) -> Answer {
    form.only(FIELDS)?;
    let used = form.form_use()?;
    let week = load(&state, &id).await?;
    let parsed = match Settings::parse(&form.answers, &week) {
        Ok(settings) => checked::settings(&state, settings, week.id).await?,
        Err(errors) => Err(errors),
    };
    match parsed {
        Ok(settings) => {
            state.weeks.change(&settings.onto(week), &used, &deed(&state, &seat)).await.map_err(words::week_problem)?;
            Ok(see_other(HERE))
        }
        Err(errors) => Ok(change_page(&state, &seat, &week, form.answers, errors)),
    }
}

fn change_page(state: &State, seat: &Seat, week: &Week, typed: Answers, errors: Errors) -> axum::response::Response {
    let wrong = !errors.is_empty();
    let mut form = state.context.form(format!("{HERE}/{}", week.id)).wrong(errors);
    form.values = typed;
    let name = words::week(week.id);
    page(state, seat, DeskPage::Weeks, &format!("Change {name}"), wrong, move || desk::change_week(name, form))
}

async fn load(state: &State, (nation, year): &(String, String)) -> Result<Week, Problem> {
    let id = WeekId::from_parts(nation, year).ok_or(Problem::NotFound)?;
    state.weeks.get(id).await?.ok_or(Problem::NotFound)
}

fn deed(state: &State, seat: &Seat) -> Deed {
    Deed { by: Actor::Staff(seat.staff.id.clone()), at: state.context.now(), mark: state.context.mark() }
}

fn year(typed: &str) -> Result<i16, String> {
    let typed = typed.trim();
    let year = typed.parse::<i16>().ok().filter(|year| typed.len() == 4 && (2000..=2100).contains(year));
    year.ok_or_else(|| "Enter the year in 4 numbers, like 2027".into())
}

async fn list(state: &State, seat: &Seat, typed: Answers, errors: Errors) -> Answer {
    let may_change = may(&seat.staff, Act::Decide);
    let mut weeks = state.weeks.all().await?;
    weeks.sort_by_key(|week| (std::cmp::Reverse(week.id.year), week.id.nation));
    let lines = weeks
        .iter()
        .map(|week| WeekLine {
            name: words::week(week.id),
            page: week.id.path(),
            dates: week.dates_in_words(),
            theme: week.theme.clone().unwrap_or_else(|| "Not known".into()),
            questions: week.questions.len(),
            change: may_change.then(|| format!("{HERE}/{}", week.id)),
            suggested: may_change.then(|| format!("{HERE}/{}/suggested-questions", week.id)),
        })
        .collect();
    let wrong = !errors.is_empty();
    let form = may_change.then(|| {
        let mut form = state.context.form(HERE).wrong(errors);
        form.values = typed;
        form
    });
    Ok(page(state, seat, DeskPage::Weeks, "Weeks", wrong, move || desk::weeks(lines, form)))
}
