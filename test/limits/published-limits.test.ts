import { describe, expect, it } from 'vitest';
import { publishedLimits } from '../../limits/index.ts';
import { hiddenParticles } from '../../src/physics/hidden/index.ts';
import { curveAt } from '../../src/search/limit-curve.ts';
import { sourceFiles } from '../architecture/source-files.ts';

const limits = Object.entries(publishedLimits);

describe('files of published limits', () => {
  it('there are some of kaons and some of dumps', () => {
    const modes = new Set(limits.map(([, { mode }]) => mode));
    expect(modes).toContain('kaon');
    expect(modes).toContain('dump');
  });

  it('import only spillway/search', () => {
    const files = sourceFiles('limits').filter(({ path }) => path !== 'limits/index.ts');
    expect(files.length).toBe(limits.length);
    expect(files.flatMap(({ imports }) => imports.filter((target) => target !== 'spillway/search'))).toEqual([]);
  });

  it.each(limits)('%s: id, model, references, points in order', (id, limit) => {
    expect(limit.id).toBe(id);
    if (limit.model !== null) expect(Object.keys(hiddenParticles)).toContain(limit.model);
    expect(limit.references.length).toBeGreaterThan(0);
    for (const text of [limit.read, limit.digitiser, limit.licence, limit.process]) expect(text).not.toBe('');
    for (const curve of limit.curves) {
      const { value: points, source } = curve.points;
      expect(source).not.toBe('');
      if (curve.kind === 'ring') continue;
      for (const [i, [x, y]] of points.entries()) {
        expect(y).toBeGreaterThan(0);
        if (i > 0) expect(x).toBeGreaterThan(points[i - 1][0]);
        expect(curveAt(curve, x)).toBe(y);
      }
    }
  });
});
