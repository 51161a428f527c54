//! What lists say of an event's access: a BSL interpreter who comes if somebody asks reads otherwise than one who comes anyway.

use jiff::civil::Date;

use super::EventCard;
use crate::access::AccessFact;

impl EventCard {
    /// Whether a BSL interpreter comes without anybody asking, as far as its host said.
    pub fn bsl_comes(&self) -> bool {
        self.access.contains(&AccessFact::Bsl) && !self.bsl_on_request
    }

    /// Whether a BSL interpreter comes, or came, only where somebody asks.
    pub fn bsl_if_asked(&self) -> bool {
        self.access.contains(&AccessFact::Bsl) && self.bsl_on_request
    }

    /// A fact that was answered with yes, as it is on a day: a day to ask by passes, and so does the event.
    pub fn access_words(&self, fact: AccessFact, today: Date) -> String {
        let plain = fact.words();
        if fact != AccessFact::Bsl || !self.bsl_on_request {
            return plain.into();
        }
        let over = self.sessions().last().is_some_and(|last| last.day() < today);
        match self.bsl_by {
            _ if over => format!("{plain} on request"),
            Some(day) if day < today => format!("{plain}: ask us"),
            Some(day) => format!("{plain}, if you ask by {}", day.strftime("%-d %B")),
            None => format!("{plain}, if you ask"),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn card(more: &serde_json::Value) -> EventCard {
        let mut card = serde_json::json!({
            "i": "0123456789abcdef", "v": 0, "g": "2026-11-20T09:00:00Z", "l": "tea", "t": "Tea", "s": "", "h": "", "n": "wales", "f": "online",
            "k": "workshop", "w": "", "c": "free", "o": "not-needed", "z": "listed", "b": "2026-11-25T14:00:00Z", "e": "2026-11-25T15:00:00Z",
            "a": ["bsl", "breaks"]
        });
        let more = more.as_object().unwrap().clone();
        card.as_object_mut().unwrap().extend(more);
        serde_json::from_value(card).unwrap()
    }

    #[test]
    fn an_interpreter_on_request_is_not_one_who_comes_and_a_card_of_before_says_what_it_said() {
        let before = card(&serde_json::json!({}));
        assert_eq!(before.access_words(AccessFact::Bsl, date(2026, 11, 26)), "BSL interpreter");
        assert!(before.bsl_comes() && !before.bsl_if_asked());
        let by = card(&serde_json::json!({ "br": true, "bd": "2026-11-18" }));
        assert!(by.bsl_if_asked() && !by.bsl_comes());
        let said = [
            (17, "BSL interpreter, if you ask by 18 November"),
            (18, "BSL interpreter, if you ask by 18 November"),
            (19, "BSL interpreter: ask us"),
            (25, "BSL interpreter: ask us"),
            (26, "BSL interpreter on request"),
        ];
        for (day, words) in said {
            assert_eq!(by.access_words(AccessFact::Bsl, date(2026, 11, day)), words, "{day}");
            assert_eq!(by.access_words(AccessFact::Breaks, date(2026, 11, day)), "Breaks");
        }
        let no_day = card(&serde_json::json!({ "br": true }));
        assert_eq!(no_day.access_words(AccessFact::Bsl, date(2026, 11, 19)), "BSL interpreter, if you ask");
    }
}
