//! The folder that survives restarts: the objects' databases, the secrets, and a lock. Only its owner can
//! look inside.
//!
//! Two servers on one folder would both start and both write, so a server holds a lock on it. workerd
//! inherits the locked file, so the lock lasts as long as workerd does, even when its starter was killed.

use std::{
    collections::BTreeMap,
    fs::{DirBuilder, File, OpenOptions, TryLockError},
    io::Write as _,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _},
    path::{Path, PathBuf},
};

use crate::{
    Error, Result,
    build::stamp::hex,
    workspace::{read, write},
};

/// Secrets that are made at the first start. Keys that encrypt or hash carry an id before the colon, which
/// goes with everything they touched, so that they can change.
const SECRETS: [(&str, &str); 4] =
    [("OPERATOR_KEY", ""), ("ENCRYPTION_KEY", "k1:"), ("HASH_KEY", "k1:"), ("PUSH_KEY", "k1:")];

/// A data folder that this process holds.
#[derive(Debug)]
pub struct DataFolder {
    path: PathBuf,
    lock: File,
}

impl DataFolder {
    /// Makes the folder when it is not there, and locks it.
    pub fn open(path: &Path) -> Result<Self> {
        DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(path.join("objects"))
            .map_err(Error::file("cannot make the folder", path))?;
        let path = path.canonicalize().map_err(Error::file("cannot open the folder", path))?;
        let lock_path = path.join("lock");
        let lock = OpenOptions::new()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&lock_path)
            .map_err(Error::file("cannot open", &lock_path))?;
        match lock.try_lock() {
            Ok(()) => Ok(Self { path, lock }),
            Err(TryLockError::WouldBlock) => Err(Error::DataFolderInUse(path)),
            Err(TryLockError::Error(source)) => Err(Error::file("cannot lock", lock_path)(source)),
        }
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Where the objects' databases lie.
    pub fn objects(&self) -> PathBuf {
        self.path.join("objects")
    }

    /// The lock once more, to be inherited by the server.
    pub fn share_lock(&self) -> Result<File> {
        self.lock.try_clone().map_err(Error::file("cannot share the lock of", &self.path))
    }

    /// The port of the demo's municipal site at the last start: the municipality knows that site by it.
    pub fn demo_host(&self) -> Option<u16> {
        std::fs::read_to_string(self.demo_host_path()).ok()?.trim().parse().ok()
    }

    /// To be called when the municipality knows the site on this port.
    pub fn keep_demo_host(&self, port: u16) -> Result<()> {
        write(&self.demo_host_path(), port.to_string())
    }

    fn demo_host_path(&self) -> PathBuf {
        self.path.join("demo-host-port")
    }

    /// The secrets by name; made where they are missing. Only the owner can read the file.
    pub fn secrets(&self) -> Result<BTreeMap<String, String>> {
        let path = self.path.join("secrets.json");
        let mut secrets: BTreeMap<String, String> = if path.exists() {
            serde_json::from_slice(&read(&path)?)
                .map_err(|error| Error::Answer { what: path.display().to_string(), detail: error.to_string() })?
        } else {
            BTreeMap::new()
        };
        let known = secrets.len();
        for (name, key_id) in SECRETS {
            if !secrets.contains_key(name) {
                secrets.insert(name.to_owned(), format!("{key_id}{}", random()?));
            }
        }
        if secrets.len() > known {
            self.write_secrets(&path, &secrets)?;
        }
        Ok(secrets)
    }

    /// Beside the old file and then in its place, so that a crash leaves one or the other.
    fn write_secrets(&self, path: &Path, secrets: &BTreeMap<String, String>) -> Result<()> {
        let new = self.path.join("secrets.new");
        let text = serde_json::to_vec_pretty(secrets)
            .map_err(|error| Error::Answer { what: path.display().to_string(), detail: error.to_string() })?;
        let mut file = OpenOptions::new()
            .create(true)
            .truncate(true)
            .write(true)
            .mode(0o600)
            .open(&new)
            .map_err(Error::file("cannot write", &new))?;
        file.write_all(&text).and_then(|()| file.sync_all()).map_err(Error::file("cannot write", &new))?;
        std::fs::rename(&new, path).map_err(Error::file("cannot write", path))
    }
}

/// 256 bits in hexadecimal.
fn random() -> Result<String> {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes)
        .map_err(|error| Error::Answer { what: "random bytes".to_owned(), detail: error.to_string() })?;
    Ok(hex(&bytes))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    #[test]
    fn one_server_at_a_time_and_secrets_that_stay() {
        let path = std::env::temp_dir().join(format!("buurtstem-data-{}", std::process::id()));
        let folder = DataFolder::open(&path).unwrap();
        assert!(matches!(DataFolder::open(&path), Err(Error::DataFolderInUse(_))));
        let secrets = folder.secrets().unwrap();
        let mode = std::fs::metadata(path.join("secrets.json")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        let inherited = folder.share_lock().unwrap();
        drop(folder);
        assert!(DataFolder::open(&path).is_err(), "the inherited lock still holds");
        drop(inherited);
        // A process that another test starts at this moment holds the lock too, until it has become that other program.
        let start = std::time::Instant::now();
        let again = loop {
            match DataFolder::open(&path) {
                Err(Error::DataFolderInUse(_)) if start.elapsed() < std::time::Duration::from_secs(10) => {
                    std::thread::yield_now();
                }
                opened => break opened.unwrap(),
            }
        };
        assert_eq!(again.secrets().unwrap(), secrets);
        std::fs::remove_dir_all(path).unwrap();
    }
}
