//! Letters that are not what they seem: several scripts in one word, and words of one script that
//! read as words of another ([UTS 39](https://www.unicode.org/reports/tr39/), in small).
//!
//! Each local part and each label of a domain is judged by itself. A name in front of another
//! country's ending is common (`пример.com`), and so is a person with a foreign name in a company;
//! within one word, two scripts are nearly always a mistake or a trick.

use super::{EmailAddress, Hint, HintKind, bidi};
use crate::unicode::{Script, Unicode};

/// What is remarkable about the scripts of an address; ASCII alone never is.
pub(super) fn remarks(address: &EmailAddress, unicode: &dyn Unicode) -> Vec<Hint> {
    let mut kinds = Vec::new();
    let local = address.local_part();
    if !local.is_ascii() {
        kinds.extend(mixed_script(local, unicode));
        kinds.extend(mixed_direction(local, unicode));
    }
    let domain = address.u_labels().unwrap_or_default();
    let latin_ending = domain.rsplit('.').next().is_some_and(str::is_ascii);
    for label in domain.split('.').filter(|label| !label.is_ascii()) {
        let mixed = mixed_script(label, unicode);
        kinds.extend(mixed.or_else(|| if latin_ending { lookalike(label) } else { None }));
    }
    kinds.into_iter().map(Hint::new).collect()
}

fn mixed_script(part: &str, unicode: &dyn Unicode) -> Option<HintKind> {
    let scripts = scripts_of(part, unicode);
    let second = scripts.get(1)?;
    if is_one_writing_system(&scripts) {
        return None;
    }
    let deceiving = part.chars().find(|&character| latin_of(character).is_some());
    let names: Vec<&str> = scripts.iter().map(|(script, _)| script.name()).collect();
    Some(HintKind::MixedScript {
        part: part.to_owned(),
        scripts: names.join(", "),
        character: deceiving.unwrap_or(second.1),
    })
}

/// Each script of the part with its first character; those that go with every script are left out.
fn scripts_of(part: &str, unicode: &dyn Unicode) -> Vec<(Script, char)> {
    let mut scripts: Vec<(Script, char)> = Vec::new();
    for character in part.chars() {
        let script = script_of(character, unicode);
        if script != Script::Common && scripts.iter().all(|(known, _)| *known != script) {
            scripts.push((script, character));
        }
    }
    scripts
}

fn script_of(character: char, unicode: &dyn Unicode) -> Script {
    match character {
        'a'..='z' | 'A'..='Z' => Script::Latin,
        '\0'..='\x7F' => Script::Common,
        _ => unicode.script(character),
    }
}

/// UTS 39, table 1: Chinese, Japanese and Korean are each written in several scripts.
fn is_one_writing_system(scripts: &[(Script, char)]) -> bool {
    let systems: [&[Script]; 3] = [
        &[Script::Han, Script::Hiragana, Script::Katakana],
        &[Script::Han, Script::Hangul],
        &[Script::Han, Script::Bopomofo],
    ];
    systems.iter().any(|system| scripts.iter().all(|(script, _)| system.contains(script)))
}

/// A domain's label can't mix directions ([`bidi`]); a local part can, and is then shown in another
/// order than it is written.
fn mixed_direction(local: &str, unicode: &dyn Unicode) -> Option<HintKind> {
    let letters = || local.chars().filter(|&c| c.is_ascii_alphabetic() || is_letter(c, unicode));
    let mixed = letters().any(bidi::is_right_to_left) && !letters().all(bidi::is_right_to_left);
    mixed.then(|| HintKind::MixedDirection { part: local.to_owned() })
}

fn is_letter(character: char, unicode: &dyn Unicode) -> bool {
    !character.is_ascii()
        && unicode.is_letter_or_digit(character)
        && unicode.script(character) != Script::Common
}

/// A label of Cyrillic or Greek alone that can be read as Latin.
fn lookalike(label: &str) -> Option<HintKind> {
    let read = |character: char| match character {
        '0'..='9' | '-' => Some(character),
        _ => latin_of(character),
    };
    let latin: String = label.chars().map(read).collect::<Option<_>>()?;
    Some(HintKind::Lookalike { label: label.to_owned(), latin })
}

/// The Latin letter that a small Cyrillic or Greek one can't be told from, or hardly, in the usual
/// fonts: from the [confusables](https://www.unicode.org/Public/security/latest/confusables.txt)
/// of UTS 39.
fn latin_of(character: char) -> Option<char> {
    Some(match character {
        'а' | 'α' => 'a',
        'ԁ' => 'd',
        'с' | 'ϲ' => 'c',
        'е' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' | 'ϳ' => 'j',
        'ӏ' => 'l',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'υ' => 'u',
        'ν' | 'ѵ' => 'v',
        'ԝ' => 'w',
        'х' => 'x',
        'у' | 'γ' => 'y',
        _ => return None,
    })
}
