// What would let more of the story be compared: one click each, with the lines that it writes.

/** A sentence of ours, in which what is to be typed stands between ticks. */
const ticked = (text) => text.split('`').map((part, at) => (at % 2 === 1 ? make('code', {}, part) : part));

/** One way to say it, with its lines and what they would change; `after` shows what is left. */
const wayOf = (way, after) => {
  const told = make('p', { class: 'lead', 'aria-live': 'polite' });
  const lines = make('pre', { tabindex: '0' }, way.yaml);
  const write = state.desk.read_only ? null : button('Write this', async () => {
    if (await change({ do: 'declare', yaml: way.yaml })) {
      await after();
    }
  });
  const look = button('What would it change?', async () => {
    const { status, data } = await ask('weigh', { do: 'declare', yaml: way.yaml });
    told.className = status === 200 && data.keeps !== false ? 'lead' : 'warning';
    told.textContent = data.told || data.why;
  });
  return make('div', { class: 'way' }, lines, make('p', { class: 'tools' }, write, look), told);
};

/** The ways to say it, of which one is chosen where there are several. */
const waysOf = (ways, asked, name, after) => {
  if (ways.length < 2) {
    return ways.map((way) => wayOf(way, after));
  }
  const place = make('div', {});
  const show = (event) => place.replaceChildren(wayOf(ways[Number(event.target.value)], after));
  const choice = make('select', { change: show, 'aria-label': `${asked} of ${name}` }, ...ways.map((way, at) => make('option', { value: at }, way.label)));
  show({ target: choice });
  return [make('label', {}, `${asked} `, choice), place];
};

/** A day of publication, which only somebody who looks can give. */
const dayOf = (it) => {
  const day = make('input', { type: 'text', autocomplete: 'off', 'aria-label': `Day of publication of ${it.name}` });
  day.value = it.day;
  return make('p', { class: 'tools' }, day, button('Write it', async () => {
    if (await change({ do: 'publish', article: it.article, fingerprint: it.fingerprint, day: day.value.trim() })) {
      await showHelps();
    }
  }), button('Show the article', () => { closeDialog(); openArticle(it.article); }, { class: 'link' }));
};

const helpOf = (it) => {
  const item = make('li', {}, make('p', {}, make('b', {}, it.name), ' ', ...ticked(it.why)));
  if (it.article !== null) {
    item.append(...(state.desk.read_only ? [] : [dayOf(it)]));
    return item;
  }
  item.append(...waysOf(it.ways, it.choice, it.name, showHelps));
  return item;
};

const showHelps = async () => {
  const { status, data } = await ask('helps');
  if (status !== 200) {
    tell(data.why);
    return;
  }
  const rest = data.more > 0 ? [make('p', {}, `and ${data.more} more`)] : [];
  openDialog(`What would help (${data.helps.length + data.more})`, data.helps.length === 0
    ? [make('p', {}, 'Nothing that a vocabulary or a day of publication could say would let more be compared.')]
    : [make('p', { class: 'lead' }, 'Nothing here is known. Read each, and write what is right; undo takes it back.'), make('ul', { class: 'helps' }, ...data.helps.map(helpOf)), ...rest]);
};
