//! The folder, held by one build at a time.

use super::{
    File, complete,
    file::{hash, name, write},
};
use anyhow::{Context, Result};
use frontend::assets::Manifest;
use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

/// How long a file of an earlier build is kept: a hub that was started with it may still be running.
const KEPT: Duration = Duration::from_secs(24 * 60 * 60);

/// The folder, held by one build at a time.
pub struct Folder {
    path: PathBuf,
    /// Let go of when the folder is dropped.
    _lock: fs::File,
}

impl Folder {
    /// Makes the folder if need be and waits until no other build holds it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn open(path: &Path) -> Result<Self> {
        let remedy = || format!("{} can't be written: check its permissions or choose another folder", path.display());
        fs::create_dir_all(path.join("assets")).with_context(remedy)?;
        let lock = fs::File::create(path.join(".lock")).with_context(remedy)?;
        lock.lock().with_context(remedy)?;
        Ok(Self { path: path.to_owned(), _lock: lock })
    }

    /// The manifest, if the folder holds a whole bundle of these sources.
    pub fn holds(&self, fingerprint: &str) -> Option<Manifest> {
        let fits = fs::read_to_string(self.path.join("fingerprint")).ok()? == fingerprint;
        let manifest = Manifest::read(&self.path.join("manifest.json")).ok().filter(|_| fits)?;
        complete(&self.path, &manifest).ok().map(|()| manifest)
    }

    /// Writes one file under the name that its content gives it.
    ///
    /// # Errors
    /// When it can't be written.
    pub fn put(&self, stem: &str, extension: &str, content: &[u8]) -> Result<File> {
        let name = name(stem, extension, content);
        let path = self.path.join("assets").join(&name);
        write(&path, content)?;
        Ok(self.file(name))
    }

    fn file(&self, name: String) -> File {
        File { address: format!("/assets/{name}"), path: self.path.join("assets").join(&name), name }
    }

    /// The files of a module that were made from this very `source`, if they are still here.
    pub fn kept<const N: usize>(&self, module: &str, source: &[u8]) -> Option<[File; N]> {
        let note = fs::read_to_string(self.path.join(module)).ok()?;
        let names = note.strip_prefix(&hash(source))?.split_whitespace();
        let files = names.map(|name| self.file(name.to_owned())).collect::<Vec<_>>();
        files.iter().all(|file| file.path.is_file()).then(|| files.try_into().ok())?
    }

    /// Notes that a module's files were made from this `source`.
    ///
    /// # Errors
    /// When the note can't be written.
    pub fn keep(&self, module: &str, source: &[u8], files: &[File]) -> Result<()> {
        let names = files.iter().map(|file| file.name.as_str()).collect::<Vec<_>>().join(" ");
        write(&self.path.join(module), format!("{} {names}\n", hash(source)).as_bytes())
    }

    /// Writes the manifest, then the fingerprint, and clears away what earlier builds left.
    ///
    /// # Errors
    /// When one can't be written.
    pub fn finish(&self, manifest: &Manifest, fingerprint: &str) -> Result<()> {
        write(&self.path.join("manifest.json"), serde_json::to_string_pretty(manifest)?.as_bytes())?;
        write(&self.path.join("fingerprint"), fingerprint.as_bytes())?;
        for entry in fs::read_dir(self.path.join("assets"))?.flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let current = manifest.addresses().iter().any(|address| address.ends_with(name.trim_end_matches(".br")));
            let old = entry.metadata().and_then(|file| file.modified()).is_ok_and(|time| time.elapsed().is_ok_and(|age| age > KEPT));
            if old && !current {
                // What can't be cleared away now will be the next time.
                let _ = fs::remove_file(entry.path());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finished_bundle_is_found_again_and_a_broken_one_is_not() {
        let out = std::env::temp_dir().join(format!("hub-site-{}", std::process::id()));
        let folder = Folder::open(&out).expect("a folder for the test");
        let files = ["css", "woff2", "js", "js", "wasm", "js", "js", "wasm", "svg", "png"]
            .map(|end| folder.put("a", end, b"content").expect("it can be written"));
        let manifest = super::super::manifest(&files);
        folder.finish(&manifest, "f1").expect("it can be written");

        assert_eq!(Manifest::read(&out.join("manifest.json")).expect("it was just written"), manifest);
        assert_eq!(crate::ready(&out).expect("all files are there"), manifest);
        assert_eq!(folder.holds("f1"), Some(manifest));
        assert_eq!(folder.holds("f2"), None);
        folder.keep("islands", b"source", &files[3..5]).expect("it can be written");
        let kept = folder.kept::<2>("islands", b"source").expect("both files are there");
        assert_eq!(kept.map(|file| file.path), [files[3].path.clone(), files[4].path.clone()]);
        assert!(folder.kept::<2>("islands", b"changed").is_none());
        assert!(folder.kept::<2>("privacy", b"source").is_none());
        fs::remove_file(&files[4].path).expect("it was just written");
        assert_eq!(folder.holds("f1"), None);
        let why = crate::ready(&out).expect_err("the module is gone").to_string();
        fs::remove_dir_all(&out).expect("the test's folder is there");
        assert!(why.contains(&files[4].name) && why.contains("cargo run -p assets"), "{why}");
    }
}
