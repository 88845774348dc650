//! A template out of the description, checked against the settings, fields and roles that it has.

use super::{Slot, Template};
use crate::api::custom::node::{MAX_VALUES, Node};
use crate::api::{ApiInfo, Batching};
use crate::json::Json;

/// The most lists and objects inside one another.
const MAX_DEPTH: usize = 32;

/// The places that stand for something of a person.
const PERSONAL: [(&str, Slot); 4] =
    [("email", Slot::Email), ("name", Slot::Name), ("role", Slot::Role), ("roles", Slot::Roles)];

/// Reads a template. What it says of settings and fields is only judged where all of these could be
/// read (`whole`), so that one mistake is not told twice.
pub(in super::super) fn parse(node: &Node, info: &ApiInfo, whole: bool) -> Option<Template> {
    if node.json.as_object().is_none_or(|body| body.get("$people").is_some()) {
        return node.wrong("an object with members");
    }
    let mut parser =
        Parser { info, whole, values: 0, people: false, inside: false, found: Vec::new() };
    let template = parser.template(node, MAX_DEPTH);
    parser.finish(node);
    template
}

struct Parser<'a> {
    info: &'a ApiInfo,
    whole: bool,
    /// How many values there were so far.
    values: usize,
    /// Whether there was a list of people.
    people: bool,
    /// Whether this is inside of it.
    inside: bool,
    /// Every place so far.
    found: Vec<Slot>,
}

impl Parser<'_> {
    fn template(&mut self, node: &Node, depth: usize) -> Option<Template> {
        self.values += 1;
        if depth == 0 || self.values > MAX_VALUES {
            if depth == 0 || self.values == MAX_VALUES + 1 {
                node.too_large();
            }
            return None;
        }
        match node.json {
            Json::Text(text) => self.text(node, text),
            Json::List(_) => Some(self.list(node, depth)),
            Json::Object(object) if object.iter().any(|(key, _)| key == "$people") => {
                self.list_of_people(node, depth)
            }
            Json::Object(_) => self.object(node, depth),
            // What JavaScript has and JSON has not: NaN, Infinity.
            Json::Number(number) if !is_json(number) => node.wrong("a number"),
            constant => Some(Template::Constant(constant.clone())),
        }
    }

    fn object(&mut self, node: &Node, depth: usize) -> Option<Template> {
        node.any_object()?;
        let mut members = Vec::new();
        for (name, member) in node.members() {
            let template = self.template(&member, depth - 1);
            members.extend(template.map(|template| (name.to_owned(), template)));
        }
        Some(Template::Object(members))
    }

    /// An item that may be empty would move those after it.
    fn list(&mut self, node: &Node, depth: usize) -> Template {
        let nodes = node.items();
        let mut items = Vec::with_capacity(nodes.len());
        for item in &nodes {
            let template = self.template(item, depth - 1);
            if nodes.len() > 1
                && matches!(&template, Some(Template::Slot(slot)) if *slot != Slot::Email)
            {
                item.wrong::<()>("the only item of its list, since it may be empty");
            }
            items.extend(template);
        }
        Template::List(items)
    }

    fn list_of_people(&mut self, node: &Node, depth: usize) -> Option<Template> {
        node.object(&["$people"])?;
        let item = node.need("$people")?;
        if std::mem::replace(&mut self.people, true) {
            node.duplicate("$people");
            return None;
        }
        self.inside = true;
        let template = self.template(&item, depth - 1);
        self.inside = false;
        match template? {
            template @ (Template::Slot(Slot::Email) | Template::Object(_)) => {
                Some(Template::People(Box::new(template)))
            }
            _ => item.wrong("an object or $email, since each person needs an item"),
        }
    }

    fn text(&mut self, node: &Node, text: &str) -> Option<Template> {
        let Some(place) = text.strip_prefix('$') else {
            return Some(Template::Constant(text.into()));
        };
        if place.starts_with('$') {
            return Some(Template::Constant(place.into()));
        }
        let Some(slot) = self.slot(place) else {
            let is_declared = place.starts_with("setting.") || place.starts_with("field.");
            if self.whole || !is_declared {
                node.unknown_place(text);
            }
            return None;
        };
        self.check(node, &slot);
        self.found.push(slot.clone());
        Some(Template::Slot(slot))
    }

    fn slot(&self, place: &str) -> Option<Slot> {
        if let Some((_, slot)) = PERSONAL.iter().find(|(name, _)| *name == place) {
            return Some(slot.clone());
        }
        if let Some(name) = place.strip_prefix("setting.") {
            let known = self.info.settings.iter().any(|spec| spec.name == name);
            return known.then(|| Slot::Setting(name.to_owned()));
        }
        let name = place.strip_prefix("field.")?;
        let known = self.info.person_fields.iter().any(|field| field.name == name);
        known.then(|| Slot::Field(name.to_owned()))
    }

    /// Whether the place can stand there.
    fn check(&self, node: &Node, slot: &Slot) {
        let (batching, roles) = (self.info.batching, &self.info.roles);
        let is_role = matches!(slot, Slot::Role | Slot::Roles);
        let shared = matches!(slot, Slot::Setting(_))
            || batching == Batching::Each
            || (is_role && batching == Batching::PerRole);
        if !shared && !self.inside {
            node.wrong::<()>("inside $people, since a request invites several people");
        }
        if is_role && !roles.free && roles.choices.is_empty() {
            node.conflict("a description without roles");
        }
        if *slot == Slot::Role && roles.several {
            node.wrong::<()>("$roles, since a person may have several");
        }
    }

    /// What a template must have, and that nothing which can be chosen is lost.
    fn finish(&self, node: &Node) {
        if !self.found.contains(&Slot::Email) {
            node.missing("$email");
        }
        if self.info.batching != Batching::Each && !self.people {
            node.missing("$people");
        }
        let has_role = self.found.iter().any(|slot| matches!(slot, Slot::Role | Slot::Roles));
        let roles = &self.info.roles;
        if !has_role && (roles.free || !roles.choices.is_empty()) {
            node.missing("$role");
        }
        if self.whole && !self.info.path.is_empty() {
            self.finish_declared(node);
        }
    }

    fn finish_declared(&self, node: &Node) {
        for field in &*self.info.person_fields {
            if !self.found.contains(&Slot::Field(field.name.to_string())) {
                node.missing(&["$field.", &field.name].concat());
            }
        }
        for setting in &*self.info.settings {
            if !self.is_in_path(&setting.name)
                && !self.found.contains(&Slot::Setting(setting.name.to_string()))
            {
                node.missing(&["$setting.", &setting.name].concat());
            }
        }
    }

    /// Whether the setting stands in the path, in braces.
    fn is_in_path(&self, setting: &str) -> bool {
        let mut places = self.info.path.split('{').skip(1);
        places.any(|place| place.split_once('}').is_some_and(|(name, _)| name == setting))
    }
}

/// Whether there is no letter in the number but that of its exponent.
fn is_json(number: &str) -> bool {
    number.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte))
}
