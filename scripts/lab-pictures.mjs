// Pictures of every room of the built lab: node scripts/build.mjs && node scripts/lab-pictures.mjs [FOLDER]
// Without a folder only those of the documentation are made anew (docs/images/lab-*.jpg).
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { serveLab } from '../dist/src/hosts/node/lab/serve-lab.js';
import { findBrowser } from './find-browser.mjs';
import { root } from './set-up.mjs';

const DOCUMENTED = { Search: 'light', Events: 'light', Exclusion: 'dark' };
const ROOMS = {
  Search: '#digest',
  Cuts: '.on-picture',
  Box: '#digest',
  Events: 'canvas[data-detectors]',
  Exclusion: '#plane',
  Drop: '.drop',
  Masterclass: 'h1',
};
const LOOKS = [
  { name: 'light', width: 1280, height: 860, colorScheme: 'light' },
  { name: 'dark', width: 1280, height: 860, colorScheme: 'dark' },
  { name: 'phone', width: 390, height: 844, colorScheme: 'light' },
];
/** Milliseconds that a room has to refine what it shows. */
const PATIENCE = 6000;

const given = process.argv[2];
const folder = given ?? join(root, 'docs', 'images');
mkdirSync(folder, { recursive: true });
const lab = await serveLab({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(await findBrowser());
try {
  for (const { name, width, height, colorScheme } of LOOKS) {
    const page = await browser.newPage({ viewport: { width, height }, colorScheme });
    await page.goto(lab.url);
    for (const [room, ready] of Object.entries(ROOMS)) {
      if (given === undefined && DOCUMENTED[room] !== name) continue;
      await page.getByRole('navigation').getByRole('button', { name: room, exact: true }).click();
      await page.locator(ready).first().waitFor();
      await page.waitForTimeout(PATIENCE);
      const path = join(folder, `lab-${room.toLowerCase()}${given === undefined ? '' : `-${name}`}.jpg`);
      await page.screenshot({ path, type: 'jpeg', quality: 82 });
      console.log(path);
    }
    await page.close();
  }
} finally {
  await browser.close();
  await lab.close();
}
