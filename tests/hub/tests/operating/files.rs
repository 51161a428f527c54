//! What stands in files.

use std::path::Path;

/// Everything that stands in a folder's files.
pub fn all_text(folder: &Path) -> String {
    let mut out = String::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        match entry.path() {
            path if path.is_dir() => out.push_str(&all_text(&path)),
            path => out.push_str(&std::fs::read_to_string(path).unwrap()),
        }
    }
    out
}
