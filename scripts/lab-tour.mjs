// Every registered search carried out in the built lab, to its first whole result:
// node scripts/build.mjs && node scripts/lab-tour.mjs [SEARCH…]
import { chromium } from 'playwright-core';
import { serveLab } from '../dist/src/hosts/node/lab/serve-lab.js';
import { searches } from '../dist/src/index.js';
import { findBrowser } from './find-browser.mjs';

const given = process.argv.slice(2);
const names = given.length > 0 ? given : Object.keys(searches);
const lab = await serveLab({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(await findBrowser());
let failed = 0;

/** Seconds from a new address to the first whole result. */
async function visit(page, search) {
  const began = performance.now();
  await page.getByRole('combobox', { name: 'Search' }).selectOption(search);
  await page.locator(`[data-search="${search}"], main [role=alert]`).first().waitFor({ timeout: 120_000 });
  const refused = await page.locator('main [role=alert]').allTextContents();
  return { seconds: (performance.now() - began) / 1000, refused };
}

try {
  const page = await browser.newPage();
  const began = performance.now();
  await page.goto(lab.url);
  await page.locator('#digest').waitFor({ timeout: 120_000 });
  console.log(
    `first whole result of kaon-munuee ${((performance.now() - began) / 1000).toFixed(2)} s after navigation`,
  );
  for (const search of names) {
    try {
      const { seconds, refused } = await visit(page, search);
      if (refused.length > 0) failed += 1;
      console.log(`${search.padEnd(24)} ${seconds.toFixed(2)} s ${refused.join(' ')}`);
    } catch (error) {
      failed += 1;
      console.log(`${search.padEnd(24)} ${error.message.split('\n')[0]}`);
    }
  }
} finally {
  await browser.close();
  await lab.close();
}
process.exitCode = failed === 0 ? 0 : 1;
console.log(`${names.length - failed} of ${names.length} searches came to a result`);
