//! What a description says of roles.

use std::borrow::Cow;

use super::{is_path, owned, unique};
use crate::api::Batching;
use crate::api::custom::node::Node;
use crate::role::{RoleChoice, RoleRules};
use crate::text::Text;

/// What a description without roles has.
pub(super) const NONE: RoleRules = RoleRules {
    choices: Cow::Borrowed(&[]),
    free: false,
    from: None,
    default: None,
    several: false,
    required: false,
};

/// Reads the description's `roles`.
pub(super) fn read(node: &Node, batching: Batching) -> RoleRules {
    let known = ["choices", "from", "default", "sendDefault", "several", "required"];
    if node.object(&known).is_none() {
        return NONE;
    }
    let choices = node.list_of("choices", read_choice);
    let rules = RoleRules {
        free: node.find("choices").is_none(),
        from: node.find("from").and_then(|from| read_from(&from)),
        default: node.text_of("default").map(|role| Cow::Owned(role.to_owned())),
        several: node.flag_of("several"),
        required: node.flag_of("required"),
        choices: choices.into(),
    };
    unique(node, "choices", &mut rules.choices.iter().map(|role| &role.name));
    check(node, &rules, batching);
    rules
}

fn read_from(node: &Node) -> Option<Text> {
    let path = node.json.as_text().filter(|path| is_path(path));
    path.map(|path| owned(Some(path))).or_else(|| node.wrong("a path such as /roles"))
}

fn check(node: &Node, rules: &RoleRules, batching: Batching) {
    if let Some(choices) = node.find("choices")
        && rules.choices.is_empty()
    {
        choices.wrong::<()>("a list of at least one role");
    }
    if let (Some(from), Some(_)) = (node.find("from"), node.find("choices")) {
        from.conflict("choices");
    }
    if let Some(several) = node.find("several")
        && (rules.several && batching == Batching::PerRole)
    {
        several.conflict("\"batching\": \"per_role\"");
    }
    match (node.find("default"), &rules.default) {
        (Some(default), _) if rules.required => default.conflict("required"),
        (Some(default), Some(role)) if !rules.knows(role) => {
            default.wrong::<()>("one of the choices");
        }
        (None, _) if node.flag_of("sendDefault") => node.missing("default"),
        _ => {}
    }
}

fn read_choice(node: &Node) -> Option<RoleChoice> {
    if node.json.as_text().is_some() {
        let name = owned(Some(node.text()?));
        return Some(RoleChoice {
            label: name.clone(),
            name,
            privileged: false,
            staff_only: false,
        });
    }
    node.object(&["name", "label", "privileged", "staffOnly"])?;
    let name = node.need("name")?.text()?;
    Some(RoleChoice {
        name: owned(Some(name)),
        label: owned(node.text_of("label").or(Some(name))),
        privileged: node.flag_of("privileged"),
        staff_only: node.flag_of("staffOnly"),
    })
}
