//! The page as it looks: hostile texts, narrow and dark windows, and the pictures of the guide.

use super::page::Page;
use super::web::Web;
use super::{POST_TEXT, RADIO_TEXT, Story};
use crate::browser::browser;

#[test]
fn hostile_texts_are_shown_as_text() {
    let story = Story::new();
    let evil = "<img src=x onerror=alert(1)><script>alert(1)</script>";
    story.write(
        "radio.txt",
        &format!("{evil}\n{RADIO_TEXT}\u{202e}desrever"),
    );
    story.write(
        "radio.yaml",
        &format!("article:\n  id: \"{evil}\"\n  title: \"{evil}\"\n  url: \"javascript:alert(1)\"\n  text: radio.txt\nclaims:\n  - subject: \"{evil}\"\n    property: \"{evil}\"\n    value: \"{evil}\"\n    quote: \"{evil}\"\n    note: \"{evil}\"\n"),
    );
    let Some(mut page) = Page::open(story) else {
        return;
    };
    page.article("<img src=x onerror=alert(1)><script>alert(1)</script>");
    page.wait("document.querySelectorAll('#entries .entry').length === 1");
    assert_eq!(
        page.eval("document.querySelectorAll('img, #words script, #text a, #entries a').length"),
        0
    );
    assert_eq!(page.eval("document.querySelectorAll('script').length"), 1);
    let words = page.eval("document.getElementById('words').textContent");
    assert!(
        words.as_str().unwrap().contains("onerror=alert(1)")
            && !words.as_str().unwrap().contains('\u{202e}')
    );
    page.browser.click("#entries .tools button");
    page.wait("document.getElementById('f-value') !== null");
    assert_eq!(page.field("value"), evil);
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}

#[test]
fn a_narrow_and_a_dark_window_hold_all_of_it() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.browser.look(400, 800, true);
    page.article("post");
    page.wait("document.querySelectorAll('#entries .entry').length === 1");
    assert_eq!(
        page.eval("document.documentElement.scrollWidth <= 400"),
        true
    );
    page.key("c");
    page.wait("document.getElementById('f-value') !== null");
    assert_eq!(
        page.eval("document.documentElement.scrollWidth <= 400"),
        true,
        "with the form"
    );
    let color = page.eval("getComputedStyle(document.documentElement).backgroundColor");
    assert_eq!(color, "rgb(21, 23, 27)");
}

#[test]
fn a_tab_without_the_token_shows_nothing() {
    let Some(mut browser) = browser() else {
        return;
    };
    let story = Story::new();
    let web = Web::of(&story);
    browser.go(&format!("http://{}/", web.at));
    browser.wait_for("document.getElementById('told').textContent.includes('address')");
    assert_eq!(
        browser.eval("document.querySelectorAll('.article').length"),
        0
    );
    assert!(POST_TEXT.contains("dockers"));
    let text = browser.eval("document.body.innerText");
    assert!(!text.as_str().unwrap().contains("docker"));
}

/// An article that is being added.
const NEW: [(&str, &str); 4] = [
    ("source", "Evening Lantern"),
    ("title", "Ferry aground off Harwick"),
    ("published", "2025-05-05"),
    (
        "text",
        "The ferry ran aground shortly after six.\nMore than two hundred people were on board, the harbour master said.",
    ),
];

/// `TAKE_PICTURES=1` takes them anew.
#[test]
fn the_pictures_of_the_desk_are_small() {
    let names = [
        "desk",
        "desk-conflict",
        "desk-matter",
        "desk-draft",
        "desk-add",
        "desk-helps",
        "desk-narrow",
    ];
    let file = |name: &str| format!("docs/{name}.png");
    if std::env::var_os("TAKE_PICTURES").is_some() {
        let story = Story::empty();
        for entry in std::fs::read_dir("example").unwrap().flatten() {
            let name = entry.file_name().into_string().unwrap();
            story.write(&name, &std::fs::read_to_string(entry.path()).unwrap());
        }
        let Some(mut page) = Page::open(story) else {
            return;
        };
        let take = |page: &mut Page, name: &str| {
            page.eval("document.getElementById('folder').textContent = 'ferry'");
            std::fs::write(file(name), page.browser.screenshot()).unwrap();
        };
        page.browser.look(1280, 900, false);
        page.article("harwick-post");
        page.quote("with 214 passengers on board");
        page.fill("property", "passengers on board");
        page.fill("subject", "grounding");
        page.fill("value", "214");
        page.wait("document.querySelectorAll('.stands li').length > 1");
        page.wait("document.querySelectorAll('#articles .waits.quiet').length > 1");
        page.eval("scrollTo(0, 0)");
        take(&mut page, "desk");
        page.browser.press("Escape", 27, "");
        page.wait("document.getElementById('form').hidden");
        page.article("weekly-mail");
        page.wait("[...document.querySelectorAll('#entries .entry')].some(it => it.textContent.includes('Seven were hurt'))");
        page.eval("[...document.querySelectorAll('#entries .entry')].find(it => it.textContent.includes('Seven were hurt')).querySelector('.tools button').click()");
        page.wait("document.querySelectorAll('.stands li.conflict').length > 1");
        page.eval("scrollTo(0, 0)");
        take(&mut page, "desk-conflict");
        page.browser.press("Escape", 27, "");
        page.wait("document.getElementById('form').hidden");
        page.browser.click("#matters [data-matter]");
        page.wait("document.querySelectorAll('#dialog .position').length > 1");
        take(&mut page, "desk-matter");
        page.browser.press("Escape", 27, "");
        page.wait("!document.getElementById('dialog').open");
        // A draft has nothing but its quote.
        page.article("harwick-post");
        page.quote("none of them badly");
        page.eval("{ const value = document.getElementById('f-value'); value.value = ''; value.dispatchEvent(new Event('input', { bubbles: true })); }");
        page.eval("document.getElementById('f-value').focus()");
        page.enter();
        page.wait("document.querySelectorAll('#entries .entry.draft').length > 0");
        page.wait("document.getElementById('form').hidden");
        page.browser.look(1280, 760, false);
        page.eval("scrollTo(0, 0)");
        take(&mut page, "desk-draft");
        page.browser.look(1280, 900, false);
        page.key("a");
        page.wait("document.getElementById('a-text') !== null");
        for (name, text) in NEW {
            page.eval(&format!("document.getElementById('a-{name}').focus()"));
            page.browser.insert(text);
        }
        take(&mut page, "desk-add");
        page.browser.press("Escape", 27, "");
        page.wait("!document.getElementById('dialog').open");
        page.browser.look(400, 860, true);
        page.eval("scrollTo(0, 0)");
        take(&mut page, "desk-narrow");
        drop(page);
        let story = Story::to_help();
        let Some(mut page) = Page::open(story) else {
            return;
        };
        page.browser.look(1280, 900, false);
        page.key("v");
        page.wait("document.querySelectorAll('#dialog .helps > li').length > 0");
        take(&mut page, "desk-helps");
    }
    for name in names {
        let size = std::fs::metadata(file(name)).unwrap().len();
        assert!(size < 250_000, "{name}");
    }
}
