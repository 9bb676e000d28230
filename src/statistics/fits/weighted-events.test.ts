import { expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { gaussianDensity } from './density.ts';
import { fitObjective } from './fit.ts';
import { unbinnedObjective } from './unbinned-objective.ts';

const random = new EventRandom(streamKey(5, 'weighted events'));
const events = Array.from({ length: 400 }, (_, i) => {
  random.start(i);
  return 100 + 4 * random.normal();
});
const components = [{ yield: 'n', density: gaussianDensity([50, 150], 'm', 'w') }];
const fitted = (x: readonly number[], weights?: readonly number[]) =>
  fitObjective(unbinnedObjective(x, components, weights), {
    parameters: { n: { start: 400 }, m: { start: 99 }, w: { start: 5 } },
  }).parameters;

it('weights of one change nothing; equal weights scale the yield and leave shape and its errors', () => {
  const plain = fitted(events);
  const ones = fitted(
    events,
    events.map(() => 1),
  );
  const threes = fitted(
    events,
    events.map(() => 3),
  );
  for (const [p, { value, error }] of plain.entries()) {
    expect(ones[p].value).toBe(value);
    expect(threes[p].value / (p === 0 ? 3 * value : value)).toBeCloseTo(1, 6);
    expect(threes[p].error / (p === 0 ? 3 * error : error)).toBeCloseTo(1, 3);
  }
});

it('the yield is Σw with error √Σw², and events of weight two are each event twice', () => {
  const weights = events.map((_, i) => (i % 2 === 0 ? 2 : 0.5));
  const [n] = fitted(events, weights);
  const sum = weights.reduce((all, w) => all + w, 0);
  expect(n.value / sum).toBeCloseTo(1, 6);
  expect(n.error / Math.sqrt(weights.reduce((all, w) => all + w * w, 0))).toBeCloseTo(1, 3);
  const half = events.slice(0, 200);
  const doubled = fitted([...half, ...half]);
  const two = fitted(
    half,
    half.map(() => 2),
  );
  for (const p of [0, 1, 2]) expect(two[p].value / doubled[p].value).toBeCloseTo(1, 6);
});

it('refuses weights that are none', () => {
  expect(() => unbinnedObjective(events, components, [1])).toThrow('found 1 for 400 events');
  expect(() => unbinnedObjective([1], components, [Number.NaN])).toThrow('weights[0]');
  expect(() => unbinnedObjective([1, 2], components, [1, -1])).toThrow('more than zero');
});
