//! Where things are: this checkout, its logs, and the cache that checkouts share.

use std::env;
use std::path::PathBuf;

/// The root of the checkout.
pub(crate) fn root() -> PathBuf {
    // Cargo sets the variable for `cargo run`; a binary started by hand was built in the checkout.
    let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or(env!("CARGO_MANIFEST_DIR").into());
    let mut root = PathBuf::from(manifest);
    root.pop();
    root.pop();
    root
}

/// The log file of a step.
pub(crate) fn log(name: &str) -> PathBuf {
    root().join("target/setup").join(format!("{name}.log"))
}

/// The folder for tools that take minutes to build, kept outside the checkout so that a fresh clone
/// finds them: `$INVITE_USERS_CACHE`, else `$XDG_CACHE_HOME/invite-users`, else
/// `~/.cache/invite-users`.
pub(crate) fn cache() -> PathBuf {
    let variable = |name| env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
    variable("INVITE_USERS_CACHE")
        .or_else(|| variable("XDG_CACHE_HOME").map(|cache| cache.join("invite-users")))
        .or_else(|| variable("HOME").map(|home| home.join(".cache/invite-users")))
        .unwrap_or_else(|| root().join("target/cache"))
}
