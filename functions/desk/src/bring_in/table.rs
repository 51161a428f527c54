//! A table of events: its first line names the form's fields, each further line is one event.

use domain::answers::Answers;
use domain::event::{EventDetails, EventStep, More, Rules, asked_since};
use domain::text::one_line;

/// What stands between several answers in one cell.
const BETWEEN: char = ';';

/// One event of the table, as it was typed, and what is wrong with it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its line in the table; the names of the fields are line 1.
    pub line: usize,
    pub answers: Answers,
    pub details: Option<EventDetails>,
    /// Fields and sentences.
    pub wrong: Vec<(String, String)>,
}

impl Row {
    /// What to call it.
    pub fn title(&self) -> String {
        one_line(self.answers.get("title"))
    }
}

/// Every field of the form, in the order of its pages.
pub(super) fn fields() -> Vec<String> {
    EventStep::ALL.iter().flat_map(|step| step.fields()).collect()
}

/// Reads a table, as a file of commas or as a spreadsheet gives it to the clipboard: with tabs. The sentence says why it is none.
pub(super) fn read(typed: &str, rules: &Rules<'_>) -> Result<Vec<Row>, String> {
    let typed = typed.trim_start_matches('\u{feff}');
    let tabs = typed.lines().next().is_some_and(|first| first.contains('\t'));
    let mut reader = csv::ReaderBuilder::new().delimiter(if tabs { b'\t' } else { b',' }).flexible(true).from_reader(typed.as_bytes());
    let unreadable = |_| "The table can’t be read. Each text with a comma, a quotation mark or a line break stands in quotation marks".to_owned();
    let names: Vec<String> = reader.headers().map_err(unreadable)?.iter().map(one_line).collect();
    let known = fields();
    if !names.iter().any(|name| name == "title") {
        return Err("The first line must name the fields, as in the template. There is no field “title”".into());
    }
    if let Some(other) = names.iter().find(|name| !name.is_empty() && !known.contains(name)) {
        return Err(format!("The form has no field “{other}”. Use the names of the template"));
    }
    if let Some(twice) = names.iter().enumerate().find(|(n, name)| !name.is_empty() && names[..*n].contains(name)) {
        return Err(format!("The field “{}” is there twice", twice.1));
    }
    let mut rows = Vec::new();
    for (nth, record) in reader.records().enumerate() {
        let record = record.map_err(unreadable)?;
        // As a spreadsheet counts them: below the names, whatever breaks a cell holds.
        let line = nth + 2;
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        rows.push(row(line, &names, &record, rules));
    }
    Ok(rows)
}

fn row(line: usize, names: &[String], record: &csv::StringRecord, rules: &Rules<'_>) -> Row {
    let mut answers = Answers::new();
    for (name, cell) in names.iter().zip(record.iter()).filter(|(name, cell)| !name.is_empty() && !cell.trim().is_empty()) {
        match More::SEVERAL.contains(&name.as_str()) {
            true => cell.split(BETWEEN).map(str::trim).filter(|one| !one.is_empty()).for_each(|one| answers.add(name.clone(), one)),
            false => answers.set(name.clone(), cell.trim()),
        }
    }
    let mut wrong = Vec::new();
    if record.len() > names.len() {
        wrong.push((String::new(), "This line has more cells than the first line has names".into()));
    }
    let details = match EventDetails::parse(&answers, rules) {
        Ok(details) => Some(details),
        Err(errors) => {
            wrong.extend(errors.pairs());
            None
        }
    };
    wrong.extend(asked_since(&answers).pairs());
    answers.set("week", rules.week.id.to_string());
    Row { line, answers, details, wrong }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::week::{Week, WeekId};

    fn read(typed: &str) -> Result<Vec<Row>, String> {
        let week = Week::unknown(WeekId::parse("scotland/2026").unwrap());
        super::read(typed, &Rules { week: &week, today: jiff::civil::date(2026, 11, 1), past_allowed: true })
    }

    #[test]
    fn commas_quotation_marks_line_breaks_and_tabs_are_read() {
        let rows = read("\u{feff}title,description,audience\r\n\"Tea, and \"\"talk\"\"\",\"One\nTwo\",carers; staff\r\n,,\r\n").unwrap();
        assert_eq!((rows.len(), rows[0].line, rows[0].title().as_str()), (1, 2, "Tea, and \"talk\""));
        assert_eq!((rows[0].answers.get("description"), rows[0].answers.all("audience")), ("One\nTwo", &["carers".to_owned(), "staff".into()][..]));
        let pasted = read("title\tkind\nTea, and talk\tcafe\nMore\ttalk\n").unwrap();
        assert_eq!((pasted[0].title().as_str(), pasted[1].answers.get("kind"), pasted[1].line), ("Tea, and talk", "talk", 3));
    }

    #[test]
    fn what_is_no_table_of_the_form_says_why() {
        for (typed, why) in [
            ("", "no field “title”"),
            ("Tea and talk\n", "no field “title”"),
            ("title,colour\nTea,red\n", "no field “colour”"),
            ("title,kind,title\n", "“title” is there twice"),
        ] {
            let said = read(typed).unwrap_err();
            assert!(said.contains(why), "{typed:?}: {said}");
        }
        let wide = read("title\nTea,cake\n").unwrap();
        assert!(wide[0].wrong[0].1.contains("more cells") && wide[0].details.is_none());
    }
}
