// The list of articles, with what each waits for.

/** What an article waits for, worst first: how much, of which colour, with which sign, in which words. */
const WAITS = [
  ['conflicts', 'conflict', '✗', 'conflicts'],
  ['not_found', 'warning', '?', 'quotes not found'],
  ['problems', 'warning', '!', 'problems'],
  ['drafts', 'unknown', '…', 'drafts'],
];

const waits = (article) => WAITS.filter(([name]) => article[name] > 0).map(([name, kind, mark, words]) => make('span',
  { class: `waits ${kind}`, title: words }, `${mark}${article[name]}`, make('span', { class: 'hidden' }, ` ${words}`)));

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
  if (rows.length === 0) {
    rows.push(make('li', { class: 'none' }, all.length === 0 ? 'There is no article yet. Add one: paste its text.' : 'No article matches.'));
  }
  find('articles').querySelector('ul').replaceChildren(...rows);
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
