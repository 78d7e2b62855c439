//! The page as it is sent: one file with its own style and script, and no data.

use axum::http::HeaderValue;
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderName, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
    X_FRAME_OPTIONS,
};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

const HTML: &str = include_str!("../../../templates/desk/page.html");

/// The look of the report, then what the desk adds.
const STYLES: &[&str] = &[
    include_str!("../../../templates/style.css"),
    include_str!("../../../templates/desk/frame.css"),
    include_str!("../../../templates/desk/text.css"),
    include_str!("../../../templates/desk/form.css"),
];

/// The parts of the script, in the order in which they build on each other.
const SCRIPTS: &[&str] = &[
    include_str!("../../../templates/desk/net.js"),
    include_str!("../../../templates/desk/dom.js"),
    include_str!("../../../templates/desk/state.js"),
    include_str!("../../../templates/desk/line.js"),
    include_str!("../../../templates/desk/sentences.js"),
    include_str!("../../../templates/desk/articles.js"),
    include_str!("../../../templates/desk/text.js"),
    include_str!("../../../templates/desk/claims.js"),
    include_str!("../../../templates/desk/form.js"),
    include_str!("../../../templates/desk/matters.js"),
    include_str!("../../../templates/desk/dialogs.js"),
    include_str!("../../../templates/desk/helps.js"),
    include_str!("../../../templates/desk/keys.js"),
    include_str!("../../../templates/desk/start.js"),
];

/// The page and what every answer says about it.
pub(super) struct Page {
    html: String,
    headers: Vec<(HeaderName, HeaderValue)>,
}

impl Page {
    pub(super) fn new() -> Self {
        let style = STYLES.concat();
        let script = format!("'use strict';\n(() => {{\n{}}})();\n", SCRIPTS.concat());
        let policy = policy(&style, &script);
        let fixed = |text: &'static str| HeaderValue::from_static(text);
        let mut headers = vec![
            (X_CONTENT_TYPE_OPTIONS, fixed("nosniff")),
            (X_FRAME_OPTIONS, fixed("DENY")),
            (CACHE_CONTROL, fixed("no-store")),
            (REFERRER_POLICY, fixed("no-referrer")),
            (
                HeaderName::from_static("cross-origin-opener-policy"),
                fixed("same-origin"),
            ),
            (
                HeaderName::from_static("cross-origin-resource-policy"),
                fixed("same-origin"),
            ),
        ];
        headers.extend(
            HeaderValue::from_str(&policy)
                .ok()
                .map(|policy| (CONTENT_SECURITY_POLICY, policy)),
        );
        let html = HTML.replace("{{style}}", &style);
        Self {
            html: html.replace("{{script}}", &script),
            headers,
        }
    }

    pub(super) fn html(&self) -> &str {
        &self.html
    }

    pub(super) fn headers(&self) -> &[(HeaderName, HeaderValue)] {
        &self.headers
    }
}

/// What the page may do: show itself, with this style and this script, and ask us.
fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; connect-src 'self'; style-src 'sha256-{}'; script-src 'sha256-{}'; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        hash(style),
        hash(script),
    )
}
