//! Whom an event's host has to call, and what to say.

use std::collections::HashMap;

use domain::registration::{CallAbout, CallOutcome, HostMessage, Placeholder, RegistrationRecord, ToSay, fill};
use domain::time::date_and_time;
use frontend::components::Link;
use frontend::pages::host_call::{CallToMake, PersonToCall, ToTell};
use jiff::Timestamp;
use store::StoreError;
use store::returned::Mark;
use web::Context;

use super::Hosted;
use crate::{State, returned};

/// What has to be looked up before it can be said whom to call.
pub(super) struct Calls<'a> {
    hosted: &'a Hosted,
    now: Timestamp,
    messages: Vec<HostMessage>,
    came_back: HashMap<String, Mark>,
    context: Context,
}

/// By what it is known that mail to their address came back; of nobody who has no telephone: they can't be called.
fn address(context: &Context, of: &RegistrationRecord) -> Option<String> {
    let email = of.person.email.as_ref().filter(|_| of.person.phone.is_some())?;
    Some(context.contact_hash(&format!("email:{}", email.folded())))
}

impl<'a> Calls<'a> {
    /// For these people.
    pub async fn to(state: &State, hosted: &'a Hosted, people: &[RegistrationRecord]) -> Result<Self, StoreError> {
        let context = state.context.clone();
        let addresses: Vec<String> = people.iter().filter_map(|of| address(&context, of)).collect();
        let came_back = state.returned.marks(&addresses, context.now()).await?;
        let any = people.iter().any(|of| of.to_say.iter().any(|one| one.message.is_some()));
        let messages = if any { state.registrations.messages(&hosted.id, context.now()).await? } else { Vec::new() };
        Ok(Self { hosted, now: state.context.now(), messages, came_back, context })
    }

    /// What they have to be told. A message that is kept no longer is said no longer.
    pub fn about(&self, of: &RegistrationRecord) -> Vec<ToSay> {
        let back = self.mark(of).map(|mark| mark.at);
        let mut all = of.to_call(&self.hosted.record, back, self.now);
        all.retain(|one| one.message.is_none() || self.message(one).is_some());
        all
    }

    /// Their line on the list.
    pub fn line(&self, of: &RegistrationRecord) -> Option<PersonToCall> {
        let tell = self.in_words(of);
        let person = Link::new(of.person.name.clone(), format!("{}/{}", self.hosted.list(), of.id));
        (!tell.is_empty()).then_some(PersonToCall { person, tell })
    }

    /// What keeps mail from them.
    fn mark(&self, of: &RegistrationRecord) -> Option<&Mark> {
        self.came_back.get(&address(&self.context, of)?)
    }

    /// The call, on their own page.
    pub fn call(&self, of: &RegistrationRecord) -> Option<CallToMake> {
        let all = self.about(of);
        let why = self.mark(of).map_or("They have no email address", |mark| returned::why(mark.why));
        Some(CallToMake {
            seen: all.last()?.at.to_string(),
            tell: self.in_words(of),
            why: why.into(),
            phone: of.person.phone.as_ref().map(|phone| phone.as_str().to_owned()).unwrap_or_default(),
            outcomes: CallOutcome::of(&all.iter().map(|one| one.about).collect::<Vec<_>>()),
        })
    }

    fn in_words(&self, of: &RegistrationRecord) -> Vec<ToTell> {
        self.about(of).iter().map(|one| self.words(of, one)).collect()
    }

    fn words(&self, of: &RegistrationRecord, one: &ToSay) -> ToTell {
        let page = &self.hosted.page;
        let reason = || of.reason.as_ref().map(|reason| format!("Your reason: {reason}"));
        let lines = match one.about {
            CallAbout::Offer => {
                let until = of.until.map(|until| format!("It is held until {}, UK time.", date_and_time(until)));
                until.into_iter().chain(reason()).collect()
            }
            CallAbout::Changed => reason().into_iter().collect(),
            CallAbout::Lapsed => vec!["The place went to the next person. They can register again.".into()],
            CallAbout::Moved => {
                one.lines.iter().map(|line| format!("{}. It was: {}. It is now: {}.", line.what.words(), line.before, line.after)).collect()
            }
            CallAbout::Postponed => vec!["There is no new date yet. What they have stays theirs.".into()],
            CallAbout::WayIn => self.way_in(),
            CallAbout::Reminder => {
                let all = [format!("When: {}.", page.when_words()), format!("Where: {}.", page.where_words())];
                all.into_iter().chain(self.way_in()).collect()
            }
            CallAbout::EventCancelled | CallAbout::HostMessage => Vec::new(),
        };
        let words = match one.about {
            CallAbout::EventCancelled | CallAbout::Postponed => page.cancel_words.clone(),
            CallAbout::HostMessage => self.message(one).map(|message| {
                fill(&message.words, |placeholder| match placeholder {
                    Placeholder::Name => of.person.name.clone(),
                    Placeholder::Event => page.title.clone(),
                    Placeholder::When => page.when_words(),
                })
            }),
            _ => None,
        };
        ToTell { about: one.about.words().into(), lines, words }
    }

    /// How to find it and how to join, as the host typed it.
    fn way_in(&self) -> Vec<String> {
        let Some(place) = self.hosted.record.published.as_ref().map(|published| &published.details.place) else { return Vec::new() };
        let directions = place.venue.as_ref().and_then(|venue| venue.directions.as_ref());
        [("How to find it", directions), ("How to join", place.joining.as_ref())]
            .into_iter()
            .filter_map(|(what, words)| words.map(|words| format!("{what}: {words}")))
            .collect()
    }

    fn message(&self, one: &ToSay) -> Option<&HostMessage> {
        self.messages.iter().find(|message| one.message.as_ref() == Some(&message.id))
    }
}
