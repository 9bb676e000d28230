import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { linkOf } from '../../lab/link.ts';
import { firstState, type LabState, type RoomName } from '../../lab/state.ts';
import { type ServedLab, serveLab } from '../../src/hosts/node/lab/serve-lab.ts';
import { findBrowser } from '../browser/find-browser.ts';

export const BUILT = join(import.meta.dirname, '..', '..', 'dist', 'lab');

/** The built lab in a browser of its own; `faults` are errors of the page, and requests that leave its origin. */
export interface OpenLab {
  readonly url: string;
  readonly page: Page;
  readonly browser: Browser;
  readonly served: ServedLab;
  readonly faults: string[];
  /** Opens the lab in a state, as a link does. */
  visit(state?: Partial<LabState>): Promise<void>;
  /** Goes to a room by its button. */
  enter(title: string): Promise<void>;
  close(): Promise<void>;
}

const TITLES: Readonly<Record<RoomName, string>> = {
  search: 'Search',
  cuts: 'Cuts',
  box: 'Box',
  events: 'Events',
  exclusion: 'Exclusion',
  drop: 'Drop',
  masterclass: 'Masterclass',
};

/** The rooms by name, and the titles of their buttons. */
export const ROOMS = Object.entries(TITLES) as readonly (readonly [RoomName, string])[];

/** Collects what goes wrong in a page. */
export function watch(page: Page, origin: string, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') {
      // Software rendering says that it is slow.
      if (!/GPU stall|WebGL/.test(message.text())) faults.push(message.text());
    }
  });
  page.on('request', (request) => {
    if (!/^(blob|data):/.test(request.url()) && new URL(request.url()).origin !== new URL(origin).origin)
      faults.push(`a request to ${request.url()}`);
  });
}

/** Serves the built lab and opens it. */
export async function openLab(viewport = { width: 1280, height: 900 }): Promise<OpenLab> {
  if (!existsSync(join(BUILT, 'index.html'))) throw new Error("the lab is not built: run 'npm run build' first");
  const served = await serveLab({ host: '127.0.0.1', port: 0 }, BUILT);
  const browser = await chromium.launch({ ...(await findBrowser()), headless: true });
  const page = await (await browser.newContext({ viewport })).newPage();
  page.setDefaultTimeout(60_000);
  const faults: string[] = [];
  watch(page, served.url, faults);
  return {
    ...{ url: served.url, page, browser, served, faults },
    visit: async (state = {}) => {
      await page.goto('about:blank');
      await page.goto(await linkOf({ ...firstState, ...state }, served.url));
    },
    enter: async (title) => {
      await page.getByRole('navigation').getByRole('button', { name: title, exact: true }).click();
    },
    close: async () => {
      await browser.close();
      await served.close();
    },
  };
}

/** The digest of the result that a room shows, once it is that of so many events. */
export async function digestShown(page: Page, events: number): Promise<string> {
  const shown = page.locator(`#digest[data-events="${events}"]`);
  await shown.waitFor();
  return (await shown.getAttribute('data-digest')) ?? '';
}
