//! The roles to choose from: which there are, where a server is asked for them, and what is read from
//! its answer. The cases are `tests/data/roles.json`.

use std::fs;
use std::path::PathBuf;

use invite_users_core::{
    Catalogue, Coded, InviteConfig, Param, Reply, RoleChoice, catalogue, read_roles,
};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct RolesCase {
    name: String,
    config: InviteConfig,
    /// What keeps anybody from being asked.
    problem: Option<Value>,
    /// The names of roles that need no server.
    names: Option<Vec<String>>,
    /// Where the server is asked, and what it answers.
    url: Option<String>,
    #[serde(default)]
    reply: Reply,
    roles: Option<Vec<Value>>,
    /// What came back instead of roles.
    found: Option<String>,
}

#[test]
fn roles() {
    for case in cases() {
        match catalogue(&case.config) {
            Err(problem) => {
                let told = json!({ "code": problem.code(), "field": problem.field });
                assert_eq!(Some(told), case.problem, "{}", case.name);
                assert!(!problem.to_string().contains("secret"), "{}", case.name);
            }
            Ok(Catalogue::Known(roles)) => {
                assert_eq!(Some(names(&roles)), case.names, "{}", case.name);
            }
            Ok(Catalogue::OnServer(request)) => {
                assert_eq!(request.method, "GET", "{}", case.name);
                assert_eq!(Some(request.url), case.url, "{}", case.name);
                assert_read(&case);
            }
        }
    }
}

fn assert_read(case: &RolesCase) {
    match read_roles(&case.config, &case.reply) {
        Ok(roles) => assert_eq!(json!(roles), json!(case.roles), "{}", case.name),
        Err(error) => {
            let found = error.params().get("found").map(Param::to_string);
            assert_eq!((error.code(), &found), ("roles_unreadable", &case.found), "{}", case.name);
        }
    }
}

fn names(roles: &[RoleChoice]) -> Vec<String> {
    roles.iter().map(|role| role.name.to_string()).collect()
}

fn cases() -> Vec<RolesCase> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data/roles.json");
    let text = fs::read_to_string(path).expect("the data");
    serde_json::from_str(&text).expect("JSON")
}
