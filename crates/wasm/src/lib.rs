//! Conversions between the core and JavaScript, and nothing else.
//!
//! Feature `exports` holds the functions of the npm package, and feature `check` those of them that the entry
//! `invite-users/check` has. The widget takes the rest: Unicode answered by the platform ([`Platform`]) and
//! values in both directions ([`to_js`], [`from_js`]).

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
#[cfg(feature = "check")]
mod utf16;

pub use convert::{from_js, misuse, to_js};
pub use platform::Platform;
