//! The JSON body of a call, read and checked.

use serde_json::Value;

use crate::{
    call::Call,
    flaw::{Flaw, Kind},
    shape::{Member, flaws},
};

/// Reads a body that must be of type `application/json` and an object of exactly these members.
pub(crate) fn read(call: &Call, members: &'static [Member]) -> Result<Value, Vec<Flaw>> {
    if call.body.is_empty() {
        return Err(vec![flaw(Kind::Missing)]);
    }
    if call.media_type().as_deref() != Some("application/json") {
        return Err(vec![flaw(Kind::NotObject)]);
    }
    let body = serde_json::from_slice(&call.body).map_err(|_| vec![flaw(Kind::NotJson)])?;
    let flaws = flaws(&body, members);
    if flaws.is_empty() { Ok(body) } else { Err(flaws) }
}

fn flaw(kind: Kind) -> Flaw {
    Flaw { place: vec!["body".into()], kind }
}
