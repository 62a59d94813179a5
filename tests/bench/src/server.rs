//! A server on the loopback interface that answers every request alike.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The server. It runs until the program ends.
#[derive(Debug)]
pub(crate) struct Server {
    pub(crate) url: String,
    connections: Arc<AtomicUsize>,
}

impl Server {
    /// Starts a server whose answers have this JSON.
    pub(crate) fn start(json: &str) -> std::io::Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let url = format!("http://{}", listener.local_addr()?);
        let length = json.len();
        let answer = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nRequest-Id: req_1\r\n\
             Content-Length: {length}\r\n\r\n{json}"
        );
        let answer: Arc<[u8]> = answer.into_bytes().into();
        let connections = Arc::new(AtomicUsize::new(0));
        let counted = Arc::clone(&connections);
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                counted.fetch_add(1, Ordering::Relaxed);
                let answer = Arc::clone(&answer);
                // A connection that the client closes is not an error.
                std::thread::spawn(move || serve(&stream, &answer).ok());
            }
        });
        Ok(Self { url, connections })
    }

    /// Returns the number of connections since the last call.
    pub(crate) fn take_connections(&self) -> usize {
        self.connections.swap(0, Ordering::Relaxed)
    }
}

fn serve(mut stream: &TcpStream, answer: &[u8]) -> std::io::Result<()> {
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    let mut line = String::new();
    loop {
        let mut length = 0;
        loop {
            line.clear();
            if reader.read_line(&mut line)? == 0 {
                return Ok(());
            }
            let Some((name, value)) = line.trim_end().split_once(':') else {
                if line.trim_end().is_empty() {
                    break;
                }
                continue;
            };
            if name.eq_ignore_ascii_case("content-length") {
                length = value.trim().parse().unwrap_or(0);
            }
        }
        std::io::copy(&mut reader.by_ref().take(length), &mut std::io::sink())?;
        stream.write_all(answer)?;
    }
}
