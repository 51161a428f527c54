//! The check against texts that say what should be found in them. All are invented: names, numbers and places that nobody has.
//!
//! `{kind|words}` marks what gives somebody away; one text on each line. A mark counts as found where a hit of its kind touches it.

use std::collections::BTreeMap;

use privacy::{Hit, Kind, check};

/// Written before the check was last changed, and not looked at for it: how well it does on what it has not seen.
const UNSEEN: &str = include_str!("labelled/unseen.txt");

const TEXTS: [&str; 14] = [
    include_str!("labelled/age.txt"),
    include_str!("labelled/date.txt"),
    include_str!("labelled/email.txt"),
    include_str!("labelled/handle.txt"),
    include_str!("labelled/later.txt"),
    include_str!("labelled/mixed.txt"),
    include_str!("labelled/nhs.txt"),
    include_str!("labelled/nothing.txt"),
    include_str!("labelled/person.txt"),
    include_str!("labelled/phone.txt"),
    include_str!("labelled/place.txt"),
    include_str!("labelled/postcode.txt"),
    include_str!("labelled/small-group.txt"),
    include_str!("labelled/ward.txt"),
];

/// The least of the marks of patterned kinds that must be found.
const RECALL: f64 = 0.95;

/// The least of the marks of each other kind that must be found: names, places, wards, small groups. A program knows these only by lists
/// and by what stands around them.
const FLOOR: f64 = 0.9;

/// A text, and what is marked in it.
struct Labelled {
    text: String,
    marks: Vec<Hit>,
}

fn read(line: &str) -> Labelled {
    let (mut text, mut marks, mut rest) = (String::new(), Vec::new(), line);
    while let Some((before, after)) = rest.split_once('{') {
        let (mark, behind) = after.split_once('}').expect("a mark ends");
        let (kind, words) = mark.split_once('|').expect("a mark has a kind and words");
        let kind = Kind::ALL.into_iter().find(|k| k.value() == kind).unwrap_or_else(|| panic!("no kind {kind}: {line}"));
        text.push_str(before);
        marks.push(Hit { kind, span: text.len()..text.len() + words.len() });
        text.push_str(words);
        rest = behind;
    }
    text.push_str(rest);
    Labelled { text, marks }
}

fn all() -> Vec<Labelled> {
    TEXTS.iter().flat_map(|file| file.lines()).chain(UNSEEN.lines()).filter(|line| !line.is_empty()).map(read).collect()
}

fn touch(a: &Hit, b: &Hit) -> bool {
    a.kind == b.kind && a.span.start < b.span.end && b.span.start < a.span.end
}

#[derive(Default)]
struct Score {
    marks: usize,
    found: usize,
    hits: usize,
    right: usize,
}

/// How well each kind is found. With `hush` nothing of that kind is found: the twin of the test below.
fn scores(texts: &[Labelled], hush: Option<Kind>) -> BTreeMap<Kind, Score> {
    let mut scores: BTreeMap<Kind, Score> = Kind::ALL.into_iter().map(|kind| (kind, Score::default())).collect();
    for Labelled { text, marks } in texts {
        let hits: Vec<Hit> = check(text).into_iter().filter(|hit| Some(hit.kind) != hush).collect();
        for mark in marks {
            let score = scores.entry(mark.kind).or_default();
            score.marks += 1;
            let found = hits.iter().any(|hit| touch(hit, mark));
            score.found += usize::from(found);
            if !found && hush.is_none() {
                println!("missed {:?} {:?}: {text}", mark.kind, mark.words(text));
            }
        }
        for hit in &hits {
            let score = scores.entry(hit.kind).or_default();
            score.hits += 1;
            let right = marks.iter().any(|mark| touch(hit, mark));
            score.right += usize::from(right);
            if !right && hush.is_none() {
                println!("marked {:?} {:?}: {text}", hit.kind, hit.words(text));
            }
        }
    }
    scores
}

fn recall(scores: &BTreeMap<Kind, Score>) -> f64 {
    let (found, marks) = scores.iter().filter(|(kind, _)| kind.is_patterned()).fold((0, 0), |(f, m), (_, s)| (f + s.found, m + s.marks));
    found as f64 / marks as f64
}

/// Whether the patterned kinds together, and each other kind by itself, are found as often as they must be.
fn enough(scores: &BTreeMap<Kind, Score>) -> bool {
    let mut others = scores.iter().filter(|(kind, _)| !kind.is_patterned());
    recall(scores) >= RECALL && others.all(|(_, s)| s.found as f64 >= FLOOR * s.marks as f64)
}

#[test]
fn what_gives_somebody_away_is_found() {
    let texts = all();
    assert!(texts.len() >= 300, "{} texts", texts.len());
    let scores = scores(&texts, None);
    println!("{} texts\n{:<14}{:>7}{:>9}{:>7}{:>11}", texts.len(), "kind", "marks", "recall", "hits", "precision");
    for (kind, s) in &scores {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        println!("{:<14}{:>7}{:>8.1}%{:>7}{:>10.1}%", kind.value(), s.marks, percent(s.found, s.marks), s.hits, percent(s.right, s.hits));
        assert!(s.marks >= 15, "{kind:?} has {} marks: too few to say anything", s.marks);
    }
    println!("patterned kinds together: {:.1}%", 100.0 * recall(&scores));
    assert!(enough(&scores), "of patterned kinds {RECALL} must be found, and {FLOOR} of each other one");
}

#[test]
fn what_has_a_pattern_is_found_in_texts_it_has_not_seen() {
    let texts: Vec<Labelled> = UNSEEN.lines().map(read).collect();
    let scores = scores(&texts, None);
    let marks: usize = scores.iter().filter(|(kind, _)| kind.is_patterned()).map(|(_, s)| s.marks).sum();
    println!("unseen: {marks} marks of patterned kinds, {:.1}% found", 100.0 * recall(&scores));
    assert!(marks >= 30 && recall(&scores) >= RECALL);
}

#[test]
fn a_check_that_misses_one_kind_would_not_pass() {
    let texts = all();
    for kind in Kind::ALL {
        assert!(!enough(&scores(&texts, Some(kind))), "{kind:?} could be missed and nobody would see it");
    }
}

#[test]
fn ten_thousand_words_are_checked() {
    let lines: Vec<String> = all().into_iter().map(|labelled| labelled.text).collect();
    let mut text = String::new();
    for line in lines.iter().cycle() {
        if text.split_whitespace().count() >= 10_000 {
            break;
        }
        text.push_str(line);
        text.push('\n');
    }
    let begun = std::time::Instant::now();
    let hits = check(&text).len();
    println!("10,000 words ({} kB): {hits} marks in {:.1} ms", text.len() / 1000, begun.elapsed().as_secs_f64() * 1000.0);
    assert!(hits > 1_000);
}
