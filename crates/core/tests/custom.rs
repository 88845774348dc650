//! Descriptions: those of the known APIs do what these do, and every other is read or says its faults.

#![cfg(feature = "native")]

#[path = "shared/data.rs"]
mod data;
#[path = "shared/told.rs"]
mod told;

mod custom {
    mod delivery;
    mod faults;
    mod file;
    mod known;
    mod page;
    mod properties;
    mod replies;
    mod schema;
}
