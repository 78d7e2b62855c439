//! The page in a real browser: what an editor sees, clicks and types.
//!
//! Skipped where there is no Chromium, unless `GAINSAY_NEEDS_BROWSER` says that there must be one.

pub(crate) mod chromium;

use std::fs;
use std::path::Path;
use std::time::Instant;

use chromium::Chromium;
use gainsay::finding::Report;
use gainsay::parse::{self, Inputs};
use gainsay::render::{Format, Options, render};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::checks::everything;
use crate::page::big_story;
use crate::sample;

/// A browser with the page of some folder open in it.
struct Desk {
    browser: Chromium,
    _folder: TempDir,
}

pub(crate) fn browser() -> Option<Chromium> {
    let browser = Chromium::start();
    if browser.is_none() {
        let must = std::env::var_os("GAINSAY_NEEDS_BROWSER").is_some();
        assert!(
            !must,
            "there is no Chromium: install the package `chromium`"
        );
        #[expect(clippy::print_stderr, reason = "a skipped test says so")]
        {
            eprintln!("skipped: there is no Chromium");
        }
    }
    browser
}

impl Desk {
    /// The page of the articles in a folder; `None` where there is no browser.
    fn on(folder: &str, width: u32) -> Option<Self> {
        let (corpus, problems) = parse::load(&Inputs {
            paths: vec![folder.into()],
            stdin: None,
        });
        let report = gainsay::examine(&corpus, problems, &everything(), false).unwrap();
        Self::of(&report, width)
    }

    fn of(report: &Report<'_>, width: u32) -> Option<Self> {
        let mut browser = browser()?;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("report.html");
        let mut bytes = Vec::new();
        render(report, Format::Html, &Options::default(), &mut bytes).unwrap();
        fs::write(&file, bytes).unwrap();
        browser.look(width, 900, false);
        browser.open(&file);
        Some(Self {
            browser,
            _folder: folder,
        })
    }

    fn eval(&mut self, expression: &str) -> Value {
        self.browser.eval(expression)
    }

    /// The questions in the table that are shown, in their order.
    fn rows(&mut self) -> Vec<String> {
        let rows = self.eval(
            "[...document.querySelectorAll('#matrix tbody tr:not([hidden]) th > a')].map(a => a.textContent)",
        );
        serde_json::from_value(rows).unwrap()
    }

    /// Chooses or types something in a control.
    fn set(&mut self, id: &str, value: &str) {
        self.eval(&format!(
            "(() => {{ const e = document.getElementById({id:?}); e.value = {value:?}; \
             e.dispatchEvent(new Event('input', {{bubbles: true}})); \
             e.dispatchEvent(new Event('change', {{bubbles: true}})); }})()"
        ));
    }
}

#[test]
fn the_page_loads_alone_and_without_complaints() {
    for folder in ["tests/fixtures/page", "claims"] {
        let Some(mut desk) = Desk::on(folder, 1400) else {
            return;
        };
        // Whatever the page does later shows up here too.
        desk.eval("new Promise(done => setTimeout(done, 300))");
        assert_eq!(desk.browser.complaints(), [] as [String; 0], "{folder}");
        assert_eq!(desk.browser.requests().len(), 1, "{folder}");
    }
}

#[test]
fn filters_and_order() {
    let Some(mut desk) = Desk::on("tests/fixtures/page", 1400) else {
        return;
    };
    let all = desk.rows();
    assert_eq!(all.first().map(String::as_str), Some("What was her role?"));
    assert!(
        !all.contains(&"dock / opened".into()),
        "notes come on demand"
    );
    assert_eq!(desk.eval("document.querySelector('#notes').hidden"), true);

    desk.set("f-importance", "0");
    assert_eq!(
        desk.rows(),
        ["What was her role?", "How many people were injured?"]
    );
    desk.set("f-importance", "2");
    let wire = "[...document.querySelectorAll('#f-source option')].find(o => o.text.startsWith('wire')).value";
    let wire = desk.eval(wire);
    desk.set("f-source", wire.as_str().unwrap());
    assert_eq!(
        desk.rows(),
        [
            "What was her role?",
            "How many people were injured?",
            "Ann Lee / charged",
            "Dock fire / boats lost",
            "Dock fire / reason",
        ]
    );
    desk.browser.click("button[type=reset]");
    desk.browser
        .wait_for("document.getElementById('f-source').value === ''");
    desk.browser
        .wait_for("document.querySelectorAll('#matrix tbody tr:not([hidden])').length > 10");
    assert_eq!(desk.rows(), all);

    // Words are looked for in quotes too, and in any order.
    desk.set("f-text", "CRANE operated");
    desk.browser
        .wait_for("document.querySelectorAll('#matrix tbody tr:not([hidden])').length === 1");
    assert_eq!(desk.rows(), ["What was her role?"]);
    let shown = "document.querySelectorAll('details.q:not([hidden])').length";
    assert_eq!(desk.eval(shown), 1, "the findings below follow the table");
    desk.set("f-text", "no such words");
    desk.browser
        .wait_for("!document.getElementById('none').hidden");
    desk.browser.click("#none-reset");
    desk.browser
        .wait_for("document.getElementById('count').textContent.startsWith('All')");
    let everything = desk.rows();
    assert!(everything.len() > all.len());

    desk.set("f-sort", "subject");
    let mut subjects: Vec<String> = serde_json::from_value(desk.eval(
        "[...document.querySelectorAll('#matrix tbody tr')].map(r => r.dataset.s === undefined ? '~' : \
         document.getElementById('f-subject').options[+r.dataset.s + 1].text)",
    ))
    .unwrap();
    let given = subjects.clone();
    subjects.sort();
    assert_eq!(given, subjects);
    desk.set("f-sort", "level");
    assert_eq!(desk.rows(), everything);
}

#[test]
fn a_click_and_a_key_open_a_finding() {
    let Some(mut desk) = Desk::on("tests/fixtures/page", 1400) else {
        return;
    };
    let open = "(() => { const d = document.activeElement.closest('details'); \
        return d && d.open && d.querySelector('h3').textContent; })()";
    // A cell far from the link: the claims of that article stand out.
    desk.browser
        .click("#matrix tbody tr:nth-child(12) td:nth-of-type(2)");
    desk.browser.wait_for(&format!("{open} === 'When was it?'"));
    let hit = desk.eval("document.querySelector('.hit').textContent");
    assert!(hit.as_str().unwrap().contains("on Monday"), "{hit}");

    desk.eval("document.querySelector('#matrix tbody tr:nth-child(10) th a').focus()");
    desk.browser.press("Enter", 13, "\r");
    desk.browser
        .wait_for(&format!("{open} === 'Dock fire / present'"));
    let in_view = "(() => { const y = document.activeElement.getBoundingClientRect().y; return y >= 0 && y < 700; })()";
    desk.browser.wait_for(in_view);
    // The heading is a button of its own: a space closes it, and the link opens it again.
    desk.browser.press(" ", 32, " ");
    desk.browser
        .wait_for("!document.activeElement.closest('details').open");
    desk.browser.click("#matrix tbody tr:nth-child(10) th a");
    desk.browser
        .wait_for(&format!("{open} === 'Dock fire / present'"));
}

#[test]
fn the_keyboard_reaches_every_control() {
    let Some(mut desk) = Desk::on("tests/fixtures/page", 1400) else {
        return;
    };
    let mut reached = Vec::new();
    for _ in 0..40 {
        desk.browser.press("Tab", 9, "");
        let at = desk.eval("(e => e.id || e.className || e.tagName)(document.activeElement)");
        reached.push(at.as_str().unwrap_or_default().to_owned());
    }
    for wanted in [
        "skip",
        "f-text",
        "f-source",
        "f-subject",
        "f-importance",
        "f-sort",
        "scroll",
    ] {
        assert!(
            reached.iter().any(|at| at == wanted),
            "{wanted}: {reached:?}"
        );
    }
}

#[test]
fn hostile_text_stays_text() {
    let corpus = sample::corpus();
    let report = sample::report(&corpus);
    let Some(mut desk) = Desk::of(&report, 1400) else {
        return;
    };
    desk.eval("new Promise(done => setTimeout(done, 300))");
    assert_eq!(desk.browser.complaints(), [] as [String; 0]);
    assert_eq!(desk.browser.requests().len(), 1);
    assert_eq!(desk.eval("document.scripts.length"), 1);
    let attributes = "[...document.querySelectorAll('*')].flatMap(e => [...e.attributes]).map(a => a.name)\
        .filter(n => n.startsWith('on') || n === 'style' || n === 'src')";
    assert_eq!(desk.eval(attributes), json!([]));
    let links = "[...document.querySelectorAll('a')].map(a => a.getAttribute('href')).filter(h => !h.startsWith('#'))";
    let links: Vec<String> = serde_json::from_value(desk.eval(links)).unwrap();
    assert!(!links.is_empty());
    for link in links {
        assert_eq!(link, "https://example.org/herald?a=1&b=2");
    }
    let shown = sample::HOSTILE
        .replace('\x1b', "␛")
        .replace('\x07', "␇")
        .replace('\n', " ")
        .replace('\u{202e}', "<U+202E>");
    let text = desk.eval("document.querySelector('main').textContent");
    assert!(text.as_str().unwrap().contains(&shown));
}

#[test]
fn everybody_can_use_the_page() {
    let axe = fs::read_to_string("tests/vendor/axe-core/axe.min.js").unwrap();
    let Some(mut desk) = Desk::on("tests/fixtures/page", 1400) else {
        return;
    };
    desk.eval(&format!("{axe}; true"));
    for (width, dark) in [(1400, false), (1400, true), (390, false), (390, true)] {
        desk.browser.look(width, 900, dark);
        desk.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        let found = desk.eval(
            "axe.run(document, {resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', \
             'wcag22aa', 'best-practice']}).then(r => r.violations.map(v => v.id + ': ' + v.help + ' ' + \
             v.nodes.slice(0, 3).map(n => n.html + ' ' + n.failureSummary).join('\\n')))",
        );
        assert_eq!(found, json!([]), "{width} {dark} {found:#}");
    }
}

#[test]
fn no_width_cuts_the_page_off() {
    for folder in ["tests/fixtures/page", "claims"] {
        let Some(mut desk) = Desk::on(folder, 1400) else {
            return;
        };
        desk.eval("document.querySelectorAll('details').forEach(d => { d.open = true; })");
        for width in [320, 390, 768, 1024, 1400] {
            desk.browser.look(width, 900, false);
            let page = desk.eval("document.documentElement.scrollWidth");
            assert!(
                page.as_u64().unwrap() <= width.into(),
                "{folder}: {page} at {width}"
            );
        }
    }
}

#[test]
fn the_page_can_be_read_without_its_script() {
    let Some(mut browser) = browser() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    write_page(Path::new("tests/fixtures/page"), &file);
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    browser.open(&file);
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": false}),
    );
    assert_eq!(
        browser.eval("document.getElementById('filter').hidden"),
        true
    );
    assert_eq!(
        browser.eval("document.querySelectorAll('tr[hidden], .q[hidden]').length"),
        0
    );
    let open = "[...document.querySelectorAll('.q')].every(q => q.open === !!q.closest('#conflicts, #warnings'))";
    assert_eq!(browser.eval(open), true);
    let targets = "[...document.querySelectorAll('a[href^=\"#\"]')].every(a => document.querySelector(a.getAttribute('href')))";
    assert_eq!(browser.eval(targets), true, "every link leads somewhere");
}

#[test]
fn paper_shows_matters_in_full_the_rest_in_a_line_and_no_controls() {
    let Some(mut browser) = browser() else {
        return;
    };
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("report.html");
    write_page(Path::new("tests/fixtures/page"), &file);
    // Without its script: the style sheet alone opens what is closed.
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": true}),
    );
    browser.open(&file);
    browser.call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    browser.call(
        "Emulation.setScriptExecutionDisabled",
        json!({"value": false}),
    );
    let hidden = |selector: &str| {
        format!(
            "[...document.querySelectorAll({selector:?})].filter(e => !e.checkVisibility()).length"
        )
    };
    let told =
        "#conflicts .body, #warnings .body, #not-compared .body, #conflicts q, #warnings q, .brief";
    assert_eq!(browser.eval(&hidden(told)), 0);
    let shown = "[...document.querySelectorAll('#agreements .body, #notes .body, select, input, button, nav, \
        .back, .context')].filter(e => e.checkVisibility()).length";
    assert_eq!(browser.eval(shown), 0);
    assert!(browser.print().starts_with(b"%PDF"));
}

/// The pages of a story, and what stands on them.
#[test]
fn a_story_fits_on_few_pages_and_can_be_read_there() {
    let Some(mut desk) = Desk::on("claims", 1200) else {
        return;
    };
    let quotes =
        "[...document.querySelectorAll('#conflicts .q q, #warnings .q q')].map(q => q.textContent)";
    let quotes: Vec<String> = serde_json::from_value(desk.eval(quotes)).unwrap();
    assert!(quotes.len() > 15, "{quotes:?}");
    let pdf = desk.browser.print();
    let pages = |pdf: &[u8]| {
        let starts = pdf.windows(11).filter(|part| *part == b"/Type /Page");
        // The root of their tree is written "/Type /Pages".
        starts.count()
            - pdf
                .windows(12)
                .filter(|part| *part == b"/Type /Pages")
                .count()
    };
    assert!((3..=10).contains(&pages(&pdf)), "{} pages", pages(&pdf));
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("report.pdf"), &pdf).unwrap();
    let text = std::process::Command::new("pdftotext")
        .args(["report.pdf", "-"])
        .current_dir(&folder)
        .output();
    if let Ok(text) = text {
        let plain = |text: &str| text.split_whitespace().collect::<String>();
        let text = plain(&String::from_utf8_lossy(&text.stdout));
        for quote in &quotes {
            assert!(text.contains(&plain(quote)), "{quote} is not on paper");
        }
    }
    desk.browser
        .call("Emulation.setEmulatedMedia", json!({"media": "print"}));
    // Nine points are twelve pixels.
    let small = "[...document.querySelectorAll('body *')].filter(e => e.checkVisibility() && \
        [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()) && \
        parseFloat(getComputedStyle(e).fontSize) < 11.99).map(e => e.outerHTML.slice(0, 80))";
    assert_eq!(desk.eval(small), json!([]));
}

#[test]
fn conflicts_stand_above_the_filters_on_the_first_screen() {
    for (width, height) in [(1280, 800), (1920, 1000)] {
        let Some(mut desk) = Desk::on("claims", width) else {
            return;
        };
        desk.browser.look(width, height, false);
        let bottoms = desk.eval(
            "[...document.querySelectorAll('.matters li.conflict')].map(e => e.getBoundingClientRect().bottom)",
        );
        let bottoms: Vec<f64> = serde_json::from_value(bottoms).unwrap();
        assert!(bottoms.len() > 3, "{bottoms:?}");
        let filters = desk.eval("document.getElementById('filter').getBoundingClientRect().top");
        let end = filters.as_f64().unwrap().min(height.into());
        assert!(bottoms.iter().all(|it| *it <= end), "{bottoms:?} {end}");
    }
}

#[test]
fn a_big_story_opens_and_filters_at_once() {
    let folder = tempfile::tempdir().unwrap();
    big_story(folder.path(), 50, 1_000, 5);
    let Some(mut browser) = browser() else {
        return;
    };
    let file = folder.path().join("report.html");
    write_page(folder.path(), &file);
    browser.look(1400, 900, false);
    let start = Instant::now();
    browser.open(&file);
    browser.wait_for("document.getElementById('count').textContent !== ''");
    let opened = start.elapsed();
    let filtered = browser.eval(
        "(() => { const start = performance.now(); const e = document.getElementById('f-importance'); e.value = '0'; \
         e.dispatchEvent(new Event('change', {bubbles: true})); document.body.offsetHeight; e.value = '2'; \
         e.dispatchEvent(new Event('change', {bubbles: true})); document.body.offsetHeight; \
         return performance.now() - start; })()",
    );
    let shown = "document.querySelectorAll('#matrix tbody tr:not([hidden])').length";
    assert_eq!(browser.eval(shown), 200);
    browser.click("#more-rows");
    browser.wait_for(&format!("{shown} === 400"));
    // Generous, for machines that do other things beside; it takes a fraction of this.
    assert!(opened.as_secs() < 30, "{opened:?}");
    assert!(filtered.as_f64().unwrap() < 5_000.0, "{filtered} ms");
}

fn write_page(folder: &Path, file: &Path) {
    let (corpus, problems) = parse::load(&Inputs {
        paths: vec![folder.into()],
        stdin: None,
    });
    let report = gainsay::examine(&corpus, problems, &everything(), false).unwrap();
    let mut bytes = Vec::new();
    render(&report, Format::Html, &Options::default(), &mut bytes).unwrap();
    fs::write(file, bytes).unwrap();
}

/// `TAKE_PICTURES=1` takes it anew.
#[test]
fn the_picture_in_the_readme_is_small() {
    let picture = Path::new("docs/page.png");
    if std::env::var_os("TAKE_PICTURES").is_some() {
        let Some(mut desk) = Desk::on("claims", 1200) else {
            return;
        };
        desk.browser.look(1200, 860, false);
        fs::write(picture, desk.browser.screenshot()).unwrap();
    }
    assert!(fs::metadata(picture).unwrap().len() < 250_000);
}
