import { describe, expect, it } from 'vitest';
import { drawFigure, type FigureDescription, figureKinds } from '../../src/plots/index.ts';
import { InvalidInput } from '../../src/schema/index.ts';
import { expectGolden } from './golden-text.ts';
import * as samples from './samples/index.ts';

const figures = Object.entries(samples) as [string, FigureDescription][];
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

type Place = readonly (string | number)[];

/** Where the numbers of a figure stand. */
function numberPlaces(value: unknown, at: Place = []): Place[] {
  if (typeof value === 'number') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => numberPlaces(inner, [...at, key]));
}

/** A copy of a figure with one number replaced. */
function withNumber(figure: FigureDescription, place: Place, value: number): FigureDescription {
  const copy = structuredClone(figure);
  let holder = copy as unknown as Record<string | number, unknown>;
  for (const key of place.slice(0, -1)) holder = holder[key] as Record<string | number, unknown>;
  holder[place.at(-1)!] = value;
  return copy;
}

describe('figures', () => {
  it.each(figures)('%s is drawn as its golden shows', (name, figure) => {
    expectGolden(`plots/${kebab(name)}.svg`, drawFigure(figure));
  });

  it.each(figures)('%s is drawn the same after a trip through JSON', (_name, figure) => {
    expect(drawFigure(JSON.parse(JSON.stringify(figure)))).toBe(drawFigure(figure));
  });

  it.each(figures)('%s is refused when any of its numbers is none', (_name, figure) => {
    const places = numberPlaces(figure);
    expect(places.length).toBeGreaterThan(4);
    // Every place of small figures, an even spread over large ones.
    const step = Math.max(1, Math.floor(places.length / 150));
    for (let k = 0; k < places.length; k += step) {
      const value = [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY][k % 3];
      const broken = withNumber(figure, places[k], value);
      expect(() => drawFigure(broken), places[k].join('.')).toThrow(InvalidInput);
    }
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
