//! What a server tells a page of an API's reply: the documented members, about the people whom the
//! page asked for, and nothing else.

use crate::api::{Api, Place, Segment};
use crate::json::{Json, Object};
use crate::outcome::Reason;
use crate::plan::PlannedRequest;
use crate::reply::{Reply, shown};

/// The reply as the page may see it: status, `Retry-After`, and a body made anew; an empty one where
/// there is nothing to tell.
///
/// # Errors
/// Why there is none: the API does not let this server in, sends it elsewhere, or says nothing that
/// can be read. None of that is the page's business, and no answer to it.
pub fn relayed_reply(
    api: &dyn Api,
    request: &PlannedRequest,
    reply: &Reply,
) -> Result<Reply, Reason> {
    let body = match reply.status {
        401 => return Err(Reason::Unauthorized),
        403 => return Err(Reason::Forbidden),
        300..=399 => return Err(Reason::Redirected),
        200..=299 => success(api, request, reply).ok_or(Reason::UnreadableReply)?,
        400..=599 => complaint(api, request, reply).to_string(),
        _ => return Err(Reason::UnreadableReply),
    };
    let headers = retry_after(reply).into_iter().collect();
    Ok(Reply { status: reply.status, headers, body })
}

/// What a success says; `None` where the API can't read it, since then nobody knows who is invited.
fn success(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Option<String> {
    let sent = api.read(&Json::parse(&request.body)?)?.people;
    let addresses: Vec<&str> = sent.iter().map(|person| person.email.as_str()).collect();
    if reply.text().is_empty() {
        return api.success(&addresses, None).ok().map(|_| String::new());
    }
    let body = Json::parse(&reply.body)?;
    let findings = api.success(&addresses, Some(&body)).ok()?;
    (findings.len() == addresses.len()).then(|| api.disclosed(&addresses, &body).to_string())
}

/// What a refusal says, in the members that every API's refusals are read for.
fn complaint(api: &dyn Api, request: &PlannedRequest, reply: &Reply) -> Json {
    let body = Json::parse(&reply.body).unwrap_or_default();
    let text = |name: &str| body.get(name).and_then(Json::as_text).map(shown);
    let nested = || {
        Some(Object::new().with("message", shown(body.get("error")?.get("message")?.as_text()?)))
    };
    let count = request.invitees.len();
    let detail = match body.get("detail") {
        Some(Json::List(errors)) => {
            Some(Json::list(errors.iter().filter_map(|error| validation_error(api, count, error))))
        }
        _ => text("detail").map(Json::from),
    };
    Object::new()
        .with("title", text("title"))
        .with("detail", detail)
        .with("message", text("message"))
        .with("error", text("error").map(Json::from).or_else(|| nested().map(Json::from)))
        .into()
}

/// `{loc, msg, type}` of `FastAPI`, unless it is about somebody whom nobody sent; its `input` may hold
/// anything.
fn validation_error(api: &dyn Api, count: usize, error: &Json) -> Option<Json> {
    let path = error.get("loc").and_then(Json::as_list).unwrap_or_default();
    let segments: Vec<Segment> = path.iter().filter_map(segment).collect();
    if matches!(api.place(&segments), Place::Person { index, .. } if index >= count) {
        return None;
    }
    let text = |name| error.get(name).and_then(Json::as_text).map(shown);
    let loc = Json::list(segments.iter().map(Json::from));
    let told = Object::new().with("loc", loc).with("msg", text("msg")?).with("type", text("type"));
    Some(told.into())
}

fn segment(step: &Json) -> Option<Segment<'_>> {
    match step {
        Json::Integer(index) => usize::try_from(*index).ok().map(Segment::Index),
        step => step.as_text().map(Segment::Name),
    }
}

/// Seconds or a date (RFC 9110, section 10.2.3).
fn retry_after(reply: &Reply) -> Option<(String, String)> {
    let value = reply.header("retry-after")?.trim();
    let is_time = value.bytes().all(|byte| byte.is_ascii_digit()) && value.len() < 10;
    let is_time = is_time || httpdate::parse_http_date(value).is_ok();
    is_time.then(|| ("retry-after".to_owned(), value.to_owned()))
}

impl From<&Segment<'_>> for Json {
    fn from(segment: &Segment) -> Self {
        match segment {
            Segment::Index(index) => (*index).into(),
            Segment::Name(name) => shown(name).into(),
        }
    }
}
