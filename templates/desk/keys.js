// The keyboard: one table, which is also the help.

/** Chooses the next of the drafts of all articles. */
const nextDraft = async () => {
  const own = state.article ? state.article.entries.findIndex((entry, at) => entry.draft && at > chosenEntry()) : -1;
  if (own >= 0) {
    showEntry(own);
    return;
  }
  const { articles } = state.desk;
  const at = articles.findIndex((article) => article.key === state.key);
  const order = [...articles.slice(at + 1), ...articles.slice(0, at + 1)];
  const next = order.find((article) => article.drafts > 0);
  if (!next) {
    tell('no draft waits');
    return;
  }
  await openArticle(next.key);
  if (state.key !== next.key || state.article === null) {
    return;
  }
  showEntry(state.article.entries.findIndex((entry) => entry.draft));
};

/** The number of the claim that has the focus; -1 where none has. */
const chosenEntry = () => {
  const item = document.activeElement && document.activeElement.closest('.entry');
  return item ? Number(item.id.slice('entry-'.length)) : -1;
};

const nextArticle = (by) => {
  const { articles } = state.desk;
  const at = articles.findIndex((article) => article.key === state.key);
  if (articles.length > 0) {
    openArticle(articles[(at + by + articles.length) % articles.length].key);
  }
};

const nextEntry = (by) => {
  const count = state.article ? state.article.entries.length : 0;
  if (count > 0) {
    showEntry((Math.max(chosenEntry(), by > 0 ? -1 : 0) + by + count) % count);
  }
};

const nextMatter = () => {
  const all = [...document.querySelectorAll('#matters [data-matter]')];
  const next = after(all, all.indexOf(document.activeElement));
  if (next) {
    next.focus();
  } else {
    tell('there is no matter');
  }
};

const KEYS = [
  { key: 'c', what: 'a claim of the selected words', run: () => newClaim() },
  { key: 'q', what: 'the selected words become the quote of the form', run: () => moveQuote() },
  { key: 'e', what: 'edit the chosen claim', run: () => chosenEntry() >= 0 && !isFixed() && editEntry(chosenEntry()) },
  { key: 'Delete', what: 'delete the chosen claim', run: () => chosenEntry() >= 0 && !isFixed() && deleteEntry(chosenEntry()) },
  { key: 'u', what: 'undo', run: () => step('undo') },
  { key: 'U', shown: 'Shift u', what: 'do it again', run: () => step('redo') },
  { key: 'j', what: 'the next claim', run: () => nextEntry(1) },
  { key: 'k', what: 'the claim before', run: () => nextEntry(-1) },
  { key: 'd', what: 'the next draft', run: () => nextDraft() },
  { key: 's', what: 'the next sentence that nobody has quoted, by what it holds', run: () => nextSentence(1) },
  { key: 'S', shown: 'Shift s', what: 'the one before', run: () => nextSentence(-1) },
  { key: 'm', what: 'the next matter; Enter opens it', run: () => nextMatter() },
  { key: 'n', what: 'the next article', run: () => nextArticle(1) },
  { key: 'p', what: 'the article before', run: () => nextArticle(-1) },
  { key: 't', what: 'to the text, where arrows select words', run: () => find('words').focus() },
  { key: 'f', what: 'to the form', run: () => draft !== null && find('f-value').focus() },
  { key: '/', what: 'find an article', run: () => find('find').focus() },
  { key: 'a', what: 'add an article', run: () => !state.desk.read_only && addArticle() },
  { key: '!', what: 'the problems of the files', run: () => showProblems() },
  { key: 'v', what: 'what would let more be compared', run: () => showHelps() },
  { key: '?', what: 'these keys', run: () => showKeys() },
];

const isTyping = (element) => ['INPUT', 'TEXTAREA', 'SELECT'].includes(element.tagName);

const onKey = (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || find('dialog').open || state.desk === null) {
    return;
  }
  if (event.key === 'Escape' && draft !== null) {
    closeForm();
    return;
  }
  const found = KEYS.find((it) => it.key === event.key);
  if (found && !isTyping(event.target)) {
    event.preventDefault();
    found.run();
  }
};
