//! Where things are.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::{Error, Result};

/// The folders of this checkout.
#[derive(Clone, Debug)]
pub struct Workspace {
    root: PathBuf,
}

impl Workspace {
    /// The checkout that this program was built from. Cargo says where when it runs us; otherwise the place
    /// at build time stands.
    pub fn find() -> Self {
        let package = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        Self { root: package.parent().map_or_else(|| package.clone(), Path::to_owned) }
    }

    pub fn root(&self) -> &Path {
        &self.root
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Everything that is made lies under this.
    pub fn target(&self) -> PathBuf {
        self.path("target")
    }

    /// What is handed to a server or to Cloudflare.
    pub fn dist(&self) -> PathBuf {
        self.target().join("dist")
    }

    /// Outputs of the steps, one file per step.
    pub fn logs(&self) -> PathBuf {
        self.target().join("logs")
    }
}

/// Makes a folder and what lies above it.
pub fn make_folder(path: &Path) -> Result<()> {
    fs::create_dir_all(path).map_err(Error::file("cannot make the folder", path))
}

/// Makes a folder anew, without what was in it.
pub fn empty_folder(path: &Path) -> Result<()> {
    if path.exists() {
        fs::remove_dir_all(path).map_err(Error::file("cannot remove the folder", path))?;
    }
    make_folder(path)
}

pub fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).map_err(Error::file("cannot read", path))
}

pub fn write(path: &Path, content: impl AsRef<[u8]>) -> Result<()> {
    if let Some(folder) = path.parent() {
        make_folder(folder)?;
    }
    fs::write(path, content).map_err(Error::file("cannot write", path))
}
