//! Long words and phrases with plainer ones, chosen for stories about services. Small letters; the words in the order of the alphabet.

/// A long word, and a plainer one.
#[rustfmt::skip]
pub(super) const WORDS: &[(&str, &str)] = &[
    ("accommodate", "fit in"), ("accomplish", "do"), ("accomplished", "done"), ("accordingly", "so"), ("additional", "more"),
    ("additionally", "also"), ("aforementioned", "this"), ("ameliorate", "make better"), ("approximately", "about"), ("ascertain", "find out"),
    ("ascertained", "found out"), ("assistance", "help"), ("attain", "reach"), ("beneficial", "helpful"), ("collaborate", "work together"),
    ("collaborated", "worked together"), ("collaboratively", "together"), ("commence", "start"), ("commenced", "started"),
    ("commencing", "starting"), ("comprise", "are made up of"), ("comprises", "is made up of"), ("concerning", "about"), ("consequently", "so"),
    ("currently", "now"), ("demonstrate", "show"), ("demonstrated", "showed"), ("demonstrates", "shows"), ("discontinue", "stop"),
    ("discontinued", "stopped"), ("disseminate", "share"), ("disseminated", "shared"), ("endeavour", "try"), ("endeavoured", "tried"),
    ("enquire", "ask"), ("enquired", "asked"), ("equitable", "fair"), ("establish", "set up"), ("established", "set up"),
    ("expedite", "speed up"), ("facilitate", "help"), ("facilitated", "helped"), ("facilitates", "helps"), ("facilitating", "helping"),
    ("finalise", "finish"), ("finalised", "finished"), ("frequently", "often"), ("fundamental", "main"), ("furthermore", "also"),
    ("henceforth", "from now on"), ("implement", "carry out"), ("implementation", "carrying out"), ("implemented", "carried out"),
    ("implementing", "carrying out"), ("inception", "start"), ("individuals", "people"), ("initiate", "start"), ("initiated", "started"),
    ("initiative", "plan"), ("initiatives", "plans"), ("leverage", "use"), ("leveraged", "used"), ("methodologies", "methods"),
    ("methodology", "method"), ("moreover", "also"), ("multidisciplinary", "of different professions"), ("necessitate", "need"),
    ("necessitated", "needed"), ("nevertheless", "but"), ("notwithstanding", "in spite of"), ("numerous", "many"), ("objective", "aim"),
    ("objectives", "aims"), ("obtain", "get"), ("obtained", "got"), ("optimum", "best"), ("participate", "take part"),
    ("participated", "took part"), ("participating", "taking part"), ("participation", "taking part"), ("predominantly", "mostly"),
    ("primarily", "mainly"), ("purchase", "buy"), ("purchased", "bought"), ("regarding", "about"), ("remunerate", "pay"), ("remunerated", "paid"),
    ("remuneration", "pay"), ("requirement", "need"), ("requirements", "needs"), ("residing", "living"), ("signposted", "told about"),
    ("signposting", "telling people about"), ("stakeholder", "person with a part in it"), ("stakeholders", "people with a part in it"),
    ("subsequent", "later"), ("subsequently", "later"), ("substantial", "large"), ("sufficient", "enough"), ("sufficiently", "enough"),
    ("terminate", "end"), ("terminated", "ended"), ("thereafter", "after that"), ("transition", "move"), ("underpinned", "supported"),
    ("underpins", "supports"), ("undertake", "do"), ("undertaken", "done"), ("undertook", "did"), ("utilisation", "use"), ("utilise", "use"),
    ("utilised", "used"), ("utilises", "uses"), ("utilising", "using"), ("utilize", "use"), ("utilized", "used"), ("whilst", "while"),
];

/// A phrase of several words, and a plainer one.
pub(super) const PHRASES: &[(&str, &str)] = &[
    ("a large number of", "many"),
    ("at this point in time", "now"),
    ("due to the fact that", "because"),
    ("for the purpose of", "for"),
    ("in accordance with", "by"),
    ("in addition to", "besides"),
    ("in order to", "to"),
    ("in relation to", "about"),
    ("in the event that", "if"),
    ("on a regular basis", "often"),
    ("prior to", "before"),
    ("the majority of", "most"),
    ("with regard to", "about"),
    ("with the exception of", "but for"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_in_order_and_each_plainer_one_is_plain_itself() {
        assert!(WORDS.is_sorted_by(|(a, _), (b, _)| a < b));
        for (long, plain) in WORDS.iter().chain(PHRASES) {
            assert_eq!(long.to_lowercase(), *long);
            let again = WORDS.iter().find(|(word, _)| plain.split(' ').any(|part| part == *word));
            assert!(again.is_none(), "{plain}, for {long}, has a plainer one");
        }
    }
}
