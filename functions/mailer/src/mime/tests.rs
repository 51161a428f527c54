use domain::contact::Email;

use super::*;
use crate::mail::Attachment;

fn mail() -> Mail {
    Mail {
        message_id: "<registration-confirm-1@hub.example>".into(),
        to: Email::parse("ann@example.org").unwrap(),
        subject: "You have a place".into(),
        text: "Hello,\n\nYou have a place.\n".into(),
        html: "<!DOCTYPE html>\n<p>You have a place.</p>\n".into(),
        attachments: vec![Attachment {
            name: "event.ics".into(),
            content_type: web::ics::CONTENT_TYPE.into(),
            body: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into(),
        }],
    }
}

fn team() -> Mailbox {
    "team@hub.example".parse().unwrap()
}

fn written(mail: &Mail) -> String {
    let from = "Co-production Week Hub <hub@hub.example>".parse().unwrap();
    String::from_utf8(mime(mail, &from, &team()).unwrap()).unwrap()
}

/// The names of the headers before the first empty line, folding undone.
fn header_names(written: &str) -> Vec<String> {
    let head = written.split("\r\n\r\n").next().unwrap().replace("\r\n ", " ").replace("\r\n\t", " ");
    head.split("\r\n").map(|line| line.split(':').next().unwrap().to_owned()).collect()
}

const HEADERS: [&str; 8] = ["From", "Reply-To", "To", "Subject", "Message-ID", "Auto-Submitted", "MIME-Version", "Date"];

#[test]
fn a_mail_has_text_html_and_the_calendar_file_and_one_recipient() {
    let written = written(&mail());
    for part in ["To: ann@example.org", "Message-ID: <registration-confirm-1@hub.example>", "text/plain", "text/html", "text/calendar", "event.ics"] {
        assert!(written.contains(part), "{part}\n{written}");
    }
    for hidden in ["Cc:", "Bcc:"] {
        assert!(!written.contains(hidden), "{hidden}");
    }
}

#[test]
fn whoever_answers_a_mail_writes_to_the_team() {
    let written = written(&mail());
    let head = written.split("\r\n\r\n").next().unwrap();
    let answers: Vec<_> = head.split("\r\n").filter(|line| line.starts_with("Reply-To:")).collect();
    assert_eq!(answers, ["Reply-To: team@hub.example"]);
    assert!(head.contains("<hub@hub.example>"), "{head}");
}

#[test]
fn no_text_begins_a_header() {
    let ends = ["\r\n", "\n", "\r", "\u{85}", "\u{2028}", "\r\n\r\n", "\0\r\n", "=0D=0A", "=?utf-8?Q?=0D=0A?="];
    for end in ends {
        let typed = format!("x{end}Bcc: evil@evil.example{end}{end}<b>Body</b>");
        let mut mail = mail();
        mail.subject = typed.clone();
        mail.message_id = typed.clone();
        mail.attachments[0].name = typed.clone();
        let written = written(&mail);
        let names = header_names(&written);
        for name in &names {
            assert!(HEADERS.contains(&name.as_str()) || name == "Content-Type", "{end:?} began the header {name}\n{written}");
        }
        assert_eq!(names.iter().filter(|n| *n == "Subject").count(), 1, "{end:?}");
        assert!(!written.lines().any(|line| line.starts_with("Bcc")), "{end:?}\n{written}");
    }
}

#[test]
fn an_address_that_is_none_never_reaches_a_header() {
    for wrong in ["a\r\nBcc: x@y.example@b.co", "<a@b.co>, c@d.co"] {
        // As if a record had been written by somebody else than the parser.
        let to: Email = serde_json::from_value(serde_json::json!(wrong)).unwrap();
        let from = "hub@hub.example".parse().unwrap();
        assert!(matches!(mime(&Mail { to, ..mail() }, &from, &team()), Err(PostError::Refused(_))), "{wrong}");
    }
}
