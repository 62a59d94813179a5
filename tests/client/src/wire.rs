//! A client on a server that remembers what it was sent.

use std::future::IntoFuture;

use stripe_sessions::{Call, Client, ClientBuilder, Error, Response};

use crate::server::{Answer, Seen, Server};

pub const KEY: &str = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";

/// A client and the server that it talks to.
#[derive(Debug)]
pub struct Wire {
    pub client: Client,
    pub server: Server,
}

impl Default for Wire {
    fn default() -> Self {
        Self::new(|builder| builder)
    }
}

impl Wire {
    /// With a client that is configured further. The answers are errors: what was sent counts.
    pub fn new(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        Self::answering(Answer::json(400, r#"{"error":{"message":"seen"}}"#), configure)
    }

    pub fn answering(
        answer: Answer,
        configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Self {
        let server = Server::start(answer);
        let builder = Client::builder(KEY).base_url(server.url()).env_proxies(false);
        let client = configure(builder).build().expect("the configuration is good");
        Self { client, server }
    }

    /// The one request that a call makes.
    pub async fn sent<T>(&self, call: Call<T>) -> Seen
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let before = self.server.seen().len();
        let outcome = call.max_retries(0).into_future().await.map(|_| ());
        let mut seen = self.server.seen().split_off(before);
        assert_eq!(seen.len(), 1, "one request; the call ended with {outcome:?}");
        seen.remove(0)
    }

    /// The body of a call's request.
    pub async fn body<T>(&self, call: Call<T>) -> String
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let seen = self.sent(call).await;
        assert_eq!(seen.query(), "");
        seen.body
    }

    /// The query of a call's request.
    pub async fn query<T>(&self, call: Call<T>) -> String
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let seen = self.sent(call).await;
        assert_eq!(seen.body, "");
        seen.query().to_owned()
    }

    /// The error of a call that is refused before a connection is made.
    pub async fn refused<T>(&self, call: Call<T>) -> Error
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let before = (self.server.connections(), self.server.seen().len());
        let outcome = call.into_future().await.map(|_| ());
        let error = outcome.expect_err("the call is refused");
        assert!(error.is_invalid_call(), "{error:?}");
        assert_eq!(error.meta().attempts(), 0);
        // An older connection could be used again.
        let after = (self.server.connections(), self.server.seen().len());
        assert_eq!(after, before, "nothing is sent");
        error
    }
}
