//! Conversions between the core and JavaScript, and nothing else.
//!
//! Feature `exports` holds the functions of the npm package. The widget takes the rest: Unicode
//! answered by the platform ([`Platform`]), values in both directions ([`to_js`], [`from_js`]) and
//! the shapes whose positions differ between the two languages ([`shape`]).

mod convert;
#[cfg(feature = "exports")]
pub mod exports;
mod platform;
pub mod shape;

pub use convert::{from_js, misuse, to_js};
pub use platform::Platform;
