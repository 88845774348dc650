//! The native side of `cargo xtask bench`: answers one request a line with a line of JSON, as
//! `tests/bench/child.mjs` does for JavaScript.
//!
//! ```sh
//! echo "time addresses.json" | cargo run --release --example bench -- addresses target/bench
//! ```

use std::error::Error;
use std::io::{self, BufRead, Write};
use std::path::Path;
use std::time::Instant;
use std::{env, fs};

use invite_users_core::list::ListOptions;
use invite_users_core::unicode::Native;
use invite_users_core::{Coded, EmailAddress, EmailError, EmailOptions, parse_list};
use serde_json::{Value, json};

/// What is called once for each result, with what JavaScript would be given for it.
type Each<'a> = dyn FnMut(&Answer) + 'a;

type Outcome<T> = Result<T, Box<dyn Error>>;

/// One result.
enum Answer<'a> {
    /// An address that was judged alone.
    Address(Result<&'a str, &'static str>),
    /// An entry of a list: the address with its name, or the code of what is wrong.
    Person(Result<(&'a str, Option<&'a str>), &'static str>),
}

fn main() -> Outcome<()> {
    let [kind, folder] = <[String; 2]>::try_from(env::args().skip(1).collect::<Vec<_>>())
        .map_err(|_| "usage: bench addresses|lists FOLDER")?;
    let is_lists = kind == "lists";
    let mut loaded = (String::new(), Vec::new());
    for line in io::stdin().lock().lines() {
        let line = line?;
        let (request, file) = line.split_once(' ').ok_or("a request is a word and a file")?;
        if loaded.0 != file {
            loaded = (file.to_owned(), read(&Path::new(&folder).join(file))?);
        }
        let run = if is_lists { read_lists } else { judge_addresses };
        let answer = if request == "time" { time(run, &loaded.1) } else { answers(run, &loaded.1) };
        writeln!(io::stdout(), "{answer}")?;
    }
    Ok(())
}

/// The texts of a file: many in `.json`, one in `.txt`.
fn read(path: &Path) -> Outcome<Vec<String>> {
    let text = fs::read_to_string(path)?;
    let is_json = path.extension().is_some_and(|extension| extension == "json");
    Ok(if is_json { serde_json::from_str(&text)? } else { vec![text] })
}

fn judge_addresses(texts: &[String], each: &mut Each) {
    let options = EmailOptions::default();
    for text in texts {
        let judged = EmailAddress::parse(text, &options, &Native);
        each(&Answer::Address(judged.as_ref().map(EmailAddress::as_str).map_err(code)));
    }
}

fn read_lists(texts: &[String], each: &mut Each) {
    for text in texts {
        for entry in parse_list(text, &ListOptions::default(), &Native).entries {
            let person = entry.email.as_ref().map(|email| (email.as_str(), entry.name.as_deref()));
            each(&Answer::Person(person.map_err(code)));
        }
    }
}

fn code(error: &EmailError) -> &'static str {
    error.kind.code()
}

fn time(run: fn(&[String], &mut Each), texts: &[String]) -> Value {
    let mut checksum = 0;
    let started = Instant::now();
    run(texts, &mut |answer| match answer {
        Answer::Address(Ok(text) | Err(text)) | Answer::Person(Err(text)) => {
            checksum = fold(checksum, text);
        }
        Answer::Person(Ok((address, name))) => {
            checksum = fold(fold(checksum, address), name.unwrap_or_default());
        }
    });
    let milliseconds = started.elapsed().as_secs_f64() * 1000.0;
    json!({ "milliseconds": milliseconds, "checksum": checksum })
}

/// Every result is read: its length, and a byte from its middle.
fn fold(checksum: u32, text: &str) -> u32 {
    let middle = text.as_bytes().get(text.len() / 2).copied().unwrap_or_default();
    let length = u32::try_from(text.len()).unwrap_or(u32::MAX);
    checksum.wrapping_mul(31).wrapping_add(length).wrapping_add(middle.into())
}

fn answers(run: fn(&[String], &mut Each), texts: &[String]) -> Value {
    let mut found = Vec::new();
    run(texts, &mut |answer| {
        found.push(match answer {
            Answer::Address(Ok(address)) => json!([true, address]),
            Answer::Address(Err(code)) => json!([false, code]),
            Answer::Person(Ok((address, name))) => json!([address, name]),
            Answer::Person(Err(code)) => json!([null, code]),
        });
    });
    json!({ "answers": found })
}
