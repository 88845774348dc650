//! How much disk is free.

use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::run;

/// Stops unless this many gigabytes are free where the folder is. A machine without `df` is
/// taken to have room.
pub(crate) fn require(gigabytes: u64, folder: &Path) -> Outcome {
    let table = run::answer(Command::new("df").arg("-Pk").arg(folder)).unwrap_or_default();
    match free_kilobytes(&table) {
        Some(free) if free < gigabytes * 1_000_000 => Err(Failure::new(format!(
            "{gigabytes} GB of free disk are needed to build, and {}.{} GB are free",
            free / 1_000_000,
            free % 1_000_000 / 100_000,
        ))),
        _ => Ok(()),
    }
}

/// The fourth column of the second line, as POSIX lays `df -P` out.
fn free_kilobytes(table: &str) -> Option<u64> {
    table.lines().nth(1)?.split_whitespace().nth(3)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::free_kilobytes;

    #[test]
    fn reads_the_available_column() {
        let table = "Filesystem 1024-blocks     Used Available Capacity Mounted on\n/dev/vda  \
                     264212084 11530492  83755396      13% /\n";
        assert_eq!(free_kilobytes(table), Some(83_755_396));
    }

    #[test]
    fn anything_else_has_no_number() {
        assert_eq!(free_kilobytes(""), None);
        assert_eq!(free_kilobytes("Filesystem Available\n/dev/vda full"), None);
    }
}
