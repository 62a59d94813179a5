//! Configuration of clients.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::{Async, Blocking, Client};
use crate::runtime::call::clock::{Clock, Random, System};
use crate::runtime::call::config::{self, ApiKey, AppInfo, Config};
use crate::runtime::call::options::Settings;
use crate::runtime::call::prepare;
use crate::runtime::http::transport::{BlockingTransport, Transport};
use crate::runtime::outcome::error::Error;

const API_KEY_VARIABLE: &str = "STRIPE_SECRET_KEY";
const BASE_URL_VARIABLE: &str = "STRIPE_API_BASE";
const MAX_RESPONSE_SIZE: usize = 16 * 1024 * 1024;

/// Configures and builds a [`Client`]. Invalid values are reported by `build`.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<M> {
    api_key: String,
    base_url: Option<String>,
    host_urls: Vec<(String, String)>,
    app_info: Option<AppInfo>,
    settings: Settings,
    env_proxies: bool,
    allow_plain_http: bool,
    max_response_size: usize,
    clock: Arc<dyn Clock>,
    random: Arc<dyn Random>,
    transport: Option<M>,
}

impl<M> ClientBuilder<M> {
    pub(super) fn new(api_key: String) -> Self {
        Self {
            api_key,
            base_url: None,
            host_urls: Vec::new(),
            app_info: None,
            settings: Settings::default(),
            env_proxies: true,
            allow_plain_http: false,
            max_response_size: MAX_RESPONSE_SIZE,
            clock: Arc::new(System),
            random: Arc::new(System),
            transport: None,
        }
    }

    /// Creates a builder with the API key from the environment variable
    /// `STRIPE_SECRET_KEY`. If `STRIPE_API_BASE` is set, it is used as the [base
    /// URL](Self::base_url).
    ///
    /// # Errors
    /// Returns an error if `STRIPE_SECRET_KEY` is not set or not UTF-8.
    pub fn from_env() -> Result<Self, Error> {
        let mut builder = Self::new(key_from_env()?);
        builder.base_url = base_url_from_env();
        Ok(builder)
    }

    /// Sets the base URL, for example that of stripe-mock; `https://api.stripe.com` by
    /// default. A trailing `/` or `/v1` is ignored.
    ///
    /// Calls to the other hosts of the API, such as one for files, go to this URL too, unless
    /// they have [their own](Self::host_base_url).
    ///
    /// A plain `http://` URL must be on this machine, unless
    /// [`allow_plain_http`](Self::allow_plain_http) is set.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Sets the base URL of one of the other hosts of the API: `host_base_url("files.stripe.com",
    /// "https://files-proxy.example")`. The rules of [`base_url`](Self::base_url) apply.
    pub fn host_base_url(
        mut self,
        host: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        self.host_urls.push((host.into(), url.into()));
        self
    }

    /// Sets whether the base URL can be a plain `http://` URL of another machine, such as a
    /// mock server in a container; disabled by default.
    ///
    /// API key, parameters and responses are then sent unencrypted.
    pub fn allow_plain_http(mut self, allowed: bool) -> Self {
        self.allow_plain_http = allowed;
        self
    }

    /// Adds the name of your application to the `User-Agent` header.
    pub fn app_info(mut self, app: AppInfo) -> Self {
        self.app_info = Some(app);
        self
    }

    /// Makes all calls for a connected account (`Stripe-Account`). An empty string means
    /// none.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.settings.account = Some(account.into());
        self
    }

    /// Makes all calls in a context (`Stripe-Context`). An empty string means none.
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.settings.context = Some(context.into());
        self
    }

    /// Sets the API version (`Stripe-Version`). The types of this crate match the
    /// default version, and may not fit the responses of another one.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.settings.api_version = Some(version.into());
        self
    }

    /// Sets the timeout of each attempt, from connecting to the last byte of the
    /// response; 80 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// Sets the timeout for establishing a connection, including the TLS handshake; 30
    /// seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = Some(timeout);
        self
    }

    /// Sets the maximum number of retries of a call; 2 by default. With 0, each call is
    /// sent once.
    #[doc(alias = "retry")]
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.settings.max_retries = Some(retries);
        self
    }

    /// Sends a header with every call. It replaces any header of the same name that the
    /// client would send.
    ///
    /// `Idempotency-Key` is rejected by `build`, since a key belongs to a single call.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.header(name.into(), value.into());
        self
    }

    /// Sets the maximum size of a response body, in bytes; 16 MiB by default. The body of an
    /// unsuccessful response has at most 1 MiB in any case.
    ///
    /// The limit also bounds the time that decoding takes, which no timeout interrupts: it
    /// runs on the thread that awaits the call, once the whole body has arrived.
    pub fn max_response_size(mut self, bytes: usize) -> Self {
        self.max_response_size = bytes;
        self
    }

    /// Sets whether the built-in transport uses `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`
    /// and `NO_PROXY`; enabled by default.
    pub fn env_proxies(mut self, enabled: bool) -> Self {
        self.env_proxies = enabled;
        self
    }

    /// Sets the clock that deadlines are measured with; the system's monotonic clock by
    /// default.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Sets the source of randomness; the operating system by default.
    pub fn random(mut self, random: impl Random) -> Self {
        self.random = Arc::new(random);
        self
    }

    fn config(self) -> Result<(Config, Option<M>), Error> {
        let plain = self.allow_plain_http;
        // Of several URLs for one host the last one counts.
        let host_urls = self.host_urls.into_iter().rev().map(|(host, url)| {
            config::check_host(&host)?;
            Ok((host, config::base_url(&url, plain)?))
        });
        let config = Config {
            key: ApiKey::new(self.api_key)?,
            base_url: config::common_base_url(self.base_url.as_deref(), plain)?,
            host_urls: host_urls.collect::<Result<_, Error>>()?,
            user_agent: config::user_agent(self.app_info.as_ref())?,
            settings: self.settings,
            max_response_size: self.max_response_size,
            clock: self.clock,
            random: self.random,
        };
        prepare::check_headers(&config)?;
        Ok((config, self.transport))
    }
}

impl ClientBuilder<Async> {
    /// Sets a transport, instead of the built-in one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Async(Arc::new(transport)));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// Returns an error if the API key, the base URL, the app info or a header is
    /// invalid, or if no transport is available: none was set and the feature `hyper` is
    /// disabled.
    pub fn build(self) -> Result<Client<Async>, Error> {
        let env_proxies = self.env_proxies;
        let (config, transport) = self.config()?;
        let transport = match transport {
            Some(transport) => transport,
            None => default_async(env_proxies)?,
        };
        Ok(Client::new_with(config, transport))
    }
}

impl ClientBuilder<Blocking> {
    /// Sets a transport, instead of the built-in one.
    pub fn transport(mut self, transport: impl BlockingTransport) -> Self {
        self.transport = Some(Blocking(Arc::new(transport)));
        self
    }

    /// Builds the client.
    ///
    /// # Errors
    /// Returns an error if the API key, the base URL, the app info or a header is
    /// invalid, or if no transport is available: none was set and the feature `blocking`
    /// is disabled.
    pub fn build(self) -> Result<Client<Blocking>, Error> {
        let env_proxies = self.env_proxies;
        let (config, transport) = self.config()?;
        let transport = match transport {
            Some(transport) => transport,
            None => default_blocking(env_proxies)?,
        };
        Ok(Client::new_with(config, transport))
    }
}

#[cfg(feature = "hyper")]
fn default_async(env_proxies: bool) -> Result<Async, Error> {
    use crate::runtime::transport::Hyper;

    let transport = Hyper::builder().env_proxies(env_proxies).build()?;
    Ok(Async(Arc::new(transport)))
}

#[cfg(not(feature = "hyper"))]
fn default_async(_env_proxies: bool) -> Result<Async, Error> {
    Err(missing_transport("hyper"))
}

#[cfg(feature = "blocking")]
fn default_blocking(env_proxies: bool) -> Result<Blocking, Error> {
    use crate::runtime::transport::Ureq;

    let transport = Ureq::builder().env_proxies(env_proxies).build()?;
    Ok(Blocking(Arc::new(transport)))
}

#[cfg(not(feature = "blocking"))]
fn default_blocking(_env_proxies: bool) -> Result<Blocking, Error> {
    Err(missing_transport("blocking"))
}

#[cfg(not(all(feature = "hyper", feature = "blocking")))]
fn missing_transport(feature: &str) -> Error {
    Error::invalid_call(format!(
        "no transport available: none was set and the feature `{feature}` is disabled"
    ))
}

/// Returns the API key from the environment. The error must not contain the value.
fn key_from_env() -> Result<String, Error> {
    std::env::var(API_KEY_VARIABLE).map_err(|_| {
        let message =
            format!("environment variable {API_KEY_VARIABLE} is not set or not UTF-8");
        Error::invalid_call(message)
    })
}

/// Returns the base URL from the environment. An empty variable counts as unset. A value
/// that is not UTF-8 is converted lossily, and then rejected by `build`.
fn base_url_from_env() -> Option<String> {
    let url = std::env::var_os(BASE_URL_VARIABLE)?;
    (!url.is_empty()).then(|| url.to_string_lossy().into_owned())
}

#[cfg(feature = "testing")]
impl<M> Client<M> {
    /// Creates a client for a mock transport. Unlike `build` it cannot fail.
    pub(crate) fn mocked(transport: M, clock: impl Clock) -> Self {
        let config = Config {
            key: ApiKey::mock(),
            base_url: None,
            host_urls: Vec::new(),
            user_agent: config::USER_AGENT.to_owned(),
            settings: Settings::default(),
            max_response_size: MAX_RESPONSE_SIZE,
            clock: Arc::new(clock),
            random: Arc::new(System),
        };
        Self::new_with(config, transport)
    }
}

macro_rules! constructors {
    ($($marker:ident)+) => {$(
        impl Client<$marker> {
            /// Creates a client with this API key and default settings.
            ///
            /// # Errors
            /// Returns an error if the key is empty or contains characters that no API
            /// key has, or if no feature with a built-in transport is enabled.
            pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
                Self::builder(api_key).build()
            }

            /// Creates a client with the settings of [`ClientBuilder::from_env`].
            ///
            /// # Errors
            /// Returns an error if the API key is missing or invalid, if the base URL is
            /// invalid, or if no feature with a built-in transport is enabled.
            pub fn from_env() -> Result<Self, Error> {
                ClientBuilder::<$marker>::from_env()?.build()
            }
        }
    )+};
}
constructors!(Async Blocking);

/// Removes the user information from a URL, which may contain a password.
fn without_user(url: &str) -> &str {
    url.rsplit_once('@').map_or(url, |(_, host)| host)
}

impl<M> fmt::Debug for ClientBuilder<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("base_url", &self.base_url.as_deref().map(without_user))
            .field("app_info", &self.app_info)
            .finish_non_exhaustive()
    }
}
