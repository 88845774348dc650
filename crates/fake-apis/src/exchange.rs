//! One exchange with an API: a request comes in, perhaps meets a fault, and is answered.

use axum::{
    Router,
    extract::{ConnectInfo, Request, State},
    http::{Method, StatusCode, header},
    response::{IntoResponse, Response},
    routing::any,
};
use tokio::time::sleep;

use crate::{
    api::Api,
    call::{self, Call},
    cors,
    faults::{self, Fault, Reset},
    ledger::Record,
    reply::Reply,
    run::{Run, Shared},
    wire::Cutter,
};

/// The mounts of the five APIs.
pub(crate) fn router() -> Router<Shared> {
    Api::ALL.into_iter().fold(Router::new(), |router, api| {
        let handler =
            move |State(shared): State<Shared>,
                  ConnectInfo(cutter): ConnectInfo<Cutter>,
                  request: Request| exchange(api, shared, cutter, request);
        router.route(&format!("/{}/{{*path}}", api.name()), any(handler))
    })
}

async fn exchange(api: Api, shared: Shared, cutter: Cutter, request: Request) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    if request.method() == Method::OPTIONS {
        let path = call::below_mount(api, request.uri().path());
        let denied = faults::deny_preflight(&mut shared.lock().faults, api, path);
        return cors::preflight(origin.filter(|_| !denied));
    }
    let call = match Call::read(api, request).await {
        Ok(call) => call,
        Err(refusal) => return cors::allow(refusal.into_response(), origin),
    };
    let fault = faults::take(&mut shared.lock().faults, &call);
    match fault {
        None => cors::allow(answer(&call, &mut shared.lock(), false).into_response(), origin),
        Some(fault) => {
            let response = disturbed(&fault, &call, &shared, &cutter).await;
            cors::allow(response, origin.filter(|_| !fault.no_cors))
        }
    }
}

async fn disturbed(fault: &Fault, call: &Call, shared: &Shared, cutter: &Cutter) -> Response {
    let early = fault.after.then(|| answer(call, &mut shared.lock(), true));
    sleep(fault.delay()).await;
    if fault.reset == Some(Reset::Before) {
        keep(Record::kept_away(call, None), &mut shared.lock());
        return cutter.cut();
    }
    let reply = early.unwrap_or_else(|| answer_or_fault(fault, call, &mut shared.lock()));
    if fault.reset == Some(Reset::After) {
        return cutter.cut();
    }
    fault.spoil(reply, cutter)
}

/// A fault with a status stands in for the API.
fn answer_or_fault(fault: &Fault, call: &Call, run: &mut Run) -> Reply {
    let Some(status) = fault.status() else { return answer(call, run, true) };
    let reply = call.api.refusal(status, reason(status));
    keep(Record::kept_away(call, Some(&reply)), run);
    reply
}

fn answer(call: &Call, run: &mut Run, fault: bool) -> Reply {
    let answer = Api::answer(call, run);
    keep(Record::answered(call, &answer).met_by_fault(fault), run);
    let (Ok(reply) | Err(reply)) = answer;
    reply
}

fn keep(record: Record, run: &mut Run) {
    let id = run.records.len() as u64 + 1;
    run.records.push(record.numbered(id));
}

fn reason(status: StatusCode) -> &'static str {
    status.canonical_reason().unwrap_or("Unknown status")
}
