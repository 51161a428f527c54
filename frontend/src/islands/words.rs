//! What the word count says.

/// How far a text of `count` words is, against a `limit`: `12 of 40 words used`.
pub fn progress(count: usize, limit: u32) -> String {
    let limit = limit as usize;
    match count.saturating_sub(limit) {
        0 => format!("{count} of {limit} words used"),
        1 => format!("{count} of {limit} words used: 1 word too many"),
        over => format!("{count} of {limit} words used: {over} words too many"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_how_far_a_text_is() {
        assert_eq!(progress(0, 40), "0 of 40 words used");
        assert_eq!(progress(40, 40), "40 of 40 words used");
        assert_eq!(progress(41, 40), "41 of 40 words used: 1 word too many");
        assert_eq!(progress(45, 40), "45 of 40 words used: 5 words too many");
    }
}
