//! What a problem says: what happened, what is safe, what to do next.

use super::Problem;

impl Problem {
    /// What is safe and what to do, where it met a form that may be sent again as it is: the form comes back with everything in it.
    pub(crate) fn of_a_form(&self) -> Option<&'static [&'static str]> {
        Some(match self {
            Self::Busy => {
                &["Nothing was booked and nothing was changed.", "Everything you sent is still here. Wait a minute, then press the button."]
            }
            Self::Unavailable => &[
                "We could not reach our records. Everything you sent is still here.",
                "Wait a few minutes, then press the button. Sending it twice does no harm.",
            ],
            Self::Fault => &["Everything you sent is still here.", "Press the button to try again. Sending it twice does no harm."],
            Self::TooMany => &[
                "There were many of these in a short time. Nothing was saved.",
                "Everything you sent is still here. Wait an hour, then press the button. Or phone or write to us.",
            ],
            _ => return None,
        })
    }

    /// What is safe and what to do, where it met somebody who only opened a page: often the one after a button, which was pressed and did
    /// its work.
    pub(super) fn of_a_page(&self) -> Option<&'static [&'static str]> {
        const AGAIN: &str = "Wait a minute, then load the page again.";
        Some(match self {
            Self::Busy => &["We could not show you this page just now.", "If you have just sent something, it has reached us.", AGAIN],
            Self::Unavailable => {
                &["We could not reach our records, so we can't show you this page.", "If you have just sent something, it has reached us.", AGAIN]
            }
            Self::Fault => &["We could not show you this page.", "If you have just sent something, it has reached us.", AGAIN],
            _ => return None,
        })
    }

    /// Its heading, its sentences, and the ways on: words and address of each.
    pub(super) fn words(&self) -> (String, Vec<String>, Vec<(String, String)>) {
        let way = |label: &str, href: &str| (label.to_owned(), href.to_owned());
        let (heading, words, ways): (&str, &[&str], Vec<(String, String)>) = match self {
            Self::NotFound => (
                "We can't find that page",
                &["The address may be mistyped, or the page may have moved."],
                vec![way("See the calendar", "/"), way("Past weeks", "/weeks"), way("Get help", "/help")],
            ),
            Self::Gone => (
                "This page was withdrawn",
                &["It was here once. The person who shared it, or the team, has taken it back."],
                vec![way("Read other stories", "/"), way("Get help", "/help")],
            ),
            Self::LinkStale => (
                "Open your link again",
                &["This private page opens for a day at a time. Your answers are safe.", "Use the newest link we sent you, or ask for it again."],
                vec![way("Send my link again", "/links"), way("Get help", "/help")],
            ),
            Self::LinkUnknown => (
                "That link does not work",
                &["Part of it may be missing. Copy the whole link from the email, or ask for it again."],
                vec![way("Send my link again", "/links"), way("Get help", "/help")],
            ),
            Self::FormUsed => (
                "This form was sent already",
                &["We kept the answers you sent first. We did not change them.", "Go back to the start of the form to send other answers."],
                vec![way("Go to the home page", "/"), way("Send my link again", "/links")],
            ),
            Self::FormKeyMissing => (
                "Go back and send the form again",
                &["Part of the form did not reach us. Nothing was saved.", "Press Back: your answers should still be there."],
                vec![way("Go to the home page", "/"), way("Get help", "/help")],
            ),
            Self::UnknownFields => (
                "We could not read that",
                &["The form held something that our pages do not ask for. Nothing was saved.", "Press Back and send it again from our page."],
                vec![way("Go to the home page", "/"), way("Get help", "/help")],
            ),
            Self::TooLarge => (
                "That is too long for us to take",
                &[
                    "A form can hold about 40,000 words. Nothing was saved.",
                    "Press Back: your text should still be there. Make it shorter, then send it again.",
                ],
                vec![way("Get help", "/help")],
            ),
            Self::CrossSite => (
                "Send the form from our own page",
                &["Another site tried to send this form for you, so we stopped it. Nothing was changed."],
                vec![way("Go to the home page", "/"), way("Get help", "/help")],
            ),
            Self::TooMany => (
                "Wait a little, then try again",
                &[
                    "There were many of these in a short time. Nothing was saved.",
                    "Press Back: your answers should still be there. Try again in an hour, or phone or write to us.",
                ],
                vec![way("Get help", "/help")],
            ),
            Self::NotAllowed => (
                "This page is for other members of the team",
                &["Your account does not include this. An administrator can change that."],
                vec![way("Back to the desk", "/desk")],
            ),
            Self::NotNow { heading, words, way_on, .. } => {
                let ways = way_on.clone().into_iter().chain([way("See the calendar", "/")]).collect();
                return (heading.clone(), vec![words.clone()], ways);
            }
            Self::Changed => (
                "Somebody else changed this",
                &["It changed while you were looking at it. Nothing you did was saved over it.", "Open it again to see how it stands now."],
                vec![way("Go to the home page", "/"), way("Back to the desk", "/desk")],
            ),
            Self::Busy => (
                "Many people are here at once",
                &["Nothing was booked and nothing was changed.", "Press Back: your answers should still be there. Then try again."],
                vec![way("Go to the home page", "/")],
            ),
            Self::Unavailable => (
                "This part of the site is not working",
                &[
                    "We could not reach our records. If you were sending a form, press Back: your answers should still be there.",
                    "Try again in a few minutes. Sending it twice does no harm.",
                ],
                vec![way("Go to the home page", "/"), way("Get help", "/help")],
            ),
            Self::WrongMethod => (
                "That did not work from here",
                &["Open the page again and use the button on it. Nothing was changed."],
                vec![way("Go to the home page", "/"), way("Get help", "/help")],
            ),
            Self::Fault => (
                "Something went wrong on our side",
                &["If you were sending a form, press Back: your answers should still be there. Then try again.", "Sending it twice does no harm."],
                vec![way("Go to the home page", "/"), way("Get help", "/help")],
            ),
        };
        (heading.to_owned(), words.iter().map(|w| (*w).to_owned()).collect(), ways)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_problem_has_a_way_on_and_no_blame() {
        let all = [
            Problem::NotFound,
            Problem::Gone,
            Problem::LinkStale,
            Problem::LinkUnknown,
            Problem::FormUsed,
            Problem::FormKeyMissing,
            Problem::UnknownFields,
            Problem::TooLarge,
            Problem::CrossSite,
            Problem::TooMany,
            Problem::NotAllowed,
            Problem::Changed,
            Problem::Busy,
            Problem::Unavailable,
            Problem::WrongMethod,
            Problem::Fault,
        ];
        for (problem, only_read) in all.into_iter().flat_map(|problem| [(problem.clone(), false), (problem, true)]) {
            let page = problem.page("ref", only_read);
            assert!(!page.ways_on.is_empty() && !page.words.is_empty(), "{problem:?}");
            let text = format!("{} {}", page.heading, page.words.join(" ")).to_lowercase();
            for word in ["please", "sorry", "invalid", "forbidden", "illegal", "oops", "error"] {
                assert!(!text.contains(word), "{problem:?} says {word}");
            }
        }
    }

    #[test]
    fn whoever_only_opened_a_page_is_not_told_that_nothing_was_done() {
        for problem in [Problem::Busy, Problem::Unavailable, Problem::Fault] {
            let [read, sent] = [true, false].map(|only_read| problem.page("ref", only_read).words.join(" "));
            assert!(read.contains("it has reached us") && read.contains("load the page again"), "{problem:?}: {read}");
            assert!(!read.contains("Nothing was") && !read.contains("twice"), "{problem:?}: {read}");
            assert!(sent.contains("ress Back"), "{problem:?}: {sent}");
        }
    }
}
