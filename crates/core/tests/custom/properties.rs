//! What holds for every description: a body that is read again says what was written, and a path in
//! it leads back to what stands there. The descriptions and people are made from seeds.

use invite_users_core::api::custom::Custom;
use invite_users_core::api::{Api, ApiChoice, Description, Place, Segment};
use invite_users_core::json::{Json, Object};
use invite_users_core::unicode::Native;
use invite_users_core::{InviteConfig, InviteeInput, plan, read_request};

const FIELDS: [&str; 2] = ["is_admin", "can_pay"];
const SETTINGS: [&str; 3] = ["tenant", "count", "silent"];

/// A source of choices that a seed repeats (`SplitMix64`).
struct Dice(u64);

/// Read and written again, it is another number.
const FRACTION: &str = "6.02626699026267e48";

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed >> 33) % sides as u64).expect("a small number")
    }

    fn coin(&mut self) -> bool {
        self.below(2) == 0
    }

    fn shuffled<T>(&mut self, mut items: Vec<T>) -> Vec<T> {
        for index in (1..items.len()).rev() {
            items.swap(index, self.below(index + 1));
        }
        items
    }
}

#[test]
fn what_is_written_is_read_again() {
    for seed in 0..2000 {
        let (api, config) = described(&mut Dice(seed));
        let people = people(&mut Dice(!seed), api.info().roles.several);
        let plan = plan(&config, &people, &Native);
        assert_eq!(plan.problems, [], "seed {seed}");
        for request in &plan.requests {
            let read = read_request(&config, &request.body, &Native);
            assert_eq!(read.problems, [], "seed {seed}: {}", request.body);
            let asked = request.invitees.iter().map(|&index| meant(&people[index], &api));
            let asked: Vec<_> = asked.collect();
            let read: Vec<_> = read.invitees.iter().map(|person| meant(person, &api)).collect();
            assert_eq!(read, asked, "seed {seed}: {}", request.body);
        }
    }
}

#[test]
fn a_path_leads_back_to_what_stands_there() {
    let mut found = 0;
    for seed in 0..2000 {
        let (api, config) = described(&mut Dice(seed));
        let people = people(&mut Dice(!seed), api.info().roles.several);
        for request in plan(&config, &people, &Native).requests {
            let body = Json::parse(&request.body).expect("JSON");
            let mut leaves = Vec::new();
            leaves_of(&body, &[Segment::Name("body")], &mut leaves);
            for (path, value) in leaves {
                found += 1;
                let whose = |index: usize| &people[request.invitees[index]];
                let says = match api.place(&path) {
                    Place::Person { index, field } => says(whose(index), &field, value, &api),
                    Place::Shared { field } => match field.strip_prefix("settings.") {
                        Some(name) => config.settings.get(name) == Some(value),
                        None => says(whose(0), &field, value, &api),
                    },
                    Place::Unknown => match value {
                        Json::Text(text) => text == "constant" || text == "$literal",
                        value => Json::parse(FRACTION).as_ref() == Some(value),
                    },
                };
                assert!(says, "seed {seed}: {path:?} in {}", request.body);
            }
        }
    }
    assert!(found > 10_000, "{found} values");
}

/// A description of any batching, whose members stand in any order and depth.
fn described(dice: &mut Dice) -> (Custom, InviteConfig) {
    let batching = ["together", "per_role", "each"][dice.below(3)];
    let several = batching != "per_role" && dice.coin();
    let role = if several || dice.coin() { "$roles" } else { "$role" };
    let is_shared = batching == "per_role" && dice.coin();
    let mut of_person = vec!["$email", "$name", "$field.is_admin", "$field.can_pay"];
    let mut of_request = vec!["$setting.tenant", "$setting.count", "$setting.silent", "constant"];
    (if is_shared { &mut of_request } else { &mut of_person }).push(role);
    let mut body = if batching == "each" && dice.coin() {
        of_request.extend(of_person);
        object(dice, of_request, 2)
    } else {
        let person = object(dice, of_person, 2);
        let body = object(dice, of_request, 2);
        body.with("people", Object::new().with("$people", person))
    };
    body.push("$literal".to_owned(), "$$literal".into());
    body.push("number".to_owned(), Json::Number(FRACTION.to_owned()));
    let default = dice.coin();
    let roles = Object::new()
        .with("several", several)
        .with("default", default.then_some("member"))
        .with("sendDefault", default.then(|| dice.coin()));
    let description = Object::new()
        .with("name", "Acme")
        .with("baseUrl", "https://acme.example")
        .with("path", "/invite")
        .with("batching", batching)
        .with("roles", roles)
        .with("settings", Json::parse(SCHEMA).expect("JSON"))
        .with("personFields", named(&FIELDS))
        .with("body", body)
        .with("reply", Object::new().with("invited", "all"));
    let description = Json::from(description);
    let api = Custom::parse(&description).expect("a description");
    let settings = SETTINGS.map(|name| match name {
        "count" => (name.to_owned(), Json::Integer(i64::MAX)),
        "silent" => (name.to_owned(), Json::Bool(true)),
        name => (name.to_owned(), "acme".into()),
    });
    let settings = settings.into_iter().filter(|_| dice.coin()).collect();
    let config = InviteConfig {
        api: ApiChoice::Described(Description::new(description)),
        settings,
        ..InviteConfig::default()
    };
    (api, config)
}

const SCHEMA: &str = r#"[{"name":"tenant","type":"text"},{"name":"count","type":"int64"},
    {"name":"silent","type":"boolean","default":false}]"#;

fn named(names: &[&str]) -> Vec<Json> {
    names.iter().map(|name| Object::new().with("name", *name).into()).collect()
}

/// The texts as members `m0`, `m1` …, some of them in an object or a list of their own.
fn object(dice: &mut Dice, texts: Vec<&str>, depth: usize) -> Object {
    let texts = dice.shuffled(texts);
    let mut object = Object::new();
    let mut rest = texts.as_slice();
    while let [first, others @ ..] = rest {
        let name = format!("m{}", rest.len());
        if depth > 0 && dice.below(4) == 0 {
            let (inside, others) = rest.split_at(1 + dice.below(rest.len()));
            object = object.with(&name, self::object(dice, inside.to_vec(), depth - 1));
            rest = others;
            continue;
        }
        let value = Json::from(*first);
        let in_list = !first.starts_with("$roles") && dice.below(4) == 0;
        object = object.with(&name, if in_list { vec![value].into() } else { value });
        rest = others;
    }
    object
}

fn people(dice: &mut Dice, several: bool) -> Vec<InviteeInput> {
    let person = |index| {
        let mut person = InviteeInput::new(&format!("p{index}@acme.com"));
        person.name = dice.coin().then(|| format!("Person \"{index}\""));
        let most = if several { 3 } else { 2 };
        person.roles = dice.shuffled(vec!["member", "admin", "owner"])[..dice.below(most)]
            .iter()
            .map(|role| (*role).to_owned())
            .collect();
        let fields = FIELDS.iter().filter(|_| dice.coin());
        person.fields = fields.map(|name| ((*name).to_owned(), Json::Bool(true))).collect();
        person
    };
    (0..5).map(person).collect()
}

/// Whom a body means: no role is the default one, and fields have no order.
fn meant(
    person: &InviteeInput,
    api: &Custom,
) -> (String, Option<String>, Vec<String>, Vec<String>) {
    let default = api.info().roles.default.iter().map(ToString::to_string);
    let roles = if person.roles.is_empty() { default.collect() } else { person.roles.clone() };
    let mut fields: Vec<String> = person.fields.iter().map(|(name, _)| name.clone()).collect();
    fields.sort();
    (person.email.clone(), person.name.clone(), roles, fields)
}

/// Whether the value is what is known of that field of the person.
fn says(person: &InviteeInput, field: &str, value: &Json, api: &Custom) -> bool {
    let (email, name, roles, fields) = meant(person, api);
    match (field, value) {
        ("email", Json::Text(text)) => *text == email,
        ("name", Json::Text(text)) => Some(text) == name.as_ref(),
        ("roles", Json::Text(text)) => roles.contains(text),
        (field, value) => *value == Json::Bool(true) && fields.iter().any(|it| it == field),
    }
}

fn leaves_of<'a>(
    value: &'a Json,
    path: &[Segment<'a>],
    leaves: &mut Vec<(Vec<Segment<'a>>, &'a Json)>,
) {
    let below = |segment| [path, &[segment]].concat();
    match value {
        Json::List(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves_of(item, &below(Segment::Index(index)), leaves);
            }
        }
        Json::Object(object) => {
            for (name, value) in object {
                leaves_of(value, &below(Segment::Name(name)), leaves);
            }
        }
        value => leaves.push((path.to_vec(), value)),
    }
}
