//! `cargo xtask release --dry-run`: whether all is ready to be published. Publishing is a person's act,
//! with the commands that this prints.

mod changelog;
mod crates;
mod npm;
mod verdict;
mod versions;

use std::process::{Command, ExitCode};

use verdict::Verdict;

use crate::failure::{Failure, Outcome};
use crate::setup::{self, Part};
use crate::{files, project, run};

/// Every check by its name; each goes on where another one failed, so that one run tells all.
pub(crate) fn dry_run(yes: bool) -> Outcome<ExitCode> {
    let version = versions::of_workspace(&files::read(&project::root().join("Cargo.toml"))?)?;
    let mut rows = vec![
        ("working tree", working_tree()),
        ("versions", Verdict::from(versions::agree(&version))),
        ("changelog", Verdict::from(changelog::tells_of(&version))),
        ("crates that are published", Verdict::from(crates::only_those_meant())),
        ("crates packed", crates::pack()),
    ];
    let tools = setup::run(&[Part::Web], yes)?;
    rows.push(("npm package", Verdict::from(npm::packs(&tools, &version))));
    rows.push(("custom elements manifest", Verdict::from(npm::describes_elements())));
    rows.push(("npm publish", npm::would_publish(&version)));
    print(&rows);
    println!("\nA release of {version} is then, by hand:\n\n{}", commands(&version));
    let failed = rows.iter().any(|(_, verdict)| matches!(verdict, Verdict::Failed(_)));
    Ok(if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Nothing is published from here.
pub(crate) fn refusal() -> Outcome<ExitCode> {
    let version = versions::of_workspace(&files::read(&project::root().join("Cargo.toml"))?)?;
    Err(Failure::new(format!(
        "this command publishes nothing. `cargo xtask release --dry-run` checks all of it and packs \
         what is to be published; then run:\n\n{}",
        commands(&version)
    )))
}

fn commands(version: &str) -> String {
    let tarball = format!("target/package/invite-users-{version}.tgz");
    [
        format!("  git tag v{version} && git push origin v{version}"),
        format!("  {}", crates::command()),
        format!("  npm publish {tarball} --access public"),
    ]
    .join("\n")
}

/// What is published is what is committed.
fn working_tree() -> Verdict {
    let mut git = Command::new("git");
    git.args(["status", "--porcelain"]).current_dir(project::root());
    match run::answer(&mut git) {
        None => Verdict::Unchecked("git does not answer here".into()),
        Some(changes) if changes.is_empty() => Verdict::Passed("all is committed".into()),
        Some(changes) => {
            let count = changes.lines().count();
            Verdict::Failed(format!("changes that are not committed: {count}"))
        }
    }
}

fn print(rows: &[(&str, Verdict)]) {
    println!("\n{:<28}result", "check");
    for (name, verdict) in rows {
        println!("{name:<28}{verdict}");
    }
}

#[cfg(test)]
mod tests {
    use super::{commands, refusal};

    #[test]
    fn without_dry_run_it_refuses_and_names_the_commands() {
        let refusal = refusal().unwrap_err().to_string();
        for part in ["publishes nothing", "--dry-run", "cargo publish", "npm publish", "git tag"] {
            assert!(refusal.contains(part), "{part}: {refusal}");
        }
    }

    #[test]
    fn the_tarball_that_was_checked_is_the_one_to_publish() {
        assert!(commands("1.2.3").contains("npm publish target/package/invite-users-1.2.3.tgz"));
    }
}
