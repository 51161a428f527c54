//! What a week's settings name must be there: featured events, and the same question of another week.

use domain::field::Errors;
use domain::week::WeekId;
use web::Problem;

use super::settings::Settings;
use crate::state::State;
use crate::words;

/// The same settings, the featured events by the addresses that they have now; an error where something isn't there.
pub(super) async fn settings(state: &State, settings: Settings, week: WeekId) -> Result<Result<Settings, Errors>, Problem> {
    match questions(state, settings).await? {
        Ok(settings) => featured(state, settings, week).await,
        Err(errors) => Ok(Err(errors)),
    }
}

/// The same settings; an error where another week doesn't ask the question that it is said to ask.
pub(super) async fn questions(state: &State, settings: Settings) -> Result<Result<Settings, Errors>, Problem> {
    for other in settings.questions.iter().filter_map(|question| question.same_as) {
        let week = state.weeks.get(other.week).await?;
        if week.is_none_or(|week| week.question(other.number).is_none()) {
            let mut errors = Errors::default();
            errors.add("questions", format!("There is no question {} of {}. Look at “{}”", other.number, words::week(other.week), other.line()));
            return Ok(Err(errors));
        }
    }
    Ok(Ok(settings))
}

async fn featured(state: &State, mut settings: Settings, week: WeekId) -> Result<Result<Settings, Errors>, Problem> {
    for slug in &mut settings.featured {
        match state.public.event_wherever(slug).await? {
            Some(page) if page.week == week => *slug = page.slug,
            _ => {
                let mut errors = Errors::default();
                errors.add("featured", format!("There is no event of this week at {slug}. Copy the address from the event’s page"));
                return Ok(Err(errors));
            }
        }
    }
    Ok(Ok(settings))
}
