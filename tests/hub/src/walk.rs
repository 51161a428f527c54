//! Each journey as a person walks it: open a page, fill in its form, press its button.

use std::net::SocketAddr;

use data_encoding::BASE32_NOPAD;
use domain::access::AccessFact;
use jiff::SignedDuration;

use crate::{Browser, Fields, Page, TestHub};

/// A random word.
pub fn word(hub: &TestHub) -> String {
    hub.seed.letters(9)
}

/// A browser that fills in forms. What it holds open stays open after a restart: its cookies are its own.
pub struct Visitor {
    browser: Browser,
    /// The private page it ended on.
    pub home: String,
}

impl Visitor {
    /// Somebody with a browser of their own.
    pub fn new(hub: &TestHub) -> Self {
        Self::of(hub.browser())
    }

    /// A visitor with this browser.
    pub fn of(browser: Browser) -> Self {
        Self { browser, home: String::new() }
    }

    /// The cookies that the browser holds, as it sends them.
    pub fn cookies(&self) -> Vec<String> {
        self.browser.cookies()
    }

    /// The same visitor at a hub that started again elsewhere.
    pub fn at(&self, address: SocketAddr) -> Self {
        Self { browser: self.browser.moved(address), home: self.home.clone() }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Page {
        self.browser.get(path).await
    }

    /// Fills in the first form of a page that is open, and goes where it leads.
    pub async fn send(&self, page: &Page, values: &[(&str, &str)]) -> Page {
        self.send_at("main form[method=post i]", page, values).await
    }

    /// The same with the first form that a CSS selector finds.
    pub async fn send_at(&self, form: &str, page: &Page, values: &[(&str, &str)]) -> Page {
        let mut fields: Fields = page.form_at(form);
        for (name, value) in values {
            fields = fields.with(name, *value);
        }
        let next = self.browser.submit(&page.action_at(form), &fields).await;
        assert_ne!(next.status.as_u16(), 422, "{} said:\n{}", next.path, next.text());
        next
    }

    /// Sends fields as they are, and goes where that leads.
    pub async fn submit(&self, path: &str, fields: &Fields) -> Page {
        self.browser.submit(path, fields).await
    }

    /// Opens a page and presses its button.
    pub async fn press(&self, path: &str, values: &[(&str, &str)]) -> Page {
        let page = self.get(path).await.expect_status(200);
        self.send(&page, values).await
    }
}

/// Signs in as the first administrator, with a second factor.
pub async fn at_the_desk(hub: &TestHub) -> Visitor {
    let desk = Visitor::new(hub);
    let link = hub.sign_in_link().await.expect("a link");
    let path = link.strip_prefix(&hub.origin).expect("a link to this hub");
    let page = desk.press(path, &[]).await;
    let secret = page.first("span.code").unwrap_or_else(|| panic!("no key on:\n{}", page.text())).replace(' ', "");
    let bytes: [u8; 20] = BASE32_NOPAD.decode(secret.to_uppercase().as_bytes()).expect("base 32").try_into().expect("20 bytes");
    let totp = totp_rs::Builder::new().with_secret(bytes).build().expect("a generator");
    let code = totp.generate(hub.context.now().as_second() as u64).to_string();
    let queue = desk.send(&page, &[("code", &code)]).await.expect_status(200);
    assert!(queue.path.starts_with("/desk"), "{}", queue.path);
    desk
}

/// Fills in the event form, sends it, and confirms the host's address by the link in the mail.
pub async fn list_an_event(hub: &TestHub, title: &str, email: &str) -> Visitor {
    list_an_event_for(hub, title, email, "12").await
}

/// The same for so many people.
pub async fn list_an_event_for(hub: &TestHub, title: &str, email: &str, capacity: &str) -> Visitor {
    let mut host = Visitor::new(hub);
    let page = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let page = fill_in_event_for(&host, page, title, email, ["25", "November", "2026"], capacity).await;
    host.home = page.path.trim_end_matches("/check").to_owned();
    sends_and_confirms(hub, &host, &page, email).await;
    host
}

/// The same in a room and online, with so many places each.
pub async fn list_an_event_in_both_ways(hub: &TestHub, title: &str, email: &str, room: &str, online: &str) -> Visitor {
    let mut host = Visitor::new(hub);
    let page = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let page = fill_in_event(&host, page, title, email, ["25", "November", "2026"]).await;
    host.home = page.path.trim_end_matches("/check").to_owned();
    let place = [("format", "hybrid"), ("venue", "Example Hall"), ("address", "1 Example Street"), ("postcode", "ZZ1 1ZZ")];
    host.press(&format!("{}/where?from=check", host.home), &place).await.expect_status(200);
    let numbers = [("capacity", room), ("online_capacity", online)];
    let check = host.press(&format!("{}/booking?from=check", host.home), &numbers).await.expect_status(200);
    assert!(check.path.ends_with("/check"), "{}", check.text());
    sends_and_confirms(hub, &host, &check, email).await;
    host
}

/// Sends the answers that were checked, and confirms the host's address by the link in the mail.
async fn sends_and_confirms(hub: &TestHub, host: &Visitor, check: &Page, email: &str) {
    host.send(check, &[]).await.expect_status(200);
    hub.tick().await;
    let link = hub.mails_to(email).iter().rev().find_map(|mail| mail.text.contains("/confirm/").then(|| mail.link_with("/confirm/")));
    host.press(&link.expect("a mail that asks to confirm"), &[]).await.expect_status(200);
}

/// From the first page of the event form to the answers to check.
pub async fn fill_in_event(host: &Visitor, page: Page, title: &str, email: &str, day: [&str; 3]) -> Page {
    fill_in_event_for(host, page, title, email, day, "12").await
}

async fn fill_in_event_for(host: &Visitor, page: Page, title: &str, email: &str, [day, month, year]: [&str; 3], capacity: &str) -> Page {
    let summary = "We draw what we would change first.";
    let page = host.send(&page, &[("title", title), ("summary", summary), ("description", "Come *as you are*."), ("kind", "workshop")]).await;
    let contact = [("host", "Example Group"), ("nation", "wales"), ("contact_name", "Example Host"), ("contact_email", email)];
    let page = host.send(&page, &contact).await;
    let when = [("timing", "timed"), ("day", day), ("month", month), ("year", year), ("start", "2pm"), ("end", "15.30")];
    let page = host.send(&page, &when).await;
    let page = host.send(&page, &[("format", "online"), ("platform", "Zoom"), ("joining", "The link is private")]).await;
    let facts: Vec<String> = AccessFact::ALL.iter().map(|fact| format!("access_{}", fact.value())).collect();
    let mut answers: Vec<(&str, &str)> = facts.iter().map(|fact| (fact.as_str(), "yes")).collect();
    answers.push(("bsl_how", "booked"));
    let page = host.send(&page, &answers).await;
    let page = host.send(&page, &[("booking", "required"), ("capacity", capacity), ("cost", "free")]).await.expect_status(200);
    let page = host.send(&page, &[]).await.expect_status(200);
    assert!(page.text().contains(title) && page.path.ends_with("/check"), "{}:\n{}", page.path, page.text());
    page
}

/// Proposes a change of a published event by its host: some answers of some pages. Returns the page that says what is different,
/// as it was before it was sent.
pub async fn proposes_a_change(host: &Visitor, pages: &[(&str, &[(&str, &str)])]) -> Page {
    host.press(&format!("{}/amend", host.home), &[]).await.expect_status(200);
    for (step, answers) in pages {
        host.press(&format!("{}/{step}?from=check", host.home), answers).await.expect_status(200);
    }
    let change = host.get(&format!("{}/check", host.home)).await.expect_status(200);
    host.send(&change, &[]).await.expect_status(200);
    change
}

/// Finds what waits under this title at the desk and decides; gives the address of its public page.
pub async fn decide(hub: &TestHub, desk: &Visitor, title: &str, act: &str) -> String {
    let lists = settle(desk, title, act).await;
    published(hub, lists, title).await
}

/// Presses the button of an act at the desk on what waits under this title; gives the demonstration's list where it would appear.
pub async fn settle(desk: &Visitor, title: &str, act: &str) -> &'static str {
    let queue = desk.get("/desk").await.expect_status(200);
    let titles = queue.select("main table a, main li a");
    let links = queue.attributes("main table a, main li a", "href");
    let at = titles.iter().position(|t| t.contains(title)).unwrap_or_else(|| panic!("{title} does not wait:\n{}", queue.text()));
    let page = desk.get(&links[at]).await;
    assert_eq!(page.status.as_u16(), 200, "{} leads to {:?}", page.path, page.location());
    let form = format!("form:has(input[name=act][value={act}])");
    let done = desk.browser.submit(&page.action_at(&form), &page.form_at(&form)).await;
    assert!(done.status.is_success(), "{}", done.text());
    match links[at].contains("/events/") {
        true => "/demo/2026/calendar",
        false => "/demo/2026/stories",
    }
}

/// The address under which a list shows this title.
pub async fn published(hub: &TestHub, list: &str, title: &str) -> String {
    let list = hub.get(list).await.expect_status(200);
    let at = list.select("h3 a").iter().position(|t| t.contains(title)).expect("it is in its list");
    list.attributes("h3 a", "href")[at].clone()
}

/// Registers through the form, confirms by mail, and opens the private link.
pub async fn registered(hub: &TestHub, event: &str, name: &str, email: &str) -> Visitor {
    registered_with(hub, event, &[("name", name), ("email", email)]).await
}

/// The same with these details typed: a name and an address among them.
pub async fn registered_with(hub: &TestHub, event: &str, details: &[(&str, &str)]) -> Visitor {
    let typed = |field: &str| details.iter().find(|(name, _)| *name == field).map(|(_, value)| *value).expect("it is typed");
    let (name, email) = (typed("name"), typed("email"));
    let mut person = Visitor::new(hub);
    let page = person.press(&format!("{event}/register"), details).await.expect_status(200);
    let needs = Fields(page.form_at("main form[method=post i]").0).and("needs", "bsl").with("needs_consent", "yes");
    let page = person.browser.submit(&page.action_at("main form[method=post i]"), &needs).await.expect_status(200);
    assert!(page.text().contains(name), "{}", page.text());
    let sent = person.send(&page, &[("step", "send")]).await.expect_status(200);
    assert!(sent.path.ends_with("/register") && !sent.text().contains("Check your answers"), "{}", sent.text());
    hub.tick().await;
    person.press(&hub.mail_to(email).link_with("/confirm/"), &[]).await.expect_status(200);
    hub.tick().await;
    let page = person.press(&hub.mail_to(email).link_with("/open/"), &[]).await.expect_status(200);
    person.home = page.path.clone();
    person
}

/// Writes a story without an address and sends it; gives the author and the path of the private page.
pub async fn share_a_story(hub: &TestHub, title: &str) -> (Visitor, String) {
    share_a_story_from(hub, title, "").await
}

/// The same, with an address or an empty one.
pub async fn share_a_story_from(hub: &TestHub, title: &str, email: &str) -> (Visitor, String) {
    share_a_story_with(hub, title, email, &[]).await
}

/// The same, with a story that asks its readers to write, to this address.
pub async fn share_a_story_asking(hub: &TestHub, title: &str, address: &str) -> (Visitor, String) {
    share_a_story_with(hub, title, "", &[("call", "contact"), ("call_words", "Ask us how we did it"), ("call_email", address)]).await
}

async fn share_a_story_with(hub: &TestHub, title: &str, email: &str, asks: &[(&str, &str)]) -> (Visitor, String) {
    let author = Visitor::new(hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let page = fill_in_story_from(&author, page, title, email, asks).await;
    let home = page.path.trim_end_matches("/check").to_owned();
    author.send(&page, &[]).await.expect_status(200);
    (author, home)
}

/// Opens the form of a story that asks its readers to write, reads it for five seconds, and sends it.
pub async fn write_to_a_story(hub: &TestHub, story: &str, words: &str, reach: &str) {
    let reader = Visitor::new(hub);
    let form = reader.get(&format!("{story}/message")).await.expect_status(200);
    hub.clock.advance(SignedDuration::from_secs(5));
    let sent = reader.send(&form, &[("words", words), ("reach", reach)]).await.expect_status(200);
    assert!(sent.path.ends_with("/message/sent"), "{}", sent.text());
}

/// From the first page of the story form to the answers to check.
pub async fn fill_in_story(author: &Visitor, page: Page, title: &str) -> Page {
    fill_in_story_from(author, page, title, "", &[]).await
}

async fn fill_in_story_from(author: &Visitor, page: Page, title: &str, email: &str, asks: &[(&str, &str)]) -> Page {
    let page = author.send(&page, &[("naming", "nothing")]).await;
    let words = [("kind", "blog"), ("title", title), ("body", "We began with **one** chair.\n\nThen two.")];
    let page = author.send(&page, &[&words[..], asks].concat()).await;
    let page = author.send(&page, &[("consent_publish", "yes"), ("adult", "yes"), ("email", email)]).await.expect_status(200);
    assert!(page.text().contains(title) && page.path.ends_with("/check"), "{}:\n{}", page.path, page.text());
    page
}
