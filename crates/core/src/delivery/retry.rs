//! Retry: chosen people go again, by the word of whoever chose them.

use super::judgement::Round;
use super::{Delivery, Job, concurrency};
use crate::config::InviteConfig;
use crate::invitation::Invitation;
use crate::outcome::Status;
use crate::plan::Plan;
use crate::problem::Problem;
use crate::unicode::Unicode;

/// A request of which nobody knows what became, and the key by which the server knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unsettled {
    pub(super) key: String,
    pub(super) invitees: Vec<usize>,
}

impl Delivery {
    /// Sends the chosen people (indices of the first plan) again, and says how many do go: who is
    /// invited, waiting or in flight does not. Others keep their outcome, and the rules by which a
    /// delivery stops begin anew. To be called at any time; whoever is `unconfirmed` may get two
    /// invitations by it, which is why nobody like that goes without being chosen.
    pub fn retry(&mut self, people: &[usize]) -> usize {
        let chosen = self.choose(people);
        if chosen.is_empty() || self.invitation.is_none() {
            return 0;
        }
        if self.halted.is_some() || (self.waiting.is_empty() && self.in_flight.is_empty()) {
            self.credential.renew();
        }
        self.halted = None;
        self.round = Round::default();
        self.pace.set_retry_at(None);
        let jobs = self.jobs(&chosen);
        for &person in &chosen {
            self.ledger.reopen(person);
        }
        self.waiting.extend(jobs);
        chosen.len()
    }

    /// What [`retry`](Self::retry) of these people would send now, with the numbers of the first plan.
    pub fn retry_plan(&mut self, people: &[usize]) -> Plan {
        let (unsettled, next_id) = (self.unsettled.clone(), self.next_id);
        let chosen = self.choose(people);
        let requests = self.jobs(&chosen).into_iter().map(|job| job.request).collect();
        (self.unsettled, self.next_id) = (unsettled, next_id);
        Plan { requests, problems: Vec::new() }
    }

    /// The same people go by another configuration from now on, as when a setting was mended after a
    /// refusal; what is known of them stays. To be called when there is nothing more to do.
    ///
    /// # Errors
    /// The problems of the plan with it; then nothing has changed.
    pub fn reconfigure(
        &mut self,
        config: &InviteConfig,
        unicode: &dyn Unicode,
    ) -> Result<(), Vec<Problem>> {
        let invitation = Invitation::parse(config, &self.people, unicode)?;
        self.concurrency = concurrency(config, Some(&invitation));
        self.invitation = Some(invitation);
        self.config = config.clone();
        self.problems.clear();
        // Another request is no repeat, so an old key would be a lie.
        self.unsettled.clear();
        Ok(())
    }

    /// Those of the people who can go again, each once, in their order.
    fn choose(&self, people: &[usize]) -> Vec<usize> {
        let mut chosen: Vec<bool> = vec![false; self.ledger.people()];
        for &person in people {
            if self.ledger.is(person, |status| status != Status::Invited) {
                chosen[person] = true;
            }
        }
        (0..chosen.len()).filter(|&person| chosen[person]).collect()
    }

    /// Requests for the chosen people: first those that the server may know, as they were.
    fn jobs(&mut self, chosen: &[usize]) -> Vec<Job> {
        let is_chosen = |person: &usize| chosen.binary_search(person).is_ok();
        let same = self.known_requests(is_chosen);
        let mut is_new = vec![true; self.ledger.people()];
        for &person in same.iter().flat_map(|request| &request.invitees) {
            is_new[person] = false;
        }
        let rest: Vec<usize> = chosen.iter().copied().filter(|&person| is_new[person]).collect();
        let batches = self.invitation.as_ref().map(|it| it.batches(&rest)).unwrap_or_default();
        let same = same.into_iter().map(|request| (request.invitees, Some(request.key)));
        let all = same.chain(batches.into_iter().map(|batch| (batch, None)));
        all.filter_map(|(batch, key)| self.new_job(&batch, key)).collect()
    }

    /// The unsettled requests all of whose people go again; one of which only some do is forgotten.
    fn known_requests(&mut self, is_chosen: impl Fn(&usize) -> bool) -> Vec<Unsettled> {
        let all = std::mem::take(&mut self.unsettled);
        let (touched, others): (Vec<_>, Vec<_>) =
            all.into_iter().partition(|request| request.invitees.iter().any(&is_chosen));
        self.unsettled = others;
        touched.into_iter().filter(|request| request.invitees.iter().all(&is_chosen)).collect()
    }
}
