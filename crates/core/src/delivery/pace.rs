//! Pace: how long to wait for a server that asks for it, and when to give up.

use std::time::UNIX_EPOCH;

use super::WaitReason;

/// The most attempts for one request.
const MAX_ATTEMPTS: u32 = 6;
/// The longest wait, one or all together, in milliseconds.
const MAX_WAIT: u64 = 10 * 60 * 1000;
/// The shortest wait, in milliseconds.
const MIN_WAIT: u64 = 1000;
/// Where exponential backoff ends, in milliseconds.
const MAX_BACKOFF: u64 = 60 * 1000;

/// When the next request may leave.
#[derive(Debug)]
pub(super) struct Pace {
    random: u64,
    resume_at: u64,
    reason: WaitReason,
    waiting_since: Option<u64>,
    retry_at: Option<u64>,
}

/// Whether a request that was told to wait goes again.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// After the pause.
    Wait,
    /// Not in this delivery.
    GiveUp,
}

impl Pace {
    /// No pause; `seed` decides how backoff is spread.
    pub(super) fn new(seed: u64) -> Self {
        Self {
            random: seed,
            resume_at: 0,
            reason: WaitReason::RateLimited,
            waiting_since: None,
            retry_at: None,
        }
    }

    /// How many milliseconds the pause still takes.
    pub(super) fn remaining(&self, now: u64) -> u64 {
        self.resume_at.saturating_sub(now)
    }

    /// What the pause is for.
    pub(super) fn reason(&self) -> WaitReason {
        self.reason
    }

    /// When the server says it can be asked again, where that is too long to wait.
    pub(super) fn retry_at(&self) -> Option<u64> {
        self.retry_at
    }

    /// A request was told to wait: as the header says, else by exponential backoff.
    pub(super) fn slow_down(&mut self, now: u64, attempt: u32, header: Option<&str>) -> Verdict {
        let told = header.and_then(|value| retry_after(value, now));
        let wait = told.unwrap_or_else(|| self.wait_after(attempt)).max(MIN_WAIT);
        let since = *self.waiting_since.get_or_insert(now);
        let end = now.saturating_add(wait);
        if attempt >= MAX_ATTEMPTS || end.saturating_sub(since) > MAX_WAIT {
            self.retry_at = told.map(|_| end);
            return Verdict::GiveUp;
        }
        self.resume_at = self.resume_at.max(end);
        self.reason = WaitReason::RateLimited;
        Verdict::Wait
    }

    /// A request went unanswered and will go again.
    pub(super) fn back_off(&mut self, now: u64, attempt: u32) {
        let end = now.saturating_add(self.wait_after(attempt));
        if end > self.resume_at {
            (self.resume_at, self.reason) = (end, WaitReason::Repeating);
        }
    }

    /// Anything up to 2, 4, 8 … seconds ("full jitter"), so that many clients do not come at once.
    fn wait_after(&mut self, attempt: u32) -> u64 {
        let ceiling = (MIN_WAIT << attempt.min(16)).min(MAX_BACKOFF);
        MIN_WAIT + self.next_random() % (ceiling - MIN_WAIT + 1)
    }

    /// `SplitMix64`: enough to spread, not meant to be secret.
    fn next_random(&mut self) -> u64 {
        self.random = self.random.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.random;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }
}

/// `Retry-After` in milliseconds from `now`: seconds or an HTTP date (RFC 9110, section 10.2.3).
fn retry_after(value: &str, now: u64) -> Option<u64> {
    if let Ok(seconds) = value.trim().parse::<u64>() {
        return Some(seconds.saturating_mul(1000));
    }
    let date = httpdate::parse_http_date(value.trim()).ok()?;
    let at = date.duration_since(UNIX_EPOCH).ok()?.as_millis();
    Some(u64::try_from(at).ok()?.saturating_sub(now))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_forms_of_retry_after() {
        let now = 784_111_775_000; // two seconds before the date
        assert_eq!(retry_after("120", now), Some(120_000));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", now), Some(2000));
        assert_eq!(retry_after("Sun, 06 Nov 1994 08:49:37 GMT", now + 9000), Some(0));
        assert_eq!(retry_after("soon", now), None);
    }

    #[test]
    fn backoff_grows_and_is_spread() {
        for seed in 0..100 {
            let mut pace = Pace::new(seed);
            for attempt in 1..MAX_ATTEMPTS {
                let wait = pace.wait_after(attempt);
                assert!(
                    (MIN_WAIT..=MIN_WAIT << attempt).contains(&wait),
                    "{seed} {attempt} {wait}"
                );
            }
        }
        assert_ne!(Pace::new(1).wait_after(5), Pace::new(2).wait_after(5));
    }

    #[test]
    fn gives_up_after_six_attempts_or_ten_minutes() {
        let mut pace = Pace::new(0);
        assert_eq!(pace.slow_down(0, 1, Some("3")), Verdict::Wait);
        assert_eq!((pace.remaining(1000), pace.remaining(5000)), (2000, 0));
        assert_eq!(pace.slow_down(3000, 6, Some("3")), Verdict::GiveUp);
        assert_eq!(pace.slow_down(3000, 2, Some("3600")), Verdict::GiveUp);
        assert_eq!(pace.retry_at(), Some(3_603_000));
    }
}
