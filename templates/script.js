// Sorts, filters and opens. The page can be read without this script.
"use strict";
(() => {
  const $ = (id) => document.getElementById(id);
  const table = $("matrix");
  const openTarget = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const details = target && target.closest("details");
    if (!details) return;
    details.open = true;
    details.hidden = false;
    const part = details.closest("section.part");
    if (part) part.hidden = false;
    const summary = details.querySelector("summary");
    summary.scrollIntoView({ block: "start" });
    summary.focus({ preventScroll: true });
  };
  addEventListener("hashchange", openTarget);
  const closed = () => document.querySelectorAll("#conflicts .q:not([open]), #warnings .q:not([open]), #not-compared .q:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...closed()]; opened.forEach((d) => { d.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((d) => { d.open = false; }); opened = []; });
  openTarget();
  if (!table) return;

  const form = $("filter"), text = $("f-text"), source = $("f-source"), subject = $("f-subject");
  const importance = $("f-importance"), sort = $("f-sort"), count = $("count"), none = $("none");
  const body = table.tBodies[0];
  const findings = new Map([...document.querySelectorAll("details.q")].map((q) => [q.dataset.q, q]));
  const rows = [...body.rows].map((row, at) => ({
    row, at,
    finding: findings.get(row.cells[0].id.slice(2)),
    level: +row.dataset.l, importance: +row.dataset.i, subject: row.dataset.s,
    values: +row.dataset.v, articles: +row.dataset.n, words: null,
  }));
  const answers = (item, column) => item.row.dataset.a === undefined
    ? item.row.cells[column + 1].hasChildNodes()
    : item.row.dataset.a.split(" ").includes(String(column));
  const words = (item) => item.words ??=
    (item.row.textContent + " " + (item.finding ? item.finding.textContent : "")).toLowerCase().replace(/\s+/g, " ");

  // So many rows are laid out at a time: of a thousand, a browser would take a while.
  const STEP = 200;
  const more = $("more"), moreButton = $("more-rows");
  let ordered = rows, limit = STEP;
  const filter = () => {
    const wanted = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const levels = new Set([...form.querySelectorAll("[name=level]:checked")].map((box) => +box.value));
    let shown = 0, matching = 0;
    for (const item of ordered) {
      const matches = levels.has(item.level) && item.importance <= +importance.value
        && (subject.value === "" || item.subject === subject.value)
        && (source.value === "" || answers(item, +source.value))
        && wanted.every((word) => words(item).includes(word));
      matching += matches;
      const keep = matches && matching <= limit;
      item.row.hidden = !keep;
      if (item.finding) item.finding.hidden = !keep;
      shown += keep;
    }
    for (const part of document.querySelectorAll("section.part")) {
      part.hidden = !part.querySelector(".q:not([hidden])");
    }
    count.textContent = shown === rows.length ? "All " + rows.length + " shown" : shown + " of " + rows.length + " shown";
    none.hidden = shown > 0;
    more.hidden = matching === shown;
    moreButton.textContent = "Show " + Math.min(STEP, matching - shown) + " more of " + (matching - shown);
  };

  const orders = {
    level: () => 0,
    subject: (a, b) => (a.subject === undefined) - (b.subject === undefined) || a.subject - b.subject,
    importance: (a, b) => a.importance - b.importance,
    values: (a, b) => b.values - a.values,
    articles: (a, b) => b.articles - a.articles,
  };
  const arrange = () => {
    const order = orders[sort.value] || orders.level;
    ordered = [...rows].sort((a, b) => order(a, b) || a.at - b.at);
    body.append(...ordered.map((item) => item.row));
    filter();
  };
  const refilter = () => { limit = STEP; filter(); };
  moreButton.addEventListener("click", () => { limit += STEP; filter(); });

  let waiting;
  text.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(refilter, 120); });
  form.addEventListener("change", (event) => { if (event.target === sort) arrange(); else refilter(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { limit = STEP; arrange(); }));
  $("none-reset").addEventListener("click", () => {
    form.reset();
    form.querySelectorAll("[name=level]").forEach((box) => { box.checked = true; });
    setTimeout(refilter);
  });
  document.querySelectorAll("a.tile").forEach((tile) => tile.addEventListener("click", () => {
    const box = form.querySelector('[name=level][value="' + tile.dataset.l + '"]');
    if (!box.checked) { box.checked = true; refilter(); }
  }));

  // A click anywhere in a row opens its finding; in a cell, the claims of that article stand out.
  body.addEventListener("click", (event) => {
    if (event.target.closest("a") || String(getSelection())) return;
    const cell = event.target.closest("td, th");
    const link = cell && cell.parentElement.querySelector("th a");
    if (!link) return;
    document.querySelectorAll(".hit").forEach((claim) => claim.classList.remove("hit"));
    const finding = document.querySelector(link.hash);
    if (cell.tagName === "TD" && !table.classList.contains("listed")) {
      finding.querySelectorAll('[data-a="' + (cell.cellIndex - 1) + '"]').forEach((claim) => claim.classList.add("hit"));
    }
    if (location.hash === link.hash) openTarget(); else location.hash = link.hash;
  });
  // The link of the open finding opens it again.
  body.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || location.hash !== link.hash) return;
    event.preventDefault();
    openTarget();
  });

  form.hidden = false;
  filter();
})();
