//! The ledger: what is known of each person, and of whom nobody can be sure.

use crate::outcome::{Counts, Outcome, Reason, Status};

/// One line a person.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    lines: Vec<Line>,
    /// Of the outcomes in the lines.
    counts: Counts,
    /// Whose outcomes nobody has asked for since they were put down, in that order.
    news: Vec<usize>,
}

#[derive(Clone, Debug, Default)]
struct Line {
    /// How it ended; nothing while the person waits or is in flight.
    outcome: Option<Outcome>,
    /// Why an earlier request may have invited the person, or that they were invited before it: then
    /// a refusal of a later one proves nothing.
    doubt: Option<Reason>,
}

impl Ledger {
    /// Nothing is known of that many people.
    pub(super) fn new(people: usize) -> Self {
        Self { lines: vec![Line::default(); people], counts: Counts::default(), news: Vec::new() }
    }

    /// Puts down how it ended for one person.
    pub(super) fn settle(&mut self, mut outcome: Outcome) {
        let Some(line) = self.lines.get_mut(outcome.invitee) else { return };
        match (outcome.status, &outcome.reason, &line.doubt) {
            (Status::Invited, ..) | (_, Some(Reason::AlreadyInvited), _) => line.doubt = None,
            (Status::Unconfirmed, reason, _) => line.doubt.clone_from(reason),
            (_, _, Some(doubt)) => {
                let invited = *doubt == Reason::AlreadyInvited;
                outcome.status = if invited { Status::Failed } else { Status::Unconfirmed };
                outcome.reason = Some(doubt.clone());
            }
            _ => {}
        }
        if let Some(before) = &line.outcome {
            *self.counts.of_status(before.status) -= 1;
        }
        *self.counts.of_status(outcome.status) += 1;
        self.news.push(outcome.invitee);
        line.outcome = Some(outcome);
    }

    /// A request that goes again may have had this effect.
    pub(super) fn doubt(&mut self, outcomes: &[Outcome]) {
        for outcome in outcomes {
            if let Some(line) = self.lines.get_mut(outcome.invitee) {
                line.doubt.clone_from(&outcome.reason);
            }
        }
    }

    /// The server says itself how it stands with these people.
    pub(super) fn trust(&mut self, people: &[usize]) {
        for &person in people {
            if let Some(line) = self.lines.get_mut(person) {
                line.doubt = None;
            }
        }
    }

    /// The person goes again; a doubt stays.
    pub(super) fn reopen(&mut self, person: usize) {
        if let Some(line) = self.lines.get_mut(person) {
            let outcome = line.outcome.take();
            if let Some(before) = &outcome {
                *self.counts.of_status(before.status) -= 1;
            }
            let invited = |reason: &Reason| *reason == Reason::AlreadyInvited;
            line.doubt = outcome.and_then(|it| it.reason).filter(invited).or(line.doubt.take());
        }
    }

    /// Whether it ended for the person, and in this way.
    pub(super) fn is(&self, person: usize, accepts: impl Fn(Status) -> bool) -> bool {
        let outcome = self.lines.get(person).and_then(|line| line.outcome.as_ref());
        outcome.is_some_and(|outcome| accepts(outcome.status))
    }

    /// How many people there are.
    pub(super) fn people(&self) -> usize {
        self.lines.len()
    }

    /// How many have ended in which way.
    pub(super) fn counts(&self) -> Counts {
        self.counts
    }

    /// The outcomes that were put down since this was asked last.
    pub(super) fn take_news(&mut self) -> Vec<Outcome> {
        let news = std::mem::take(&mut self.news);
        news.into_iter().filter_map(|person| self.lines[person].outcome.clone()).collect()
    }

    /// What is known so far, in the order of the people.
    pub(super) fn outcomes(&self) -> impl Iterator<Item = &Outcome> {
        self.lines.iter().filter_map(|line| line.outcome.as_ref())
    }

    /// What is known, where that is all.
    pub(super) fn into_outcomes(self) -> Vec<Outcome> {
        self.lines.into_iter().filter_map(|line| line.outcome).collect()
    }
}
