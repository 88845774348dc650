//! The command line; a secret has no place in it.

use std::fs;
use std::hash::{BuildHasher, Hasher, RandomState};
use std::path::{Path, PathBuf};

use invite_users_core::InviteConfig;
use invite_users_core::api::{ApiChoice, Description};
use invite_users_core::json::Json;
use lexopt::prelude::{Long, Short, Value, ValueExt};
use lexopt::{Error, Parser};

pub(crate) const HELP: &str = "\
Invites the people of a CSV file.

  invite FILE --api ID [options]

  --api ID              contextual, galileo, smartdocumentor, vijil or extractor
  --api FILE.json       an API of your own, described in a file; see docs/custom-api.md
  --base-url URL        replaces the documented server
  --endpoint URL        the exact URL to call instead, such as a route of your own server
  --setting NAME=VALUE  a setting of the API, such as team_id; may be given several times
  --role NAME           for those whose row names no role; may be given several times
  --max-batch N         the most people in one request
  --concurrency N       the most requests at the same time
  --dry-run             shows the requests and sends nothing
  --yes                 asks nothing

The environment holds the secret, sent as the API wants it:
  INVITE_TOKEN          the token, API key or password
  INVITE_HEADER         the header that it goes into instead
  INVITE_USERNAME       makes it the password of this user (HTTP Basic)";

/// Whom to invite, where and how.
pub(crate) struct Args {
    pub(crate) file: PathBuf,
    pub(crate) config: InviteConfig,
    pub(crate) roles: Vec<String>,
    pub(crate) dry_run: bool,
    pub(crate) yes: bool,
}

impl Args {
    /// Reads the arguments after the program's name; none where only help is asked for.
    pub(crate) fn parse(mut parser: Parser) -> Result<Option<Self>, Error> {
        let mut args = Self::empty();
        while let Some(argument) = parser.next()? {
            match argument {
                Short('h') | Long("help") => return Ok(None),
                Value(file) if args.file.as_os_str().is_empty() => args.file = file.into(),
                Long("dry-run") => args.dry_run = true,
                Long("yes") => args.yes = true,
                Long(option) => {
                    let option = option.to_owned();
                    args.take(&option, &mut parser)?;
                }
                other => return Err(other.unexpected()),
            }
        }
        args.complete().map(Some)
    }

    fn empty() -> Self {
        let mut config = InviteConfig::default();
        config.delivery.seed = random();
        config.delivery.id = format!("{:016x}{:016x}", random(), random());
        let (file, roles) = (PathBuf::new(), Vec::new());
        Self { file, config, roles, dry_run: false, yes: false }
    }

    /// Reads the value of an option.
    fn take(&mut self, option: &str, parser: &mut Parser) -> Result<(), Error> {
        let config = &mut self.config;
        match option {
            "api" => config.api = api(parser.value()?.string()?)?,
            "base-url" => config.base_url = Some(parser.value()?.string()?),
            "endpoint" => config.endpoint = Some(parser.value()?.string()?),
            "setting" => {
                let (name, value) = setting(&parser.value()?.string()?)?;
                config.settings.push(name, value);
            }
            "role" => self.roles.push(parser.value()?.string()?),
            "max-batch" => config.max_batch = Some(parser.value()?.parse()?),
            "concurrency" => config.delivery.concurrency = Some(parser.value()?.parse()?),
            _ => return Err(Long(option).unexpected()),
        }
        Ok(())
    }

    fn complete(self) -> Result<Self, Error> {
        if self.file.as_os_str().is_empty() || self.config.api == ApiChoice::default() {
            return Err("a file and --api are needed; --help says more".into());
        }
        Ok(self)
    }
}

/// The id of a known API, or a file that describes another one.
fn api(named: String) -> Result<ApiChoice, Error> {
    if !Path::new(&named).extension().is_some_and(|end| end.eq_ignore_ascii_case("json")) {
        return Ok(ApiChoice::Named(named));
    }
    let text = fs::read_to_string(&named).map_err(|error| format!("{named}: {error}"))?;
    let source = Json::parse(&text).ok_or_else(|| format!("{named} is not JSON"))?;
    Ok(ApiChoice::Described(Description::new(source)))
}

/// Whatever is not plainly a truth value or a list is text; the core reads numbers out of it.
fn setting(pair: &str) -> Result<(String, Json), Error> {
    let (name, value) = pair.split_once('=').ok_or("a setting is given as NAME=VALUE")?;
    let value = match Json::parse(value) {
        Some(json @ (Json::Bool(_) | Json::List(_))) => json,
        _ => value.into(),
    };
    Ok((name.to_owned(), value))
}

/// The core has no randomness of its own; the hashers of the standard library start anywhere, which
/// is enough to spread waiting times and to be like no other delivery.
fn random() -> u64 {
    RandomState::new().build_hasher().finish()
}
