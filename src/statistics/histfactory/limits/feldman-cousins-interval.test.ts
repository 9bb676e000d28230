import { describe, expect, it } from 'vitest';
import { countingLimit } from '../../counting/counting-limit.ts';
import { countingWorkspace } from '../document/counting-workspace.ts';
import { buildModel } from '../model/build-model.ts';
import { feldmanCousinsInterval } from './feldman-cousins-interval.ts';

const TOYS = 4000;

const exactly = (observed: number, background: number, level: number): readonly [number, number] =>
  countingLimit({
    observed,
    background,
    level,
    method: 'feldman-cousins',
    monotoneInBackground: false,
    expected: false,
  }).signalEvents.interval!;

describe('Feldman–Cousins intervals by toys', () => {
  /** Each end lies between the exact ones of tails 5.5 standard errors off: false alarm below 1e-6 with the few steps. */
  it.each([
    [0, 0.26],
    [1, 0.26],
    [6, 1],
    [12, 5],
    [40, 25],
    [3, 0],
  ])('%d events over %d: the counting method within the error of the toys', { timeout: 120_000 }, (n, b) => {
    const level = 0.9;
    const model = buildModel(countingWorkspace({ observed: n, background: b }));
    const { interval, reason, method } = feldmanCousinsInterval(model, { level, toys: TOYS, seed: 5 });
    expect(reason).toBeNull();
    expect(method).toBe('toys');
    const error = 5.5 * Math.sqrt((level * (1 - level)) / TOYS);
    const narrow = exactly(n, b, level - error);
    const wide = exactly(n, b, level + error);
    const step = 2e-3 * (1 + n);
    expect(interval![0]).toBeGreaterThanOrEqual(wide[0] - step);
    expect(interval![0]).toBeLessThanOrEqual(narrow[0] + step);
    expect(interval![1]).toBeGreaterThanOrEqual(narrow[1] - step);
    expect(interval![1]).toBeLessThanOrEqual(wide[1] + step);
    expect(wide[1] - narrow[1]).toBeLessThan(0.25 * wide[1]);
  });

  it('same seed, same ends; with a background error the interval still holds the best fit', {
    timeout: 120_000,
  }, () => {
    const model = buildModel(countingWorkspace({ observed: 12, background: 5, backgroundError: 1 }));
    const options = { level: 0.68, toys: 200, seed: 3 };
    let made = 0;
    const first = feldmanCousinsInterval(model, { ...options, onToys: (toys) => (made = toys) });
    expect(feldmanCousinsInterval(model, options)).toEqual(first);
    expect(first.interval![0]).toBeLessThan(first.bestFit!);
    expect(first.interval![1]).toBeGreaterThan(first.bestFit!);
    expect(made).toBeGreaterThan(200);
  });

  it('events without background exclude zero, fewer than 10 toys are refused', () => {
    const model = buildModel(countingWorkspace({ observed: 3, background: 0 }));
    expect(feldmanCousinsInterval(model, { toys: 100 }).interval![0]).toBeGreaterThan(0);
    expect(() => feldmanCousinsInterval(model, { toys: 9 })).toThrow(/toys: found 9/);
    expect(() => feldmanCousinsInterval(model, { level: 1 })).toThrow(/level: 1 is not between/);
  });
});
