//! Conversions between the core and JavaScript, and nothing else.
//!
//! Feature `exports` holds the functions of the npm package. The widget takes the rest: Unicode
//! answered by the platform ([`Platform`]) and values in both directions ([`to_js`], [`from_js`]).

mod convert;
#[cfg(feature = "exports")]
pub mod delivery;
#[cfg(feature = "exports")]
pub mod exports;
mod platform;
#[cfg(feature = "exports")]
pub mod records;
#[cfg(feature = "exports")]
mod utf16;

pub use convert::{from_js, misuse, to_js};
pub use platform::Platform;
