//! From the compiled module to what a browser loads.

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

/// The glue (JavaScript) and the module (WebAssembly) for a compiled module. Names and producers are taken out: they are
/// two fifths of the size on the wire.
///
/// # Errors
/// When the module was made by another version of wasm-bindgen, or needs JavaScript of its own.
pub fn glue(compiled: &[u8]) -> Result<(String, Vec<u8>)> {
    let mut output = Bindgen::new()
        .input_bytes("app", compiled.to_vec())
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()
        .context("wasm-bindgen and wasm-bindgen-cli-support must have one version: set both to the same in Cargo.toml")?;
    if output.snippets().values().any(|of_package| !of_package.is_empty()) || !output.local_modules().is_empty() {
        bail!("A dependency of the islands brings JavaScript of its own, which would need a hashed name too: take it out");
    }
    let glue = output.js().to_owned();
    Ok((glue, output.wasm_mut().emit_wasm()))
}
