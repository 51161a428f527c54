//! How somebody can be reached.

use serde::{Deserialize, Serialize};

use crate::text::one_line;

/// An e-mail address as typed, checked only for what a mail system needs; the rest a confirmation mail finds out.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Email(String);

impl Email {
    /// Accepts up to 254 characters (RFC 5321), one `@`, a dot in the domain, no spaces.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let text: String = one_line(typed).split(' ').collect();
        if text.is_empty() {
            return Err("Enter an email address".into());
        }
        let wrong = || Err("Enter an email address in the correct format, like name@example.com".to_owned());
        let Some((local, domain)) = text.rsplit_once('@') else { return wrong() };
        let plain = |s: &str| s.chars().all(|c| !c.is_whitespace() && !"<>()[]\\,;:\"".contains(c));
        let labels = domain.split('.').all(|l| !l.is_empty() && !l.starts_with('-') && !l.ends_with('-'));
        if local.is_empty()
            || local.contains('@')
            || local.starts_with('.')
            || local.ends_with('.')
            || local.contains("..")
            || !domain.contains('.')
            || !labels
            || !plain(local)
            || !plain(domain)
        {
            return wrong();
        }
        if text.len() > 254 {
            return Err("Email address must be 254 characters or fewer".into());
        }
        Ok(Self(text))
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which two addresses are compared: lower case, nothing else changed.
    pub fn folded(&self) -> String {
        self.0.to_lowercase()
    }
}

/// A telephone number as typed, with 7 to 15 digits (ITU-T E.164).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Phone(String);

impl Phone {
    /// Accepts spaces, dashes, brackets, a leading `+`, and words for a relay or extension behind the digits.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let text = one_line(typed);
        if text.is_empty() {
            return Err("Enter a phone number".into());
        }
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if !(7..=15).contains(&digits) || text.chars().count() > 40 || text.contains('@') {
            return Err("Enter a phone number with its area code, like 01632 960 001 or 07700 900 982".into());
        }
        Ok(Self(text))
    }

    /// The number as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which two numbers are compared: digits only, the British `+44` and `0044` as `0`.
    pub fn folded(&self) -> String {
        let digits: String = self.0.chars().filter(char::is_ascii_digit).collect();
        let national = digits.strip_prefix("0044").or_else(|| self.0.starts_with('+').then(|| digits.strip_prefix("44")).flatten());
        match national {
            Some(rest) => format!("0{}", rest.trim_start_matches('0')),
            None => digits,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_people_really_have_are_taken() {
        for ok in ["a@b.co", "o'brien+co-pro@mail.example.org", "siân@example.cymru", " Ann@Example.COM "] {
            assert!(Email::parse(ok).is_ok(), "{ok}");
        }
    }

    #[test]
    fn what_no_mail_system_takes_is_refused_with_a_sentence() {
        for wrong in ["", "ann", "ann@", "@example.org", "ann@example", "a b@x", "a@b@c.d", "a\r\nBcc: x@y.z", "a..b@c.de"] {
            let sentence = Email::parse(wrong).unwrap_err();
            assert!(sentence.starts_with("Enter "), "{wrong}: {sentence}");
        }
    }

    #[test]
    fn one_number_written_three_ways_is_one_number() {
        let folded = |s: &str| Phone::parse(s).unwrap().folded();
        assert_eq!(folded("+44 1632 960001"), folded("01632 960 001"));
        assert_eq!(folded("0044 (0)1632 960001"), folded("01632-960001"));
    }
}
