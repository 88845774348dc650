//! How a success is read, out of the description.

use super::{Detail, DetailKind, Entries, Errors, Invited, Standing, Success};
use crate::api::custom::node::{Node, is_name};
use crate::api::custom::pointer::Pointer;
use crate::json::Json;

/// Reads the description's `reply`; `each`: a request invites one person.
pub(in super::super) fn parse(node: &Node, each: bool) -> Option<Success> {
    node.object(&["empty", "invited", "errors", "detail"])?;
    let success = Success {
        empty: node.flag_of("empty"),
        invited: node.find("invited").and_then(|invited| read_invited(&invited, each)),
        errors: node.find("errors").and_then(|errors| read_errors(&errors)),
        detail: node.find("detail").map(|detail| read_details(&detail)).unwrap_or_default(),
    };
    if node.find("invited").is_none() {
        if !success.empty {
            node.missing("invited");
        }
        for key in ["errors", "detail"] {
            if let Some(other) = node.find(key) {
                other.conflict("a reply without \"invited\"");
            }
        }
    }
    if let (Some(Invited::Named(Entries { email: None, .. })), Some(detail)) =
        (&success.invited, node.find("detail"))
    {
        detail.conflict("a list of addresses");
    }
    Some(success)
}

fn read_invited(node: &Node, each: bool) -> Option<Invited> {
    if node.json.as_text() == Some("all") {
        return Some(Invited::All);
    }
    if node.json.as_object().is_none() {
        return node.wrong("\"all\" or an object");
    }
    node.object(&["at", "email", "status", "optional"])?;
    let entries = Entries {
        at: pointer(node, "at"),
        optional: node.flag_of("optional"),
        email: pointer(node, "email"),
        status: node.find("status").and_then(|status| read_standing(&status)),
    };
    match (node.find("at"), node.find("email")) {
        (None, _) if !each => node.missing("at"),
        (None, None) => node.missing("email"),
        (Some(_), None) => {
            if let Some(status) = node.find("status") {
                status.conflict("a list of addresses");
            }
        }
        _ => {}
    }
    Some(Invited::Named(entries))
}

fn read_standing(node: &Node) -> Option<Standing> {
    node.object(&["at", "invited", "other"])?;
    let words = |key| {
        node.list_of(key, |word| match word.json {
            Json::Text(_) | Json::Integer(_) | Json::Bool(_) => Some(word.json.clone()),
            _ => word.wrong("text, a whole number, true or false"),
        })
    };
    let (invited, other) = (words("invited"), words("other"));
    node.need("invited");
    Some(Standing { at: needed(node, "at")?, invited, other })
}

fn read_errors(node: &Node) -> Option<Errors> {
    node.object(&["at", "email", "message", "optional"])?;
    let item = match (node.find("email"), node.find("message")) {
        (None, None) => None,
        _ => Some((needed(node, "email")?, needed(node, "message")?)),
    };
    Some(Errors { at: needed(node, "at")?, optional: node.flag_of("optional"), item })
}

fn read_details(node: &Node) -> Vec<Detail> {
    node.any_object();
    node.members().filter_map(|(name, member)| read_detail(name, &member)).collect()
}

fn read_detail(name: &str, node: &Node) -> Option<Detail> {
    if !is_name(name) {
        return node.wrong("under a name of a letter, then letters, digits, _ and -");
    }
    let name = name.to_owned();
    if let Some(text) = node.json.as_text() {
        let at = Pointer::parse(text).or_else(|| node.wrong(POINTER))?;
        return Some(Detail { name, at, kind: DetailKind::Any, required: false });
    }
    node.object(&["at", "type", "required"])?;
    let kind = match node.find("type") {
        None => DetailKind::Any,
        Some(kind) => match kind.json.as_text() {
            Some("text") => DetailKind::Text,
            Some("integer") => DetailKind::Integer,
            Some("texts") => DetailKind::Texts,
            _ => return kind.wrong("\"text\", \"integer\" or \"texts\""),
        },
    };
    Some(Detail { name, at: needed(node, "at")?, kind, required: node.flag_of("required") })
}

const POINTER: &str = "a JSON Pointer such as /users/0/email";

fn pointer(node: &Node, key: &str) -> Option<Pointer> {
    let node = node.find(key)?;
    node.json.as_text().and_then(Pointer::parse).or_else(|| node.wrong(POINTER))
}

fn needed(node: &Node, key: &str) -> Option<Pointer> {
    node.need(key)?;
    pointer(node, key)
}
