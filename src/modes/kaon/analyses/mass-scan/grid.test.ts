import { describe, expect, it } from 'vitest';
import piaGg from '../../../../../searches/kaon-pia-gg.ts';
import piaa from '../../../../../searches/kaon-piaa.ts';
import pis from '../../../../../searches/kaon-pis.ts';
import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { massPoints, pointName, simulatedPoints } from './grid.ts';

const section = (search: { analyses?: unknown }): MassScan => (search.analyses as { masses: MassScan }).masses;

describe('masses of the scans', () => {
  it('33 masses from 10 to 170 MeV', () => {
    const points = massPoints(section(piaa));
    expect(points).toHaveLength(33);
    expect(points.map(({ masses }) => masses[0])).toEqual(Array.from({ length: 33 }, (_, i) => (10 + 5 * i) / 1000));
  });

  it('287 masses from 207 to 350 MeV, every 13th simulated, both ends among them', () => {
    expect(massPoints(section(piaGg))).toHaveLength(287);
    const simulated = simulatedPoints(section(piaGg)).map(({ masses }) => masses[0]);
    expect(simulated).toHaveLength(23);
    expect(simulated[0]).toBe(0.207);
    expect(simulated[22]).toBe(0.35);
  });

  it('pairs with m(S) ≥ 2 m(A), none with S within 10 MeV of the π⁰', () => {
    const points = massPoints(section(pis));
    // Σ over S = 20, 25 … 340 of the masses A = 10, 15 … ≤ S/2, at most 170, without S = 125, 130, 135, 140.
    let expected = 0;
    for (let s = 20; s <= 340; s += 5) {
      if (s >= 125 && s <= 140) continue;
      for (let a = 10; a <= 170 && 2 * a <= s; a += 5) expected++;
    }
    expect(points).toHaveLength(expected);
    for (const { masses } of points) {
      expect(masses[1]).toBeLessThanOrEqual(masses[0] / 2 + 1e-9);
      expect(Math.abs(masses[0] - 0.1349768)).toBeGreaterThan(0.01);
    }
  });

  it('simulates the masses beside an excluded range as well', () => {
    const simulated = simulatedPoints(section(pis)).map(({ masses }) => Math.round(masses[0] * 1000));
    expect(simulated).toContain(145);
    expect(simulated).not.toContain(155);
  });

  it('names a point', () => {
    expect(pointName(section(pis), [0.1, 0.0305])).toBe('S = 100 MeV, A = 30.5 MeV');
  });
});
