//! What a person finds in each mail, and what nobody does.

mod authors;
mod hosts;
mod near;
mod others;
mod readers;
mod registrations;
mod world;

use jiff::Timestamp;

use super::With;
use crate::letter::Letter;
use crate::links::Links;
use crate::mail::Mail;
use world::{context, now, to};

fn finish(write: impl FnOnce(&With<'_>) -> Option<Letter>) -> Option<Mail> {
    finish_at(now(), write)
}

fn finish_at(now: Timestamp, write: impl FnOnce(&With<'_>) -> Option<Letter>) -> Option<Mail> {
    let (context, to) = (context(), to());
    let with = With { links: Links(&context), to: &to, now };
    write(&with).map(|letter| letter.finish("<a@hub.example>".into(), to.clone(), "https://hub.example"))
}

/// What holds for every mail.
fn is_decent(mail: &Mail) {
    let screen: String = mail.text.chars().take(100).collect();
    for (place, text) in [("subject", &mail.subject), ("lock screen", &screen)] {
        assert!(!text.contains("dementia"), "{place}: {text}");
    }
    assert!(!mail.html.contains("<b>") && !mail.html.contains("<i>") && !mail.html.contains("style="), "{}", mail.html);
    for (name, text) in [("text", &mail.text), ("HTML", &mail.html)] {
        assert!(!text.contains("evil.example"), "a name that somebody typed: {name}\n{text}");
        for need in domain::access::AccessNeed::ALL {
            assert!(!text.contains(need.words()), "{name} tells the access need {}", need.words());
        }
    }
}

fn has(mail: &Mail, words: &[&str]) {
    for words in words {
        assert!(mail.text.contains(words), "text: {words}\n{}", mail.text);
        assert!(mail.html.contains(&crate::escape::escape(words)), "HTML: {words}\n{}", mail.html);
    }
}

fn has_not(mail: &Mail, words: &[&str]) {
    for words in words {
        assert!(!mail.text.contains(words) && !mail.html.contains(words), "{words}\n{}", mail.text);
    }
}

const OPEN: &str = "https://hub.example/manage/registration/open/1111111111111111.2222222222222222.1.";
const WHEN: &str = "Wednesday 25 November 2026, 10:00 to 12:00, UK time";
const PRIVATE: [&str; 4] = ["Secret House", "Hidden Street", "blue door", "meet.example"];
