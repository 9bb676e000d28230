import { describe, expect, it } from 'vitest';
import { drawFigure, type FigureDescription, figureKinds } from '../../src/plots/index.ts';
import { expectGolden } from './golden-text.ts';
import * as samples from './samples/index.ts';

const figures = Object.entries(samples) as [string, FigureDescription][];
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('figures', () => {
  it.each(figures)('%s is drawn as its golden shows', (name, figure) => {
    expectGolden(`plots/${kebab(name)}.svg`, drawFigure(figure));
  });

  it.each(figures)('%s is drawn the same after a trip through JSON', (_name, figure) => {
    expect(drawFigure(JSON.parse(JSON.stringify(figure)))).toBe(drawFigure(figure));
  });

  it('there is a golden for every kind of figure', () => {
    expect(new Set(figures.map(([, figure]) => figure.kind))).toEqual(new Set(figureKinds));
  });

  it.each(figures)('%s is sound XML with an accessible name and no number that is none', (_name, figure) => {
    const svg = drawFigure(figure);
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="[\w-]+-title [\w-]+-desc"/);
    expect(svg).not.toMatch(/NaN|Infinity|undefined|null|99999/);
    const open: string[] = [];
    for (const [tag, closing, name, selfClosing] of svg.matchAll(/<(\/?)([a-zA-Z]+)[^<>]*?(\/?)>/g)) {
      if (selfClosing === '/') continue;
      if (closing === '/') expect(open.pop(), tag).toBe(name);
      else open.push(name);
    }
    expect(open).toEqual([]);
  });
});
