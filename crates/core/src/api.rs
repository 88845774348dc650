//! The contract of an invite API: what it is, how a request to it reads, and what its success says.
//!
//! What a refusal means is the same everywhere and stands in the reply module; here an API says
//! only what its own document says. APIs never import one another.

use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::invitee::Invitee;
use crate::json::{Json, Object};
use crate::role::RoleRules;
use crate::setting::{SettingSpec, Settings};
use crate::text::Text;

mod address;
mod choice;
mod content;
mod contextual;
pub mod custom;
mod extractor;
mod galileo;
mod info;
mod smartdocumentor;
mod vijil;

pub(crate) use address::{Asked, ByAddress, key};
pub use choice::{ApiChoice, Description, find};
pub(crate) use content::Members;
pub use content::{Content, Fault, FaultKind};

/// Every API that is known by name.
pub static ALL: [&dyn Api; 5] = [
    &contextual::Contextual,
    &galileo::Galileo,
    &smartdocumentor::SmartDocumentor,
    &vijil::Vijil,
    &extractor::Extractor,
];

/// The API of that id.
pub fn by_id(id: &str) -> Option<&'static dyn Api> {
    ALL.into_iter().find(|api| api.info().id == id)
}

/// An API that is known by name, or one that a host brings along.
#[derive(Clone, Debug)]
pub enum ApiRef {
    /// One of [`ALL`].
    Known(&'static dyn Api),
    /// The host's own.
    Own(Arc<dyn Api>),
}

impl Deref for ApiRef {
    type Target = dyn Api;

    fn deref(&self) -> &Self::Target {
        match self {
            Self::Known(api) => *api,
            Self::Own(api) => &**api,
        }
    }
}

/// One invite API, as its document describes it.
pub trait Api: Send + Sync {
    /// What it is called, takes and requires.
    fn info(&self) -> &ApiInfo;

    /// The JSON body that invites these people; what is left at its default is not in it.
    fn body(&self, settings: &Settings, people: &[&Invitee]) -> Object;

    /// What such a body says: the inverse of [`body`](Self::body); `None` where it is not one of
    /// this API's, so that nobody can be told who is meant.
    fn read(&self, body: &Json) -> Option<Content>;

    /// What the path of a validation error points at (`["body", "new_users", 3, "email"]`).
    fn place(&self, path: &[Segment]) -> Place;

    /// What a 2xx reply says of each of these people, in the same order; a body of `None` is empty.
    ///
    /// # Errors
    /// [`Unreadable`] where the body is not what the document promises.
    fn success(&self, addresses: &[&str], body: Option<&Json>) -> Result<Vec<Finding>, Unreadable>;

    /// A success with what the document promises of these people, and without anything else: what a
    /// server in between may tell.
    fn disclosed(&self, addresses: &[&str], body: &Json) -> Json;
}

/// Told by its id: as a supertrait, it would put the insides of every API into each program.
impl fmt::Debug for dyn Api + '_ {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.info().id)
    }
}

/// What an API is called, takes and requires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiInfo {
    /// The stable id, such as `vijil`.
    pub id: Text,
    /// The name that people see.
    pub name: Text,
    /// Its document.
    pub documentation: Text,
    /// The documented server with its path prefix; `None`: the document names none.
    pub base_url: Option<Text>,
    /// The HTTP method.
    pub method: Text,
    /// What follows the base URL; may hold settings in braces.
    pub path: Text,
    /// The ways to authenticate, the usual one first.
    pub auth: Cow<'static, [AuthKind]>,
    /// How many people a request invites.
    pub batching: Batching,
    /// The most people that a request may invite; `None`: no limit is known.
    pub max_batch: Option<usize>,
    /// Whether a rejected request was not processed at all, so that the others in it can go again.
    pub atomic: bool,
    /// Whether inviting somebody twice does no harm.
    pub safe_to_repeat: bool,
    /// The header that tells repeats of one request from new ones, such as `Idempotency-Key`; `None`:
    /// the API has none.
    pub idempotency_header: Option<Text>,
    /// Its roles.
    pub roles: RoleRules,
    /// Its settings.
    pub settings: Cow<'static, [SettingSpec]>,
    /// What it takes for a person beside address and roles.
    pub person_fields: Cow<'static, [PersonField]>,
}

/// A way to authenticate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AuthKind {
    /// HTTP Basic.
    Basic,
    /// A bearer token in `Authorization`.
    Bearer,
    /// A key in a header of its own.
    Header {
        /// The header's name.
        name: Text,
    },
}

/// How many people a request invites.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Batching {
    /// One.
    Each,
    /// All who get the same role.
    PerRole,
    /// All.
    Together,
}

/// A true-or-false field of a person; false by default and then not sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonField {
    /// Its name on the wire and in an invitee.
    pub name: Text,
    /// The English label of its switch.
    pub label: Text,
    /// Whether it lets a person manage others; a UI asks before it is set.
    pub privileged: bool,
}

/// One step of the path in a validation error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Segment<'a> {
    /// An index into an array.
    Index(usize),
    /// The name of a member.
    Name(&'a str),
}

/// What the path of a validation error points at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// One of the request's people (counted within the request), and which field of theirs.
    Person {
        /// The index within the request.
        index: usize,
        /// `email`, `roles` or a person field.
        field: String,
    },
    /// Something that all of the request's people share: a setting, or their role.
    Shared {
        /// `settings.<name>` or `roles`.
        field: String,
    },
    /// Nothing that is known here.
    Unknown,
}

impl Place {
    /// A field of the request's person at `index`.
    pub fn person(index: usize, field: &str) -> Self {
        Self::Person { index, field: field.to_owned() }
    }

    /// The role that all of the request's people share.
    pub fn role() -> Self {
        Self::Shared { field: "roles".to_owned() }
    }

    /// The setting, if the API has one of that name.
    pub fn setting(info: &ApiInfo, name: &str) -> Self {
        if info.settings.iter().any(|spec| spec.name == name) {
            Self::Shared { field: format!("settings.{name}") }
        } else {
            Self::Unknown
        }
    }
}

/// What a 2xx reply says of one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Invited, with what else the server told of them (64-bit integers as strings).
    Invited(Option<Json>),
    /// Not invited, in the server's words.
    Failed(String),
    /// The reply should name this person and does not.
    Missing,
}

/// The body is not what the document promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unreadable;

impl Finding {
    /// Invited, without another word.
    const INVITED: Self = Self::Invited(None);
}
