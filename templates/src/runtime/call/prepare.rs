//! Combines a request, its options and the client's configuration into the HTTP request
//! to send.

use std::time::Duration;

use super::clock::Random;
use super::config::Config;
use super::options::{CallSpec, Settings};
use super::request::Content;
use crate::runtime::http::cancel::CancelToken;
use crate::runtime::http::headers::{Headers, is_name, is_value};
use crate::runtime::http::message::{HttpRequest, Limits, Method};
use crate::runtime::http::send_state::SendState;
use crate::runtime::outcome::error::Error;
use crate::runtime::outcome::response::{Meta, ResponseInfo};

const TIMEOUT: Duration = Duration::from_secs(80);
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);
const MAX_RETRIES: u32 = 2;
pub(crate) const IDEMPOTENCY_KEY: &str = "Idempotency-Key";
/// The maximum length of an idempotency key on the server.
const MAX_KEY_LENGTH: usize = 255;
/// Headers that the transport manages. A wrong value would break the connection for
/// other calls.
const FRAMING: [&str; 6] =
    ["connection", "content-length", "te", "trailer", "transfer-encoding", "upgrade"];

/// A call that is ready to send. All its attempts send the same request.
#[derive(Debug)]
pub(crate) struct PreparedRequest {
    pub(crate) request: HttpRequest,
    /// The path for traces: the template without ids or, for a raw call, the path
    /// without its query.
    #[cfg_attr(
        not(feature = "tracing"),
        allow(dead_code, reason = "only shown in spans")
    )]
    pub(crate) template: String,
    pub(crate) v2: bool,
    pub(crate) limits: Limits,
    /// The time limit of the whole call, including all attempts.
    pub(crate) deadline: Option<Duration>,
    pub(crate) max_retries: u32,
    pub(crate) idempotency_key: Option<String>,
    pub(crate) cancel: CancelToken,
}

impl PreparedRequest {
    pub(crate) fn new(config: &Config, spec: CallSpec) -> Result<Self, Error> {
        // The error's metadata contains the caller's idempotency key.
        let key = spec.options.idempotency_key.clone();
        prepare(config, spec).map_err(|error| {
            let info = ResponseInfo { idempotency_key: key, ..ResponseInfo::default() };
            error.with_meta(Meta::new(info))
        })
    }
}

/// Rejects a configuration with headers that no call could send.
pub(crate) fn check_headers(config: &Config) -> Result<(), Error> {
    let settings = Settings::default().over(&config.settings);
    let mut headers = defaults(config, &settings, None, "*/*");
    replace(&mut headers, &settings.headers)?;
    if headers.get(IDEMPOTENCY_KEY).is_some() {
        return Err(Error::invalid_call(
            "an idempotency key can only be set for a single call",
        ));
    }
    check_syntax(&headers)
}

fn prepare(config: &Config, spec: CallSpec) -> Result<PreparedRequest, Error> {
    let CallSpec { mut request, options } = spec;
    if !options.expand.is_empty() {
        let list = request.is_list();
        let paths = options.expand.iter().map(|expand| expand.on_wire(list));
        request.set_texts("expand", paths.collect());
    }
    let path = request.path()?;
    let v2 = path.starts_with("/v2/");
    let method = request.method();
    let content = request.content(&options.extra, v2)?;
    let settings = options.settings.over(&config.settings);
    let keyed = method == Method::Post || (v2 && method == Method::Delete);
    let key = key(keyed, options.idempotency_key, config.random.as_ref())?;
    let base_url = config.base_url_of(request.own_host())?;
    let mut headers = defaults(config, &settings, key.as_deref(), request.accept());
    let (url, body) = url_and_body(&base_url, &path, content, method, &mut headers);
    replace(&mut headers, &settings.headers)?;
    check(&headers)?;
    Ok(PreparedRequest {
        idempotency_key: headers.get(IDEMPOTENCY_KEY).map(str::to_owned),
        request: HttpRequest {
            method,
            url,
            headers,
            body,
            send_state: SendState::default(),
        },
        template: request.template().to_owned(),
        v2,
        limits: Limits {
            timeout: settings.timeout.unwrap_or(TIMEOUT),
            connect_timeout: settings.connect_timeout.unwrap_or(CONNECT_TIMEOUT),
            max_response_size: config.max_response_size,
            fresh_connection: false,
        },
        deadline: options.deadline,
        max_retries: settings.max_retries.unwrap_or(MAX_RETRIES),
        cancel: options.cancel,
    })
}

/// Returns the caller's key, or a random one for requests that must not be executed
/// twice.
fn key(
    keyed: bool,
    given: Option<String>,
    random: &dyn Random,
) -> Result<Option<String>, Error> {
    if let Some(key) = given {
        return Ok(Some(key.trim().to_owned()));
    }
    if !keyed {
        return Ok(None);
    }
    let mut bytes = [0; 16];
    random.fill(&mut bytes).map_err(|error| {
        let message = "no randomness is available for an idempotency key";
        Error::invalid_call(message).with_source(std::sync::Arc::new(error))
    })?;
    Ok(Some(uuid(bytes)))
}

/// Returns random bytes in the form of a UUID of version 4 (RFC 9562, section 5.4).
fn uuid(mut bytes: [u8; 16]) -> String {
    bytes[6] = bytes[6] & 0x0f | 0x40;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let mut text = String::with_capacity(36);
    for (i, byte) in bytes.into_iter().enumerate() {
        if matches!(i, 4 | 6 | 8 | 10) {
            text.push('-');
        }
        let digits = [byte >> 4, byte & 0x0f];
        text.extend(
            digits.iter().filter_map(|&digit| char::from_digit(digit.into(), 16)),
        );
    }
    text
}

fn defaults(
    config: &Config,
    settings: &Settings,
    key: Option<&str>,
    accept: &str,
) -> Headers {
    let mut headers = Headers::new();
    headers.append("Authorization", config.key.authorization());
    headers.append("Accept", accept);
    // A request without this header allows every coding (RFC 9110, section 12.5.3).
    headers.append("Accept-Encoding", "identity");
    let version = settings.api_version.as_deref();
    headers.append("Stripe-Version", version.unwrap_or(crate::API_VERSION));
    let optional = [
        ("Stripe-Account", settings.account.as_deref()),
        ("Stripe-Context", settings.context.as_deref()),
        (IDEMPOTENCY_KEY, key),
    ];
    for (name, value) in optional {
        if let Some(value) = value {
            headers.append(name, value);
        }
    }
    headers.append("User-Agent", config.user_agent.as_str());
    headers
}

/// Adds the caller's headers, which replace defaults of the same name.
fn replace(headers: &mut Headers, custom: &[(String, String)]) -> Result<(), Error> {
    for (name, value) in custom {
        if FRAMING.iter().any(|known| known.eq_ignore_ascii_case(name)) {
            let message = format!("header `{name}` is managed by the transport");
            return Err(Error::invalid_call(message));
        }
        headers.set(name.as_str(), value.trim());
    }
    Ok(())
}

fn check(headers: &Headers) -> Result<(), Error> {
    check_syntax(headers)?;
    if headers
        .get(IDEMPOTENCY_KEY)
        .is_some_and(|key| key.is_empty() || key.len() > MAX_KEY_LENGTH)
    {
        let message =
            format!("an idempotency key must have 1 to {MAX_KEY_LENGTH} characters");
        return Err(Error::invalid_call(message));
    }
    if headers.get("stripe-account").is_some() && headers.get("stripe-context").is_some()
    {
        let message = "`Stripe-Account` and `Stripe-Context` cannot be combined";
        return Err(Error::invalid_call(message));
    }
    Ok(())
}

fn check_syntax(headers: &Headers) -> Result<(), Error> {
    for (name, value) in headers.iter() {
        if !is_name(name) {
            return Err(Error::invalid_call(format!("invalid header name {name:?}")));
        }
        if !is_value(value) {
            let message =
                format!("header `{name}` contains control or non-ASCII characters");
            return Err(Error::invalid_call(message));
        }
    }
    Ok(())
}

/// Returns URL and body, and adds the headers that describe the body. Parameters are
/// sent in the body of a POST and in the query of other requests.
fn url_and_body(
    base: &str,
    path: &str,
    content: Content,
    method: Method,
    headers: &mut Headers,
) -> (String, Option<Vec<u8>>) {
    let params = match (method, content) {
        (Method::Get | Method::Delete, Content::Form(query)) => query,
        (_, content) => {
            // An empty body needs the headers too, or the server rejects the request.
            let (body, media_type) = content.into_body();
            headers.append("Content-Type", media_type);
            headers.append("Content-Length", body.len().to_string());
            return (format!("{base}{path}"), Some(body));
        }
    };
    let separator = match (params.is_empty(), path.contains('?')) {
        (true, _) => "",
        (false, true) => "&",
        (false, false) => "?",
    };
    (format!("{base}{path}{separator}{params}"), None)
}

#[cfg(test)]
mod tests {
    use super::uuid;

    #[test]
    fn version_and_variant_of_a_uuid_are_set() {
        let ascending = std::array::from_fn(|i| 17 * i as u8);
        for (bytes, expected) in [
            ([0; 16], "00000000-0000-4000-8000-000000000000"),
            ([0xff; 16], "ffffffff-ffff-4fff-bfff-ffffffffffff"),
            (ascending, "00112233-4455-4677-8899-aabbccddeeff"),
        ] {
            assert_eq!(uuid(bytes), expected);
        }
    }
}
