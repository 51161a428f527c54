//! One built file.

use crate::Profile;
use anyhow::{Context, Result};
use brotli::{BrotliCompress, enc::BrotliEncoderParams};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::{fs, path::PathBuf};

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
    let hash = HEXLOWER.encode(&Sha256::digest(content)[..4]);
    format!("{stem}.{hash}.{extension}")
}

impl File {
    /// Writes the compressed twin beside the file and says what both weigh. Fonts are compressed already.
    ///
    /// # Errors
    /// When the disk is full or the folder can't be written.
    pub fn compress(&self, profile: Profile) -> Result<String> {
        let content = fs::read(&self.path).with_context(|| format!("{} can't be read: build again", self.path.display()))?;
        let raw = kilobytes(content.len());
        if self.name.ends_with(".woff2") {
            return Ok(format!("{}: {raw}, compressed already", self.name));
        }
        let mut small = Vec::new();
        let quality = match profile {
            Profile::Fast => 5,
            Profile::Small => 11,
        };
        BrotliCompress(&mut content.as_slice(), &mut small, &BrotliEncoderParams { quality, ..Default::default() })?;
        let beside = self.path.with_file_name(format!("{}.br", self.name));
        fs::write(&beside, &small)
            .with_context(|| format!("{} can't be written: free some space or choose another folder", beside.display()))?;
        Ok(format!("{}: {raw}, {} with brotli", self.name, kilobytes(small.len())))
    }
}

fn kilobytes(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes % 1000 / 100)
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
