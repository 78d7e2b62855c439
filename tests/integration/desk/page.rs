//! The page in a real browser: claims written by hand, and what the file holds afterwards.
//!
//! Skipped where there is no Chromium, as the other tests of pages are.

use serde_json::{Value, json};

use super::web::Web;
use super::{POST, RADIO, Story};
use crate::browser::browser;
use crate::browser::chromium::Chromium;

/// A browser on a desk.
pub(super) struct Page {
    pub(super) address: String,
    pub(super) browser: Chromium,
    pub(super) story: Story,
}

impl Page {
    pub(super) fn open(story: Story) -> Option<Self> {
        let mut browser = browser()?;
        let web = Web::of(&story);
        browser.look(1400, 900, false);
        browser.go(&web.address);
        browser.wait_for("document.querySelectorAll('#articles .article').length > 0");
        Some(Self {
            address: web.address,
            browser,
            story,
        })
    }

    pub(super) fn eval(&mut self, expression: &str) -> Value {
        self.browser.eval(expression)
    }

    pub(super) fn wait(&mut self, expression: &str) {
        self.browser.wait_for(expression);
    }

    /// Opens an article by its id.
    pub(super) fn article(&mut self, id: &str) {
        self.eval(&format!(
            "[...document.querySelectorAll('#articles .article')].find(it => it.querySelector('b').textContent === {id:?}).click()"
        ));
        self.wait(&format!(
            "document.getElementById('text-about').textContent.startsWith({id:?})"
        ));
    }

    /// Selects the words of a line of the text.
    pub(super) fn select(&mut self, words: &str) {
        let found = self.eval(&format!(
            "(() => {{ const holder = [...document.querySelectorAll('#words [data-from]')].find(it => it.textContent.includes({words:?})); \
             if (!holder) return false; const at = holder.textContent.indexOf({words:?}); \
             getSelection().setBaseAndExtent(holder.firstChild, at, holder.firstChild, at + {}); return true; }})()",
            words.len()
        ));
        assert_eq!(found, true, "{words}");
    }

    /// Presses a letter.
    pub(super) fn key(&mut self, key: &str) {
        let code = key.to_ascii_uppercase().bytes().next().unwrap_or_default();
        self.browser.press(key, u32::from(code), key);
    }

    /// Begins a claim with words of the text.
    pub(super) fn quote(&mut self, words: &str) {
        self.select(words);
        self.key("c");
        self.wait(&format!(
            "document.getElementById('f-quote')?.value === {words:?}"
        ));
    }

    /// What stands in a field of the form.
    pub(super) fn field(&mut self, name: &str) -> Value {
        self.eval(&format!("document.getElementById('f-{name}').value"))
    }

    /// Puts a text in the place of what stands in a field.
    pub(super) fn fill(&mut self, field: &str, text: &str) {
        self.eval(&format!(
            "(() => {{ const f = document.getElementById('f-{field}'); f.focus(); f.select(); }})()"
        ));
        self.browser.insert(text);
    }

    pub(super) fn enter(&mut self) {
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
    page.quote("One docker was injured");
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
fn sentences_come_by_rank_and_one_of_them_becomes_a_claim() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.wait("document.querySelectorAll('#sentences li').length === 1");
    page.wait("[...document.querySelectorAll('#articles .article')].find(it => it.querySelector('b').textContent === 'post').textContent.includes('○3')");
    page.article("post");
    page.wait("document.querySelectorAll('#sentences li').length === 3");
    page.key("s");
    page.wait("getSelection().toString().includes('12 boats')");
    assert!(
        page.eval("document.getElementById('told').textContent")
            .as_str()
            .unwrap()
            .starts_with("sentence 1 of 3 that nobody has quoted: ")
    );
    page.key("c");
    page.wait("document.getElementById('f-quote')?.value.includes('12 boats')");
    page.enter();
    page.wait("document.querySelectorAll('#sentences li').length === 2 && document.getElementById('form').hidden");
    assert!(page.story.read("post.yaml").contains("12 boats were lost"));
    page.key("s");
    page.wait("getSelection().toString().includes('1998')");
    page.browser.press("S", 83, "S");
    page.wait("!getSelection().toString().includes('1998')");
    page.article("radio");
    page.key("s");
    page.wait("getSelection().toString().startsWith('Nine boats')");
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}

#[test]
fn what_would_help_is_one_click() {
    let story = Story::to_help();
    let Some(mut page) = Page::open(story) else {
        return;
    };
    page.key("v");
    page.wait("document.querySelectorAll('#dialog .helps > li').length === 4");
    page.browser.click("#dialog .way button:nth-of-type(2)");
    page.wait("document.querySelector('#dialog .way .lead')?.textContent.includes('1 conflict instead of 0')");
    let shown = page.eval("document.querySelector('#dialog .way pre').textContent");
    page.browser.click("#dialog .way button");
    page.wait("document.querySelectorAll('#dialog .helps > li').length === 3");
    assert_eq!(page.story.read("vocabulary.yaml"), shown.as_str().unwrap());
    page.browser.press("Escape", 27, "");
    page.wait("!document.getElementById('dialog').open");
    page.key("u");
    page.wait("document.getElementById('told').textContent.startsWith('undone')");
    assert!(!page.story.file("vocabulary.yaml").exists());
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}

#[test]
fn the_main_one_of_two_names_is_chosen() {
    let Some(mut page) = Page::open(Story::to_help()) else {
        return;
    };
    page.key("v");
    let choice =
        "document.querySelector('#dialog select[aria-label=\"Main name of Marco Odouya\"]')";
    page.wait(&format!("{choice}?.options.length === 2"));
    let lines = format!("{choice}.closest('li').querySelector('pre').textContent");
    let turned = "entities:\n  Marco Oduya:\n    aliases:\n      - Marco Odouya\n";
    assert_ne!(page.eval(&lines), turned);
    // By keyboard, as whoever has no mouse.
    page.eval(&format!("{choice}.focus()"));
    page.browser.press("ArrowDown", 40, "");
    page.wait(&format!("{lines} === {turned:?}"));
    page.eval(&format!(
        "{choice}.closest('li').querySelector('.way button').click()"
    ));
    page.wait("document.querySelectorAll('#dialog .helps > li').length === 3");
    assert_eq!(page.story.read("vocabulary.yaml"), turned);
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}

#[test]
fn what_is_written_is_asked_for_once_and_written_once() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.quote("One docker was injured");
    page.fill("property", "injured");
    page.fill("subject", "dock fire");
    page.fill("value", "one");
    page.wait("document.querySelector('.stands li.conflict') !== null");
    page.eval("window.asked = []; window.plain = fetch; window.fetch = (path, options) => { asked.push(path); return plain(path, options); }; 0");
    // Whoever presses twice means once.
    page.enter();
    page.enter();
    page.wait("document.querySelectorAll('#matters li.conflict').length === 1");
    page.wait("document.getElementById('form').hidden");
    page.wait("asked.some(it => it.startsWith('/api/changes/'))");
    let count = |page: &mut Page, path: &str| {
        page.eval(&format!(
            "asked.filter(it => it.startsWith('/api/{path}')).length"
        ))
    };
    for (path, expected) in [("change", 2), ("desk", 1), ("article", 1), ("preview", 0)] {
        assert_eq!(count(&mut page, path), expected, "{path}");
    }
    let written = page.story.read("radio.yaml");
    assert_eq!(written.matches("dock fire").count(), 1, "{written}");
    assert_eq!(page.browser.complaints(), [] as [String; 0]);
}
