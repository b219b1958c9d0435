//! The map of the areas.

use gloo_net::http::{Method, RequestBuilder};
use shared::area_map::MapReceipt;
use shared::paths::ADMIN_API;
use shared::text::Language;

use super::{Client, Failure, answer, exchange, read};

/// Where the map is.
const PATH: &str = "/area-map";

impl Client {
    /// Sends a file as it is; the browser reads it while it sends.
    pub(crate) async fn put_area_map(&self, file: web_sys::File) -> Result<MapReceipt, Failure> {
        let request = RequestBuilder::new(&format!("{ADMIN_API}{PATH}"))
            .method(Method::PUT)
            .header("accept", "application/json")
            .header("accept-language", Language::Nl.tag())
            .header("content-type", "application/json")
            .body(file);
        read(&answer(request).await?)
    }

    pub(crate) async fn remove_area_map(&self) -> Result<(), Failure> {
        exchange(Method::DELETE, PATH, None, None).await.map(drop)
    }
}
