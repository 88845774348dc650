//! What a person reads while xtask works: numbered steps, and durations in words.

use std::time::{Duration, Instant};

/// Numbers the steps of one run.
pub(crate) struct Steps {
    done: usize,
    total: usize,
}

/// One step; says in one line what it does and about how long that takes.
pub(crate) struct Step {
    title: String,
}

/// Work that was announced; tells how long it took.
pub(crate) struct Work {
    started: Instant,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { done: 0, total }
    }

    pub(crate) fn next(&mut self, name: &str) -> Step {
        self.done += 1;
        Step { title: format!("[{}/{}] {name}", self.done, self.total) }
    }
}

impl Step {
    /// Nothing is to be done.
    pub(crate) fn ready(&self, detail: &str) {
        println!("{}  ready{detail}", self.title);
    }

    /// Says what begins now, with about how long it takes.
    pub(crate) fn begin(&self, what: &str) -> Work {
        println!("{}  {what}", self.title);
        Work { started: Instant::now() }
    }
}

impl Work {
    pub(crate) fn done(&self) {
        println!("      done in {}", duration(self.started.elapsed()));
    }
}

/// `42 s`, `6 min 12 s`.
pub(crate) fn duration(elapsed: Duration) -> String {
    match elapsed.as_secs() {
        seconds @ 0..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::duration;

    #[test]
    fn durations_read_as_people_say_them() {
        let text = |milliseconds| duration(Duration::from_millis(milliseconds));
        assert_eq!(text(400), "0 s");
        assert_eq!(text(59_999), "59 s");
        assert_eq!(text(60_000), "1 min 0 s");
        assert_eq!(text(372_000), "6 min 12 s");
    }
}
