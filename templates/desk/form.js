// The form of a claim: what is typed in it is read at once, and survives a reload.

const FORM = 'gainsay-form';

/** The fields, in their order: name, what it is called, how it is typed. */
const FIELDS = [
  ['quote', 'Quote', 'area'],
  ['value', 'Value', 'text'],
  ['property', 'Property', 'property'],
  ['subject', 'Subject', 'subject'],
  ['attribution', 'Whom the article names for it', 'speaker'],
  ['hedged', 'The article itself is unsure', 'check'],
];

const MORE = [
  ['stance', 'Stance', 'stance'],
  ['said', 'When the speaker said it', 'text'],
  ['when', 'Holds when', 'text'],
  ['where', 'Holds where', 'text'],
  ['qualifiers', 'Other limits (name: text)', 'text'],
  ['cites', 'Comes from (articles, sources)', 'text'],
  ['note', 'Note for colleagues', 'area'],
  ['id', 'Id', 'text'],
];

/** So many fields stand above what is read of them. */
const ABOVE = 4;

const ALL = [...FIELDS, ...MORE].map(([name]) => name);

/** What is in the form: its article, its entry where it has one, and its fields. */
let draft = null;
/** Whether the form is being looked at, and whether it says something else since then. */
let isLooking = false;
let isStale = false;
/** Whether it is being written. */
let isWriting = false;
let waiting = 0;

const save = () => {
  if (draft === null) {
    sessionStorage.removeItem(FORM);
  } else {
    sessionStorage.setItem(FORM, JSON.stringify(draft));
  }
};

const input = (name, sort) => {
  const value = draft.fields[name] || '';
  const id = `f-${name}`;
  const common = { id, name, autocomplete: 'off', spellcheck: 'false', input: typed, change: typed };
  switch (sort) {
    case 'area': {
      const area = make('textarea', { ...common, rows: 2, dir: 'auto' });
      area.value = value;
      return area;
    }
    case 'check': {
      const box = make('input', { ...common, type: 'checkbox' });
      box.checked = value === 'yes';
      return box;
    }
    case 'stance': {
      const choice = make('select', common, make('option', { value: '' }, 'says so'), make('option', { value: 'denies' }, 'says that it is not so'));
      choice.value = value === 'denies' ? 'denies' : '';
      return choice;
    }
    default: {
      const field = make('input', { ...common, type: 'text', dir: 'auto', list: sort === 'text' ? null : `l-${sort}` });
      field.value = value;
      return field;
    }
  }
};

const row = ([name, label, sort]) => make('label', { class: sort }, make('span', {}, label), input(name, sort));

/** What a field may say: first what others answer and this article does not. */
const lists = () => {
  const open = state.article ? state.article.open : [];
  const distinct = (texts) => [...new Set(texts)].slice(0, 2000);
  const list = (id, texts) => make('datalist', { id }, ...distinct(texts).map((value) => make('option', { value })));
  return [
    list('l-property', [...open.map((it) => it.property), ...state.desk.properties]),
    list('l-subject', [...open.map((it) => it.subject), ...state.desk.subjects]),
    list('l-speaker', state.desk.speakers),
  ];
};

const showForm = () => {
  const form = find('form');
  form.hidden = draft === null;
  find('new-claim').hidden = draft !== null;
  if (draft === null) {
    form.replaceChildren();
    return;
  }
  const sort = draft.number === null ? 'New claim' : (draft.draft ? 'Draft' : 'Claim');
  const own = state.desk.articles.find((article) => article.key === draft.article);
  const title = own ? `${sort} of ${own.id}` : sort;
  const isOpen = MORE.some(([name]) => draft.fields[name]);
  form.replaceChildren(make('h3', {}, title), ...lists(), ...FIELDS.slice(0, ABOVE).map(row),
    make('div', { id: 'reading', 'aria-live': 'polite' }), ...FIELDS.slice(ABOVE).map(row),
    make('details', isOpen ? { open: true } : {}, make('summary', {}, 'More'), ...MORE.map(row)),
    make('p', { class: 'tools' }, make('button', { type: 'submit' }, 'Write ', make('kbd', {}, '⏎')), button('Close', closeForm)));
  look();
};

const typed = (event) => {
  // A field that is taken away tells of its last change.
  if (draft === null) {
    return;
  }
  const field = event.target;
  draft.fields[field.name] = field.type === 'checkbox' ? (field.checked ? 'yes' : '') : field.value;
  save();
  clearTimeout(waiting);
  waiting = setTimeout(look, 60);
};

/** The change that the form stands for. */
const meant = () => {
  // What the page has seen of its file; another article may be open by now.
  if (state.article && state.article.key === draft.article) {
    draft.fingerprint = state.article.fingerprint;
  }
  const place = { article: draft.article, fingerprint: draft.fingerprint || '' };
  const fields = {};
  for (const name of ALL) {
    if (draft.number !== null || (draft.fields[name] || '') !== '') {
      fields[name] = draft.fields[name] || '';
    }
  }
  return draft.number === null ? { do: 'add', ...place, fields } : { do: 'edit', ...place, draft: draft.draft, number: draft.number, fields };
};

/** Asks how the claim is read and how it stands, and shows it; one question at a time, the last one always. */
const look = async () => {
  isStale = true;
  if (isLooking) {
    return;
  }
  isLooking = true;
  try {
    // It is called some time after something was typed: the form may be closed by then.
    while (isStale && draft !== null) {
      isStale = false;
      const { status, data } = await ask('preview', meant());
      if (!isStale && draft !== null && find('reading')) {
        find('reading').replaceChildren(...(status === 200 && data.why === undefined ? reading(data) : [make('p', { class: 'lead' }, data.why)]));
      }
    }
  } finally {
    isLooking = false;
  }
};

/** How it is read, how it stands to each other article, and what is wrong with it. */
const reading = (seen) => {
  const parts = [];
  if (seen.reading !== null) {
    parts.push(make('p', { class: 'read' }, 'read as ', make('b', {}, seen.reading)));
  } else if (seen.finding === null && lacks(draft.fields).length > 0) {
    parts.push(make('p', { class: 'lead' }, `a draft: no ${lacks(draft.fields).join(', no ')} yet`));
  }
  for (const problem of seen.problems) {
    parts.push(make('p', { class: 'warning' }, make('span', { class: 'sign' }, '! '), problem.message, ' ', make('small', {}, ...sentence(problem.hint))));
  }
  if (seen.stands.length > 0) {
    parts.push(make('ul', { class: 'stands' }, ...seen.stands.map((it) => make('li', { class: it.class },
      letter(it.badge), make('span', { class: 'sign' }, ` ${it.word} `), make('b', {}, it.article), `: ${it.value}`))));
  } else if (seen.reading !== null) {
    parts.push(make('p', { class: 'lead' }, 'no other article answers this'));
  }
  if (seen.reason !== null) {
    parts.push(make('p', { class: 'lead' }, seen.reason));
  }
  for (const it of seen.besides) {
    parts.push(make('p', { class: it.sign.class }, signOf(it.sign, it.word), ` ${it.about}`));
  }
  return [...parts, ...seen.lines.map(lineOf)];
};

const openForm = (what) => {
  draft = what;
  save();
  showForm();
  const first = ['quote', 'value', 'property', 'subject'].find((name) => !draft.fields[name]) || 'value';
  const field = find(`f-${first}`);
  field.focus();
  find('form').scrollIntoView({ block: 'nearest' });
};

const closeForm = () => {
  draft = null;
  save();
  showForm();
  find('words').focus({ preventScroll: true });
};

/** The words that are selected, as a quote of this very place; with the speaker whom the sentence names. */
const quoted = async () => {
  const place = selected();
  if (place === null) {
    return {};
  }
  const { status, data } = await ask('quote', { article: state.key, ...place });
  if (status !== 200) {
    tell(data.why);
    return {};
  }
  select(data.from, data.to);
  if (!data.alone) {
    tell('these words stand several times, and go on alike: the quote cannot say which place is meant');
  }
  const { text } = state.article;
  const start = Math.max(text.lastIndexOf('\n', data.from), text.lastIndexOf('. ', data.from)) + 1;
  const stops = [text.indexOf('\n', data.to), text.indexOf('. ', data.to)].filter((at) => at >= 0);
  const around = text.slice(start, Math.min(text.length, ...stops));
  const speaker = state.desk.speakers.find((name) => name.length > 3 && around.includes(name));
  return { quote: data.quote, ...(data.value ? { value: data.value } : {}), ...(speaker ? { attribution: speaker } : {}) };
};

/** Begins a claim with the words that are selected. */
const newClaim = async (fields = {}) => {
  if (isFixed()) {
    tell(state.article ? `only shown: ${state.article.fixed}` : 'choose an article first');
    return;
  }
  const own = await quoted();
  openForm({ article: state.key, draft: false, number: null, fields: { ...own, ...fields } });
};

/** The words that are selected become the quote of the form. */
const moveQuote = async () => {
  if (draft === null) {
    await newClaim();
    return;
  }
  const { quote } = await quoted();
  if (quote && draft !== null) {
    draft.fields.quote = quote;
    save();
    showForm();
  }
};

const writeForm = async () => {
  // Whoever presses twice means once.
  if (draft === null || isWriting) {
    return;
  }
  isWriting = true;
  try {
    await change(meant(), closeForm);
  } finally {
    isWriting = false;
  }
};

/** Enter writes, from any field; not while an input method is choosing. */
const keysOfForm = (event) => {
  if (event.key === 'Enter' && !event.shiftKey && !event.isComposing && event.target.tagName !== 'BUTTON' && event.target.tagName !== 'SUMMARY') {
    event.preventDefault();
    writeForm();
  }
};

/** Brings back what stood in the form before a reload. */
const restoreForm = async () => {
  const kept = sessionStorage.getItem(FORM);
  if (kept === null) {
    return;
  }
  try {
    const before = JSON.parse(kept);
    if (state.desk.articles.some((article) => article.key === before.article)) {
      await openArticle(before.article);
      draft = before;
      showForm();
    }
  } catch (error) {
    sessionStorage.removeItem(FORM);
  }
};
