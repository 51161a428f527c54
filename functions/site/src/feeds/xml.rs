//! Writing XML: text and attributes escaped, what XML can't hold left out.

/// Text as it may stand in an element or an attribute. Control characters and the two that are none (XML 1.0, 2.2) are left out.
pub fn escape(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control() && !matches!(c, '\u{fffe}' | '\u{ffff}')).collect();
    plain.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An element that holds text: `<title>Words</title>`.
pub fn element(name: &str, text: &str) -> String {
    format!("<{name}>{}</{name}>", escape(text))
}

/// A link of a feed to an address, and what that is to it: `self`, `alternate`.
pub fn link(rel: &str, kind: &str, address: &str) -> String {
    format!("<link rel=\"{rel}\" type=\"{kind}\" href=\"{}\"/>", escape(address))
}
