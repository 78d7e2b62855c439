// What values allow, on one line: as the HTML report draws it.

const SVG = 'http://www.w3.org/2000/svg';

const draw = (tag, attributes, ...children) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
};

const percent = (at) => `${at}%`;

/** An end of a stretch: a dot, a ring, or the tip of an arrow. */
const endOf = (at, isBeyond, shape, path) => (isBeyond
  ? draw('svg', { x: percent(at), overflow: 'visible' }, draw('path', { class: 'tip', d: path }))
  : draw('circle', { class: shape, cx: percent(at), cy: 8, r: 4 }));

const stretchOf = (stretch) => {
  const parts = [];
  if (stretch.is_long) {
    parts.push(draw('line', { class: 'seg', x1: percent(stretch.from), x2: percent(stretch.to), y1: 8, y2: 8 }));
  }
  parts.push(endOf(stretch.from, stretch.starts_beyond, stretch.from_class, 'M6,2 L0,8 L6,14'));
  if (stretch.ends_beyond || stretch.is_long) {
    parts.push(endOf(stretch.to, stretch.ends_beyond, stretch.to_class, 'M-6,2 L0,8 L-6,14'));
  }
  return draw('g', { class: stretch.class }, ...parts);
};

/** A line with its tracks and the marks below it. */
const lineOf = (line) => {
  const figure = make('figure', { class: 'line' }, make('figcaption', {}, line.caption));
  const grid = () => line.ticks.map((tick) => draw('line', { class: 'grid', x1: percent(tick.at), x2: percent(tick.at), y1: 0, y2: 16 }));
  for (const track of line.tracks) {
    figure.append(make('p', {}, letter(track.badge), ` ${track.label}`));
    figure.append(draw('svg', { class: `bar ${track.badge.class}`, width: '100%', height: 16, 'aria-hidden': 'true' },
      ...grid(), draw('line', { class: 'base', x1: 0, x2: '100%', y1: 8, y2: 8 }), ...track.stretches.map(stretchOf)));
  }
  const marks = line.ticks.flatMap((tick) => {
    const text = draw('text', { x: percent(tick.at), y: 18, 'text-anchor': tick.anchor, ...(tick.is_odd ? { class: 'odd' } : {}) });
    text.textContent = tick.label;
    return [draw('line', { class: 'tick', x1: percent(tick.at), x2: percent(tick.at), y1: 0, y2: 6 }), text];
  });
  figure.append(draw('svg', { class: 'axis', width: '100%', height: 22, 'aria-hidden': 'true' },
    draw('line', { class: 'base', x1: 0, x2: '100%', y1: 1, y2: 1 }), ...marks));
  return figure;
};
