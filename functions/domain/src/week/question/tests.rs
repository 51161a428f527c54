use super::*;

fn week() -> Week {
    Week::unknown(WeekId::parse("scotland/2026").unwrap()).asking(vec![Question::new(1, "Who decides?"), Question::new(2, "Who is missing?")])
}

fn lines(questions: &[Question]) -> Vec<String> {
    questions.iter().map(Question::line).collect()
}

#[test]
fn a_question_that_is_taken_out_leaves_the_others_their_numbers_and_its_own_is_not_used_again() {
    let fewer = week().asking(Question::parse_lines("2: Who is missing?", &week()).unwrap());
    let more = Question::parse_lines("2: Who is not in the room?\nWhat changed?", &fewer).unwrap();
    assert_eq!(lines(&more), ["2: Who is not in the room?", "3: What changed?"]);
    let none = fewer.asking(more).asking(Vec::new());
    assert_eq!(lines(&Question::parse_lines("A new one?", &none).unwrap()), ["4: A new one?"]);
}

#[test]
fn what_the_week_asks_already_keeps_its_number_without_one_typed() {
    let read = Question::parse_lines("What changed?\nWho is missing?\n\n Who decides? ", &week()).unwrap();
    assert_eq!(lines(&read), ["3: What changed?", "2: Who is missing?", "1: Who decides?"]);
    assert_eq!(Question::parse_lines(&lines(&read).join("\n"), &week()), Ok(read));
}

#[test]
fn a_line_may_begin_with_a_year_or_words_before_a_colon() {
    let unknown = Week::unknown(WeekId::parse("scotland/2026").unwrap());
    let read = Question::parse_lines("2026: who decided?\nIn a word: why?", &unknown).unwrap();
    assert_eq!(lines(&read), ["1: 2026: who decided?", "2: In a word: why?"]);
}

#[test]
fn the_same_question_of_another_week_is_named_after_it_or_by_its_address() {
    for other in ["scotland/2025/1", "https://hub.example/scotland/2025/questions/1", "/scotland/2025/questions/1/"] {
        let read = Question::parse_lines(&format!("2: Who is missing? = {other}"), &week()).unwrap();
        assert_eq!(lines(&read), ["2: Who is missing? = scotland/2025/1"]);
        assert_eq!(read[0].same_as.unwrap().path(), "/scotland/2025/questions/1");
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    for typed in ["0: Nothing?", "3:", "3: = scotland/2025/1", "Who? = last year", "Who? = scotland/2025", "Who? = scotland/2025/0"] {
        assert!(Question::parse_lines(typed, &week()).unwrap_err().contains(typed), "{typed}");
    }
    assert!(Question::parse_lines("1: One?\n1: Two?", &week()).unwrap_err().contains("the number 1"));
    assert!(Question::parse_lines(&"?".repeat(301), &week()).unwrap_err().contains("301"));
    assert!(Question::parse_lines(&"Who?\n".repeat(10), &week()).unwrap_err().contains("You entered 10"));
}

#[test]
fn a_week_from_before_numbers_were_kept_is_read_and_goes_on_from_its_highest() {
    let old = serde_json::json!({ "id": "scotland/2026", "name": "", "organiser": "", "questions": [{ "number": 2, "text": "Who?" }] });
    let old: Week = serde_json::from_value(old).unwrap();
    assert_eq!(lines(&Question::parse_lines("New?", &old).unwrap()), ["3: New?"]);
}
