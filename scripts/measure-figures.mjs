// Measures every text of every figure in a real browser: node scripts/measure-figures.mjs FOLDER|FILE…
// Takes SVG files and HTML pages, folders are searched; shows pages at 1280 and at 390 pixels. Fails on texts that cover
// each other, texts that are cut, letters smaller than 8 pixels on a page (9 in a narrow figure), and pages that scroll
// sideways.
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.mjs';
import { measureTexts } from './measure-texts.mjs';

const found = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .sort()
        .flatMap((name) => found(join(path, name)))
    : /\.(svg|html)$/.test(path)
      ? [path]
      : [];
const files = process.argv.slice(2).flatMap((path) => found(resolve(path)));
if (files.length === 0) {
  process.stderr.write('node scripts/measure-figures.mjs FOLDER|FILE…: no SVG file or HTML page found\n');
  process.exit(2);
}
const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
let faults = 0;
let texts = 0;
try {
  const page = await browser.newPage();
  for (const file of files) {
    for (const width of file.endsWith('.svg') ? [undefined] : [1280, 390]) {
      await page.setViewportSize({ width: width ?? 1400, height: 900 });
      await page.goto(pathToFileURL(file).href);
      const measured = await page.evaluate(measureTexts, { smallest: width === undefined ? 0 : 8 });
      texts += measured.texts;
      faults += measured.faults.length;
      for (const fault of measured.faults) {
        process.stdout.write(`${file}${width === undefined ? '' : ` at ${width}`}: ${fault}\n`);
      }
    }
  }
} finally {
  await browser.close();
}
process.stdout.write(`${files.length} files, ${texts} texts measured, ${faults} faults\n`);
process.exit(faults === 0 ? 0 : 1);
