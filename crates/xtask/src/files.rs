//! Files and folders, with the path in every error, and stamps that say what a result was made from.

use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, Outcome};

pub(crate) fn read(path: &Path) -> Outcome<String> {
    fs::read_to_string(path).map_err(|error| failed("read", path, &error))
}

pub(crate) fn write(path: &Path, text: &str) -> Outcome {
    if let Some(folder) = path.parent() {
        create_dir(folder)?;
    }
    fs::write(path, text).map_err(|error| failed("write", path, &error))
}

pub(crate) fn create_dir(path: &Path) -> Outcome {
    fs::create_dir_all(path).map_err(|error| failed("create", path, &error))
}

/// Removes a folder and everything in it; it need not exist.
pub(crate) fn remove_dir(path: &Path) -> Outcome {
    match fs::remove_dir_all(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(failed("remove", path, &error))
        }
        _ => Ok(()),
    }
}

pub(crate) fn rename(from: &Path, to: &Path) -> Outcome {
    fs::rename(from, to).map_err(|error| failed("rename", from, &error))
}

pub(crate) fn copy(from: &Path, to: &Path) -> Outcome {
    fs::copy(from, to).map(drop).map_err(|error| failed("copy", from, &error))
}

/// The entries of a folder; none where there is no such folder.
pub(crate) fn list(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
}

/// A short text that changes when the bytes of the file do.
pub(crate) fn fingerprint(path: &Path) -> Outcome<String> {
    let bytes = fs::read(path).map_err(|error| failed("read", path, &error))?;
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    Ok(format!("{:016x}", hasher.finish()))
}

/// Whether the stamp file says exactly this.
pub(crate) fn stamped(stamp: &Path, text: &str) -> bool {
    fs::read_to_string(stamp).is_ok_and(|found| found == text)
}

/// The first of these programs that is on `PATH`.
pub(crate) fn on_path(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// The folder of `PATH` that holds this program.
pub(crate) fn folder_on_path(name: &str) -> Option<PathBuf> {
    on_path(&[name])?.parent().map(Path::to_owned)
}

/// `PATH` with these folders before all others.
pub(crate) fn path_with(folders: &[PathBuf]) -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let all = folders.iter().cloned().chain(std::env::split_paths(&path));
    std::env::join_paths(all).unwrap_or(path)
}

fn failed(verb: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("cannot {verb} {}: {error}", path.display()))
}
