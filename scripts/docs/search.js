// Search over all sections: every word of the question must begin a word of the section; headings count more.
// On a telephone the menu begins closed.
const menu = document.querySelector('nav details');
if (matchMedia('(max-width: 60rem)').matches) menu.open = false;
// The page's own line of the menu is in sight.
menu.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });

const box = document.getElementById('search');
const list = document.getElementById('found');
const here = document.documentElement.dataset.root;
const wordsOf = (text) =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
const index = window.SECTIONS.map(([page, id, title, heading, text]) => ({
  page,
  id,
  title,
  heading,
  text,
  head: wordsOf(`${title} ${heading}`),
  words: new Set(wordsOf(text)),
}));

function scoreOf(section, words) {
  let score = 0;
  for (const word of words) {
    const inHead = section.head.some((one) => one.startsWith(word)) ? 10 : 0;
    let inText = 0;
    if (section.words.has(word)) inText = 3;
    else
      for (const one of section.words)
        if (one.startsWith(word)) {
          inText = 1;
          break;
        }
    if (inHead + inText === 0) return 0;
    score += inHead + inText;
  }
  return score;
}

function around(text, word) {
  const at = Math.max(0, text.toLowerCase().indexOf(word) - 40);
  return `${at > 0 ? '… ' : ''}${text.slice(at, at + 140)}${text.length > at + 140 ? ' …' : ''}`;
}

function show() {
  const words = wordsOf(box.value);
  const found =
    words.length === 0
      ? []
      : index
          .map((section) => ({ section, score: scoreOf(section, words) }))
          .filter(({ score }) => score > 0)
          .sort((a, b) => b.score - a.score)
          .slice(0, 12);
  list.replaceChildren(
    ...found.map(({ section }) => {
      const item = document.createElement('li');
      const link = document.createElement('a');
      link.href = `${here}${section.page}#${section.id}`;
      link.textContent = section.heading === section.title ? section.title : `${section.title}: ${section.heading}`;
      const text = document.createElement('span');
      text.textContent = around(section.text, words[0]);
      item.append(link, text);
      return item;
    }),
  );
  list.hidden = words.length === 0;
  document.getElementById('count').textContent =
    words.length === 0
      ? ''
      : found.length === 0
        ? 'nothing found'
        : `${found.length === 12 ? 'the first 12' : found.length} found`;
}

box.addEventListener('input', show);
box.addEventListener('keydown', (event) => {
  if (event.key === 'Enter') list.querySelector('a')?.click();
  if (event.key === 'Escape') {
    box.value = '';
    show();
  }
});
document.addEventListener('keydown', (event) => {
  if (event.key === '/' && document.activeElement !== box) {
    event.preventDefault();
    box.focus();
  }
});
