//! The files for browsers: built, and served as `/assets/*`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::{Context, Result};
use assets::Plan;
use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path as Part, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use frontend::assets::Manifest;
use web::Problem;

use crate::options::Bundle;

/// The files may be kept for good: another content has another name.
const FOR_GOOD: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");

/// One file, and its compressed twin.
struct File {
    kind: &'static str,
    raw: Bytes,
    brotli: Option<Bytes>,
}

/// All files by name.
type Files = Arc<HashMap<String, File>>;

/// Builds or finds the bundle, and makes the route that serves it.
///
/// # Errors
/// In a sentence that says what to do: the sources or the wasm target are missing, the bundle isn't whole.
pub fn prepare(bundle: &Bundle, tell: &(dyn Fn(&str) + Send + Sync)) -> Result<(Manifest, Router)> {
    let (manifest, out) = match bundle {
        Bundle::Absent => return Ok((Manifest::default(), Router::new())),
        Bundle::Ready(out) => (assets::ready(out)?, out.clone()),
        Bundle::Built => built(tell)?,
    };
    let files: Files = Arc::new(manifest.addresses().iter().map(|address| read(&out, address)).collect::<Result<_>>()?);
    Ok((manifest, Router::new().route("/assets/{name}", get(serve)).with_state(files)))
}

fn built(tell: &(dyn Fn(&str) + Send + Sync)) -> Result<(Manifest, PathBuf)> {
    let here = std::env::current_dir().context("This folder is gone. Go to the hub's folder and start again.")?;
    let plan = Plan::from(&here).or_else(|error| Plan::from(Path::new(env!("CARGO_MANIFEST_DIR"))).map_err(|_| error))?;
    let manifest = assets::build(&plan, &mut |line| tell(line))?;
    Ok((manifest, plan.out))
}

fn read(out: &Path, address: &str) -> Result<(String, File)> {
    let path = out.join(address.trim_start_matches('/'));
    let raw =
        std::fs::read(&path).with_context(|| format!("{} can't be read. Take the folder {} away and start again.", path.display(), out.display()))?;
    let name = address.rsplit('/').next().unwrap_or_default().to_owned();
    let brotli = std::fs::read(path.with_file_name(format!("{name}.br"))).ok().map(Bytes::from);
    Ok((name.clone(), File { kind: kind(&name), raw: raw.into(), brotli }))
}

fn kind(name: &str) -> &'static str {
    match name.rsplit('.').next() {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("png") => "image/png",
        Some("svg") => "image/svg+xml",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

async fn serve(State(files): State<Files>, Part(name): Part<String>, asked: HeaderMap) -> Response {
    let Some(file) = files.get(&name) else { return Problem::NotFound.into_response() };
    let takes_brotli = asked
        .get(header::ACCEPT_ENCODING)
        .and_then(|v| v.to_str().ok())
        .is_some_and(|v| v.split(',').any(|e| e.trim().split(';').next() == Some("br")));
    let headers = [
        (header::CONTENT_TYPE, HeaderValue::from_static(file.kind)),
        (header::CACHE_CONTROL, FOR_GOOD),
        (header::VARY, HeaderValue::from_static("Accept-Encoding")),
    ];
    match file.brotli.as_ref().filter(|_| takes_brotli) {
        Some(small) => (StatusCode::OK, headers, [(header::CONTENT_ENCODING, "br")], small.clone()).into_response(),
        None => (StatusCode::OK, headers, file.raw.clone()).into_response(),
    }
}
