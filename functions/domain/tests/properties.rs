//! What holds for any text at all. A failure prints the smallest text that shows it.
#![cfg(all(feature = "time", feature = "markup"))]

use domain::answers::Answers;
use domain::calendar::Filter;
use domain::contact::{Email, Phone};
use domain::ids::Slug;
use domain::link::{SafeUrl, is_own_path};
use domain::registration::{Places, RegistrationAct, RegistrationState};
use domain::{markup, search, text, time};
use proptest::prelude::*;

proptest! {
    #[test]
    fn cleaning_twice_changes_nothing(typed in any::<String>()) {
        let once = text::clean(&typed);
        prop_assert_eq!(text::clean(&once), once.clone());
        prop_assert!(!once.chars().any(|c| c.is_control() && c != '\n' && c != '\t'));
        let line = text::one_line(&typed);
        prop_assert!(!line.contains('\n') && line.trim() == line);
    }

    #[test]
    fn no_text_breaks_a_parser_and_what_is_taken_is_taken_again(typed in any::<String>()) {
        if let Ok(email) = Email::parse(&typed) {
            prop_assert_eq!(Email::parse(email.as_str()), Ok(email.clone()));
            prop_assert!(!email.as_str().contains(['\r', '\n', ' ']));
        }
        if let Ok(phone) = Phone::parse(&typed) {
            prop_assert_eq!(Phone::parse(phone.as_str()), Ok(phone));
        }
        if let Ok(url) = SafeUrl::parse(&typed) {
            prop_assert!(url.as_str().starts_with("http://") || url.as_str().starts_with("https://"));
            prop_assert_eq!(SafeUrl::parse(url.as_str()), Ok(url));
        }
        let _ = time::parse_time(&typed, "");
        let _ = time::parse_date(&Answers::from_iter([("day", typed.clone()), ("month", typed.clone()), ("year", typed.clone())]), "The date");
        let _ = is_own_path(&typed);
    }

    #[test]
    fn a_title_gives_an_address_that_reads_back(title in any::<String>()) {
        let slug = Slug::from_title(&title);
        prop_assert_eq!(Slug::parse(slug.as_str()), Some(slug.clone()));
        prop_assert_eq!(Slug::from_title(slug.as_str()), slug);
    }

    #[test]
    fn markdown_never_gives_more_than_the_short_list_of_elements(typed in any::<String>()) {
        let html = markup::render(&typed);
        for piece in html.as_str().split('<').skip(1) {
            let name: String = piece.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
            prop_assert!(["p", "br", "em", "strong", "ul", "ol", "li", "h3", "blockquote", "a"].contains(&name.as_str()), "{}", html.as_str());
        }
    }

    #[test]
    fn markdown_built_to_break_out_does_not(parts in proptest::collection::vec(prop_oneof![
        Just("<script>"), Just("</p>"), Just("<img src=x onerror=a>"), Just("[a](javascript:a)"), Just("`"), Just("\"><svg/onload=a>"),
        Just("&#x3C;script&#x3E;"), Just("<!--"), Just("-->"), Just("![x](data:text/html,a)"), Just("<a href=\"javascript:a\">"), Just("\n\n"), Just("> "), Just("* "),
        Just("[x]: javascript:a\n[x]"), Just("<style>"), Just("word"), Just("<https://e.x/\"onclick=a>")
    ], 0..12)) {
        let html = markup::render(&parts.concat());
        let lower = html.as_str().to_lowercase();
        for tag in ["<script", "<img", "<svg", "<style", "<!--", "<a href=\"javascript", "<a href=\"data"] {
            prop_assert!(!lower.contains(tag), "{}", html.as_str());
        }
    }

    #[test]
    fn search_finds_every_text_by_itself(typed in "\\PC{0,60}") {
        prop_assert!(search::matches(&search::fold(&typed), &typed));
    }

    #[test]
    fn a_filter_reads_back_from_its_own_address(
        q in "[a-zA-Z ]{0,20}", day in prop_oneof!["2026-11-2[3-9]", Just("any-time".to_owned())], format in prop_oneof![Just("online"), Just("nonsense")],
        time in prop_oneof![Just("morning"), Just("midnight")], ticked in prop::sample::subsequence(vec!["free", "expenses", "places"], 0..=3)
    ) {
        let answers = [("q", q.as_str()), ("day", day.as_str()), ("format", format), ("access", "bsl"), ("time", time), ("kind", "cafe"), ("region", "north-west"), ("audience", "carers"), ("language", "welsh"), ("question", "2")];
        let mut query = Answers::from_iter(answers);
        ticked.iter().for_each(|name| query.set(*name, "yes"));
        let filter = Filter::parse(&query);
        let again = Filter::parse(&filter.pairs().into_iter().collect());
        prop_assert_eq!(again, filter);
    }

    #[test]
    fn free_places_are_never_below_nothing(capacity in 0u32..50, confirmed in 0u32..80, held in 0u32..80) {
        let mut pool = Places::new(Some(capacity)).room;
        pool.confirmed = confirmed;
        pool.held = held;
        pool.left = Some(i64::from(capacity) - i64::from(confirmed) - i64::from(held));
        prop_assert!(pool.is_consistent());
        prop_assert_eq!(pool.free(), Some(u32::try_from((i64::from(capacity) - i64::from(confirmed) - i64::from(held)).max(0)).unwrap()));
    }

    #[test]
    fn a_registration_that_ended_does_not_begin_again(acts in proptest::collection::vec(0usize..RegistrationAct::ALL.len(), 0..20)) {
        let mut state = RegistrationState::Unconfirmed;
        let mut ended = false;
        for act in acts {
            if let Some(next) = state.after(RegistrationAct::ALL[act]) {
                prop_assert!(!ended);
                state = next;
            }
            ended |= !state.is_active();
        }
    }
}
