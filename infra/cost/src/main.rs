//! `infra/aws/cost` runs this.

use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use cost::{Measured, Prices, Size, bill, list, one, table};

fn main() -> ExitCode {
    match say(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(text) => {
            print!("{text}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn say(asked: &[String]) -> Result<String> {
    let (measured, prices) = (Measured::written()?, Prices::written()?);
    match asked {
        [] => table(&measured, &prices),
        [only] if only == "--prices" => Ok(list(&prices)),
        [events, visits] => Ok(one(&bill(Size { events: count(events)?, visits: count(visits)? }, &measured, &prices)?)),
        _ => bail!("infra/aws/cost takes nothing, or EVENTS VISITS, or --prices."),
    }
}

fn count(text: &str) -> Result<f64> {
    text.replace(',', "").parse::<u32>().map(f64::from).with_context(|| format!("{text} is no number of events or visits."))
}
