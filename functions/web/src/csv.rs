//! Tables for spreadsheets (RFC 4180), in which nothing that somebody typed is taken for a formula (quality-bar S-23).

/// What the file is, with its letters.
pub const CONTENT_TYPE: &str = "text/csv; charset=utf-8";

/// What a spreadsheet takes for the start of a formula, or of a field of another kind.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋'];

/// A table with a line of names. It begins with a mark by which spreadsheets know the letters.
pub fn table(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut out = String::from("\u{feff}");
    line(&mut out, head.iter().map(|name| (*name).to_owned()));
    rows.for_each(|row| line(&mut out, row.into_iter()));
    out
}

fn line(out: &mut String, fields: impl Iterator<Item = String>) {
    let fields: Vec<String> = fields.map(|text| field(&text)).collect();
    out.push_str(&fields.join(","));
    out.push_str("\r\n");
}

/// A field in quotation marks; an apostrophe goes before whatever could be a formula. Every line of it counts: a spreadsheet that
/// splits at line breaks would find the formula there.
fn field(text: &str) -> String {
    let guarded: Vec<String> = text
        .split('\n')
        .map(|line| match line.trim_start_matches(' ').starts_with(FORMULA) {
            true => format!("'{line}"),
            false => line.to_owned(),
        })
        .collect();
    format!("\"{}\"", guarded.join("\n").replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_typed_becomes_a_formula_or_another_field() {
        let typed = ["=1+1", " =cmd", "+44", "-1", "@SUM(A1)", "\tx", "a\n=b", "\",=1,\"", "Ann, Ben", "＝1"];
        let table = table(&["Name"], typed.iter().map(|text| vec![(*text).to_owned()]));
        assert_eq!(table.lines().next(), Some("\u{feff}\"Name\""));
        for bad in ["\"=", "\" =", "\"+", "\"-", "\"@", "\n=", "\"\t", "\"＝"] {
            assert!(!table.contains(bad), "{bad:?} in {table}");
        }
        assert!(table.contains("\"\"\",=1,\"\"\""), "quotation marks stay inside their field: {table}");
        assert!(table.contains("\"Ann, Ben\"\r\n"));
    }
}
