//! One built file.

use anyhow::{Context, Result};
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// One built file.
#[derive(Clone, Debug)]
pub struct File {
    /// Its name, with the hash of its content: `hub.ab12cd34.css`.
    pub name: String,
    /// Its address on the site.
    pub address: String,
    /// Where it lies on the disk.
    pub path: PathBuf,
}

/// The name of a file with this content.
pub fn name(stem: &str, extension: &str, content: &[u8]) -> String {
    format!("{stem}.{}.{extension}", &hash(content)[..8])
}

/// The hash of a content, in 64 hexadecimal digits.
pub fn hash(content: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(content))
}

/// Writes a file whole or not at all: its name promises its content.
///
/// # Errors
/// A sentence that says what to do.
pub fn write(path: &Path, content: &[u8]) -> Result<()> {
    let unfinished = path.with_extension("unfinished");
    fs::write(&unfinished, content)
        .and_then(|()| fs::rename(&unfinished, path))
        .with_context(|| format!("{} can't be written: free some space or choose another folder", path.display()))
}

impl File {
    /// Writes the compressed twin beside the file, unless it is there from an earlier build, and says what both weigh. Fonts
    /// are compressed already.
    ///
    /// # Errors
    /// When the disk is full or the folder can't be written.
    pub fn compress(&self) -> Result<String> {
        let content = fs::read(&self.path).with_context(|| format!("{} can't be read: build again", self.path.display()))?;
        let raw = kilobytes(content.len() as u64);
        if self.name.ends_with(".woff2") || self.name.ends_with(".png") {
            return Ok(format!("{}: {raw}, compressed already", self.name));
        }
        let beside = self.path.with_file_name(format!("{}.br", self.name));
        let small = match fs::metadata(&beside) {
            Ok(there) => there.len(),
            Err(_) => {
                let mut small = Vec::new();
                // The strongest and slowest of brotli's levels.
                let params = BrotliEncoderParams { quality: 11, ..Default::default() };
                BrotliCompress(&mut content.as_slice(), &mut small, &params)?;
                write(&beside, &small)?;
                small.len() as u64
            }
        };
        Ok(format!("{}: {raw}, {} with brotli", self.name, kilobytes(small)))
    }
}

fn kilobytes(bytes: u64) -> String {
    let tenths = bytes.div_ceil(100);
    format!("{}.{} kB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_the_beginning_of_the_contents_hash() {
        // sha256("abc") begins with ba7816bf.
        assert_eq!(name("hub", "css", b"abc"), "hub.ba7816bf.css");
        assert_ne!(name("hub", "css", b"abd"), "hub.ba7816bf.css");
    }
}
