//! How well each way of guessing does.

use std::collections::BTreeMap;
use std::fmt;

use hub_tests::Seed;

use super::evidence::Evidence;
use super::guesses;

/// What one way has got so far.
#[derive(Clone, Copy, Debug, Default)]
pub struct Score {
    /// How many stories it matched with how they were sent. By chance it is one of ten.
    right: usize,
    /// How well its order fits, from -1 (backwards) to 1, added up. By chance it is about 0.
    order: f64,
}

/// All ways by name.
#[derive(Default)]
pub struct Scores {
    rounds: usize,
    ways: BTreeMap<String, Score>,
}

impl Scores {
    /// Lets every way guess, and compares with the titles in the order in which they were sent.
    pub fn add(&mut self, evidence: &Evidence, titles: &[String], seed: &Seed) {
        assert_eq!(evidence.stories.len(), titles.len(), "each is public");
        self.rounds += 1;
        for (way, guess) in guesses::all(evidence, seed) {
            let at = |title: &String| guess.iter().position(|story| evidence.stories[*story].title == *title).expect("each is guessed once");
            let apart: Vec<i64> = titles.iter().enumerate().map(|(place, title)| place as i64 - at(title) as i64).collect();
            let (many, squares) = (titles.len() as f64, apart.iter().map(|apart| apart * apart).sum::<i64>() as f64);
            let score = self.ways.entry(way).or_default();
            score.right += apart.iter().filter(|apart| **apart == 0).count();
            // Spearman's rank correlation.
            score.order += 1.0 - 6.0 * squares / (many * (many * many - 1.0));
        }
    }

    /// The ways that do better than chance does in a million tests: chance has one right of ten, give or take one, and an order that fits
    /// by nothing, give or take a third; the more rounds, the closer to that.
    pub fn better_than_chance(&self) -> Vec<(&String, Score)> {
        let rounds = self.rounds as f64;
        let told = |score: &Score| score.right as f64 / rounds > 1.0 + 7.4 / rounds.sqrt() || (score.order / rounds).abs() > 1.9 / rounds.sqrt();
        self.ways.iter().filter(|(_, score)| told(score)).map(|(way, score)| (way, *score)).collect()
    }

    /// How many stories a way matched.
    pub fn right(&self, way: &str) -> Option<usize> {
        self.ways.get(way).map(|score| score.right)
    }

    /// How many ways there are.
    pub fn ways(&self) -> usize {
        self.ways.len()
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounds = self.rounds as f64;
        self.ways
            .iter()
            .try_for_each(|(way, score)| writeln!(f, "{:5.2} right, order {:5.2}: {way}", score.right as f64 / rounds, score.order / rounds))
    }
}
