import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { BackgroundKind } from './background/background-model.ts';
import type { CountingLimitInput } from './counting-limit.ts';
import { countingLimit } from './counting-limit.ts';

type Row = readonly (number & string)[];
const fixture = JSON.parse(readFileSync(new URL('./counting.fixture.json', import.meta.url), 'utf8')) as Record<
  string,
  readonly Row[]
>;
const interval = (input: CountingLimitInput) =>
  countingLimit({ ...input, expected: false }).signalEvents.interval as readonly [number, number];

describe('limits against scipy', () => {
  it('CLs with every background model and SES errors', () => {
    expect(fixture['cls'].length).toBeGreaterThan(60);
    for (const [observed, kind, background, backgroundError, sesError, level, want] of fixture['cls']) {
      const stated = kind === ('lognormal-mean' as string);
      const [, got] = interval({
        method: 'cls',
        observed,
        background,
        backgroundError,
        backgroundModel: (stated ? 'lognormal' : kind) as BackgroundKind,
        ...(stated ? { lognormalStated: 'mean' as const } : {}),
        sesError,
        level,
      });
      expect(Math.abs(got / want - 1), `${observed} ${kind} ${background} ${sesError} ${level}`).toBeLessThan(1e-7);
    }
  });

  it('Feldman–Cousins against brute force on a grid of 0.001', () => {
    for (const [observed, background, level, lower, upper] of fixture['feldmanCousins']) {
      const got = interval({
        method: 'feldman-cousins',
        observed,
        background,
        level,
        monotoneInBackground: false,
      });
      expect(Math.abs(got[0] - lower)).toBeLessThan(0.0015);
      expect(Math.abs(got[1] - upper)).toBeLessThan(0.0015);
    }
  });

  for (const method of ['rolke', 'profile'] as const) {
    it(`${method} against numerical minimisation`, () => {
      for (const [observed, background, backgroundError, level, want] of fixture[method]) {
        const [, got] = interval({ method, observed, background, backgroundError, level });
        expect(Math.abs(got / want - 1), `${observed} ${background}`).toBeLessThan(1e-6);
      }
    });
  }

  it('Bayesian with the prior of Jeffreys', () => {
    for (const [observed, background, level, want] of fixture['jeffreys']) {
      const [, got] = interval({ method: 'bayes', prior: 'jeffreys', observed, background, level });
      expect(Math.abs(got / want - 1)).toBeLessThan(1e-8);
    }
  });

  it('CLs of two channels against the sum over all pairs of counts', () => {
    for (const [counts, background, signal, level, want] of fixture['twoChannels'] as unknown as readonly [
      number[],
      number[],
      number[],
      number,
      number,
    ][]) {
      const channels = counts.map((observed, i) => ({ observed, background: background[i], signal: signal[i] }));
      const [, got] = interval({ method: 'cls', channels, level });
      expect(Math.abs(got / want - 1)).toBeLessThan(1e-7);
    }
  });
});
