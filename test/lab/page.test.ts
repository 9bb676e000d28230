import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveFiles } from '../browser/serve-files.ts';
import { measureRoom } from './measure-room.ts';
import { BUILT, digestShown, type OpenLab, openLab, ROOMS, watch } from './open-lab.ts';

const AXE = readFileSync(join(import.meta.dirname, '..', '..', 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const EVENTS = 2048;
let lab: OpenLab;

beforeAll(async () => {
  lab = await openLab();
}, 120_000);
afterAll(async () => await lab?.close());

/** What each room shows when it has something to show. */
const READY: Readonly<Record<string, string>> = {
  search: '#digest',
  cuts: '#digest',
  box: '#digest',
  events: 'canvas[data-detectors]',
  exclusion: '#plane',
  drop: '.drop',
  masterclass: 'div[lang] .cuts, div[lang] button.main',
};

async function enterReady(page: Page, room: string, title: string): Promise<void> {
  await page.getByRole('navigation').getByRole('button', { name: title, exact: true }).click();
  await page.locator(READY[room]).first().waitFor();
}

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe says of a page, a line each. */
async function violationsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as {
    readonly violations: readonly Violation[];
  };
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map(({ html }) => html.slice(0, 90))
        .slice(0, 3)
        .join(' ')}`,
  );
}

/** Walks through a room with the Tab key; gives the controls that were not reached, and those that do not show it. */
async function walk(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('#room')?.focus();
  });
  const said = `(element) => element.tagName + ' ' + (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40)`;
  const unmarked: string[] = [];
  for (let i = 0; i < 200; i++) {
    await page.keyboard.press('Tab');
    const seen = (await page.evaluate(`(() => {
      const element = document.activeElement;
      if (element === null || element.closest('#room') === null) return null;
      element.dataset.walked = 'yes';
      const { outlineStyle, boxShadow } = getComputedStyle(element);
      return outlineStyle === 'none' && boxShadow === 'none' ? (${said})(element) + ' shows no focus' : '';
    })()`)) as string | null;
    if (seen === null) break;
    if (seen !== '') unmarked.push(seen);
  }
  const missed =
    (await page.evaluate(`[...document.querySelectorAll('#room :is(button, select, input, textarea, summary, a[href], [tabindex="0"])')]
    .filter((element) => !element.disabled && element.checkVisibility() && element.dataset.walked !== 'yes')
    .map(${said})`)) as readonly string[];
  return [...unmarked, ...missed.map((one) => `${one} was not reached`)];
}

describe('every room', () => {
  it('has no fault of accessibility, light and dark, and does not scroll sideways at any width', async () => {
    const { page } = lab;
    const found: string[] = [];
    await lab.visit({
      events: EVENTS,
      exclusion: { searches: ['charm-mumu'], events: 100, massCount: 4 },
      masterclass: { exercise: 'which-decay' },
    });
    for (const theme of ['light', 'dark'] as const) {
      await page.getByRole('combobox', { name: 'Colours' }).selectOption(theme);
      for (const [room, title] of ROOMS) {
        await enterReady(page, room, title);
        for (const width of [1280, 390]) {
          await page.setViewportSize({ width, height: 900 });
          const where = `${room}, ${theme}, at ${width}`;
          const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number;
          if (wide > width) found.push(`${where}: ${wide} pixels wide`);
          // What is narrow has the same colours: looked through once.
          if (theme === 'dark' && width === 390) continue;
          found.push(...(await violationsOf(page)).map((said) => `${where}: ${said}`));
          if (theme === 'light') for (const said of await page.evaluate(measureRoom)) found.push(`${where}: ${said}`);
        }
        await page.setViewportSize({ width: 1280, height: 900 });
      }
    }
    expect(found).toEqual([]);
  }, 180_000);

  it('is walked through by keyboard alone, every control of it', async () => {
    const { page } = lab;
    const found: string[] = [];
    await lab.visit({
      events: EVENTS,
      exclusion: { searches: ['charm-mumu'], events: 100, massCount: 4 },
      masterclass: { exercise: 'one-in-a-hundred-billion' },
    });
    for (const [room, title] of ROOMS) {
      await enterReady(page, room, title);
      // What still comes would come between two keys.
      if (room === 'search') await page.getByRole('button', { name: 'Twice as many decays' }).waitFor();
      if (room === 'cuts') await page.getByText(/^answered in/).waitFor();
      if (room === 'events') await page.getByText(/, 1 of 40$/).waitFor();
      if (room === 'box') await page.getByRole('heading', { name: /^The box is/ }).waitFor();
      if (room === 'exclusion') await page.locator('#plane[data-refined="true"]').waitFor();
      for (const said of await walk(page)) found.push(`${room}: ${said}`);
    }
    expect(found).toEqual([]);
  }, 120_000);

  it('is reached by keyboard alone', async () => {
    const { page } = lab;
    await lab.visit({ room: 'drop' });
    await page.locator('.drop').waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip');
    for (const [, title] of ROOMS) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.textContent')).toBe(title);
    }
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Drop', exact: true }).waitFor();
  }, 60_000);
});

describe('the page', () => {
  it('goes on with server and network gone, with the same result', async () => {
    const server = await serveFiles(BUILT);
    const context = await lab.browser.newContext();
    try {
      const page = await context.newPage();
      const faults: string[] = [];
      watch(page, server.origin, faults);
      await lab.visit({ events: EVENTS });
      const digest = await digestShown(lab.page, EVENTS);
      const link = lab.page.url().replace(lab.url, `${server.origin}/`);
      await page.goto(link);
      expect(await digestShown(page, EVENTS)).toBe(digest);
      await page.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await server.close();
      await context.setOffline(true);
      await page.goto('about:blank');
      await page.goto(link);
      expect(await digestShown(page, EVENTS)).toBe(digest);
      await page.goto('about:blank');
      await page.goto(link.replace('/#', '/index.html#'));
      expect(await digestShown(page, EVENTS)).toBe(digest);
      for (const [room, title] of ROOMS.slice(3)) await enterReady(page, room, title);
      expect(faults).toEqual([]);
    } finally {
      await context.close();
    }
  }, 120_000);

  it('works when it is copied into a folder of any site', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spillway-site-'));
    cpSync(BUILT, join(folder, 'some', 'path'), { recursive: true });
    const server = await serveFiles(folder);
    try {
      await lab.page.goto(`${server.origin}/some/path/${new URL(lab.page.url()).hash}`);
      await lab.page.getByRole('navigation').getByRole('button', { name: 'Search' }).click();
      await lab.page.locator('#digest').waitFor();
      expect(server.missing).toEqual([]);
    } finally {
      await lab.page.goto('about:blank');
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    }
  }, 120_000);

  it('says in one sentence why a link cannot be opened', async () => {
    await lab.page.goto(`${lab.url}#1.AAAA`);
    await lab.page.getByText(/^This link cannot be opened: /).waitFor();
    await lab.page.getByRole('heading', { level: 1 }).waitFor();
  }, 60_000);

  it('keeps within its budget', () => {
    const files = JSON.parse(readFileSync(join(BUILT, 'files.json'), 'utf8')) as Record<
      string,
      { readonly file: string; readonly imports?: readonly string[]; readonly dynamicImports?: readonly string[] }
    >;
    const size = (file: string): number => gzipSync(readFileSync(join(BUILT, file))).length;
    const loaded = (name: string, seen = new Set<string>()): Set<string> => {
      if (seen.has(name)) return seen;
      seen.add(name);
      for (const other of files[name]?.imports ?? []) loaded(other, seen);
      return seen;
    };
    const sizeOf = (...names: readonly string[]): number => {
      const all = new Set(names.flatMap((name) => [...loaded(name)]));
      return [...all].reduce((sum, name) => sum + size(files[name].file), 0);
    };
    // Kilobytes, gzipped: first screen, the worker that simulates, what is kept for offline.
    expect(sizeOf('index.html', 'rooms/search.tsx')).toBeLessThan(60_000);
    for (const engine of ['kaon/chain/keeping-engine.ts', 'dump/chain/engine.ts'])
      expect(sizeOf('workers/engine.ts', `../src/modes/${engine}`), engine).toBeLessThan(90_000);
    const all = readdirSync(join(BUILT, 'assets')).reduce((sum, name) => sum + size(join('assets', name)), 0);
    expect(all).toBeLessThan(680_000);
  });

  it('says no word of error, and asks nobody else', () => {
    expect(lab.faults.filter((fault) => !/ERR_|Failed to load|some\/path|\/index\.html/.test(fault))).toEqual([]);
  });
});
