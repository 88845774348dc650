//! An API that a host describes in JSON: its address, body and reply, and all that follows from them.
//!
//! The description is a developer's input, so whatever is wrong with it is told at once, each fault by
//! the key that it is about. `docs/custom-api.md` explains the keys.

use std::fmt;

use super::{Api, ApiInfo, Batching, Content, Finding, Place, Segment, Unreadable};
use crate::invitee::Invitee;
use crate::json::{Json, Object};
use crate::problem::Problem;
use crate::setting::Settings;

mod fault;
mod info;
mod node;
mod pointer;
mod reply;
mod template;

pub use fault::DescriptionFault;
use node::{Node, Problems};
use reply::Success;
use template::{Filling, Template};

/// The keys of a description.
const KEYS: [&str; 17] = [
    "$schema",
    "name",
    "documentation",
    "baseUrl",
    "method",
    "path",
    "auth",
    "batching",
    "maxBatch",
    "atomic",
    "safeToRepeat",
    "idempotencyKey",
    "roles",
    "settings",
    "personFields",
    "body",
    "reply",
];

/// An API as its description has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Custom {
    info: ApiInfo,
    body: Template,
    success: Success,
    send_default: bool,
}

impl Custom {
    /// Reads a description.
    ///
    /// # Errors
    /// Every fault of it, each with the path of the faulty key, such as `api.settings[1].type`.
    pub fn parse(description: &Json) -> Result<Self, Vec<Problem>> {
        let problems = Problems::default();
        let custom = Self::read(&Node::root(description, &problems));
        match (custom, problems.into_inner()) {
            (Some(custom), problems) if problems.is_empty() => Ok(custom),
            (_, problems) => Err(problems),
        }
    }

    fn read(node: &Node) -> Option<Self> {
        node.object(&KEYS)?;
        let info = info::read(node);
        let each = info.batching == Batching::Each;
        let whole = info::is_whole(node, &info);
        let body = node.need("body").and_then(|body| template::parse(&body, &info, whole));
        let success = node.need("reply").and_then(|reply| reply::parse(&reply, each));
        let send_default = node.find("roles").is_some_and(|roles| roles.flag_of("sendDefault"));
        Some(Self { info, body: body?, success: success?, send_default })
    }
}

/// Its name alone: every `dyn Api` carries this along, and the whole would be kilobytes of wasm.
impl fmt::Debug for Custom {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.info.name)
    }
}

impl Api for Custom {
    fn info(&self) -> &ApiInfo {
        &self.info
    }

    fn body(&self, settings: &Settings, people: &[&Invitee]) -> Object {
        let (default, send_default) = (self.info.roles.default.as_deref(), self.send_default);
        self.body.fill(&Filling { settings, people, default, send_default })
    }

    fn read(&self, body: &Json) -> Option<Content> {
        self.body.read(&self.info, body)
    }

    fn place(&self, path: &[Segment]) -> Place {
        self.body.place(&self.info, path)
    }

    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable> {
        self.success.read(addresses, body)
    }

    fn disclosed(&self, addresses: &[&str], body: &Json) -> Json {
        self.success.disclosed(addresses, body)
    }
}
