import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { eulerCharacteristic, vitellsGross } from './euler-characteristic.ts';
import { massPairs } from './mass-hypotheses.ts';

const grid = massPairs([0, 1, 2, 3], [0, 1, 2]);
const image = (rows: string) => Array.from(rows.replaceAll(' ', ''), (mark) => (mark === '#' ? 1 : 0));

describe('eulerCharacteristic', () => {
  it.each([
    ['... ... ... ...', 0],
    ['#.. ... ..# ...', 2],
    ['##. ##. ... ...', 1],
    ['### #.# ### ...', 0],
    ['### ### ### ###', 1],
    ['..# #.. ... ..#', 3],
  ])('%s', (rows, euler) => {
    expect(eulerCharacteristic(grid, image(rows), 0.5)).toBe(euler);
  });

  it('takes places that are not scanned as below', () => {
    const triangle = massPairs([0, 1, 2], [0, 1, 2], (a, b) => a >= b);
    expect(eulerCharacteristic(triangle, new Float64Array(6).fill(2), 1)).toBe(1);
  });
});

describe('vitellsGross', () => {
  it('passes through its two levels and falls as (N₁ + Z·N₂)exp(−Z²/2)', () => {
    // With N₁ = 3, N₂ = 2 and p_local the means at u = 1 and u = 4 are
    const mean = (u: number, tail: number) => tail + (3 + 2 * Math.sqrt(u)) * Math.exp(-u / 2);
    const levels = [
      { level: 1, mean: mean(1, 0.15865525393145707) },
      { level: 4, mean: mean(4, 0.022750131948179195) },
    ] as const;
    expect(vitellsGross(4, levels).p).toBeCloseTo(3.167124183e-5 + 11 * Math.exp(-8), 10);
    expect(vitellsGross(0, levels).p).toBe(1);
  });

  it('refuses equal levels', () => {
    const level = { level: 1, mean: 2 };
    expect(() => vitellsGross(3, [level, level])).toThrow(InvalidInput);
  });
});
