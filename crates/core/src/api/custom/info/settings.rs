//! What a description says of one setting.

use super::{owned, unique};
use crate::api::custom::node::Node;
use crate::setting::{SettingKind, SettingSpec};

/// Reads one setting.
pub(super) fn read(node: &Node) -> Option<SettingSpec> {
    node.object(&["name", "type", "label", "required", "default", "choices", "help", "example"])?;
    let name = node.need("name").and_then(|name| name.name());
    let kind = read_kind(node);
    let required = node.flag_of("required");
    if let (Some(default), true) = (node.find("default"), required) {
        default.conflict("required");
    }
    Some(SettingSpec {
        label: owned(node.text_of("label").or(name)),
        name: owned(Some(name?)),
        kind: kind?,
        required,
        help: owned(node.text_of("help")),
        example: owned(node.text_of("example")),
    })
}

fn read_kind(node: &Node) -> Option<SettingKind> {
    let kind = node.need("type")?;
    let word = kind.json.as_text();
    if let (Some(choices), false) = (node.find("choices"), word == Some("choice")) {
        choices.conflict("a type other than \"choice\"");
    }
    if let (Some(default), false) =
        (node.find("default"), matches!(word, Some("boolean" | "choice")))
    {
        default.conflict("a type other than \"boolean\" and \"choice\"");
    }
    Some(match word {
        Some("boolean") => {
            SettingKind::Boolean { default: node.find("default").map(|_| node.flag_of("default")) }
        }
        Some("choice") => read_words(node)?,
        Some("int64") => SettingKind::Int64,
        Some("text") => SettingKind::Text,
        Some("url") => SettingKind::Url,
        Some("uuid") => SettingKind::Uuid,
        Some("uuid_list") => SettingKind::UuidList,
        _ => return kind.wrong("boolean, choice, int64, text, url, uuid or uuid_list"),
    })
}

fn read_words(node: &Node) -> Option<SettingKind> {
    let list = node.need("choices")?;
    let choices = node.list_of("choices", |word| word.text().map(|word| owned(Some(word))));
    if choices.is_empty() {
        return list.wrong("a list of at least one word");
    }
    unique(node, "choices", &mut choices.iter());
    let default = node.find("default").and_then(|default| {
        let word = default.json.as_text().filter(|word| choices.iter().any(|it| it == word));
        word.map(|word| owned(Some(word))).or_else(|| default.wrong("one of the choices"))
    });
    Some(SettingKind::Choice { choices: choices.into(), default })
}
