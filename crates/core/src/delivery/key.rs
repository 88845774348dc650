//! Keys, by which a server tells the repeat of a request from a new one
//! (draft-ietf-httpapi-idempotency-key-header).

use super::retry::Unsettled;
use super::{Delivery, Job};
use crate::outcome::Status;

/// Whether the text can be a header's value as it is.
pub(super) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic())
}

impl Delivery {
    /// A new request to these people, with that key or one of its own, where the API takes keys.
    pub(super) fn new_job(&mut self, people: &[usize], key: Option<String>) -> Option<Job> {
        let invitation = self.invitation.as_ref()?;
        let mut request = invitation.request(self.next_id, people);
        let id = &self.config.delivery.id;
        let header = invitation.destination.api.info().idempotency_header.as_deref();
        let key = header.filter(|_| is_key(id)).map(|header| {
            let key = key.unwrap_or_else(|| [id, "-", &self.next_id.to_string()].concat());
            request.headers.push((header.to_ascii_lowercase(), key.clone()));
            key
        });
        self.next_id = self.next_id.wrapping_add(1);
        Some(Job::new(request, key))
    }

    /// The key of a request of which nobody knows what became may be needed again.
    pub(super) fn remember(&mut self, job: &Job) {
        let open = |&person: &usize| self.ledger.is(person, |it| it == Status::Unconfirmed);
        if let (Some(key), true) = (&job.key, job.request.invitees.iter().all(open)) {
            let invitees = job.request.invitees.clone();
            self.unsettled.push(Unsettled { key: key.clone(), invitees });
        }
    }
}

#[cfg(all(test, feature = "native"))]
mod tests {
    use std::sync::Arc;

    use super::super::{Delivery, Loss, Step};
    use super::is_key;
    use crate::api::{Api, ApiInfo, ApiRef, Content, Finding, Place, Segment, Unreadable};
    use crate::config::{DeliveryOptions, InviteConfig};
    use crate::invitee::{Invitee, InviteeInput};
    use crate::json::{Json, Object};
    use crate::outcome::Status;
    use crate::setting::Settings;
    use crate::unicode::Native;

    #[test]
    fn a_key_stays_over_repeats_and_retries_and_is_new_for_others() {
        let mut delivery = keyed("d", 3);
        let first = lose(&mut delivery);
        assert_eq!((first.as_str(), lose(&mut delivery)), ("d-0", first.clone()));
        assert_eq!(lose(&mut delivery), first);
        assert_eq!(delivery.next(0), Step::Done);
        assert!(delivery.outcomes().all(|outcome| outcome.status == Status::Unconfirmed));
        delivery.retry(&[2, 1, 0]);
        assert_eq!(lose(&mut delivery), first);
        delivery.cancel();
        delivery.retry(&[0, 1]);
        assert_eq!(lose(&mut delivery), "d-2");
    }

    #[test]
    fn a_key_stays_over_a_reload() {
        let mut delivery = keyed("d", 2);
        let first = lose(&mut delivery);
        let mut resumed = Delivery::resume(&delivery.to_json(), &Native).expect("what was written");
        take_keys(&mut resumed);
        resumed.retry(&[0, 1]);
        assert_eq!(lose(&mut resumed), first);
    }

    #[test]
    fn nothing_is_repeated_without_a_name_of_its_own() {
        for id in ["", "a\r\nx: y"] {
            let mut delivery = keyed(id, 1);
            assert_eq!(lose(&mut delivery), "");
            assert_eq!(delivery.next(0), Step::Done);
        }
        assert!(is_key("7f1f9d52-5a0b"));
    }

    /// A delivery to an API that takes keys and is not safe to repeat.
    fn keyed(id: &str, people: usize) -> Delivery {
        let options = DeliveryOptions { id: id.to_owned(), ..DeliveryOptions::default() };
        let config =
            InviteConfig { api: "galileo".into(), delivery: options, ..InviteConfig::default() };
        let person = |index| InviteeInput::new(&format!("p{index}@acme.com"));
        let people: Vec<InviteeInput> = (0..people).map(person).collect();
        let mut delivery = Delivery::new(&config, &people, &Native);
        take_keys(&mut delivery);
        (delivery.next_id, delivery.waiting) = (0, [].into());
        delivery.plan();
        delivery
    }

    fn take_keys(delivery: &mut Delivery) {
        let destination = &mut delivery.invitation.as_mut().expect("no problem").destination;
        let api = destination.api.clone();
        let header = Some("Idempotency-Key".into());
        let info = ApiInfo { idempotency_header: header, ..api.info().clone() };
        destination.api = ApiRef::Own(Arc::new(Keyed { api, info }));
    }

    /// The key of the next request, which is lost.
    fn lose(delivery: &mut Delivery) -> String {
        let mut now = 0;
        loop {
            match delivery.next(now) {
                Step::Wait { ms, .. } => now += ms,
                Step::Send { request, attempt, .. } => {
                    assert!(delivery.leave(request.id, attempt));
                    delivery.lost(request.id, attempt, now, Loss::Timeout, "");
                    let mut headers = request.headers.into_iter();
                    let key = headers.find(|(name, _)| name == "idempotency-key");
                    return key.map(|(_, value)| value).unwrap_or_default();
                }
                step => panic!("{step:?}"),
            }
        }
    }

    /// An API with a header for keys.
    #[derive(Debug)]
    struct Keyed {
        api: ApiRef,
        info: ApiInfo,
    }

    impl Api for Keyed {
        fn info(&self) -> &ApiInfo {
            &self.info
        }

        fn body(&self, settings: &Settings, people: &[&Invitee]) -> Object {
            self.api.body(settings, people)
        }

        fn read(&self, body: &Json) -> Option<Content> {
            self.api.read(body)
        }

        fn place(&self, path: &[Segment]) -> Place {
            self.api.place(path)
        }

        fn success(
            &self,
            addresses: &[&str],
            body: Option<&Json>,
        ) -> Result<Vec<Finding>, Unreadable> {
            self.api.success(addresses, body)
        }

        fn disclosed(&self, addresses: &[&str], body: &Json) -> Json {
            self.api.disclosed(addresses, body)
        }
    }
}
