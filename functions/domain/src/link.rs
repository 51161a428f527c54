//! Addresses of other sites, given by people.

use serde::{Deserialize, Serialize};

use crate::text::one_line;

/// An `https` or `http` address. Anything else (`javascript:`, `data:`) never becomes a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SafeUrl(String);

impl SafeUrl {
    /// Up to 500 characters; a bare `example.org/page` gets `https://` in front.
    pub fn parse(typed: &str) -> Result<Self, String> {
        let wrong = || "Enter a web address, like https://example.org/booking".to_owned();
        let text = one_line(typed);
        let text = match text.split_once(':') {
            Some((scheme, rest)) if rest.starts_with("//") => {
                let scheme = scheme.to_ascii_lowercase();
                if scheme != "https" && scheme != "http" {
                    return Err(wrong());
                }
                format!("{scheme}:{rest}")
            }
            Some((scheme, _)) if !scheme.contains('.') => return Err(wrong()),
            _ if text.is_empty() => return Err(wrong()),
            _ => format!("https://{text}"),
        };
        let host = text.split("//").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or("");
        let plain = text.chars().all(|c| !c.is_whitespace() && !c.is_control() && !"<>\"\\^`{|}".contains(c));
        if !plain || host.contains('@') || !host.trim_end_matches('.').contains('.') || text.len() > 500 {
            return Err(wrong());
        }
        Ok(Self(text))
    }

    /// The whole address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether a path leads to a page of our own (quality-bar S-28): one leading `/`, no second, no backslash, no control character.
pub fn is_own_path(path: &str) -> bool {
    path.starts_with('/')
        && !path.starts_with("//")
        && !path.chars().any(|c| c == '\\' || c.is_control())
        && !path.to_ascii_lowercase().starts_with("/%2f")
        && !path.to_ascii_lowercase().starts_with("/%5c")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        for wrong in ["javascript:alert(1)", "JaVaScRiPt://x.y/%0aalert(1)", "data:text/html,x", "//evil", "", "https://a b.c", "https://u@h.org"] {
            assert!(SafeUrl::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(SafeUrl::parse("example.org/book").unwrap().as_str(), "https://example.org/book");
        assert_eq!(SafeUrl::parse("HTTPS://Example.org").unwrap().as_str(), "https://Example.org");
    }

    #[test]
    fn redirects_stay_at_home() {
        assert!(is_own_path("/events/a?b=c"));
        for wrong in ["//x", "/\\x", "https://x", "", "/a\r\nb", "/%2Fx", "/%5cx"] {
            assert!(!is_own_path(wrong), "{wrong}");
        }
    }
}
