// The list of articles, with what each waits for.

/** What an article waits for, worst first: how much, of which colour, with which sign, in which words. */
const WAITS = [
  ['conflicts', 'conflict', '✗', 'conflicts'],
  ['not_found', 'warning', '?', 'quotes not found'],
  ['problems', 'warning', '!', 'problems'],
  ['drafts', 'unknown', '…', 'drafts'],
  ['unquoted', 'quiet', '○', 'sentences not looked at'],
];

const waits = (article) => {
  const counts = { ...article, unquoted: unquoted[article.key] || 0 };
  return WAITS.filter(([name]) => counts[name] > 0).map(([name, kind, mark, words]) => make('span',
    { class: `waits ${kind}`, title: words }, `${mark}${counts[name]}`, make('span', { class: 'hidden' }, ` ${words}`)));
};

const showArticles = () => {
  const wanted = find('find').value.trim().toLowerCase();
  const all = state.desk.articles;
  const isWanted = (article) => [article.id, article.source, article.title].some((text) => text.toLowerCase().includes(wanted));
  const shown = all.filter(isWanted);
  const rows = shown.map((article) => make('li', {},
    button('', () => openArticle(article.key), {
      class: 'article', 'data-key': article.key, 'aria-current': article.key === state.key ? 'true' : null,
    })));
  rows.forEach((row, at) => {
    const article = shown[at];
    row.firstChild.append(make('b', {}, article.id), ' ', make('small', {}, [article.source, article.published].filter(Boolean).join(', ')),
      make('span', { class: 'counts' }, make('span', {}, counted(article.claims, 'claim')), ...waits(article)));
  });
  // Files of which nothing could be read have no article to be listed at.
  const broken = state.desk.problems.filter((it) => it.level === 'error' && it.article === null);
  rows.unshift(...broken.map((it) => make('li', {}, button('', showProblems, { class: 'article' }))));
  broken.forEach((it, at) => rows[at].firstChild.append(make('span', { class: 'waits warning' }, '! '), make('b', {}, placed(it.place)), ' ', make('small', {}, 'cannot be read')));
  if (rows.length === 0) {
    rows.push(make('li', { class: 'none' }, all.length === 0 ? 'There is no article yet. Add one: paste its text.' : 'No article matches.'));
  }
  const list = find('articles').querySelector('ul');
  const chosen = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
  list.replaceChildren(...rows);
  const again = rows.find((row) => row.firstChild.dataset && row.firstChild.dataset.key === chosen);
  if (chosen && again) {
    again.firstChild.focus({ preventScroll: true });
  }
};

/** Marks the article that is open in the list, which stays as it is. */
const markArticle = () => {
  for (const row of document.querySelectorAll('#articles .article')) {
    const isOpen = row.dataset.key === state.key;
    row.toggleAttribute('aria-current', isOpen);
    if (isOpen) {
      row.setAttribute('aria-current', 'true');
    }
  }
};
