import { describe, expect, it } from 'vitest';
import { SPECIES } from '../../events/response-block.ts';
import { na62Detector } from '../../experiments/na62-detector.ts';
import { identificationBin, identificationTable, interpolateMap } from './identification-table.ts';

const maps = na62Detector.identification;
const identities = ['e', 'mu', 'pi'] as const;

describe('identification tables', () => {
  it('interpolate linearly and stay constant outside', () => {
    const map = { momentum: [10, 20, 40], central: [0, 1, 3], low: [], high: [] };
    expect([0, 10, 15, 20, 30, 40, 90].map((p) => interpolateMap(map, map.central, p))).toEqual([
      0, 0, 0.5, 1, 2, 3, 3,
    ]);
  });

  it('hold each map at the centre of its bins', () => {
    const table = identificationTable(maps, 'e');
    const pion = SPECIES.indexOf('pi');
    for (const p of [3.1, 38.6, 52.3, 74.9]) {
      const centre = Math.floor(p * 2) / 2 + 0.25;
      const map = maps.pi.e.value;
      expect(table.central[identificationBin(pion, p)]).toBe(interpolateMap(map, map.central, centre));
    }
    expect(identificationBin(pion, 1e6)).toBe(identificationBin(pion, 99.9));
  });

  it('never identify a particle as more than one thing together, and have the centre inside the band', () => {
    const tables = identities.map((identity) => identificationTable(maps, identity));
    for (let bin = 0; bin < tables[0].central.length; bin++) {
      expect(tables.reduce((sum, { central }) => sum + central[bin], 0)).toBeLessThanOrEqual(1);
      for (const { central, low, high } of tables) {
        expect(low[bin]).toBeGreaterThan(0);
        expect(central[bin]).toBeGreaterThanOrEqual(low[bin]);
        expect(high[bin]).toBeGreaterThanOrEqual(central[bin]);
      }
    }
  });
});
