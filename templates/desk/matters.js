// The matters of the story: a line each above the articles, each in full with both sides, and to be ruled on.

const showMatters = () => {
  // What is ruled on comes last.
  const matters = [...state.desk.matters].sort((a, b) => Number(a.silenced) - Number(b.silenced));
  const rows = matters.map((it) => make('li', { class: it.sign.class }, signOf(it.sign, it.word), ' ',
    button(it.about, () => openMatter(it.id), { class: 'link', 'data-matter': it.id }),
    make('span', { class: 'sides' }, ...it.sides.flatMap((side, at) => [at > 0 ? make('b', {}, ' ↔ ') : ' ', side])),
    it.folded > 0 ? make('small', {}, ` (+${it.folded})`) : null, it.silenced ? make('small', {}, ' (ruled on)') : null));
  for (const it of state.desk.remedies) {
    rows.push(make('li', { class: 'unknown' }, make('span', { class: 'sign' }, '→'), ' ', ...sentence(it.text), make('span', { class: 'sides' }, ` ${it.about}`), ' ', button('What would help', showHelps, { class: 'link' })));
  }
  if (state.desk.more_matters > 0) {
    rows.push(make('li', {}, `and ${state.desk.more_matters} more`));
  }
  if (rows.length === 0) {
    rows.push(make('li', { class: 'none' }, 'Nothing contradicts anything yet.'));
  }
  find('matters').querySelector('ul').replaceChildren(...rows);
};

const claimOf = (claim) => make('li', {}, make('b', {}, claim.article), claim.voice,
  claim.value ? make('span', { class: 'written' }, ` ${claim.value}`) : null,
  claim.quote.length > 0 ? make('q', { dir: 'auto' }, ' “', ...claim.quote.map((part) => (part.decides ? make('b', {}, part.text) : part.text)), '”') : null,
  ' ', make('span', { class: 'place' }, placed(claim.place)),
  claim.note ? make('p', { class: 'note' }, `Note: ${claim.note}`) : null,
  claim.context.length > 0 ? make('p', { class: 'context', dir: 'auto' }, '… ', ...claim.context.map((part) => (part.quoted ? make('mark', {}, part.text) : part.text)), ' …') : null);

const positionOf = (position) => make('div', { class: `position ${position.badge.class}` },
  make('h4', {}, letter(position.badge), ` ${position.value}`),
  position.backing ? make('p', { class: 'backing' }, position.backing) : null,
  make('ul', { class: 'claims' }, ...position.claims.map(claimOf)));

const stepOf = (it) => make('li', { class: it.class }, it.word ? `${it.word} ` : null, it.badge ? letter(it.badge) : null, ` ${it.text}`,
  it.position ? make('ul', { class: 'claims' }, ...it.position.claims.map(claimOf)) : null);

const remarkOf = (it) => make('div', {}, make('dt', {}, it.label), make('dd', {}, ...sentence(it.text)));

/** The form of a decision. */
const ruling = (matter) => {
  const choice = (name, text, isFirst) => make('label', { class: 'check' }, make('input', { type: 'radio', name: 'ruling', value: name, checked: isFirst }), ` ${text}`);
  const field = (name, label, value) => {
    const box = make('input', { type: 'text', name, autocomplete: 'off', id: `r-${name}` });
    box.value = value;
    return make('label', {}, make('span', {}, label), box);
  };
  const stands = matter.values.length > 0;
  const form = make('form', { class: 'ruling', 'aria-label': 'Ruling' }, make('h3', {}, 'Rule on it'),
    make('fieldset', {}, make('legend', {}, 'Decision'), stands ? choice('stands', 'one value stands', true) : null, choice('both', 'all may stand', !stands), choice('unresolved', 'it stays open', false)),
    stands ? make('label', {}, make('span', {}, 'Which stands'), make('select', { name: 'value', id: 'r-value' }, make('option', { value: '' }, 'not said'), ...matter.values.map((value) => make('option', { value }, value)))) : null,
    field('by', 'By', sessionStorage.getItem('gainsay-by') || ''), field('reason', 'Reason', ''), field('expires', 'Counts until (a day, or nothing)', ''),
    make('p', { class: 'tools' }, make('button', { type: 'submit' }, 'Write the ruling')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const given = new FormData(form);
    const text = (name) => String(given.get(name) || '').trim();
    sessionStorage.setItem('gainsay-by', text('by'));
    const isOne = text('ruling') === 'stands';
    if (await change({ do: 'rule', finding: matter.id, ruling: text('ruling'), value: isOne ? text('value') : '', by: text('by'), reason: text('reason'), expires: text('expires') })) {
      closeDialog();
    } else {
      form.querySelector('.refusal').textContent = find('told').textContent;
    }
  });
  form.append(make('p', { class: 'refusal warning', role: 'alert' }));
  return form;
};

/** Opens a matter with its sides. */
const openMatter = async (id) => {
  const { status, data } = await ask(`matter/${id}`);
  if (status !== 200) {
    tell(data.why);
    return;
  }
  const parts = [make('p', {}, signOf({ class: data.class, mark: data.mark }, ''), ` ${data.word}`)];
  if (data.message) {
    parts.push(make('p', { class: 'message' }, data.message));
  }
  if (data.steps.length > 0) {
    parts.push(make('ol', { class: 'steps' }, ...data.steps.map(stepOf)));
  }
  parts.push(make('h3', { class: 'hidden' }, 'Its sides'), make('div', { class: 'positions' }, ...data.positions.map(positionOf)), ...data.lines.map(lineOf));
  const remarks = [...data.remarks, ...data.folded.map((it) => ({ label: it.label, text: [{ text: it.text }] }))];
  if (remarks.length > 0) {
    parts.push(make('dl', { class: 'remarks' }, ...remarks.map(remarkOf)));
  }
  if (data.ruling) {
    parts.push(make('p', { class: 'lead' }, `Ruled: ${data.ruling}`));
  }
  parts.push(make('p', { class: 'check' }, make('code', {}, data.id), ` ${data.check}: ${data.about}`));
  if (!state.desk.read_only) {
    parts.push(ruling(data));
  }
  openDialog(data.heading, parts);
};
