//! The page in a real browser: claims written by hand, and what the file holds afterwards.
//!
//! Skipped where there is no Chromium, as the other tests of pages are.

use serde_json::{Value, json};

use super::web::Web;
use super::{POST, POST_TEXT, RADIO, RADIO_TEXT, Story};
use crate::browser::browser;
use crate::browser::chromium::Chromium;

/// A browser on a desk.
struct Page {
    browser: Chromium,
    story: Story,
}

impl Page {
    fn open(story: Story) -> Option<Self> {
        let mut browser = browser()?;
        let web = Web::of(&story);
        browser.look(1400, 900, false);
        browser.go(&web.address);
        browser.wait_for("document.querySelectorAll('#articles .article').length > 0");
        Some(Self { browser, story })
    }

    fn eval(&mut self, expression: &str) -> Value {
        self.browser.eval(expression)
    }

    fn wait(&mut self, expression: &str) {
        self.browser.wait_for(expression);
    }

    /// Opens an article by its id.
    fn article(&mut self, id: &str) {
        self.eval(&format!(
            "[...document.querySelectorAll('#articles .article')].find(it => it.querySelector('b').textContent === {id:?}).click()"
        ));
        self.wait(&format!(
            "document.getElementById('text-about').textContent.startsWith({id:?})"
        ));
    }

    /// Selects the words of a line of the text.
    fn select(&mut self, words: &str) {
        let found = self.eval(&format!(
            "(() => {{ const holder = [...document.querySelectorAll('#words [data-from]')].find(it => it.textContent.includes({words:?})); \
             if (!holder) return false; const at = holder.textContent.indexOf({words:?}); \
             getSelection().setBaseAndExtent(holder.firstChild, at, holder.firstChild, at + {}); return true; }})()",
            words.len()
        ));
        assert_eq!(found, true, "{words}");
    }

    /// Presses a letter.
    fn key(&mut self, key: &str) {
        let code = key.to_ascii_uppercase().bytes().next().unwrap_or_default();
        self.browser.press(key, u32::from(code), key);
    }

    /// Puts a text in the place of what stands in a field.
    fn fill(&mut self, field: &str, text: &str) {
        self.eval(&format!(
            "(() => {{ const f = document.getElementById('f-{field}'); f.focus(); f.select(); }})()"
        ));
        self.browser.insert(text);
    }

    fn enter(&mut self) {
        self.browser.press("Enter", 13, "\r");
    }
}

#[test]
fn a_claim_is_written_from_a_selection_and_the_conflict_appears_while_typing() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    assert_eq!(
        page.eval("location.hash"),
        "",
        "the token leaves the address"
    );
    page.article("radio");
    page.select("One docker was injured");
    page.key("c");
    page.wait("document.getElementById('f-quote')?.value === 'One docker was injured'");
    assert_eq!(
        page.eval("document.querySelector('#l-property option').value"),
        "injured",
        "what others answer comes first"
    );
    page.fill("property", "injured");
    page.fill("subject", "dock fire");
    page.fill("value", "one");
    page.wait("document.querySelector('.stands li.conflict')?.textContent.includes('conflicts with post: three')");
    assert_eq!(
        page.eval("document.querySelectorAll('#reading .line .bar').length"),
        2,
        "drawn on its line"
    );
    assert_eq!(
        page.story.read("radio.yaml"),
        RADIO,
        "nothing is written yet"
    );

    page.enter();
    page.wait("document.querySelectorAll('#matters li.conflict').length === 1");
    let written = "claims:\n  - subject: dock fire\n    property: injured\n    value: one\n    quote: One docker was injured\n";
    assert_eq!(page.story.read("radio.yaml"), format!("{RADIO}{written}"));
    assert_eq!(page.story.read("post.yaml"), POST);
    page.wait("/^.One docker was injured$/.test(document.querySelector('#words mark.quoted:not(.draft)')?.textContent)");

    // Its matter shows both passages, and can be ruled on.
    page.browser.click("#matters [data-matter]");
    page.wait("document.querySelectorAll('#dialog .position').length === 2");
    let passages =
        "[...document.querySelectorAll('#dialog .context mark')].map(m => m.textContent).sort()";
    let both = json!(["One docker was injured", "three dockers were hurt"]);
    assert_eq!(page.eval(passages), both);
    page.browser.press("Escape", 27, "");
    page.wait("!document.getElementById('dialog').open");

    page.key("u");
    page.wait("document.querySelectorAll('#matters li.conflict').length === 0");
    assert_eq!(
        page.story.read("radio.yaml"),
        RADIO,
        "the old bytes are back"
    );
    page.browser.press("U", 85, "U");
    page.wait("document.querySelectorAll('#matters li.conflict').length === 1");
    assert_eq!(page.story.read("radio.yaml"), format!("{RADIO}{written}"));
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}

#[test]
fn what_stands_in_the_form_survives_a_reload_and_an_edit_from_outside() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.select("Nine boats were lost");
    page.key("c");
    page.wait("document.getElementById('f-value') !== null");
    page.fill("value", "nine");
    page.fill("attribution", "ask the harbour");
    // The same tab, loaded again without its token in the address.
    page.browser.call("Page.reload", json!({}));
    page.wait("document.getElementById('f-attribution')?.value === 'ask the harbour'");
    assert_eq!(
        page.eval("document.getElementById('f-value').value"),
        "nine"
    );

    let theirs = RADIO.replace("City Radio", "Radio City");
    page.story.write("radio.yaml", &theirs);
    page.wait("document.getElementById('text-about').textContent.includes('Radio City')");
    assert_eq!(
        page.eval("document.getElementById('f-value').value"),
        "nine"
    );
    page.fill("subject", "dock fire");
    page.fill("property", "boats lost");
    page.enter();
    page.wait("document.getElementById('f-value') === null");
    let now = page.story.read("radio.yaml");
    assert!(
        now.starts_with(&theirs) && now.contains("value: nine\n"),
        "{now}"
    );
}

#[test]
fn what_is_selected_and_chosen_stays_so_when_the_files_change() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.key("d");
    page.wait("document.activeElement.classList.contains('draft')");
    page.select("two sheds");
    let sources = ["City Radio", "Radio City"];
    for (before, after) in [(sources[0], sources[1]), (sources[1], sources[0])] {
        let now = page.story.read("radio.yaml").replace(before, after);
        page.story.write("radio.yaml", &now);
        page.wait(&format!(
            "document.getElementById('text-about').textContent.includes({after:?})"
        ));
        assert_eq!(page.eval("getSelection().toString()"), "two sheds");
        assert_eq!(
            page.eval("document.activeElement.classList.contains('draft')"),
            true
        );
    }
    page.key("c");
    page.wait("document.getElementById('f-quote')?.value === 'two sheds'");
}

#[test]
fn an_answer_that_comes_late_changes_nothing() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    // The first question is answered last, with what was true before.
    page.eval(
        "(() => { const before = fetch; window.fetch = (url, ...rest) => { const answer = before(url, ...rest); \
         if (window.answer || !url.includes('/api/article/')) return answer; window.answer = answer; \
         return new Promise((done) => { window.release = () => answer.then(done); }); }; document.querySelector('#articles .article[aria-current]').click(); })()",
    );
    page.eval("answer.then(() => true)");
    page.story
        .write("radio.yaml", &RADIO.replace("City Radio", "Radio City"));
    page.wait("document.getElementById('text-about').textContent.includes('Radio City')");
    page.eval("release()");
    page.eval("new Promise((done) => setTimeout(done, 100))");
    let about = page.eval("document.getElementById('text-about').textContent");
    assert!(about.as_str().unwrap().contains("Radio City"), "{about}");
}

#[test]
fn whoever_comes_second_sees_both_versions_and_keeps_the_form() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.select("Nine boats were lost");
    page.key("c");
    page.wait("document.getElementById('f-value') !== null");
    // Faster than the page can see it.
    let theirs = RADIO.replace("City Radio", "Radio City");
    page.eval("window.fetchBefore = window.fetch; window.fetch = (url, ...rest) => String(url).includes('/api/changes') ? new Promise(() => {}) : window.fetchBefore(url, ...rest)");
    page.story.write("radio.yaml", &theirs);
    page.eval("document.getElementById('f-value').focus()");
    page.enter();
    page.wait(
        "document.getElementById('dialog').open || document.getElementById('f-value') === null",
    );
    if page.eval("document.getElementById('dialog').open") == true {
        let shown = page.eval("document.getElementById('dialog').textContent");
        assert!(
            shown.as_str().unwrap().contains("Radio City")
                && shown.as_str().unwrap().contains("Nine boats were lost")
        );
        assert_eq!(page.story.read("radio.yaml"), theirs);
        assert_eq!(
            page.eval("document.getElementById('f-quote').value"),
            "Nine boats were lost"
        );
    } else {
        assert!(page.story.read("radio.yaml").starts_with(&theirs));
    }
}

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
    assert_eq!(page.eval("document.getElementById('f-value').value"), evil);
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}

#[test]
fn everything_is_done_without_a_mouse() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("post");
    page.key("t");
    for _ in 0..3 {
        page.browser.press("ArrowRight", 39, "");
    }
    assert_eq!(page.eval("getSelection().toString()"), "the");
    page.eval("document.getElementById('words').dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', shiftKey: true, bubbles: true, cancelable: true}))");
    assert_eq!(page.eval("getSelection().toString()"), "the docks");
    page.key("c");
    page.wait("document.getElementById('f-quote')?.value === 'the docks'");
    page.browser.press("Escape", 27, "");
    page.wait("document.getElementById('form').hidden");
    page.key("d");
    page.wait("document.activeElement.classList.contains('draft')");
    page.browser.press("e", 69, "e");
    page.wait("document.getElementById('f-quote')?.value === 'two sheds burnt down'");
    page.browser.press("Escape", 27, "");
    page.wait("document.getElementById('form').hidden");
    page.browser.press("?", 191, "?");
    page.wait("document.querySelectorAll('#dialog .keys kbd').length > 10");
    page.browser.press("Escape", 27, "");
    page.wait("!document.getElementById('dialog').open");
    page.browser.press("a", 65, "a");
    page.wait("document.activeElement.id === 'a-source'");
    page.browser.insert("Wire");
    page.eval("document.getElementById('a-text').focus()");
    page.browser.insert("One more report of the fire.");
    page.eval("document.querySelector('.adding button[type=submit]').focus()");
    page.enter();
    page.wait("document.getElementById('text-about').textContent.startsWith('wire')");
    assert_eq!(
        page.story.read("wire.txt"),
        "One more report of the fire.\n"
    );
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

/// `TAKE_PICTURES=1` takes them anew.
#[test]
fn the_pictures_of_the_desk_are_small() {
    let names = ["desk", "desk-matter", "desk-narrow"];
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
            std::fs::write(file(name), page.browser.screenshot()).unwrap();
        };
        page.browser.look(1280, 900, false);
        page.article("harwick-post");
        page.select("with 214 passengers on board");
        page.key("c");
        page.wait("document.getElementById('f-property') !== null");
        page.fill("property", "passengers on board");
        page.fill("subject", "grounding");
        page.fill("value", "214");
        page.wait("document.querySelectorAll('.stands li').length > 1");
        page.eval("scrollTo(0, 0)");
        take(&mut page, "desk");
        page.browser.press("Escape", 27, "");
        page.browser.click("#matters [data-matter]");
        page.wait("document.querySelectorAll('#dialog .position').length > 1");
        take(&mut page, "desk-matter");
        page.browser.press("Escape", 27, "");
        page.browser.look(400, 860, true);
        page.eval("scrollTo(0, 0)");
        take(&mut page, "desk-narrow");
    }
    for name in names {
        let size = std::fs::metadata(file(name)).unwrap().len();
        assert!(size < 250_000, "{name}");
    }
}
