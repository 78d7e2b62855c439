// The sentences that nobody has quoted: how many each article has, and the one that holds most first.

/** So many of them are listed; all are reached by their key. */
const MOST_SENTENCES = 8;

/** The sentences of one article by rank, in a text of so many units, and which of them was chosen last. */
let ranked = { key: '', length: 0, list: [], at: -1 };

/** How many nobody has quoted, by article. */
let unquoted = {};

let rankLater = 0;
let countLater = 0;

const isRanked = () => state.article !== null && ranked.key === state.key && state.article.text !== null && ranked.length === state.article.text.length;

/** Whether no claim and no draft has words of it. */
const isUnquoted = (sentence) => !state.article.marks.some((mark) => mark.from < sentence.to && mark.to > sentence.from);

const wordsOf = (sentence) => state.article.text.slice(sentence.from, sentence.to).replace(/\s+/g, ' ').trim();

/** Ranks the sentences of the article that is open. */
const rank = async () => {
  const { key } = state;
  if (key === '' || state.article === null || state.article.text === null) {
    return;
  }
  const { status, data } = await ask(`sentences/${key}`);
  if (status === 200 && state.key === key) {
    const at = ranked.key === key && ranked.length === data.length ? ranked.at : -1;
    ranked = { key, length: data.length, list: data.sentences, at };
    showSentences();
  }
};

/** The same when nothing has changed for a moment. */
const rankSoon = () => {
  clearTimeout(rankLater);
  rankLater = setTimeout(rank, 250);
};

const count = async () => {
  const { status, data } = await ask('unquoted');
  if (status === 200 && JSON.stringify(data.articles) !== JSON.stringify(unquoted)) {
    unquoted = data.articles;
    showArticles();
  }
};

const countSoon = () => {
  clearTimeout(countLater);
  countLater = setTimeout(count, 250);
};

/** Selects a sentence, for a claim of it or of some of its words. */
const chooseSentence = (sentence) => {
  ranked.at = ranked.list.indexOf(sentence);
  find('words').focus({ preventScroll: true });
  const place = select(sentence.from, sentence.to);
  if (place) {
    place.scrollIntoView({ block: 'center' });
  }
  for (const item of document.querySelectorAll('#sentences [data-from]')) {
    item.toggleAttribute('aria-current', Number(item.dataset.from) === sentence.from);
  }
};

/** Chooses the next sentence by rank that nobody has quoted. */
const nextSentence = async (by) => {
  if (!isRanked()) {
    await rank();
  }
  const open = isRanked() ? ranked.list.filter(isUnquoted) : [];
  if (open.length === 0) {
    tell(state.article && state.article.text === null ? 'no text of this article is at hand' : 'each sentence is quoted');
    return;
  }
  const last = ranked.list.slice(0, ranked.at + (by > 0 ? 1 : 0)).filter(isUnquoted).length;
  const at = ranked.at < 0 ? (by > 0 ? 0 : open.length - 1) : ((by > 0 ? last : last - 1) + open.length) % open.length;
  chooseSentence(open[at]);
  tell(`sentence ${at + 1} of ${open.length} that nobody has quoted${open[at].why ? `: ${open[at].why}` : ''}`);
};

const sentenceOf = (sentence) => make('li', {},
  button(wordsOf(sentence), () => chooseSentence(sentence), { class: 'link', 'data-from': sentence.from, dir: 'auto' }),
  make('small', {}, [sentence.why, ...sentence.values].filter(Boolean).join('; ')),
  ...(isFixed() ? [] : sentence.questions.map((it) => [' ', button(`${it.subject} / ${it.property}?`, () => {
    chooseSentence(sentence);
    newClaim({ subject: it.subject, property: it.property });
  }, { class: 'link asks' })])));

const showSentences = () => {
  const open = isRanked() ? ranked.list.filter(isUnquoted) : [];
  const more = open.length - MOST_SENTENCES;
  find('sentences').replaceChildren(...(open.length === 0 ? [] : [
    make('h3', {}, `${counted(open.length, 'sentence')} not looked at `, make('kbd', {}, 's')),
    make('ul', {}, ...open.slice(0, MOST_SENTENCES).map(sentenceOf), more > 0 ? make('li', {}, make('small', {}, `and ${more} more`)) : null)]));
};
