import { expect, it } from 'vitest';
import { branchingLimit } from './branching-limit.ts';

const talk = {
  background: { value: 0.26, error: 0.04 },
  singleEventSensitivity: { value: 3.5e-11, error: 0.02 * 3.5e-11 },
  level: 0.9,
  method: 'cls',
} as const;

it('gives the talk’s limit for K⁺ → μ⁻νe⁺e⁺ from its count, background and sensitivity', () => {
  const { observed, signalEvents, cl } = branchingLimit({ ...talk, observed: 0 });
  expect(cl).toBe(0.9);
  // CLs without a count gives 2.303 signal events for any background.
  expect(signalEvents.observed).toBeCloseTo(Math.LN10, 2);
  expect((observed ?? 0) / 8.1e-11).toBeCloseTo(1, 1);
});

it('says nothing of the count while the box is closed, and orders the band', () => {
  const { observed, signalEvents, expected } = branchingLimit({ ...talk, observed: null });
  expect([observed, signalEvents.observed]).toEqual([null, null]);
  expect(expected).toHaveLength(5);
  expect([...expected].sort((a, b) => a - b)).toEqual(expected);
});
