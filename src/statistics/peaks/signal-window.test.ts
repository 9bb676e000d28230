import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { optimalWindow, windowEfficiency } from './signal-window.ts';

describe('signal window', () => {
  it('is best at k = 1.400 on a flat background, keeping 0.8385 of the peak', () => {
    expect(optimalWindow()).toBeCloseTo(1.4, 3);
    expect(windowEfficiency(optimalWindow())).toBeCloseTo(0.8385, 4);
  });

  it('keeps the Gaussian fractions', () => {
    expect(windowEfficiency(1.5)).toBeCloseTo(0.866386, 6);
    expect(windowEfficiency(2)).toBeCloseTo(0.9545, 6);
    // k = 1.5 costs 0.2 % of S/√B
    const figure = (k: number) => windowEfficiency(k) / Math.sqrt(k);
    expect(figure(1.5) / figure(optimalWindow())).toBeCloseTo(0.9982, 4);
  });

  it('refuses a window without width', () => {
    expect(() => windowEfficiency(0)).toThrow(InvalidInput);
    expect(() => windowEfficiency(Number.NaN)).toThrow(InvalidInput);
  });
});
