//! Invites people through an HTTP API: what to check, what to send, and what a reply means.
//!
//! This crate is the public Rust API of invite-users and does no I/O: it has no clock, no
//! randomness, no sockets and no DOM. Text becomes entries ([`list`], [`table`]), entries become invitees,
//! invitees become requests ([`plan`]), requests are sent by whoever has a network under the
//! direction of a state machine ([`Delivery`]), and each person ends with one [`Outcome`].
//!
//! ```
//! # #[cfg(feature = "native")]
//! # fn main() -> Result<(), serde_json::Error> {
//! use invite_users_core::{InviteConfig, InviteeInput, unicode::Native, plan};
//!
//! let config = InviteConfig {
//!     api: "vijil".into(),
//!     base_url: Some("https://vijil.example".into()),
//!     settings: serde_json::from_str(r#"{"team_id":"7f1f9d52-5a0b-4e0f-9f0a-0d6a3c1b2e4d"}"#)?,
//!     ..InviteConfig::default()
//! };
//! let people = [InviteeInput::new("ann@acme.com").role("ADMIN")];
//! let plan = plan(&config, &people, &Native);
//! assert_eq!(plan.requests[0].body, r#"{"email":"ann@acme.com","role":"ADMIN"}"#);
//! # Ok(())
//! # }
//! # #[cfg(not(feature = "native"))]
//! # fn main() {}
//! ```
//!
//! # Scope
//!
//! Whether a mailbox exists is not asked: no DNS, no SMTP. Addresses follow RFC 5321 and RFC 6531
//! without quoted local parts, address literals and comments.

pub mod api;
mod auth;
mod catalogue;
mod config;
pub mod delivery;
mod destination;
pub mod email;
mod forecast;
mod invitation;
mod invitee;
pub mod json;
pub mod list;
mod message;
mod outcome;
mod plan;
mod privilege;
mod problem;
mod read_request;
mod relay;
mod reply;
mod role;
mod setting;
pub mod table;
mod text;
pub mod unicode;
mod url;

pub use auth::{Credential, CredentialError};
pub use catalogue::{Catalogue, RolesError, catalogue, read_roles};
pub use config::{DeliveryOptions, InviteConfig};
pub use delivery::{Delivery, ResumeError};
pub use destination::Destination;
pub use email::{EmailAddress, EmailError, EmailOptions};
pub use forecast::{Forecast, Forecaster, forecast};
pub use invitation::Invitation;
pub use invitee::{Invitee, InviteeInput};
pub use list::{Entry, PastedList, parse_list};
pub use message::{Coded, Param, Params};
pub use outcome::{Counts, Outcome, Reason, Report, Status};
pub use plan::{Plan, PlannedRequest, plan};
pub use privilege::{Privilege, privileges};
pub use problem::{Problem, ProblemKind};
pub use read_request::{ReadRequest, RequestFault, read_request};
pub use relay::{Grant, Refusal, RelayFault, Relayed, relay, relayed_reply};
pub use reply::{Reply, read_reply};
pub use role::{RoleChoice, RoleRules};
pub use setting::{SettingKind, SettingSpec, SettingValue, Settings};
pub use table::{PastedTable, TableOptions, parse_table, to_csv};
pub use text::Text;

/// The page's code is tested with the crate's own.
#[cfg(all(doctest, feature = "native"))]
#[doc = include_str!("../../../docs/rust.md")]
struct RustPage;

/// As are the lines that crates.io shows.
#[cfg(all(doctest, feature = "native"))]
#[doc = include_str!("../README.md")]
struct Readme;
