//! The table that says in which buurt a postcode lies.

use gloo_net::http::{Method, RequestBuilder};
use shared::paths::ADMIN_API;
use shared::postcode::{TableReceipt, TableView};
use shared::text::Language;

use super::{Client, Failure, answer, exchange, read};

/// Where the table is.
const PATH: &str = "/postcodes";

impl Client {
    pub(crate) async fn postcodes(&self) -> Result<TableView, Failure> {
        read(&exchange(Method::GET, PATH, None, None).await?)
    }

    /// Has a file read, and stores nothing of it.
    pub(crate) async fn preview_postcodes(&self, file: web_sys::File) -> Result<TableReceipt, Failure> {
        send(Method::POST, &format!("{PATH}/preview"), file).await
    }

    pub(crate) async fn put_postcodes(&self, file: web_sys::File) -> Result<TableReceipt, Failure> {
        send(Method::PUT, PATH, file).await
    }

    pub(crate) async fn remove_postcodes(&self) -> Result<(), Failure> {
        exchange(Method::DELETE, PATH, None, None).await.map(drop)
    }
}

/// Sends a file as it is; the browser reads it while it sends.
async fn send(method: Method, path: &str, file: web_sys::File) -> Result<TableReceipt, Failure> {
    let request = RequestBuilder::new(&format!("{ADMIN_API}{path}"))
        .method(method)
        .header("accept", "application/json")
        .header("accept-language", Language::Nl.tag())
        .header("content-type", "text/csv")
        .body(file);
    read(&answer(request).await?)
}
