//! Ports: the next free one where the usual one is taken, and the line that says which.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    process::{Command, Stdio},
};

#[test]
fn a_taken_port_makes_it_use_the_next_free_one() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = taken.local_addr().unwrap().port();
    let mut program = Command::new(env!("CARGO_BIN_EXE_fake-apis"))
        .args(["--port", &port.to_string()])
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(program.stdout.take().unwrap()).read_line(&mut line).unwrap();
    program.kill().unwrap();
    program.wait().unwrap();
    let told: u16 =
        line.trim().strip_prefix("listening on http://127.0.0.1:").unwrap().parse().unwrap();
    assert!((port + 1..port.saturating_add(50)).contains(&told), "{told} after {port}");
}

#[test]
fn a_wrong_argument_ends_it_with_the_usage() {
    let output = Command::new(env!("CARGO_BIN_EXE_fake-apis")).arg("--verbose").output().unwrap();
    assert!(!output.status.success());
    let error = String::from_utf8(output.stderr).unwrap();
    assert!(error.contains("unknown argument `--verbose`; usage: fake-apis"), "{error}");
}
