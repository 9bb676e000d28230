import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from '../find-browser.mjs';
import { measureTexts } from '../measure-texts.mjs';

/** Links and sources of a page that lead to this disk, and those that a browser would fetch from elsewhere. */
function leadingFrom(file) {
  const html = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->|<pre[\s\S]*?<\/pre>/g, '');
  const found = [...html.matchAll(/<(\w+)[^>]*?\s(href|src)="([^"]*)"/g)].map(([, tag, , to]) => ({ tag, to }));
  const outside = found.filter(({ tag, to }) => tag !== 'a' && /^(https?:)?\/\//.test(to));
  const inside = found.filter(({ to }) => !/^([a-z]+:|\/\/)/.test(to));
  return { outside: outside.map(({ to }) => to), inside: inside.map(({ to }) => to.replaceAll('&amp;', '&')) };
}

const has = (file, id) =>
  new RegExp(`\\b(?:id|name)="${id.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}"`).test(readFileSync(file, 'utf8'));

/** Follows every link from the front page on: the pages that are reached, how many links, and the dead ones. */
export function followed(front) {
  const pages = new Set([front]);
  const wrong = [];
  let links = 0;
  for (const file of pages) {
    const { outside, inside } = leadingFrom(file);
    wrong.push(...outside.map((to) => `${file} asks ${to} for something`));
    if (statSync(file).size > 1e6) wrong.push(`${file} is larger than 1 MB`);
    for (const to of inside) {
      links += 1;
      const [path, anchor] = to.split('#');
      const target = path === '' ? file : fileURLToPath(new URL(path, pathToFileURL(file)));
      if (!existsSync(target)) wrong.push(`${file}: ${to} leads nowhere`);
      else if (target.endsWith('.html')) {
        if (anchor !== undefined && anchor !== '' && !has(target, decodeURIComponent(anchor)))
          wrong.push(`${file}: there is no ${to}`);
        pages.add(target);
      }
    }
  }
  return { pages: [...pages], links, wrong };
}

/** The site in a folder as a newcomer meets it: links, figures measured, telephone; three rows of the table. */
export async function pagesIn(folder, first, name) {
  const { pages, links, wrong } = followed(join(folder, first));
  const short = (text) => text.replaceAll(`${folder}/`, '').replaceAll(`${dirname(folder)}/`, '../');
  const figures = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.svg'))
    .map((path) => join(folder, path));
  const faults = { figures: [], sideways: [] };
  let texts = 0;
  const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
  try {
    const page = await browser.newPage();
    for (const file of [...pages, ...figures]) {
      for (const width of file.endsWith('.svg') ? [1400] : [1280, 390]) {
        await page.setViewportSize({ width, height: 900 });
        await page.goto(pathToFileURL(file).href);
        const measured = await page.evaluate(measureTexts, { smallest: file.endsWith('.svg') ? 0 : 8 });
        texts += measured.texts;
        for (const fault of measured.faults)
          faults[/sideways/.test(fault) ? 'sideways' : 'figures'].push(
            `${relative(folder, file)} at ${width}: ${fault}`,
          );
      }
    }
  } finally {
    await browser.close();
  }
  return [
    {
      step: `${name}, links`,
      figures: `${pages.length} pages, ${links} links, ${wrong.length} dead`,
      wrong: wrong.map(short),
    },
    {
      step: `${name}, figures`,
      figures: `${figures.length} files, ${texts} texts, ${faults.figures.length} overlapping, cut or too small`,
      wrong: faults.figures,
    },
    { step: `${name}, 390 pixels`, figures: `${faults.sideways.length} scroll sideways`, wrong: faults.sideways },
  ];
}
