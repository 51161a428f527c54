//! The mailbox as pages: a list of mails, and one of them.

use domain::time::date_and_time;
use frontend::components::EmptyState;
use leptos::prelude::*;

use super::Letter;

/// All mails, the newest first.
pub fn list(letters: Vec<Letter>) -> impl IntoView {
    let body = match letters.is_empty() {
        true => view! {
            <EmptyState heading="No mail yet" words="List an event or register for one. What the hub writes to you then is here after a second. Load this page again to see it."/>
        }
        .into_any(),
        false => view! { <ul class="lines two">{letters.into_iter().map(line).collect_view()}</ul> }.into_any(),
    };
    view! {
        <h1>"Mailbox"</h1>
        <p>"This hub sends nothing away. Every mail it writes is here, whoever it is for. Only a hub on your own computer has this page."</p>
        {body}
    }
}

fn line(letter: Letter) -> impl IntoView {
    let href = format!("/mailbox/{}", letter.number);
    view! {
        <li>
            <p class="who">{date_and_time(letter.at)}</p>
            <h2><a href=href>{letter.mail.subject}</a></h2>
            <p>"To " {letter.mail.to.as_str().to_owned()}</p>
        </li>
    }
}

/// One mail: its plain text, with links that can be pressed.
pub fn letter(letter: Letter) -> impl IntoView {
    let Letter { number, at, mail } = letter;
    let attached = mail.attachments.iter().enumerate().map(|(n, attachment)| {
        let href = format!("/mailbox/{number}/{n}");
        view! { <dt>"Attached"</dt><dd><a href=href>{attachment.name.clone()}</a></dd> }
    });
    let attached = attached.collect_view();
    view! {
        <p><a href="/mailbox">"All mail"</a></p>
        <h1>{mail.subject}</h1>
        <div class="mail">
            <dl>
                <dt>"To"</dt><dd>{mail.to.as_str().to_owned()}</dd>
                <dt>"Sent"</dt><dd>{date_and_time(at)}</dd>
                {attached}
            </dl>
            <pre>{linked(&mail.text)}</pre>
        </div>
    }
}

fn linked(text: &str) -> impl IntoView + use<> {
    pieces(text)
        .into_iter()
        .map(|(is_link, piece)| match is_link {
            true => view! { <a href=piece.clone()>{piece.clone()}</a> }.into_any(),
            false => piece.into_any(),
        })
        .collect_view()
}

/// Cuts a text into links and what lies between them.
fn pieces(text: &str) -> Vec<(bool, String)> {
    let mut out: Vec<(bool, String)> = Vec::new();
    for word in text.split_inclusive(char::is_whitespace) {
        let is_link = word.starts_with("https://") || word.starts_with("http://");
        let link = if is_link { word.trim_end().trim_end_matches(['.', ',', ')', ';']) } else { "" };
        if is_link {
            out.push((true, link.to_owned()));
        }
        let rest = &word[link.len()..];
        match out.last_mut() {
            Some((false, before)) => before.push_str(rest),
            _ => out.push((false, rest.to_owned())),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::pieces;

    #[test]
    fn links_are_found_and_nothing_is_lost() {
        let text = "Press this:\nhttp://localhost:1/a/b.\n\nOr write (https://hub.example).";
        let cut = pieces(text);
        assert_eq!(cut.iter().filter(|(link, _)| *link).map(|(_, p)| p.as_str()).collect::<Vec<_>>(), ["http://localhost:1/a/b"]);
        assert_eq!(cut.iter().map(|(_, piece)| piece.as_str()).collect::<String>(), text);
    }
}
