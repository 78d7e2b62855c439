// Elements, made of names and texts. What comes from files is never read as markup.

const find = (id) => document.getElementById(id);

/** An element with attributes and children; functions are listeners, texts are texts. */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      element.addEventListener(name, value);
    } else if (value === true) {
      element.setAttribute(name, '');
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
};

/** A button that does something. */
const button = (text, run, attributes = {}) => make('button', { type: 'button', click: run, ...attributes }, text);

/** The letter of a position. */
const letter = (badge) => make('span', { class: `b ${badge.class}` }, badge.mark);

/** The sign of a finding, with its word for those who do not see it. */
const signOf = (sign, word) => make('span', { class: `sign ${sign.class}` }, sign.mark,
  make('span', { class: 'hidden' }, ` ${word} `));

/** A sentence of ours, of which some parts are to be typed. */
const sentence = (parts) => parts.map((part) => (part.is_code ? make('code', {}, part.text) : part.text));

/** Says what was done, or why not. */
const tell = (text) => {
  find('told').textContent = text;
};

const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;
