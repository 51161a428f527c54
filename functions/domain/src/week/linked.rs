//! The same question in several weeks, so that its answers are read across years.

use super::{QuestionId, Week};

/// A question, then the same one of other weeks, the newest first, each once: whichever of two weeks names the other, and through
/// others. What no week asks any more is left out.
pub fn linked_questions(weeks: &[Week], of: QuestionId) -> Vec<QuestionId> {
    let links: Vec<(QuestionId, QuestionId)> = weeks
        .iter()
        .flat_map(|week| week.questions.iter().filter_map(|q| Some((QuestionId { week: week.id, number: q.number }, q.same_as?))))
        .collect();
    let mut found = vec![of];
    let mut looked_at = 0;
    while let Some(&one) = found.get(looked_at) {
        looked_at += 1;
        for &(a, b) in &links {
            let other = match one {
                _ if one == a => b,
                _ if one == b => a,
                _ => continue,
            };
            if !found.contains(&other) {
                found.push(other);
            }
        }
    }
    found.retain(|id| weeks.iter().any(|week| week.id == id.week && week.question(id.number).is_some()));
    found.sort_by_key(|id| (*id != of, std::cmp::Reverse(id.week.year), id.week.nation, id.number));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::week::{Question, WeekId};

    fn id(text: &str) -> QuestionId {
        QuestionId::parse(text).unwrap()
    }

    fn week(name: &str, questions: &[(u8, Option<&str>)]) -> Week {
        let asked = questions.iter().map(|&(number, other)| Question { same_as: other.map(id), ..Question::new(number, "Who decides?") });
        Week::unknown(WeekId::parse(name).unwrap()).asking(asked.collect())
    }

    #[test]
    fn links_lead_both_ways_and_through_other_weeks_and_each_week_comes_once() {
        let weeks = [
            week("scotland/2024", &[(3, None)]),
            week("scotland/2025", &[(1, Some("scotland/2024/3")), (2, None)]),
            week("scotland/2026", &[(2, Some("scotland/2025/1")), (1, Some("scotland/2019/1"))]),
            week("england/2026", &[(5, Some("scotland/2026/2"))]),
        ];
        let all = ["scotland/2024/3", "england/2026/5", "scotland/2026/2", "scotland/2025/1"].map(id);
        assert_eq!(linked_questions(&weeks, all[0]), all);
        let from_the_newest = ["scotland/2026/2", "england/2026/5", "scotland/2025/1", "scotland/2024/3"].map(id);
        assert_eq!(linked_questions(&weeks, from_the_newest[0]), from_the_newest);
        assert_eq!(linked_questions(&weeks, id("scotland/2025/2")), [id("scotland/2025/2")]);
        assert_eq!(linked_questions(&weeks, id("scotland/2026/1")), [id("scotland/2026/1")], "a week that the hub doesn't know");
    }

    #[test]
    fn weeks_that_name_each_other_in_a_ring_end() {
        let weeks = [week("wales/2025", &[(1, Some("wales/2026/1"))]), week("wales/2026", &[(1, Some("wales/2025/1"))])];
        assert_eq!(linked_questions(&weeks, id("wales/2025/1")).len(), 2);
    }
}
