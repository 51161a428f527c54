//! Mails to authors: no title, no words of the story, no words of the desk about it. A mailbox may be shared; the private page
//! is not (quality-bar P-22).

use domain::message::Message;
use domain::story::{StoryRecord, StoryState};

use super::With;
use crate::letter::Letter;

/// The mail; none where the message is no longer true.
pub(super) fn letter(message: &Message, story: &StoryRecord, with: &With<'_>) -> Option<Letter> {
    use StoryState as S;
    match (message, story.state) {
        (Message::StoryReceived { .. }, S::Draft) => Some(draft(story, with)),
        (Message::StoryReceived { .. }, S::Queued) => Some(received(story, with)),
        (Message::StoryChangesAsked { .. }, S::ChangesAsked) => Some(changes_asked(story, with)),
        (Message::StoryEditsProposed { .. }, S::EditsProposed) => Some(edits_proposed(story, with)),
        (Message::StoryScheduled { .. }, S::Scheduled) => scheduled(story, with),
        (Message::StoryTakenDown { .. }, S::TakenDown) => Some(taken_down(story, with)),
        (Message::StoryLive { .. }, S::Live) => live(story, with),
        (Message::StoryDeclined { .. }, S::Declined) => Some(declined(story, with)),
        (Message::StoryUpdateRead { .. }, S::Live) => Some(update_read(story, with)),
        (Message::StoryWithdrawn { .. }, S::Withdrawn) if story.ran_out() => Some(ran_out()),
        (Message::StoryWithdrawn { .. }, S::Withdrawn) => Some(withdrawn()),
        _ => None,
    }
}

fn private(letter: Letter, does: &str, story: &StoryRecord, with: &With<'_>) -> Letter {
    letter
        .link(does, with.links.story(story))
        .say("Keep this mail to yourself. Anyone who has the link can read and change what you wrote, and take it back.")
}

fn draft(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("Your private link")
        .say("You are writing in the Co-production Week Hub. With this link you can go on, on any day and on any device.");
    private(letter, "Go on writing", story, with)
}

fn received(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("We have what you sent")
        .say("Thank you. What you sent is with the coordinators now. One of them reads it and writes to you at this address.")
        .say("Nothing is published before that. You can take it back at any time, now and when it is published.");
    private(letter, "See it, or take it back", story, with)
}

/// How long a story waits for its author; see `domain::retention`.
const WAITS: &str = "What you sent waits for you for 30 days. If you do not come back, nothing is published, and we delete it.";

fn changes_asked(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("A question about what you sent").say(
        "A coordinator has read what you sent, and asks you to change something before it can be published. What they ask is on your private page.",
    );
    private(letter.say(WAITS), "Read what they ask", story, with)
}

fn edits_proposed(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("Something to say yes or no to")
        .say("A coordinator has read what you sent, and would change some of its words. Nothing is changed without your yes.")
        .say("Your private page shows each word that would go and each that would come. You can agree, refuse, or change it in another way.");
    private(letter.say(WAITS), "See it, and answer", story, with)
}

fn scheduled(story: &StoryRecord, with: &With<'_>) -> Option<Letter> {
    let day = domain::time::long_date(story.goes_live.as_ref()?.day);
    let letter = Letter::about("What you sent will be published")
        .say(format!("What you sent will be published on {day}, in your words and under the name you chose."))
        .say("Until then you can stop it, without saying why. You can take it back afterwards too, at any time.");
    Some(private(letter, "Stop it, or see it once more", story, with))
}

fn taken_down(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("About what you sent")
        .say("A coordinator has taken what you sent off the hub. It is on no page any more. Why is on your private page.")
        .say("Your words are kept for you there for 30 days. You can delete them at once if you want to.");
    private(letter, "Read why", story, with)
}

fn live(story: &StoryRecord, with: &With<'_>) -> Option<Letter> {
    let page = story.page()?;
    let letter = Letter::about("What you sent is published")
        .say("What you sent is published, in your words and under the name you chose. You can take it back at any time.")
        .link("Its page, to pass on if you like", with.links.page(&page.path()));
    Some(private(letter, "Take it back, if you want to. This link is for you alone", story, with))
}

fn declined(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("About what you sent")
        .say("Thank you for what you sent. The coordinators have read it and decided not to publish it. Why is on your private page.");
    private(letter, "Read why", story, with)
}

fn update_read(story: &StoryRecord, with: &With<'_>) -> Letter {
    let letter = Letter::about("About what you added")
        .say("A coordinator has read what you added. Whether it is published, or why not, is on your private page.");
    private(letter, "See where it stands", story, with)
}

fn ran_out() -> Letter {
    Letter::about("The time you chose is over")
        .say("When you agreed that we publish what you sent, you chose for how long. That time is over.")
        .say("What you sent is not on any page of the hub any more, and we have deleted it. We have deleted this email address, too.")
        .say("This is the last mail about it. You are welcome to share it again, as something new.")
}

fn withdrawn() -> Letter {
    Letter::about("You took back what you sent")
        .say("What you sent is taken back, as you asked. It is not on any page of the hub any more, and we have deleted it.")
        .say("We have deleted this email address, too. This is the last mail about it.")
        .say("If it was not you who took it back, somebody else may have seen your private link.")
}
