//! The files of an export.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, bail};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The manifest's name.
pub const MANIFEST: &str = "manifest.json";

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct File {
    /// Its path in the folder: `hub/event-meta.jsonl`.
    pub name: String,
    /// How many lines it has.
    pub records: usize,
    /// The SHA-256 of its bytes, hexadecimal.
    pub sha256: String,
}

/// What an export holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// When it was made.
    pub made: Timestamp,
    /// The release that made it.
    pub release: String,
    /// Whether what is confidential is in it.
    pub confidential: bool,
    /// The files, by name.
    pub files: Vec<File>,
}

impl Manifest {
    /// How many records there are in all.
    pub fn records(&self) -> usize {
        self.files.iter().map(|file| file.records).sum()
    }
}

/// The hash of a file's bytes.
pub fn hash(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Writes a file that must not be there yet, for its owner's eyes only.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).with_context(|| format!("The folder {} can't be made.", folder.display()))?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).with_context(|| format!("{} can't be written. Choose a new folder or file.", path.display()))?;
    file.write_all(bytes).with_context(|| format!("{} can't be written. Look whether the disk is full.", path.display()))
}

/// The manifest and the files it names, every hash checked.
pub fn read(folder: &Path) -> Result<(Manifest, Vec<String>)> {
    let text = std::fs::read_to_string(folder.join(MANIFEST)).with_context(|| format!("{} holds no export.", folder.display()))?;
    let manifest: Manifest = serde_json::from_str(&text).with_context(|| format!("{MANIFEST} can't be read."))?;
    let mut texts = Vec::new();
    for file in &manifest.files {
        let text = std::fs::read_to_string(folder.join(&file.name)).with_context(|| format!("{} is missing or no text.", file.name))?;
        if hash(text.as_bytes()) != file.sha256 || text.lines().count() != file.records {
            bail!("{} is not as it was exported. Nothing was written.", file.name);
        }
        texts.push(text);
    }
    Ok((manifest, texts))
}
