// What the page shows, and how it gets it.

const state = {
  /** All at a glance. */
  desk: null,
  /** The article in the middle. */
  article: null,
  /** Its key. */
  key: sessionStorage.getItem('gainsay-article') || '',
};

/** Words in which files are named as somebody in the folder names them. */
const placed = (words) => words.replaceAll(`${state.desk.base.replace(/\/+$/, '')}/`, '');

const isFixed = () => !state.article || state.article.fixed !== null;

/** Gets all at a glance, and the article that is open, and shows both. */
const reload = async () => {
  const { status, data } = await ask('desk');
  if (status !== 200) {
    tell(data.why);
    return false;
  }
  state.desk = data;
  const known = data.articles.some((article) => article.key === state.key);
  const isBroken = data.problems.some((it) => it.level === 'error' && it.article === null);
  if (!known && isBroken && state.article !== null && state.article.key === state.key) {
    // Its file may be half typed in an editor: what was seen of it stays, and comes back when it is well.
    tell(`the file of ${state.article.id} cannot be read; it is only shown, as it was`);
    state.article = { ...state.article, fixed: 'its file cannot be read; this is how it was' };
    showDesk();
    showArticle();
    return true;
  }
  if (!known) {
    state.key = data.articles.length > 0 ? data.articles[0].key : '';
  }
  showDesk();
  await openArticle(state.key);
  return true;
};

/** How often an article was asked for, and which of these questions is answered on the page. */
let questions = 0;
let answered = 0;

/** Opens an article; what is selected in it, and which claim is chosen, stays so where it is open already. */
const openArticle = async (key) => {
  questions += 1;
  const mine = questions;
  state.key = key;
  sessionStorage.setItem('gainsay-article', key);
  if (key === '') {
    state.article = null;
    showArticle();
    return;
  }
  const { status, data } = await ask(`article/${key}`);
  // Answers may overtake one another: an older one counts for nothing.
  if (state.key !== key || mine < answered) {
    return;
  }
  answered = mine;
  if (status !== 200) {
    tell(data.why);
    return;
  }
  state.article = data;
  showArticle();
};

/** Ends when what was last changed here is shown: nobody need ask for it a second time. */
let shown = Promise.resolve();

/** Sends what is to be done, and shows what it made; `made` comes before that. Out: whether it was made. */
const send = async (path, what, made) => {
  const { status, data } = await ask(path, what);
  if (status === 409) {
    showConflict(data);
  } else {
    tell(status === 200 ? data.told : data.why);
  }
  if (status === 200) {
    made();
  }
  if (status === 200 || status === 409 || path !== 'change') {
    await reload();
  }
  return status === 200;
};

const sent = (path, what, made) => {
  const done = send(path, what, made);
  shown = done.catch(() => false);
  return done;
};

/** Makes a change. Out: whether it was made. */
const change = (what, made = () => {}) => sent('change', what, made);

/** Takes the last change back, or makes it again. */
const step = (which) => sent(which, {}, () => {});

/** The next matter, draft or article behind what is chosen. */
const after = (list, at) => (list.length === 0 ? null : list[(at + 1) % list.length]);
