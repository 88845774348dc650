//! `fake-apis [--port 8080] [--site DIR] [--open-any-port]`: the server as a program.

use std::{
    env,
    error::Error,
    io::{self, Write},
    net::SocketAddr,
    process::ExitCode,
};

use fake_apis::Args;

#[tokio::main]
async fn main() -> ExitCode {
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fake-apis: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Box<dyn Error>> {
    let args = Args::parse(env::args().skip(1))?;
    let listener = fake_apis::bind(args.port).await?;
    announce(listener.local_addr()?)?;
    Ok(fake_apis::serve(listener, args.site).await?)
}

/// Flushed at once: the program that started this one waits for the line to learn the port.
fn announce(address: SocketAddr) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    writeln!(stdout, "listening on http://{address}")?;
    stdout.flush()
}
