// Builds the documentation as a site of static files, dist/docs (or the folder named): every page of docs/, the reference
// made from the compiled program, a search over all of it. No request to another place; works from a disk.
// Ends with 1, and names each, when a link or an anchor leads nowhere.
//   node scripts/build.mjs && node scripts/docs.mjs [FOLDER]
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { reportStyle } from '../dist/src/stages/report/report-style.js';
import { menuOf, readPages, sourceOf } from './docs/pages.mjs';
import { addressOf, renderPage } from './docs/render.mjs';
import { root } from './set-up.mjs';

const folder = process.argv[2] ?? join(root, 'dist', 'docs');
const pages = await readPages();
const rendered = new Map([...pages].map(([path, markdown]) => [path, renderPage(path, markdown, pages)]));
const faults = [...rendered.values()].flatMap((page) => [
  ...page.faults,
  ...page.links
    .filter(
      ({ page: to, anchor }) => anchor !== undefined && !rendered.get(to).sections.some(({ id }) => id === anchor),
    )
    .map(({ page: to, anchor }) => `${sourceOf(page.path)}: there is no '${anchor}' in ${sourceOf(to)}`),
]);
const menu = menuOf(pages);
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const read = (name) => readFileSync(join(root, 'scripts', 'docs', name), 'utf8');

/** The menu as seen from a page. */
function menuHtml(path) {
  const from = posix.dirname(addressOf(path));
  const item = (one) => {
    const current = one === path ? ' aria-current="page"' : '';
    return `<li><a href="${posix.relative(from, addressOf(one)) || '.'}"${current}>${escaped(rendered.get(one).title)}</a></li>`;
  };
  const parts = menu.map(
    ({ heading, paths }) => `${heading === '' ? '' : `<p>${heading}</p>`}<ul>${paths.map(item).join('')}</ul>`,
  );
  return `<nav aria-label="Pages"><details open><summary>Pages</summary>${parts.join('')}</details></nav>`;
}

function pageHtml({ path, title, html }) {
  const up = posix.relative(posix.dirname(addressOf(path)), '.');
  const back = up === '' ? '' : `${up}/`;
  return `<!doctype html>
<html lang="en" data-root="${back}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} · Spillway</title>
<link rel="stylesheet" href="${back}style.css">
<script defer src="${back}sections.js"></script>
<script defer src="${back}search.js"></script>
</head>
<body>
<a class="skip" href="#main">To the text</a>
${menuHtml(path)}
<main id="main">
<div class="search" role="search"><label class="skip" for="search">Search the documentation</label>
<input id="search" type="search" placeholder="Search (press /)" autocomplete="off">
<span id="count" role="status"></span><ul id="found" hidden></ul></div>
${html}
</main>
</body>
</html>
`;
}

rmSync(folder, { recursive: true, force: true });
const write = (name, text) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
};
for (const page of rendered.values()) write(addressOf(page.path), pageHtml(page));
for (const image of new Set([...rendered.values()].flatMap(({ images }) => images))) {
  mkdirSync(join(folder, 'images'), { recursive: true });
  copyFileSync(join(root, image), join(folder, 'images', posix.basename(image)));
}
const sections = [...rendered.values()].flatMap(({ path, title, sections: all }) =>
  all.map(({ id, heading, text }) => [addressOf(path), id, title, heading, text.slice(0, 1500)]),
);
write('sections.js', `window.SECTIONS=${JSON.stringify(sections)};\n`);
write('search.js', read('search.js'));
write('style.css', `${reportStyle}\n${read('style.css')}`);
for (const fault of faults) console.error(fault);
console.log(`${rendered.size} pages, ${sections.length} sections: ${join(folder, 'index.html')}`);
process.exitCode = faults.length === 0 ? 0 : 1;
