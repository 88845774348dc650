//! Changes to the machine itself (packages, files under /usr): made as root, asked for once at a
//! terminal, and only told to anyone else.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::Command;

use crate::failure::{Failure, Outcome};
use crate::run;

/// Makes changes to the machine, with the person's consent.
pub(crate) struct System {
    allowed: bool,
    later: Vec<&'static str>,
}

impl System {
    /// `yes`: the person has agreed already. `later`: packages that later steps will want, so that
    /// the one question names them all.
    pub(crate) fn new(yes: bool, later: Vec<&'static str>) -> Self {
        Self { allowed: yes || !io::stdin().is_terminal(), later }
    }

    /// Installs packages of a Debian-like system.
    pub(crate) fn install(&mut self, packages: &[&str], log: &str) -> Outcome {
        if !Path::new("/usr/bin/apt-get").exists() {
            let names = packages.join(", ");
            return Err(Failure::new(format!(
                "please install these programs yourself, there is no apt-get here: {names}"
            )));
        }
        let update = ["apt-get", "update"];
        let mut install = vec!["apt-get", "install", "-y", "--no-install-recommends"];
        install.extend(packages);
        self.change(&[&update, &install], log)
    }

    /// Runs commands that only root may run.
    pub(crate) fn change(&mut self, commands: &[&[&str]], log: &str) -> Outcome {
        if !is_root() {
            return Err(by_hand(commands));
        }
        self.ask(commands)?;
        commands.iter().try_for_each(|words| run::logged(&mut command(words), log))
    }

    fn ask(&mut self, commands: &[&[&str]]) -> Outcome {
        if self.allowed {
            return Ok(());
        }
        println!("This changes your system:");
        for words in commands {
            println!("  {}", words.join(" "));
        }
        let mut later = self.later.clone();
        later.retain(|package| !commands.iter().any(|words| words.contains(package)));
        if !later.is_empty() {
            println!("and installs later: {}", later.join(" "));
        }
        self.allowed = agreed();
        if self.allowed {
            return Ok(());
        }
        Err(Failure::new("nothing was changed; run the commands above yourself"))
    }
}

fn agreed() -> bool {
    print!("Go on? [y/N] ");
    let mut answer = String::new();
    let read = io::stdout().flush().and_then(|()| io::stdin().read_line(&mut answer));
    read.is_ok() && matches!(answer.trim(), "y" | "Y" | "yes")
}

fn is_root() -> bool {
    run::answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

fn by_hand(commands: &[&[&str]]) -> Failure {
    let lines: Vec<String> =
        commands.iter().map(|words| format!("  sudo {}", words.join(" "))).collect();
    let lines = lines.join("\n");
    Failure::new(format!("\n{lines}\n\nPlease run these commands, then this one again."))
}

fn command(words: &[&str]) -> Command {
    let mut command = Command::new(words[0]);
    // apt asks nobody: there may be no terminal.
    command.args(&words[1..]).env("DEBIAN_FRONTEND", "noninteractive");
    command
}
