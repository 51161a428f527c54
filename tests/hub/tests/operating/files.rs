//! What stands in files.

use std::path::Path;

/// Every file under a folder: its name from there, and what stands in it.
pub fn all(folder: &Path) -> Vec<(String, String)> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let (path, name) = (entry.path(), entry.file_name().to_string_lossy().into_owned());
        match path.is_dir() {
            true => out.extend(all(&path).into_iter().map(|(inner, text)| (format!("{name}/{inner}"), text))),
            false => out.push((name, std::fs::read_to_string(path).unwrap())),
        }
    }
    out
}

/// Everything that stands in a folder's files.
pub fn all_text(folder: &Path) -> String {
    all(folder).into_iter().map(|(_, text)| text).collect()
}
