//! A server on the loopback interface that sends predefined bytes.

use std::collections::VecDeque;
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The server's reaction to a request.
#[derive(Clone)]
pub(crate) enum Action {
    /// Sends these bytes and keeps the connection open.
    Write(Vec<u8>),
    /// Sends these bytes and closes the connection.
    Close(Vec<u8>),
    /// Sends these bytes, then nothing for a long time.
    Stall(Vec<u8>),
}

/// Responds with status 200 and a `Content-Length`.
pub(crate) fn ok(body: &str) -> Action {
    response(200, "", body)
}

pub(crate) fn response(status: u16, headers: &str, body: &str) -> Action {
    let length = body.len();
    Action::Write(format!("HTTP/1.1 {status} X\r\nRequest-Id: req_1\r\nContent-Length: {length}\r\n{headers}\r\n{body}").into())
}

/// A request as received.
#[derive(Clone, Debug)]
pub(crate) struct Seen {
    pub(crate) connection: usize,
    pub(crate) line: String,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

impl Seen {
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        let same = |(known, _): &&(String, String)| known.eq_ignore_ascii_case(name);
        self.headers.iter().filter(same).map(|(_, value)| value.as_str()).collect()
    }
}

pub(crate) struct Server {
    pub(crate) url: String,
    seen: Arc<Mutex<Vec<Seen>>>,
}

impl Server {
    pub(crate) fn start(actions: impl IntoIterator<Item = Action>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let actions: Arc<Mutex<VecDeque<Action>>> =
            Arc::new(Mutex::new(actions.into_iter().collect()));
        let seen = Arc::new(Mutex::new(Vec::new()));
        let record = Arc::clone(&seen);
        std::thread::spawn(move || {
            for (number, stream) in listener.incoming().enumerate() {
                let (actions, record) = (Arc::clone(&actions), Arc::clone(&record));
                std::thread::spawn(move || {
                    serve(stream.unwrap(), number, &actions, &record);
                });
            }
        });
        Self { url, seen }
    }

    pub(crate) fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

fn serve(
    mut stream: TcpStream,
    connection: usize,
    actions: &Mutex<VecDeque<Action>>,
    record: &Mutex<Vec<Seen>>,
) {
    while let Some(seen) = read(&mut stream, connection) {
        record.lock().unwrap().push(seen);
        let action = actions.lock().unwrap().pop_front();
        match action {
            Some(Action::Write(bytes)) => stream.write_all(&bytes).unwrap(),
            Some(Action::Close(bytes)) => {
                let _ = stream.write_all(&bytes);
                return;
            }
            Some(Action::Stall(bytes)) => {
                let _ = stream.write_all(&bytes);
                std::thread::sleep(Duration::from_secs(20));
            }
            None => return,
        }
    }
}

pub(crate) fn read(stream: &mut impl Read, connection: usize) -> Option<Seen> {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        if stream.read(&mut byte).ok()? == 0 {
            return None;
        }
        head.push(byte[0]);
    }
    let head = String::from_utf8(head).unwrap();
    let mut lines = head.trim_end().split("\r\n");
    let line = lines.next().unwrap().to_owned();
    let split = |line: &str| {
        let (name, value) =
            line.split_once(": ").unwrap_or((line.trim_end_matches(':'), ""));
        (name.to_owned(), value.to_owned())
    };
    let headers: Vec<_> = lines.map(split).collect();
    let length =
        headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
    let mut body = vec![0; length.map_or(0, |(_, value)| value.parse().unwrap())];
    stream.read_exact(&mut body).ok()?;
    Some(Seen { connection, line, headers, body: String::from_utf8(body).unwrap() })
}
