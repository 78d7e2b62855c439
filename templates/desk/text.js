// The text of an article with its quotes, and what is selected in it. Places count units of UTF-16.

/** The stretches of a line between the ends of marks, each with the entries that quote it. */
const stretches = (from, to, marks) => {
  const own = marks.filter((mark) => mark.from < to && mark.to > from);
  const ends = new Set([from, to]);
  for (const mark of own) {
    ends.add(Math.max(from, mark.from));
    ends.add(Math.min(to, mark.to));
  }
  const places = [...ends].sort((a, b) => a - b);
  return places.slice(0, -1).map((start, at) => ({
    from: start,
    to: places[at + 1],
    entries: own.filter((mark) => mark.from <= start && mark.to >= places[at + 1]),
  }));
};

/** One stretch: the words, and the letters of the claims that begin to quote there. */
const stretchWords = (part, text) => {
  const words = make('span', { 'data-from': part.from }, text.slice(part.from, part.to));
  if (part.entries.length === 0) {
    return words;
  }
  const entries = part.entries.map((mark) => [mark, state.article.entries[mark.entry]]);
  const [, entry] = entries.find(([, it]) => it.stands && it.stands.against.length > 0) || entries[0];
  const side = entry.draft ? 'draft' : (entry.stands && entry.stands.badge.class) || 'pn';
  const mark = make('mark', { class: `quoted ${side}`, 'data-entry': part.entries[0].entry, click: () => showEntry(part.entries[0].entry) }, words);
  for (const [place, it] of entries) {
    if (place.from === part.from) {
      const badge = it.stands ? it.stands.badge : { class: 'pn', mark: it.draft ? '…' : '·' };
      mark.prepend(make('span', { class: `b ${badge.class}`, 'aria-hidden': 'true' }, badge.mark));
    }
  }
  return mark;
};

/** The article and the text that are drawn. */
let drawn = { key: '', text: null };

const showText = () => {
  const { article } = state;
  const words = find('words');
  const isSame = article !== null && article.key === drawn.key && article.text === drawn.text;
  const kept = isSame ? selected() : null;
  drawn = { key: article ? article.key : '', text: article ? article.text : null };
  if (!article || article.text === null) {
    words.replaceChildren(make('p', { class: 'none' }, article ? `${article.no_text}. Claims can be written without it.` : 'Choose an article.'));
    return;
  }
  const { text } = article;
  const lines = [];
  let from = 0;
  for (const line of text.split('\n')) {
    const to = from + line.length;
    lines.push(make('p', { dir: 'auto' }, ...stretches(from, to, article.marks).map((part) => stretchWords(part, text))));
    from = to + 1;
  }
  words.replaceChildren(...lines);
  if (kept !== null) {
    select(kept.from, kept.to);
  }
};

/** The place in the text at which a point of the page stands. */
const placeOf = (node, offset) => {
  if (node.nodeType === Node.TEXT_NODE) {
    const holder = node.parentElement.closest('[data-from]');
    return holder ? Number(holder.dataset.from) + offset : null;
  }
  const next = node.childNodes[offset];
  const inside = next && next.nodeType === Node.ELEMENT_NODE && (next.matches('[data-from]') ? next : next.querySelector('[data-from]'));
  if (inside) {
    return Number(inside.dataset.from);
  }
  const before = [...node.querySelectorAll('[data-from]')].pop();
  return before ? Number(before.dataset.from) + before.textContent.length : null;
};

/** What is selected in the text, or nothing. */
const selected = () => {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const words = find('words');
  if (!words.contains(range.startContainer) || !words.contains(range.endContainer)) {
    return null;
  }
  const from = placeOf(range.startContainer, range.startOffset);
  const to = placeOf(range.endContainer, range.endOffset);
  return from !== null && to !== null && from < to ? { from, to } : null;
};

/** The point of the page at which a place of the text stands. */
const pointOf = (place) => {
  const holders = [...find('words').querySelectorAll('[data-from]')];
  const holder = holders.filter((it) => Number(it.dataset.from) <= place).pop();
  return holder ? [holder.firstChild, Math.min(place - Number(holder.dataset.from), holder.textContent.length)] : null;
};

/** Selects a stretch of the text. Out: the element in which it begins. */
const select = (from, to) => {
  const [start, finish] = [pointOf(from), pointOf(to)];
  if (start && finish) {
    getSelection().setBaseAndExtent(start[0], start[1], finish[0], finish[1]);
    return start[0].parentElement;
  }
  return null;
};

/** Selects words with the arrows: one word, with Shift more of them, up and down a line. */
const moveWords = (event) => {
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 12, ArrowUp: -12 };
  if (!(event.key in steps) || !state.article || !state.article.text) {
    return;
  }
  event.preventDefault();
  const words = [...state.article.text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)].map((it) => [it.index, it.index + it[0].length]);
  const own = selected();
  const clamp = (at) => Math.max(0, Math.min(words.length - 1, at));
  const first = own ? words.findIndex(([, to]) => to > own.from) : -1;
  const last = own ? words.findLastIndex(([from]) => from < own.to) : -1;
  const [start, finish] = event.shiftKey && own
    ? [first, clamp(Math.max(first, last + steps[event.key]))]
    : [clamp((steps[event.key] > 0 ? last : first) + steps[event.key]), clamp((steps[event.key] > 0 ? last : first) + steps[event.key])];
  if (words.length > 0) {
    const place = select(words[start][0], words[finish][1]);
    if (place) {
      place.scrollIntoView({ block: 'nearest' });
    }
  }
};
