//! The driver: gives the core's state machine a network, a clock and timers, and decides nothing.

use std::pin::pin;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use invite_users_core::delivery::Step;
use invite_users_core::{Delivery, PlannedRequest, Reply};
use tokio::task::JoinSet;
use tokio::{signal, time};

use crate::network::{Lost, Network};
use crate::screen::Screen;

/// The longest that a timer runs: often enough for a countdown.
const TICK: Duration = Duration::from_secs(1);

/// One request that came to its end: its id, the attempt, and what came back.
type Ended = (u32, u32, Result<Reply, Lost>);

/// Asks the delivery what to do until it is done; Ctrl-C cancels it.
pub(crate) async fn drive(delivery: &mut Delivery, network: Network, screen: &Screen) {
    let network = Arc::new(network);
    let mut in_flight = JoinSet::new();
    let mut interrupted = pin!(signal::ctrl_c());
    loop {
        let pause = match delivery.next(now()) {
            Step::Done => return,
            // Which credential it takes does not matter here: a token from the environment stays one.
            Step::Send { request, attempt, credential: _ } => {
                if delivery.leave(request.id, attempt) {
                    in_flight.spawn(exchange(Arc::clone(&network), request, attempt));
                }
                continue;
            }
            Step::Await => Duration::MAX,
            Step::Wait { ms, reason } => {
                screen.wait(ms, reason);
                Duration::from_millis(ms).min(TICK)
            }
        };
        tokio::select! {
            Some(ended) = in_flight.join_next() => tell(delivery, ended.ok(), screen),
            () = time::sleep(pause) => {}
            _ = &mut interrupted => delivery.cancel(),
        }
    }
}

async fn exchange(network: Arc<Network>, request: PlannedRequest, attempt: u32) -> Ended {
    let result = network.exchange(&request).await;
    (request.id, attempt, result)
}

fn tell(delivery: &mut Delivery, ended: Option<Ended>, screen: &Screen) {
    let Some((id, attempt, result)) = ended else { return };
    match result {
        Ok(reply) => delivery.reply(id, attempt, now(), &reply),
        Err(lost) => delivery.lost(id, attempt, now(), lost.loss, &lost.heard),
    }
    screen.progress(delivery.progress());
}

/// Milliseconds since the Unix epoch; a clock that is set back does the delivery no harm.
pub(crate) fn now() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    u64::try_from(since.as_millis()).unwrap_or(u64::MAX)
}
