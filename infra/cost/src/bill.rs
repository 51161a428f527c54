//! A week's bill, line by line.

use anyhow::Result;

use crate::measured::{Measured, Used};
use crate::prices::{Price, Prices};
use crate::supposed::{self as s};

/// How large the week is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Events listed, told of and booked within the week.
    pub events: f64,
    /// Visits.
    pub visits: f64,
}

/// One line: so many of something.
#[derive(Clone, Debug)]
pub struct Line {
    /// What is paid for, and how dear it is.
    pub price: Price,
    /// How many of it.
    pub quantity: f64,
}

/// Days of a week, and of a month on average.
const WEEK: f64 = 7.0 / (365.0 / 12.0);
const MINUTES: f64 = 7.0 * 24.0 * 60.0;

impl Line {
    /// US dollars when nothing is free.
    pub fn dollars(&self) -> f64 {
        self.cost(self.quantity)
    }

    /// US dollars after the week's share of what every account has for nothing.
    pub fn after_free(&self) -> f64 {
        let share = if self.price.monthly { 1.0 } else { WEEK };
        self.cost((self.quantity - self.price.free * share).max(0.0))
    }

    fn cost(&self, quantity: f64) -> f64 {
        let share = if self.price.monthly { WEEK } else { 1.0 };
        quantity * share * self.price.dollars / self.price.per
    }
}

/// A week's bill.
#[derive(Clone, Debug)]
pub struct Bill(pub Vec<Line>);

impl Bill {
    /// US dollars when nothing is free.
    pub fn dollars(&self) -> f64 {
        self.0.iter().map(Line::dollars).sum()
    }

    /// US dollars after what every account has for nothing.
    pub fn after_free(&self) -> f64 {
        self.0.iter().map(Line::after_free).sum()
    }
}

/// The bill of a week of this size.
///
/// # Errors
/// Where a step was not measured or something has no price.
pub fn bill(size: Size, measured: &Measured, prices: &Prices) -> Result<Bill> {
    let times = |name: &str, count: f64| -> Result<(Used, f64)> { Ok((measured.step(name)?, count)) };
    let (booked, told) = (size.visits * s::BOOKINGS / 100.0, size.events * s::TOLD / 100.0);
    let steps = [
        times("open the calendar", size.visits * s::CALENDARS)?,
        times("open an event", size.visits * s::EVENTS)?,
        times("open a story", size.visits * s::STORIES)?,
        times("list and publish an event", size.events)?,
        times("book a place", booked)?,
        times("write to somebody who booked", booked * s::MAILS_LATER)?,
        times("tell and publish a story", told)?,
    ];
    let sum = |of: fn(&Used) -> f64| steps.iter().map(|(used, count)| of(used) * count).sum::<f64>();
    let (requests, mails) = (sum(|used| used.requests as f64), sum(|used| used.mails as f64));
    let minute = measured.step("a minute of the keeper")?;
    let read_again = (size.visits * s::CALENDARS).min(s::COPIES * MINUTES * 60.0 / s::KEPT_SECONDS);
    let small_seconds = (MINUTES * s::KEEPER_MILLISECONDS + mails * s::MILLISECONDS) / 1_000.0;
    let kept_gigabytes = ((size.events + told) * s::EVENT_BYTES + booked * s::BOOKING_BYTES) / 1e9;
    // Once a day the keeper walks through everything that is kept, four kilobytes a unit.
    let walked = kept_gigabytes * 1e9 / 4_096.0 * 7.0;
    let reads = sum(|used| used.reads) + minute.reads * MINUTES + read_again * measured.cards(size.events)? + walked;
    let quantities = [
        ("Lambda requests", requests + mails + MINUTES),
        ("Lambda time", requests * s::MILLISECONDS / 1_000.0 * s::MEMORY + small_seconds * s::SMALL_MEMORY),
        ("API Gateway", requests),
        ("DynamoDB reads", reads),
        ("DynamoDB writes", sum(|used| used.writes) + minute.writes * MINUTES),
        ("DynamoDB storage", kept_gigabytes),
        ("DynamoDB backup", kept_gigabytes),
        ("CloudFront requests", requests + size.visits * s::FILES),
        ("CloudFront traffic", size.visits * s::KILOBYTES / 1e6),
        ("SES", mails),
        ("CloudWatch logs", (requests + mails + MINUTES) * s::LOGGED / 1e9),
        ("CloudWatch figures", s::FIGURES),
        ("CloudWatch alarms", s::ALARMS),
        ("Secrets", s::SECRETS),
        ("Key", s::KEYS),
    ];
    let line = |(name, quantity): (&str, f64)| Ok(Line { price: prices.of(name)?.clone(), quantity });
    quantities.into_iter().map(line).collect::<Result<_>>().map(Bill)
}
