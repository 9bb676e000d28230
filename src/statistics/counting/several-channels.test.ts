import { describe, expect, it } from 'vitest';
import type { ChannelInput } from './counting-input.ts';
import { type CountingLimitInput, countingLimit } from './counting-limit.ts';

const limit = (channels: readonly ChannelInput[], more: CountingLimitInput = {}) =>
  countingLimit({ channels, expected: false, ...more }).signalEvents.observed!;

describe('several channels', () => {
  it('equal signal over background: the limit of the sum', () => {
    const two = limit([
      { observed: 1, background: 0.4, signal: 0.4 },
      { observed: 2, background: 0.6, signal: 0.6 },
    ]);
    expect(two).toBeCloseTo(countingLimit({ observed: 3, background: 1, expected: false }).signalEvents.observed!, 6);
  });

  it('a channel without signal changes nothing', () => {
    const one = limit([{ observed: 2, background: 1 }]);
    const two = limit([
      { observed: 2, background: 1 },
      { observed: 9, background: 3, signal: 0 },
    ]);
    expect(two).toBeCloseTo(one, 6);
  });

  it('no events in any channel: 2.303 in total, whatever the backgrounds', () => {
    for (const sharedNuisance of [undefined, 'flux']) {
      const shared = sharedNuisance === undefined ? {} : { sharedNuisance };
      const s = limit([
        { observed: 0, background: 0.4, backgroundError: 0.2, signal: 0.25, ...shared },
        { observed: 0, background: 2.6, backgroundError: 1, signal: 0.75, ...shared },
      ]);
      expect(s).toBeCloseTo(Math.log(10), 7);
    }
  });

  it('a shared background error is not the same as two independent ones', () => {
    const channel = { observed: 8, background: 5, backgroundError: 2, signal: 0.5 };
    const independent = limit([channel, channel]);
    const shared = limit([
      { ...channel, sharedNuisance: 'x' },
      { ...channel, sharedNuisance: 'x' },
    ]);
    expect(shared).toBeGreaterThan(independent * 1.02);
    // Fully shared: one channel of twice the background and twice the error.
    const merged = countingLimit({ observed: 16, background: 10, backgroundError: 4, expected: false });
    expect(shared / merged.signalEvents.observed!).toBeCloseTo(1, 3);
  });

  it('single-event sensitivities add up by their inverses', () => {
    const { branchingRatio } = countingLimit({
      channels: [
        { observed: 0, background: 0, ses: 1e-10 },
        { observed: 0, background: 0, ses: 3e-10 },
      ],
    });
    expect(branchingRatio!.observed! / ((Math.log(10) * 3e-10) / 4)).toBeCloseTo(1, 8);
  });

  it('large channels by their cumulants, near the asymptotic limit', () => {
    const channels = [
      { observed: 1000, background: 1000, backgroundError: 20, signal: 0.6 },
      { observed: 900, background: 900, signal: 0.4 },
    ];
    expect(limit(channels, { method: 'cls' }) / limit(channels, { method: 'profile' })).toBeCloseTo(1, 1.5);
  });

  it('the other methods agree for many events', () => {
    const channels = [
      { observed: 95, background: 100, backgroundError: 8, signal: 0.7 },
      { observed: 62, background: 60, backgroundError: 5, signal: 0.3 },
    ];
    const bayes = limit(channels, { method: 'bayes' });
    expect(bayes / limit(channels, { method: 'cls' })).toBeCloseTo(1, 1);
    expect(bayes / limit(channels, { method: 'profile' })).toBeCloseTo(1, 1);
    // 1000 toys at CLs = 0.1 are good to 10 %: a fifth of the limit is more than five standard deviations.
    expect(Math.abs(limit(channels, { method: 'cls-toys', toys: 1000 }) / bayes - 1)).toBeLessThan(0.2);
  });

  it('the expected mean and bands of CLs are those of the merged channel when they should be', () => {
    const merged = countingLimit({ observed: null, background: 3 }).signalEvents;
    const split = countingLimit({
      channels: [
        { observed: null, background: 1, signal: 1 / 3 },
        { observed: null, background: 2, signal: 2 / 3 },
      ],
    }).signalEvents;
    for (let i = 0; i < 5; i++) expect(split.expected![i]).toBeCloseTo(merged.expected![i], 6);
    expect(split.expectedMean! / merged.expectedMean!).toBeCloseTo(1, 4);
  });

  it('refuses what cannot be combined', () => {
    const one = { observed: 1, background: 1 };
    expect(() => limit([one, { ...one, observed: null }])).toThrow(/1 of 2 are blind/);
    expect(() => limit([{ ...one, ses: 1e-10 }, one])).toThrow(/'ses'/);
    expect(() => limit([{ ...one, signal: 0 }])).toThrow(/no channel expects any signal/);
    expect(() => limit([one, one], { method: 'rolke' })).toThrow(/takes one channel/);
    expect(() => limit([one, { ...one, background: Number.NaN }])).toThrow(/channels\[1\]\.background/);
    expect(() => limit([one], { background: 1 })).toThrow(/background: belongs into the channels/);
  });
});
