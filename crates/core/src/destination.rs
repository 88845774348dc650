//! Where people are invited: an API, the URL to call and its settings, all checked.

use crate::api::{Api, ApiRef};
use crate::config::InviteConfig;
use crate::problem::{Problem, ProblemKind};
use crate::setting::{self, Settings};
use crate::text::Text;
use crate::url::{self, UrlError};

/// An API at a URL, with settings that it takes.
#[derive(Clone, Debug)]
pub struct Destination {
    pub(crate) api: ApiRef,
    pub(crate) url: String,
    pub(crate) settings: Settings,
}

impl Destination {
    /// Checks a configuration.
    ///
    /// # Errors
    /// Every [`Problem`] of it.
    pub fn parse(config: &InviteConfig) -> Result<Self, Vec<Problem>> {
        let api = config.api.resolve()?;
        let schema = &api.info().settings;
        let mut problems = check_roles(&*api, config.roles.as_deref());
        let settings = Settings::parse(&config.settings, schema, config.endpoint.is_none());
        let settings = settings.map_err(|more| problems.extend(more)).ok();
        let url = target(&*api, config, settings.as_ref());
        let url = url.map_err(|problem| problems.push(problem)).ok();
        match (settings, url) {
            (Some(settings), Some(url)) if problems.is_empty() => Ok(Self { api, url, settings }),
            _ => Err(problems),
        }
    }

    /// The API.
    pub fn api(&self) -> &dyn Api {
        &*self.api
    }
}

/// Every role that a host offers must be one that the API has.
fn check_roles(api: &dyn Api, offered: Option<&[String]>) -> Vec<Problem> {
    let unknown = offered.unwrap_or_default().iter().filter(|role| !api.info().roles.knows(role));
    unknown
        .map(|role| Problem::at("roles", ProblemKind::UnknownRole { role: role.clone() }))
        .collect()
}

/// The URL to call; without checked settings its `{…}` stay, since it is only looked at for more
/// problems then.
fn target(
    api: &dyn Api,
    config: &InviteConfig,
    settings: Option<&Settings>,
) -> Result<String, Problem> {
    let path = &api.info().path;
    let (field, given, template) = match (&config.endpoint, &config.base_url, &api.info().base_url)
    {
        (Some(endpoint), _, _) => ("endpoint", endpoint.as_str(), endpoint.clone()),
        (None, Some(base), _) => ("baseUrl", base.as_str(), with_path(base, path)),
        (None, None, Some(base)) => ("api.baseUrl", &**base, with_path(base, path)),
        (None, None, None) => {
            let kind = ProblemKind::BaseUrlRequired { api: api.info().name.clone() };
            return Err(Problem::at("baseUrl", kind));
        }
    };
    let filled = fill(&template, api, settings)?;
    checked(field, given, &filled, config)
}

/// The URL, if something may be sent there; `field` of the configuration is where it was `given`.
pub(crate) fn checked(
    field: &str,
    given: &str,
    url: &str,
    config: &InviteConfig,
) -> Result<String, Problem> {
    url::target(url, config.page_origin.as_deref()).map_err(|error| {
        let url = url::without_credentials(given);
        let kind = match error {
            UrlError::Credentials => ProblemKind::UrlHasCredentials { url },
            UrlError::Insecure => ProblemKind::UrlInsecure { url },
            UrlError::Malformed => ProblemKind::UrlMalformed { url },
        };
        Problem::at(field, kind)
    })
}

/// The base URL with what follows it; a final slash is ignored.
pub(crate) fn with_path(base: &str, path: &str) -> String {
    [base.trim().trim_end_matches('/'), path].concat()
}

/// Puts settings into the template's `{name}` places, percent-encoded.
pub(crate) fn fill(
    template: &str,
    api: &dyn Api,
    settings: Option<&Settings>,
) -> Result<String, Problem> {
    let mut url = String::new();
    let mut rest = template;
    while let Some((before, place)) = rest.split_once('{') {
        url.push_str(before);
        let named = place.split_once('}').and_then(|(name, after)| {
            let spec = api.info().settings.iter().find(|spec| spec.name == name)?;
            Some((&spec.name, after))
        });
        rest = if let Some((name, after)) = named {
            url.push_str(&value(name, settings)?);
            after
        } else {
            url.push('{');
            place
        };
    }
    url.push_str(rest);
    Ok(url)
}

fn value(setting: &Text, settings: Option<&Settings>) -> Result<String, Problem> {
    let Some(settings) = settings else { return Ok("unknown".to_owned()) };
    match (settings.text(setting), settings.integer(setting)) {
        (Some("." | ".."), _) => Err(setting::not_in_url(setting)),
        (Some(text), _) => Ok(url::encoded(text)),
        (None, Some(integer)) => Ok(integer.to_string()),
        (None, None) => Err(setting::missing(setting)),
    }
}
