//! The days by which something must have come in: events for the printed programme, stories for the round-up.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::text::one_line;
use crate::time::parse_date_line;

/// The most deadlines that a week has.
pub const MOST: usize = 6;

/// The longest words of one, in characters.
const LONGEST: usize = 120;

/// A last day, and for what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deadline {
    /// The last day on which it counts.
    pub day: Date,
    /// What must have come in by then: "events for the printed programme".
    pub what: String,
}

impl Deadline {
    /// Reads one on each line, the day first and a colon after it: `30 10 2026: events for the printed programme`. In order of days.
    ///
    /// # Errors
    /// A sentence that names the line to mend.
    pub fn parse_lines(typed: &str) -> Result<Vec<Self>, String> {
        let lines: Vec<String> = typed.lines().map(one_line).filter(|line| !line.is_empty()).collect();
        if lines.len() > MOST {
            return Err(format!("A week can have {MOST} deadlines. You entered {}", lines.len()));
        }
        let mut out: Vec<Self> = lines.iter().map(|line| Self::parse(line)).collect::<Result<_, _>>()?;
        out.sort_by_key(|deadline| deadline.day);
        Ok(out)
    }

    fn parse(line: &str) -> Result<Self, String> {
        let wrong = || format!("Write the day, a colon, and what it is for, like 30 10 2026: events for the programme. Look at “{line}”");
        let (day, what) = line.split_once(':').ok_or_else(wrong)?;
        let (day, what) = (parse_date_line(day, "A deadline").map_err(|_| wrong())?, what.trim());
        match what.chars().count() {
            0 => Err(wrong()),
            1..=LONGEST => Ok(Self { day, what: what.to_owned() }),
            long => Err(format!("What a deadline is for must be {LONGEST} characters or fewer. One has {long}")),
        }
    }

    /// The line as somebody would type it.
    pub fn line(&self) -> String {
        format!("{}: {}", self.day.strftime("%-d %-m %Y"), self.what)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_in_order_of_days_and_written_as_they_were_typed() {
        let read = Deadline::parse_lines("13 11 2026: stories for the round-up\n\n 30/10/2026 :  events for the programme: printed").unwrap();
        let lines: Vec<String> = read.iter().map(Deadline::line).collect();
        assert_eq!(lines, ["30 10 2026: events for the programme: printed", "13 11 2026: stories for the round-up"]);
        assert_eq!(Deadline::parse_lines(&lines.join("\n")), Ok(read));
    }

    #[test]
    fn what_cannot_be_read_is_named() {
        for typed in ["stories", "30 10: stories", "31 2 2026: stories", "30 10 2026:", "soon: stories"] {
            assert!(Deadline::parse_lines(typed).unwrap_err().contains(typed.trim()), "{typed}");
        }
        assert!(Deadline::parse_lines(&format!("30 10 2026: {}", "a".repeat(121))).unwrap_err().contains("121"));
        assert!(Deadline::parse_lines(&"30 10 2026: x\n".repeat(7)).unwrap_err().contains("You entered 7"));
    }
}
