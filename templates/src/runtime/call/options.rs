//! Options of a call, in addition to the parameters of the operation.

use std::time::Duration;

use super::request::Request;
use crate::runtime::http::cancel::CancelToken;
use crate::runtime::values::expand::Expand;

/// A request with its options: everything about a call that does not depend on its type.
#[derive(Clone)]
pub(crate) struct CallSpec {
    pub(crate) request: Request,
    pub(crate) options: Options,
}

impl CallSpec {
    pub(crate) fn new(request: Request) -> Box<Self> {
        Box::new(Self { request, options: Options::default() })
    }
}

/// The options of a call. Unset ones default to the settings of the client.
#[derive(Clone, Default)]
pub(crate) struct Options {
    pub(crate) idempotency_key: Option<String>,
    pub(crate) settings: Settings,
    pub(crate) deadline: Option<Duration>,
    pub(crate) extra: Vec<(String, String)>,
    pub(crate) expand: Vec<Expand>,
    pub(crate) cancel: CancelToken,
}

/// The settings that a client has and a call can override.
#[derive(Clone, Default)]
pub(crate) struct Settings {
    pub(crate) account: Option<String>,
    pub(crate) context: Option<String>,
    pub(crate) api_version: Option<String>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) connect_timeout: Option<Duration>,
    pub(crate) max_retries: Option<u32>,
    pub(crate) headers: Vec<(String, String)>,
}

impl Settings {
    /// Adds a header. A header with an option of its own sets that option, so that the
    /// setting of a call still overrides the client's.
    pub(crate) fn header(&mut self, name: String, value: String) {
        let option = match name.to_ascii_lowercase().as_str() {
            "stripe-account" => &mut self.account,
            "stripe-context" => &mut self.context,
            "stripe-version" => &mut self.api_version,
            _ => return self.headers.push((name, value)),
        };
        *option = Some(value);
    }

    /// Returns these settings of a call, completed by those of the client. Empty strings
    /// and zero durations count as unset.
    pub(crate) fn over(self, client: &Self) -> Self {
        Self {
            account: string(self.account.as_deref(), client.account.as_deref()),
            context: string(self.context.as_deref(), client.context.as_deref()),
            api_version: string(
                self.api_version.as_deref(),
                client.api_version.as_deref(),
            ),
            timeout: duration(self.timeout, client.timeout),
            connect_timeout: duration(self.connect_timeout, client.connect_timeout),
            max_retries: self.max_retries.or(client.max_retries),
            headers: client.headers.iter().cloned().chain(self.headers).collect(),
        }
    }
}

fn string(call: Option<&str>, client: Option<&str>) -> Option<String> {
    let mut given = [call, client].into_iter().flatten().map(str::trim);
    given.find(|value| !value.is_empty()).map(str::to_owned)
}

fn duration(call: Option<Duration>, client: Option<Duration>) -> Option<Duration> {
    let mut given = [call, client].into_iter().flatten();
    given.find(|limit| !limit.is_zero())
}
