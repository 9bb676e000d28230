import { expect, it } from 'vitest';
import type { BlockSample } from './block-engine.ts';
import { ProgressCount } from './progress.ts';

const BLOCK = 100;

/** Seconds of a block of each sample: the dearest costs thirty times the cheapest, and comes first or last. */
const COSTS = [3, 1.2, 0.4, 0.1];

/**
 * A run on two workers by a clock of the test: one block of each sample first, then sample after sample. Gives the time
 * of each report with the seconds left that it says, and the time of the end.
 */
function runOf(costs: readonly number[], blocks: number) {
  const samples = costs.map((_, i): BlockSample => ({ name: `${i}`, events: blocks * BLOCK, blocks }));
  const whole = samples.map((_, sample) => ({ sample, firstBlock: 0, blocks }));
  const progress = new ProgressCount(samples, whole, BLOCK, 0);
  const queue = [
    ...samples.map((_, sample) => ({ sample, firstBlock: 0, blocks: 1 })),
    ...samples.flatMap((_, sample) =>
      Array.from({ length: blocks - 1 }, (__, b) => ({ sample, firstBlock: b + 1, blocks: 1 })),
    ),
  ];
  const free = [0, 0];
  const ends = queue.map((range) => {
    const worker = free[0] <= free[1] ? 0 : 1;
    free[worker] += costs[range.sample];
    return { range, at: free[worker] };
  });
  const reports = ends
    .sort((a, b) => a.at - b.at)
    .map(({ range, at }) => {
      progress.add(range, costs[range.sample]);
      return { at, left: progress.report(at, []).secondsLeft ?? Number.NaN };
    });
  return { reports, end: Math.max(...free) };
}

it.each([
  ['the dearest first', COSTS, 20],
  ['the dearest last', [...COSTS].reverse(), 20],
  ['all alike', [0.5, 0.5, 0.5, 0.5], 40],
])('says the time to go within a factor two from five seconds on: %s', (_, costs, blocks) => {
  const { reports, end } = runOf(costs, blocks);
  const late = reports.filter(({ at }) => at >= 5 && end - at > 2);
  expect(late.length).toBeGreaterThan(10);
  for (const { at, left } of late) {
    expect(left / (end - at), `at ${at} s`).toBeGreaterThan(0.5);
    expect(left / (end - at), `at ${at} s`).toBeLessThan(2);
  }
});

it('knows nothing before the first block, and nothing is left at the end', () => {
  const samples = [{ name: 'a', events: 2 * BLOCK, blocks: 2 }];
  const progress = new ProgressCount(samples, [{ sample: 0, firstBlock: 0, blocks: 2 }], BLOCK, 0);
  expect(progress.report(1, []).secondsLeft).toBeUndefined();
  progress.addKept({ sample: 0, firstBlock: 0, blocks: 1 });
  expect(progress.report(2, []).secondsLeft).toBeUndefined();
  progress.add({ sample: 0, firstBlock: 1, blocks: 1 }, 2);
  expect(progress.report(3, []).secondsLeft).toBe(0);
});
