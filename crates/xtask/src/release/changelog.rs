//! What is new stands in the changelog, under the version and the day of its release.

use crate::failure::{Failure, Outcome};
use crate::{files, project};

/// Passes where the first section is this version's, has a date and tells of something.
pub(super) fn tells_of(version: &str) -> Outcome<String> {
    judge(&files::read(&project::root().join("CHANGELOG.md"))?, version)
}

fn judge(changelog: &str, version: &str) -> Outcome<String> {
    let wanted = format!("`## {version} - YYYY-MM-DD`");
    let section = changelog.split("\n## ").nth(1);
    let section = section.ok_or_else(|| Failure::new(format!("there is no section {wanted}")))?;
    let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
    let date =
        heading.split_once(" - ").filter(|(name, _)| name.trim_matches(['[', ']']) == version);
    let Some((_, date)) = date.filter(|(_, date)| is_date(date)) else {
        return Err(Failure::new(format!("the first section is `## {heading}` and not {wanted}")));
    };
    let entries = body.lines().filter(|line| line.starts_with("- ")).count();
    if entries == 0 {
        return Err(Failure::new(format!("the section of {version} tells of nothing")));
    }
    Ok(format!("{entries} entries of {date}"))
}

/// As in ISO 8601, the year first.
fn is_date(text: &str) -> bool {
    let shape: String = text.chars().map(|c| if c.is_ascii_digit() { '9' } else { c }).collect();
    shape == "9999-99-99"
}

#[cfg(test)]
mod tests {
    use super::judge;

    fn failure(changelog: &str) -> String {
        judge(changelog, "1.2.3").unwrap_err().to_string()
    }

    #[test]
    fn a_dated_section_with_entries_passes() {
        let bare = "# Changelog\n\n## 1.2.3 - 2026-11-21\n\n### Added\n\n- One.\n- Two.\n\n## 1.2.2 - 2026-01-01\n\n- Old.\n";
        assert_eq!(judge(bare, "1.2.3").unwrap(), "2 entries of 2026-11-21");
        let linked = bare.replace("## 1.2.3", "## [1.2.3]");
        assert_eq!(judge(&linked, "1.2.3").unwrap(), "2 entries of 2026-11-21");
    }

    #[test]
    fn another_version_no_date_or_none_at_all_is_told() {
        assert!(failure("# Changelog\n\n## Unreleased\n\n- One.\n").contains("`## Unreleased`"));
        assert!(failure("# Changelog\n\n## 1.2.3\n\n- One.\n").contains("not `## 1.2.3 - YYYY"));
        assert!(failure("# Changelog\n\n## 1.2.3 - soon\n\n- One.\n").contains("- soon`"));
        assert!(failure("# Changelog\n\n## 1.2.30 - 2026-11-21\n\n- One.\n").contains("1.2.30"));
        assert!(failure("# Changelog\n").contains("no section"));
    }

    #[test]
    fn an_empty_section_is_told_though_the_one_before_has_entries() {
        let empty = "# Changelog\n\n## 1.2.3 - 2026-11-21\n\n## 1.2.2 - 2026-01-01\n\n- Old.\n";
        assert_eq!(failure(empty), "the section of 1.2.3 tells of nothing");
    }
}
