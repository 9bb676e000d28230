import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linkOf } from '../../lab/link.ts';
import { firstState } from '../../lab/state.ts';
import { searches } from '../../searches/index.ts';
import { parquetEncoder } from '../../src/formats/events/parquet-table.ts';
import { readOwnModelDocument } from '../../src/interpretation/read-own-model.ts';
import { exclude, excludeOnePoint } from '../../src/run/exclude.ts';
import { excludeTogether } from '../../src/run/exclude-together.ts';
import { workspaceDigest } from '../../src/statistics/histfactory/document/patchset.ts';
import { spillway, WORKSPACE } from '../cli/spillway.ts';
import {
  channelXml,
  combination,
  hepDataTable,
  hepmc,
  histograms,
  joined,
  patchset,
  workspace,
} from '../formats/samples.ts';
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
    const written = async () => readOwnModelDocument(await editor.inputValue(), 'model');
    await expect
      .poll(async () => ((await written()).production.factor as Record<string, number>)['bremsstrahlung'])
      .toBeLessThan(10);
    const own = await written();
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

  it('answers each kind of file that is read elsewhere too', async () => {
    const { page } = lab;
    await lab.visit({ room: 'drop' });
    const drop = async (...files: readonly ReturnType<typeof file>[]): Promise<void> =>
      await page.locator('.drop input').setInputFiles([...files]);
    const table = {
      ...{ fields: [{ name: 'x', unit: 'GeV', integer: false }], notes: { seed: '3' } },
      ...{ rows: 2, columns: [Float64Array.of(1.5, 2)] },
    };
    const encoder = parquetEncoder(table);
    const parquet = Buffer.from(joined([...encoder.start(), ...encoder.add(table), ...encoder.finish()]));
    await drop(file('combination.xml', combination), file('channel.xml', channelXml), file('h.json', histograms));
    // The channel names './histograms.json', which is not among them.
    await page.getByRole('alert').filter({ hasText: 'histograms.json' }).waitFor();
    await drop(
      file('combination.xml', combination),
      file('channel.xml', channelXml),
      file('histograms.json', histograms),
    );
    await page.getByText(/^mu below/).waitFor();
    await drop(file('h.json', histograms));
    await page
      .getByText(/bkg_jesUp/)
      .first()
      .waitFor();
    await drop(file('table1.yaml', hepDataTable));
    await page.getByText(/limit/).first().waitFor();
    await drop({ ...file('t.parquet', ''), buffer: parquet });
    await page.getByText('(parquet)').waitFor();
    await drop(file('e.hepmc3', hepmc));
    await page.getByText('(hepmc3)').waitFor();
    const signals = { ...JSON.parse(patchset), metadata: { ...JSON.parse(patchset).metadata } };
    signals.metadata.digests = { sha256: workspaceDigest(workspace) };
    signals.patches = ['light', 'heavy'].map((name, i) => ({
      metadata: { name, values: [i] },
      patch: [{ op: 'replace', path: '/channels/0/samples/0/data', value: [3 - i, 2 - i] }],
    }));
    await drop(file('workspace.json', workspace), file('patchset.json', JSON.stringify(signals)));
    const limit = async (): Promise<string> => (await page.getByText(/^mu below/).textContent()) ?? '';
    await page.getByRole('combobox', { name: 'Patch' }).waitFor();
    const light = await limit();
    await page.getByRole('combobox', { name: 'Patch' }).selectOption('heavy');
    await expect.poll(limit).not.toBe(light);
    await drop(file('h.root', `root${'\u0000'.repeat(100)}`));
    await page.getByText(/h\.root is a ROOT file, which no page reads/).waitFor();
  }, 60_000);

  it('takes a record of openings, of its own and of a run, once, and refuses one that was altered', async () => {
    const { page } = lab;
    const folder = mkdtempSync(join(tmpdir(), 'spillway-record-'));
    const unblind = async (): Promise<string> => {
      const { stdout } = await spillway(folder, 'unblind', out, '--json');
      return (JSON.parse(stdout) as { readonly opened: { readonly at: string } }).opened.at;
    };
    const out = join(folder, 'run');
    try {
      await spillway(folder, 'run', 'kaon-munuee', '--events', '2048', '--out', out);
      const at = await unblind();
      const record = readFileSync(join(out, 'unblinding.jsonl'), 'utf8');
      await lab.visit({ room: 'drop' });
      const drop = async (text: string) =>
        await page.locator('.drop input').setInputFiles(file('openings.jsonl', text));
      await drop(record.replace(/"at":"2/, '"at":"1'));
      await page.getByRole('alert').filter({ hasText: 'was altered' }).waitFor();
      await drop(record);
      await page.locator('#record[data-added="1"]').waitFor();
      await drop(record);
      await page.locator('#record[data-added="0"]').waitFor();
      // The box of another cut knows that this search was opened.
      const settings = ['selection.cuts.missing momentum.below=71GeV'];
      await lab.visit({ room: 'box', events: 2048, settings });
      await page.getByRole('heading', { name: 'The box is closed' }).waitFor();
      await page.getByText(/changed after its box had been opened/).waitFor();
      await page.addInitScript(
        'if (navigator.storage) navigator.storage.persist = async () => (globalThis.persisted = true);',
      );
      await lab.visit({ room: 'box', events: 2048 });
      await page.getByRole('button', { name: /^Open the box/ }).click();
      await page.getByRole('heading', { name: 'The box is open' }).waitFor();
      expect(await page.evaluate('globalThis.persisted')).toBe(true);
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the record of openings' }).click(),
      ]);
      const exported = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8');
      expect(exported.trimEnd().split('\n').length).toBe(2);
      // The page's record is one that the command line takes: with it alone the run's box is not opened a second time.
      rmSync(join(out, 'unblinding.jsonl'));
      writeFileSync(join(folder, 'state', 'openings.jsonl'), exported);
      expect(await unblind()).toBe(at);
      expect(readFileSync(join(folder, 'state', 'openings.jsonl'), 'utf8')).toBe(exported);
      // Another browser takes it too: the box of the lab is open there without another act.
      const context = await lab.browser.newContext();
      const other = await context.newPage();
      await other.goto(lab.url);
      await other.getByRole('navigation').getByRole('button', { name: 'Drop' }).click();
      await other.locator('.drop input').setInputFiles(file('openings.jsonl', exported));
      await other.locator('#record[data-added="2"]').waitFor();
      await other.goto('about:blank');
      await other.goto(await linkOf({ ...firstState, room: 'box', events: 2048 }, lab.url));
      await other.getByRole('heading', { name: 'The box is open' }).waitFor();
      await context.close();
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

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
