import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../schema/index.ts';
import { countingLimit } from '../counting/index.ts';
import { buildModel, workspaceFit } from '../histfactory/index.ts';
import type { CombinedChannel } from './combination-input.ts';
import { combinationWorkspace } from './combination-workspace.ts';
import { combineCounting } from './combine-counting.ts';

const two: CombinedChannel[] = [
  { name: 'run 1', observed: 1, background: 0.91, backgroundError: 0.41, ses: 1.28e-11, sesError: 0.03 },
  { name: 'run 2', observed: 0, background: 0.4, backgroundError: 0.1, ses: 0.9e-11, sesError: 0.03 },
];

/** P(N ≤ n | mean) from scratch. */
function atMost(n: number, mean: number): number {
  let [term, sum] = [Math.exp(-mean), 0];
  for (let k = 0; k <= n; k++) {
    sum += term;
    term *= mean / (k + 1);
  }
  return sum;
}

describe('combineCounting', () => {
  it('of one channel is its counting limit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 12 }),
        fc.double({ min: 0, max: 8, noNaN: true }),
        fc.double({ min: 0, max: 0.4, noNaN: true }),
        (observed, background, relative) => {
          const channel = { observed, background, backgroundError: relative * background, ses: 2e-11, sesError: 0.05 };
          const combined = combineCounting({ channels: [{ name: 'one', ...channel }] });
          const alone = countingLimit({ ...channel, method: 'cls' });
          expect(combined.branchingRatio.observed! / alone.branchingRatio!.observed!).toBeCloseTo(1, 6);
          for (const k of [0, 2, 4]) {
            expect(combined.branchingRatio.expected[k] / alone.branchingRatio!.expected![k]).toBeCloseTo(1, 6);
          }
          expect(combined.channels[0].observed! / alone.branchingRatio!.observed!).toBeCloseTo(1, 9);
        },
      ),
      { numRuns: 20 },
    );
  });

  it('adds runs of the same signal to background: n, b and 1/SES add up', () => {
    const run = (name: string, observed: number, share: number): CombinedChannel => ({
      name,
      observed,
      background: 3 * share,
      ses: 1e-11 / share,
    });
    const parts = combineCounting({ channels: [run('a', 2, 0.5), run('b', 1, 0.3), run('c', 1, 0.2)] });
    const whole = countingLimit({ observed: 4, background: 3, ses: 1e-11 });
    expect(parts.ses).toBeCloseTo(1e-11, 20);
    expect(parts.branchingRatio.observed! / whole.branchingRatio!.observed!).toBeCloseTo(1, 6);
    expect(parts.branchingRatio.expected[2] / whole.branchingRatio!.expected![2]).toBeCloseTo(1, 6);
  });

  it('combines two runs with 1 and 2 events to what was published for them, 1.78e-10, within 3 %', () => {
    // SES 3.15e-10 and 0.389e-10, backgrounds 0.15 ± 0.09 and 1.5 ± 0.3 (NA62, JHEP 11 (2020) 042).
    const combined = combineCounting({
      channels: [
        { name: '2016', observed: 1, background: 0.152, backgroundError: 0.09, ses: 3.15e-10 },
        { name: '2017', observed: 2, background: 1.5, backgroundError: 0.3, ses: 0.389e-10 },
      ],
    });
    expect(combined.ses / 0.346e-10).toBeCloseTo(1, 2);
    expect(Math.abs(combined.branchingRatio.observed! / 1.78e-10 - 1)).toBeLessThan(0.03);
  });

  it('without any event is 2.303 signal events in all channels together, whatever the backgrounds', () => {
    const channels = two.map(({ sesError: _, ...channel }) => ({ ...channel, observed: 0 }));
    const combined = combineCounting({ channels });
    expect(combined.signalEvents.observed).toBeCloseTo(Math.log(10), 6);
    expect(combined.ses).toBeCloseTo(1 / (1 / 1.28e-11 + 1 / 0.9e-11), 22);
  });

  it('is the sum over two channels and a shared nuisance worked out by hand', () => {
    const channels: CombinedChannel[] = [
      { name: 'a', observed: 2, background: 1, ses: 2, nuisances: { scale: { signal: 0.1, background: 0.3 } } },
      { name: 'b', observed: 0, background: 1, ses: 2, nuisances: { scale: { background: -0.2 } } },
    ];
    const combined = combineCounting({ channels });
    // Equal weights: Q is the sum of the counts, whose mean at z is s/2·(1.1^z + 1) + 1.3^z + 1.2^(−z).
    const average = (s: number): number => {
      let [sum, norm] = [0, 0];
      for (let z = -7; z <= 7; z += 0.01) {
        const weight = Math.exp(-0.5 * z * z);
        sum += weight * atMost(2, (s / 2) * (1.1 ** z + 1) + 1.3 ** z + 1.2 ** -z);
        norm += weight;
      }
      return sum / norm;
    };
    expect(average(combined.signalEvents.observed!) / average(0)).toBeCloseTo(0.1, 6);
  });

  it('reads a common log-normal efficiency and common backgrounds as the counting limit does', () => {
    const shared = two.map(({ sesError: _, backgroundError: __, ...channel }) => channel);
    const common = combineCounting({
      channels: shared.map((channel) => ({ ...channel, nuisances: { norm: { signal: 0.2 } } })),
    });
    const alone = countingLimit({ channels: shared, sesError: 0.2, efficiencyModel: 'lognormal' });
    expect(common.branchingRatio.observed! / alone.branchingRatio!.observed!).toBeCloseTo(1, 5);
    const moved = combineCounting({
      channels: shared.map((channel) => ({ ...channel, nuisances: { norm: { background: 0.4 } } })),
    });
    const backgrounds = countingLimit({
      channels: shared.map((channel) => ({
        ...channel,
        backgroundError: 0.4 * channel.background,
        backgroundModel: 'lognormal' as const,
        sharedNuisance: 'norm',
      })),
    });
    expect(moved.branchingRatio.observed! / backgrounds.branchingRatio!.observed!).toBeCloseTo(1, 5);
  });

  it('averages over many nuisances as well as over few', () => {
    const plain = two.map(({ sesError: _, ...channel }) => channel);
    const widths = [0.1, 0.15, 0.08, 0.05];
    const many = Object.fromEntries(widths.map((width, k) => [`source ${k}`, { signal: width }]));
    const total = Math.sqrt(widths.reduce((sum, width) => sum + Math.log(1 + width) ** 2, 0));
    const one = { together: { signal: Math.exp(total) - 1 } };
    const limit = (nuisances: NonNullable<CombinedChannel['nuisances']>) =>
      combineCounting({ channels: plain.map((channel) => ({ ...channel, nuisances })) }).branchingRatio.observed!;
    expect(Math.abs(limit(many) / limit(one) - 1)).toBeLessThan(0.003);
  });

  it('is better than the best channel, blind or not, and does not depend on their order', () => {
    const combined = combineCounting({ channels: two });
    const back = combineCounting({ channels: [...two].reverse() });
    expect(back.branchingRatio.observed! / combined.branchingRatio.observed!).toBeCloseTo(1, 9);
    expect(combined.branchingRatio.expected[2]).toBeLessThan(Math.min(...combined.channels.map((c) => c.median)));
    const blind = combineCounting({ channels: two.map((channel) => ({ ...channel, observed: null })) });
    expect(blind.branchingRatio.observed).toBeNull();
    expect(blind.channels.every((channel) => channel.observed === null)).toBe(true);
    expect(blind.branchingRatio.expected).toEqual(combined.branchingRatio.expected);
    expect(JSON.parse(JSON.stringify(combined))).toEqual(combined);
  });

  it('tends to the profile likelihood for many events', () => {
    const channels: CombinedChannel[] = [
      { name: 'a', observed: 210, background: 200, ses: 1, nuisances: { lumi: { signal: 0.02, background: 0.02 } } },
      { name: 'b', observed: 150, background: 160, ses: 1.5, nuisances: { lumi: { signal: 0.02, background: 0.02 } } },
    ];
    const exact = combineCounting({ channels, method: 'exact' });
    const profile = combineCounting({ channels, method: 'profile' });
    expect(profile.method).toBe('profile');
    expect(Math.abs(profile.branchingRatio.observed! / exact.branchingRatio.observed! - 1)).toBeLessThan(0.05);
    expect(Math.abs(profile.branchingRatio.expected[2] / exact.branchingRatio.expected[2] - 1)).toBeLessThan(0.05);
    const many = combineCounting({ channels: [{ name: 'x', observed: 1_000_000, background: 1e6, ses: 1 }] });
    expect(many.method).toBe('profile');
    expect(many.signalEvents.expected[2] / 1645).toBeCloseTo(1, 2);
  });

  it('is a workspace with nuisances shared by name', () => {
    const workspace = combinationWorkspace(
      two.map((channel) => ({ ...channel, nuisances: { 'external branching fraction': { signal: 0.03 } } })),
    );
    const fit = workspaceFit(buildModel(workspace));
    const names = fit.parameters.map((parameter) => parameter.name);
    expect(names.filter((name) => name === 'external branching fraction')).toHaveLength(1);
    expect(names).toHaveLength(6);
  });

  it.each([
    [[], /found none/],
    [[two[0], two[0]], /twice/],
    [[{ ...two[0], ses: 0 }], /channels\.run 1\.ses/],
    [[{ ...two[0], observed: 1.5 }], /whole number/],
    [[{ ...two[0], observed: null }, two[1]], /blind/],
    [[{ ...two[0], background: -1 }], /background/],
    [[{ ...two[0], nuisances: { x: { signal: Number.NaN } } }], /nuisances\.x\.signal/],
  ])('refuses %#', (channels, message) => {
    const run = () => combineCounting({ channels: channels as CombinedChannel[] });
    expect(run).toThrow(InvalidInput);
    expect(run).toThrow(message);
  });
});
