//! Where the built files of the browser bundle lie.

/// The addresses of the built files, with the hash of their content in the name, such as `/assets/hub.ab12cd34.css`.
///
/// `infra/assets` writes it, and every function reads it once at start.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Manifest {
    /// The one style sheet.
    pub css: String,
    /// The one font file.
    pub font: String,
    /// The script that wakes the islands.
    pub islands_js: String,
    /// The glue between the script and the islands' module.
    pub app_js: String,
    /// The islands' module.
    pub app_wasm: String,
    /// The icon in the browser's tab.
    pub icon: String,
}
