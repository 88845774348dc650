//! Invites the people of a CSV file through any of the APIs, from native Rust.
//!
//! ```sh
//! export INVITE_TOKEN=…   # never an argument: other users of the machine can see those
//! cargo run -p invite-users-core --example invite -- people.csv --api contextual \
//!     --setting tenant_short_name=acme --role AGENT_USER
//! ```
//!
//! Read it as a tutorial. The core does no I/O, so a program gives it what it lacks, one module each:
//!
//! 1. `file`: a file becomes people, and rows that are none become sentences;
//! 2. [`plan`]: people become requests, or problems, before anything is sent;
//! 3. `driver`: a [`Delivery`] says what to do next and is told what became of it;
//! 4. `network`: one request becomes one reply, or a loss;
//! 5. `screen`: what a person sees meanwhile, and one line for each person at the end.
//!
//! It ends with 0 only if everybody in the file is invited.

mod args;
mod credential;
mod driver;
mod file;
mod network;
mod screen;

use std::error::Error;
use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use invite_users_core::unicode::Native;
use invite_users_core::{Delivery, Destination, InviteConfig, Plan, plan};

use args::Args;
use file::People;
use network::Network;
use screen::Screen;

/// What goes wrong before there is anything to report, in words.
type Failure = Box<dyn Error>;

/// How long a reply may take.
const PATIENCE: Duration = Duration::from_secs(30);

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    match run().await {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(failure) => {
            eprintln!("invite: {failure}");
            ExitCode::from(2)
        }
    }
}

/// Whether all is well: everybody is invited, or would be.
async fn run() -> Result<bool, Failure> {
    let Some(args) = Args::parse(lexopt::Parser::from_env())? else {
        println!("{}", args::HELP);
        return Ok(true);
    };
    let destination = Destination::parse(&args.config).map_err(screen::sentences)?;
    let info = destination.api().info();
    let people = People::read(&args.file, info, &args.roles)?;
    people.tell();
    let plan = plan(&args.config, &people.invitees, &Native);
    if !plan.problems.is_empty() {
        return Err(screen::problems(&plan.problems, &people).into());
    }
    if args.dry_run {
        screen::show(&plan);
        return Ok(people.is_whole());
    }
    let network = Network::new(PATIENCE)?.signed(credential::from_environment(info)?)?;
    Ok(is_agreed(&args, &plan)? && send(args.config, &people, network).await)
}

/// Invites the people and reports; whether everybody in the file is invited.
async fn send(config: InviteConfig, people: &People, network: Network) -> bool {
    let mut delivery = Delivery::new(&config, &people.invitees, &Native);
    let screen = Screen::new(people.invitees.len());
    driver::drive(&mut delivery, network, &screen).await;
    screen.end();
    let report = delivery.report();
    screen::report(&report, people);
    people.is_whole() && report.counts.invited as usize == people.invitees.len()
}

/// Nothing leaves before somebody has said so.
fn is_agreed(args: &Args, plan: &Plan) -> io::Result<bool> {
    if args.yes {
        return Ok(true);
    }
    let count = plan.requests.len();
    let requests = if count == 1 { "request" } else { "requests" };
    print!("Send {count} {requests} to {}? [y/N] ", screen::plain(&plan.requests[0].url));
    io::stdout().flush()?;
    let mut answer = String::new();
    io::stdin().read_line(&mut answer)?;
    Ok(matches!(answer.trim(), "y" | "Y" | "yes"))
}
