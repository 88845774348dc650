//! The header `Retry-After` in both of its forms (RFC 9110, 10.2.3).

use std::time::{Duration, SystemTime};

use serde::Deserialize;
use serde_json::Value;

/// When to come back.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(try_from = "Value")]
pub(super) enum RetryAfter {
    /// A number: so many seconds.
    Seconds(u64),
    /// `"date:SECONDS"`: the HTTP date that many seconds ahead.
    Date(u64),
}

impl RetryAfter {
    /// The header's value for a reply that leaves now.
    pub(super) fn value(&self) -> String {
        match self {
            Self::Seconds(seconds) => seconds.to_string(),
            Self::Date(seconds) => {
                httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(*seconds))
            }
        }
    }
}

impl TryFrom<Value> for RetryAfter {
    type Error = &'static str;

    fn try_from(value: Value) -> Result<Self, Self::Error> {
        let ahead = value.as_str().and_then(|text| text.strip_prefix("date:")?.parse::<u32>().ok());
        match (value.as_u64(), ahead) {
            (Some(seconds), _) => Ok(Self::Seconds(seconds)),
            (_, Some(seconds)) => Ok(Self::Date(seconds.into())),
            _ => Err("retryAfter is neither a number of seconds nor \"date:SECONDS\""),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn reads_both_forms() {
        assert_eq!(RetryAfter::try_from(json!(3)), Ok(RetryAfter::Seconds(3)));
        assert_eq!(RetryAfter::try_from(json!("date:90")), Ok(RetryAfter::Date(90)));
        for wrong in [json!("3"), json!("date:"), json!("date:-1"), json!(-1), json!(null)] {
            assert!(RetryAfter::try_from(wrong.clone()).is_err(), "{wrong}");
        }
    }
}
