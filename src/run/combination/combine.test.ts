import { describe, expect, test } from 'vitest';
import type { CountedResult } from '../../search/results/counted-result.ts';
import { combineCounting } from '../../statistics/combination/index.ts';
import { countingLimit } from '../../statistics/counting/index.ts';
import { buildModel, type WorkspaceDocument, workspaceLimit } from '../../statistics/histfactory/index.ts';
import { combineResults } from './combine.ts';
import { contributionOfLikelihood, contributionOfRun } from './contribution.ts';
import { combinationFigure } from './figure.ts';

const parameter = 'branching ratio of K+ -> pi- mu+ mu+';
const count: CountedResult = {
  parameter,
  perEvent: 2e-11,
  observed: 1,
  background: 0.9,
  backgroundError: 0.3,
  signalError: 0.04,
  effects: { identification: { signal: 0.05 }, maps: { background: 0.2 } },
};
const run = (name: string, change: Partial<CountedResult> = {}) => contributionOfRun(name, { ...count, ...change });

/** Two bins above a background with a common normalisation. */
const spectrum = (signal: number, observed: readonly number[]): WorkspaceDocument => ({
  channels: [
    {
      name: 'mass',
      samples: [
        {
          name: 'signal',
          data: [12 * signal, 5 * signal],
          modifiers: [
            { name: 'mu', type: 'normfactor', data: null },
            {
              name: 'shape',
              type: 'histosys',
              data: { hi_data: [13 * signal, 4 * signal], lo_data: [11 * signal, 6 * signal] },
            },
          ],
        },
        {
          name: 'background',
          data: [50, 60],
          modifiers: [
            { name: 'flux', type: 'normsys', data: { hi: 1.1, lo: 0.9 } },
            { name: 'own', type: 'shapesys', data: [4, 5] },
          ],
        },
      ],
    },
  ],
  observations: [{ name: 'mass', data: [...observed] }],
  measurements: [{ name: 'all', config: { poi: 'mu', parameters: [] } }],
  version: '1.0.0',
});
const file = (name: string, workspace: WorkspaceDocument) =>
  contributionOfLikelihood(name, { workspace, notes: [] }, undefined);

describe('combineResults', () => {
  test('each run alone is its own counting limit, errors in quadrature', () => {
    const { combination } = combineResults([run('a'), run('b', { effects: {}, observed: 0 })]);
    const alone = countingLimit({
      observed: 1,
      background: 0.9,
      backgroundError: Math.hypot(0.3, 0.2 * 0.9),
      ses: 2e-11,
      sesError: Math.hypot(0.04, 0.05),
      method: 'cls',
    });
    const [{ limit }] = combination.inputs;
    expect((limit.observed ?? 0) / (alone.branchingRatio?.observed ?? 1)).toBeCloseTo(1, 6);
    limit.expected.forEach((value, k) => {
      expect((value ?? 0) / (alone.branchingRatio?.expected?.[k] ?? 1)).toBeCloseTo(1, 6);
    });
    expect(combination).toMatchObject({ parameter, method: 'exact', blind: false, shared: [] });
  });

  test('a run in two halves is the run: counts, backgrounds and sensitivities add up', () => {
    const half = { background: 0.45, backgroundError: 0, signalError: 0, effects: {}, perEvent: 4e-11 };
    const { combination, unit } = combineResults([
      run('a', { ...half, observed: 1 }),
      run('b', { ...half, observed: 2 }),
    ]);
    const whole = countingLimit({ observed: 3, background: 0.9, ses: 2e-11 });
    expect((combination.limit.observed ?? 0) / (whole.branchingRatio?.observed ?? 1)).toBeCloseTo(1, 6);
    expect(combination.signalEvents?.observed).toBeCloseTo(whole.signalEvents.observed ?? 0, 5);
    expect(unit).toBeCloseTo(2e-11, 20);
  });

  test('the likelihood of a run from a file gives what the run gives', () => {
    const plain = { effects: {}, backgroundError: 0.3 };
    const [a, b] = [run('a', plain), run('b', { ...plain, observed: 0 })];
    const fromFile = contributionOfLikelihood(
      'a',
      { workspace: a.workspace, notes: [] },
      { parameter, unit: 2e-11, count: 'run' },
    );
    const one = combineResults([a, b]).combination;
    const other = combineResults([fromFile, b]).combination;
    expect(other.method).toBe('exact');
    expect((other.limit.observed ?? 0) / (one.limit.observed ?? 1)).toBeCloseTo(1, 6);
  });

  test('spectra are taken together as one likelihood, whose limit does not depend on units', () => {
    const [left, right] = [spectrum(1, [55, 58]), spectrum(0.5, [48, 66])];
    const { combination, workspace } = combineResults([file('a', left), file('b', right)]);
    const [limit] = [workspaceLimit(buildModel(workspace), { level: 0.9 })];
    expect(combination).toMatchObject({ method: 'asymptotic', parameter: "parameter 'mu'", signalEvents: null });
    expect(combination.limit.observed).toBeCloseTo(limit.observed ?? 0, 9);
    expect(workspace.channels.map(({ name }) => name)).toEqual(['a: mass', 'b: mass']);
    expect(combination.shared.map(({ name }) => name)).toEqual(['shape', 'flux']);
    // 'b' in units of twice as much signal, said with --scale, is the same combination.
    const scaled = combineResults([file('a', left), file('b', spectrum(1, [48, 66]))], { scale: { a: 3, b: 6 } });
    expect((scaled.combination.limit.observed ?? 0) / (3 * (combination.limit.observed ?? 1))).toBeCloseTo(1, 5);
  });

  test('an uncertainty may be taken apart, or two brought together', () => {
    const options = { effects: { identification: { signal: 0.4 } } };
    const limit = (...args: Parameters<typeof combineResults>) => combineResults(...args).combination;
    const together = limit([run('a', options), run('b', options)]);
    const apart = limit([run('a', options), run('b', options)], { uncorrelated: ['identification'] });
    expect(together.shared).toEqual([{ name: 'identification', inputs: ['a', 'b'] }]);
    expect(apart.shared).toEqual([]);
    const channel = { observed: 1, background: 0.9, backgroundError: 0.3, ses: 2e-11, sesError: Math.hypot(0.04, 0.4) };
    const own = combineCounting({ channels: ['a', 'b'].map((name) => ({ name, ...channel })) });
    expect(apart.limit.observed).toBeCloseTo(own.branchingRatio.observed ?? 0, 18);
    expect(together.limit.observed).not.toBeCloseTo(own.branchingRatio.observed ?? 0, 13);
    const other = { effects: { particle: { signal: 0.4 } } };
    const brought = limit([run('a', options), run('b', other)], { rename: ['b:particle=identification'] });
    expect(brought.limit.observed).toBeCloseTo(together.limit.observed ?? 0, 18);
  });

  test('a closed box leaves expected limits alone, and what the open one gives by itself', () => {
    const { combination, workspace } = combineResults([
      run('a', { effects: {} }),
      run('b', { effects: {}, observed: null }),
    ]);
    expect(combination.limit.observed).toBeNull();
    expect(combination.inputs.map(({ limit }) => limit.observed === null)).toEqual([false, true]);
    expect(combination.reason).toMatch(/nothing is observed in b/);
    expect(workspace.observations.map(({ data }) => data[0])).toEqual([1, 0.9]);
    expect(combinationFigure(combination)).toMatchObject({ kind: 'limit-summary' });
  });

  test.each<[string, () => unknown, RegExp]>([
    ['one alone', () => combineResults([run('a')]), /at least two/],
    ['one twice', () => combineResults([run('a'), run('a')]), /'a' is there twice/],
    [
      'other branching ratios',
      () => combineResults([run('a'), run('b', { parameter: 'branching ratio of K+ -> pi- e+ e+' })]),
      /b: limits the branching ratio of K\+ -> pi- e\+ e\+, a limits the .* two numbers/,
    ],
    ['a file that is silent', () => combineResults([run('a'), file('b', spectrum(1, [1, 2]))]), /--scale b=1e-11/],
    [
      'other parameters of interest',
      () =>
        combineResults([
          file('a', spectrum(1, [50, 60])),
          file('b', JSON.parse(JSON.stringify(spectrum(1, [50, 60])).replaceAll('"mu"', '"strength"'))),
        ]),
      /--rename b:strength=mu/,
    ],
    [
      'a name that no one has',
      () => combineResults([run('a'), run('b')], { uncorrelated: ['idenification'] }),
      /identification/,
    ],
    [
      'a scale for no one',
      () => combineResults([run('a'), run('b')], { scale: { c: 1 } }),
      /--scale: unknown result 'c'/,
    ],
    [
      'a name that is taken',
      () => combineResults([run('a'), run('b')], { rename: ['a:maps=identification'] }),
      /a has a 'identification' already/,
    ],
    ['nothing counted', () => contributionOfRun('a', { reason: 'no counts' }), /a: no counts/],
  ])('refuses %s', (_, make, message) => {
    expect(make).toThrow(message);
  });
});
