import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { readOwnModelDocument } from '../../src/interpretation/read-own-model.ts';
import { exclude, excludeOnePoint } from '../../src/run/exclude.ts';
import { excludeTogether } from '../../src/run/exclude-together.ts';
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

/** What a button of the room saves. */
async function saved(name: string): Promise<Buffer> {
  const [download] = await Promise.all([
    lab.page.waitForEvent('download'),
    lab.page.getByRole('button', { name, exact: true }).click(),
  ]);
  return Buffer.concat(await (await download.createReadStream()).toArray());
}

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const contoursSaved = async () => JSON.parse((await saved('the contours')).toString('utf8'));

describe('the room of exclusions', () => {
  const asked = { events: 500, massCount: 10 };

  it('draws under the slider what the library excludes for so many protons, and saves it', async () => {
    const { page } = lab;
    const protons = 1e18;
    await lab.visit({ room: 'exclusion', exclusion: { searches: ['dump-mumu'], protons, ...asked } });
    await page.locator('#plane[data-refined="true"]').waitFor();
    expect(await page.locator('.sentence').first().textContent()).toMatch(/could be excluded with so many protons/);
    const shown = await contoursSaved();
    const { exclusion } = await exclude('dark-photon', [searches['dump-mumu']], { ...asked, pot: protons });
    expect(shown.kind).toBe('projection');
    expect(shown.contours).toEqual(plain(exclusion.contours));
    expect(shown.edges).toEqual(plain(exclusion.edges));
    const png = await saved('as PNG');
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    expect(png.readUInt32BE(16)).toBe(2 * 720);
    expect(png.length).toBeGreaterThan(20_000);
  }, 120_000);

  it('answers for one point of the picture, by key and by pointer, with every factor', async () => {
    const { page } = lab;
    await page.getByRole('button', { name: 'As counted' }).click();
    const point = page.getByRole('slider', { name: /^A point of the plane/ });
    await point.focus();
    for (const key of ['PageUp', 'ArrowLeft', 'Enter']) await page.keyboard.press(key);
    await page.locator('#point').waitFor();
    const said = (await point.getAttribute('aria-valuetext')) ?? '';
    const [, mass, coupling] = (/^(.*) GeV, coupling ([^,]*), (?:not )?excluded$/.exec(said) ?? []).map(Number);
    const { point: found } = await excludeOnePoint('dark-photon', [searches['dump-mumu']], { mass, coupling }, asked);
    expect(await page.locator('#point').getAttribute('data-excluded')).toBe(String(found.excluded));
    const text = (await page.locator('#point').textContent()) ?? '';
    expect(text).toContain(`CLs ${found.cls === 0 ? '0' : found.cls.toPrecision(3)}`);
    const [{ factors, total }] = found.factors;
    expect(await page.locator('#point tbody tr').count()).toBe(Object.keys(factors).length);
    expect(text).toContain(`${total.toPrecision(3)} events expected`);
    const frame = await page.locator('.on-picture .frame').boundingBox();
    await page.mouse.click((frame?.x ?? 0) + 30, (frame?.y ?? 0) + 30);
    await page.locator('#point[data-excluded="false"]').waitFor();
  }, 60_000);

  it('takes kaon scans together with searches behind the dump, and draws the contours that are asked', async () => {
    const { page } = lab;
    const both = ['kaon-pia-gg', 'dump-gg'] as const;
    await lab.visit({ room: 'exclusion', exclusion: { model: 'alp-gluon', searches: both, events: 300 } });
    const found = await excludeTogether('alp-gluon', [searches[both[0]], searches[both[1]]], { events: 300 });
    await page.locator('#plane').waitFor();
    expect(await contoursSaved()).toEqual(plain(found));
    const names = async (): Promise<string> => (await page.locator('#plane svg').textContent()) ?? '';
    expect(await names()).toMatch(/dump-gg, observed/);
    await page.getByRole('combobox', { name: 'Contours' }).selectOption('expected');
    await expect.poll(names, { timeout: 30_000 }).not.toMatch(/dump-gg, observed/);
    expect(await names()).toMatch(/kaon-pia-gg, expected/);
    await page.getByRole('textbox', { name: 'Mass [GeV]' }).fill('0.27');
    await page.getByRole('textbox', { name: 'Coupling' }).fill('0.004');
    await page.getByRole('button', { name: 'Ask' }).click();
    await page
      .getByText(/^kaon-pia-gg, dump-gg in one likelihood|^kaon-pia-gg: .* events expected in the window/)
      .first()
      .waitFor();
    expect(await page.locator('#point').getAttribute('data-excluded')).toBe('true');
  }, 120_000);

  it('takes a model that comes with the project, weighs it under sliders, and says of a document what does not hold', async () => {
    const { page } = lab;
    await lab.visit({ room: 'exclusion', exclusion: { searches: ['dump-ee'], ...asked } });
    await page.getByText('A model of your own').click();
    await page.getByRole('combobox', { name: 'Begin with' }).selectOption('baryonic');
    const editor = page.getByRole('textbox', { name: /Lifetimes/ });
    await expect.poll(async () => await editor.inputValue()).toContain('"baryonic"');
    await page.getByRole('button', { name: 'Exclude this model' }).click();
    await page.getByText(/^Factors of the production/).click();
    const slider = page.getByRole('slider', { name: /^bremsstrahlung/ });
    await slider.focus();
    await page.keyboard.press('PageDown');
    const own = readOwnModelDocument(await editor.inputValue(), 'model');
    expect((own.production.factor as Record<string, number>)['bremsstrahlung']).toBeLessThan(10);
    const { exclusion } = await exclude(own, [searches['dump-ee']], asked);
    await expect.poll(async () => (await contoursSaved()).edges, { timeout: 30_000 }).toEqual(plain(exclusion.edges));
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
