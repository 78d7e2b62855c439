//! What the page is allowed to do: show itself, with its own style and its own script.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The Content Security Policy (W3C, level 3) of a page with that style and that script: nothing is
/// loaded or sent, and no other style or script takes effect, also not one from a claim.
pub(super) fn policy(style: &str, script: &str) -> String {
    let hash = |text: &str| STANDARD.encode(Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(style),
        hash(script),
    )
}
