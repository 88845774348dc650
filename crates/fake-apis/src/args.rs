//! The command line.

use std::{fmt, path::PathBuf};

/// What the command line asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Args {
    /// The first port to try; 0 means any free one. Defaults to 8080.
    pub port: u16,
    /// The folder that holds `index.html`, `web/` and `tests/`. Defaults to the current one.
    pub site: PathBuf,
}

/// A command line that can't be followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgsError {
    /// The option needs a value after it.
    MissingValue(&'static str),
    /// The text is not a port number.
    BadPort(String),
    /// No such option.
    Unknown(String),
}

impl Args {
    /// Reads the arguments after the program's name; `--open-any-port` is `--port 0`.
    pub fn parse(arguments: impl IntoIterator<Item = String>) -> Result<Self, ArgsError> {
        let mut args = Self { port: 8080, site: PathBuf::from(".") };
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--port" => args.port = port(arguments.next())?,
                "--site" => args.site = value("--site", arguments.next())?.into(),
                "--open-any-port" => args.port = 0,
                _ => return Err(ArgsError::Unknown(argument)),
            }
        }
        Ok(args)
    }
}

fn value(option: &'static str, given: Option<String>) -> Result<String, ArgsError> {
    given.ok_or(ArgsError::MissingValue(option))
}

fn port(given: Option<String>) -> Result<u16, ArgsError> {
    let text = value("--port", given)?;
    text.parse().map_err(|_| ArgsError::BadPort(text))
}

impl std::error::Error for ArgsError {}

impl fmt::Display for ArgsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::MissingValue(option) => write!(f, "`{option}` needs a value")?,
            Self::BadPort(text) => write!(f, "`{text}` is not a port number")?,
            Self::Unknown(argument) => write!(f, "unknown argument `{argument}`")?,
        }
        write!(f, "; usage: fake-apis [--port 8080] [--site DIR] [--open-any-port]")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Args, ArgsError> {
        Args::parse(line.split_whitespace().map(String::from))
    }

    #[test]
    fn reads_options() {
        let args = |port, site: &str| Ok(Args { port, site: site.into() });
        assert_eq!(parse(""), args(8080, "."));
        assert_eq!(parse("--site public --port 9000"), args(9000, "public"));
        assert_eq!(parse("--open-any-port"), args(0, "."));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert_eq!(parse("--port"), Err(ArgsError::MissingValue("--port")));
        assert_eq!(parse("--port 70000"), Err(ArgsError::BadPort("70000".into())));
        assert_eq!(parse("-v"), Err(ArgsError::Unknown("-v".into())));
    }
}
