//! A client with a server that records its requests.

use std::future::IntoFuture;

use stripe_sessions::{Call, Client, ClientBuilder, Error, Response};

use test_support::server::{Exchange, Request, TestServer, response};

pub const KEY: &str = "sk_test_4eC39HqLyjWDarjtT1zdp7dc";

/// A client and its server.
#[derive(Debug)]
pub struct Wire {
    pub client: Client,
    pub server: TestServer,
}

impl Default for Wire {
    fn default() -> Self {
        Self::new(|builder| builder)
    }
}

impl Wire {
    /// Creates a client with further configuration. All responses are errors: only the
    /// request matters.
    pub fn new(configure: impl FnOnce(ClientBuilder) -> ClientBuilder) -> Self {
        Self::answering(response(400, "", r#"{"error":{"message":"seen"}}"#), configure)
    }

    pub fn answering(
        answer: Exchange,
        configure: impl FnOnce(ClientBuilder) -> ClientBuilder,
    ) -> Self {
        let server = TestServer::always(answer);
        let builder = Client::builder(KEY).base_url(server.url()).env_proxies(false);
        let client = configure(builder).build().expect("the configuration is good");
        Self { client, server }
    }

    /// Sends a call and returns its only request.
    pub async fn sent<T>(&self, call: Call<T>) -> Request
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let before = self.server.seen().len();
        let outcome = call.max_retries(0).into_future().await.map(|_| ());
        let mut seen = self.server.seen().split_off(before);
        assert_eq!(seen.len(), 1, "one request; the call ended with {outcome:?}");
        seen.remove(0)
    }

    /// Sends a call and returns the body of its request.
    pub async fn body<T>(&self, call: Call<T>) -> String
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let seen = self.sent(call).await;
        assert_eq!(seen.query(), "");
        seen.body
    }

    /// Sends a call and returns the query of its request.
    pub async fn query<T>(&self, call: Call<T>) -> String
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let seen = self.sent(call).await;
        assert_eq!(seen.body, "");
        seen.query().to_owned()
    }

    /// Returns the error of a call that is rejected before a connection is opened.
    pub async fn refused<T>(&self, call: Call<T>) -> Error
    where
        Call<T>: IntoFuture<Output = Result<Response<T>, Error>>,
    {
        let before = (self.server.connections(), self.server.seen().len());
        let outcome = call.into_future().await.map(|_| ());
        let error = outcome.expect_err("the call is refused");
        assert!(error.is_invalid_call(), "{error:?}");
        assert_eq!(error.meta().attempts(), 0);
        // An earlier connection could be reused.
        let after = (self.server.connections(), self.server.seen().len());
        assert_eq!(after, before, "nothing is sent");
        error
    }
}
