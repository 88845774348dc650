//! Conversions between the core and JavaScript, and nothing else.
//!
//! Programs in Rust take these: Unicode answered by the platform ([`Platform`]) and values in both directions
//! ([`to_js`], [`from_js`]), as the widget does.
//!
//! Feature `exports` holds the functions of the npm package, feature `check` those of them that the entry
//! `invite-users/check` has, and feature `relay` those of `invite-users/server`.

#[cfg(any(feature = "exports", feature = "relay"))]
pub mod call;
#[cfg(feature = "check")]
pub mod checks;
mod convert;
#[cfg(feature = "exports")]
pub mod delivery;
#[cfg(feature = "exports")]
pub mod exports;
mod platform;
#[cfg(feature = "check")]
pub mod records;
#[cfg(feature = "relay")]
pub mod relay;
#[cfg(feature = "check")]
mod utf16;

pub use convert::{from_js, misuse, to_js};
pub use platform::Platform;

/// The lines that crates.io shows are compiled with the crate's own.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
