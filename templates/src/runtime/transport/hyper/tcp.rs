//! TCP connections to a host with several addresses.

use std::future::Future;
use std::io;
use std::net::SocketAddr;
use std::pin::Pin;
use std::task::Poll;
use std::time::Duration;

use tokio::net::{TcpStream, lookup_host};

/// The time after which the next address is tried too (RFC 8305, section 8).
const DELAY: Duration = Duration::from_millis(250);

type Attempt = Pin<Box<dyn Future<Output = io::Result<TcpStream>> + Send>>;

/// Connects to the first address of a host that responds.
///
/// A host may have addresses that cannot be reached from here, above all those of IPv6:
/// no call must wait until such an attempt times out.
pub(super) async fn connect(host: &str, port: u16) -> io::Result<TcpStream> {
    let name = host.trim_start_matches('[').trim_end_matches(']');
    let addresses = lookup_host((name, port)).await?.collect();
    let stream = race(alternating(addresses)).await?;
    stream.set_nodelay(true)?;
    Ok(stream)
}

/// Connects to the first address that responds. Each one has a head start over the next.
async fn race(addresses: Vec<SocketAddr>) -> io::Result<TcpStream> {
    let mut addresses = addresses.into_iter();
    let mut attempts: Vec<Attempt> = Vec::new();
    let mut last_error = io::Error::from(io::ErrorKind::AddrNotAvailable);
    loop {
        match addresses.next() {
            Some(address) => attempts.push(Box::pin(TcpStream::connect(address))),
            None if attempts.is_empty() => return Err(last_error),
            None => {}
        }
        match tokio::time::timeout(DELAY, first(&mut attempts)).await {
            Ok(Ok(stream)) => return Ok(stream),
            Ok(Err(error)) => last_error = error,
            Err(_) => {}
        }
    }
}

/// Waits until one of the attempts ends, and removes it.
async fn first(attempts: &mut Vec<Attempt>) -> io::Result<TcpStream> {
    std::future::poll_fn(|cx| {
        let ended =
            attempts.iter_mut().enumerate().find_map(|(number, attempt)| match attempt
                .as_mut()
                .poll(cx)
            {
                Poll::Ready(result) => Some((number, result)),
                Poll::Pending => None,
            });
        let Some((number, result)) = ended else { return Poll::Pending };
        drop(attempts.remove(number));
        Poll::Ready(result)
    })
    .await
}

/// Sorts addresses so that the families alternate, beginning with that of the first one,
/// which the system prefers.
fn alternating(addresses: Vec<SocketAddr>) -> Vec<SocketAddr> {
    let is_ipv4 = addresses.first().is_some_and(SocketAddr::is_ipv4);
    let (preferred, others): (Vec<_>, Vec<_>) =
        addresses.into_iter().partition(|address| address.is_ipv4() == is_ipv4);
    let (mut preferred, mut others) = (preferred.into_iter(), others.into_iter());
    let mut sorted = Vec::new();
    loop {
        let before = sorted.len();
        sorted.extend(preferred.next());
        sorted.extend(others.next());
        if sorted.len() == before {
            return sorted;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::SocketAddr;

    use super::{alternating, race};

    /// Nothing responds at the first address, which is reserved for documentation, and the
    /// second one refuses.
    #[test]
    fn the_address_that_responds_is_found() {
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_all().build().unwrap();
        let race = |addresses| runtime.block_on(race(addresses));
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let [silent, refused] = ["192.0.2.1:1", "127.0.0.1:1"].map(str::parse);
        let addresses = vec![silent.unwrap(), refused.unwrap(), address];
        assert_eq!(race(addresses).unwrap().peer_addr().unwrap(), address);
        assert!(race(vec!["127.0.0.1:1".parse().unwrap()]).is_err());
        assert!(race(Vec::new()).is_err());
    }

    #[test]
    fn families_alternate() {
        let parse = |text: &&str| -> SocketAddr { text.parse().unwrap() };
        for (given, expected) in [
            (vec![], vec![]),
            (vec!["1.0.0.1:1", "1.0.0.2:1"], vec!["1.0.0.1:1", "1.0.0.2:1"]),
            (
                vec!["[::1]:1", "[::2]:1", "[::3]:1", "1.0.0.1:1"],
                vec!["[::1]:1", "1.0.0.1:1", "[::2]:1", "[::3]:1"],
            ),
            (vec!["1.0.0.1:1", "[::1]:1"], vec!["1.0.0.1:1", "[::1]:1"]),
        ] {
            let sorted = alternating(given.iter().map(parse).collect());
            assert_eq!(sorted, expected.iter().map(parse).collect::<Vec<_>>());
        }
    }
}
