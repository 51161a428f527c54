//! A mail being written: sentences of ours, facts, words of others, links. Rendered twice, as plain text and as HTML, from the
//! same parts; in the HTML every text is escaped, so nobody's words become markup (conventions.md §5e).

use domain::contact::Email;

use crate::escape::escape;
use crate::mail::{Attachment, Mail};

enum Part {
    Say(String),
    Fact(&'static str, String),
    Words(String),
    Link(String, String),
}

/// A mail being written. What comes first is what a phone's lock screen shows: sentences of ours, never a title or a name
/// (quality-bar P-22).
pub(crate) struct Letter {
    subject: String,
    parts: Vec<Part>,
    attachments: Vec<Attachment>,
}

impl Letter {
    /// An empty one. The subject holds no words that people typed.
    pub fn about(subject: impl Into<String>) -> Self {
        Self { subject: subject.into(), parts: Vec::new(), attachments: Vec::new() }
    }

    /// A paragraph of ours.
    pub fn say(mut self, words: impl Into<String>) -> Self {
        self.parts.push(Part::Say(words.into()));
        self
    }

    /// A fact with its name: `When`, `Where`.
    pub fn fact(mut self, name: &'static str, words: impl Into<String>) -> Self {
        self.parts.push(Part::Fact(name, words.into()));
        self
    }

    /// A fact that may be missing.
    pub fn fact_if(self, name: &'static str, words: Option<&str>) -> Self {
        match words {
            Some(words) => self.fact(name, words),
            None => self,
        }
    }

    /// What somebody else wrote, set apart from our words.
    pub fn words(mut self, words: Option<&str>) -> Self {
        self.parts.extend(words.map(|words| Part::Words(words.to_owned())));
        self
    }

    /// A link on a line of its own: what it does, and its whole address.
    pub fn link(mut self, does: impl Into<String>, address: String) -> Self {
        self.parts.push(Part::Link(does.into(), address));
        self
    }

    /// Something attached.
    pub fn attach(mut self, attachment: Option<Attachment>) -> Self {
        self.attachments.extend(attachment);
        self
    }

    /// The finished mail, signed by the hub.
    pub fn finish(self, message_id: String, to: Email, origin: &str) -> Mail {
        let signed = self.say(format!("The Co-production Week Hub\n{origin}"));
        let text = signed.parts.iter().map(text).collect::<Vec<_>>().join("\n\n");
        let html: String = signed.parts.iter().map(html).collect();
        let subject = escape(&signed.subject);
        Mail {
            message_id,
            to,
            text: format!("Hello,\n\n{text}\n"),
            html: format!(
                "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<title>{subject}</title>\n</head>\n<body>\n<p>Hello,</p>\n{html}</body>\n</html>\n"
            ),
            subject: signed.subject,
            attachments: signed.attachments,
        }
    }
}

fn indented(words: &str) -> String {
    words.lines().map(|line| format!("    {line}")).collect::<Vec<_>>().join("\n")
}

fn text(part: &Part) -> String {
    match part {
        Part::Say(words) => words.clone(),
        Part::Fact(name, words) if words.contains('\n') => format!("{name}:\n{}", indented(words)),
        Part::Fact(name, words) => format!("{name}: {words}"),
        Part::Words(words) => indented(words),
        Part::Link(does, address) => format!("{does}:\n{address}"),
    }
}

fn html(part: &Part) -> String {
    let lines = |words: &str| escape(words).replace('\n', "<br>\n");
    match part {
        Part::Say(words) => format!("<p>{}</p>\n", lines(words)),
        Part::Fact(name, words) => format!("<p><strong>{name}</strong><br>\n{}</p>\n", lines(words)),
        Part::Words(words) => format!("<blockquote><p>{}</p></blockquote>\n", lines(words)),
        Part::Link(does, address) => {
            let address = escape(address);
            format!("<p><a href=\"{address}\">{}</a><br>\n{address}</p>\n", escape(does))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_never_become_markup() {
        let typed = "<a href=\"https://evil.example\">Free</a> & 'more'\n<script>x</script>";
        let letter = Letter::about("News").fact("What", typed).words(Some(typed)).link("Go on", "https://hub.example/a?b=c&d=\"".into());
        let mail = letter.finish("<a@b.example>".into(), Email::parse("ann@example.org").unwrap(), "https://hub.example");
        assert!(!mail.html.contains("evil.example\">"), "{}", mail.html);
        assert!(!mail.html.contains("<script"), "{}", mail.html);
        assert_eq!(mail.html.matches("<a ").count(), 1, "{}", mail.html);
        assert!(mail.html.contains("&lt;script&gt;"), "{}", mail.html);
        assert!(mail.text.contains("    <script>x</script>"), "{}", mail.text);
    }
}
