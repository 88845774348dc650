//! Hints that were told lately: many addresses of a list have one and the same, and its sentence takes longer
//! than all else on such an address.

use std::ops::Range;

use invite_users_core::{Param, Params};

/// What was told, each in the place that its code and data give it.
#[derive(Debug, Default)]
pub(super) struct Told(Vec<Hint>);

#[derive(Debug, Default)]
struct Hint {
    code: &'static str,
    params: Params,
    words: Range<usize>,
}

/// How many are kept.
const KEPT: usize = 128;

impl Told {
    /// The words that told it, less its suggestion.
    pub(super) fn find(&self, code: &str, params: &Params) -> Option<Range<usize>> {
        let hint = self.0.get(place(code, params))?;
        (hint.code == code && hint.params == *params).then(|| hint.words.clone())
    }

    pub(super) fn keep(&mut self, code: &'static str, params: Params, words: Range<usize>) {
        self.0.resize_with(KEPT, Hint::default);
        let place = place(code, &params);
        self.0[place] = Hint { code, params, words };
    }
}

fn place(code: &str, params: &Params) -> usize {
    let mix = |hash: usize, byte: u8| hash.wrapping_mul(31).wrapping_add(byte.into());
    let texts = params.iter().filter_map(|(_, param)| match param {
        Param::Text(text) => Some(text.as_str()),
        Param::Number(_) => None,
    });
    std::iter::once(code).chain(texts).flat_map(str::bytes).fold(0, mix) % KEPT
}
