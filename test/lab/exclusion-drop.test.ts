import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { exclude } from '../../src/run/exclude.ts';
import { WORKSPACE } from '../cli/spillway.ts';
import { type OpenLab, openLab } from './open-lab.ts';

let lab: OpenLab;

beforeAll(async () => {
  lab = await openLab();
}, 120_000);
afterAll(async () => await lab?.close());

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});

describe('the room of exclusions', () => {
  it('draws under the slider what the library excludes for so many protons', async () => {
    const { page } = lab;
    const protons = 1e18;
    const asked = { events: 500, massCount: 10 };
    await lab.visit({ room: 'exclusion', exclusion: { searches: ['dump-mumu'], protons, ...asked } });
    await page.locator('#plane[data-refined="true"]').waitFor();
    expect(await page.locator('.sentence').first().textContent()).toMatch(/could be excluded with so many protons/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'the contours' }).click(),
    ]);
    const shown = JSON.parse(Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8'));
    const { exclusion } = await exclude('dark-photon', [searches['dump-mumu']], { ...asked, pot: protons });
    expect(shown.kind).toBe('projection');
    expect(shown.contours).toEqual(JSON.parse(JSON.stringify(exclusion.contours)));
    expect(shown.edges).toEqual(JSON.parse(JSON.stringify(exclusion.edges)));
  }, 120_000);

  it('answers for one point, and says of a document what does not hold', async () => {
    const { page } = lab;
    await page.getByRole('button', { name: 'Ask' }).click();
    await page.getByText(/^0\.3 GeV, 1\.0e-6: /).waitFor();
    await page.getByText('A model of your own').click();
    const editor = page.getByRole('textbox', { name: /Lifetimes/ });
    await editor.fill('{"id": "mine", "massses": [1]}');
    await page
      .getByText(/massses/)
      .last()
      .waitFor();
    expect(await page.locator('.issues li').count()).toBeGreaterThan(3);
    expect(await page.getByRole('button', { name: 'Exclude this model' }).isDisabled()).toBe(true);
  }, 60_000);
});

describe('the room for files', () => {
  it('answers a dropped workspace with its limit, band and pulls', async () => {
    const { page } = lab;
    await lab.visit({ room: 'drop' });
    await page.locator('.drop input').setInputFiles(file('anything.txt', JSON.stringify(WORKSPACE)));
    await page.getByText(/^mu below/).waitFor();
    // Of pyhf, to the digits that are shown.
    expect(await page.getByText(/^mu below/).textContent()).toBe(
      'mu below 1.012 at 95 % (CLs, asymptotic); expected 0.5599 · 0.757 · 1.062 · 1.501 · 2.051',
    );
    expect(await page.locator('.figures svg').count()).toBeGreaterThanOrEqual(2);
  }, 60_000);

  it('answers cards, tables and questions, and refuses others in a sentence', async () => {
    const { page } = lab;
    const card = 'imax 1\njmax 1\nkmax 0\nbin a\nobservation 0\nbin a a\nprocess s b\nprocess 0 1\nrate 1 0.26\n';
    await page.locator('.drop input').setInputFiles(file('card.txt', card));
    await page.getByText(/^r below|^mu below/).waitFor();
    await page.getByText(/Not safe:/).waitFor();
    await page
      .locator('.drop input')
      .setInputFiles(file('counts.csv', 'mass,observed,background,ses,limit\n100,0,0.3,1e-11,2.3e-11\n'));
    await page.getByText('Limits worked out again').waitFor();
    await page.locator('.drop input').setInputFiles(file('nothing.bin', '\u0001\u0002 nothing'));
    await page.getByRole('alert').first().waitFor();
    const question = JSON.stringify({ kind: 'question', version: 1, search: 'kaon-pigg', events: 2048 });
    await page.locator('.drop input').setInputFiles(file('mine.spillway.json', question));
    await page.getByRole('button', { name: 'Search', exact: true }).waitFor();
    await page.locator('#digest[data-events="2048"]').waitFor();
  }, 60_000);

  it('takes a hundred mutated files without a fault or a stop', async () => {
    const { page } = lab;
    await lab.visit({ room: 'drop' });
    const text = JSON.stringify(WORKSPACE);
    let state = 12345;
    const next = (below: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return state % below;
    };
    for (let i = 0; i < 100; i++) {
      const at = next(text.length);
      const mutated =
        text.slice(0, at) + ['', '}', '"', '9e999', '-', 'null', '[[', '\u0000'][next(8)] + text.slice(at + next(40));
      await page.locator('.drop input').setInputFiles(file(`${i}.json`, mutated));
    }
    await page.locator('.drop input').setInputFiles(file('good.json', text));
    await page.getByText(/^mu below/).waitFor();
    expect(await page.getByText(/fault|undefined|\[object/).count()).toBe(0);
  }, 120_000);

  it('says no word of error, and asks nobody else', () => {
    expect(lab.faults).toEqual([]);
  });
});
