//! Text as people type it: cleaned of what can't be seen, limited, otherwise left alone (quality-bar ).

use unicode_normalization::UnicodeNormalization;

/// Brings text to NFC and takes out control characters and invisible ones that change how a line is read.
/// Line ends become `\n`; zero-width joiners stay, emoji and several scripts need them.
pub fn clean(typed: &str) -> String {
    let mut out = String::with_capacity(typed.len());
    for c in typed.replace("\r\n", "\n").replace('\r', "\n").nfc() {
        let keep = match c {
            '\n' | '\t' => true,
            c if c.is_control() => false,
            // Bidirectional overrides and isolates, byte order mark, zero-width space, word joiner.
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{200B}' | '\u{2060}' => false,
            _ => true,
        };
        if keep {
            out.push(c);
        }
    }
    out
}

/// One line: cleaned, inner white space folded to single spaces, trimmed.
pub fn one_line(typed: &str) -> String {
    clean(typed).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines: cleaned, no white space at either end.
pub fn many_lines(typed: &str) -> String {
    clean(typed).trim().to_owned()
}

/// How many words a text has, as a person would count them.
pub fn count_words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// A required line of at most `most` characters. `missing` is the whole sentence; `name` begins the sentence when it is too long.
pub fn line(typed: &str, most: usize, missing: &str, name: &str) -> Result<String, String> {
    let text = one_line(typed);
    match text.chars().count() {
        0 => Err(missing.to_owned()),
        n if n > most => Err(format!("{name} must be {most} characters or fewer. It has {n}")),
        _ => Ok(text),
    }
}

/// A required text of at most `most` characters over any number of lines.
pub fn passage(typed: &str, most: usize, missing: &str, name: &str) -> Result<String, String> {
    let text = many_lines(typed);
    match text.chars().count() {
        0 => Err(missing.to_owned()),
        n if n > most => Err(format!("{name} must be {most} characters or fewer. It has {n}")),
        _ => Ok(text),
    }
}

/// A number with its noun: `1 place`, `3 places`, `No places`.
pub fn counted(n: u64, one: &str, many: &str) -> String {
    match n {
        0 => format!("No {many}"),
        1 => format!("1 {one}"),
        n => format!("{n} {many}"),
    }
}

/// Several names as a sentence says them: `A`, `A and B`, `A, B and C`.
pub fn and(names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_keeps_names_as_people_write_them() {
        assert_eq!(one_line("  Siân  O\u{2019}Brien-Ŵyn\t"), "Siân O\u{2019}Brien-Ŵyn");
    }

    #[test]
    fn what_turns_a_line_round_is_taken_out() {
        assert_eq!(one_line("safe\u{202E}gnp.exe\u{0}"), "safegnp.exe");
    }

    #[test]
    fn words_are_counted_as_people_count_them() {
        assert_eq!(count_words("Bring a drink - and one question."), 6);
    }
}
