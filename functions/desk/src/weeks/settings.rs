//! What coordinators set of a week.

use domain::answers::Answers;
use domain::field::Errors;
use domain::ids::Slug;
use domain::story::StoryRules;
use domain::text::{line, one_line};
use domain::time::parse_date_line as date;
use domain::week::{Deadline, Question, Week};
use jiff::civil::Date;

use crate::address::slug_of;

/// The fields of the form.
pub(super) const FIELDS: &[&str] =
    &["name", "organiser", "first", "last", "theme", "hashtag", "questions", "deadlines", "featured", "concerns_read", "notice", "two_keys"];

/// The settings, every rule met.
#[derive(Clone, Debug)]
pub(super) struct Settings {
    name: String,
    organiser: String,
    days: Option<(Date, Date)>,
    theme: Option<String>,
    hashtag: Option<String>,
    pub(super) questions: Vec<Question>,
    deadlines: Vec<Deadline>,
    /// What was typed: whether there are such events is asked next.
    pub(super) featured: Vec<Slug>,
    concerns_read: Option<String>,
    story_rules: StoryRules,
}

impl Settings {
    /// Reads the form. `before` is the week as it stands: its questions keep their numbers.
    pub(super) fn parse(typed: &Answers, before: &Week) -> Result<Self, Errors> {
        let mut errors = Errors::default();
        let name = errors.keep("name", line(typed.get("name"), 100, "Enter the name of the week", "Name"));
        let organiser = errors.keep("organiser", line(typed.get("organiser"), 150, "Enter who organises the week", "Organiser"));
        let first = errors.keep_if_given(typed, "first", |t| date(t, "First day"));
        let last = errors.keep_if_given(typed, "last", |t| date(t, "Last day"));
        match (typed.has("first"), typed.has("last"), first, last) {
            (true, false, ..) => errors.add("last", "Enter the last day as well"),
            (false, true, ..) => errors.add("first", "Enter the first day as well"),
            (_, _, Some(first), Some(last)) if last < first => errors.add("last", "The last day must be the first day or after it"),
            (_, _, Some(first), Some(last)) if (last - first).get_days() > 30 => errors.add("last", "A week can have 31 days at most"),
            _ => {}
        }
        let theme = errors.keep_if_given(typed, "theme", |t| line(t, 150, "", "Theme"));
        let hashtag = errors.keep_if_given(typed, "hashtag", hashtag);
        let questions = errors.keep("questions", Question::parse_lines(typed.get("questions"), before));
        let deadlines = errors.keep("deadlines", Deadline::parse_lines(typed.get("deadlines")));
        let featured = errors.keep("featured", featured(typed.get("featured")));
        let concerns_read = errors.keep_if_given(typed, "concerns_read", |t| line(t, 300, "", "When it is read"));
        let story_rules = StoryRules { notice: typed.ticked("notice"), two_keys: typed.ticked("two_keys") };
        let days = first.zip(last);
        let settings = match (name, organiser, questions, deadlines, featured) {
            (Some(name), Some(organiser), Some(questions), Some(deadlines), Some(featured)) => {
                Some(Self { name, organiser, days, theme, hashtag, questions, deadlines, featured, concerns_read, story_rules })
            }
            _ => None,
        };
        errors.or(settings)
    }

    /// The week with these settings; what the form doesn't ask for stays.
    pub(super) fn onto(self, week: Week) -> Week {
        Week {
            name: self.name,
            organiser: self.organiser,
            first: self.days.map(|(first, _)| first),
            last: self.days.map(|(_, last)| last),
            theme: self.theme,
            hashtag: self.hashtag,
            deadlines: self.deadlines,
            featured: self.featured,
            concerns_read: self.concerns_read,
            story_rules: self.story_rules,
            ..week.asking(self.questions)
        }
    }

    /// A week's settings as somebody would type them.
    pub(super) fn of(week: &Week) -> Answers {
        let day = |date: Option<Date>| date.map(|d| d.strftime("%-d %-m %Y").to_string()).unwrap_or_default();
        let questions: Vec<String> = week.questions.iter().map(Question::line).collect();
        let deadlines: Vec<String> = week.deadlines.iter().map(Deadline::line).collect();
        let featured: Vec<&str> = week.featured.iter().map(Slug::as_str).collect();
        let ticked = |yes: bool| if yes { "yes".to_owned() } else { String::new() };
        [
            ("notice", ticked(week.story_rules.notice)),
            ("two_keys", ticked(week.story_rules.two_keys)),
            ("name", week.name.clone()),
            ("organiser", week.organiser.clone()),
            ("first", day(week.first)),
            ("last", day(week.last)),
            ("theme", week.theme.clone().unwrap_or_default()),
            ("hashtag", week.hashtag.clone().unwrap_or_default()),
            ("questions", questions.join("\n")),
            ("deadlines", deadlines.join("\n")),
            ("featured", featured.join("\n")),
            ("concerns_read", week.concerns_read.clone().unwrap_or_default()),
        ]
        .into_iter()
        .collect()
    }
}

fn hashtag(typed: &str) -> Result<String, String> {
    let text = one_line(typed);
    let word = text.trim_start_matches('#');
    match !word.is_empty() && word.chars().count() <= 50 && word.chars().all(|c| c.is_alphanumeric() || c == '_') {
        true => Ok(format!("#{word}")),
        false => Err("Enter one word of up to 50 letters and numbers, like #CoProWeek".into()),
    }
}

fn featured(typed: &str) -> Result<Vec<Slug>, String> {
    let lines: Vec<String> = typed.lines().map(one_line).filter(|l| !l.is_empty()).collect();
    if lines.len() > 6 {
        return Err(format!("A week can have 6 featured events. You entered {}", lines.len()));
    }
    lines.iter().map(|line| slug_of(line).ok_or_else(|| format!("Copy the address from the event’s page. Look at “{line}”"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::week::WeekId;

    fn unknown() -> Week {
        Week::unknown(WeekId::parse("scotland/2027").unwrap())
    }

    fn typed(first: &str, last: &str, questions: &str) -> Answers {
        [("name", "A week"), ("organiser", "A group"), ("first", first), ("last", last), ("questions", questions)].into_iter().collect()
    }

    #[test]
    fn days_come_in_pairs_and_in_order() {
        assert!(Settings::parse(&typed("", "", ""), &unknown()).is_ok());
        assert!(Settings::parse(&typed("23 11 2026", "29/11/2026", ""), &unknown()).is_ok());
        for (first, last, field) in [
            ("23 11 2026", "", "last"),
            ("", "29 11 2026", "first"),
            ("29 11 2026", "23 11 2026", "last"),
            ("1 10 2026", "1 12 2026", "last"),
            ("31 2 2026", "1 3 2026", "first"),
            ("soon", "1 3 2026", "first"),
        ] {
            let errors = Settings::parse(&typed(first, last, ""), &unknown()).unwrap_err();
            assert_eq!(errors.0[0].field, field, "{first} {last}");
        }
    }

    #[test]
    fn a_week_written_and_read_is_the_same() {
        let week = Settings::parse(&typed("22 11 2027", "28 11 2027", "One?\n\n Two? "), &unknown()).unwrap().onto(unknown());
        assert_eq!(week.questions.len(), 2);
        assert_eq!(Settings::parse(&Settings::of(&week), &week).unwrap().onto(unknown()), week);
    }
}
