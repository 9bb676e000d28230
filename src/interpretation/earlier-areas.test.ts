import { describe, expect, test } from 'vitest';
import { publishedLimits } from '../../limits/index.ts';
import { isExcluded } from '../search/limit-curve.ts';
import { earlierAreas } from './earlier-areas.ts';

const charm = publishedLimits['charm-2012-dark-photon'];
const displaced = publishedLimits['lhcb-2020-displaced-dark-photon'];
const prompt = publishedLimits['lhcb-2020-prompt-dark-photon'];
const MASSES = [0.01, 1] as const;
const COUPLINGS = [1e-8, 1e-3] as const;

/** Even–odd rule over all rings, in logarithms. */
const holds = (rings: readonly (readonly (readonly [number, number])[])[], x: number, y: number): boolean =>
  rings.filter((ring) => {
    let odd = false;
    ring.forEach(([xi, yi], i) => {
      const [xj, yj] = ring[(i + ring.length - 1) % ring.length];
      if (xi > x === xj > x) return;
      const t = Math.log(x / xi) / Math.log(xj / xi);
      if (Math.log(y) < Math.log(yi) + t * Math.log(yj / yi)) odd = !odd;
    });
    return odd;
  }).length %
    2 ===
  1;

describe('areas of earlier limits', () => {
  test('two edges enclose what the limit excludes', () => {
    const [{ name, rings }] = earlierAreas([charm], MASSES, COUPLINGS);
    expect(name).toBe('CHARM');
    for (const mass of [0.0123, 0.051, 0.13, 0.31, 0.42])
      for (let k = 0; k < 60; k++) {
        const coupling = 1.1e-8 * 1e5 ** (k / 60);
        const said = isExcluded(charm, mass, coupling);
        expect(holds(rings, mass, coupling), `${mass} ${coupling}`).toBe(said === true);
      }
    expect(holds(rings, 0.6, 1e-6)).toBe(false);
  });

  test('regions, and what lies above an upper limit, are one area for each limit: they may overlap', () => {
    const areas = earlierAreas([displaced, prompt], MASSES, COUPLINGS);
    expect(areas.map(({ name, rings }) => [name, rings.length])).toEqual([
      ['LHCb', 2],
      ['LHCb', 1],
    ]);
    expect(holds(areas[0].rings, 0.25, 4e-5)).toBe(true);
    expect(holds(areas[1].rings, 0.5, 9e-4)).toBe(true);
    expect(holds(areas[1].rings, 0.5, 1e-4)).toBe(false);
  });

  test('nothing leaves the window, and what lies outside of it is not there', () => {
    for (const { rings } of earlierAreas(Object.values(publishedLimits), [0.1, 0.2], [1e-7, 1e-5]))
      for (const [mass, coupling] of rings.flat()) {
        expect(mass).toBeGreaterThanOrEqual(0.1);
        expect(mass).toBeLessThanOrEqual(0.2);
        expect(coupling).toBeGreaterThanOrEqual(1e-7);
        expect(coupling).toBeLessThanOrEqual(1e-5);
      }
    expect(earlierAreas([displaced], [0.01, 0.1], COUPLINGS)).toEqual([]);
  });
});
