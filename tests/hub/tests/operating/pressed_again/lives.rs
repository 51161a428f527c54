//! The buttons, one after another.

use hub_tests::Page;
use hub_tests::walk::{Visitor, at_the_desk, fill_in_event, fill_in_story};

use super::{Left, Line};

const FORM: &str = "main form[method=post i]";
const HOST: &str = "host@example.org";

/// The form whose button does this.
fn to(act: &str) -> String {
    format!("form:has(input[name=act][value={act}])")
}

/// An event, two stories and the desk's own, from the first form to their end.
pub async fn lived(mut line: Line) -> Vec<Left> {
    let desk = at_the_desk(&line.hub).await;
    an_event(&mut line, &desk).await;
    a_story(&mut line, &desk).await;
    a_story_taken_down(&mut line, &desk).await;
    of_the_desk(&mut line, &desk).await;
    line.left
}

async fn an_event(line: &mut Line, desk: &Visitor) {
    let mut host = Visitor::new(&line.hub);
    let page = host.press("/list-an-event", &[("week", "demo/2026")]).await.expect_status(200);
    let check = fill_in_event(&host, page, "Done once", HOST, ["25", "November", "2026"]).await;
    host.home = check.path.trim_end_matches("/check").to_owned();
    line.press("send an event", &host, &check, FORM, &[]).await;
    line.press_at("confirm the address", &host, &line.hub.mail_to(HOST).link_with("/confirm/"), FORM, &[]).await;
    let page = review(desk, "Done once").await;
    line.press("ask a host for a change", desk, &page, &to("ask-for-change"), &[("words", "Which entrance?")]).await;
    line.press_at("change an answer", &host, &format!("{}/about?from=check", host.home), FORM, &[("summary", "The entrance is in the yard.")]).await;
    line.press_at("send it again", &host, &format!("{}/check", host.home), FORM, &[]).await;
    let page = review(desk, "Done once").await;
    line.press("publish an event", desk, &page, &to("publish"), &[]).await;
    line.press_at("change what needs nobody's yes", &host, &format!("{}/details", host.home), FORM, &[("joining", "https://example.org/room")]).await;
    for act in ["postpone", "it goes ahead after all"] {
        line.press_at(act, &host, &format!("{}/postpone", host.home), FORM, &[]).await;
    }
    line.press_at("begin a change", &host, &format!("{}/amend", host.home), FORM, &[]).await;
    line.press_at("change the title", &host, &format!("{}/about?from=check", host.home), FORM, &[("title", "Done anew")]).await;
    line.press_at("send the change", &host, &format!("{}/check", host.home), FORM, &[]).await;
    let page = review(desk, "Change to: Done once").await;
    line.press("publish the change", desk, &page, &to("publish"), &[]).await;
    line.press_at("cancel an event", &host, &format!("{}/cancel", host.home), FORM, &[("words", "The hall is closed.")]).await;
}

async fn a_story(line: &mut Line, desk: &Visitor) {
    let (author, home) = sent(line, "Told once").await;
    let page = review(desk, "Told once").await;
    line.press("ask an author for a change", desk, &page, &to("ask-for-change"), &[("words", "Leave out the street.")]).await;
    line.press_at("send it again", &author, &format!("{home}/check"), FORM, &[]).await;
    let story = home.replace("/manage/story/", "/desk/stories/");
    line.press_at("propose edits", desk, &format!("{story}/edit"), FORM, &[("body", "We began with two chairs."), ("words", "Two, I think.")]).await;
    line.press_at("agree to them", &author, &format!("{home}/edits"), "form:has(input[name=do][value=yes])", &[]).await;
    line.press_at("publish a story", desk, &story, &to("publish"), &[]).await;
    line.press_at("add a note", &author, &format!("{home}/update"), FORM, &[("update", "We met again.")]).await;
    line.press_at("show the note", desk, &format!("{story}/update"), &to("show"), &[]).await;
    line.press_at("withdraw a story", &author, &format!("{home}/withdraw"), FORM, &[]).await;
    isnt_shown(line, "Told once").await;
}

async fn a_story_taken_down(line: &mut Line, desk: &Visitor) {
    let (_, home) = sent(line, "Told of a child").await;
    let page = review(desk, "Told of a child").await;
    line.press("publish another", desk, &page, &to("publish"), &[]).await;
    line.press_at(
        "take it down",
        desk,
        &format!("{}/take-down", home.replace("/manage/story/", "/desk/stories/")),
        FORM,
        &[("reason", "It names a child.")],
    )
    .await;
    isnt_shown(line, "Told of a child").await;
}

async fn of_the_desk(line: &mut Line, desk: &Visitor) {
    let page = desk.get("/desk/people").await;
    let invited = [("name", "Wren Example"), ("email", "wren@example.org"), ("role", "coordinator")];
    line.press("invite a coordinator", desk, &page, "form:has([name=email])", &invited).await;
    let rows = desk.get("/desk/people").await.select("main tbody tr");
    assert_eq!(rows.iter().filter(|row| row.contains("wren@example.org")).count(), 1, "{rows:?}");
}

/// Fills in a story and sends it. Gives its author and the private page.
async fn sent(line: &mut Line, title: &str) -> (Visitor, String) {
    let author = Visitor::new(&line.hub);
    let page = author.press("/share-your-story", &[("week", "demo/2026")]).await.expect_status(200);
    let check = fill_in_story(&author, page, title).await;
    let home = check.path.trim_end_matches("/check").to_owned();
    line.press("send a story", &author, &check, FORM, &[]).await;
    (author, home)
}

async fn isnt_shown(line: &Line, title: &str) {
    let list = line.hub.get("/demo/2026/stories").await.expect_status(200);
    assert!(!list.select("h3 a").iter().any(|shown| shown.contains(title)), "{}", list.text());
}

/// The page at the desk of what waits under this title.
async fn review(desk: &Visitor, title: &str) -> Page {
    let queue = desk.get("/desk").await.expect_status(200);
    let rows = queue.select("main table a, main li a");
    let at: Vec<usize> = rows.iter().enumerate().filter(|(_, row)| row.contains(title)).map(|(at, _)| at).collect();
    let [at] = at[..] else { panic!("{title} waits {} times:\n{}", at.len(), queue.text()) };
    desk.get(&queue.attributes("main table a, main li a", "href")[at]).await.expect_status(200)
}
