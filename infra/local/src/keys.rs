//! The hub's secrets at home: made once, kept in the data folder, readable by its owner only.

use std::fs::OpenOptions;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result, anyhow};
use data_encoding::HEXLOWER;
use serde::{Deserialize, Serialize};
use web::{Keys, Random};

/// The file in the data folder.
const FILE: &str = "keys.json";

#[derive(Serialize, Deserialize)]
struct Kept {
    links: Vec<String>,
    contacts: String,
}

/// The keys of a folder; new ones where it has none yet. Without a folder they are good until the hub stops.
///
/// # Errors
/// In a sentence: the file can't be read or written.
pub fn load(folder: Option<&Path>, random: &dyn Random) -> Result<Keys> {
    let Some(path) = folder.map(|f| f.join(FILE)) else { return Ok(made(random)) };
    match std::fs::read_to_string(&path) {
        Ok(text) => read(&text).ok_or_else(|| {
            anyhow!(
                "{} can't be read as the hub's keys. Put back a copy that works; or take it away, and private links that were sent stop working.",
                path.display()
            )
        }),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            let keys = made(random);
            write(&path, &keys).with_context(|| format!("{} can't be written. Give this account the right to write there.", path.display()))?;
            Ok(keys)
        }
        Err(error) => Err(anyhow!("{} can't be read ({error}). Give this account the right to read it.", path.display())),
    }
}

/// The keys of a hub at home, by its folder.
///
/// # Errors
/// As for those of a hub that starts.
pub fn of_folder(folder: &Path) -> Result<Keys> {
    load(Some(folder), &web::SystemRandom)
}

fn made(random: &dyn Random) -> Keys {
    let key = || {
        let mut bytes = vec![0; 32];
        random.fill(&mut bytes);
        bytes
    };
    Keys { links: vec![key()], contacts: key() }
}

fn read(text: &str) -> Option<Keys> {
    let kept: Kept = serde_json::from_str(text).ok()?;
    let bytes = |text: &String| HEXLOWER.decode(text.as_bytes()).ok().filter(|bytes| bytes.len() >= 32);
    let links: Vec<_> = kept.links.iter().map(bytes).collect::<Option<_>>()?;
    Some(Keys { links, contacts: bytes(&kept.contacts)? }).filter(|keys| !keys.links.is_empty())
}

fn write(path: &Path, keys: &Keys) -> Result<()> {
    let kept = Kept { links: keys.links.iter().map(|k| HEXLOWER.encode(k)).collect(), contacts: HEXLOWER.encode(&keys.contacts) };
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(serde_json::to_string_pretty(&kept)?.as_bytes())?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use web::SystemRandom;

    #[test]
    fn keys_are_made_once_and_only_their_owner_reads_them() {
        let folder = std::env::temp_dir().join(format!("hub-keys-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let (first, second) = (load(Some(&folder), &SystemRandom).unwrap(), load(Some(&folder), &SystemRandom).unwrap());
        assert_eq!((first.links, first.contacts), (second.links, second.contacts));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(folder.join(FILE)).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
        std::fs::write(folder.join(FILE), "{}").unwrap();
        assert!(load(Some(&folder), &SystemRandom).err().unwrap().to_string().contains("Put back a copy"));
        std::fs::remove_dir_all(folder).unwrap();
    }
}
