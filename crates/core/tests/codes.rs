//! `docs/codes.md` is what the sources and the English catalogue say: each code, when it is given,
//! and its sentence. `UPDATE_DOCS=1 cargo test -p invite-users-core --test codes` writes it anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The sections of the page: what it is about, and the sources that hold its codes and variants.
const SECTIONS: [(&str, &str, &[&str]); 12] = [
    (
        "Rejected addresses",
        "`check.error.code` of `checkEmail`, `checkEmails` and of the entries of lists and tables; \
         a rejected person in a plan. With a position, and a suggestion where one is safe.",
        &["email/error.rs", "email/error/code.rs"],
    ),
    (
        "Hints",
        "`check.hints[].code`: the address can be invited as it is. `typo` has a suggestion.",
        &["email/hint.rs"],
    ),
    ("Lists", "`problems[].code` of `parseList`: what was not read.", &["list/problem.rs"]),
    (
        "Tables",
        "`problems[].code` of `parseTable`, with `row` and `column` where it is about one.",
        &["table/problem.rs"],
    ),
    (
        "Plans",
        "`problems[].code` of `plan` and of a report: nothing is sent while there are any.",
        &["problem.rs", "problem/sentence.rs"],
    ),
    (
        "Requests",
        "`problems[].code` of `readRequest`, beside those of plans.",
        &["read_request/fault.rs"],
    ),
    (
        "Requests that a server passes on",
        "`problems[].code` of what the server handler answers, beside those of requests.",
        &["relay/fault.rs"],
    ),
    (
        "Descriptions",
        "`problems[].code` of `plan` and `readRequest` where `config.api` is a description that is wrong; \
         `field` is the faulty key.",
        &["api/custom/fault.rs"],
    ),
    (
        "Outcomes",
        "`outcomes[].code` of a report and of `readReply`.",
        &["outcome.rs", "outcome/sentence.rs"],
    ),
    (
        "Roles",
        "Thrown by `loadRoles`, as problems of plans with the address of the list are.",
        &["catalogue/error.rs"],
    ),
    (
        "Saved deliveries",
        "Thrown by `Delivery.resume`: what is given is not what `toJSON` wrote.",
        &["delivery/saved.rs"],
    ),
    ("Credentials", "`problems[].code` of a report; thrown by `loadRoles`.", &["auth.rs"]),
];

/// What begins the section of what can happen before the core is there.
const LOADING: &str = "\n## Loading\n\n`code` of the `InviteError` with which `init`, `loadWidget` and the element's `ready` \
    reject, and of `invite-users-error`. After any of them the next attempt may succeed. `{source}` is the file's \
    address without its query.\n\n| Code | When | Sentence |\n|---|---|---|\n";

#[test]
fn the_page_is_what_the_sources_say() {
    let file = root().join("docs/codes.md");
    let page = page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&file, &page).expect("docs can be written");
    }
    let written = fs::read_to_string(&file).unwrap_or_default();
    assert!(written == page, "docs/codes.md is stale: run this test with UPDATE_DOCS=1");
}

#[test]
fn every_code_of_the_catalogue_is_on_the_page() {
    let page = page();
    for code in catalogue().keys().filter(|code| !of_the_web(code)) {
        assert!(page.contains(&format!("| `{code}` |")), "{code}");
    }
}

fn page() -> String {
    let catalogue = catalogue();
    let mut page = String::from(
        "# Codes\n\nEvery error, hint, problem and outcome has a stable code, the data of its \
         sentence in `params`, and an English sentence. A sentence in another language is built from \
         code and `params` alone; `{…}` stands for a member of `params`. This page is written by a test \
         from the sources, so it can't go stale.\n",
    );
    for (title, about, files) in SECTIONS {
        write!(page, "\n## {title}\n\n{about}\n\n| Code | When | Sentence |\n|---|---|---|\n")
            .unwrap();
        for (code, when) in codes(files) {
            let sentence = catalogue.get(&code).map_or("", String::as_str);
            let (when, sentence) = (when.replace('|', "\\|"), sentence.replace('|', "\\|"));
            writeln!(page, "| `{code}` | {when} | {sentence} |").unwrap();
        }
    }
    page.push_str(LOADING);
    for [code, when, sentence] in loading() {
        writeln!(page, "| `{code}` | {when} | {sentence} |").unwrap();
    }
    page
}

/// The members of the table in `web/src/loading-failure.ts`: code, comment, and the pieces of its sentence.
fn loading() -> Vec<[String; 3]> {
    let source = read(&root().join("web/src/loading-failure.ts"));
    let table = source.split("const SENTENCES = {").nth(1).expect("the table");
    let table = table.split("} as const").next().unwrap_or_default();
    let member = |member: &str| {
        let (when, rest) = member.split_once(" */")?;
        let (code, sentence) = rest.split_once(':')?;
        let sentence = sentence.split('"').skip(1).step_by(2).collect();
        Some([code.trim().to_owned(), when.to_owned(), sentence])
    };
    table.split("/** ").filter_map(member).collect()
}

/// The codes in the order of the variants that have them, each with what its variant means.
fn codes(files: &[&str]) -> Vec<(String, String)> {
    let folder = root().join("crates/core/src");
    let source: String = files.iter().map(|file| read(&folder.join(file))).collect();
    let codes = codes_of_variants(&source);
    let meaning = |(variant, when): (String, String)| Some((codes.get(&variant)?.clone(), when));
    variants(&source).into_iter().filter_map(meaning).collect()
}

/// The arms of each `fn code`: `Self::Variant { .. } => "code"`.
fn codes_of_variants(source: &str) -> BTreeMap<String, String> {
    let bodies = source.split("fn code(&self) -> &'static str {").skip(1);
    let arms = bodies.flat_map(|body| body.split("\n    }").next().unwrap_or("").split("=>"));
    let mut variant = String::new();
    let mut codes = BTreeMap::new();
    for arm in arms {
        if let Some(code) = arm.split('"').nth(1) {
            codes.insert(std::mem::take(&mut variant), code.to_owned());
        }
        if let Some((_, name)) = arm.rsplit_once("::") {
            variant = name.chars().take_while(char::is_ascii_alphanumeric).collect();
        }
    }
    codes
}

/// The variants of every enum, with the sentences of their documentation.
fn variants(source: &str) -> Vec<(String, String)> {
    let mut variants = Vec::new();
    let mut when = String::new();
    for line in source.lines() {
        let Some(line) = line.strip_prefix("    ") else { continue };
        if let Some(sentence) = line.strip_prefix("/// ") {
            let space = if when.is_empty() { "" } else { " " };
            when = [&when, space, sentence].concat();
        } else if !line.starts_with([' ', '#']) {
            let name: String = line.chars().take_while(char::is_ascii_alphanumeric).collect();
            if name.starts_with(char::is_uppercase) {
                variants.push((name, std::mem::take(&mut when)));
            }
            when.clear();
        }
    }
    variants
}

/// Loading and misuse happen outside the core.
fn of_the_web(code: &str) -> bool {
    matches!(code, "invalid_argument" | "invalid_attribute" | "not_ready" | "internal")
        || code.starts_with("wasm_")
}

fn catalogue() -> BTreeMap<String, String> {
    let text = read(&root().join("web/locales/en.json"));
    let mut catalogue: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    serde_json::from_value(catalogue["errors"].take()).expect("sentences by code")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(file: &Path) -> String {
    fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}
