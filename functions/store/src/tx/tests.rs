use super::*;

/// Design, decision 11: tried again only where every reason is none, a failed condition or a conflict.
#[test]
fn only_conflicts_are_tried_again_and_only_beside_what_is_no_fault() {
    for (codes, means) in [
        (&["TransactionConflict"][..], Verdict::Again),
        (&["None", "TransactionConflict", "None"], Verdict::Again),
        (&["ConditionalCheckFailed", "TransactionConflict"], Verdict::Again),
        (&["None", "ConditionalCheckFailed"], Verdict::Refused),
        (&["TransactionConflict", "ThrottlingError"], Verdict::Broken),
        (&["TransactionConflict", "ProvisionedThroughputExceeded"], Verdict::Broken),
        (&["ConditionalCheckFailed", "ItemCollectionSizeLimitExceeded"], Verdict::Broken),
        (&["ValidationError"], Verdict::Broken),
        (&[], Verdict::Broken),
    ] {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        assert_eq!(verdict(&codes), means, "{codes:?}");
    }
}

/// Callers that met each other must not meet again: a pause is anything from nothing to a bound, which doubles up to a second.
#[test]
fn pauses_are_spread_over_all_of_their_bound() {
    for (attempt, bound) in [(0, 20), (1, 40), (3, 160), (5, 640), (6, 1_000), (9, 1_000), (40, 1_000)] {
        let bound = Duration::from_millis(bound);
        let pauses: Vec<Duration> = (0..400).map(|_| pause(attempt)).collect();
        assert!(pauses.iter().all(|pause| *pause < bound), "{attempt}");
        for quarter in 0..4 {
            let (from, to) = (bound * quarter / 4, bound * (quarter + 1) / 4);
            assert!(pauses.iter().any(|pause| (from..to).contains(pause)), "{attempt}: none between {from:?} and {to:?}");
        }
    }
}
