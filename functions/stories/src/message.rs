//! Writing to whoever stands behind a story: a form on the hub, which passes the message on. No address is shown, neither way. Where the
//! story is gone, so is the form, at once: what is public is read anew each time.

use axum::extract::{Path, State as Of};
use axum::http::StatusCode;
use domain::ids::{RelayId, Slug};
use domain::story::{CallToAction, ReaderMessage, StoryPage};
use frontend::form::FormPage;
use frontend::pages::story_message::{MessagePage, message, message_sent};
use frontend::shell::{Section, Shell};
use jiff::SignedDuration;
use store::public::AtAddress;
use store::rate::Bucket;
use web::{Answer, Form, Look, Problem, Sender, private_page, see_other};

use crate::State;
use crate::author::problem;

/// How many messages one network may send in an hour, and how many one story gets.
const FROM_A_SENDER: u32 = 10;
const TO_A_STORY: u32 = 30;

/// What the form's mark is for.
const FORM: &str = "story-message";

/// A story that asks its readers to write, and by which relay.
struct Asking {
    page: StoryPage,
    call: CallToAction,
    relay: RelayId,
}

impl Asking {
    async fn load(hub: &State, slug: &str) -> Result<Self, Problem> {
        let slug = Slug::parse(slug).ok_or(Problem::NotFound)?;
        let page = match hub.weeks.story(&slug).await?.ok_or(Problem::NotFound)? {
            AtAddress::Page(page) => *page,
            AtAddress::Moved { .. } => return Err(Problem::NotFound),
            AtAddress::Gone => return Err(Problem::Gone),
        };
        if page.is_over(hub.context.today()) {
            return Err(Problem::Gone);
        }
        let asks = page.call.clone().and_then(|call| call.relay.clone().map(|relay| (call, relay)));
        match asks {
            Some((call, relay)) => Ok(Self { page, call, relay }),
            None => Err(takes_none(&page)),
        }
    }

    fn path(&self) -> String {
        format!("{}/message", self.page.path())
    }

    fn show(self, hub: &State, form: FormPage, look: Look) -> Answer {
        let wrong = !form.errors.is_empty();
        let mut form = FormPage { action: self.path(), form_key: hub.context.new_form_key().to_string(), ..form };
        form.hidden = vec![("shown".into(), hub.context.shown_now(FORM, look))];
        let shell = Shell {
            title: self.call.kind.words().into(),
            section: Section::Stories,
            demonstration: self.page.week.is_demonstration(),
            error: wrong,
            ..Shell::default()
        };
        let page = MessagePage {
            heading: self.call.kind.words().into(),
            asks: self.call.words,
            story: frontend::components::Link::new(self.page.title.clone(), self.page.path()),
            again: look == Look::Second && !wrong,
            form,
        };
        let status = if wrong { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
        Ok(private_page(&hub.context, status, shell, || message(page)))
    }
}

fn takes_none(page: &StoryPage) -> Problem {
    Problem::NotNow {
        heading: "This story takes no messages".into(),
        words: "Whoever shared it does not ask readers to write, or does no longer.".into(),
        way_on: Some(("Read the story".into(), page.path())),
        demonstration: page.week.is_demonstration(),
    }
}

/// `GET /stories/{slug}/message`
pub(crate) async fn show(Of(hub): Of<State>, Path(slug): Path<String>) -> Answer {
    Asking::load(&hub, &slug).await?.show(&hub, FormPage::default(), Look::First)
}

/// `POST /stories/{slug}/message`: whoever was too quick for a person sees their message once more and sends it then.
pub(crate) async fn send(Of(hub): Of<State>, Path(slug): Path<String>, sender: Sender, sent: Form) -> Answer {
    sent.only(&["words", "reach", "shown"])?;
    let asking = Asking::load(&hub, &slug).await?;
    let read = hub.context.was_read(FORM, sent.answers.get("shown"));
    let look = if read { Look::First } else { Look::Second };
    let back = FormPage { values: sent.answers.clone(), ..FormPage::default() };
    let written = match ReaderMessage::parse(&sent.answers) {
        Ok(written) => written,
        Err(errors) => return asking.show(&hub, back.wrong(errors), look),
    };
    let done = format!("{}/sent", asking.path());
    if sent.is_bot {
        return Ok(see_other(&done));
    }
    if !read {
        return asking.show(&hub, back, look);
    }
    let (from, to) = (sender.hash(&hub.context, "message"), hub.context.contact_hash(&format!("relay:{}", asking.relay)));
    let window = SignedDuration::from_hours(1);
    for bucket in [
        Bucket { what: "message-from", whom: &from, most: FROM_A_SENDER, window },
        Bucket { what: "message-to", whom: &to, most: TO_A_STORY, window },
    ] {
        if !hub.rates.take(&bucket, hub.context.now()).await? {
            return Err(Problem::TooMany);
        }
    }
    // The mark tells when the form was shown, and is no part of what was said.
    let form_use = sent.without("shown").form_use()?;
    hub.relays.pass_on(&asking.relay, &written, &form_use, hub.context.now()).await.map_err(problem)?;
    Ok(see_other(&done))
}

/// `GET /stories/{slug}/message/sent`
pub(crate) async fn sent(Of(hub): Of<State>, Path(slug): Path<String>) -> Answer {
    let story = Slug::parse(&slug).map(|slug| format!("/stories/{slug}")).ok_or(Problem::NotFound)?;
    let shell = Shell { title: "Your message is on its way".into(), section: Section::Stories, ..Shell::default() };
    Ok(private_page(&hub.context, StatusCode::OK, shell, || message_sent(story)))
}
