//! A site that may show the widget: an exact origin, as the browser writes it.

use crate::fault::FaultCode;
use crate::municipality_file::is_origin;

/// The origin in an address as somebody types or copies it.
///
/// ```
/// use shared::site::origin_in;
/// assert_eq!(origin_in(" www.Waterdam.nl/wonen?x "), Ok("https://www.waterdam.nl".to_owned()));
/// assert_eq!(origin_in("https://waterdam.nl:443"), Ok("https://waterdam.nl".to_owned()));
/// assert!(origin_in("http://waterdam.nl").is_err());
/// ```
pub fn origin_in(address: &str) -> Result<String, FaultCode> {
    let address = address.trim().to_ascii_lowercase();
    if address.is_empty() {
        return Err(FaultCode::Required);
    }
    let (scheme, rest) = address.split_once("://").unwrap_or(("https", &address));
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    // What a browser leaves out of an origin.
    let host = match scheme {
        "https" => host.strip_suffix(":443").unwrap_or(host),
        "http" => host.strip_suffix(":80").unwrap_or(host),
        _ => host,
    };
    let origin = format!("{scheme}://{host}");
    // A name without a dot is a slip of the pen; only this machine has one.
    let whole = host.contains('.') || host.starts_with("localhost");
    if whole && is_origin(&origin) { Ok(origin) } else { Err(FaultCode::NotAnOrigin) }
}

/// The same site with `www.`, or without it: another origin, and mostly the same pages.
///
/// ```
/// use shared::site::with_or_without_www;
/// assert_eq!(with_or_without_www("https://waterdam.nl").as_deref(), Some("https://www.waterdam.nl"));
/// assert_eq!(with_or_without_www("https://www.waterdam.nl").as_deref(), Some("https://waterdam.nl"));
/// assert_eq!(with_or_without_www("https://127.0.0.1"), None);
/// ```
pub fn with_or_without_www(origin: &str) -> Option<String> {
    let (scheme, host) = origin.split_once("://")?;
    let other = match host.strip_prefix("www.") {
        Some(bare) => format!("{scheme}://{bare}"),
        None => format!("{scheme}://www.{host}"),
    };
    (has_name(origin) && host.contains('.') && is_origin(&other)).then_some(other)
}

/// Whether the host has a name, and is not an address in numbers.
///
/// ```
/// use shared::site::has_name;
/// assert!(has_name("https://www.waterdam.nl") && has_name("http://localhost:8080"));
/// assert!(!has_name("https://192.0.2.7") && !has_name("http://127.0.0.1:8080"));
/// ```
pub fn has_name(origin: &str) -> bool {
    let host = origin.split_once("://").map_or(origin, |(_, host)| host);
    let name = host.split(':').next().unwrap_or_default();
    name.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()))
}
