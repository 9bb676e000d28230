import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { gridStepInSigma, massGrid, massPairs } from './mass-hypotheses.ts';
import { constantResolution, tabulatedResolution } from './mass-resolution.ts';

describe('massGrid', () => {
  it('has the 287 hypotheses of 207 to 350 MeV by 0.5 MeV, the last exactly there', () => {
    const masses = massGrid(0.207, 0.35, 0.0005);
    expect(masses).toHaveLength(287);
    expect(masses[286]).toBeCloseTo(0.35, 12);
    expect(massGrid(1, 1, 1)).toHaveLength(1);
    expect(massGrid(0, 1, 0.3)).toHaveLength(4);
  });

  it('refuses ranges that are none', () => {
    expect(() => massGrid(1, 0, 0.1)).toThrow(InvalidInput);
    expect(() => massGrid(0, 1, 0)).toThrow(InvalidInput);
    expect(() => massGrid(0, 1, Number.NaN)).toThrow(InvalidInput);
    expect(() => massGrid(0, 1, 1e-9)).toThrow(/million/);
  });

  it('says where steps are largest in units of the resolution', () => {
    const resolution = tabulatedResolution([0.207, 0.25, 0.3, 0.35], [2.08e-3, 1.45e-3, 0.87e-3, 0.21e-3]);
    const worst = gridStepInSigma(massGrid(0.207, 0.35, 0.0005), resolution);
    expect(worst.at).toBeCloseTo(0.35, 9);
    expect(worst.step).toBeCloseTo(0.5 / 0.21, 6);
  });
});

describe('massPairs', () => {
  it('keeps the allowed pairs with their places in the plane', () => {
    const pairs = massPairs([20, 40, 60], [10, 20, 30], (big, small) => big >= 2 * small);
    expect(Array.from(pairs.first)).toEqual([20, 40, 40, 60, 60, 60]);
    expect(Array.from(pairs.second)).toEqual([10, 10, 20, 10, 20, 30]);
    expect(Array.from(pairs.firstIndex)).toEqual([0, 1, 1, 2, 2, 2]);
  });
});

describe('resolution', () => {
  it('is linear between its points and never extrapolated', () => {
    const resolution = tabulatedResolution([1, 2, 4], [0.1, 0.3, 0.2]);
    expect(resolution(1.5)).toBeCloseTo(0.2, 12);
    expect(resolution(3)).toBeCloseTo(0.25, 12);
    expect(resolution(4)).toBe(0.2);
    expect(() => resolution(4.1)).toThrow(/outside the table/);
    expect(() => resolution(Number.NaN)).toThrow(InvalidInput);
    expect(constantResolution(2)(99)).toBe(2);
  });

  it('refuses bad tables', () => {
    expect(() => tabulatedResolution([1, 2], [0.1])).toThrow(InvalidInput);
    expect(() => tabulatedResolution([2, 1], [0.1, 0.1])).toThrow(/above/);
    expect(() => tabulatedResolution([1, 2], [0.1, 0])).toThrow(/positive/);
    expect(() => constantResolution(0)).toThrow(InvalidInput);
  });
});
