//! The roles in a cell, matched with those that the host knows.

use std::borrow::Cow;
use std::sync::Arc;

use super::heading::fold;
use super::row::is_blank;
use crate::email::trim;
use crate::list::clean;
use crate::role::RoleChoice;
use crate::unicode::Unicode;

/// A role that a table may name, in either way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownRole {
    /// The value on the wire.
    pub name: String,
    /// The name that people see.
    pub label: String,
}

impl From<&RoleChoice> for KnownRole {
    fn from(choice: &RoleChoice) -> Self {
        Self { name: choice.name.to_string(), label: choice.label.to_string() }
    }
}

/// The known roles, ready to be looked up.
pub(super) struct KnownRoles<'a> {
    /// Name and label without regard to case, spaces, hyphens and underscores, and the name.
    folded: Vec<(String, String, &'a str)>,
    /// All names, for a person to choose from.
    pub(super) names: Arc<str>,
}

/// The role that these words name, as a cell of a table would: by its name or its label, without regard
/// to case, spaces, hyphens and underscores.
///
/// ```
/// # #[cfg(feature = "native")] {
/// use invite_users_core::table::{KnownRole, role_named};
/// use invite_users_core::unicode::Native;
///
/// let roles = [KnownRole { name: "read_only".into(), label: "Viewer".into() }];
/// assert_eq!(role_named(&roles, "Read only", &Native), Some("read_only"));
/// # }
/// ```
pub fn role_named<'a>(
    roles: &'a [KnownRole],
    words: &str,
    unicode: &dyn Unicode,
) -> Option<&'a str> {
    KnownRoles::new(roles, unicode).find(trim(words).1, unicode)
}

/// One role in a cell.
pub(super) struct CellRole {
    pub(super) role: String,
    pub(super) known: bool,
}

impl<'a> KnownRoles<'a> {
    pub(super) fn new(roles: &'a [KnownRole], unicode: &dyn Unicode) -> Self {
        let fold = |text: &str| fold(text, unicode, is_ignored);
        let folded = roles.iter().map(|it| (fold(&it.name), fold(&it.label), &*it.name)).collect();
        let names: Vec<&str> = roles.iter().map(|role| &*role.name).collect();
        Self { folded, names: names.join(", ").into() }
    }

    /// The roles in a cell, each of them once; where none are known, its words as they are.
    pub(super) fn read(&self, cell: &str, unicode: &dyn Unicode) -> Vec<CellRole> {
        let mut roles: Vec<CellRole> = Vec::new();
        for words in self.split(cell, unicode) {
            let name = self.find(words, unicode);
            let known = name.is_some() || self.folded.is_empty();
            let role =
                name.map(str::to_owned).or_else(|| clean(words, WORDS_MAX).map(Cow::into_owned));
            if let Some(role) = role
                && !roles.iter().any(|other| same(&other.role, &role, unicode))
            {
                roles.push(CellRole { role, known });
            }
        }
        roles
    }

    /// Whether the cell holds known roles and nothing else.
    pub(super) fn know_all(&self, cell: &str, unicode: &dyn Unicode) -> bool {
        !self.folded.is_empty()
            && !is_blank(cell)
            && self.split(cell, unicode).all(|words| self.find(words, unicode).is_some())
    }

    /// A cell that is a role as a whole is not split: a label may hold a separator.
    fn split<'c>(&self, cell: &'c str, unicode: &dyn Unicode) -> impl Iterator<Item = &'c str> {
        let whole = cell.len() > CELL_MAX || self.find(cell, unicode).is_some();
        let separators: &[char] = if whole { &[] } else { &SEPARATORS };
        cell.split(separators).map(|words| trim(words).1).filter(|words| !words.is_empty())
    }

    fn find(&self, words: &str, unicode: &dyn Unicode) -> Option<&'a str> {
        if words.len() > CELL_MAX {
            return None;
        }
        let folded = fold(words, unicode, is_ignored);
        let mut roles = self.folded.iter();
        let found = roles.find(|(name, label, _)| *name == folded || *label == folded);
        found.filter(|_| !folded.is_empty()).map(|(.., name)| *name)
    }
}

const SEPARATORS: [char; 10] = [';', ',', '|', '/', '\n', '\r', '、', '，', '；', '،'];

/// A longer cell is no list of roles; each person of its row keeps a copy. In bytes.
const CELL_MAX: usize = 1024;

/// The most characters that are kept of an unknown role.
const WORDS_MAX: usize = 256;

fn same(one: &str, other: &str, unicode: &dyn Unicode) -> bool {
    one == other || fold(one, unicode, is_ignored) == fold(other, unicode, is_ignored)
}

fn is_ignored(character: char) -> bool {
    crate::email::is_trimmed(character) || matches!(character, '-' | '_')
}
