//! Requests that are refused: each way in which something else could ask.

use serde_json::json;

use super::web::Web;
use super::{RADIO, Story};

/// A change that would be made if it were ours.
fn change(web: &Web) -> String {
    let desk = web.get("/api/desk").json();
    let radio = desk["articles"]
        .as_array()
        .unwrap()
        .iter()
        .find(|it| it["id"] == "radio");
    let key = radio.unwrap()["key"].as_str().unwrap().to_owned();
    let article = web.get(&format!("/api/article/{key}")).json();
    let quote = json!({"quote": "Nine boats were lost"});
    json!({"do": "add", "article": key, "fingerprint": article["fingerprint"], "fields": quote})
        .to_string()
}

#[test]
fn the_first_page_holds_no_data_and_says_what_it_may_do() {
    let story = Story::new();
    let web = Web::of(&story);
    let page = web.send("GET /", &[web.host()], "");
    assert_eq!(page.status, 200);
    for secret in [
        web.token.as_str(),
        "dock fire",
        "City Radio",
        story.path().to_str().unwrap(),
    ] {
        assert!(
            !page.body.contains(secret) && !page.head.contains(secret),
            "{secret}"
        );
    }
    for header in [
        "default-src 'none'; connect-src 'self'; style-src 'sha256-",
        "script-src 'sha256-",
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "cache-control: no-store",
        "referrer-policy: no-referrer",
        "x-frame-options: deny",
    ] {
        assert!(page.head.contains(header), "{header}: {}", page.head);
    }
    for outside in [
        "src=",
        "href=\"http",
        "url(",
        "unsafe-inline",
        "@import",
        "innerHTML",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
    ] {
        assert!(
            !page.body.contains(outside) && !page.head.contains(outside),
            "{outside}"
        );
    }
}

#[test]
fn nothing_is_told_without_the_token() {
    let story = Story::new();
    let web = Web::of(&story);
    let paths = [
        "desk",
        "changes/0",
        "article/000000000000",
        "matter/0000",
        "nothing",
    ];
    let half = format!("X-Gainsay-Token: {}", &web.token[..16]);
    let other = format!("X-Gainsay-Token: {}", "0".repeat(32));
    let cookie = format!("Cookie: token={}", web.token);
    let bearer = format!("Authorization: Bearer {}", web.token);
    for path in paths {
        for header in [&half, &other, &cookie, &bearer, &"X-Nothing: 1".to_owned()] {
            let answer = web.send(
                &format!("GET /api/{path}"),
                &[web.host(), header.clone()],
                "",
            );
            assert_eq!(answer.status, 401, "{path} {header}");
            assert!(
                answer.head.contains("frame-ancestors 'none'"),
                "refusals too"
            );
        }
        let query = format!("GET /api/{path}?token={}", web.token);
        assert_eq!(web.send(&query, &[web.host()], "").status, 401);
        let twice = [web.host(), web.key(), web.key()];
        assert_eq!(
            web.send(&format!("GET /api/{path}"), &twice, "").status,
            401
        );
    }
    assert_eq!(web.get("/api/desk").status, 200);
    assert_eq!(web.get("/api/nothing").status, 404);
}

#[test]
fn another_name_of_this_machine_is_refused() {
    let story = Story::new();
    let web = Web::of(&story);
    let port = web.at.port();
    for host in [
        format!("rebound.example:{port}"),
        "127.0.0.1".to_owned(),
        format!("127.0.0.1:{}", port.wrapping_add(1)),
        format!("127.0.0.1.rebound.example:{port}"),
        format!("localhost.:{port}"),
        format!("LOCALHOST@x:{port}"),
        String::new(),
    ] {
        for path in ["/", "/api/desk"] {
            let answer = web.send(
                &format!("GET {path}"),
                &[format!("Host: {host}"), web.key()],
                "",
            );
            assert!([400, 403].contains(&answer.status), "{host}: {answer:?}");
        }
    }
    let none = web.send("GET /api/desk", &[web.key()], "");
    assert!([400, 403].contains(&none.status), "{none:?}");
    let twice = [web.host(), web.host(), web.key()];
    assert!([400, 403].contains(&web.send("GET /api/desk", &twice, "").status));
    let proxy = format!("GET http://127.0.0.1:{port}/api/desk");
    assert_eq!(web.send(&proxy, &[web.host(), web.key()], "").status, 403);
    for host in ["127.0.0.1", "localhost", "[::1]"] {
        let own = [format!("Host: {host}:{port}"), web.key()];
        assert_eq!(web.send("GET /api/desk", &own, "").status, 200, "{host}");
    }
}

#[test]
fn another_page_may_not_ask() {
    let story = Story::new();
    let web = Web::of(&story);
    let port = web.at.port();
    for origin in [
        "https://other.example".to_owned(),
        "null".to_owned(),
        format!("http://127.0.0.1:{}", port.wrapping_add(1)),
        format!("https://127.0.0.1:{port}"),
        format!("http://127.0.0.1:{port}.other.example"),
        String::new(),
    ] {
        let headers = [web.host(), web.key(), format!("Origin: {origin}")];
        assert_eq!(
            web.send("GET /api/desk", &headers, "").status,
            403,
            "{origin}"
        );
    }
    for site in ["cross-site", "same-site", "none", ""] {
        let headers = [web.host(), web.key(), format!("Sec-Fetch-Site: {site}")];
        assert_eq!(
            web.send("GET /api/desk", &headers, "").status,
            403,
            "{site}"
        );
    }
    let own = format!("Origin: http://127.0.0.1:{port}");
    let headers = [
        web.host(),
        web.key(),
        own,
        "Sec-Fetch-Site: same-origin".to_owned(),
    ];
    assert_eq!(web.send("GET /api/desk", &headers, "").status, 200);
    // No answer allows another page to read it.
    let asked = web.send("OPTIONS /api/change", &[web.host()], "");
    assert_eq!(asked.status, 405);
    assert!(!asked.head.contains("access-control-allow"));
}

#[test]
fn only_json_writes() {
    let story = Story::new();
    let web = Web::of(&story);
    let body = change(&web);
    for kind in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/jsonp",
        "",
    ] {
        let headers = [web.host(), web.key(), format!("Content-Type: {kind}")];
        assert_eq!(
            web.send("POST /api/change", &headers, &body).status,
            415,
            "{kind}"
        );
    }
    assert_eq!(
        web.send("POST /api/change", &[web.host(), web.key()], &body)
            .status,
        415
    );
    for method in ["PUT", "DELETE", "PATCH", "HEAD", "TRACE", "CONNECT"] {
        let status = web
            .send(
                &format!("{method} /api/change"),
                &[web.host(), web.key()],
                "",
            )
            .status;
        assert!([400, 403, 405].contains(&status), "{method}: {status}");
    }
    assert_eq!(web.get("/api/change").status, 405);
    assert_eq!(story.read("radio.yaml"), RADIO);
    let json = [
        web.host(),
        web.key(),
        "Content-Type: application/json; charset=utf-8".to_owned(),
    ];
    assert_eq!(web.send("POST /api/change", &json, &body).status, 200);
    assert_ne!(story.read("radio.yaml"), RADIO);
}

#[test]
fn what_is_too_large_or_no_request_is_refused_and_ends_nothing() {
    let story = Story::new();
    let web = Web::of(&story);
    let json = "Content-Type: application/json".to_owned();
    let large = format!(
        "{{\"do\": \"declare\", \"yaml\": \"{}\"}}",
        "x".repeat(10 << 20)
    );
    let answer = web.send(
        "POST /api/change",
        &[web.host(), web.key(), json.clone()],
        &large,
    );
    assert!([0, 413].contains(&answer.status), "{}", answer.status);
    let headers = [
        web.host(),
        web.key(),
        format!("X-Long: {}", "x".repeat(100_000)),
    ];
    assert!([0, 400, 431].contains(&web.send("GET /api/desk", &headers, "").status));
    let deep = "[".repeat(100_000);
    for body in [
        "",
        "{",
        "null",
        "[]",
        "{\"do\": \"burn\"}",
        "{\"do\": \"add\"}",
        "\u{0}",
        deep.as_str(),
        "{\"do\": \"edit\", \"article\": \"x\", \"fingerprint\": \"\", \"draft\": false, \"number\": -1, \"fields\": {}}",
    ] {
        for path in ["change", "preview", "quote"] {
            let headers = [web.host(), web.key(), json.clone()];
            let answer = web.send(&format!("POST /api/{path}"), &headers, body);
            assert_eq!(
                answer.status,
                400,
                "{path}: {}",
                body.get(..60).unwrap_or(body)
            );
        }
    }
    for noise in [
        &b"\0\0\0\0\r\n\r\n"[..],
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET /api/desk HTTP/1.1\r\nHost: \xff\xfe\r\n\r\n",
        b"POST /api/change HTTP/1.1\r\nContent-Length: 99999999999999999999\r\n\r\n",
        b"POST /api/change HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\nffffffffffffffff\r\n",
    ] {
        assert!(web.raw(noise).status >= 400 || web.raw(noise).status == 0);
    }
    assert_eq!(web.get("/api/desk").status, 200, "it still answers");
}

#[test]
fn ids_are_no_paths_and_nothing_outside_is_read_or_written() {
    let story = Story::new();
    let web = Web::of(&story);
    for path in [
        "..%2f..%2fetc%2fpasswd",
        "%2e%2e/%2e%2e/etc/passwd",
        "post",
        "post.yaml",
        "%00",
        "%ff%fe",
    ] {
        let status = web.get(&format!("/api/article/{path}")).status;
        assert!([400, 404, 422].contains(&status), "{path}: {status}");
    }
    assert!([400, 404].contains(&web.get("/../Cargo.toml").status));
    let fields = json!({"source": "../../evil", "title": "/etc/passwd"});
    let added = web.post(
        "/api/change",
        &json!({"do": "article", "fields": fields, "text": "Words.", "page": false}),
    );
    assert_eq!(added.status, 200, "{added:?}");
    assert!(story.file("evil.yaml").exists() && story.file("evil.txt").exists());
    for field in ["text", "article"] {
        let fields = json!({field: "/etc/passwd"});
        let body = json!({"do": "article", "fields": fields, "text": "Words.", "page": false});
        assert_eq!(web.post("/api/change", &body).status, 422, "{field}");
    }
}

#[test]
fn a_desk_that_only_shows_refuses_every_change() {
    let story = Story::new();
    let web = Web::on(gainsay::desk::Options {
        read_only: true,
        ..story.options()
    });
    let body = serde_json::from_str(&change(&web)).unwrap();
    assert_eq!(web.post("/api/change", &body).status, 422);
    assert_eq!(web.post("/api/undo", &json!({})).status, 422);
    assert_eq!(web.post("/api/redo", &json!({})).status, 422);
    let declare = json!({"do": "declare", "yaml": "entities:\n  x:\n    kind: person\n"});
    assert_eq!(web.post("/api/change", &declare).status, 422);
    assert_eq!(
        web.post("/api/preview", &body).status,
        200,
        "looking is allowed"
    );
    assert_eq!(story.read("radio.yaml"), RADIO);
    assert!(!story.file(".gainsay").exists());
}

#[cfg(unix)]
#[test]
fn names_of_files_are_texts_and_nothing_else() {
    use std::os::unix::ffi::OsStrExt;
    let story = Story::new();
    let article = |id: &str| {
        format!(
            "article: {{id: {id}}}\nclaims:\n  - {{subject: quay, property: cranes, value: 3}}\n"
        )
    };
    let names: [&[u8]; 7] = [
        b"<img src=x onerror=alert(1)>.yaml",
        b"a b?c#d%2f&e.yaml",
        b"'\"`;$(touch owned).yaml",
        b"two\nlines.yaml",
        "\u{202e}lmay.evil.yaml".as_bytes(),
        b"not\xffutf8.yaml",
        "\u{fb01}le\u{200b}.yaml".as_bytes(),
    ];
    for (number, name) in names.iter().enumerate() {
        let path = story.path().join(std::ffi::OsStr::from_bytes(name));
        std::fs::write(path, article(&format!("n{number}"))).unwrap();
    }
    let web = Web::of(&story);
    let desk = web.get("/api/desk");
    assert!(!desk.body.contains('\u{202e}'), "it is shown as a mark");
    for (number, name) in names.iter().enumerate() {
        let id = format!("n{number}");
        let own = super::asked::article(&web, &id);
        let claim = json!({"subject": "quay", "property": "length", "value": "80 m"});
        let added = web.post("/api/change", &super::asked::add(&own, claim));
        let path = story.path().join(std::ffi::OsStr::from_bytes(name));
        let text = std::fs::read_to_string(path).unwrap();
        if std::str::from_utf8(name).is_err() {
            assert_eq!(added.status, 422);
            assert!(added.body.contains("its name is not UTF-8"), "{added:?}");
            assert_eq!(text, article(&id));
            continue;
        }
        assert_eq!(added.status, 200, "{id}: {added:?}");
        assert!(
            text.starts_with(&article(&id)) && text.contains("80 m"),
            "{text}"
        );
        assert_eq!(web.post("/api/undo", &json!({})).status, 200);
    }
    assert!(!story.file("owned").exists());
}

#[cfg(unix)]
#[test]
fn no_text_and_no_link_leads_out_of_the_folder() {
    let story = Story::new();
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.yaml");
    let theirs = "article: {id: secret}\nclaims: []\n";
    std::fs::write(&secret, theirs).unwrap();
    std::fs::write(outside.path().join("secret.txt"), "Nobody may read this.").unwrap();
    for (id, text) in [
        (
            "up",
            format!(
                "../{}/secret.txt",
                outside.path().file_name().unwrap().display()
            ),
        ),
        (
            "root",
            outside.path().join("secret.txt").display().to_string(),
        ),
        ("link", "link.txt".to_owned()),
    ] {
        story.write(
            &format!("{id}.yaml"),
            &format!("article: {{id: {id}, text: {text}}}\nclaims: []\n"),
        );
    }
    std::os::unix::fs::symlink(outside.path().join("secret.txt"), story.file("link.txt")).unwrap();
    std::os::unix::fs::symlink(&secret, story.file("secret.yaml")).unwrap();
    let web = Web::of(&story);
    for id in ["up", "root", "link"] {
        let own = super::asked::article(&web, id);
        assert_eq!(own["text"], serde_json::Value::Null, "{id}: {own}");
    }
    // A file of claims that lies elsewhere may be shown; it is not written.
    let desk = web.get("/api/desk").json();
    let is_there = desk["articles"]
        .as_array()
        .unwrap()
        .iter()
        .any(|it| it["id"] == "secret");
    if is_there {
        let own = super::asked::article(&web, "secret");
        let claim = json!({"subject": "quay", "property": "length", "value": "80 m"});
        assert_ne!(
            web.post("/api/change", &super::asked::add(&own, claim))
                .status,
            200
        );
    }
    assert_eq!(std::fs::read_to_string(&secret).unwrap(), theirs);
}
