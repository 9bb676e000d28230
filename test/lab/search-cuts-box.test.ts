import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { questionOf, readQuestion } from '../../src/run/question.ts';
import { planOf, run } from '../../src/run/run.ts';
import { digestShown, type OpenLab, openLab } from './open-lab.ts';

const EVENTS = 4096;
/** What a moved cut is answered from: one block of each sample. */
const BLOCK = 16_384;
let lab: OpenLab;

beforeAll(async () => {
  lab = await openLab();
}, 120_000);
afterAll(async () => await lab?.close());

/** Until the page has drawn what it was told. */
const drawn = async (): Promise<unknown> =>
  await lab.page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))');

describe('the lab', () => {
  it('fills a search in rounds to the very result of a run', async () => {
    const { document } = await run(searches['kaon-munuee'], { events: EVENTS });
    await lab.visit({ events: EVENTS });
    expect(await digestShown(lab.page, EVENTS)).toBe(document.digest.result);
    await expect(lab.page.getByRole('heading', { level: 1 }).textContent()).resolves.toContain('K');
    expect(await lab.page.locator('.answer .drawing svg').count()).toBe(1);
    expect(await lab.page.locator('.stages details').count()).toBeGreaterThanOrEqual(9);
    // Twice as many decays go on from there: no round is gone through again.
    await lab.page.evaluate(`globalThis.sizes = new Set();
      new MutationObserver(() => sizes.add(document.querySelector('#digest')?.dataset.events))
        .observe(document.querySelector('main'), { subtree: true, childList: true, attributes: true });`);
    await lab.page.getByRole('button', { name: 'Twice as many decays' }).click();
    const twice = await run(searches['kaon-munuee'], { events: 2 * EVENTS });
    expect(await digestShown(lab.page, 2 * EVENTS)).toBe(twice.document.digest.result);
    const shown = (await lab.page.evaluate('[...sizes]')) as readonly string[];
    expect(new Set(shown)).toEqual(new Set([`${EVENTS}`, `${2 * EVENTS}`].filter((size) => shown.includes(size))));
    // No answer of one search under the name of another.
    await lab.page.getByRole('combobox', { name: 'Search' }).selectOption('kaon-pimumu');
    await drawn();
    expect(await lab.page.locator('#digest[data-search="kaon-munuee"]').count()).toBe(0);
  }, 120_000);

  it('hands its question to the command line, and takes that of a run', async () => {
    const { page } = lab;
    const settings = ['selection.cuts.missing momentum.below=71GeV'];
    await lab.visit({ events: 2048, settings });
    const digest = await digestShown(page, 2048);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save the question' }).click(),
    ]);
    const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString('utf8');
    const asked = readQuestion(text, 'question.spillway.json');
    expect(asked).toEqual({ search: 'kaon-munuee', settings, events: 2048, seed: undefined });
    const { document } = await run(searches['kaon-munuee'], { ...asked, seed: 1 });
    expect(document.digest.result).toBe(digest);
    // A question as a run's folder keeps it.
    const kept = JSON.stringify(questionOf(searches['kaon-munuee'], { settings, events: 2048, seed: 1 }, true));
    await lab.enter('Drop');
    await page
      .locator('.drop input')
      .setInputFiles({ name: 'q.json', mimeType: 'application/json', buffer: Buffer.from(kept) });
    await lab.page.locator(`#digest[data-digest="${digest}"]`).waitFor();
    // One whose samples have sizes of their own, as a run to a precision writes it.
    const sized = { settings, events: 2048, sizes: { signal: 4096 }, precision: 0.05, seed: 1 };
    const { document: larger } = await run(searches['kaon-munuee'], sized);
    await lab.enter('Drop');
    await page.locator('.drop input').setInputFiles({
      name: 'q.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(questionOf(searches['kaon-munuee'], sized, true))),
    });
    await lab.page.locator(`#digest[data-digest="${larger.digest.result}"]`).waitFor();
    expect(larger.digest.result).not.toBe(digest);
    // Another search has no sizes of samples that it does not know.
    await page.getByRole('combobox', { name: 'Search' }).selectOption('kaon-pinunu');
    await page.locator('#digest[data-search="kaon-pinunu"]').waitFor();
  }, 90_000);

  it('carries out a copy that was changed, and says what does not fit', async () => {
    const { page } = lab;
    await lab.visit({ events: 2048 });
    await digestShown(page, 2048);
    await page.getByText('Ask it differently').click();
    await page.getByRole('button', { name: 'Copy the search and change it' }).click();
    const editor = page.getByRole('textbox', { name: /^A search of your own/ });
    const { frozen: _, ...copy } = JSON.parse(await editor.inputValue()) as Record<string, unknown>;
    await editor.fill(JSON.stringify({ ...copy, id: 'mine', triggerz: [] }));
    await page.getByRole('button', { name: 'Carry it out' }).click();
    await page.getByRole('alert').filter({ hasText: 'triggerz' }).waitFor();
    await editor.fill(JSON.stringify({ ...copy, id: 'mine', channel: 'K⁺ → my own' }));
    await page.getByRole('button', { name: 'Carry it out' }).click();
    await page.getByRole('heading', { level: 1, name: /my own/ }).waitFor();
  }, 60_000);

  it('fills a search behind a dump, few masses first, to the very result of a run', async () => {
    const { document } = await run(searches['dump-mumu'], { events: 100 });
    await lab.visit({ search: 'dump-mumu', events: 100 });
    const shown = lab.page.locator(`#digest[data-digest="${document.digest.result}"]`);
    await shown.waitFor();
    expect(await lab.page.locator('.answer').textContent()).not.toBe('');
  }, 120_000);

  it('answers a moved cut from kept candidates, to the bit of a run with that setting', async () => {
    await lab.visit({ room: 'cuts' });
    const before = await digestShown(lab.page, BLOCK);
    await lab.page.getByRole('button', { name: 'missing momentum', exact: true }).click();
    const handle = lab.page.getByRole('slider', { name: 'missing momentum, below' });
    await handle.focus();
    for (let i = 0; i < 4; i++) await lab.page.keyboard.press('ArrowLeft');
    await lab.page.locator(`#digest:not([data-digest="${before}"])`).waitFor();
    const typed = lab.page.getByRole('spinbutton', { name: 'missing momentum, below' });
    await expect.poll(async () => await typed.inputValue(), { timeout: 20_000 }).toBe('70');
    const settings = ['selection.cuts.missing momentum.below=70.0GeV'];
    const { document } = await run(searches['kaon-munuee'], { events: BLOCK, settings });
    await lab.page.locator(`#digest[data-digest="${document.digest.result}"]`).waitFor();
    await lab.page.getByRole('button', { name: 'Put all back' }).click();
    await lab.page.locator(`#digest[data-digest="${before}"]`).waitFor();
    // An edge that crosses the other is refused, and goes back with the setting.
    await lab.page.getByRole('button', { name: 'signal', exact: true }).click();
    const edge = lab.page.getByRole('slider', { name: 'signal, from' });
    const place = await edge.getAttribute('aria-valuenow');
    await edge.focus();
    for (let i = 0; i < 8; i++) await lab.page.keyboard.press('PageUp');
    await lab.page.getByRole('alert').filter({ hasText: 'is not below the upper edge' }).waitFor();
    await lab.page.getByRole('button', { name: 'Put all back' }).click();
    await expect.poll(async () => await edge.getAttribute('aria-valuenow')).toBe(place);
    await lab.page.getByRole('alert').waitFor({ state: 'detached' });
  }, 120_000);

  it('moves edges of regions in two axes, and cuts behind a dump, to the bit of a run with that setting', async () => {
    const { page } = lab;
    await lab.visit({ room: 'cuts', search: 'kaon-pinunu' });
    await digestShown(page, BLOCK);
    await page.getByRole('button', { name: 'R1', exact: true }).click();
    const above = page.getByRole('slider', { name: 'R1, to above' });
    await above.focus();
    await page.keyboard.press('ArrowDown');
    // Edges of the discriminant lie between its bins of 5 GeV.
    const settings = ['regions.R1.1.1=30GeV'];
    const kaon = await run(searches['kaon-pinunu'], { events: BLOCK, settings });
    await page.locator(`#digest[data-digest="${kaon.document.digest.result}"]`).waitFor();
    await lab.visit({ room: 'cuts', search: 'dump-mumu' });
    const before = await digestShown(page, 2000);
    const far = page.getByRole('slider', { name: 'signal, to', exact: true });
    const box = await page.locator('.on-picture').boundingBox();
    const grip = await far.boundingBox();
    await page.mouse.move((grip?.x ?? 0) + (grip?.width ?? 0) / 2, (grip?.y ?? 0) + 60);
    await page.mouse.down();
    await page.mouse.move((box?.x ?? 0) + 0.5 * (box?.width ?? 0), (grip?.y ?? 0) + 60, { steps: 3 });
    await page.mouse.up();
    await page.locator(`#digest:not([data-digest="${before}"])`).waitFor();
    const metres = Number(await far.getAttribute('aria-valuenow'));
    expect(metres).toBeLessThan(30);
    const { masses } = planOf(searches['dump-mumu'], { events: 2000 });
    const moved = await run(searches['dump-mumu'], {
      events: 2000,
      masses: [masses[masses.length >> 1]],
      settings: [`regions.signal.value.z.1=${metres.toFixed(1)}m`],
    });
    await page.locator(`#digest[data-digest="${moved.document.digest.result}"]`).waitFor();
    expect(await page.locator('.number-card').first().textContent()).toMatch(/Events expected.*was /);
    await page.getByRole('button', { name: 'z of the vertex', exact: true }).click();
    await page.getByText(/^Events expected, all other cuts/).waitFor();
    expect(await page.getByRole('slider', { name: /^z of the vertex/ }).count()).toBe(2);
  }, 120_000);

  it('opens a box once, on record, and closes it when a cut is moved', async () => {
    const { page } = lab;
    await lab.visit({ room: 'box', events: EVENTS });
    await digestShown(page, EVENTS);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('The box is closed');
    await page.getByRole('button', { name: /^Open the box/ }).click();
    await page.getByRole('heading', { name: 'The box is open' }).waitFor();
    const record = async (): Promise<readonly Record<string, string>[]> => {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Save the record of openings' }).click(),
      ]);
      const text = await (await download.createReadStream()).toArray();
      return Buffer.concat(text)
        .toString('utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as Record<string, string>);
    };
    const [act, ...more] = await record();
    expect(more).toEqual([]);
    expect([act['search'], act['run']]).toEqual(['kaon-munuee', 'lab/kaon-munuee']);
    // The same box in a page that is loaded anew is open; another cut is another box.
    await lab.visit({ room: 'box', events: EVENTS });
    await page.getByRole('heading', { name: 'The box is open' }).waitFor();
    expect(await record()).toEqual([act]);
    // What was seen of one box is not shown for another, where it could be opened for it.
    await page.getByRole('combobox', { name: 'Search' }).selectOption('kaon-pimumu');
    await drawn();
    expect(await page.getByRole('heading', { name: 'The box is open' }).count()).toBe(0);
    await lab.visit({ room: 'box', events: EVENTS, settings: ['selection.cuts.missing momentum.below=71GeV'] });
    await page.getByRole('heading', { name: 'The box is closed' }).waitFor();
    await digestShown(page, EVENTS);
    expect(await page.locator('main').textContent()).toMatch(/changed after its box had been opened|on record/);
  }, 120_000);

  it('shows nothing of a closed box, in the page, its storage or its address', async () => {
    const { page } = lab;
    // A number of its own in each masked bin, so that it would be known anywhere.
    const bins = 140;
    const counts = Array.from({ length: bins }, (_, bin) => 700_003 + 11 * bin);
    const name = 'canary.json';
    const inside = counts.filter((_, bin) => bin >= 63 && bin < 77);
    const masked = [...inside, inside.reduce((sum, count) => sum + count, 0)];
    // Whatever a worker says to the page is written down.
    await page.addInitScript(`globalThis.heard = [];
      globalThis.Worker = class extends Worker {
        constructor(...all) {
          super(...all);
          this.addEventListener('message', ({ data }) => heard.push(JSON.stringify(data)));
        }
      };`);
    await lab.visit({ room: 'box', events: EVENTS });
    await digestShown(page, EVENTS);
    await page.locator('input[type=file]').setInputFiles({
      name,
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify({ search: 'kaon-munuee', source: 'canary', counts })),
    });
    await page.getByRole('button', { name: 'Pseudo-data again' }).waitFor();
    await page.getByRole('heading', { name: 'The box is closed' }).waitFor();
    const everything = async (): Promise<string> =>
      await page.evaluate(async () => {
        const databases = await indexedDB.databases();
        const kept: unknown[] = [];
        for (const { name: database } of databases) {
          const open = await new Promise<IDBDatabase>((resolve, reject) => {
            const request = indexedDB.open(database ?? '');
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
          for (const store of open.objectStoreNames) {
            const request = open.transaction(store).objectStore(store).getAll();
            kept.push(await new Promise((resolve) => (request.onsuccess = () => resolve(request.result))));
          }
          open.close();
        }
        const { heard, localStorage } = globalThis as unknown as { heard: readonly string[]; localStorage: object };
        return [document.documentElement.outerHTML, location.href, JSON.stringify([localStorage, kept]), ...heard].join(
          '\n',
        );
      });
    const found = (text: string): number[] =>
      masked.filter((count) => new RegExp(`(?<!\\d)${count}(?!\\d)`).test(text));
    const closed = await everything();
    expect(closed).toContain('canary');
    expect(found(closed)).toEqual([]);
    // Opened, they are there: the test can fail.
    await page.getByRole('button', { name: /^Open the box/ }).click();
    await page.getByRole('heading', { name: 'The box is open' }).waitFor();
    expect(found(await everything())).not.toEqual([]);
  }, 120_000);

  it('says no word of error, and asks nobody else', () => {
    expect(lab.faults).toEqual([]);
  });
});
