//! The questions of a week. Events and stories keep a question's number, so a number means one question for good.

use serde::{Deserialize, Serialize};

use super::{Week, WeekId};
use crate::text::one_line;

/// The most questions that a week has.
pub const MOST: usize = 9;

/// The longest question, in characters.
const LONGEST: usize = 300;

/// A numbered question of a week.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// From 1.
    pub number: u8,
    /// The question itself.
    pub text: String,
    /// The same question of another week, so that answers are read across years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub same_as: Option<QuestionId>,
}

/// Which question of which week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct QuestionId {
    /// Its week.
    pub week: WeekId,
    /// Its number there.
    pub number: u8,
}

impl QuestionId {
    /// Reads `scotland/2025/1`, or the address of the question's page.
    pub fn parse(text: &str) -> Option<Self> {
        let parts: Vec<&str> = text.trim().trim_end_matches('/').split('/').filter(|part| *part != "questions").collect();
        let [.., nation, year, number] = parts[..] else { return None };
        Some(Self { week: WeekId::from_parts(nation, year)?, number: number.parse().ok().filter(|n| *n > 0)? })
    }

    /// As a coordinator types it: `scotland/2025/1`.
    pub fn line(self) -> String {
        format!("{}/{}", self.week, self.number)
    }

    /// The address of its page.
    pub fn path(self) -> String {
        format!("{}/questions/{}", self.week.path(), self.number)
    }
}

impl Question {
    /// A question that no other week asked.
    pub fn new(number: u8, text: impl Into<String>) -> Self {
        Self { number, text: text.into(), same_as: None }
    }

    /// Reads one on each line: `2: Who decides?`, where another week asked the same with `= scotland/2025/1` after it. A line without a
    /// number that the week asks already keeps its number; any other gets one that the week never used.
    ///
    /// # Errors
    /// A sentence that names the line to mend.
    pub fn parse_lines(typed: &str, week: &Week) -> Result<Vec<Self>, String> {
        let lines: Vec<String> = typed.lines().map(one_line).filter(|line| !line.is_empty()).collect();
        if lines.len() > MOST {
            return Err(format!("A week can have {MOST} questions. You entered {}", lines.len()));
        }
        let read: Vec<(Option<u8>, Self)> = lines.iter().map(|line| Self::parse(line)).collect::<Result<_, _>>()?;
        let asked = |text: &str| week.questions.iter().find(|q| q.text == text).map(|q| q.number);
        let typed: Vec<u8> = read.iter().filter_map(|(number, _)| *number).collect();
        let mut highest = week.highest_question().max(typed.iter().copied().max().unwrap_or(0));
        let mut used = typed.clone();
        let mut out = Vec::new();
        for (number, question) in read {
            let kept = || asked(&question.text).filter(|number| !used.contains(number));
            let number = match number.or_else(kept) {
                Some(number) => number,
                None => {
                    highest = highest.checked_add(1).ok_or("This week has used up its numbers for questions")?;
                    highest
                }
            };
            used.push(number);
            if out.iter().any(|other: &Self| other.number == number) {
                return Err(format!("Two questions have the number {number}. Leave the number off for a new question"));
            }
            out.push(Self { number, ..question });
        }
        Ok(out)
    }

    /// One line: its number, where it has one, and the question.
    fn parse(line: &str) -> Result<(Option<u8>, Self), String> {
        let numbered = line.split_once(':').and_then(|(number, rest)| Some((number.trim().parse::<u8>().ok()?, rest.trim())));
        let (number, rest) = numbered.map_or((None, line), |(number, rest)| (Some(number), rest));
        let spaced = format!(" {rest} ");
        let (text, same_as) = match spaced.rsplit_once(" = ") {
            None => (rest, None),
            Some((text, other)) => {
                let wrong = || format!("Name the question of the other week like scotland/2025/1. Look at “{line}”");
                (text.trim(), Some(QuestionId::parse(other).ok_or_else(wrong)?))
            }
        };
        match (number, text.chars().count()) {
            (Some(0), _) => Err(format!("Questions are numbered from 1. Look at “{line}”")),
            (_, 0) => Err(format!("Write the question after its number. Look at “{line}”")),
            (_, 1..=LONGEST) => Ok((number, Self { number: 0, text: text.to_owned(), same_as })),
            (_, long) => Err(format!("A question must be {LONGEST} characters or fewer. One has {long}")),
        }
    }

    /// The line as somebody would type it.
    pub fn line(&self) -> String {
        let same = self.same_as.map(|other| format!(" = {}", other.line())).unwrap_or_default();
        format!("{}: {}{same}", self.number, self.text)
    }
}

impl Week {
    /// The question with this number.
    pub fn question(&self, number: u8) -> Option<&Question> {
        self.questions.iter().find(|q| q.number == number)
    }

    /// The highest number that a question of this week ever had.
    pub fn highest_question(&self) -> u8 {
        self.questions.iter().map(|q| q.number).max().unwrap_or(0).max(self.last_question)
    }

    /// The same week with these questions; the numbers of those that are taken out stay used.
    #[must_use]
    pub fn asking(mut self, questions: Vec<Question>) -> Self {
        self.last_question = self.highest_question();
        self.questions = questions;
        self.last_question = self.highest_question();
        self
    }
}

#[cfg(test)]
mod tests;
