// The claims and drafts of the article that is open, and what others say that it does not.

/** What a draft lacks. */
const lacks = (fields) => ['subject', 'property', 'value'].filter((name) => !fields[name]);

const entryOf = (entry, at) => {
  const { fields } = entry;
  const about = [fields.subject, fields.property].filter(Boolean).join(' / ') || 'not yet said';
  const item = make('li', { id: `entry-${at}`, class: `entry ${entry.draft ? 'draft' : ''}`, tabindex: '-1' });
  const badge = entry.stands ? letter(entry.stands.badge) : make('span', { class: 'b pn' }, entry.draft ? '…' : '·');
  item.append(make('p', { class: 'said' }, badge, ' ', make('span', { class: 'about' }, about), fields.value ? make('b', {}, ` ${fields.stance === 'denies' ? 'not ' : ''}${fields.value}`) : null,
    fields.hedged ? make('i', {}, ' (hedged)') : null));
  if (fields.quote) {
    item.append(make('p', {}, make('q', { dir: 'auto' }, `“${fields.quote}”`), fields.attribution ? make('small', {}, ` ${fields.attribution}`) : null));
    if (!entry.is_found && state.article.text !== null) {
      item.append(make('p', { class: 'warning sign' }, '? its words do not stand in the text'));
    }
  }
  if (entry.draft) {
    item.append(make('p', { class: 'lead' }, `a draft, without ${lacks(fields).join(', ') || 'nothing'}`));
  } else if (entry.stands) {
    const { stands } = entry;
    const against = stands.against.length > 0 ? `${stands.sign.class === 'conflict' ? 'against' : 'perhaps against'} ${stands.against.join('; ')}` : stands.word;
    item.append(make('p', { class: stands.sign.class }, signOf(stands.sign, ''), ' ',
      button(against, () => openMatter(stands.finding), { class: 'link' }), stands.silenced ? ' (ruled on)' : ''));
    if (stands.reading) {
      item.append(make('p', { class: 'lead' }, `read as ${stands.reading}`));
    }
  }
  if (!isFixed() && entry.number !== null) {
    item.append(make('p', { class: 'tools' }, button('Edit', () => editEntry(at)), button('Delete', () => deleteEntry(at))));
  }
  return item;
};

/** The article whose claims are listed. */
let listed = '';

const showClaims = () => {
  const { article } = state;
  find('new-claim').disabled = isFixed();
  const fixed = find('fixed');
  fixed.hidden = !article || article.fixed === null;
  fixed.textContent = article && article.fixed ? `Only shown: ${article.fixed}` : '';
  const entries = article ? article.entries : [];
  const order = entries.map((entry, at) => [entry, at]).sort(([a], [b]) => Number(b.draft) - Number(a.draft));
  const chosen = listed === state.key ? chosenEntry() : -1;
  listed = state.key;
  find('entries').replaceChildren(...order.map(([entry, at]) => entryOf(entry, at)));
  const item = chosen < 0 ? null : find(`entry-${Math.min(chosen, entries.length - 1)}`);
  if (item) {
    item.focus({ preventScroll: true });
  }
  const open = article && !isFixed() ? article.open : [];
  find('open').replaceChildren(...(open.length === 0 ? [] : [make('h3', {}, 'Others answer, this article does not'),
    make('ul', {}, ...open.map((it) => make('li', {},
      button(it.question || `${it.subject} / ${it.property}`, () => answer(it), { class: 'link' }),
      make('small', {}, ` ${it.answers.join('; ')}`))))]));
};

/** Brings a claim and its words into view. */
const showEntry = (at) => {
  const item = find(`entry-${at}`);
  if (item) {
    item.scrollIntoView({ block: 'nearest' });
    item.focus({ preventScroll: true });
  }
  const mark = document.querySelector(`#words mark[data-entry="${at}"]`);
  if (mark) {
    mark.scrollIntoView({ block: 'nearest' });
  }
};

const placeOfEntry = (at) => {
  const entry = state.article.entries[at];
  return { article: state.article.key, fingerprint: state.article.fingerprint, draft: entry.draft, number: entry.number };
};

const deleteEntry = (at) => change({ do: 'delete', ...placeOfEntry(at) });

const editEntry = (at) => {
  const entry = state.article.entries[at];
  openForm({ article: state.key, draft: entry.draft, number: entry.number, fields: { ...entry.fields } });
};

/** Begins a claim that answers a question of others, with the words that are selected. */
const answer = async (question) => {
  await newClaim({ subject: question.subject, property: question.property });
};
