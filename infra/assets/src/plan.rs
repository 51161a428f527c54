//! What to build, from where, to where.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};

/// What to build, from where, to where.
///
/// There is one way to build, for work on the hub and for people: optimising across all crates takes ten seconds, and saves
/// more than that in the crates themselves, which are then not made into machine code one by one.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The workspace.
    pub root: PathBuf,
    /// The folder for the manifest and the files.
    pub out: PathBuf,
}

impl Plan {
    /// A plan for the workspace that `start` lies in, with `target/site` in that workspace as the folder to write.
    ///
    /// # Errors
    /// When `start` lies in no checkout of the hub.
    pub fn from(start: &Path) -> Result<Self> {
        let root = start
            .ancestors()
            .find(|folder| folder.join("frontend/islands/islands.js").is_file() && folder.join("Cargo.lock").is_file())
            .with_context(|| {
                format!(
                    "{} is not inside a checkout of the hub: run this there, or name a folder with a bundle that is built already",
                    start.display()
                )
            })?;
        Ok(Self { root: root.to_owned(), out: root.join("target/site") })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_workspace_from_a_folder_deep_inside() {
        let plan = Plan::from(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("the sources are here");
        assert!(plan.root.join("functions/domain").is_dir());
        assert_eq!(plan.out, plan.root.join("target/site"));
    }

    #[test]
    fn outside_a_checkout_it_says_what_to_do() {
        let why = Plan::from(Path::new("/")).expect_err("the root of the disk is no checkout").to_string();
        assert!(why.contains("run this there"), "{why}");
    }
}
