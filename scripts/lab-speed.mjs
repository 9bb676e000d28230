// Decays per CPU second of the lab's workers beside Node's, in turns, and the page's heap over many runs:
// node scripts/build.mjs && node scripts/lab-speed.mjs [ROUNDS]
import { readdirSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { serveLab } from '../dist/src/hosts/node/lab/serve-lab.js';
import { run, searches } from '../dist/src/index.js';
import { findBrowser } from './find-browser.mjs';

const ROUNDS = Number(process.argv[2] ?? 3);
const EVENTS = 65_536;
const TICKS = 100;

/** What a thread of the browser does, by its name (Linux). */
const WORK = [
  ['workers', /DedicatedWorker/],
  ['compiling and collecting', /ThreadPoolForeg/],
  ['painting', /Compositor|Viz|Thread<|ANGLE/],
  ['main threads', /chrom/i],
];

/** CPU seconds of all threads of the browser so far, by what they do. */
function browserSeconds() {
  const ticks = { workers: 0, 'compiling and collecting': 0, painting: 0, 'main threads': 0, rest: 0 };
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('chromium')) continue;
      for (const task of readdirSync(`/proc/${pid}/task`)) {
        const [, name, fields] = /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${pid}/task/${task}/stat`, 'utf8'));
        const numbers = fields.split(' ');
        const work = WORK.find(([, pattern]) => pattern.test(name))?.[0] ?? 'rest';
        ticks[work] += Number(numbers[11]) + Number(numbers[12]);
      }
    } catch {
      // It ended meanwhile.
    }
  }
  return Object.fromEntries(Object.entries(ticks).map(([work, count]) => [work, count / TICKS]));
}
const lab = await serveLab({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(await findBrowser());
const page = await browser.newPage();
await page.goto(lab.url);
await page.locator('#digest').waitFor({ timeout: 120_000 });
await page.getByText('Ask it differently').click();

/** A whole search in the page with this seed; CPU seconds of the browser, idling of the page included. */
async function inPage(seed) {
  await page.getByRole('spinbutton', { name: /^Decays/ }).fill(String(EVENTS));
  const before = browserSeconds();
  await page.getByRole('spinbutton', { name: 'Seed' }).fill(String(seed));
  await page.getByRole('spinbutton', { name: 'Seed' }).press('Tab');
  await page.getByRole('button', { name: 'Stop' }).waitFor();
  await page.getByRole('button', { name: 'Twice as many decays' }).waitFor({ timeout: 120_000 });
  const after = browserSeconds();
  return Object.fromEntries(Object.entries(after).map(([work, seconds]) => [work, seconds - before[work]]));
}

/** The same in this process. */
async function inNode(seed) {
  const before = process.cpuUsage();
  await run(searches['kaon-munuee'], { events: EVENTS, seed });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

try {
  await inPage(1000);
  await inNode(1000);
  const heap = () => page.evaluate('performance.memory ? performance.memory.usedJSHeapSize / 2 ** 20 : NaN');
  const first = await heap();
  for (let round = 0; round < ROUNDS; round++) {
    const [here, there] = [await inNode(round + 2), await inPage(round + 2)];
    const total = Object.values(there).reduce((sum, seconds) => sum + seconds, 0);
    const parts = Object.entries(there).map(([work, seconds]) => `${work} ${seconds.toFixed(2)}`);
    console.log(
      `Node ${here.toFixed(2)} CPU s; browser ${total.toFixed(2)} (${parts.join(', ')}); Node over browser ${(here / total).toFixed(2)}, over its workers ${(here / there.workers).toFixed(2)}`,
    );
  }
  console.log(`heap of the page ${first.toFixed(1)} MB, after ${ROUNDS} runs more ${(await heap()).toFixed(1)} MB`);
} finally {
  await browser.close();
  await lab.close();
}
