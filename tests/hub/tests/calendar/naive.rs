//! Filters answered without any of the hub's code for it: by reading what was seeded, one fact after another.

use domain::access::{AccessAnswer, YesNo};
use domain::event::{Cost, EventPage, Format, PublicState, When};
use hub_tests::Seed;
use hub_tests::many::Many;

/// One thing that somebody asks for: a name and a value of the address.
pub type Ask = (&'static str, String);

const REGIONS: [(&str, &str); 5] =
    [("M1", "north-west"), ("SE1", "london"), ("S1", "yorkshire-and-the-humber"), ("CF10", "wales"), ("EH1", "scotland")];

/// A random value of every filter there is, some of them unknown.
fn values(seed: &Seed) -> Vec<Ask> {
    let pick = |all: &[&str]| all[seed.below(all.len() as u64) as usize].to_owned();
    let day = 23 + seed.below(7);
    vec![
        ("nation", pick(&["england", "scotland", "wales", "northern-ireland", "atlantis"])),
        ("region", pick(&["north-west", "london", "yorkshire-and-the-humber", "wales", "scotland", "north-east"])),
        ("day", format!("2026-11-{day}")),
        ("day", pick(&["2026-11-25", "any-time", "yesterday"])),
        ("time", pick(&["morning", "afternoon", "evening", "midnight"])),
        ("format", pick(&["in-person", "online", "hybrid", "on-demand", "by-post"])),
        ("kind", pick(&["workshop", "talk", "film", "festival", "tea"])),
        ("audience", pick(&["carers", "young", "older", "cats"])),
        ("language", pick(&["welsh", "bsl", "urdu", "klingon"])),
        ("question", pick(&["1", "2", "9", "first"])),
        ("access", pick(&["step-free", "bsl", "captions", "quiet-space", "hearing-loop", "camera-off", "cake"])),
        ("access", pick(&["toilet", "easy-read", "breaks", "support-worker"])),
        ("free", "yes".into()),
        ("expenses", "yes".into()),
        ("places", "yes".into()),
        ("q", pick(&["co-pro", "CAFE", "garden", "example trust", "ty", "bring budget", "zzzz"])),
    ]
}

/// Up to four things asked for at once.
pub fn combination(seed: &Seed) -> Vec<Ask> {
    let mut all = values(seed);
    let many = 1 + seed.below(4) as usize;
    (0..many).map(|_| all.remove(seed.below(all.len() as u64) as usize)).collect()
}

/// Whether one event answers all of it.
pub fn answers(one: &Many, asked: &[Ask]) -> bool {
    let page = &one.page;
    let all = |name: &str| asked.iter().filter(|(n, _)| *n == name).map(|(_, value)| value.as_str()).collect::<Vec<_>>();
    let known = |name: &str, list: &[&str]| all(name).into_iter().filter(|value| list.contains(value)).collect::<Vec<_>>();
    let widens = |wanted: &[&str], has: &str| wanted.is_empty() || wanted.contains(&has);
    let yes = |name: &str| all(name) == ["yes"];
    let times = known("time", &["morning", "afternoon", "evening"]);
    let days: Vec<&str> = all("day").into_iter().filter(|day| day.starts_with("2026") || *day == "any-time").collect();
    let formats = known("format", &["in-person", "online", "hybrid", "on-demand"]);
    let format = match page.format {
        Format::InPerson => "in-person",
        Format::Online => "online",
        Format::Hybrid => "hybrid",
        Format::OnDemand => "on-demand",
    };
    let hybrid = format == "hybrid" && (formats.contains(&"in-person") || formats.contains(&"online"));
    let room = one.places.as_ref().is_none_or(|p| p.open && p.waiting == 0 && p.free != Some(0));
    let wanted = |a: &&AccessAnswer, fact: &str| a.fact.value() == fact && a.answer == YesNo::Yes;
    let facts = ["step-free", "toilet", "hearing-loop", "bsl", "captions", "easy-read", "quiet-space", "breaks", "support-worker", "camera-off"];
    let area = page.venue.as_ref().map(|venue| venue.postcode.split(' ').next().unwrap().to_owned());
    let region = area.and_then(|area| REGIONS.iter().find(|(a, _)| *a == area).map(|(_, region)| *region));
    let regions = all("region");
    let audiences: Vec<&str> = page.more.audience.iter().map(|a| a.value()).collect();
    let languages: Vec<&str> = page.more.languages.iter().map(|l| l.value()).collect();
    let questions: Vec<String> = page.more.questions.iter().map(u8::to_string).collect();
    let among = |wanted: Vec<&str>, there: &dyn Fn(&str) -> bool| wanted.is_empty() || wanted.into_iter().any(there);
    let slots = days_and_times(page);
    (slots.is_empty() || slots.iter().any(|(day, time)| widens(&days, day) && widens(&times, time)))
        && (hybrid || widens(&formats, format))
        && widens(&known("kind", &["workshop", "talk", "film", "festival"]), page.kind.value())
        && widens(&known("nation", &["england", "scotland", "wales", "northern-ireland"]), page.nation.value())
        && (regions.is_empty() || region.is_some_and(|region| regions.contains(&region)))
        && among(known("audience", &["carers", "young", "older"]), &|a| audiences.contains(&a) || audiences.contains(&"everyone"))
        && among(known("language", &["welsh", "bsl", "urdu"]), &|l| languages.contains(&l))
        && among(known("question", &["1", "2", "9"]), &|q| questions.iter().any(|there| there == q))
        && known("access", &facts).iter().all(|fact| page.access.iter().any(|a| wanted(&a, fact)))
        && (!yes("free") || page.cost == Cost::Free)
        && (!yes("expenses") || page.expenses.is_some())
        && (!yes("places") || (room && page.state == PublicState::Listed && page.open_to.value() == "public"))
        && all("q").iter().all(|words| says(page, words))
}

/// The day and the part of the day of each session, on clocks that show UTC in November.
fn days_and_times(page: &EventPage) -> Vec<(String, &'static str)> {
    let When::Timed { start, further, .. } = &page.when else { return Vec::new() };
    let starts = [*start].into_iter().chain(further.iter().map(|session| session.start));
    let slot = |text: String| {
        let time = match &text[11..16] {
            early if early < "12:00" => "morning",
            late if late >= "17:00" => "evening",
            _ => "afternoon",
        };
        (text[..10].to_owned(), time)
    };
    starts.map(|start| slot(start.to_string())).collect()
}

/// Whether every word begins a word of the text, the few spellings that the seeded words have made one.
fn says(page: &EventPage, asked: &str) -> bool {
    let plain = |text: &str| {
        let text =
            text.to_lowercase().replace('\u{e9}', "e").replace('\u{177}', "y").replace("co-production", "coproduction").replace("co-pro", "copro");
        let words = text.split(|c: char| !c.is_alphanumeric()).map(|word| if word == "copro" { "coproduction" } else { word }.to_owned());
        words.filter(|word| !word.is_empty()).collect::<Vec<_>>()
    };
    let text = plain(&format!("{} {} {} {}", page.title, page.summary, page.host, page.where_words()));
    plain(asked).iter().all(|word| text.iter().any(|there| there.starts_with(word.as_str())))
}
