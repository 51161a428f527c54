//! How an attacker guesses: by the order of anything, by what stands in any attribute, by following what is named in two places, and by
//! how large things are.

use std::collections::{BTreeMap, BTreeSet};

use hub_tests::Seed;
use serde_json::Value;

use super::evidence::{Evidence, Story};

/// A way to guess by its name, and what it says: the stories in the order in which it takes them to have been sent.
pub type Guess = (String, Vec<usize>);

/// Every guess there is. Where a way says nothing, chance decides.
pub fn all(evidence: &Evidence, seed: &Seed) -> Vec<Guess> {
    let stories = &evidence.stories;
    let mut out = Vec::new();
    for (name, text) in &evidence.texts {
        out.push((format!("order in {name}"), in_order(stories, seed, |story| first_mention(story, text))));
    }
    let names: BTreeSet<&String> = stories.iter().flat_map(|story| story.values.keys()).collect();
    for name in names {
        out.push((format!("order by {name}"), in_order(stories, seed, |story| story.values.get(name).cloned())));
    }
    for (what, logged) in ["sent", "published"].iter().zip(&evidence.logged) {
        out.push((format!("links from what was logged while it was {what}"), linked(evidence, logged, seed)));
        for (field, figures) in figures(logged) {
            out.push((format!("sizes by {field} logged while it was {what}"), by_size(stories, &figures, seed)));
        }
    }
    out
}

fn first_mention(story: &Story, text: &str) -> Option<usize> {
    [&story.slug, &story.title].iter().filter_map(|words| text.find(words.as_str())).min()
}

fn in_order<T: Ord>(stories: &[Story], seed: &Seed, key: impl Fn(&Story) -> Option<T>) -> Vec<usize> {
    let mut places: Vec<usize> = (0..stories.len()).collect();
    places.sort_by_cached_key(|place| {
        let key = key(&stories[*place]);
        (key.is_none(), key, seed.below(u64::MAX))
    });
    places
}

/// Words that could be an id.
pub fn names(text: &str) -> BTreeSet<&str> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| word.len() >= 8).collect()
}

/// What a story's page and records name, but for the other stories that it leads to.
fn own_names<'a>(story: &'a Story, all: &'a [Story]) -> BTreeSet<&'a str> {
    let others = all.iter().filter(|other| other.slug != story.slug);
    let theirs: BTreeSet<&str> = others.flat_map(|other| names(&other.slug).into_iter().chain(names(&other.title))).collect();
    names(&story.words).difference(&theirs).copied().collect()
}

/// From each part of the log to the records that name something of it, from those to others, and on to a story.
fn linked(evidence: &Evidence, logged: &[String], seed: &Seed) -> Vec<usize> {
    let parts: Vec<BTreeSet<&str>> = logged.iter().map(|part| names(part)).collect();
    let records: Vec<BTreeSet<&str>> = evidence.records.iter().map(|record| names(record)).collect();
    let stories: Vec<BTreeSet<&str>> = evidence.stories.iter().map(|story| own_names(story, &evidence.stories)).collect();
    let mut often: BTreeMap<&str, usize> = BTreeMap::new();
    records.iter().chain(&stories).flatten().for_each(|name| *often.entry(name).or_default() += 1);
    let mut left: BTreeSet<usize> = (0..stories.len()).collect();
    let mut guess = vec![None; parts.len()];
    for (place, part) in parts.iter().enumerate() {
        let others = parts.iter().enumerate().filter(|(other, _)| *other != place).flat_map(|(_, other)| other).collect::<BTreeSet<_>>();
        let mut known: BTreeSet<&str> = part.iter().filter(|name| !others.contains(name)).copied().collect();
        loop {
            let before = known.len();
            for record in &records {
                if !record.is_disjoint(&known) {
                    known.extend(record.iter().copied().filter(|name| often[name] <= 5));
                }
            }
            if known.len() == before {
                break;
            }
        }
        guess[place] = left.iter().find(|story| !stories[**story].is_disjoint(&known)).copied();
        left.retain(|story| guess[place] != Some(*story));
    }
    // Whatever nothing leads to is a guess.
    let mut left: Vec<usize> = left.into_iter().collect();
    left.sort_by_cached_key(|_| seed.below(u64::MAX));
    guess.into_iter().map(|story| story.or_else(|| left.pop()).expect("as many stories as parts of the log")).collect()
}

/// The whole figures of each part of the log by their name, added up. Times are left out: here they are the test machine's.
fn figures(logged: &[String]) -> BTreeMap<String, Vec<u64>> {
    let mut out: BTreeMap<String, Vec<u64>> = BTreeMap::new();
    for (place, part) in logged.iter().enumerate() {
        for line in part.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()) {
            for (name, value) in line.as_object().into_iter().flatten() {
                let figure = value.as_u64().or_else(|| value.as_str()?.parse().ok());
                if let Some(figure) = figure {
                    out.entry(name.clone()).or_insert_with(|| vec![0; logged.len()])[place] += figure;
                }
            }
        }
    }
    out
}

/// The shortest page is that of the part with the smallest figure, and so on.
fn by_size(stories: &[Story], figures: &[u64], seed: &Seed) -> Vec<usize> {
    let mut parts: Vec<usize> = (0..figures.len()).collect();
    parts.sort_by_cached_key(|part| (figures[*part], seed.below(u64::MAX)));
    let mut guess = vec![0; parts.len()];
    for (part, story) in parts.into_iter().zip(in_order(stories, seed, |story| Some(story.size))) {
        guess[part] = story;
    }
    guess
}
