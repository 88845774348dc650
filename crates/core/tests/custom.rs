//! Descriptions: those of the known APIs do what these do, and every other is read or says its faults.

#![cfg(feature = "native")]

mod custom {
    mod data;
    mod delivery;
    mod faults;
    mod known;
    mod page;
    mod properties;
    mod replies;
    mod schema;
}
