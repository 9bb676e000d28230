import { expect, test } from 'vitest';
import { perMass } from './per-mass.ts';

test('computes a mass once, and forgets the oldest when there are too many', () => {
  let calls = 0;
  const half = perMass((mass) => {
    calls++;
    return mass / 2;
  }, 2);
  expect([half(1), half(1), half(2), half(1)]).toEqual([0.5, 0.5, 1, 0.5]);
  expect(calls).toBe(2);
  half(3);
  expect(half(2)).toBe(1);
  expect(calls).toBe(3);
  half(1);
  expect(calls).toBe(4);
});
