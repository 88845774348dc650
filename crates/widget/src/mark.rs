//! What stands at the start of a row: the first letter of who it is, or an icon for where they stand.

use leptos::prelude::*;

use crate::notes::mark;
use crate::person::Person;

/// The mark of one person; the row says the same in words.
#[component]
pub(crate) fn Mark(person: RwSignal<Person>) -> impl IntoView {
    let icon = Memo::new(move |_| person.with(mark));
    let letter = Memo::new(move |_| person.with(first_letter));
    move || {
        let mark = icon.get();
        view! {
            <span class="mark" aria-hidden="true" data-tone=mark.map(|(_, tone)| tone.name())>
                {mark.map(|(icon, _)| icon.view())}
                {mark.is_none().then(|| letter.get())}
            </span>
        }
    }
}

fn first_letter(person: &Person) -> String {
    let name = person.input.name.as_deref().unwrap_or(person.address());
    name.chars().find(|it| it.is_alphanumeric()).map(String::from).unwrap_or_default()
}
