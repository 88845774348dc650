//! Hold: what keeps a request back at the last moment.

use super::Delivery;

impl Delivery {
    /// Nothing new leaves while `held`, as long as the machine is offline; what is in flight is waited
    /// for, and [`cancel`](Self::cancel) ends it all the same.
    pub fn hold(&mut self, held: bool) {
        self.held = held;
    }

    /// The credential is there and the request leaves now; `false`: it must not leave, or not yet, and
    /// nothing more is to be told of it.
    pub fn leave(&mut self, id: u32, attempt: u32) -> bool {
        if self.held {
            let job = self.take(|job| job.is(id, attempt) && !job.left);
            if let Some(job) = job {
                self.requeue(job);
            }
            return false;
        }
        let job = self.in_flight.iter_mut().find(|job| job.is(id, attempt));
        let leaves = job.is_some_and(|job| !std::mem::replace(&mut job.left, true));
        self.requests = self.requests.saturating_add(leaves.into());
        leaves
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use super::super::{Delivery, Step};
    use crate::config::InviteConfig;
    use crate::invitee::InviteeInput;
    use crate::outcome::Status;
    use crate::reply::Reply;
    use crate::unicode::Native;

    #[test]
    fn while_it_is_held_nothing_new_leaves_and_then_everything_does() {
        let mut delivery = galileo(&["user", "admin"]);
        let Step::Send { request, attempt, .. } = delivery.next(0) else { panic!("nothing left") };
        delivery.hold(true);
        assert!(!delivery.leave(request.id, attempt));
        assert_eq!(delivery.next(0), Step::Await);
        delivery.hold(false);
        let mut sent = Vec::new();
        while let Step::Send { request, attempt, .. } = delivery.next(0) {
            assert!(delivery.leave(request.id, attempt));
            sent.extend(request.invitees);
            let reply = Reply { status: 200, body: "{}".into(), ..Reply::default() };
            delivery.reply(request.id, attempt, 0, &reply);
        }
        assert_eq!(sent, [0, 1]);
        assert_eq!(delivery.report().counts.invited, 2);
    }

    #[test]
    fn what_is_held_can_be_cancelled() {
        let mut delivery = galileo(&["user"]);
        delivery.hold(true);
        assert_eq!(delivery.next(0), Step::Await);
        delivery.cancel();
        assert_eq!(delivery.next(0), Step::Done);
        assert_eq!(delivery.report().outcomes[0].status, Status::NotSent);
    }

    #[test]
    fn what_is_in_flight_is_waited_for_and_ends_it() {
        let mut delivery = galileo(&["user"]);
        let Step::Send { request, attempt, .. } = delivery.next(0) else { panic!("nothing left") };
        assert!(delivery.leave(request.id, attempt));
        delivery.hold(true);
        let reply = Reply { status: 200, body: "{}".into(), ..Reply::default() };
        delivery.reply(request.id, attempt, 0, &reply);
        assert_eq!(delivery.next(0), Step::Done);
    }

    /// A delivery to one person for each of these roles: as many requests.
    fn galileo(roles: &[&str]) -> Delivery {
        let config = InviteConfig { api: "galileo".into(), ..InviteConfig::default() };
        let person = |(index, role): (usize, &&str)| InviteeInput {
            roles: vec![(*role).to_owned()],
            ..InviteeInput::new(&format!("p{index}@acme.com"))
        };
        let people: Vec<InviteeInput> = roles.iter().enumerate().map(person).collect();
        Delivery::new(&config, &people, &Native)
    }
}
