//! Whether a step must run again: a hash over all that goes into it, kept beside what came out.

use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::{
    Error, Result,
    workspace::{Workspace, read, write},
};

/// The inputs and outputs of one step.
pub struct Stamp {
    path: PathBuf,
    hash: Sha256,
    outputs: Vec<PathBuf>,
}

impl Stamp {
    pub fn new(workspace: &Workspace, step: &str) -> Self {
        Self { path: workspace.target().join("stamps").join(step), hash: Sha256::new(), outputs: Vec::new() }
    }

    /// Something that is no file: a version, an option.
    pub fn text(&mut self, text: &str) {
        self.part(text.as_bytes());
    }

    pub fn file(&mut self, path: &Path) -> Result<()> {
        self.part(path.as_os_str().as_encoded_bytes());
        let content = read(path)?;
        self.part(&content);
        Ok(())
    }

    /// All files under a folder, in the order of their names. A folder that is not there counts as empty.
    pub fn folder(&mut self, path: &Path) -> Result<()> {
        for file in files_under(path)? {
            self.file(&file)?;
        }
        Ok(())
    }

    /// Must exist after the step.
    pub fn output(&mut self, path: PathBuf) {
        self.outputs.push(path);
    }

    pub fn is_current(&self) -> bool {
        self.outputs.iter().all(|path| path.exists())
            && std::fs::read_to_string(&self.path).is_ok_and(|stored| stored == self.hex())
    }

    /// To be called when the step has succeeded.
    pub fn write(&self) -> Result<()> {
        write(&self.path, self.hex())
    }

    /// With its length, so that two inputs never look like two others.
    fn part(&mut self, bytes: &[u8]) {
        self.hash.update(bytes.len().to_le_bytes());
        self.hash.update(bytes);
    }

    fn hex(&self) -> String {
        hex(&self.hash.clone().finalize())
    }
}

/// All files under a folder, sorted.
pub fn files_under(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        if !folder.is_dir() {
            continue;
        }
        let entries = std::fs::read_dir(&folder).map_err(Error::file("cannot read", &folder))?;
        for entry in entries {
            let path = entry.map_err(Error::file("cannot read", &folder))?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing into a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_changed_input_or_a_lost_output_makes_a_step_run_again() {
        let folder = std::env::temp_dir().join(format!("buurtstem-stamp-{}", std::process::id()));
        let (input, result) = (folder.join("in"), folder.join("out"));
        write(&input, "one").unwrap();
        write(&result, "").unwrap();
        let stamp = || {
            let mut stamp = Stamp { path: folder.join("stamp"), hash: Sha256::new(), outputs: vec![] };
            stamp.file(&input).unwrap();
            stamp.output(result.clone());
            stamp
        };
        assert!(!stamp().is_current());
        stamp().write().unwrap();
        assert!(stamp().is_current());
        write(&input, "two").unwrap();
        assert!(!stamp().is_current());
        write(&input, "one").unwrap();
        std::fs::remove_file(&result).unwrap();
        assert!(!stamp().is_current());
        std::fs::remove_dir_all(folder).unwrap();
    }
}
