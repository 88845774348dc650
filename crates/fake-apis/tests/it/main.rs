//! The server, started in process and driven over plain TCP.

mod apis;
mod client;
mod cors;
mod faults;
mod ledger;
mod program;
mod server;
mod site;
