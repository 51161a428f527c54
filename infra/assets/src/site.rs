//! The folder that holds the bundle.

mod file;
mod folder;

pub use file::File;
pub use folder::Folder;

use anyhow::{Result, ensure};
use frontend::assets::Manifest;
use std::path::Path;

/// The manifest of the files, which come in the order of its fields.
pub fn manifest(files: &[File; 10]) -> Manifest {
    let [css, font, islands_js, app_js, app_wasm, privacy_js, privacy_app_js, privacy_wasm, icon, card] =
        files.each_ref().map(|file| file.address.clone());
    Manifest { css, font, islands_js, app_js, app_wasm, privacy_js, privacy_app_js, privacy_wasm, icon, card }
}

/// Whether every file of the manifest lies in the folder `out`.
///
/// # Errors
/// Names the first that doesn't.
pub fn complete(out: &Path, manifest: &Manifest) -> Result<()> {
    for address in manifest.addresses() {
        let path = out.join(address.trim_start_matches('/'));
        ensure!(path.is_file(), "{} is missing from the browser bundle: build it again with `cargo run -p assets`", path.display());
    }
    Ok(())
}
