//! Builds the browser bundle: the islands' module and its glue, the style sheet, the font and the icon, each with the hash
//! of its content in its name, and the manifest that says which they are.
//!
//! ```text
//! target/site/manifest.json    read by every function at start (`frontend::assets::Manifest`)
//! target/site/assets/          what is served as /assets/*, to be kept by browsers for good; a `.br` beside each text
//! target/site/fingerprint      of what the bundle was built from, so that nothing is built twice
//! ```

mod bindgen;
mod cargo;
mod compile;
mod css;
mod fingerprint;
mod plan;
mod script;
mod site;
mod squeeze;
mod target;

pub use cargo::dependencies;
pub use plan::Plan;

use anyhow::{Context, Result};
use frontend::assets::Manifest;
use site::{File, Folder};
use std::path::Path;

/// Builds what `plan` says and tells `progress` about it, a line at a time. Does nothing when nothing changed since the last time.
///
/// # Errors
/// One sentence that names the remedy: a tool or a target that is missing, a source that doesn't compile, a folder that
/// can't be written.
pub fn build(plan: &Plan, progress: &mut dyn FnMut(&str)) -> Result<Manifest> {
    let folder = Folder::open(&plan.out)?;
    let fingerprint = fingerprint::of(&plan.root)?;
    if let Some(manifest) = folder.holds(&fingerprint) {
        return Ok(manifest);
    }
    progress("Building the browser bundle. The first time takes some minutes.");
    target::add_if_missing(progress)?;
    let [app_js, app_wasm] = islands(&folder, &compile::module(plan, progress)?)?;

    let sources = plan.root.join("frontend");
    let islands_js = script::fill(&read(&sources.join("islands/islands.js"))?, &app_js, &app_wasm)?;
    let font = folder.put("font", "woff2", &only(&sources.join("fonts"), "woff2")?)?;
    let css = css::gather(&sources.join("styles"), &font.address)?;
    let icon = read(&sources.join("icons/icon.svg"))?;
    let files = [
        folder.put("hub", "css", css.as_bytes())?,
        font,
        folder.put("islands", "js", islands_js.as_bytes())?,
        app_js,
        app_wasm,
        folder.put("icon", "svg", icon.as_bytes())?,
    ];
    for file in &files {
        progress(&file.compress()?);
    }
    let manifest = site::manifest(&files);
    folder.finish(&manifest, &fingerprint)?;
    Ok(manifest)
}

/// The glue and the module for what was compiled to `compiled`. Most changes to the sources are to pages, which no browser
/// runs: then both are here already.
fn islands(folder: &Folder, compiled: &Path) -> Result<[File; 2]> {
    let compiled = std::fs::read(compiled).with_context(|| format!("{} can't be read: build again", compiled.display()))?;
    if let Some(kept) = folder.kept(&compiled) {
        return Ok(kept);
    }
    let (glue, module) = bindgen::glue(&compiled)?;
    let files = [folder.put("app", "js", glue.as_bytes())?, folder.put("app", "wasm", &module)?];
    folder.keep(&compiled, &files)?;
    Ok(files)
}

/// The manifest of a bundle that was built elsewhere, for a hub that runs without its sources.
///
/// # Errors
/// A sentence that names what is missing from the folder.
pub fn ready(out: &Path) -> Result<Manifest> {
    let manifest = Manifest::read(&out.join("manifest.json"))?;
    site::complete(out, &manifest)?;
    Ok(manifest)
}

fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("{} can't be read: check out the whole repository again", path.display()))
}

/// The content of the only file in `folder` with this extension.
fn only(folder: &Path, extension: &str) -> Result<Vec<u8>> {
    let mut found = fingerprint::files(folder)?;
    found.retain(|path| path.extension().is_some_and(|end| end == extension));
    let [path] = found.as_slice() else {
        anyhow::bail!("{} must hold one .{extension} file and holds {}: leave the one that pages use", folder.display(), found.len());
    };
    std::fs::read(path).with_context(|| format!("{} can't be read: check its permissions", path.display()))
}
