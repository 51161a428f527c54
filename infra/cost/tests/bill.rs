//! The bill answers to what goes into it, and the README shows what the command prints.

use cost::{Measured, Prices, Size, bill, table};

const QUIET: Size = Size { events: 0.0, visits: 0.0 };

fn read() -> (Measured, Prices) {
    (Measured::written().expect("units"), Prices::written().expect("prices"))
}

#[test]
fn the_readme_shows_the_table_that_the_command_prints() {
    let (measured, prices) = read();
    let printed = table(&measured, &prices).unwrap();
    assert!(include_str!("../../../README.md").contains(&printed), "put this into the README:\n{printed}");
}

#[test]
fn every_line_of_a_quiet_week_is_what_is_there_anyway() {
    let (measured, prices) = read();
    let quiet = bill(QUIET, &measured, &prices).unwrap();
    for line in &quiet.0 {
        let anyway = ["Lambda requests", "Lambda time", "DynamoDB reads", "CloudWatch logs"];
        let fixed = ["CloudWatch figures", "CloudWatch alarms", "Secrets", "Key"];
        let there = anyway.contains(&line.price.name.as_str()) || fixed.contains(&line.price.name.as_str());
        assert_eq!(line.quantity > 0.0, there, "{} {}", line.price.name, line.quantity);
    }
    assert!(quiet.after_free() < quiet.dollars() && quiet.dollars() < 5.0, "{}", quiet.dollars());
}

#[test]
fn more_of_anything_never_costs_less_and_a_dearer_price_is_a_dearer_week() {
    let (measured, mut prices) = read();
    let cost = |events: f64, visits: f64, prices: &Prices| bill(Size { events, visits }, &measured, prices).unwrap().dollars();
    let sizes = [(0.0, 0.0), (10.0, 1_000.0), (640.0, 1_000.0), (640.0, 50_000.0), (10_000.0, 50_000.0), (10_000.0, 1_000_000.0)];
    for pair in sizes.windows(2) {
        assert!(cost(pair[0].0, pair[0].1, &prices) < cost(pair[1].0, pair[1].1, &prices), "{pair:?}");
    }
    let before = cost(640.0, 50_000.0, &prices);
    for n in 0..prices.prices.len() {
        prices.prices[n].dollars *= 2.0;
        assert!(cost(640.0, 50_000.0, &prices) > before, "{} is not paid for", prices.prices[n].name);
        prices.prices[n].dollars /= 2.0;
    }
}

#[test]
fn every_price_says_where_it_stands_and_how_it_is_known() {
    let (_, prices) = read();
    for price in &prices.prices {
        assert!(price.list.starts_with("https://") && !price.line.is_empty() && !price.known.is_empty(), "{}", price.name);
        assert!(price.published.len() == 10 || !price.sure, "{}: {}", price.name, price.published);
        assert!(price.dollars > 0.0 && price.per >= 1.0, "{}", price.name);
    }
}

#[test]
fn cards_are_read_on_the_line_through_what_was_measured() {
    let (mut measured, _) = read();
    measured.cards = [(10, 4.0), (110, 24.0)].into();
    assert_eq!([10.0, 60.0, 110.0, 1_010.0].map(|events| measured.cards(events).unwrap()), [4.0, 14.0, 24.0, 204.0]);
    measured.cards = [(10, 4.0)].into();
    assert!(measured.cards(5.0).is_err());
}
