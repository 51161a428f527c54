//! Where the built files of the browser bundle lie.

use std::{fs, io, path::Path};

/// The addresses of the built files, with the hash of their content in the name, such as `/assets/hub.ab12cd34.css`.
///
/// `infra/assets` writes it as JSON beside the files, and every function reads it once at start. A file's name changes
/// with its content, so each may be kept by browsers for good.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The one style sheet.
    pub css: String,
    /// The one font file.
    pub font: String,
    /// The script that wakes the islands. It is the only one a page names; it brings the glue and the module itself.
    pub islands_js: String,
    /// The glue between the script and the islands' module.
    pub app_js: String,
    /// The islands' module.
    pub app_wasm: String,
    /// The script of the page on which a story is written; it brings the glue and the module itself.
    pub privacy_js: String,
    /// The glue between that script and the check's module.
    pub privacy_app_js: String,
    /// The check's module: what in a story could give somebody away.
    pub privacy_wasm: String,
    /// The icon in the browser's tab.
    pub icon: String,
    /// The picture, 1200 by 630, that other programs show beside a link.
    pub card: String,
}

impl Manifest {
    /// Reads the `manifest.json` that `infra/assets` wrote.
    ///
    /// # Errors
    /// A sentence that names the file and the remedy, when it can't be read or is not a manifest of this version.
    pub fn read(path: &Path) -> io::Result<Self> {
        let remedy = "build the browser bundle with `cargo run -p assets`, or name a folder that holds one";
        let text =
            fs::read_to_string(path).map_err(|why| io::Error::new(why.kind(), format!("{} can't be read ({why}): {remedy}", path.display())))?;
        serde_json::from_str(&text)
            .map_err(|why| io::Error::new(io::ErrorKind::InvalidData, format!("{} is no manifest of this hub ({why}): {remedy}", path.display())))
    }

    /// The addresses of all files, in the order of the fields.
    pub fn addresses(&self) -> [&str; 10] {
        [
            &self.css,
            &self.font,
            &self.islands_js,
            &self.app_js,
            &self.app_wasm,
            &self.privacy_js,
            &self.privacy_app_js,
            &self.privacy_wasm,
            &self.icon,
            &self.card,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_manifest_names_the_command_that_makes_one() {
        let why = Manifest::read(Path::new("nowhere/manifest.json")).expect_err("there is no such file").to_string();
        assert!(why.starts_with("nowhere/manifest.json can't be read"), "{why}");
        assert!(why.contains("cargo run -p assets"), "{why}");
    }
}
