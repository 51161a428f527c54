//! What nobody should type, and somebody does.

use hub_tests::Seed;

/// Kinds of trouble, each with its cause: numbers and days that are none, other scripts, characters that can't be seen, markup, formulas,
/// ends of lines, names of things in programs.
pub const VALUES: [&str; 44] = [
    "",
    " ",
    "\t\r\n",
    "null",
    "undefined",
    "NaN",
    "-1",
    "0",
    "1e309",
    "99999999999999999999",
    "0x10",
    "1,5",
    "٣",
    "29 February 2027",
    "31/04/2026",
    "24:00",
    "25:61",
    "1.30am",
    "\0",
    "\u{7}\u{8}\u{1b}[31m",
    "\u{feff}start",
    "zero\u{200b}width\u{200d}here",
    "\u{202e}drow\u{202c}",
    "שלום עולם",
    "Tŷ’r Ŵyl, Siân O’Connor-Ēvans",
    "e\u{301}\u{301}\u{301}\u{301}",
    "👩🏽‍🦽‍➡️👨‍👩‍👧‍👦",
    "ﷺ𝕳𝖚𝖇",
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'; DROP TABLE hub; --",
    "{{7*7}} ${7*7} <%= 7 %>",
    "%00%0d%0aSet-Cookie: a=b",
    "=HYPERLINK(\"https://evil.example\")",
    "@SUM(A1:A9)",
    "https://evil.example/\" onclick=x",
    "javascript:alert(1)",
    "a@b",
    "a@b.example\nBcc: c@d.example",
    "../../etc/passwd",
    "EVENT#x#REG#y",
    "[x](javascript:alert(1)) ![y](//evil.example/y)",
    "first line\r\n\r\nsecond line",
    "\u{ffff}\u{10ffff}",
];

/// One of them, or random characters, or a very long word.
pub fn value(seed: &Seed, nth: usize) -> String {
    match VALUES.get(nth) {
        Some(value) => (*value).to_owned(),
        None if seed.below(8) == 0 => seed.letters(1 + seed.below(20_000) as usize),
        None => (0..1 + seed.below(60)).filter_map(|_| char::from_u32(seed.below(0x1_1000) as u32)).collect(),
    }
}

/// Whether a page can show it as it was typed: browsers themselves change what can't be seen, and line ends.
pub fn can_stay(value: &str) -> bool {
    !value.chars().any(|c| c.is_control() || c == '\u{feff}' || ('\u{fdd0}'..='\u{fdef}').contains(&c) || c as u32 & 0xfffe == 0xfffe)
}
