//! The page while files change elsewhere: editors, other tabs, other articles.

use serde_json::json;

use super::page::Page;
use super::{POST, RADIO, Story};
use crate::browser::browser;

#[test]
fn what_stands_in_the_form_survives_a_reload_and_an_edit_from_outside() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.quote("Nine boats were lost");
    page.fill("value", "nine");
    page.fill("attribution", "ask the harbour");
    // The same tab, loaded again without its token in the address.
    page.browser.call("Page.reload", json!({}));
    page.wait("document.getElementById('f-attribution')?.value === 'ask the harbour'");
    assert_eq!(page.field("value"), "nine");

    let theirs = RADIO.replace("City Radio", "Radio City");
    page.story.write("radio.yaml", &theirs);
    page.wait("document.getElementById('text-about').textContent.includes('Radio City')");
    assert_eq!(page.field("value"), "nine");
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
    page.quote("Nine boats were lost");
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
        assert_eq!(page.field("quote"), "Nine boats were lost");
    } else {
        assert!(page.story.read("radio.yaml").starts_with(&theirs));
    }
}

#[test]
fn a_file_that_is_broken_is_shown_as_it_was_until_it_is_well() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.quote("Nine boats were lost");
    page.fill("value", "nine");
    let broken = format!("{RADIO}claims: [\n");
    page.story.write("radio.yaml", &broken);
    page.wait("!document.getElementById('fixed').hidden");
    page.wait("[...document.querySelectorAll('#articles .article, #entries li, #fixed')].some(it => /error at line|cannot be read/.test(it.textContent))");
    assert_eq!(page.field("value"), "nine");
    assert!(
        page.eval("document.getElementById('words').textContent")
            .as_str()
            .unwrap()
            .contains("Nine boats"),
        "the text stays"
    );
    assert_eq!(
        page.eval("document.querySelectorAll('#entries .tools').length"),
        0
    );
    page.eval("document.getElementById('f-value').focus()");
    page.enter();
    page.wait("/stays as it is|no such article|changed elsewhere|cannot be found/.test(document.getElementById('told').textContent)");
    assert_eq!(page.story.read("radio.yaml"), broken, "nothing is written");
    // Nothing at all can be read.
    page.browser.press("Escape", 27, "");
    let merged = format!("<<<<<<< ours\n{RADIO}=======\n>>>>>>> theirs\n");
    page.story.write("radio.yaml", &merged);
    page.wait("[...document.querySelectorAll('#articles .article')].some(it => it.textContent.includes('cannot be read'))");
    page.wait("document.getElementById('fixed').textContent.includes('this is how it was')");
    page.story.write("radio.yaml", RADIO);
    page.wait("document.getElementById('fixed').hidden");
    page.wait("document.querySelectorAll('#entries .tools').length === 1");
}

#[test]
fn two_tabs_see_what_the_other_writes_and_do_not_write_over_it() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    let Some(mut second) = browser() else {
        return;
    };
    second.look(1400, 900, false);
    second.go(&page.address);
    second.wait_for("document.querySelectorAll('#articles .article').length > 0");
    page.article("radio");
    second.eval("[...document.querySelectorAll('#articles .article')].find(it => it.querySelector('b').textContent === 'radio').click()");
    second.wait_for("document.querySelectorAll('#entries .entry').length === 1");
    page.quote("Nine boats were lost");
    page.enter();
    page.wait("document.querySelectorAll('#entries .entry').length === 2");
    second.wait_for("document.querySelectorAll('#entries .entry').length === 2");
    // The other one takes it back, and the first sees that.
    second.press("u", 85, "u");
    page.wait("document.querySelectorAll('#entries .entry').length === 1 && document.getElementById('form').hidden");
    assert_eq!(page.story.read("radio.yaml"), RADIO);
}

#[test]
fn a_form_writes_into_its_own_article_whatever_is_open() {
    let Some(mut page) = Page::open(Story::new()) else {
        return;
    };
    page.article("radio");
    page.quote("Nine boats were lost");
    assert_eq!(
        page.eval("document.querySelector('#form h3').textContent"),
        "New claim of radio"
    );
    page.article("post");
    page.eval("document.getElementById('f-value').focus()");
    page.enter();
    page.wait("document.getElementById('form').hidden");
    assert!(
        page.story
            .read("radio.yaml")
            .contains("Nine boats were lost")
    );
    assert_eq!(page.story.read("post.yaml"), POST);
}
