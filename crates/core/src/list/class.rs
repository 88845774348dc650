//! What the bytes of a name are, by a look at a table instead of a dozen comparisons.

/// What words of names are made of.
pub(super) const WORD: u8 = 1;
/// What may stand in quotes around a name, or in a name that is shown as it stands.
pub(super) const QUOTED: u8 = 1 << 1;

pub(super) fn is(class: u8, byte: u8) -> bool {
    CLASSES[usize::from(byte)] & class != 0
}

/// Where the bytes of the class that begin at `start` end.
pub(super) fn run(class: u8, text: &[u8], start: usize) -> usize {
    let mut end = start;
    while let Some(&byte) = text.get(end)
        && is(class, byte)
    {
        end += 1;
    }
    end
}

/// Beyond ASCII only U+00C0 to U+047F count, European letters and their marks: there are neither
/// spaces nor separators nor quotes among them, nor anything that hides.
const CLASSES: [u8; 256] = {
    let (mut classes, mut byte) = ([0; 256], 0_u8);
    loop {
        classes[byte as usize] = match byte {
            b'a'..=b'z'
            | b'A'..=b'Z'
            | b'0'..=b'9'
            | b'&'..=b'\''
            | b'-'..=b'/'
            | b'_'
            | 0x80..=0xBF
            | 0xC3..=0xD1 => WORD | QUOTED,
            b' ' | b'!' | b'#' | b'('..=b')' | b'+'..=b',' | b':'..=b';' | b'|' => QUOTED,
            _ => 0,
        };
        if byte == u8::MAX {
            break classes;
        }
        byte += 1;
    }
};
