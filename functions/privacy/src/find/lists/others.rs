//! Days, months, networks, and capital words that are no name.

/// Months.
#[rustfmt::skip]
pub(super) const MONTHS: &[&str] = &[
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
];

/// Days of the week.
#[rustfmt::skip]
pub(super) const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thurs", "fri",
];

/// Where people have names of their own choosing.
#[rustfmt::skip]
pub(super) const NETWORKS: &[&str] = &[
    "instagram", "insta", "facebook", "fb", "twitter", "tiktok", "snapchat", "snap", "youtube", "linkedin", "bluesky", "threads", "discord",
    "reddit", "mastodon", "twitch",
];

/// Capital words that are nobody's name and no place's.
#[rustfmt::skip]
pub(super) const NOT_NAMES: &[&str] = &[
    "i", "i’m", "i'm", "i’ve", "i've", "i’d", "i'd", "i’ll", "i'll", "the", "a", "an", "and", "but", "so", "then", "it", "he", "she", "they",
    "we", "you", "my", "our", "his", "her", "their", "this", "that", "there", "when", "what", "who", "why", "how", "if", "in", "on", "at", "for",
    "from", "with", "by", "to", "of", "or", "as", "is", "was", "not", "no", "yes", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december", "christmas", "easter", "ramadan", "eid", "diwali", "english", "welsh", "scottish", "irish", "british", "gaelic", "urdu", "polish",
    "bsl", "nhs", "england", "scotland", "wales", "ireland", "britain", "uk", "europe", "zoom", "teams", "facebook", "google", "god", "covid",
    "adhd", "ptsd", "ocd", "pip", "cbt", "dbt", "ect", "cmht", "camhs", "a&e", "ae", "easy", "read", "co", "tv", "dr", "mr", "mrs", "ms", "one",
    "two", "three", "black", "asian", "deaf", "muslim", "christian", "sikh", "jewish", "hindu", "samaritans", "mind", "shout", "lego", "excel",
    "powerpoint", "word",
];
