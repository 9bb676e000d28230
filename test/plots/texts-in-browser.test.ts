import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawFigure, type FigureDescription } from '../../src/plots/index.ts';
import * as samples from './samples/index.ts';

interface Measured {
  readonly texts: number;
  readonly faults: readonly string[];
}
type Measure = (settings: { smallest: number }) => Measured;

let browser: Browser;
let measureTexts: Measure;
const script = (name: string): string => new URL(`../../scripts/${name}.mjs`, import.meta.url).href;

beforeAll(async () => {
  const { findBrowser } = (await import(script('find-browser'))) as {
    findBrowser(): Promise<{ executablePath: string; args: string[] }>;
  };
  ({ measureTexts } = (await import(script('measure-texts'))) as { measureTexts: Measure });
  browser = await chromium.launch({ ...(await findBrowser()), headless: true });
}, 120_000);
afterAll(() => browser?.close());

async function measure(svgs: readonly string[], width: number, smallest: number): Promise<Measured> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  try {
    const figures = svgs.map((svg) => `<div>${svg.replace('<svg ', '<svg style="max-width:100%;height:auto" ')}</div>`);
    await page.setContent(`<body style="margin:16px">${figures.join('')}</body>`);
    return await page.evaluate(measureTexts, { smallest });
  } finally {
    await page.close();
  }
}

describe('texts of figures in a real browser', () => {
  const all = Object.values(samples) as FigureDescription[];
  const own = all.map((figure, i) => ({ ...figure, id: `sample-${i}` }));

  it.each([
    ['wide at their own size', 'wide', 'screen', 1400, 8],
    ['wide on a slide', 'wide', 'slide', 1400, 8],
    ['narrow on a telephone', 'narrow', 'screen', 390, 9],
  ] as const)(
    'keep clear of each other and of the rims, %s',
    async (_, layout, style, width, smallest) => {
      const svgs = own.map((figure) => drawFigure(figure, { layout, style }));
      const { texts, faults } = await measure(svgs, width, smallest);
      expect(texts).toBeGreaterThan(400);
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('are noticed when they cover each other, are cut, or are small', async () => {
    const text = (x: number, size: number, words: string): string =>
      `<text x="${x}" y="50" font-size="${size}">${words}</text>`;
    const frame = (content: string): string => `<svg viewBox="0 0 300 100" width="300" height="100">${content}</svg>`;
    const covered = frame(text(10, 20, 'one word') + text(30, 20, 'another'));
    const cut = frame(text(250, 20, 'reaches out'));
    const small = frame(text(10, 6, 'tiny'));
    const clipped = frame(
      `<clipPath id="c"><rect x="0" y="0" width="40" height="100"/></clipPath><g clip-path="url(#c)">${text(10, 20, 'behind')}</g>`,
    );
    const { faults } = await measure([covered, cut, small, clipped], 1000, 8);
    expect(faults).toEqual([
      expect.stringMatching(/'one word' and 'another' .* cover each other/),
      expect.stringMatching(/'reaches out' .* is cut/),
      expect.stringMatching(/'tiny' .* letters of 6.0 px/),
      expect.stringMatching(/'behind' .* is cut/),
    ]);
  }, 120_000);
});
