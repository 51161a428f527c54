//! Mails to hosts. To an address that nobody confirmed yet goes no word that somebody typed: it may be a stranger's.

use domain::event::{EventRecord, EventState, MovedWhat};
use domain::message::Message;
use store::events::is_untold;

use super::With;
use crate::letter::Letter;

/// The mail; none where the message is no longer true.
pub(super) fn letter(message: &Message, event: &EventRecord, with: &With<'_>) -> Option<Letter> {
    use EventState as S;
    match (message, event.state) {
        (_, S::Withdrawn) => None,
        (Message::EventConfirm { .. }, S::Sent) => is_host_s(event, with).then(|| confirm(event, with)),
        // The confirming mail takes its place.
        (Message::EventDraft { .. }, S::Sent) => None,
        (Message::EventDraft { .. }, _) => is_host_s(event, with).then(|| draft(event, with)),
        (Message::EventReceived { .. }, S::Queued) => Some(received(event, with)),
        (Message::EventChangesAsked { .. }, S::ChangesAsked) => Some(changes_asked(event, with)),
        (Message::EventPublished { .. }, S::Published | S::Postponed) => published(event, with),
        (Message::EventDeclined { .. }, S::Declined) => Some(declined(event)),
        (Message::EventChangePublished { .. }, S::Published | S::Postponed) => change_published(event, with),
        (Message::EventChangeReturned { .. }, S::Published | S::Postponed) => event.open_change().map(|_| change_returned(event, with)),
        (Message::EventChangeRefused { .. }, S::Published | S::Postponed) if event.change.is_none() => Some(change_refused(event, with)),
        (Message::EventOver { .. }, S::Published) => over(event, with),
        _ => None,
    }
}

/// Whether the host still gives this address: they may have mended a typing error meanwhile, and the old address is a stranger's.
fn is_host_s(event: &EventRecord, with: &With<'_>) -> bool {
    let typed = domain::text::one_line(event.answers.get("contact_email")).to_lowercase();
    typed.is_empty() || typed == with.to.folded()
}

fn draft(event: &EventRecord, with: &With<'_>) -> Letter {
    let letter = match event.state.is_editable() {
        true => Letter::about("Your link to the event you are listing")
            .say("You are listing an event in the Co-production Week Hub. With this link you can go on with it, on any day and on any device.")
            .link("Go on with your event", with.links.event(event)),
        false => Letter::about("Your private link to your event")
            .say("Here is the private link to the event you listed in the Co-production Week Hub, as you asked.")
            .link("See your event", with.links.event(event)),
    };
    letter.say("Keep this mail to yourself. Anyone who has the link can change the event.")
}

fn confirm(event: &EventRecord, with: &With<'_>) -> Letter {
    Letter::about("Confirm your email address to list your event")
        .say(
            "Somebody listed an event in the Co-production Week Hub and gave this email address. If it was you, open this link and press the button.",
        )
        .link("Confirm your email address", with.links.event_confirm(event))
        .say("Then the coordinators read your event and write to you. Until you press the button, nobody sees it.")
        .say("If it was not you, you need do nothing. Nothing will be published.")
}

fn received(event: &EventRecord, with: &With<'_>) -> Letter {
    Letter::about("We have your event")
        .say("Thank you. Your event is with the coordinators now. One of them reads it and writes to you at this address.")
        .say("They publish it, or ask you to change something, or tell you why they can't publish it.")
        .fact("What", event.title())
        .link("See your event", with.links.event(event))
}

fn changes_asked(event: &EventRecord, with: &With<'_>) -> Letter {
    Letter::about("The coordinators ask you to change your event")
        .say("A coordinator has read your event, and asks you to change something before it can be published. This is what they wrote:")
        .words(event.desk_words.as_deref())
        .link("Change your event and send it again", with.links.event(event))
        .fact("What", event.title())
}

fn published(event: &EventRecord, with: &With<'_>) -> Option<Letter> {
    let page = event.page()?;
    let letter = Letter::about("Your event is published")
        .say("Your event is published. Anyone can find it in the calendar from now on, and this is how they see it:")
        .fact("What", &page.title)
        .fact("When", page.when_words())
        .fact("Where", page.where_words())
        .link("Its page, to pass on", with.links.page(&page.path()));
    let does = match page.through_hub {
        true => "See who is coming, or cancel the event. This link is for you alone",
        false => "Cancel the event, if you have to. This link is for you alone",
    };
    Some(letter.link(does, with.links.event(event)))
}

fn declined(event: &EventRecord) -> Letter {
    Letter::about("About your event")
        .say("Thank you for listing an event. The coordinators have read it and decided not to publish it. This is why:")
        .words(event.desk_words.as_deref())
        .fact("What", event.title())
}

fn change_published(event: &EventRecord, with: &With<'_>) -> Option<Letter> {
    let page = event.page()?;
    let letter = Letter::about("Your change is published")
        .say("The coordinators have read your change, and the event's page has the new words now.")
        .fact("What", &page.title)
        .link("Its page", with.links.page(&page.path()));
    let told = page.moved.filter(|moved| moved.sequence == page.sequence && page.through_hub);
    let Some(moved) = told else { return Some(letter) };
    let letter = letter.say("Everybody who registered gets an email about what is another now.");
    Some(match moved.lines.iter().any(|line| line.what == MovedWhat::Format) {
        true => letter
            .say("People take part in another way now, so the places are counted anew. Everybody keeps what they have. Look whether the numbers are right:")
            .link("See who is coming, and change the places. This link is for you alone", with.links.event(event)),
        false => letter,
    })
}

fn change_returned(event: &EventRecord, with: &With<'_>) -> Letter {
    Letter::about("The coordinators ask about your change")
        .say("A coordinator has read the change to your event, and asks you for something before it can be published. This is what they wrote:")
        .words(event.desk_words.as_deref())
        .link("Go on with your change", with.links.event(event))
        .fact("What", event.title())
        .say("Until then the event's page stays as it is.")
}

fn change_refused(event: &EventRecord, with: &With<'_>) -> Letter {
    Letter::about("About the change to your event")
        .say("The coordinators have read the change to your event and decided not to publish it. The page stays as it is. This is why:")
        .words(event.desk_words.as_deref())
        .fact("What", event.title())
        .link("See your event", with.links.event(event))
}

/// Some hours after its end. None where it is not over after all, where its host told something meanwhile, and to an address that is no
/// longer the host's: the link is for them alone.
fn over(event: &EventRecord, with: &With<'_>) -> Option<Letter> {
    let confirmed = event.confirmed_email.as_ref().is_some_and(|email| email.folded() == with.to.folded());
    let page = event.page().filter(|_| confirmed && is_untold(event, with.now))?;
    Some(
        Letter::about("Your event is over. You can tell what happened")
            .say("The event you listed in the Co-production Week Hub is over. Thank you for holding it.")
            .say("If you like, tell what happened, in your own words, and add what there is to read, watch or listen to.")
            .say("It then comes first on your event's page, and stays there for anyone who looks back.")
            .fact("What", &page.title)
            .fact("When", page.when_words())
            .link("Tell what happened, and add materials. This link is for you alone", with.links.event(event))
            .say("A coordinator reads it before it is published, as they read your event. If you do nothing, the page stays as it is."),
    )
}
