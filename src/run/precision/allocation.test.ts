import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredSample, powerOf, targetsFor } from '../../search/results/power.ts';
import { neededEvents, withinBudget } from './allocation.ts';

const BLOCK = 1000;
const targets = targetsFor(0.01);

const fraction = (sample: string, events: number, value: number): MeasuredSample => ({
  ...{ sample, events, quantity: 'acceptance', candidates: 1, effective: 1, unseen: 0 },
  result: { value, error: Math.sqrt((value * (1 - value)) / events) },
});
/** A source of which one decay yields `value` on average and scatters by `sigma`. */
const source = (sample: string, events: number, value: number, sigma: number): MeasuredSample => ({
  ...{ sample, events, quantity: 'background', candidates: 1, effective: 1, unseen: 0 },
  result: { value, error: sigma / Math.sqrt(events) },
});

/** The same samples in other sizes: means stay, errors go with 1/√n. */
const resized = (samples: readonly MeasuredSample[], sizes: ReadonlyMap<string, number>): MeasuredSample[] =>
  samples.map((sample) => {
    const events = sizes.get(sample.sample) ?? sample.events;
    const shrunk = Math.sqrt(sample.events / events);
    return { ...sample, events, result: { ...sample.result, error: sample.result.error * shrunk } };
  });

describe('the decays that a precision needs', () => {
  it('are those of the binomial error for an accepted fraction, with a margin of a fifth', () => {
    // (1 - 0.05)/0.05/n = 0.01²: 190 000 decays.
    const needed = neededEvents(powerOf([fraction('signal', 20_000, 0.05)], 0, targets), BLOCK, 16);
    expect(needed.get('signal')).toBe(228_000);
  });

  it('cost least for the total background (Neyman): n goes with the scatter of one decay', () => {
    const samples = [source('a', 10_000, 2, 200), source('b', 10_000, 1, 50)];
    const needed = neededEvents(powerOf(samples, 0, { ...targets, source: 10 }), BLOCK, 16);
    // Sixteen times at most; then n = σ Σσ/(0.1 · 3)²: 200 · 250/0.09 and 50 · 250/0.09, times 1.2.
    expect([...needed.values()]).toEqual([160_000, 160_000]);
    const far = neededEvents(
      powerOf(
        resized(
          samples,
          new Map([
            ['a', 500_000],
            ['b', 120_000],
          ]),
        ),
        0,
        { ...targets, source: 10 },
      ),
      BLOCK,
      16,
    );
    expect([...far.values()]).toEqual([667_000, 167_000]);
  });

  it('reach the targets, whatever the samples, in a few steps', () => {
    const one = fc.record({
      value: fc.double({ min: 0.01, max: 10, noNaN: true }),
      sigma: fc.double({ min: 0.1, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 6 }), (sources) => {
        let samples = sources.map(({ value, sigma }, i) => source(`s${i}`, 10_000, value, sigma * value));
        for (let step = 0; step < 6; step++)
          samples = resized(samples, neededEvents(powerOf(samples, 0, targets), BLOCK, 16));
        const { background, samples: known } = powerOf(samples, 0, targets);
        expect(background?.met).toBe(true);
        expect(known.every(({ met }) => met)).toBe(true);
      }),
    );
  });

  it('grow by at most sixteen at once, and never shrink', () => {
    const needed = (sample: MeasuredSample) =>
      neededEvents(powerOf([sample], 0, targets), BLOCK, 16).get(sample.sample);
    expect(needed(fraction('rare', 1000, 1e-6))).toBe(16_000);
    expect(needed({ ...fraction('none', 1000, 0), candidates: 0 })).toBe(16_000);
    expect(needed({ ...source('unseen', 1000, 0, 0), unseen: 2 })).toBe(16_000);
    expect(needed(fraction('known', 5_000_000, 0.5))).toBe(5_000_000);
  });

  it('count an unseen source by its limit, which falls as 1/n', () => {
    const samples = [source('seen', 1_000_000, 1, 1), { ...source('unseen', 10_000, 0, 0), unseen: 0.5 }];
    const power = powerOf(samples, 0, targets);
    expect(power.background).toMatchObject({ met: false, unseen: 0.5 });
    // 0.5 · 10 000/n = 0.1: 50 000 decays and a fifth.
    expect(neededEvents(power, BLOCK, 16).get('unseen')).toBe(60_000);
    expect(powerOf([samples[0], { ...samples[1], unseen: 0.05 }], 0, targets).background?.met).toBe(true);
  });
});

describe('sizes within a budget', () => {
  const from = new Map([
    ['a', 1000],
    ['b', 2000],
  ]);
  const wanted = new Map([
    ['a', 11_000],
    ['b', 22_000],
  ]);
  it('are those wanted where they fit, else shrink beyond what is there by one factor', () => {
    expect(withinBudget(from, wanted, 33_000, BLOCK)).toEqual(wanted);
    expect(withinBudget(from, wanted, 18_000, BLOCK)).toEqual(
      new Map([
        ['a', 6000],
        ['b', 12_000],
      ]),
    );
  });
  it('are never less than what is there', () => {
    expect(withinBudget(from, wanted, 10, BLOCK)).toEqual(from);
  });
});
