//! JSON text: what is read, what is refused, and that nothing is lost on the way back.

use invite_users_core::json::{FromJson, Json};
use invite_users_core::{Credential, InviteConfig, InviteeInput, PlannedRequest, Reply};

#[test]
fn reads_and_writes_the_same_text() {
    for text in [
        "null",
        "true",
        "false",
        "0",
        "-1",
        "9223372036854775807",
        "9223372036854775808",
        "-0.5",
        r#""""#,
        r#""a\"\\\n\r\t\u0007é😀""#,
        "[]",
        r#"[1,[2,[]],{"a":{}}]"#,
        "{}",
        r#"{"b":1,"a":[null,false]}"#,
    ] {
        let json = Json::parse(text).unwrap_or_else(|| panic!("{text}"));
        assert_eq!(json.to_string(), text);
    }
}

#[test]
fn depth_is_limited() {
    let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
    assert!(Json::parse(&nested(100)).is_some());
    assert!(Json::parse(&nested(200)).is_none());
    assert!(Json::parse(&"[".repeat(1_000_000)).is_none());
}

#[test]
fn a_wrong_shape_is_told_with_its_place() {
    for (wrong, expected) in [
        (shape::<InviteConfig>("[]"), "it must be an object"),
        (
            shape::<InviteConfig>(r#"{"api":1}"#),
            "api must be the id of an API or the description of one",
        ),
        (shape::<InviteConfig>(r#"{"maxBatch":-1}"#), "maxBatch must be a whole number in range"),
        (
            shape::<InviteConfig>(r#"{"delivery":{"seed":0.5}}"#),
            "delivery.seed must be a whole number in range",
        ),
        (shape::<InviteConfig>(r#"{"roles":["a",null]}"#), "roles[1] must be text"),
        (
            shape::<InviteConfig>(r#"{"email":{"reservedDomains":"no"}}"#),
            "email.reservedDomains must be \"hint\" or \"reject\"",
        ),
        (shape::<Vec<InviteeInput>>(r#"[{},{"roles":"admin"}]"#), "[1].roles must be a list"),
        (
            shape::<Credential>(r#"{"type":"magic"}"#),
            "type must be \"basic\", \"bearer\" or \"header\"",
        ),
        (shape::<Credential>(r#"{"type":"bearer"}"#), "token must be text"),
        (
            shape::<PlannedRequest>(r#"{"id":1,"method":"POST","url":"","headers":{"a":1}}"#),
            "headers.a must be text",
        ),
        (shape::<Reply>(r#"{"status":70000}"#), "status must be a whole number in range"),
        (
            shape::<Reply>(r#"{"status":200,"headers":[["a"]],"body":""}"#),
            "headers[0] must be a list of two texts",
        ),
    ] {
        assert_eq!(wrong.as_deref(), Some(expected));
    }
}

#[test]
fn null_means_absent() {
    let nulls = r#"{"api":"vijil","baseUrl":null,"settings":null,"roles":null,"email":null,"maxBatch":null,"maxInvitees":null,"delivery":null}"#;
    assert_eq!(shape::<InviteConfig>(nulls), None);
    assert_eq!(shape::<InviteeInput>(r#"{"email":"ann@acme.com","name":null,"roles":null}"#), None);
}

/// What is wrong with the shape of the JSON text.
fn shape<T: FromJson>(text: &str) -> Option<String> {
    T::from_json(Json::parse(text).expect(text)).err().map(|error| error.to_string())
}
