import { describe, expect, it } from 'vitest';
import { countingWorkspace } from '../document/counting-workspace.ts';
import { buildModel } from '../model/build-model.ts';
import fixture from './intervals.fixture.json' with { type: 'json' };
import { twoSidedInterval } from './two-sided-interval.ts';

const workspace = (observed: number, background: number, backgroundError = 0, signal = 1) =>
  countingWorkspace({ observed, background, backgroundError, backgroundModel: 'gamma', signal });

describe('two-sided intervals of one bin', () => {
  /** scripts/fixtures/intervals.py: Lambert's W, and on/off counts, with scipy. */
  it.each(fixture.cases)(
    '$level: $observed over $background ± $error',
    ({ level, observed, background, error, ends }) => {
      const { interval, bestFit, reason } = twoSidedInterval(buildModel(workspace(observed, background, error)), level);
      const [low, high] = [Math.max(0, ends[0] ?? 0), ends[1]!];
      if (high > 0) {
        expect(interval![0]).toBeCloseTo(low, 5);
        expect(interval![1]).toBeCloseTo(high, 5);
        expect(reason).toBeNull();
      } else {
        expect(interval).toBeNull();
        expect(reason).toMatch(/every 'mu' from its lower bound 0 upwards is excluded/);
      }
      expect(bestFit).toBeCloseTo(observed - background, 3);
    },
  );

  it('the interval goes with the inverse of the signal, also far beyond the bounds', () => {
    const unit = twoSidedInterval(buildModel(workspace(14, 11)), 0.9).interval!;
    for (const signal of [1e-6, 0.01, 300, 1e6]) {
      const document = workspace(14, 11, 0, signal);
      Object.assign(document.measurements[0].config.parameters[0], { bounds: [[0, 10]], inits: [1] });
      const scaled = twoSidedInterval(buildModel(document), 0.9).interval!;
      expect((scaled[1] * signal) / unit[1]).toBeCloseTo(1, 6);
    }
  });

  it('a lower bound below zero lets the interval be negative', () => {
    const document = workspace(3, 6);
    document.measurements[0].config.parameters[0].bounds = [[-5, 10]];
    const { ends } = fixture.cases.find(({ level, observed }) => level === 0.68 && observed === 3)!;
    const { interval } = twoSidedInterval(buildModel(document), 0.68);
    expect(interval![0]).toBeCloseTo(ends[0]!, 5);
    expect(interval![1]).toBeCloseTo(ends[1]!, 5);
  });

  it.each([0, 1, 95, Number.NaN])('level %d is refused', (level) => {
    expect(() => twoSidedInterval(buildModel(workspace(1, 1)), level)).toThrow(/level: .* is not between 0 and 1/);
  });
});
