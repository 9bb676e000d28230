import { chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringRadius } from '../../lab/events/rich-ring.ts';
import { exercises } from '../../lab/exercises/index.ts';
import { readResult } from '../../lab/masterclass/session.ts';
import { na62Detector } from '../../src/experiments/na62-detector.ts';
import na62Dump from '../../src/experiments/na62-dump.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { type OpenLab, openLab } from './open-lab.ts';

let lab: OpenLab;

beforeAll(async () => {
  lab = await openLab();
}, 120_000);
afterAll(async () => await lab?.close());

/** How many detectors of NA62 there are: vetoes, chambers, and the eight that stand alone. */
const DETECTORS = na62Detector.vetoes.largeAngle.value.length + na62Detector.straw.z.value.length + 8 - 1;

describe('the room of events', () => {
  it('shows every detector of two experiments in space, and an event in them', async () => {
    const { page } = lab;
    await lab.visit({ room: 'events' });
    await page.getByText(/^event \d+, 1 of 40$/).waitFor();
    const canvas = page.locator('canvas[data-detectors]');
    await canvas.waitFor();
    const names = ((await canvas.getAttribute('data-detectors')) ?? '').split('|');
    expect(new Set(names).size).toBe(DETECTORS);
    const colours = await page.evaluate(() => {
      const shown = document.querySelector('canvas') as HTMLCanvasElement;
      const flat = document.createElement('canvas');
      [flat.width, flat.height] = [shown.width, shown.height];
      const context = flat.getContext('2d') as CanvasRenderingContext2D;
      context.drawImage(shown, 0, 0);
      const { data } = context.getImageData(0, 0, flat.width, flat.height);
      const found = new Set<string>();
      for (let i = 0; i < data.length; i += 4) found.add(`${data[i]},${data[i + 1]},${data[i + 2]}`);
      return found.size;
    });
    expect(colours).toBeGreaterThan(50);
    await lab.visit({ room: 'events', search: 'dump-mumu' });
    await page.getByText(/simulated as yields/).waitFor();
    await canvas.waitFor();
    const { planes, apertures } = na62Dump;
    const behind = ((await canvas.getAttribute('data-detectors')) ?? '').split('|');
    expect(new Set(behind).size).toBe(planes.length + apertures.length + 1);
  }, 120_000);

  it('keeps the truth until it is asked for, and steps by key', async () => {
    const { page } = lab;
    await lab.visit({ room: 'events', display: { flat: true } });
    await page.getByText(/, 1 of 40$/).waitFor();
    expect(await page.locator('.flat [data-detector]').count()).toBeGreaterThanOrEqual(2 * DETECTORS);
    expect(await page.locator('.flat path[stroke-dasharray="5 4"]').count()).toBe(0);
    expect(await page.locator('main').textContent()).not.toMatch(/Decay at/);
    await page.keyboard.press('ArrowRight');
    await page.getByText(/, 2 of 40$/).waitFor();
    await page.getByRole('button', { name: 'What was it?' }).click();
    await page.getByText(/^Decay at .* into mu- .*nu.*e\+/).waitFor();
    expect(await page.locator('.flat path[stroke-dasharray="5 4"]').count()).toBeGreaterThan(0);
  }, 60_000);

  it('shows two flat views where there is no WebGL', async () => {
    const { executablePath } = await findBrowser();
    const browser = await chromium.launch({
      executablePath,
      args: ['--no-sandbox', '--disable-gpu', '--disable-3d-apis'],
    });
    try {
      const page = await browser.newPage();
      await page.goto(`${lab.url}`);
      await page.getByRole('navigation').getByRole('button', { name: 'Events' }).click();
      await page.locator('.flat').nth(1).waitFor({ timeout: 60_000 });
    } finally {
      await browser.close();
    }
  }, 120_000);

  it('gives Cherenkov rings as the detector paper has them', () => {
    // JINST 12 (2017) P05025, section 5: threshold of pions 12.5 GeV; full ring of 11.2 mrad times 17.02 m.
    expect(ringRadius(0.13957, 12.3)).toBeUndefined();
    expect(ringRadius(0.13957, 12.6)).toBeLessThan(0.03);
    expect(ringRadius(0.000511, 30)).toBeCloseTo(0.1907, 3);
    expect(ringRadius(0.13957, 35)).toBeLessThan(ringRadius(0.10566, 35) ?? 0);
  });
});

describe('the masterclass', () => {
  it('has exercises with as many events as they say, and an answer for each', () => {
    for (const { id, shares, tags, right, histogram } of exercises) {
      expect(
        shares.every(({ tag }) => tags.includes(tag)),
        id,
      ).toBe(true);
      expect(
        shares.reduce((sum, { events }) => sum + events, 0),
        id,
      ).toBeLessThanOrEqual(50);
      expect(histogram.to).toBeGreaterThan(histogram.from);
      expect(right).toBeGreaterThan(0.5);
    }
    expect(exercises.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(60);
  });

  it('is played by hand: tags, a reload in the middle, a box, a file for the class', async () => {
    const { page } = lab;
    await lab.visit({ room: 'masterclass', masterclass: { exercise: 'which-decay' } });
    await page.getByText('Event 1 of 30').waitFor();
    // By what the help says: photons or vetoes, muon hits, three tracks with or without electrons.
    const tagOne = async (): Promise<void> => {
      const rows = await page.locator('.cuts table tbody tr').allTextContents();
      const said = (await page.locator('.cuts').textContent()) ?? '';
      const energies = await page.locator('.cuts table tbody tr td:nth-child(4)').allTextContents();
      const electrons = energies.filter((text) => Number(text) > 0.9).length;
      const muon = rows.some((text) => text.includes('● yes'));
      const tag =
        rows.length === 3
          ? electrons > 0
            ? 'π⁺ π⁰, π⁰ → e⁺e⁻γ'
            : 'π⁺ π⁺ π⁻'
          : electrons > 0
            ? 'π⁰ e⁺ ν'
            : muon
              ? 'μ⁺ ν'
              : 'π⁺ π⁰';
      expect(said).toMatch(/squared missing mass/);
      await page.getByRole('button', { name: tag, exact: true }).click();
    };
    for (let i = 0; i < 12; i++) await tagOne();
    await page.locator('p', { hasText: 'The 12 events that you tagged' }).waitFor();
    await page.reload();
    await page.locator('p', { hasText: 'The 12 events that you tagged' }).waitFor();
    await page.getByText('Event 1 of 30').waitFor();
    for (let i = 0; i < 12; i++) await page.getByRole('button', { name: 'next →' }).click();
    for (let i = 0; i < 18; i++) await tagOne();
    const score = async (): Promise<number[]> =>
      (/(\d+) of (\d+)/.exec((await page.locator('#score').textContent()) ?? '') ?? []).slice(1).map(Number);
    await expect.poll(async () => (await score())[1]).toBe(30);
    const [right, all] = await score();
    expect(right).toBeGreaterThanOrEqual(0.8 * all);
  }, 120_000);

  it('finds the three true decays with a stated cut, before the box is opened', async () => {
    const { page } = lab;
    await lab.visit({ room: 'masterclass', masterclass: { exercise: 'one-in-a-hundred-billion' } });
    await page.getByText('Event 1 of 40').waitFor();
    const set = async (name: RegExp, value: string): Promise<void> =>
      await page.getByRole('slider', { name }).fill(value);
    await set(/missing mass/, '0.006');
    await set(/momentum seen/, '73');
    await set(/E\/p/, '0.9');
    await page.getByRole('checkbox').check();
    await page.getByRole('button', { name: 'Open the box' }).click();
    const said = (await page.locator('.lid .sentence').textContent()) ?? '';
    const [passing, found, all] = (said.match(/\d+/g) ?? []).map(Number);
    expect([all, found]).toEqual([3, 3]);
    expect(passing).toBeLessThanOrEqual(4);
    // After the opening the cuts stand still.
    expect(await page.getByRole('slider', { name: /E\/p/ }).isDisabled()).toBe(true);
  }, 60_000);

  it('counts one pion and nothing else, and merges what three groups hand in', async () => {
    const { page } = lab;
    await lab.visit({ room: 'masterclass', masterclass: { exercise: 'nothing-else' } });
    await page.getByText('Event 1 of 50').waitFor();
    for (let i = 0; i < 50; i++) {
      const said = (await page.locator('.cuts').textContent()) ?? '';
      const quiet =
        said.includes('photon vetoes silent') &&
        said.includes('Clusters without a track: none') &&
        !said.includes('● yes');
      await page.getByRole('button', { name: quiet ? 'signal' : 'background', exact: true }).click();
    }
    await page.getByRole('textbox', { name: 'Name of your group' }).fill('one');
    await page.getByRole('button', { name: 'Open the box' }).click();
    await page.getByText(/As a branching fraction: between/).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /^Save the result/ }).click(),
    ]);
    const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8');
    const result = readResult(text);
    expect(typeof result).toBe('object');
    await lab.visit({ room: 'masterclass', masterclass: { teacher: true, language: 'de' } });
    const groups = ['one', 'two', 'three'].map((group) => ({
      name: `${group}.json`,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ ...(result as object), group })),
    }));
    await page
      .locator('input[type=file]')
      .last()
      .setInputFiles([...groups, { ...groups[0], name: 'bad.json', buffer: Buffer.from('{') }]);
    await page.getByText(/^3 Gruppen, 150 Antworten/).waitFor();
    await page.getByText(/^bad\.json: /).waitFor();
  }, 120_000);

  it('does not grow from exercise to exercise', async () => {
    const { page } = lab;
    await lab.visit({ room: 'masterclass', masterclass: { exercise: 'nothing-else' } });
    const devtools = await page.context().newCDPSession(page);
    const heap = async (): Promise<number> => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize;
    };
    const play = async (): Promise<void> => {
      for (const place of [1, 2, 3]) {
        await page.getByRole('button', { name: new RegExp(`^${place}\\. `) }).click();
        await page.getByText(/^Event 1 of/).waitFor();
        await page.getByRole('button', { name: 'Begin again' }).click();
        const tag = page.getByRole('group', { name: 'What is it?' }).getByRole('button').first();
        for (let i = 0; i < 5; i++) await tag.click();
      }
    };
    await play();
    const first = await heap();
    for (let i = 0; i < 2; i++) await play();
    expect(await heap()).toBeLessThan(1.2 * first);
    await devtools.detach();
  }, 60_000);

  it('says no word of error, and asks nobody else', () => {
    expect(lab.faults).toEqual([]);
  });
});
