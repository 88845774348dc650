//! What a description says of the API itself: its path, authentication, roles, settings and fields.

use std::borrow::Cow;
use std::collections::HashMap;

use super::node::Node;
use crate::api::{ApiInfo, AuthKind, Batching, PersonField};
use crate::auth;
use crate::setting::{SettingKind, SettingSpec};
use crate::text::{Text, text};
use crate::url;

mod roles;
mod settings;

/// Headers that say something else already, or that a browser lets nobody set (Fetch, "forbidden
/// request-header").
const RESERVED: [&str; 22] = [
    "accept",
    "accept-charset",
    "accept-encoding",
    "authorization",
    "connection",
    "content-encoding",
    "content-length",
    "content-type",
    "cookie",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "set-cookie",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

/// Reads everything but the body and the reply.
pub(super) fn read(node: &Node) -> ApiInfo {
    let batching = read_batching(node);
    let info = ApiInfo {
        id: text("custom"),
        name: owned(node.need("name").and_then(|name| name.text())),
        documentation: owned(node.text_of("documentation")),
        base_url: node.text_of("baseUrl").map(|base| owned(Some(base))),
        method: read_method(node),
        path: owned(node.need("path").and_then(|path| path.text())),
        auth: node.list_of("auth", read_auth).into(),
        batching,
        max_batch: read_max_batch(node, batching),
        atomic: node.flag_of("atomic"),
        safe_to_repeat: node.flag_of("safeToRepeat"),
        idempotency_header: read_idempotency(node),
        roles: node.find("roles").map_or(roles::NONE, |it| roles::read(&it, batching)),
        settings: node.list_of("settings", settings::read).into(),
        person_fields: node.list_of("personFields", read_field).into(),
    };
    if batching == Batching::PerRole && node.find("roles").is_none() {
        node.missing("roles");
    }
    unique(node, "settings", &mut info.settings.iter().map(|it| &it.name));
    unique(node, "personFields", &mut info.person_fields.iter().map(|it| &it.name));
    check_path(node, &info);
    info
}

/// Whether every setting and field could be read, so that what is said of them can be judged.
pub(super) fn is_whole(node: &Node, info: &ApiInfo) -> bool {
    let all = |key, read| node.find(key).is_none_or(|list| list.len() == read);
    all("settings", info.settings.len()) && all("personFields", info.person_fields.len())
}

fn owned(text: Option<&str>) -> Text {
    Cow::Owned(text.unwrap_or_default().trim().to_owned())
}

fn read_batching(node: &Node) -> Batching {
    let batching = node.need("batching").and_then(|word| match word.json.as_text() {
        Some("each") => Some(Batching::Each),
        Some("per_role") => Some(Batching::PerRole),
        Some("together") => Some(Batching::Together),
        _ => word.wrong("\"together\", \"per_role\" or \"each\""),
    });
    batching.unwrap_or(Batching::Each)
}

fn read_max_batch(node: &Node, batching: Batching) -> Option<usize> {
    let max = node.find("maxBatch")?;
    if batching == Batching::Each {
        max.conflict("\"batching\": \"each\"");
    }
    let number = max.json.as_integer().and_then(|number| usize::try_from(number).ok());
    number.filter(|number| *number > 0).or_else(|| max.wrong("a whole number above 0"))
}

fn read_method(node: &Node) -> Text {
    let Some(method) = node.find("method") else { return text("POST") };
    match method.json.as_text() {
        Some("PUT") => text("PUT"),
        Some("PATCH") => text("PATCH"),
        Some("POST") => text("POST"),
        _ => method.wrong("\"POST\", \"PUT\" or \"PATCH\"").unwrap_or_default(),
    }
}

fn read_auth(node: &Node) -> Option<AuthKind> {
    match node.json.get("type").and_then(|kind| kind.as_text()) {
        Some("header") => {
            node.object(&["type", "name"])?;
            Some(AuthKind::Header { name: read_header(&node.need("name")?)? })
        }
        kind => {
            node.object(&["type"])?;
            match kind {
                Some("basic") => Some(AuthKind::Basic),
                Some("bearer") => Some(AuthKind::Bearer),
                _ => node.need("type")?.wrong("\"bearer\", \"basic\" or \"header\""),
            }
        }
    }
}

fn read_idempotency(node: &Node) -> Option<Text> {
    let header = node.find("idempotencyKey")?;
    match header.json.as_bool() {
        Some(true) => Some(text("Idempotency-Key")),
        Some(false) => None,
        None => read_header(&header),
    }
}

fn read_header(node: &Node) -> Option<Text> {
    let is_free = |name: &&str| {
        let lower = name.to_ascii_lowercase();
        auth::is_token(name)
            && !RESERVED.contains(&&*lower)
            && !lower.starts_with("proxy-")
            && !lower.starts_with("sec-")
            && !lower.starts_with("access-control-")
    };
    let name = node.json.as_text().filter(is_free);
    name.map(|name| owned(Some(name))).or_else(|| node.wrong("a header name that is not reserved"))
}

fn read_field(node: &Node) -> Option<PersonField> {
    node.object(&["name", "label", "privileged"])?;
    let name = node.need("name")?;
    if matches!(name.json.as_text(), Some("email" | "name" | "roles")) {
        return name.wrong("a name that nothing else of a person has");
    }
    let label = node.text_of("label");
    let privileged = node.flag_of("privileged");
    let name = name.name()?;
    Some(PersonField { name: owned(Some(name)), label: owned(label.or(Some(name))), privileged })
}

fn unique(node: &Node, key: &str, names: &mut dyn Iterator<Item = &Text>) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for name in names {
        if seen.insert(name.to_string(), 0).is_some()
            && let Some(list) = node.find(key)
        {
            return list.duplicate(name);
        }
    }
}

/// A path that is plain but for settings in braces, which are always there and are one value.
fn check_path(node: &Node, info: &ApiInfo) {
    let Some(path) = node.find("path") else { return };
    let mut pieces = info.path.split('{');
    let mut plain = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let Some((name, rest)) = piece.split_once('}') else {
            plain.push('{');
            break;
        };
        plain.push_str(rest);
        if is_whole(node, info) {
            check_place(&path, name, info);
        }
    }
    if !info.path.is_empty() && !is_path(&plain) {
        path.wrong::<()>("a path such as /teams/{team_id}/invitations");
    }
}

fn check_place(path: &Node, name: &str, info: &ApiInfo) {
    let is_value = |spec: &SettingSpec| {
        spec.required && !matches!(spec.kind, SettingKind::Boolean { .. } | SettingKind::UuidList)
    };
    match info.settings.iter().find(|spec| spec.name == name) {
        None => path.unknown_place(&["{", name, "}"].concat()),
        Some(spec) if is_value(spec) => {}
        Some(_) => drop(path.wrong::<()>("without settings that are optional, boolean or a list")),
    }
}

/// Whether it is a path on a server, and on no other.
fn is_path(text: &str) -> bool {
    text.starts_with('/') && !text.starts_with("//") && url::is_plain(text)
}
