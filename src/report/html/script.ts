/**
 * The page's script: language, theme, filters, sorting, copying, printing. It only shows and
 * hides what is there; without it the page is whole. Data reach it as text, never as markup.
 */
export const pageScript = String.raw`'use strict';
(() => {
const root = document.documentElement;
const all = (selector, from = document) => [...from.querySelectorAll(selector)];
const state = { lang: 'zh', theme: 'auto' };

/* The address keeps both choices: #findings&lang=en&theme=dark */
const parts = location.hash.slice(1).split('&');
const asked = Object.fromEntries(parts.filter((p) => p.includes('=')).map((p) => p.split('=')));
const known = { lang: ['zh', 'en'], theme: ['auto', 'light', 'dark'] };
const own = navigator.language.toLowerCase();
state.lang = known.lang.includes(asked.lang) ? asked.lang : own.startsWith('en') ? 'en' : 'zh';
if (known.theme.includes(asked.theme)) state.theme = asked.theme;
let place = parts.find((p) => p !== '' && !p.includes('=')) ?? '';

function show() {
  root.lang = state.lang === 'zh' ? 'zh-CN' : 'en';
  root.dataset.lang = state.lang;
  root.dataset.theme = state.theme;
  for (const [kind, name] of [['langTo', 'lang'], ['themeTo', 'theme']]) {
    for (const button of all('[data-' + name + '-to]')) {
      button.setAttribute('aria-pressed', String(button.dataset[kind] === state[name]));
    }
  }
}

function remember() {
  const kept = [place, 'lang=' + state.lang];
  if (state.theme !== 'auto') kept.push('theme=' + state.theme);
  history.replaceState(null, '', '#' + kept.filter(Boolean).join('&'));
}

function goTo(name) {
  const target = document.getElementById(name);
  if (!target) return;
  for (let up = target; up; up = up.parentElement) if (up.tagName === 'DETAILS') up.open = true;
  target.scrollIntoView();
  (target.querySelector('[tabindex="-1"]') ?? target).focus({ preventScroll: true });
}

document.addEventListener('click', (event) => {
  const hit = event.target.closest('button, a[href^="#"]');
  if (!hit) return;
  const { langTo, themeTo, fold, copy } = hit.dataset;
  if (hit.tagName === 'A') {
    event.preventDefault();
    place = hit.getAttribute('href').slice(1);
    remember();
    goTo(place);
  } else if (langTo || themeTo) {
    if (langTo) state.lang = langTo;
    if (themeTo) state.theme = themeTo;
    show();
    remember();
  } else if (fold) {
    for (const one of all('#findings details')) one.open = fold === 'open';
  } else if (copy) {
    navigator.clipboard.writeText(copy).then(() => {
      hit.classList.add('done');
      setTimeout(() => hit.classList.remove('done'), 1200);
    }, () => getSelection().selectAllChildren(hit.previousElementSibling));
  } else if ('print' in hit.dataset) print();
});

/* Printed pages show everything that is folded. */
let closed = [];
addEventListener('beforeprint', () => {
  closed = all('details:not([open])');
  for (const one of closed) one.open = true;
});
addEventListener('afterprint', () => {
  for (const one of closed) one.open = false;
});

const make = (tag, text, kind) => {
  const element = document.createElement(tag);
  if (text !== undefined) element.textContent = text;
  if (kind) element.className = kind;
  return element;
};
const grouped = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const rowsShown = 200;

function chainOf(steps) {
  const list = make('ol', undefined, 'chain');
  for (const step of steps) {
    const item = make('li', undefined, step ? '' : 'gap');
    const people = step?.[1] == null ? '' : grouped(step[1]);
    if (step) item.append(make('bdi', step[0]), make('small', people));
    else item.textContent = '…';
    list.append(item);
  }
  return list;
}

function rowOf(values) {
  const row = make('tr');
  values.forEach((value, i) => {
    const cell = make('td', undefined, typeof value === 'number' ? 'n' : '');
    if (Array.isArray(value)) cell.append(chainOf(value));
    else if (typeof value === 'number') cell.textContent = grouped(value);
    else cell.append(make(i === 0 ? 'bdi' : 'time', value, i === 0 ? 'id' : ''));
    row.append(cell);
  });
  return row;
}

/* Numbers as numbers, whatever stands around them; other text by code unit. */
const keyOf = (text) => {
  const plain = text.replace(/,/g, '').trim();
  return /^-?[\d.]+( 元)?$/.test(plain) ? parseFloat(plain) : plain;
};
const compare = (a, b) => {
  if (typeof a === typeof b) return a < b ? -1 : a > b ? 1 : 0;
  return typeof a === 'number' ? -1 : 1;
};

for (const table of all('table[data-sort]')) {
  const body = table.tBodies[0];
  const data = document.querySelector('[data-rows="' + table.id + '"]');
  const pool = data
    ? JSON.parse(data.textContent).map((values) => ({ values }))
    : [...body.rows].map((row) => ({ row }));
  const cellOf = (one, i) => {
    if (one.row) return keyOf(one.row.cells[i].innerText);
    return Array.isArray(one.values[i]) ? one.values[i].length : one.values[i];
  };
  const textOf = ({ row, values }) =>
    (row ? row.textContent : JSON.stringify(values)).toLowerCase();
  const output = document.querySelector('[data-count="' + table.id + '"]');
  let word = '';
  const draw = () => {
    const found = word === '' ? pool : pool.filter((one) => textOf(one).includes(word));
    body.replaceChildren(...found.slice(0, rowsShown).map((one) => one.row ?? rowOf(one.values)));
    const shown = Math.min(found.length, rowsShown);
    if (output) output.textContent = grouped(shown) + ' / ' + grouped(pool.length);
  };
  const search = document.querySelector('[data-filter="' + table.id + '"]');
  search?.addEventListener('input', () => {
    word = search.value.trim().toLowerCase();
    draw();
  });
  [...table.tHead.rows[0].cells].forEach((head, i) => {
    const button = make('button', undefined, 'sort');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'descending';
      for (const other of table.tHead.rows[0].cells) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'ascending' : 'descending');
      const keyed = pool.map((one) => [cellOf(one, i), one]);
      keyed.sort(([a], [b]) => (down ? compare(a, b) : compare(b, a)));
      pool.splice(0, pool.length, ...keyed.map(([, one]) => one));
      draw();
    });
  });
  if (output) draw();
}

const findings = document.querySelector('[data-filter="findings"]');
findings?.addEventListener('input', () => {
  const word = findings.value.trim().toLowerCase();
  for (const provision of all('.provision')) {
    const own = provision.querySelector('header').textContent.toLowerCase().includes(word);
    let left = 0;
    for (const one of all('.finding', provision)) {
      one.hidden = !own && !one.textContent.toLowerCase().includes(word);
      if (!one.hidden) left += 1;
    }
    provision.hidden = !own && left === 0;
  }
});

/* The section being read is marked in the contents. */
const links = new Map(all('nav a').map((link) => [link.getAttribute('href').slice(1), link]));
const watch = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (!isIntersecting) continue;
    for (const link of links.values()) link.removeAttribute('aria-current');
    links.get(target.id)?.setAttribute('aria-current', 'true');
  }
}, { rootMargin: '-10% 0px -80% 0px' });
for (const one of all('main > section')) watch.observe(one);

for (const one of all('[data-tools], .copy')) one.hidden = false;
show();
if (place) goTo(place);
})();
`;
