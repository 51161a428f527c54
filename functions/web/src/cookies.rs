//! Cookies: only necessary ones, all `__Host-`, `Secure`, `HttpOnly` (quality-bar S-09).

use http::{HeaderMap, HeaderName, HeaderValue, header};

/// The value of a cookie.
pub fn get<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(n, value)| (n == name).then_some(value))
}

/// The header that sets a cookie for so many seconds; 0 takes it away. Name and value are ours and hold no special character;
/// `same_site` is `Lax` or `Strict`.
pub fn set(name: &str, value: &str, seconds: i64, same_site: &str) -> (HeaderName, HeaderValue) {
    let text = format!("{name}={value}; Path=/; Max-Age={seconds}; Secure; HttpOnly; SameSite={same_site}");
    (header::SET_COOKIE, HeaderValue::try_from(text).unwrap_or(HeaderValue::from_static("")))
}
