import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { drawPoisson } from '../../math/random/poisson.ts';
import { InvalidInput } from '../../schema/index.ts';
import { countingPullStudy } from './counting-closure.ts';
import { drawPulls, pullStudy, summarisePulls } from './pull-study.ts';

const seed = 20260917;

// Each study that must close is judged at a false-alarm probability of 1e-7; with fewer than ten of them in this file
// the chance of a false alarm is below 1e-6.
const falseAlarm = 1e-7;

describe('pullStudy', () => {
  it('closes for unit normal pulls and not for a bias or a wrong width', () => {
    const study = (shift: number, scale: number) =>
      pullStudy((random) => shift + scale * random.normal(), { seed, stream: 'normal', falseAlarm });
    expect(study(0, 1).closes).toBe(true);
    // 2500 experiments: 0.12 is six standard errors of the mean, 8 % are 5.7 of the width.
    expect(study(0.14, 1)).toMatchObject({ closes: false });
    expect(study(0, 1.1).widthPValue).toBeLessThan(1e-7);
    expect(study(0, 0.9).closes).toBe(false);
  });

  it('gives the same pulls however the study is cut', () => {
    const normal = (random: EventRandom) => random.normal();
    const part = (first: number, count: number) => drawPulls(normal, { seed, stream: 's', first, count });
    expect([...part(0, 70), ...part(70, 130)]).toEqual([...part(0, 200)]);
  });

  it('counts failed experiments and does not close with one', () => {
    const study = pullStudy((random, i) => (i === 7 ? Number.NaN : random.normal()), { seed, stream: 'f' });
    expect(study.failed).toBe(1);
    expect(study.pulls[7]).toBeNull();
    expect(study.closes).toBe(false);
  });

  it('raises false alarms about as often as it says, for few events as for many', () => {
    // 2000 studies of 400 Poisson counts each at a stated 5 %. More than 7.5 % or fewer than 2.5 % would be 5.1 σ off
    // for exact tests; the skewness of the variance is allowed for up to 9 % at a mean of 0.5.
    for (const [mean, most] of [
      [0.5, 0.09],
      [20, 0.075],
    ]) {
      const random = new EventRandom(streamKey(seed, `alarms ${mean}`));
      const pulls = new Float64Array(400);
      let alarms = 0;
      for (let study = 0; study < 2000; study++) {
        random.start(study);
        for (let i = 0; i < pulls.length; i++) pulls[i] = (drawPoisson(random, mean) - mean) / Math.sqrt(mean);
        if (!summarisePulls(pulls, 0.05).closes) alarms++;
      }
      expect(alarms / 2000).toBeLessThan(most);
      expect(alarms / 2000).toBeGreaterThan(0.025);
    }
  });

  it('refuses too few pulls and impossible input', () => {
    expect(() => summarisePulls(new Float64Array(50))).toThrow(/too few/);
    expect(() => summarisePulls(new Float64Array(500).fill(Number.POSITIVE_INFINITY))).toThrow(InvalidInput);
    expect(() => summarisePulls(new Float64Array(500), 0)).toThrow(InvalidInput);
    expect(summarisePulls(new Float64Array(500)).closes).toBe(false);
  });
});

describe('countingPullStudy', () => {
  it.each([
    { signal: 5, background: 0.26, backgroundError: 0.04 },
    { signal: 0, background: 0.92, backgroundError: 0.34 },
    { signal: 3, background: 0 },
    { signal: 40, background: 291, backgroundError: 14 },
  ])('recovers an injected signal: %o', (injected) => {
    const study = countingPullStudy(injected, { seed, stream: 'closure', falseAlarm });
    expect(study.closes).toBe(true);
    expect(study.experiments).toBe(2500);
    const error = Math.sqrt(injected.signal + injected.background + (injected.backgroundError ?? 0) ** 2);
    expect(Math.abs(study.recovered - injected.signal)).toBeLessThan((5.4 * error) / 50);
  });

  it('refuses an experiment in which nothing can happen', () => {
    expect(() => countingPullStudy({ signal: 0, background: 0 }, { seed, stream: 'x' })).toThrow(InvalidInput);
    expect(() => countingPullStudy({ signal: -1, background: 5 }, { seed, stream: 'x' })).toThrow(/signal/);
  });
});
