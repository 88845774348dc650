//! What the address rules ask about Unicode, answered by the platform: its tables are there already
//! and cost no bytes of wasm.

use std::borrow::Cow;
use std::cell::RefCell;

use invite_users_core::unicode::{Script, Unicode};
use js_sys::JsString;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = URL)]
    type Url;

    #[wasm_bindgen(constructor, js_class = "URL", catch)]
    fn new(url: &str) -> Result<Url, JsValue>;

    #[wasm_bindgen(method, getter)]
    fn hostname(this: &Url) -> String;
}

thread_local! {
    static ASCII: RefCell<Vec<Answer>> = RefCell::default();
    static KNOWN: RefCell<[Known; PLACES]> = RefCell::new([Known::default(); PLACES]);
    static UNSAFE: js_sys::RegExp = js_sys::RegExp::new(r"^[\p{C}\p{Z}]$", "u");
    static LETTER_OR_DIGIT: js_sys::RegExp = js_sys::RegExp::new(r"^[\p{Alphabetic}\p{N}]$", "u");
    static COMMON: js_sys::RegExp = js_sys::RegExp::new(r"^[\p{sc=Common}\p{sc=Inherited}]$", "u");
    static SCRIPTS: [js_sys::RegExp; Script::NAMED.len()] = Script::NAMED.map(|script| {
        js_sys::RegExp::new(&["^\\p{sc=", script.name(), "}$"].concat(), "u")
    });
    static COMBINING: js_sys::RegExp = js_sys::RegExp::new(r"^\p{M}$", "u");
}

/// The JavaScript engine's knowledge of Unicode.
#[derive(Clone, Copy, Debug, Default)]
pub struct Platform;

impl Unicode for Platform {
    fn nfc<'a>(&self, text: &'a str) -> Cow<'a, str> {
        let normal: String = JsString::from(text).normalize("NFC").into();
        if normal == text { Cow::Borrowed(text) } else { Cow::Owned(normal) }
    }

    fn lowercase(&self, text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    fn is_letter_or_digit(&self, character: char) -> bool {
        remembered(
            character,
            |known| &mut known.letter_or_digit,
            || LETTER_OR_DIGIT.with(|class| class.test(character.encode_utf8(&mut [0; 4]))),
        )
    }

    /// A list often has one such domain many times, and the answer costs more than all else on it.
    fn domain_to_ascii(&self, domain: &str) -> Option<String> {
        let mix = |hash: usize, byte: u8| hash.wrapping_mul(31).wrapping_add(byte.into());
        let place = domain.bytes().fold(0, mix) % DOMAINS;
        ASCII.with_borrow_mut(|answers| {
            answers.resize_with(DOMAINS, Answer::default);
            let answer = &mut answers[place];
            if answer.domain != domain {
                *answer = Answer { domain: domain.to_owned(), ascii: to_ascii(domain) };
            }
            answer.ascii.clone()
        })
    }

    fn is_unsafe(&self, character: char) -> bool {
        remembered(
            character,
            |known| &mut known.is_unsafe,
            || UNSAFE.with(|class| class.test(character.encode_utf8(&mut [0; 4]))),
        )
    }

    fn is_combining_mark(&self, character: char) -> bool {
        remembered(
            character,
            |known| &mut known.combining_mark,
            || COMBINING.with(|class| class.test(character.encode_utf8(&mut [0; 4]))),
        )
    }

    fn script(&self, character: char) -> Script {
        remembered(character, |known| &mut known.script, || script_of(character))
    }
}

/// What the engine has said about a domain.
#[derive(Default)]
struct Answer {
    domain: String,
    ascii: Option<String>,
}

/// Browsers do not look into an A-label (whatwg/url, "domain to ASCII" with an ASCII fast path), so
/// each is decoded first and must come back as it was. A domain that ends in a number would be taken
/// for an IP address, so another label is put behind it.
fn to_ascii(domain: &str) -> Option<String> {
    let decoded = Platform.domain_to_unicode(domain);
    let hostname = Url::new(&format!("http://{decoded}.a")).ok()?.hostname();
    let ascii = hostname.strip_suffix(".a")?;
    let mut labels = domain.split('.').zip(ascii.split('.'));
    let same = |(given, label): (&str, &str)| !given.starts_with("xn--") || given == label;
    let undecoded = decoded.split('.').any(|label| label.starts_with("xn--"));
    (!undecoded && labels.all(same)).then(|| ascii.to_owned())
}

fn script_of(character: char) -> Script {
    let mut buffer = [0; 4];
    let text = character.encode_utf8(&mut buffer);
    if COMMON.with(|class| class.test(text)) {
        return Script::Common;
    }
    let found = SCRIPTS.with(|classes| classes.iter().position(|class| class.test(text)));
    found.map_or(Script::Other, |at| Script::NAMED[at])
}

/// What the engine has said about a character.
#[derive(Clone, Copy, Default)]
struct Known {
    character: char,
    is_unsafe: Option<bool>,
    combining_mark: Option<bool>,
    letter_or_digit: Option<bool>,
    script: Option<Script>,
}

/// Addresses of one list use the same few letters, and a question costs as much as a whole address:
/// the answers are kept, each in the place that its character's last byte gives it.
fn remembered<T: Copy>(
    character: char,
    answer: fn(&mut Known) -> &mut Option<T>,
    ask: impl FnOnce() -> T,
) -> T {
    KNOWN.with_borrow_mut(|known| {
        let known = &mut known[character as usize % PLACES];
        if known.character != character {
            *known = Known { character, ..Known::default() };
        }
        *answer(known).get_or_insert_with(ask)
    })
}

const PLACES: usize = 256;

/// How many answers on domains are kept.
const DOMAINS: usize = 128;
