//! What a bundle was built from, as one number.

use crate::target::rustc;
use anyhow::{Context, Result};
use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Everything in the workspace that can change the bundle.
const SOURCES: [&str; 6] = ["frontend", "functions/domain", "functions/privacy", "infra/assets/src", "Cargo.lock", "Cargo.toml"];

/// The hash of the sources below `root` and of the compiler's version. Takes a few milliseconds.
///
/// # Errors
/// When a source can't be read or there is no compiler.
pub fn of(root: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    hash.update(rustc(&["-V"])?);
    for source in SOURCES {
        let path = root.join(source);
        let files = if path.is_dir() { files(&path)? } else { vec![path] };
        for file in files {
            let content = fs::read(&file).with_context(|| format!("{} can't be read: check out the whole repository again", file.display()))?;
            hash.update(file.strip_prefix(root).unwrap_or(&file).as_os_str().as_encoded_bytes());
            hash.update(content.len().to_le_bytes());
            hash.update(content);
        }
    }
    Ok(HEXLOWER.encode(&hash.finalize()))
}

/// All files below `folder`, sorted. Hidden ones are left out: editors leave them.
///
/// # Errors
/// When a folder can't be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("{} can't be read: check out the whole repository again", folder.display()))?;
    for entry in entries {
        let entry = entry?;
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type()?.is_dir() {
            found.extend(files(&entry.path())?);
        } else {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_byte_changes_the_fingerprint() {
        let root = std::env::temp_dir().join(format!("hub-sources-{}", std::process::id()));
        for source in SOURCES {
            let path = root.join(source);
            fs::create_dir_all(path.parent().expect("it is below the root")).expect("a folder for the test");
            fs::write(path, "a").expect("a file for the test");
        }
        let before = of(&root).expect("every source is there");
        let again = of(&root).expect("every source is there");
        fs::write(root.join("Cargo.lock"), "b").expect("a file for the test");
        let after = of(&root).expect("every source is there");
        fs::remove_dir_all(&root).expect("the test's folder is there");
        assert_eq!(before, again);
        assert_ne!(before, after);
    }
}
