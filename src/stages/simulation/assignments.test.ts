import { expect, it } from 'vitest';
import { assignments } from './assignments.ts';

const roles = (...names: readonly string[]) =>
  names.map((role) => ({ role, charge: role.endsWith('+') ? 1 : role.endsWith('-') ? -1 : 0 }));

it('gives equal roles once and different ones in every order', () => {
  expect(assignments(roles('mu-', 'e+', 'e+'), [1, 1, -1], 0)).toEqual([{ tracks: [2, 0, 1], photons: [] }]);
  expect(assignments(roles('pi+', 'e+', 'e-'), [1, 1, -1], 0)).toHaveLength(2);
  expect(assignments(roles('pi+', 'e+', 'e+', 'e-', 'e-'), [1, 1, 1, -1, -1], 0)).toHaveLength(3);
});

it('chooses tracks and photons among more than are needed', () => {
  expect(assignments(roles('pi+'), [1, 1, -1], 0).map(({ tracks }) => tracks)).toEqual([[0], [1]]);
  expect(assignments(roles('pi+', 'gamma', 'gamma'), [1], 4)).toHaveLength(6);
});

it('finds no way without the charges that are needed', () => {
  expect(assignments(roles('mu-', 'e+', 'e+'), [1, -1, -1], 0)).toEqual([]);
  expect(assignments(roles('gamma', 'gamma'), [], 1)).toEqual([]);
});
