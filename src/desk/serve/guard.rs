//! Which requests are answered: those of our own page, from this machine, with the token.
//!
//! Any page of the web can send requests to this machine. It cannot know the token, and what it sends
//! has another Origin; a name that it makes to mean this machine is another Host.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Request, State};
use axum::http::header::{CONTENT_TYPE, HOST, ORIGIN};
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::Shared;

/// The header that holds the token.
pub(super) const TOKEN: &str = "x-gainsay-token";

/// So long may a request take to be sent and answered; one that waits for a change takes less.
const PATIENCE: Duration = Duration::from_secs(90);

/// Answers a request, or refuses it before anything of it is done.
pub(super) async fn guard(
    State(shared): State<Arc<Shared>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = match refusal(&shared, &request) {
        Some((status, why)) => (status, why).into_response(),
        None => {
            let answer = tokio::time::timeout(PATIENCE, next.run(request)).await;
            answer.unwrap_or_else(|_| StatusCode::REQUEST_TIMEOUT.into_response())
        }
    };
    let headers = response.headers_mut();
    for (name, value) in shared.page.headers() {
        headers.insert(name.clone(), value.clone());
    }
    response
}

/// Why a request is not answered.
fn refusal(shared: &Shared, request: &Request) -> Option<(StatusCode, &'static str)> {
    let headers = request.headers();
    let hosts = [
        format!("127.0.0.1:{}", shared.port),
        format!("localhost:{}", shared.port),
        format!("[::1]:{}", shared.port),
    ];
    let no = |why| Some((StatusCode::FORBIDDEN, why));
    if request.uri().authority().is_some() {
        return no("this is no proxy");
    }
    match only(headers, HOST.as_str()) {
        Some(Some(host)) if hosts.iter().any(|it| host == it.as_bytes()) => {}
        _ => return no("this machine goes by another name here"),
    }
    let is_ours = |origin: &[u8]| {
        let host = origin.strip_prefix(b"http://");
        host.is_some_and(|host| hosts.iter().any(|it| host == it.as_bytes()))
    };
    match only(headers, ORIGIN.as_str()) {
        None => {}
        Some(Some(origin)) if is_ours(origin.as_bytes()) => {}
        Some(_) => return no("another page may not ask"),
    }
    let method = request.method();
    if method != Method::GET && method != Method::POST {
        return Some((StatusCode::METHOD_NOT_ALLOWED, "only GET and POST"));
    }
    if !request.uri().path().starts_with("/api/") {
        return None;
    }
    match only(headers, "sec-fetch-site") {
        None => {}
        Some(Some(site)) if site == "same-origin" => {}
        Some(_) => return no("another page may not ask"),
    }
    match only(headers, TOKEN) {
        Some(Some(token)) if shared.token.is(token.as_bytes()) => shared.use_token(),
        _ => {
            return Some((
                StatusCode::UNAUTHORIZED,
                "the token is missing or another one",
            ));
        }
    }
    let is_json = |kind: &HeaderValue| {
        let kind = kind.to_str().unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or_default();
        kind.trim().eq_ignore_ascii_case("application/json")
    };
    match only(headers, CONTENT_TYPE.as_str()) {
        Some(Some(kind)) if is_json(kind) => None,
        _ if method == Method::GET => None,
        _ => Some((StatusCode::UNSUPPORTED_MEDIA_TYPE, "only JSON is written")),
    }
}

/// A header that stands there at most once: nothing where it is not, nothing in it where it is twice.
fn only<'h>(headers: &'h HeaderMap, name: &str) -> Option<Option<&'h HeaderValue>> {
    let mut all = headers.get_all(name).iter();
    let first = all.next()?;
    Some(all.next().is_none().then_some(first))
}
