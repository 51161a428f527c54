//! Feeds and the sitemap as a strict reader takes them: well-formed, with all that their standards demand, whatever is in a title.

use domain::event::EventPage;
use hub_tests::Page;
use jiff::Timestamp;
use jiff::civil::Date;
use roxmltree::{Document, Node};
use store::Tx;
use store::public::change_event;

use super::world::{WEEK, World};

const ATOM: &str = "http://www.w3.org/2005/Atom";
const SITEMAP: &str = "http://www.sitemaps.org/schemas/sitemap/0.9";

/// Titles that break a careless writer, and what a reader must find: everything that XML can hold.
const HOSTILE: [(&str, &str); 7] = [
    ("Tea < coffee & <b>cake</b>", "Tea < coffee & <b>cake</b>"),
    ("]]> and <![CDATA[ and <!-- -->", "]]> and <![CDATA[ and <!-- -->"),
    ("\"Both\" 'quotation' marks &amp; &#0; &nbsp;", "\"Both\" 'quotation' marks &amp; &#0; &nbsp;"),
    ("Bell\u{7}, null\u{0}, escape\u{1b}, old\u{85}", "Bell, null, escape, old"),
    ("No\u{fffe}thing\u{ffff} is here", "Nothing is here"),
    ("Family 👩‍👩‍👧 and flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿", "Family 👩‍👩‍👧 and flag 🏴󠁧󠁢󠁳󠁣󠁴󠁿"),
    ("Right\u{200f} to \u{202e}left\u{202c} \u{2067}عربي\u{2069}", "Right\u{200f} to \u{202e}left\u{202c} \u{2067}عربي\u{2069}"),
];

/// Events with such titles, summaries and hosts, newest first in a feed.
async fn with_hostile_titles() -> (World, Vec<(EventPage, &'static str)>) {
    let world = World::with(40).await;
    let mut tx = Tx::new(&world.hub.db);
    let listed = world.events.iter().filter(|one| one.page.state.value() == "listed");
    let pages: Vec<_> = listed.zip(HOSTILE).map(|(one, (title, read))| (named(one.page.clone(), title), read)).collect();
    assert_eq!(pages.len(), HOSTILE.len());
    for (page, _) in &pages {
        change_event(&mut tx, page);
    }
    tx.commit().await.unwrap();
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
    (world, pages)
}

fn named(mut page: EventPage, title: &str) -> EventPage {
    page.title = title.to_owned();
    page.summary = title.to_owned();
    page.host = title.to_owned();
    page
}

fn xml(page: &Page) -> String {
    String::from_utf8(page.body.clone()).expect("UTF-8")
}

/// The one child of this name.
fn only<'a>(of: Node<'a, 'a>, namespace: &str, name: &str) -> Node<'a, 'a> {
    let mut found = of.children().filter(|child| child.has_tag_name((namespace, name)));
    let first = found.next().unwrap_or_else(|| panic!("no {name} in {:?}", of.tag_name()));
    assert!(found.next().is_none(), "more than one {name}");
    first
}

/// RFC 4287, sections 4.1.1, 4.1.2, 4.2.6 and 4.2.15: what a feed and each entry must have.
fn is_a_feed(text: &str) -> Vec<String> {
    let document = Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let feed = document.root_element();
    assert!(feed.has_tag_name((ATOM, "feed")));
    assert!(!only(only(feed, ATOM, "author"), ATOM, "name").text().unwrap_or_default().is_empty(), "an author for every entry");
    let mut ids = Vec::new();
    let mut titles = Vec::new();
    let entries = feed.children().filter(|child| child.has_tag_name((ATOM, "entry")));
    for part in std::iter::once(feed).chain(entries) {
        let text = |name| only(part, ATOM, name).text().unwrap_or_default().to_owned();
        assert!(text("id").contains(':'), "an IRI: {}", text("id"));
        text("updated").parse::<Timestamp>().unwrap_or_else(|error| panic!("{}: {error}", text("updated")));
        let to = |rel| part.children().filter(move |link| link.has_tag_name((ATOM, "link")) && link.attribute("rel") == Some(rel)).count();
        assert_eq!(to("alternate"), 1, "the page that shows the same");
        assert_eq!(to("self"), usize::from(part == feed));
        ids.push(text("id"));
        titles.push(text("title"));
    }
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all, "no two of one name");
    titles.split_off(1)
}

#[tokio::test]
async fn a_strict_reader_takes_the_feed_of_new_events_with_every_title_whole() {
    let (world, pages) = with_hostile_titles().await;
    let titles = is_a_feed(&xml(&world.get(&format!("{WEEK}/calendar.atom")).await));
    assert_eq!(titles.len(), 40);
    for (page, read) in &pages {
        assert!(titles.iter().any(|title| title == read), "{:?} is not in {titles:?}", page.title);
    }
    assert!(is_a_feed(&xml(&world.get(&format!("{WEEK}/calendar.atom?q=zzzz+%3C%26%5D%5D%3E")).await)).is_empty(), "nothing found is a feed too");
}

#[tokio::test]
async fn a_strict_reader_takes_the_feed_of_stories_with_every_title_whole() {
    let world = World::with(1).await;
    let mut tx = Tx::new(&world.hub.db);
    for (number, (title, _)) in HOSTILE.iter().enumerate() {
        super::afterwards::write_story(&mut tx, &format!("story-{number}"), title);
    }
    tx.commit().await.unwrap();
    world.hub.clock.advance(jiff::SignedDuration::from_secs(60));
    let mut titles = is_a_feed(&xml(&world.get(&format!("{WEEK}/stories.atom")).await));
    let mut expected: Vec<String> = HOSTILE.iter().map(|(_, read)| (*read).to_owned()).collect();
    titles.sort();
    expected.sort();
    assert_eq!(titles, expected);
}

#[tokio::test]
async fn a_strict_reader_takes_the_sitemap() {
    let (world, pages) = with_hostile_titles().await;
    let text = xml(&world.get("/sitemap.xml").await);
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    let all = document.root_element();
    assert!(all.has_tag_name((SITEMAP, "urlset")));
    let mut dated = 0;
    let mut places = Vec::new();
    for url in all.children().filter(Node::is_element) {
        assert!(url.has_tag_name((SITEMAP, "url")));
        let place = only(url, SITEMAP, "loc").text().unwrap_or_default().to_owned();
        assert!(place.starts_with(&world.hub.origin) && place.len() < 2_048, "{place}");
        places.push(place);
        for changed in url.children().filter(|child| child.has_tag_name((SITEMAP, "lastmod"))) {
            let day = changed.text().unwrap_or_default();
            assert!(day.len() == 10 && day.parse::<Date>().is_ok(), "a W3C date: {day}");
            dated += 1;
        }
    }
    assert_eq!(dated, 40, "each event says when it changed");
    for (page, _) in &pages {
        assert!(places.contains(&format!("{}{}", world.hub.origin, page.path())));
    }
}

/// The twin: the reader is strict. What a careless writer would send is refused.
#[test]
fn a_careless_writer_would_be_noticed() {
    for (title, _) in HOSTILE.iter().filter(|(title, _)| title.contains(['<', '\u{7}', '\u{fffe}'])) {
        assert!(Document::parse(&format!("<title>{title}</title>")).is_err(), "{title:?}");
    }
}
