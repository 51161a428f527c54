//! The bills as text: the table of the README, one bill by line, the list of prices.

use std::fmt::Write;

use anyhow::Result;

use crate::bill::{Bill, Size, bill};
use crate::measured::Measured;
use crate::prices::Prices;

const EVENTS: [f64; 3] = [10.0, 640.0, 10_000.0];
const VISITS: [f64; 3] = [1_000.0, 50_000.0, 1_000_000.0];

/// The table of the README: US dollars a week, in full, and in brackets after what every account has for nothing.
///
/// # Errors
/// Where something was not measured or has no price.
pub fn table(measured: &Measured, prices: &Prices) -> Result<String> {
    let mut out = String::from("| a week with |");
    for visits in VISITS {
        let _ = write!(out, " {} visits |", number(visits));
    }
    out.push_str("\n|---|---:|---:|---:|\n");
    for events in EVENTS {
        let _ = write!(out, "| {} events |", number(events));
        for visits in VISITS {
            let bill = bill(Size { events, visits }, measured, prices)?;
            let _ = write!(out, " {} ({}) |", dollars(bill.dollars()), dollars(bill.after_free()));
        }
        out.push('\n');
    }
    Ok(out)
}

/// One bill, line by line.
pub fn one(bill: &Bill) -> String {
    let mut out = format!("{:<22} {:>16} {:>12} {:>12}  what\n", "", "quantity", "in full", "after free");
    for line in &bill.0 {
        let (full, after) = (dollars(line.dollars()), dollars(line.after_free()));
        let _ = writeln!(out, "{:<22} {:>16} {full:>12} {after:>12}  {}", line.price.name, number(line.quantity), line.price.what);
    }
    let _ = writeln!(out, "{:<22} {:>16} {:>12} {:>12}", "a week", "", dollars(bill.dollars()), dollars(bill.after_free()));
    out
}

/// Every price with where it stands.
pub fn list(prices: &Prices) -> String {
    let mut out = format!(
        "US dollars without tax, {}. Each as somebody quoted it who read the list; read it there again before you rely on it.\n",
        prices.region
    );
    for price in &prices.prices {
        let sure = if price.sure { "" } else { "NOT VERIFIED: " };
        let _ =
            writeln!(out, "\n{}: ${} for {} ({}); free each month: {}", price.name, price.dollars, number(price.per), price.what, number(price.free));
        let _ = writeln!(out, "  {} {}, published {}\n  {sure}{}", price.list, price.line, price.published, price.known);
    }
    out
}

fn dollars(amount: f64) -> String {
    match amount {
        a if a >= 100.0 => format!("${}", number(a.round())),
        a => format!("${a:.2}"),
    }
}

/// A number with commas, without more places than it needs.
fn number(value: f64) -> String {
    if value != 0.0 && value < 10.0 && value.fract() != 0.0 {
        return format!("{value:.3}");
    }
    let digits = format!("{value:.0}");
    let mut out = String::new();
    for (n, digit) in digits.chars().enumerate() {
        if n > 0 && (digits.len() - n).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_people_write_them() {
        let written: Vec<String> = [0.0, 7.0, 0.1234, 999.0, 1_000.0, 12_345.6, 1_000_000.0].into_iter().map(number).collect();
        assert_eq!(written, ["0", "7", "0.123", "999", "1,000", "12,346", "1,000,000"]);
        assert_eq!([dollars(0.004), dollars(3.456), dollars(1234.5)], ["$0.00", "$3.46", "$1,235"]);
    }
}
