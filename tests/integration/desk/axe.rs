//! What axe-core says of the page in each of its states. It is fetched by `.ci/axe`, which runs this.

use serde_json::Value;

use super::Story;
use super::page::Page;

/// The file with axe-core.
const AXE: &str = "GAINSAY_AXE";

/// What axe finds wrong with the page as it is.
fn complaints(page: &mut Page, state: &str) -> Vec<String> {
    let run = "axe.run(document, {resultTypes: ['violations']}).then(it => it.violations.flatMap(\
               v => v.nodes.map(n => `${v.id} (${v.impact}): ${n.target.join(' ')} ${n.failureSummary}`)))";
    let params =
        serde_json::json!({"expression": run, "awaitPromise": true, "returnByValue": true});
    let answer = page.browser.call("Runtime.evaluate", params);
    let found = answer["result"]["value"].as_array().cloned();
    let found = found.unwrap_or_else(|| panic!("{state}: {answer}"));
    let told = |it: &Value| format!("{state}: {}", it.as_str().unwrap_or_default());
    found.iter().map(told).collect()
}

#[test]
#[ignore = "needs axe-core, which `.ci/axe` fetches"]
fn axe_finds_nothing_on_page_form_and_matter() {
    let script = std::fs::read_to_string(std::env::var(AXE).unwrap()).unwrap();
    let mut all = Vec::new();
    for (width, is_dark) in [(1400, false), (1400, true), (400, false)] {
        let mut page = Page::open(Story::new()).unwrap();
        page.browser.look(width, 900, is_dark);
        page.eval(&format!("(() => {{ {script} }})()"));
        let mut look = |page: &mut Page, state: &str| {
            let state = format!(
                "{state}, {width} wide, {}",
                if is_dark { "dark" } else { "light" }
            );
            all.extend(complaints(page, &state));
        };
        page.article("radio");
        page.wait("document.querySelectorAll('#sentences li').length > 0");
        look(&mut page, "page");
        page.quote("One docker was injured");
        page.fill("property", "injured");
        page.fill("subject", "dock fire");
        page.fill("value", "one");
        page.wait("document.querySelectorAll('.stands li.conflict').length > 0");
        page.eval("document.querySelector('#form details').open = true");
        look(&mut page, "form");
        page.enter();
        page.wait("document.querySelectorAll('#matters li.conflict').length === 1");
        look(&mut page, "page with a conflict");
        page.browser.click("#matters [data-matter]");
        page.wait("document.querySelectorAll('#dialog .position').length === 2");
        look(&mut page, "matter");
        for (key, shown) in [("a", ".adding"), ("!", "h2"), ("?", ".keys"), ("v", "h2")] {
            page.browser.press("Escape", 27, "");
            page.wait("!document.getElementById('dialog').open");
            page.key(key);
            page.wait(&format!("document.getElementById('dialog').open && document.querySelector('#dialog {shown}') !== null"));
            look(&mut page, &format!("dialog {key}"));
        }
    }
    assert!(all.is_empty(), "{}", all.join("\n\n"));
}
