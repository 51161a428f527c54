//! The figures that alarms look at are figures that functions write, and what is there whether anybody comes is paid for in the bill.

use std::collections::BTreeSet;
use std::path::Path;

use cost::supposed;
use hub_tests::template::Template;
use regex::Regex;

/// The hub's own figures, with the function that writes each: `keeper Ticks`.
fn written() -> BTreeSet<String> {
    let figure = Regex::new(r"\b([A-Z][A-Za-z]+) =").unwrap();
    let mut all = BTreeSet::new();
    for (folder, functions) in
        [("web", &["site", "events", "registrations", "stories", "desk"][..]), ("mailer", &["mailer"]), ("keeper", &["keeper"])]
    {
        let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../../functions").join(folder).join("src")];
        while let Some(folder) = folders.pop() {
            for path in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("log/tests.rs") {
                    let text = std::fs::read_to_string(path).unwrap();
                    let events = text.split("target: METRICS,").skip(1).map(|rest| rest.split(");").next().unwrap_or_default());
                    let names = events.flat_map(|event| figure.captures_iter(event).map(|c| c[1].to_owned()).collect::<Vec<_>>());
                    all.extend(names.flat_map(|name| functions.iter().map(move |function| format!("{function} {name}"))));
                }
            }
        }
    }
    all
}

#[test]
fn an_alarm_on_a_figure_of_the_hub_s_own_looks_at_one_that_is_written() {
    let own: Vec<_> = Template::get().of_type("AWS::CloudWatch::Alarm").filter(|(_, alarm)| alarm["Namespace"] == web::log::NAMESPACE).collect();
    assert_eq!(own.len(), 2);
    for (name, alarm) in own {
        let function = &alarm["Dimensions"][0];
        assert_eq!(function["Name"], "function", "{name}");
        let whose = function["Value"].as_str().unwrap().trim_start_matches("hub-").to_owned();
        let looked_at = format!("{whose} {}", alarm["MetricName"].as_str().unwrap());
        assert!(written().contains(&looked_at), "{name}: nobody writes {looked_at}");
    }
    assert!(!written().contains("keeper MessagesForgotten"), "the search can fail");
}

#[test]
fn the_bill_counts_what_is_there_anyway() {
    let template = Template::get();
    let looked_at = |alarm: &serde_json::Value| {
        let all = alarm["Metrics"].as_array().into_iter().flatten();
        all.filter(|metric| !metric["MetricStat"].is_null()).count().max(1)
    };
    let alarms: usize = template.of_type("AWS::CloudWatch::Alarm").map(|(_, alarm)| looked_at(alarm)).sum();
    let counted = [written().len(), alarms, template.of_type("AWS::SecretsManager::Secret").count(), template.of_type("AWS::KMS::Key").count()];
    assert_eq!(counted.map(|count| count as f64), [supposed::FIGURES, supposed::ALARMS, supposed::SECRETS, supposed::KEYS]);
}
