//! Reading A-labels: the decoder of [RFC 3492](https://www.rfc-editor.org/rfc/rfc3492), which no
//! browser offers to scripts.

/// The domain with every A-label decoded; a label that can't be decoded stays as it is.
pub(super) fn decode_domain(domain: &str) -> String {
    let labels = domain.split('.').map(|label| {
        let decoded = label.strip_prefix("xn--").and_then(decode);
        decoded.unwrap_or_else(|| label.to_owned())
    });
    labels.collect::<Vec<_>>().join(".")
}

/// Section 6.2: the label that `encoded`, without its `xn--`, stands for.
fn decode(encoded: &str) -> Option<String> {
    let (basic, extended) = encoded.rsplit_once('-').unwrap_or(("", encoded));
    let mut label: Vec<char> = basic.chars().collect();
    let mut digits = extended.bytes().peekable();
    let (mut code, mut index, mut bias) = (INITIAL_CODE, 0_u32, INITIAL_BIAS);
    while digits.peek().is_some() {
        let before = index;
        index = index.checked_add(read_delta(&mut digits, bias)?)?;
        let length = u32::try_from(label.len()).ok()?.checked_add(1)?;
        bias = adapt(index - before, length, before == 0);
        code = code.checked_add(index / length)?;
        index %= length;
        label.insert(usize::try_from(index).ok()?, char::from_u32(code)?);
        index += 1;
    }
    Some(label.into_iter().collect())
}

/// One generalized variable-length integer, section 3.3.
fn read_delta(digits: &mut impl Iterator<Item = u8>, bias: u32) -> Option<u32> {
    let (mut delta, mut weight, mut position) = (0_u32, 1_u32, BASE);
    loop {
        let digit = digit_value(digits.next()?)?;
        delta = delta.checked_add(digit.checked_mul(weight)?)?;
        let threshold = position.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if digit < threshold {
            return Some(delta);
        }
        weight = weight.checked_mul(BASE - threshold)?;
        position += BASE;
    }
}

fn digit_value(digit: u8) -> Option<u32> {
    match digit {
        b'a'..=b'z' => Some(u32::from(digit - b'a')),
        b'A'..=b'Z' => Some(u32::from(digit - b'A')),
        b'0'..=b'9' => Some(u32::from(digit - b'0') + 26),
        _ => None,
    }
}

/// Section 6.1: the bias for the next delta.
fn adapt(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / DAMP } else { delta / 2 };
    delta += delta / length;
    let mut divisions = 0;
    while delta > (BASE - T_MIN) * T_MAX / 2 {
        delta /= BASE - T_MIN;
        divisions += BASE;
    }
    divisions + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

// The parameters of section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const INITIAL_BIAS: u32 = 72;
const INITIAL_CODE: u32 = 128;

#[cfg(test)]
mod tests {
    use super::decode_domain;

    #[test]
    fn decodes_a_labels() {
        for (ascii, unicode) in [
            ("xn--bcher-kva.example", "bücher.example"),
            ("xn--fsqu00a.xn--0zwm56d", "例子.测试"),
            ("xn--e1afmkfd.xn--p1ai", "пример.рф"),
            ("xn--mgbh0fb.xn--kgbechtv", "مثال.إختبار"),
            ("plain.example", "plain.example"),
        ] {
            assert_eq!(decode_domain(ascii), unicode);
        }
    }

    #[test]
    fn leaves_what_is_no_a_label() {
        for domain in ["xn--a_b.example", "xn--99999999.example", "xn--zzzzzzzzzzz.example"] {
            assert_eq!(decode_domain(domain), domain);
        }
    }
}
