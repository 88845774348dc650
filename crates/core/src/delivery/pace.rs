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

/// When the next request may leave. Pauses count what has passed between two looks at the clock, so
/// that one which is set back only stands still for a moment.
#[derive(Debug)]
pub(super) struct Pace {
    random: u64,
    last_look: Option<u64>,
    passed: u64,
    resume_at: u64,
    reason: WaitReason,
    retry_at: Option<u64>,
}

/// How often one request was told to wait, and since when.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Waits {
    count: u32,
    since: u64,
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
        let (last_look, passed, resume_at, retry_at) = (None, 0, 0, None);
        Self {
            random: seed,
            last_look,
            passed,
            resume_at,
            reason: WaitReason::RateLimited,
            retry_at,
        }
    }

    /// How many milliseconds the pause still takes.
    pub(super) fn remaining(&mut self, now: u64) -> u64 {
        self.look(now);
        self.resume_at.saturating_sub(self.passed)
    }

    /// What the pause is for.
    pub(super) fn reason(&self) -> WaitReason {
        self.reason
    }

    /// When the server says it can be asked again, where that is too long to wait.
    pub(super) fn retry_at(&self) -> Option<u64> {
        self.retry_at
    }

    /// What the server said then does not hold any more, or is known from before.
    pub(super) fn set_retry_at(&mut self, retry_at: Option<u64>) {
        self.retry_at = retry_at;
    }

    /// A request was told to wait: as the header says, else by exponential backoff.
    pub(super) fn slow_down(
        &mut self,
        now: u64,
        waits: &mut Waits,
        header: Option<&str>,
    ) -> Verdict {
        self.look(now);
        if waits.count == 0 {
            waits.since = self.passed;
        }
        waits.count += 1;
        let told = header.and_then(|value| retry_after(value, now));
        let wait = told.unwrap_or_else(|| self.wait_after(waits.count)).max(MIN_WAIT);
        let end = self.passed.saturating_add(wait);
        if waits.count >= MAX_ATTEMPTS || end.saturating_sub(waits.since) > MAX_WAIT {
            self.retry_at = told.map(|_| now.saturating_add(wait));
            return Verdict::GiveUp;
        }
        self.resume_at = self.resume_at.max(end);
        self.reason = WaitReason::RateLimited;
        Verdict::Wait
    }

    /// A request went unanswered that often, and will go again.
    pub(super) fn back_off(&mut self, now: u64, unanswered: u32) {
        self.look(now);
        let end = self.passed.saturating_add(self.wait_after(unanswered));
        if end > self.resume_at {
            (self.resume_at, self.reason) = (end, WaitReason::Repeating);
        }
    }

    fn look(&mut self, now: u64) {
        let passed = now.saturating_sub(self.last_look.unwrap_or(now));
        self.passed = self.passed.saturating_add(passed);
        self.last_look = Some(now);
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
        let (mut pace, mut waits) = (Pace::new(0), Waits::default());
        for attempt in 1..MAX_ATTEMPTS {
            assert_eq!(pace.slow_down(0, &mut waits, Some("3")), Verdict::Wait, "{attempt}");
        }
        assert_eq!((pace.remaining(1000), pace.remaining(5000)), (2000, 0));
        assert_eq!(pace.slow_down(5000, &mut waits, Some("3")), Verdict::GiveUp);
        assert_eq!(pace.slow_down(5000, &mut Waits::default(), Some("600")), Verdict::Wait);
        assert_eq!(pace.slow_down(5000, &mut Waits::default(), Some("601")), Verdict::GiveUp);
        assert_eq!(pace.retry_at(), Some(606_000));
    }

    #[test]
    fn ten_minutes_are_those_of_one_request() {
        let (mut pace, mut waits) = (Pace::new(0), Waits::default());
        assert_eq!(pace.slow_down(0, &mut waits, Some("400")), Verdict::Wait);
        let mut others = Waits::default();
        assert_eq!(pace.slow_down(400_000, &mut others, Some("400")), Verdict::Wait);
        assert_eq!(pace.slow_down(400_000, &mut waits, Some("400")), Verdict::GiveUp);
    }

    #[test]
    fn a_clock_that_is_set_back_stands_still() {
        let mut pace = Pace::new(0);
        let hour = 3_600_000;
        assert_eq!(pace.slow_down(hour, &mut Waits::default(), Some("10")), Verdict::Wait);
        assert_eq!(pace.remaining(hour + 4000), 6000);
        assert_eq!(pace.remaining(0), 6000);
        assert_eq!(pace.remaining(6000), 0);
    }
}
