// Puts the parts together, and waits for changes.

const showDesk = () => {
  const { desk } = state;
  find('folder').textContent = desk.folder;
  find('head').textContent = placed(desk.head) + (desk.read_only ? ' (only shown)' : '');
  document.title = `${desk.folder} · gainsay desk`;
  const can = (id, what) => {
    const it = find(id);
    it.disabled = what === null || desk.read_only;
    it.title = what === null ? '' : what;
  };
  can('undo', desk.undo);
  can('redo', desk.redo);
  find('add-article').disabled = desk.read_only;
  const count = desk.problems.length + desk.more_problems;
  find('problems').textContent = count === 0 ? 'No problems' : counted(count, 'problem');
  showMatters();
  showArticles();
  countSoon();
};

const showArticle = () => {
  const { article } = state;
  find('text-title').textContent = article ? article.title || article.id : 'Text';
  const about = article ? [article.id, article.source, article.author, article.published].filter(Boolean).join(', ') : '';
  const link = article && article.link ? [' ', make('a', { href: article.link, rel: 'noopener noreferrer external', target: '_blank' }, 'on the web')] : [];
  find('text-about').replaceChildren(about, ...link);
  markArticle();
  showText();
  showClaims();
  showSentences();
  rankSoon();
  if (draft !== null) {
    look();
  }
};

/** Asks for the next change, again and again; what stands in the form is left alone. */
const follow = async () => {
  for (;;) {
    const known = state.desk ? state.desk.version : 0;
    const { status, data } = await ask(`changes/${known}`);
    if (status === 401) {
      tell('this tab belongs to a desk that has ended; open the address that `gainsay desk` printed');
      return;
    }
    if (status !== 200) {
      tell(data.why);
      await new Promise((done) => { setTimeout(done, 2000); });
    } else {
      await shown;
      if (state.desk === null || data.version !== state.desk.version) {
        await reload();
      }
    }
  }
};

const start = async () => {
  find('undo').addEventListener('click', () => step('undo'));
  find('redo').addEventListener('click', () => step('redo'));
  find('add-article').addEventListener('click', addArticle);
  find('problems').addEventListener('click', showProblems);
  find('helps').addEventListener('click', showHelps);
  find('help').addEventListener('click', showKeys);
  find('new-claim').addEventListener('click', () => newClaim());
  find('find').addEventListener('input', showArticles);
  find('words').addEventListener('keydown', moveWords);
  find('form').addEventListener('keydown', keysOfForm);
  find('form').addEventListener('submit', (event) => {
    event.preventDefault();
    writeForm();
  });
  document.addEventListener('keydown', onKey);
  if (token === '') {
    tell('open the address that `gainsay desk` printed: it ends with the token of this desk');
    return;
  }
  if (await reload()) {
    await restoreForm();
  }
  await follow();
};

start();
