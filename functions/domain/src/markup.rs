//! Markdown to HTML that is safe to show: raw HTML off, then a short allow-list (quality-bar S-23).

mod nest;

use std::collections::HashSet;
use std::sync::LazyLock;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, html};

/// HTML that went through the sanitiser. The only thing pages show without escaping.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SafeHtml(String);

impl SafeHtml {
    /// The HTML.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

static SANITISER: LazyLock<ammonia::Builder<'static>> = LazyLock::new(|| {
    let mut builder = ammonia::Builder::empty();
    builder
        .tags(HashSet::from(["p", "br", "em", "strong", "ul", "ol", "li", "h2", "blockquote", "a"]))
        .tag_attributes([("a", HashSet::from(["href"])), ("ol", HashSet::from(["start"]))].into_iter().collect())
        .url_schemes(HashSet::from(["http", "https", "mailto"]))
        .url_relative(ammonia::UrlRelative::Deny)
        .link_rel(Some("nofollow noopener noreferrer ugc"));
    builder
});

/// Turns Markdown into safe HTML. Every heading becomes an `h2`: the text stands under its page's `h1`. HTML in the text is shown
/// as the letters it is made of; what is nested deeper than anybody writes loses its nest and keeps its words.
pub fn render(markdown: &str) -> SafeHtml {
    rendered(markdown, nest::MOST)
}

fn rendered(markdown: &str, deepest: usize) -> SafeHtml {
    let events = nest::flat(Parser::new_ext(markdown, Options::empty()), deepest).map(|event| match event {
        Event::Html(text) | Event::InlineHtml(text) => Event::Text(text),
        Event::Start(Tag::Heading { id, classes, attrs, .. }) => Event::Start(Tag::Heading { level: HeadingLevel::H2, id, classes, attrs }),
        Event::End(TagEnd::Heading(_)) => Event::End(TagEnd::Heading(HeadingLevel::H2)),
        Event::Start(Tag::HtmlBlock) => Event::Start(Tag::Paragraph),
        Event::End(TagEnd::HtmlBlock) => Event::End(TagEnd::Paragraph),
        // An image shows its description only.
        Event::Start(Tag::Image { .. }) => Event::Text(CowStr::Borrowed("")),
        Event::End(TagEnd::Image) => Event::Text(CowStr::Borrowed("")),
        Event::Code(text) => Event::Text(text),
        Event::SoftBreak => Event::HardBreak,
        other => other,
    });
    let mut out = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut out, events);
    SafeHtml(SANITISER.clean(&out).to_string())
}

/// The words of a Markdown text without its signs: each paragraph, heading and item of a list by itself.
pub fn passages(markdown: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    for event in Parser::new_ext(markdown, Options::empty()) {
        let words = match &event {
            Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => &**text,
            Event::SoftBreak | Event::HardBreak => " ",
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => "",
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => "",
            _ => {
                out.push(String::new());
                continue;
            }
        };
        if let Some(last) = out.last_mut() {
            last.push_str(words);
        }
    }
    out.retain(|passage| !passage.trim().is_empty());
    out
}

/// The first `most` characters of a Markdown text as plain words, cut at a word.
pub fn plain_excerpt(markdown: &str, most: usize) -> String {
    let mut out = String::new();
    for event in Parser::new_ext(markdown, Options::empty()) {
        match event {
            Event::Text(text) | Event::Code(text) => out.push_str(&text),
            // What stands out within a sentence is followed by the rest of it; a heading leads to what is below it.
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link) => {}
            Event::End(TagEnd::Heading(_)) if out.ends_with(char::is_alphanumeric) => out.push_str(": "),
            Event::SoftBreak | Event::HardBreak | Event::End(_) => out.push(' '),
            _ => {}
        }
        if out.chars().count() > most * 2 {
            break;
        }
    }
    let words = crate::text::one_line(&out);
    if words.chars().count() <= most {
        return words;
    }
    let cut: String = words.chars().take(most).collect();
    let end = cut.rfind(' ').unwrap_or(cut.len());
    format!("{}…", cut[..end].trim_end_matches([',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markdown_becomes_plain_structure() {
        let html = render("# Hello\n\nSome *words* and **more**.\n\n- one\n- two\n\n> quoted\n\n[site](https://example.org)");
        assert_eq!(
            html.as_str(),
            "<h2>Hello</h2>\n<p>Some <em>words</em> and <strong>more</strong>.</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>\n<blockquote>\n<p>quoted</p>\n</blockquote>\n<p><a href=\"https://example.org\" rel=\"nofollow noopener noreferrer ugc\">site</a></p>\n"
        );
    }

    #[test]
    fn html_in_the_text_is_shown_as_letters() {
        let html = render("<script>alert(1)</script>\n\nhello <img src=x onerror=alert(1)> there");
        assert!(!html.as_str().contains("<script") && !html.as_str().contains("<img"), "{}", html.as_str());
        assert!(html.as_str().contains("&lt;script&gt;"));
    }

    #[test]
    fn links_that_run_something_are_not_links() {
        for link in ["javascript:alert(1)", "data:text/html,x", "vbscript:x", "//evil.example"] {
            let html = render(&format!("[go]({link})"));
            assert!(!html.as_str().contains("href"), "{}", html.as_str());
        }
    }

    #[test]
    fn an_excerpt_reads_as_sentences_do() {
        let markdown = "We began with *one* chair.\n\n## What we had\n\nA [room](https://example.org), **cold**!\n\n# Why?\n\nBecause.";
        assert_eq!(plain_excerpt(markdown, 200), "We began with one chair. What we had: A room, cold! Why? Because.");
    }

    proptest::proptest! {
        #[test]
        fn sanitising_twice_changes_nothing(text in r#"[<>"'&/=a-z\[\]()*`!#:;\n -]{0,120}|\PC{0,80}"#) {
            let once = render(&text);
            proptest::prop_assert_eq!(SANITISER.clean(once.as_str()).to_string(), once.as_str());
        }
    }
}
