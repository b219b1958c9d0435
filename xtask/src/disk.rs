//! Whether the disk has room for what is about to be built.
//!
//! On a full disk a linker dies of a bus error and a compiler cannot write a file whose name says nothing: asked
//! before the start, the answer is one sentence.

use std::{path::Path, process::Command};

use crate::{Error, Result, command::output, workspace::Workspace};

const GIGABYTE: u64 = 1_000_000_000;

/// What `cargo xtask test` writes under `target/` in a fresh clone, in bytes, with a fifth to spare.
pub const FOR_TESTS: u64 = 8 * GIGABYTE;

/// The same of `cargo xtask serve`.
pub const FOR_SERVING: u64 = 3 * GIGABYTE;

/// Refuses when the disk has less room than `needed` bytes, less what an earlier build already wrote.
///
/// Where nobody can tell, as without `df`, the build starts and finds out.
pub fn has_room(workspace: &Workspace, needed: u64) -> Result<()> {
    let Some(free) = free(workspace.root()) else {
        return Ok(());
    };
    let written = size(&workspace.target()).unwrap_or(0);
    if free.saturating_add(written) >= needed {
        return Ok(());
    }
    let missing = needed - free - written;
    Err(Error::DiskFull { root: workspace.root().to_owned(), missing: missing.div_ceil(GIGABYTE) })
}

/// Bytes that may still be written where this folder is.
fn free(folder: &Path) -> Option<u64> {
    available(&output(Command::new("df").arg("-Pk").arg(folder))?)
}

/// Bytes that a folder holds.
fn size(folder: &Path) -> Option<u64> {
    kilobytes(output(Command::new("du").arg("-sk").arg(folder))?.split_whitespace().next()?)
}

/// The fourth column of the second line, as POSIX lays down for `df -P`.
fn available(output: &str) -> Option<u64> {
    kilobytes(output.lines().nth(1)?.split_whitespace().nth(3)?)
}

fn kilobytes(number: &str) -> Option<u64> {
    number.parse::<u64>().ok()?.checked_mul(1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_room_from_the_portable_format() {
        let output = "Filesystem     1024-blocks     Used Available Capacity Mounted on\n\
                      /dev/vda         264237552 91226112   5137920      95% /\n";
        assert_eq!(available(output), Some(5_137_920 * 1024));
        assert_eq!(available("df: no such file\n"), None);
    }

    #[test]
    fn refuses_what_no_disk_holds_and_says_what_is_missing() {
        let workspace = Workspace::find();
        assert!(has_room(&workspace, 0).is_ok());
        let refusal = has_room(&workspace, u64::MAX).expect_err("no disk is that large").to_string();
        assert!(refusal.contains("GB more room"), "{refusal}");
    }
}
