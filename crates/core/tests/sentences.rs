//! Every sentence that the core can say is in the English catalogue, word for word and with the same
//! data, so that a translation can say it, too.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use invite_users_core::api::custom::DescriptionFault;
use invite_users_core::email::{EmailErrorKind, Hint, HintKind};
use invite_users_core::list::{ListProblem, ListProblemKind};
use invite_users_core::table::{TableProblem, TableProblemKind};
use invite_users_core::{
    Coded, CredentialError, ProblemKind, Reason, RelayFault, RequestFault, ResumeError, RolesError,
};

#[test]
fn the_catalogue_says_what_the_core_says() {
    let catalogue = catalogue();
    for example in examples() {
        let code = example.code();
        let template = catalogue.get(code).unwrap_or_else(|| panic!("{code} has no sentence"));
        let mut sentence = template.clone();
        for (name, value) in example.params() {
            let place = format!("{{{name}}}");
            sentence = sentence.replace(&place, &value.to_string());
        }
        assert_eq!(sentence, example.to_string(), "{code}");
    }
}

#[test]
fn the_catalogue_has_no_sentence_that_nobody_says() {
    let said: BTreeSet<String> = examples().iter().map(|it| it.code().to_owned()).collect();
    let listed: BTreeSet<String> =
        catalogue().into_keys().filter(|code| !of_the_web(code)).collect();
    assert_eq!(listed, said);
}

/// An example that is missing here would be a sentence that nobody compares.
#[test]
fn every_code_in_the_source_has_an_example() {
    let said: BTreeSet<String> = examples().iter().map(|it| it.code().to_owned()).collect();
    let mut written = BTreeSet::new();
    codes_in(&root().join("crates/core/src"), &mut written);
    assert_eq!(written, said);
}

/// Loading and misuse happen outside the core.
fn of_the_web(code: &str) -> bool {
    matches!(code, "invalid_argument" | "invalid_attribute" | "not_ready" | "internal")
        || code.starts_with("wasm_")
}

fn catalogue() -> BTreeMap<String, String> {
    let text = fs::read_to_string(root().join("web/locales/en.json")).expect("the catalogue");
    let mut catalogue: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    serde_json::from_value(catalogue["errors"].take()).expect("sentences by code")
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// The codes in each `fn code`, as `=> "snake_case"` or as its only word.
fn codes_in(folder: &Path, codes: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        if entry.path().is_dir() {
            codes_in(&entry.path(), codes);
            continue;
        }
        let source = fs::read_to_string(entry.path()).expect("a source file");
        for function in source.split("fn code(&self) -> &'static str {").skip(1) {
            let body = function.split("\n    }").next().unwrap_or_default();
            let words = body.split('"').skip(1).step_by(2);
            codes.extend(words.map(str::to_owned));
        }
    }
}

fn examples() -> Vec<Box<dyn Coded>> {
    let mut examples: Vec<Box<dyn Coded>> = vec![
        Box::new(CredentialError::Malformed),
        Box::new(RolesError::Unreadable { found: "the status 404".into() }),
    ];
    examples.extend(email_errors().into_iter().map(|kind| Box::new(kind) as Box<dyn Coded>));
    examples.extend(hints().into_iter().map(|kind| {
        Box::new(Hint { kind, suggestion: Some("ann@gmail.com".into()) }) as Box<dyn Coded>
    }));
    examples.extend(
        list_problems()
            .into_iter()
            .map(|kind| Box::new(ListProblem { kind, span: 0..1 }) as Box<dyn Coded>),
    );
    examples.extend(table_problems().into_iter().map(|kind| {
        Box::new(TableProblem { kind, row: Some(4), column: Some(2) }) as Box<dyn Coded>
    }));
    examples.extend(problems().into_iter().map(|kind| Box::new(kind) as Box<dyn Coded>));
    examples.extend(reasons().into_iter().map(|reason| Box::new(reason) as Box<dyn Coded>));
    examples.extend(resume_errors().into_iter().map(|error| Box::new(error) as Box<dyn Coded>));
    examples
}

fn email_errors() -> Vec<EmailErrorKind> {
    use EmailErrorKind as E;
    let domain = || "acme".to_owned();
    vec![
        E::Empty,
        E::MissingAt,
        E::MultipleAt,
        E::LocalEmpty,
        E::LocalTooLong { length: 70 },
        E::AddressTooLong { length: 300 },
        E::DomainTooLong { length: 260 },
        E::LabelTooLong { length: 64 },
        E::LocalChar { character: '(' },
        E::LocalDot,
        E::DomainEmpty,
        E::DomainChar { character: '_' },
        E::DomainEmptyLabel,
        E::DomainHyphen { label: "-acme".into() },
        E::DomainReservedHyphen { label: "ab--c".into() },
        E::DomainNoDot { domain: domain() },
        E::TldInvalid { tld: "1".into() },
        E::IdnaInvalid { domain: domain() },
        E::ControlChar { character: '\u{7}' },
        E::UnsafeUnicode { character: '\u{200b}' },
        E::QuotedLocal,
        E::DomainLiteral,
        E::Comment,
        E::Smtputf8NotAllowed,
        E::ReservedDomainNotAllowed { domain: domain() },
        E::UnclosedQuote,
        E::UnclosedAngle,
        E::UnclosedComment,
        E::CommentTooDeep { max: 32 },
        E::ExtraText,
        E::EmptyGroup,
        E::EmailMissing,
    ]
}

fn hints() -> Vec<HintKind> {
    vec![
        HintKind::Changed { email: "ann@acme.com".into() },
        HintKind::Idn { ascii: "xn--bcher-kva.de".into(), unicode: "bücher.de".into() },
        HintKind::Lookalike { label: "аррӏе".into(), latin: "apple".into() },
        HintKind::MixedDirection { part: "annסו".into() },
        HintKind::MixedScript {
            part: "раypal".into(),
            scripts: "Cyrillic, Latin".into(),
            character: 'р',
        },
        HintKind::NameLooksLikeAddress { name: "ceo@acme.com".into() },
        HintKind::OutsideDomains { domain: "acme.org".into() },
        HintKind::PossibleDuplicate { email: "ann@acme.com".into(), first: 0 },
        HintKind::ReservedDomain { domain: "example.com".into() },
        HintKind::RoleAccount { local: "info".into() },
        HintKind::Smtputf8,
        HintKind::Typo { domain: "gmail.com".into() },
    ]
}

fn list_problems() -> Vec<ListProblemKind> {
    vec![ListProblemKind::ListTooLong { max: 9 }, ListProblemKind::TooManyEntries { max: 9 }]
}

fn table_problems() -> Vec<TableProblemKind> {
    use TableProblemKind as T;
    vec![
        T::AboveHeader,
        T::BinaryFile,
        T::EncodingGuessed,
        T::SpreadsheetFile,
        T::TableTooLong { max: 9 },
        T::TooManyColumns { max: 9 },
        T::TooManyEntries { max: 9 },
        T::TooManyRows { max: 9 },
        T::UnclosedQuote,
        T::UnknownRole { role: "BOSS".into(), known: "ADMIN, MEMBER".into() },
    ]
}

fn problems() -> Vec<ProblemKind> {
    use DescriptionFault as D;
    use ProblemKind as P;
    let key = || "api.settings[1].type".to_owned();
    let setting = || "team_id".into();
    let role = || "BOSS".to_owned();
    let member = || "new_users[3].email".to_owned();
    let url = || "acme".to_owned();
    vec![
        P::BaseUrlRequired { api: "Vijil".into() },
        P::Description(D::Conflict { key: key(), other: "required" }),
        P::Description(D::Duplicate { key: key(), name: "team_id".into() }),
        P::Description(D::MissingKey { key: key() }),
        P::Description(D::TooLarge { key: key(), max: 1000 }),
        P::Description(D::UnknownKey { key: key(), known: "name, type".into() }),
        P::Description(D::UnknownPlace { key: key(), place: "$mail".into() }),
        P::Description(D::WrongValue { key: key(), expected: "text" }),
        P::DuplicateEmail { email: "ann@acme.com".into(), first: 0 },
        P::DuplicateRole { role: role() },
        P::FieldNotBoolean { field: "is_tenant_admin".into() },
        P::NoInvitees,
        P::OneRoleOnly,
        P::Relay(RelayFault::FieldNotGranted { field: "is_tenant_admin".into() }),
        P::Relay(RelayFault::SettingNotGranted { setting: "group_ids".into() }),
        P::Relay(RelayFault::SeveralRequests),
        P::Request(RequestFault::DuplicateMember { member: member() }),
        P::Request(RequestFault::MemberNotList { member: member() }),
        P::Request(RequestFault::MemberNotObject { member: member() }),
        P::Request(RequestFault::MemberNotText { member: member() }),
        P::Request(RequestFault::NotInvitation { api: "Vijil".into() }),
        P::Request(RequestFault::NotJson),
        P::Request(RequestFault::UnknownMember { member: member() }),
        P::RoleNotOffered { role: role() },
        P::RoleRequired,
        P::RolesEndpointRequired,
        P::SettingNotBoolean { setting: setting() },
        P::SettingNotChoice { setting: setting(), choices: vec!["email".into(), "google".into()] },
        P::SettingNotInteger { setting: setting() },
        P::SettingNotSegment { setting: setting() },
        P::SettingNotText { setting: setting() },
        P::SettingNotUrl { setting: setting() },
        P::SettingNotUuid { setting: setting() },
        P::SettingNotUuidList { setting: setting() },
        P::SettingRequired { setting: setting() },
        P::TooManyInvitees { count: 22, max: 20 },
        P::UnknownApi { api: "acme".into() },
        P::UnknownField { field: "admin".into() },
        P::UnknownRole { role: role() },
        P::UnknownSetting { setting: "team".into() },
        P::UrlHasCredentials { url: "https://…@acme.com".into() },
        P::UrlInsecure { url: url() },
        P::UrlMalformed { url: url() },
    ]
}

fn reasons() -> Vec<Reason> {
    vec![
        Reason::AlreadyInvited,
        Reason::AuthFailed,
        Reason::BatchRejected,
        Reason::Cancelled,
        Reason::CancelledInFlight,
        Reason::ConnectionLost,
        Reason::Forbidden,
        Reason::InFlight,
        Reason::Interrupted,
        Reason::InterruptedInFlight,
        Reason::NotFound,
        Reason::NotInReply,
        Reason::PlanProblems,
        Reason::RateLimited,
        Reason::Redirected,
        Reason::RefusedBeforeSending,
        Reason::Rejected { status: 422 },
        Reason::ServerError { status: 500 },
        Reason::Stopped,
        Reason::TimedOut,
        Reason::TooLarge,
        Reason::Unauthorized,
        Reason::UnreadableReply,
        Reason::Waiting,
    ]
}

fn resume_errors() -> Vec<ResumeError> {
    vec![
        ResumeError::Inconsistent,
        ResumeError::Malformed { at: "outcomes[3].code".into() },
        ResumeError::Version { version: 2 },
    ]
}
