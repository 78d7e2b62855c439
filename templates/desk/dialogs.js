// What opens over the page: a matter, a new article, the problems of the files, the keys, a conflict.

const openDialog = (title, parts) => {
  const dialog = find('dialog');
  dialog.replaceChildren(make('div', { class: 'tools close' }, button('Close', closeDialog, { 'aria-keyshortcuts': 'Escape' })), make('h2', { id: 'dialog-title', tabindex: '-1' }, title), ...parts);
  if (!dialog.open) {
    dialog.showModal();
  }
  dialog.scrollTop = 0;
  find('dialog-title').focus();
};

const closeDialog = () => find('dialog').close();

/** A file was changed elsewhere: both versions, and nothing lost. */
const showConflict = (data) => {
  tell(data.why);
  openDialog('Changed elsewhere', [
    make('p', {}, `${data.why}. What is in the form stays there: look at the file as it is now, and write it again.`),
    make('div', { class: 'positions' },
      make('div', { class: 'position' }, make('h3', {}, 'What was to be written'), make('pre', { tabindex: '0' }, data.mine)),
      make('div', { class: 'position' }, make('h3', {}, 'What the file holds now'), make('pre', { tabindex: '0' }, data.theirs))),
  ]);
};

const addArticle = () => {
  const field = (name, label, more = {}) => make('label', {}, make('span', {}, label), make('input', { type: 'text', name, id: `a-${name}`, autocomplete: 'off', ...more }));
  const text = make('textarea', { name: 'text', id: 'a-text', rows: 12, dir: 'auto', required: true });
  let isPage = false;
  const take = async (file) => {
    text.value = await file.text();
    isPage = /\.x?html?$/i.test(file.name) || file.type === 'text/html';
    tell(isPage ? `${file.name}: a page, of which the text is read` : file.name);
  };
  text.addEventListener('drop', (event) => {
    const [file] = event.dataTransfer.files;
    if (file) {
      event.preventDefault();
      take(file);
    }
  });
  text.addEventListener('input', () => {
    isPage = isPage && text.value !== '';
  });
  const file = make('input', { type: 'file', accept: '.txt,.md,.html,.htm,.xhtml', change: (event) => event.target.files[0] && take(event.target.files[0]) });
  const form = make('form', { class: 'adding' }, field('source', 'Source'), field('title', 'Title'), field('published', 'Published (a day)'), field('url', 'Address'), field('author', 'Author'),
    make('label', { class: 'area' }, make('span', {}, 'Its text: paste it, or drop a saved page here'), text), make('label', {}, make('span', {}, 'or choose a file'), file),
    make('p', { class: 'tools' }, make('button', { type: 'submit' }, 'Add the article')), make('p', { class: 'refusal warning', role: 'alert' }));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const fields = {};
    for (const name of ['source', 'title', 'published', 'url', 'author']) {
      const value = String(given.get(name) || '').trim();
      if (value !== '') {
        fields[name] = value;
      }
    }
    const before = new Set(state.desk.articles.map((article) => article.key));
    if (await change({ do: 'article', fields, text: text.value, page: isPage })) {
      closeDialog();
      const added = state.desk.articles.find((article) => !before.has(article.key));
      if (added) {
        await openArticle(added.key);
      }
    } else {
      form.querySelector('.refusal').textContent = find('told').textContent;
    }
  });
  openDialog('Add an article', [form]);
  find('a-source').focus();
};

/** The problems of the files; what can be mended with one click shows what that writes. */
const showProblems = () => {
  const rows = state.desk.problems.map((it) => make('li', {}, make('b', {}, it.level), ` ${it.message} `, make('span', { class: 'hint' }, ...sentence(it.hint)), ' ', make('span', { class: 'place' }, placed(it.place)),
    it.article ? [' ', button('Show the article', () => { closeDialog(); openArticle(it.article); }, { class: 'link' })] : null,
    it.fixes.length > 0 ? make('div', {}, make('p', {}, 'If they are one:'), ...waysOf(it.fixes, 'Main name', it.fixes[0].label, showProblems)) : null));
  openDialog(`Problems in the files (${state.desk.problems.length + state.desk.more_problems})`,
    [rows.length === 0 ? make('p', {}, 'None.') : make('ul', { class: 'problems' }, ...rows)]);
};

const showKeys = () => openDialog('Keys', [make('dl', { class: 'keys' }, ...KEYS.map((it) => make('div', {}, make('dt', {}, make('kbd', {}, it.shown || it.key)), make('dd', {}, it.what)))),
  make('p', {}, 'In a form Enter writes and Escape closes. In the text the arrows select words, with Shift more of them.')]);
