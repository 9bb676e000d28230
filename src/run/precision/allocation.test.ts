import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MeasuredSample, negligibleLimit, powerOf, targetsFor } from '../../search/results/power.ts';
import { fewestEvents, neededEvents, withinBudget } from './allocation.ts';

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

/** What is unknown after so many decays. */
const at = (sample: string, events: number, spread: number) => ({ sample, events, spread });

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

  it('may leave single sources for themselves out, not the total nor fractions', () => {
    // 100 ± 1 and 8 ± 4 events: the total is known to 4 %, the small source, 7 % of it, to a half.
    const power = powerOf([source('large', 10_000, 100, 100), source('small', 10_000, 8, 400)], 0, targets);
    expect(neededEvents(power, BLOCK, 16).get('small')).toBeGreaterThan(10_000);
    expect(neededEvents(power, BLOCK, 16, false).get('small')).toBe(10_000);
    const rare = powerOf([fraction('signal', 20_000, 0.05)], 0, targets);
    expect(neededEvents(rare, BLOCK, 16, false)).toEqual(neededEvents(rare, BLOCK, 16));
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
    const samples = [source('seen', 1_000_000, 1, 1), { ...source('unseen', 10_000, 0, 0), unseen: 0.49 }];
    const power = powerOf(samples, 0, targets);
    expect(power.background).toMatchObject({ met: false, unseen: 0.49 });
    // 0.49 · 10 000/n = 0.1: 49 000 decays and a fifth.
    expect(neededEvents(power, BLOCK, 16).get('unseen')).toBe(59_000);
    expect(powerOf([samples[0], { ...samples[1], unseen: 0.05 }], 0, targets).background?.met).toBe(true);
  });
});

describe('the fewest decays for a spread', () => {
  it('go with σ for errors and with the ⅔rd power of a weight for upper limits', () => {
    // σ of one decay 10 and 20, 0.5 allowed: n = σ · 30/0.25. Limits 8/n and 1/n, 0.01 allowed: n ∝ 4 : 1, k² = 5/10⁻⁴.
    const errors = fewestEvents([at('a', 1, 10), at('b', 1, 20)], 1 / 2, 0.5);
    expect([...errors.values()]).toEqual([expect.closeTo(1200, 8), expect.closeTo(2400, 8)]);
    const limits = fewestEvents([at('a', 1, 8), at('b', 1, 1)], 1, 0.01);
    const k = Math.sqrt(5 / 1e-4);
    expect([...limits.values()]).toEqual([expect.closeTo(4 * k, 8), expect.closeTo(k, 8)]);
  });

  it('leave alone what is large enough, and give the others what it leaves', () => {
    // 3 of 5 are there already: 4 for the other, which has 40 after 100 decays and falls as 1/√n.
    const sizes = fewestEvents([at('known', 1e6, 3), at('other', 100, 40)], 1 / 2, 5);
    expect(sizes.get('known')).toBe(1e6);
    expect(sizes.get('other')).toBeCloseTo(1e4, 6);
    expect(fewestEvents([at('a', 7, 0), at('b', 5, 0)], 1, 0)).toEqual(
      new Map([
        ['a', 7],
        ['b', 5],
      ]),
    );
    expect(fewestEvents([at('a', 7, 1)], 1, 0).get('a')).toBe(Number.POSITIVE_INFINITY);
  });

  it('are no more than any other sizes that give the same spread', () => {
    const one = fc.record({
      events: fc.double({ min: 1, max: 1000, noNaN: true }),
      spread: fc.double({ min: 0.01, max: 100, noNaN: true }),
      other: fc.double({ min: 0.2, max: 5, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), fc.constantFrom(0.5, 1), (rows, power) => {
        const hidden = rows.map(({ events, spread }, i) => at(`s${i}`, events, spread));
        const sum = (sizes: readonly number[]) => sizes.reduce((total, events) => total + events, 0);
        const spreadAt = (sizes: readonly number[]) =>
          Math.hypot(...hidden.map(({ events, spread }, i) => spread * (events / sizes[i]) ** power));
        const fewest = [...fewestEvents(hidden, power, 1).values()];
        expect(spreadAt(fewest)).toBeLessThan(1 + 1e-9);
        // Any other sizes, stretched until they reach the same.
        const others = (stretch: number) =>
          rows.map(({ events, other }, i) => Math.max(events, stretch * other * fewest[i]));
        let [low, high] = [0, 100];
        for (let step = 0; step < 60; step++) {
          const middle = (low + high) / 2;
          if (spreadAt(others(middle)) > 1) low = middle;
          else high = middle;
        }
        expect(sum(fewest)).toBeLessThan(sum(others(high)) * (1 + 1e-9));
      }),
    );
  });
});

describe('what does not matter', () => {
  const sizesOf = (samples: readonly MeasuredSample[]) => neededEvents(powerOf(samples, 0, targets), BLOCK, 16);
  const matters = source('matters', 262_000, 0.004, 0.4);

  it('grows no source: a limit that moves no expected limit by 1 %, whatever the total', () => {
    // Of nothing seen the limit is 2.303 events, of one 3.890; 0.033/2.303 of an event moves it by 1 %.
    expect(negligibleLimit(0.1)).toBeCloseTo((0.01 * Math.LN10 * Math.LN10) / (3.88972 - Math.LN10), 6);
    const rare = { ...source('rare', 262_000, 7e-9, 1e-6), unseen: 0.02 };
    const never = { ...source('never', 262_000, 0, 0), unseen: 0.02 };
    const needed = sizesOf([matters, rare, never]);
    expect(needed.get('rare')).toBe(262_000);
    expect(needed.get('never')).toBe(262_000);
    // n = (0.4/0.004/0.1)² and a fifth.
    expect(needed.get('matters')).toBe(1_200_000);
    expect(powerOf([matters, never], 0, targets).background?.met).toBe(false);
    const known = source('matters', 262_000, 0.004, 0.1);
    expect(powerOf([known, never], 0, targets).background).toMatchObject({ met: true, unseen: 0.02 });
    expect(powerOf([known, never, rare], 0, targets).background?.met).toBe(true);
    expect(powerOf([known, { ...never, unseen: 0.04 }], 0, targets).background?.met).toBe(false);
  });

  it('is counted where limits together are more, each to the size that costs fewest decays', () => {
    const never = (sample: string, unseen: number) => ({ ...source(sample, 100_000, 0, 0), unseen });
    const needed = sizesOf([matters, never('large', 0.32), never('small', 0.04)]);
    // n goes with the ⅔rd power of 32 000 and 4000: 4 : 1, and 0.32 · 10⁵/n, 0.04 · 10⁵/n in quadrature are negligible.
    const n = (4000 * Math.hypot(2, 1)) / negligibleLimit(0.1);
    expect(needed.get('large')).toBe(Math.ceil((1.2 * 4 * n) / BLOCK) * BLOCK);
    expect(needed.get('small')).toBe(Math.ceil((1.2 * n) / BLOCK) * BLOCK);
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
  it('count each sample by its price', () => {
    // 1000 and twice 2000 are there, 10 000 and twice 20 000 are wanted beyond: a budget of 30 000 has half of them.
    expect(withinBudget(from, wanted, 30_000, BLOCK, (name) => (name === 'b' ? 2 : 1))).toEqual(
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
