//! An HTTP/1.1 client that hides nothing: one connection, one request, every byte of the reply.

use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::TcpStream,
};

/// A request.
pub(crate) struct Request {
    method: String,
    path: String,
    headers: BTreeMap<String, String>,
    body: String,
}

/// A reply, read to its end.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    /// Lower-case names.
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) body: String,
    /// Whether the connection was closed at its end, not reset.
    pub(crate) is_whole: bool,
}

impl Request {
    pub(crate) fn new(method: &str, path: &str) -> Self {
        let (method, path) = (method.to_owned(), path.to_owned());
        Self { method, path, headers: BTreeMap::new(), body: String::new() }
    }

    /// A `POST` of JSON with the key that opens every API.
    pub(crate) fn post(path: &str, body: &str) -> Self {
        Self { body: body.to_owned(), ..Self::new("POST", path) }
            .header("content-type", "application/json")
            .header("authorization", "Bearer demo-key")
    }

    /// The same request by another method.
    pub(crate) fn method(self, method: &str) -> Self {
        Self { method: method.to_owned(), ..self }
    }

    /// The same request with this header, which replaces one of the same name.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.insert(name.to_owned(), value.to_owned());
        self
    }

    /// The same request without this header.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.headers.remove(name);
        self
    }

    /// Sends the request; none where the connection ended without a byte.
    pub(crate) fn send(&self, port: u16) -> Option<Reply> {
        let mut stream = TcpStream::connect(("127.0.0.1", port)).unwrap();
        stream.write_all(self.text().as_bytes()).unwrap();
        let mut bytes = Vec::new();
        let end = stream.read_to_end(&mut bytes);
        if bytes.is_empty() {
            return None;
        }
        let reply = Reply::parse(&String::from_utf8(bytes).unwrap());
        Some(Reply { is_whole: end.is_ok(), ..reply })
    }

    fn text(&self) -> String {
        let headers: Vec<String> =
            self.headers.iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect();
        let (method, path, length) = (&self.method, &self.path, self.body.len());
        format!(
            "{method} {path} HTTP/1.1\r\nhost: localhost\r\ncontent-length: {length}\r\n{headers}\r\n{}",
            self.body,
            headers = headers.concat(),
        )
    }
}

impl Reply {
    /// A header, empty where it is absent.
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    fn parse(text: &str) -> Self {
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let (line, fields) = head.split_once("\r\n").unwrap();
        let headers: BTreeMap<String, String> = fields
            .split("\r\n")
            .filter_map(|field| field.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        let chunked = headers.get("transfer-encoding").is_some_and(|value| value == "chunked");
        let body = if chunked { joined(body) } else { body.to_owned() };
        Self { status: line[9..12].parse().unwrap(), headers, body, is_whole: true }
    }
}

/// Joins chunks of ASCII (RFC 9112, 7.1).
fn joined(chunks: &str) -> String {
    let (mut rest, mut body) = (chunks, String::new());
    while let Some((size, after)) = rest.split_once("\r\n") {
        let size = usize::from_str_radix(size, 16).unwrap_or(0);
        body.push_str(&after[..size]);
        rest = after[size..].trim_start_matches("\r\n");
    }
    body
}
