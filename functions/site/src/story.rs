//! One story.

use axum::extract::{Path, State as From};
use domain::ids::Slug;
use domain::story::{StoryEvent, StoryPage};
use frontend::components::Link;
use frontend::pages::stories::StoryLine;
use frontend::pages::story::{Share, StoryView, story_page};
use frontend::shell::Section;
use store::public::AtAddress;
use web::{Answer, Problem, public_page, see_permanently};

use crate::links;
use crate::related::related;
use crate::state::State;

pub async fn show(From(state): From<State>, Path(name): Path<String>) -> Answer {
    let slug = Slug::parse(&name).ok_or(Problem::NotFound)?;
    let story = match state.public.story(&slug).await?.ok_or(Problem::NotFound)? {
        AtAddress::Page(story) => *story,
        AtAddress::Moved { to } => return Ok(see_permanently(&format!("/stories/{to}"))),
        AtAddress::Gone => return Err(Problem::Gone),
    };
    // Its author agreed for a time that is over: it is gone, whether or not the keeper came by.
    if story.is_over(state.context.today()) {
        return Err(Problem::Gone);
    }
    let week = state.week(story.week.nation.value(), &story.week.year.to_string()).await?;
    let questions = links::answered(&week, &story.questions);
    let mut shell = links::shell(&week, story.title.clone(), Section::Stories);
    let of = if story.between_weeks { "between weeks".to_owned() } else { format!("of {}", links::week_name(&week)) };
    shell.description = Some(format!("A {} {of}, in its author’s own words.", story.kind.label().to_lowercase()));
    shell.canonical = Some(state.context.absolute(&story.path()));
    let back = Link::new(format!("All stories of {}", links::week_name(&week)), format!("{}/stories", week.id.path()));
    let related = related_to(&state, &story).await?;
    let event = event(&state, story.event.as_ref()).await?;
    let share = Some(share(&story.title, state.context.absolute(&story.path())));
    let view = StoryView { story, questions, event, today: state.context.today(), back: Some(back), share, related, preview: false };
    Ok(public_page(&state.context, shell, move || story_page(view)))
}

/// Stories to read next, from the lists as they are now.
async fn related_to(state: &State, story: &StoryPage) -> Result<Vec<StoryLine>, Problem> {
    let of_event = match &story.event {
        Some(event) => state.public.stories_of_event(&event.id).await?,
        None => Vec::new(),
    };
    let cards = state.cards(story.week).await?;
    let found = related(story, &of_event, &cards.stories, state.context.today());
    Ok(found.into_iter().map(StoryLine::of).collect())
}

/// What somebody passes on: the title and the address.
fn share(title: &str, address: String) -> Share {
    let body = links::encode(&format!("{title}\r\n\r\n{address}"));
    Share { mail: format!("mailto:?subject={}&body={body}", links::encode(title)), address }
}

/// The page of the event it is about, wherever that is now.
async fn event(state: &State, about: Option<&StoryEvent>) -> Result<Option<Link>, Problem> {
    let Some(about) = about else { return Ok(None) };
    let mut found = state.public.event(&about.slug).await?;
    if let Some(AtAddress::Moved { to }) = &found {
        found = state.public.event(to).await?;
    }
    Ok(match found {
        Some(AtAddress::Page(event)) if event.id == about.id => Some(Link::new(event.title.clone(), event.path())),
        _ => None,
    })
}
