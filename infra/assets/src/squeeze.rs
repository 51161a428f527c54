//! A style sheet without what only people read.

/// Takes out comments, and white space where CSS doesn't need it. Strings, addresses in `url()`, the spaces that join
/// selectors and those around the signs in `calc()` stay as they are.
pub fn squeeze(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    let mut gap = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        if next.is_ascii_whitespace() {
            gap = true;
            rest = &rest[1..];
            continue;
        }
        if gap && !out.is_empty() && !out.ends_with(['{', '}', ';', ',', ':']) && !matches!(next, '{' | '}' | ';' | ',') {
            out.push(' ');
        }
        gap = false;
        if next == '}' && out.ends_with(';') {
            out.pop();
        }
        let (whole, after) = rest.split_at(whole(rest, next));
        out.push_str(whole);
        rest = after;
    }
    out
}

/// How many bytes from here on belong together and stay as they are.
fn whole(rest: &str, next: char) -> usize {
    match next {
        '"' | '\'' => to_close(rest, next, 1),
        '\\' => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
        'u' if rest.starts_with("url(") && !rest[4..].trim_start().starts_with(['"', '\'']) => to_close(rest, ')', 4),
        _ => next.len_utf8(),
    }
}

/// The length up to and with the first `close` after `from` that has no backslash before it.
fn to_close(rest: &str, close: char, from: usize) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip_while(|(at, _)| *at < from) {
        if c == close && !escaped {
            return at + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::squeeze;

    #[test]
    fn white_space_and_comments_go() {
        assert_eq!(
            squeeze("/* Why. */\na ,\n b > c {\n  color : red;\n  margin: 0 auto;\n}\n\n@media (width > 40em) { p { top: 0 } }"),
            "a,b > c{color :red;margin:0 auto}@media (width > 40em){p{top:0}}"
        );
    }

    #[test]
    fn strings_stay_as_they_are() {
        assert_eq!(squeeze(r#"a::after { content : "  a ; /* b */ \" {  } " ; }"#), r#"a::after{content :"  a ; /* b */ \" {  } "}"#);
        assert_eq!(squeeze("a { quotes: '  ,  ' '\\'  ' ; }"), "a{quotes:'  ,  ' '\\'  '}");
    }

    #[test]
    fn addresses_stay_as_they_are() {
        assert_eq!(
            squeeze("a { background: url(data:image/svg+xml;a,b  c) , url( \"x  y.svg\" ) }"),
            "a{background:url(data:image/svg+xml;a,b  c),url( \"x  y.svg\" )}"
        );
    }

    #[test]
    fn calc_keeps_the_spaces_around_its_signs() {
        assert_eq!(squeeze("a { width: calc( 1rem  +  2 * (3px - var(--x)) ); }"), "a{width:calc( 1rem + 2 * (3px - var(--x)) )}");
        assert_eq!(squeeze("a { font-size: clamp(2rem, 1.4rem + 2.6vw, 3.1rem) }"), "a{font-size:clamp(2rem,1.4rem + 2.6vw,3.1rem)}");
    }

    #[test]
    fn a_space_before_a_colon_joins_selectors_and_stays() {
        assert_eq!(squeeze("nav :focus-visible , a:hover { color: red }"), "nav :focus-visible,a:hover{color:red}");
    }

    #[test]
    fn escapes_and_letters_of_all_languages_stay() {
        assert_eq!(squeeze(r".\31 0\:b  .Ŵ { content: '→' }"), r".\31 0\:b .Ŵ{content:'→'}");
    }

    #[test]
    fn squeezing_twice_changes_nothing() {
        let once = squeeze("@layer a { .b:is(.c , .d) > .e { --x: 1px ; inset: auto 0 ; } }");
        assert_eq!(squeeze(&once), once);
    }
}
