//! The scripts that pages name, with the names of what these load.

use crate::site::File;
use anyhow::{Result, ensure};
use std::path::Path;

/// Fills the names into the script and takes out the lines that are only a comment.
///
/// # Errors
/// When the script has lost its two places.
pub fn fill(path: &Path, glue: &File, module: &File) -> Result<String> {
    filled(&crate::read(path)?, path, glue, module)
}

/// A script that loads nothing, without the lines that are only a comment.
///
/// # Errors
/// When it can't be read.
pub fn plain(path: &Path) -> Result<String> {
    Ok(without_comments(&crate::read(path)?))
}

fn without_comments(script: &str) -> String {
    script.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with("//")).fold(String::new(), |all, line| all + line + "\n")
}

fn filled(script: &str, path: &Path, glue: &File, module: &File) -> Result<String> {
    let mut filled = without_comments(script);
    for (place, file) in [("{{app_js}}", glue), ("{{app_wasm}}", module)] {
        ensure!(filled.contains(place), "{} must hold {place} where that file's name belongs: put it back", path.display());
        filled = filled.replace(place, &file.name);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    fn file(name: &str) -> File {
        File { name: name.to_owned(), address: format!("/assets/{name}"), path: PathBuf::new() }
    }

    #[test]
    fn the_script_loads_the_hashed_glue_and_module() {
        let script = "// Why.\nimport(\"./{{app_js}}\"); // kept\n\nfetch(\"./{{app_wasm}}\");\n";
        let filled = filled(script, Path::new("islands.js"), &file("app.11111111.js"), &file("app.22222222.wasm")).expect("both places are there");
        assert_eq!(filled, "import(\"./app.11111111.js\"); // kept\nfetch(\"./app.22222222.wasm\");\n");
    }

    #[test]
    fn a_script_without_its_places_is_refused() {
        let why = filled("import(\"./{{app_js}}\");", Path::new("islands.js"), &file("a.js"), &file("a.wasm"))
            .expect_err("one place is missing")
            .to_string();
        assert!(why.contains("{{app_wasm}}"), "{why}");
    }
}
