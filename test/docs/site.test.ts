import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/command-table.ts';
import { observables } from '../../src/stages/selection/observables/index.ts';
import { root } from '../architecture/source-files.ts';
import { findBrowser } from '../browser/find-browser.ts';
import { requireBuilt } from '../workers/built.ts';

const AXE = readFileSync(join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
let folder = '';
let browser: Browser;
let built: ReturnType<typeof build>;
const build = (to: string) =>
  spawnSync(process.execPath, [join(root, 'scripts', 'docs.mjs'), to], { encoding: 'utf8', cwd: root });
const files = () => readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

beforeAll(async () => {
  requireBuilt('src/cli', 'src/run', 'src/plots', 'src/formats');
  folder = mkdtempSync(join(tmpdir(), 'spillway-docs-'));
  built = build(folder);
  browser = await chromium.launch({ ...(await findBrowser()), headless: true });
}, 120_000);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the site of the documentation', () => {
  it('has no link and no anchor that leads nowhere', () => {
    expect(built.stderr).toBe('');
    expect(built.status).toBe(0);
    const pages = files();
    expect(pages.length).toBeGreaterThan(60);
    for (const page of pages) expect(statSync(join(folder, page)).size).toBeLessThan(1e6);
  });

  it('finds what leads nowhere', async () => {
    const { renderPage } = (await import(pathToFileURL(join(root, 'scripts', 'docs', 'render.mjs')).href)) as {
      renderPage(
        path: string,
        markdown: string,
        pages: ReadonlyMap<string, string>,
      ): {
        readonly faults: readonly string[];
        readonly links: readonly object[];
      };
    };
    const pages = new Map([['start.md', '']]);
    const text = '# A\n[gone](gone.md) [there](start.md#a) ![picture](images/none.svg) [source](../src/index.ts)';
    const { faults, links } = renderPage('start.md', text, pages);
    expect(faults).toEqual(['docs/start.md: gone.md leads nowhere', 'docs/start.md: images/none.svg leads nowhere']);
    expect(links).toEqual([{ page: 'start.md', anchor: 'a' }]);
  });

  it('asks no other place for anything', () => {
    for (const page of files()) {
      const html = readFileSync(join(folder, page), 'utf8');
      expect(html).not.toMatch(/(?:src|<link[^>]*href)="(?:https?:)?\/\//);
    }
  });

  it('refers to every command and observable', () => {
    const commands = readFileSync(join(folder, 'reference/commands.html'), 'utf8');
    for (const name of Object.keys(COMMANDS)) expect(commands).toContain(`<h2 id="${name}">`);
    const words = readFileSync(join(folder, 'reference/observables.html'), 'utf8');
    for (const { id } of Object.values(observables)) expect(words).toContain(`<code>${id}</code>`);
  });

  it('fits a telephone, light and dark, and needs no wide table to be cut', async () => {
    const page = await browser.newPage({ viewport: { width: 390, height: 800 }, colorScheme: 'dark' });
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('pageerror', (error) => said.push(error.message));
    const wide: string[] = [];
    for (const name of files()) {
      await page.goto(pathToFileURL(join(folder, name)).href);
      if (await page.evaluate('document.documentElement.scrollWidth > 390')) wide.push(name);
    }
    await page.close();
    expect({ wide, said }).toEqual({ wide: [], said: [] });
  }, 120_000);

  it('is found by search, with the keyboard alone, and has no barrier', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.goto(pathToFileURL(join(folder, 'reference', 'commands.html')).href);
    await page.keyboard.press('/');
    await page.keyboard.type('feldman cous');
    await page.getByRole('link', { name: 'Limit methods: feldman-cousins' }).waitFor();
    await page.keyboard.type('xyz');
    expect(await page.locator('#count').textContent()).toBe('nothing found');
    await page.keyboard.press('Escape');
    await page.keyboard.type('single-event sensitivity');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\.html#/);
    for (const name of ['index.html', 'reference/documents.html', 'statistics/which-method.html']) {
      await page.goto(pathToFileURL(join(folder, name)).href);
      await page.evaluate(AXE);
      const { violations } = (await page.evaluate('axe.run()')) as { violations: { id: string; nodes: unknown[] }[] };
      expect(violations.map(({ id, nodes }) => `${name}: ${id} × ${nodes.length}`)).toEqual([]);
    }
    await page.close();
  }, 120_000);
});
