import { describe, expect, it } from 'vitest';
import { publishedLimits } from '../../limits/index.ts';
import type { HiddenModel } from '../../src/physics/hidden/hidden-model.ts';
import { hiddenParticles } from '../../src/physics/hidden/index.ts';
import { curveAt } from '../../src/search/limit-curve.ts';
import { limitsForModel } from '../../src/search/limit-for-model.ts';
import { sourceFiles } from '../architecture/source-files.ts';

const limits = Object.entries(publishedLimits);

type Point = readonly [x: number, y: number];

/** Pairs of sides of a closed ring that cross, in logarithms; sides that share an end are not asked. */
function crossings(ring: readonly Point[]): [Point, Point][] {
  const at = ring.map(([x, y]): Point => [Math.log(x), Math.log(y)]);
  const turn = (a: Point, b: Point, c: Point) =>
    Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
  const n = at.length;
  const found: [Point, Point][] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      const [a, b, c, d] = [at[i], at[i + 1], at[j], at[(j + 1) % n]];
      if (turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0) found.push([ring[i], ring[j]]);
    }
  return found;
}

describe('files of published limits', () => {
  const benchmarks = Object.entries<HiddenModel>(hiddenParticles).filter(
    ([, { benchmark }]) => benchmark !== undefined,
  );

  it('there are some of kaons and some of dumps', () => {
    const modes = new Set(limits.map(([, { mode }]) => mode));
    expect(modes).toContain('kaon');
    expect(modes).toContain('dump');
  });

  it.each(benchmarks)('there are some on the coupling of %s, with axes of the model', (id, { coupling }) => {
    const found = limitsForModel(Object.values(publishedLimits), id).filter(({ y }) => y.quantity === 'coupling');
    expect(found.length).toBeGreaterThan(1);
    for (const { id: name, y } of found) {
      expect(y.symbol, name).toBe(coupling.symbol);
      expect(y.unit || '1', name).toBe(coupling.unit);
    }
  });

  it('import only spillway/search', () => {
    const files = sourceFiles('limits').filter(({ path }) => path !== 'limits/index.ts');
    expect(files.length).toBe(limits.length);
    expect(files.flatMap(({ imports }) => imports.filter((target) => target !== 'spillway/search'))).toEqual([]);
  });

  it.each(limits)('%s: id, model, references, points in order', (id, limit) => {
    expect(limit.id).toBe(id);
    for (const model of [limit.model ?? [], limit.alsoFor?.map((reading) => reading.model) ?? []].flat())
      expect(Object.keys(hiddenParticles)).toContain(model);
    expect(limit.references.length).toBeGreaterThan(0);
    for (const text of [limit.read, limit.digitiser, limit.licence, limit.process]) expect(text).not.toBe('');
    for (const curve of limit.curves) {
      const { value: points, source } = curve.points;
      expect(source).not.toBe('');
      if (curve.kind === 'ring') {
        expect(crossings(points), 'a ring crosses itself').toEqual([]);
        continue;
      }
      for (const [i, [x, y]] of points.entries()) {
        expect(y).toBeGreaterThan(0);
        if (i > 0) expect(x).toBeGreaterThan(points[i - 1][0]);
        expect(curveAt(curve, x)).toBe(y);
      }
    }
  });
});
