//! An answer, read as a person or a browser reads it.

use reqwest::StatusCode;
use reqwest::header::{HeaderMap, LOCATION};
use scraper::{ElementRef, Html, Selector};

/// What is filled into a form: names and values in order; a name may come more than once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(pub Vec<(String, String)>);

impl Fields {
    /// From pairs.
    pub fn of<N: Into<String>, V: Into<String>>(pairs: impl IntoIterator<Item = (N, V)>) -> Self {
        Self(pairs.into_iter().map(|(name, value)| (name.into(), value.into())).collect())
    }

    /// The same with one field set, in place of what it held.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.retain(|(n, _)| n != name);
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The same with one more value of a field.
    #[must_use]
    pub fn and(mut self, name: &str, value: impl Into<String>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// The first value of a field.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// As a browser sends it.
    pub fn encoded(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.0).finish()
    }
}

/// An answer of the hub.
#[derive(Clone, Debug)]
pub struct Page {
    /// The path that was asked for.
    pub path: String,
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body as it came.
    pub body: Vec<u8>,
}

impl Page {
    pub(crate) fn new(path: String, status: StatusCode, headers: HeaderMap, body: Vec<u8>) -> Self {
        Self { path, status, headers, body }
    }

    /// The body as text.
    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What somebody reads on the page, white space made single.
    pub fn text(&self) -> String {
        let document = Html::parse_document(&self.html());
        words(document.select(&selector("body")).next().unwrap_or(document.root_element()))
    }

    /// The words of each element that a CSS selector finds.
    pub fn select(&self, css: &str) -> Vec<String> {
        Html::parse_document(&self.html()).select(&selector(css)).map(words).collect()
    }

    /// The words of the first of them.
    pub fn first(&self, css: &str) -> Option<String> {
        self.select(css).into_iter().next()
    }

    /// An attribute of each element that a CSS selector finds and that has it.
    pub fn attributes(&self, css: &str, name: &str) -> Vec<String> {
        let document = Html::parse_document(&self.html());
        document.select(&selector(css)).filter_map(|element| element.attr(name)).map(str::to_owned).collect()
    }

    /// What the first form sent by POST holds now: hidden fields, what is typed, ticked and chosen. What a browser would send if
    /// somebody pressed its button.
    pub fn form(&self) -> Fields {
        self.form_at("form[method=post i]")
    }

    /// As [`Page::form`], for the first form that a CSS selector finds.
    ///
    /// # Panics
    /// Where there is none; the test learns what the page says.
    pub fn form_at(&self, css: &str) -> Fields {
        let document = Html::parse_document(&self.html());
        let form = document.select(&selector(css)).next().unwrap_or_else(|| panic!("no {css} on {} ({}):\n{}", self.path, self.status, self.text()));
        let fields = selector("input[name], textarea[name], select[name]");
        Fields(form.select(&fields).filter_map(value).collect())
    }

    /// As [`Page::form_at`], with what the form's first button says: what a browser sends where somebody presses Enter in a field.
    ///
    /// # Panics
    /// Where there is no such form.
    pub fn entered_at(&self, css: &str) -> Fields {
        let document = Html::parse_document(&self.html());
        let button = document.select(&selector(css)).next().and_then(|form| form.select(&selector("button")).next());
        let fields = self.form_at(css);
        match button.and_then(|button| button.attr("name").zip(button.attr("value"))) {
            Some((name, value)) => fields.with(name, value),
            None => fields,
        }
    }

    /// Where the first form that a CSS selector finds is sent to; the page itself where it doesn't say.
    pub fn action_at(&self, css: &str) -> String {
        self.attributes(css, "action").into_iter().find(|action| !action.is_empty()).unwrap_or_else(|| self.path.clone())
    }

    /// Where a redirect leads.
    pub fn location(&self) -> Option<String> {
        self.status.is_redirection().then(|| self.header(LOCATION.as_str())).flatten()
    }

    /// A header.
    pub fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
    }

    /// The page, where it has this status.
    ///
    /// # Panics
    /// Where it has another; the test learns what the page says.
    #[track_caller]
    pub fn expect_status(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{} said:\n{}", self.path, self.text());
        self
    }

    /// Where a redirect (303) leads.
    ///
    /// # Panics
    /// Where it is none; the test learns what the page says.
    #[track_caller]
    pub fn expect_redirect(&self) -> String {
        assert_eq!(self.status.as_u16(), 303, "{} said:\n{}", self.path, self.text());
        self.location().unwrap_or_else(|| panic!("{} leads nowhere", self.path))
    }
}

fn selector(css: &str) -> Selector {
    Selector::parse(css).unwrap_or_else(|error| panic!("{css} is no selector: {error}"))
}

fn words(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a browser would send for one field: nothing for an empty box or radio, or a button.
fn value(field: ElementRef<'_>) -> Option<(String, String)> {
    let name = field.attr("name")?.to_owned();
    let value = match (field.value().name(), field.attr("type").unwrap_or("text")) {
        ("textarea", _) => field.text().collect::<String>(),
        ("select", _) => {
            let options: Vec<ElementRef<'_>> = field.select(&selector("option")).collect();
            let chosen = options.iter().find(|o| o.attr("selected").is_some()).or(options.first())?;
            chosen.attr("value").map(str::to_owned).unwrap_or_else(|| words(*chosen))
        }
        (_, "checkbox" | "radio") => field.attr("checked").and(Some(field.attr("value").unwrap_or("on").to_owned()))?,
        (_, "submit" | "button" | "reset" | "image") => return None,
        _ => field.attr("value").unwrap_or_default().to_owned(),
    };
    Some((name, value))
}
