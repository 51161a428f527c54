//! Builds the browser bundle: the modules of the islands and of the stories' check with their glue, the style sheet, the font and the icon, each with the hash
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

pub use cargo::{ISLANDS, Module, PRIVACY, dependencies};
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
    let [app_js, app_wasm] = glued(&folder, ISLANDS, "app", &compile::module(plan, ISLANDS, progress)?)?;
    let [privacy_app_js, privacy_wasm] = glued(&folder, PRIVACY, "privacy-app", &compile::module(plan, PRIVACY, progress)?)?;

    let sources = plan.root.join("frontend");
    let islands_js = script::fill(&sources.join("islands/islands.js"), &app_js, &app_wasm)?;
    let privacy_js =
        script::fill(&sources.join("privacy/privacy.js"), &privacy_app_js, &privacy_wasm)? + &script::plain(&sources.join("privacy/keep.js"))?;
    let font = folder.put("font", "woff2", &only(&sources.join("fonts"), "woff2")?)?;
    let css = css::gather(&sources.join("styles"), &font.address)?;
    let icon = read(&sources.join("icons/icon.svg"))?;
    let files = [
        folder.put("hub", "css", css.as_bytes())?,
        font,
        folder.put("islands", "js", islands_js.as_bytes())?,
        app_js,
        app_wasm,
        folder.put("privacy", "js", privacy_js.as_bytes())?,
        privacy_app_js,
        privacy_wasm,
        folder.put("icon", "svg", icon.as_bytes())?,
        folder.put("card", "png", &only(&sources.join("icons"), "png")?)?,
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
fn glued(folder: &Folder, module: Module, stem: &str, compiled: &Path) -> Result<[File; 2]> {
    let compiled = std::fs::read(compiled).with_context(|| format!("{} can't be read: build again", compiled.display()))?;
    if let Some(kept) = folder.kept(module.name, &compiled) {
        return Ok(kept);
    }
    let (glue, wasm) = bindgen::glue(&compiled)?;
    let files = [folder.put(stem, "js", glue.as_bytes())?, folder.put(stem, "wasm", &wasm)?];
    folder.keep(module.name, &compiled, &files)?;
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
