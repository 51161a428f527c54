//! Codes of an authenticator app (RFC 6238): six digits, 30 seconds, one step of tolerance either way.

use data_encoding::BASE32_NOPAD;
use frontend::components::QrDrawing;
use jiff::Timestamp;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::Builder;
use web::Context;

/// A new secret of 160 bits, base 32.
pub(crate) fn new_secret(context: &Context) -> String {
    BASE32_NOPAD.encode(&context.random::<20>())
}

/// Only the digits of what was typed: people paste codes with spaces.
pub(crate) fn digits(typed: &str) -> String {
    typed.chars().filter(char::is_ascii_digit).take(12).collect()
}

/// The time step of a code, if it fits now.
pub(crate) fn step_of(secret: &str, code: &str, now: Timestamp) -> Option<u64> {
    let bytes: [u8; 20] = BASE32_NOPAD.decode(secret.as_bytes()).ok()?.try_into().ok()?;
    let totp = Builder::new().with_secret(bytes).build().ok()?;
    totp.check(code, u64::try_from(now.as_second()).ok()?)
}

/// The secret in groups of four, to be typed.
pub(crate) fn grouped(secret: &str) -> String {
    secret.as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join(" ")
}

/// The picture that sets an app up.
pub(crate) fn drawing(secret: &str, account: &str) -> QrDrawing {
    let account = utf8_percent_encode(account, NON_ALPHANUMERIC);
    let name = utf8_percent_encode("Co-production Week Hub", NON_ALPHANUMERIC);
    let address = format!("otpauth://totp/{name}:{account}?secret={secret}&issuer={name}&algorithm=SHA1&digits=6&period=30");
    web::qr::drawing(&address)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B: `12345678901234567890`.
    const RFC: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_codes_are_those_of_the_rfc() {
        for (second, code) in [(59, "287082"), (1_111_111_109, "081804"), (2_000_000_000, "279037")] {
            let now = Timestamp::from_second(second).unwrap();
            assert_eq!(step_of(RFC, code, now), Some(second as u64 / 30), "{second}");
        }
    }

    #[test]
    fn a_code_is_good_one_step_early_or_late_and_no_more() {
        let at = |second| Timestamp::from_second(second).unwrap();
        for (second, fits) in [(59, true), (60, true), (89, true), (90, false), (29, true)] {
            assert_eq!(step_of(RFC, "287082", at(second)).is_some(), fits, "{second}");
        }
    }

    #[test]
    fn the_picture_fits_the_longest_address() {
        let account = format!("{}@example.org", "a".repeat(242));
        let drawing = drawing(RFC, &account);
        assert!(drawing.size > 29 && drawing.path.starts_with("M4 4h7v1h-7z"));
        assert_eq!(grouped("ABCDEFGHIJ"), "ABCD EFGH IJ");
    }
}
