//! The demonstration week, loaded once for all tests of a program: each gets a copy of its own.

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

use local::Data;
use tokio::sync::OnceCell;

use crate::hub::TestHub;

/// The files of a data folder, by their names.
type Files = Vec<(PathBuf, Vec<u8>)>;

/// A data folder for one test. Gone when dropped.
pub struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("hub-demonstration-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        let path = std::env::temp_dir().join(name);
        std::fs::create_dir_all(&path).expect("a folder for temporary files");
        Self(path)
    }
}

impl Deref for Folder {
    type Target = Path;

    fn deref(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A folder with the demonstration as it was first loaded, at the moment at which tests begin.
pub async fn folder() -> Folder {
    static FILES: OnceCell<Files> = OnceCell::const_new();
    let files = FILES.get_or_init(load).await;
    let folder = Folder::new();
    for (name, bytes) in files {
        std::fs::write(folder.join(name), bytes).expect("a file can be written");
    }
    folder
}

async fn load() -> Files {
    let folder = Folder::new();
    TestHub::with(Data::Folder(folder.to_owned()), |options| options.demonstration = true).await.stop().await;
    let found = std::fs::read_dir(&*folder).expect("the folder is there");
    let files = found.filter_map(Result::ok).filter(|entry| entry.path().is_file());
    files.map(|entry| (entry.file_name().into(), std::fs::read(entry.path()).expect("a file can be read"))).collect()
}
