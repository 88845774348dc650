//! JSON objects: members in the order in which they were written.

use super::Json;

/// The members of a JSON object; of two with the same name the last one counts (RFC 8259, section 4
/// leaves it open).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object(Vec<(String, Json)>);

impl Object {
    /// No members.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same object with one more member; one that is `null` is left out.
    ///
    /// ```
    /// use invite_users_core::json::{Json, Object};
    ///
    /// let body = Object::new().with("email", "ann@acme.com").with("role", None::<&str>);
    /// assert_eq!(Json::from(body).to_string(), r#"{"email":"ann@acme.com"}"#);
    /// ```
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.add(name, value.into());
        self
    }

    /// The same object with one more member, be it `null` or not.
    #[must_use]
    pub fn with_null(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.push(name.to_owned(), value.into());
        self
    }

    /// Not a part of [`with`](Self::with), which there is one of for each type of value.
    #[inline(never)]
    fn add(&mut self, name: &str, value: Json) {
        if !value.is_null() {
            self.push(name.to_owned(), value);
        }
    }

    /// Adds a member.
    pub fn push(&mut self, name: String, value: Json) {
        self.0.push((name, value));
    }

    /// The member of that name.
    pub fn get(&self, name: &str) -> Option<&Json> {
        self.0.iter().rev().find(|(other, _)| other == name).map(|(_, value)| value)
    }

    /// Takes the member of that name out; `null` where there is none.
    pub fn take(&mut self, name: &str) -> Json {
        let position = self.0.iter().rposition(|(other, _)| other == name);
        position.map_or(Json::Null, |position| self.0.remove(position).1)
    }

    /// The members in their order.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, Json)> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a Object {
    type Item = &'a (String, Json);
    type IntoIter = std::slice::Iter<'a, (String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl IntoIterator for Object {
    type Item = (String, Json);
    type IntoIter = std::vec::IntoIter<(String, Json)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, Json)> for Object {
    fn from_iter<I: IntoIterator<Item = (String, Json)>>(members: I) -> Self {
        Self(members.into_iter().collect())
    }
}
