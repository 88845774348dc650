//! Suggestions: people of the host's directory, offered for what is typed last in the field.
//!
//! The keys are those of a combobox with a list (ARIA Authoring Practices Guide), but the field
//! stays a text box: ARIA in HTML allows a `<textarea>` no other role.

use invite_users_core::InviteeInput;
use invite_users_core::email::EmailAddress;
use invite_users_core::json::Object;
use invite_users_wasm::Platform;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{AbortController, HtmlTextAreaElement, KeyboardEvent};

use crate::entry::COMPOSING;
use crate::events::added_words;
use crate::later::{after, soon};
use crate::person::{Person, Twin};
use crate::state::{FIELD, Phase, State};

mod directory;
mod view;

use directory::Known;
pub(crate) use view::{Suggestions, list_of_field};

/// How long nobody types before the host is asked, in milliseconds.
const PAUSE: i32 = 150;
/// The most that are offered: what an eye takes in, and a short way for the arrow keys.
const MOST: usize = 8;

/// What one widget knows of suggestions: a handle, since every closure that has the state has it, too.
#[derive(Clone, Copy)]
pub(crate) struct Suggesting(StoredValue<Offer>);

#[derive(Clone, Copy)]
struct Offer {
    /// Who is offered; nobody: there is no list.
    people: RwSignal<Vec<Suggestion>>,
    /// Which of them the arrow keys lead to.
    active: RwSignal<Option<usize>>,
    /// Whether the host could not tell, the last time that it was asked.
    failed: RwSignal<bool>,
    question: StoredValue<Question, LocalStorage>,
}

/// One person who is offered.
#[derive(Clone, PartialEq)]
struct Suggestion {
    email: EmailAddress,
    input: InviteeInput,
    description: Option<String>,
    /// Why nobody is to be invited again.
    twin: Option<Twin>,
}

/// What the host is asked, or is about to be.
#[derive(Default)]
struct Question {
    /// Counts them, so that the answer to a former one finds that nobody waits for it.
    number: u32,
    controller: Option<AbortController>,
}

impl Suggesting {
    /// Nothing was asked yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new(Offer {
            people: RwSignal::default(),
            active: RwSignal::new(None),
            failed: RwSignal::new(false),
            question: StoredValue::new_local(Question::default()),
        }))
    }

    fn offer(self) -> Offer {
        self.0.get_value()
    }
}

impl Offer {
    fn is_open(self) -> bool {
        self.people.with_untracked(|people| !people.is_empty())
    }

    /// Takes the list away.
    fn close(self) {
        self.drop_question();
        self.active.set(None);
        if self.is_open() {
            self.people.set(Vec::new());
        }
    }

    /// Moves on by so many, round and round.
    fn activate(self, step: isize) {
        let count = self.people.with_untracked(Vec::len).cast_signed();
        let from = self.active.get_untracked().map(usize::cast_signed);
        let to = from.map_or(step.min(0), |from| from + step);
        self.active.set(Some(to.rem_euclid(count).cast_unsigned()));
    }

    /// What the host is still asked is no longer wanted; answers the number of the next question.
    fn drop_question(self) -> u32 {
        let next = self.question.try_update_value(|question| {
            if let Some(controller) = question.controller.take() {
                controller.abort();
            }
            question.number += 1;
            question.number
        });
        next.unwrap_or_default()
    }

    fn is_asked(self, number: u32) -> bool {
        self.question.with_value(|question| question.number == number)
    }
}

impl State {
    /// Takes a key that means the list of suggestions; false where it means the field.
    pub(crate) fn suggestion_key(self, event: &KeyboardEvent) -> bool {
        let offer = self.suggesting.offer();
        let (open, active) = (offer.is_open(), offer.active.get_untracked());
        let composing = event.is_composing() || event.key_code() == COMPOSING;
        if composing || event.ctrl_key() || event.meta_key() || event.shift_key() {
            return false;
        }
        match (event.key().as_str(), active) {
            ("ArrowDown", _) if open => offer.activate(1),
            ("ArrowDown", _) if event.alt_key() => self.suggest_after(0),
            ("ArrowUp", _) if open => offer.activate(-1),
            ("Enter", Some(index)) => self.choose_suggestion(index),
            ("Escape", _) if open => {
                event.stop_propagation();
                offer.close();
            }
            // The caret moves, so the field is meant again.
            ("ArrowLeft" | "ArrowRight" | "Home" | "End", Some(_)) => {
                offer.active.set(None);
                return false;
            }
            _ => return false,
        }
        event.prevent_default();
        true
    }

    /// Asks the host about what is typed, once nobody has typed for this long.
    fn suggest_after(self, milliseconds: i32) {
        let offer = self.suggesting.offer();
        let number = offer.drop_question();
        offer.active.set(None);
        after(milliseconds, move || {
            if !self.is_gone() && offer.is_asked(number) {
                wasm_bindgen_futures::spawn_local(self.suggest(number));
            }
        });
    }

    async fn suggest(self, number: u32) {
        let offer = self.suggesting.offer();
        let suggest = self.setup.with_untracked(|setup| setup.suggest.clone());
        let query = self.query_at_caret();
        let (Some((_, query)), Ok(controller)) = (query, AbortController::new()) else {
            return offer.close();
        };
        offer.question.update_value(|it| it.controller = Some(controller.clone()));
        let answer = directory::ask(&suggest, &query, &controller).await;
        if self.is_gone() || !offer.is_asked(number) {
            return;
        }
        match answer {
            Ok(known) => self.offer(known),
            Err(reason) => self.suggest_failed(&reason),
        }
    }

    /// Where the last piece of what is typed begins, and what of it to look for; `None` where the
    /// caret is elsewhere, or nothing worth a search was typed.
    fn query_at_caret(self) -> Option<(usize, String)> {
        if !self.field_has_focus() || !self.is_caret_at_end() {
            return None;
        }
        let (start, query) = self.last_piece()?;
        // One ideograph says as much as two letters.
        let enough = query.chars().nth(1).is_some() || *query >= *"\u{2e80}";
        enough.then_some((start, query))
    }

    fn last_piece(self) -> Option<(usize, String)> {
        let typed = self.typed.get_untracked();
        let span = self.read(&typed).entries.last()?.span.clone();
        let ended = !typed[span.end..].trim().is_empty();
        let piece = typed[span.start..].trim().trim_matches('"');
        (!ended).then(|| (span.start, piece.to_owned()))
    }

    fn is_caret_at_end(self) -> bool {
        let field = self.root.with_value(|root| root.get_element_by_id(FIELD));
        let field = field.and_then(|field| field.dyn_into::<HtmlTextAreaElement>().ok());
        field.is_some_and(|field| {
            let start = field.selection_start().ok().flatten();
            start == field.text_length().into()
        })
    }

    fn offer(self, known: Vec<Known>) {
        let offer = self.suggesting.offer();
        let before = offer.people.with_untracked(Vec::len);
        let people = self.suggestions(known);
        let count = people.len();
        offer.failed.set(false);
        offer.active.set(None);
        offer.people.set(people);
        if count != before {
            self.announce(self.messages.count("suggestions_found", count));
        }
    }

    /// The first of those whom the host knows that have an address.
    fn suggestions(self, known: Vec<Known>) -> Vec<Suggestion> {
        let options = self.setup.with_untracked(|setup| setup.config.email.clone());
        let mut offered: Vec<Suggestion> = Vec::new();
        for Known { input, description } in known {
            let Ok(email) = EmailAddress::parse(&input.email, &options, &Platform) else {
                continue;
            };
            if offered.len() < MOST && offered.iter().all(|it| it.email.key() != email.key()) {
                let twin = self.twin_of(&email);
                offered.push(Suggestion { email, input, description, twin });
            }
        }
        offered
    }

    /// Says so once, until the host can tell again: typing goes on without it.
    fn suggest_failed(self, reason: &str) {
        let offer = self.suggesting.offer();
        offer.close();
        if offer.failed.get_untracked() {
            return;
        }
        offer.failed.set(true);
        self.announce(self.messages.text("suggest_failed"));
        let message = ["the function suggest failed: ", reason].concat();
        let error = Object::new()
            .with("code", "suggest_failed")
            .with("message", message)
            .with("params", Object::new().with("reason", reason));
        self.hooks.get_value().emit_value("error", error);
    }

    /// Adds a suggested person in the place of what was typed for them; the rest stays.
    fn choose_suggestion(self, index: usize) {
        let offer = self.suggesting.offer();
        let chosen = offer.people.with_untracked(|people| people.get(index).cloned());
        let Some(Suggestion { email, input, twin: None, .. }) = chosen else { return };
        offer.close();
        soon(move || {
            if self.is_gone() || self.phase.get_untracked() != Phase::Editing {
                return;
            }
            if let Some((start, _)) = self.last_piece() {
                self.typed.update(|typed| typed.truncate(start));
            }
            self.add_suggested(email, input);
        });
    }

    fn add_suggested(self, email: EmailAddress, mut input: InviteeInput) {
        if input.roles.is_empty() {
            input.roles = self.new_roles.get_untracked();
        }
        let rows = self.add_people(vec![Person::new(email.as_str().to_owned(), Ok(email), input)]);
        self.announce_all(&added_words(self.messages, &rows));
        self.tell_change();
    }
}
