//! Connections to a proxy, and tunnels through it.

use std::io;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::proxy::Proxy;
use super::target::Target;
use super::tcp;

/// The maximum size of the proxy's answer, in bytes.
const MAX_HEAD: usize = 8 * 1024;

/// Connects to a proxy, which forwards requests to `http` targets. To others it opens a
/// tunnel, so that the stream leads to the target.
pub(super) async fn to_proxy(proxy: &Proxy, target: &Target) -> io::Result<TcpStream> {
    let mut stream = tcp::connect(&proxy.host, proxy.port).await?;
    if target.is_https() {
        open(&mut stream, proxy, target).await?;
    }
    Ok(stream)
}

async fn open(stream: &mut TcpStream, proxy: &Proxy, target: &Target) -> io::Result<()> {
    let host = format!("{}:{}", target.authority.host(), target.port());
    let mut request =
        format!("CONNECT {host} HTTP/1.1\r\nHost: {host}\r\n").into_bytes();
    if let Some(value) = &proxy.authorization {
        request.extend_from_slice(b"Proxy-Authorization: ");
        request.extend_from_slice(value.as_bytes());
        request.extend_from_slice(b"\r\n");
    }
    request.extend_from_slice(b"\r\n");
    stream.write_all(&request).await?;
    let mut head = Vec::new();
    // The target says nothing before the TLS handshake, so that nothing follows the head.
    while !head.ends_with(b"\r\n\r\n") {
        if head.len() >= MAX_HEAD {
            return Err(io::Error::other("the answer of the proxy is too long"));
        }
        if stream.read_buf(&mut head).await? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
    if head.starts_with(b"HTTP/1.1 200") || head.starts_with(b"HTTP/1.0 200") {
        return Ok(());
    }
    Err(io::Error::other("the proxy did not open a tunnel"))
}
