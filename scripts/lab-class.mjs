// A robot plays the hour of a class, compressed: three groups, three exercises each, a page loaded anew in the middle,
// results merged on the teacher's page; the page's heap after each hour: node scripts/build.mjs && node scripts/lab-class.mjs [HOURS]
import { chromium } from 'playwright-core';
import { serveLab } from '../dist/src/hosts/node/lab/serve-lab.js';
import { findBrowser } from './find-browser.mjs';

const HOURS = Number(process.argv[2] ?? 3);
const GROUPS = ['one', 'two', 'three'];
const EXERCISES = ['Which decay was it?', 'One in a hundred billion', 'One pion and nothing else'];
/** Growth of the heap from one hour to another that is no leak. */
const MOST_GROWTH = 1.2;

const lab = await serveLab({ host: '127.0.0.1', port: 0 });
const browser = await chromium.launch(await findBrowser());
const page = await browser.newPage();
page.setDefaultTimeout(60_000);
const faults = [];
page.on('pageerror', (error) => faults.push(error.message));
const devtools = await page.context().newCDPSession(page);

/** Megabytes that live in the page after what is dead was collected. */
async function heap() {
  await devtools.send('HeapProfiler.collectGarbage');
  return (await devtools.send('Runtime.getHeapUsage')).usedSize / 2 ** 20;
}

const press = async (name) => await page.getByRole('button', { name, exact: true }).click();

/** What is seen of the event that is shown. */
async function seen() {
  const text = (await page.locator('.cuts').first().textContent()) ?? '';
  const energies = (await page.locator('.cuts table tbody tr td:nth-child(4)').allTextContents()).map(Number);
  return {
    tracks: energies.length,
    electrons: energies.filter((energy) => energy > 0.9).length,
    muon: text.includes('● yes'),
    quiet: text.includes('photon vetoes silent') && text.includes('Clusters without a track: none'),
  };
}

const TAG_OF = {
  'Which decay was it?': ({ tracks, electrons, muon }) =>
    tracks === 3
      ? electrons > 0
        ? 'π⁺ π⁰, π⁰ → e⁺e⁻γ'
        : 'π⁺ π⁺ π⁻'
      : electrons > 0
        ? 'π⁰ e⁺ ν'
        : muon
          ? 'μ⁺ ν'
          : 'π⁺ π⁰',
  'One in a hundred billion': ({ electrons, muon }) => (electrons >= 2 && muon ? 'signal' : 'background'),
  'One pion and nothing else': ({ muon, quiet }) => (quiet && !muon ? 'signal' : 'background'),
};

/** Tags all events of the exercise that is open; halfway the page is loaded anew, where that is asked. */
async function tagAll(exercise, reload) {
  const status = page.getByText(/^Event \d+ of \d+$/);
  await status.waitFor();
  const [, all] = /of (\d+)/.exec(await status.textContent());
  for (let i = 0; i < Number(all); i++) {
    await press(TAG_OF[exercise](await seen()));
    if (!reload || i !== Math.floor(Number(all) / 2)) continue;
    await page.reload();
    await page.locator('p', { hasText: `The ${i + 1} events that you tagged` }).waitFor();
    for (let k = 0; k <= i; k++) await press('next →');
  }
}

/** Saves the result of a group, and gives it back as a file. */
async function result(group) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Save the result/ }).click(),
  ]);
  const buffer = Buffer.concat(await (await download.createReadStream()).toArray());
  return { name: `${group}.json`, mimeType: 'application/json', buffer };
}

async function hour(number) {
  const handed = Object.fromEntries(EXERCISES.map((exercise) => [exercise, []]));
  for (const group of GROUPS)
    for (const [place, exercise] of EXERCISES.entries()) {
      await page.getByRole('button', { name: new RegExp(`^${place + 1}\\. `) }).click();
      await page.getByRole('heading', { name: exercise }).waitFor();
      await page.getByText(/^Event \d+ of/).waitFor();
      await press('Begin again');
      await page.getByRole('textbox', { name: 'Name of your group' }).fill(group);
      await tagAll(exercise, group === 'two' && place === 1);
      const open = page.getByRole('button', { name: 'Open the box' });
      if ((await open.count()) > 0) await open.click();
      await page.locator('#score').waitFor();
      handed[exercise].push(await result(group));
    }
  await press('For the teacher');
  const merged = [];
  for (const [place, exercise] of EXERCISES.entries()) {
    await page.locator('.of-exercise input[type=file]').nth(place).setInputFiles(handed[exercise]);
    const said = page
      .locator('.of-exercise')
      .nth(place)
      .getByText(/^3 groups, /);
    await said.waitFor();
    merged.push((await said.textContent()).trim());
  }
  console.log(`hour ${number}: ${merged.join(' | ')}`);
}

let failed = false;
try {
  await page.goto(lab.url);
  await page.getByRole('navigation').getByRole('button', { name: 'Masterclass' }).click();
  const sizes = [];
  for (let number = 1; number <= HOURS; number++) {
    const began = performance.now();
    await hour(number);
    sizes.push(await heap());
    console.log(`  ${((performance.now() - began) / 1000).toFixed(0)} s, heap ${sizes.at(-1).toFixed(2)} MB`);
  }
  // The first hour loads what the others use again.
  const growth = sizes.at(-1) / sizes[0];
  failed = growth > MOST_GROWTH || faults.length > 0;
  console.log(
    `heap of the last hour over the first ${growth.toFixed(2)}; ${faults.length} faults ${faults.join('; ')}`,
  );
} finally {
  await browser.close();
  await lab.close();
}
process.exitCode = failed ? 1 : 0;
