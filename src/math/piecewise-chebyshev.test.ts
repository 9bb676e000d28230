import { expect, it } from 'vitest';
import { exp, log } from './elementary.ts';
import { PiecewiseChebyshev } from './piecewise-chebyshev.ts';

it('follows a narrow step in a wide range, and looks only where it is asked', () => {
  let calls = 0;
  const step = (x: number): number => {
    calls++;
    return -log(1 + exp(Math.min(700, (x - 3e5) / 50)));
  };
  const pieces = new PiecewiseChebyshev(step, 0, 1e6, 1e-10);
  for (let i = 0; i <= 4000; i++) {
    const x = 2.98e5 + i;
    expect(Math.abs(pieces.at(x) - -log(1 + exp((x - 3e5) / 50)))).toBeLessThan(1e-8);
  }
  expect(calls).toBeLessThan(1500);
});

it('refuses what it cannot say', () => {
  expect(() => new PiecewiseChebyshev((x) => x, 1, 1, 1e-9)).toThrow('low < high');
  expect(() => new PiecewiseChebyshev((x) => x, 0, 1, 1e-9).at(1.1)).toThrow('out of range');
});
