//! How a client is configured.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::{Async, Blocking, Client};
use crate::runtime::clock::{Clock, Random, System};
use crate::runtime::config::{self, ApiKey, AppInfo, Config};
use crate::runtime::error::Error;
use crate::runtime::options::Settings;
use crate::runtime::prepare;
use crate::runtime::transport::{BlockingTransport, Transport};

const BASE_URL: &str = "https://api.stripe.com";
const API_KEY_VARIABLE: &str = "STRIPE_SECRET_KEY";
const BASE_URL_VARIABLE: &str = "STRIPE_API_BASE";
const MAX_RESPONSE_SIZE: usize = 64 * 1024 * 1024;

/// Configures a [`Client`]. What is wrong is said by `build`.
#[must_use = "a builder does nothing until `build` is called"]
pub struct ClientBuilder<M> {
    api_key: String,
    base_url: Option<String>,
    app_info: Option<AppInfo>,
    settings: Settings,
    env_proxies: bool,
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
            app_info: None,
            settings: Settings::default(),
            env_proxies: true,
            max_response_size: MAX_RESPONSE_SIZE,
            clock: Arc::new(System),
            random: Arc::new(System),
            transport: None,
        }
    }

    /// Starts to configure a client with the API key in the environment variable
    /// `STRIPE_SECRET_KEY`. Where `STRIPE_API_BASE` holds a URL, it is the [base
    /// URL](Self::base_url).
    ///
    /// # Errors
    /// When there is no key.
    pub fn from_env() -> Result<Self, Error> {
        let mut builder = Self::new(key_from_env()?);
        builder.base_url = base_url_from_env();
        Ok(builder)
    }

    /// Sends requests to another server, such as stripe-mock. A trailing `/` or `/v1` does not
    /// matter.
    pub fn base_url(mut self, url: impl Into<String>) -> Self {
        self.base_url = Some(url.into());
        self
    }

    /// Names the program that uses this crate in the header `User-Agent`.
    pub fn app_info(mut self, app: AppInfo) -> Self {
        self.app_info = Some(app);
        self
    }

    /// Makes all calls for this connected account (`Stripe-Account`). Empty: for none.
    pub fn account(mut self, account: impl Into<String>) -> Self {
        self.settings.account = Some(account.into());
        self
    }

    /// Makes all calls in this context (`Stripe-Context`). Empty: in none.
    pub fn context(mut self, context: impl Into<String>) -> Self {
        self.settings.context = Some(context.into());
        self
    }

    /// Asks for another version of the API than the one that this crate was made for.
    pub fn api_version(mut self, version: impl Into<String>) -> Self {
        self.settings.api_version = Some(version.into());
        self
    }

    /// How long one attempt may take up to the last byte of its answer; 80 seconds by default.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.settings.timeout = Some(timeout);
        self
    }

    /// How long a new connection may take; 30 seconds by default.
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.settings.connect_timeout = Some(timeout);
        self
    }

    /// How often a call may be tried again; twice by default.
    pub fn max_retries(mut self, retries: u32) -> Self {
        self.settings.max_retries = Some(retries);
        self
    }

    /// Sends a header with every call, in place of any that the crate would send under this name.
    /// An idempotency key is not for all calls, and refused.
    pub fn header(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
        self.settings.header(name.into(), value.into());
        self
    }

    /// The largest answer that is read, in bytes; 64 MiB by default.
    pub fn max_response_size(mut self, bytes: usize) -> Self {
        self.max_response_size = bytes;
        self
    }

    /// Whether the built-in transport heeds `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY` and
    /// `NO_PROXY`; it does by default.
    pub fn env_proxies(mut self, heed: bool) -> Self {
        self.env_proxies = heed;
        self
    }

    /// Tells the time by another clock.
    pub fn clock(mut self, clock: impl Clock) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Takes randomness from another source.
    pub fn random(mut self, random: impl Random) -> Self {
        self.random = Arc::new(random);
        self
    }

    fn config(self) -> Result<(Config, Option<M>), Error> {
        let config = Config {
            key: ApiKey::new(self.api_key)?,
            base_url: config::base_url(self.base_url.as_deref().unwrap_or(BASE_URL))?,
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
    /// Sends requests by this transport in place of the built-in one.
    pub fn transport(mut self, transport: impl Transport) -> Self {
        self.transport = Some(Async(Arc::new(transport)));
        self
    }

    /// The client.
    ///
    /// # Errors
    /// When the API key, the base URL, the app info or a header cannot be used, or when there is no
    /// transport: none was given and the feature `hyper` is off.
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
    /// Sends requests by this transport in place of the built-in one.
    pub fn transport(mut self, transport: impl BlockingTransport) -> Self {
        self.transport = Some(Blocking(Arc::new(transport)));
        self
    }

    /// The client.
    ///
    /// # Errors
    /// When the API key, the base URL, the app info or a header cannot be used, or when there is no
    /// transport: none was given and the feature `blocking` is off.
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
    Err(none("hyper"))
}

#[cfg(feature = "blocking")]
fn default_blocking(env_proxies: bool) -> Result<Blocking, Error> {
    use crate::runtime::transport::Ureq;

    let transport = Ureq::builder().env_proxies(env_proxies).build()?;
    Ok(Blocking(Arc::new(transport)))
}

#[cfg(not(feature = "blocking"))]
fn default_blocking(_env_proxies: bool) -> Result<Blocking, Error> {
    Err(none("blocking"))
}

#[cfg(not(all(feature = "hyper", feature = "blocking")))]
fn none(feature: &str) -> Error {
    Error::invalid_call(format!(
        "no transport was given, and the feature `{feature}` is off"
    ))
}

/// The key in the environment. What is wrong with it is said without showing it.
fn key_from_env() -> Result<String, Error> {
    std::env::var(API_KEY_VARIABLE).map_err(|_| {
        let message =
            format!("the environment variable {API_KEY_VARIABLE} is not set to a text");
        Error::invalid_call(message)
    })
}

/// The server in the environment. A variable that holds nothing counts as not set; what is no
/// text is no URL either, which `build` will say.
fn base_url_from_env() -> Option<String> {
    let url = std::env::var_os(BASE_URL_VARIABLE)?;
    (!url.is_empty()).then(|| url.to_string_lossy().into_owned())
}

#[cfg(feature = "testing")]
impl<M> Client<M> {
    /// A client that follows a script: nothing about it can fail.
    pub(crate) fn mocked(transport: M, clock: impl Clock) -> Self {
        let config = Config {
            key: ApiKey::of_script(),
            base_url: BASE_URL.to_owned(),
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
            /// A client with this API key and all defaults.
            ///
            /// # Errors
            /// When the key is empty or contains whitespace, or when no feature brings a
            /// transport.
            pub fn new(api_key: impl Into<String>) -> Result<Self, Error> {
                Self::builder(api_key).build()
            }

            /// A client as [`ClientBuilder::from_env`] configures it.
            ///
            /// # Errors
            /// When the variable is not set or does not hold a usable key, when the base URL
            /// cannot be used, or when no feature brings a transport.
            pub fn from_env() -> Result<Self, Error> {
                ClientBuilder::<$marker>::from_env()?.build()
            }
        }
    )+};
}
constructors!(Async Blocking);

impl<M> fmt::Debug for ClientBuilder<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder")
            .field("base_url", &self.base_url)
            .field("app_info", &self.app_info)
            .finish_non_exhaustive()
    }
}
