import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countingWorkspace } from '../document/counting-workspace.ts';
import { buildModel } from '../model/build-model.ts';
import { risingRoot } from './upper-limit.ts';
import { workspaceCls } from './workspace-cls.ts';
import { workspaceLimit } from './workspace-limit.ts';

const model = (observed: number, background: number, relative: number, signal = 1) =>
  buildModel(countingWorkspace({ observed, background, backgroundError: relative * background, signal }));

const experiment = fc.record({
  observed: fc.nat(60),
  background: fc.double({ min: 0.5, max: 50, noNaN: true }),
  relative: fc.double({ min: 0.01, max: 0.3, noNaN: true }),
  level: fc.double({ min: 0.55, max: 0.99, noNaN: true }),
});

describe('limits of any counting experiment (property)', () => {
  it('CLs at the limit is 1 − level, observed and median; the band rises; limits rise with the level', () => {
    fc.assert(
      fc.property(experiment, ({ observed, background, relative, level }) => {
        const built = model(observed, background, relative);
        const limit = workspaceLimit(built, { level });
        expect(limit.reason).toBeNull();
        expect(workspaceCls(built, limit.observed!).observed).toBeCloseTo(1 - level, 6);
        expect(workspaceCls(built, limit.expected[2]!).expected[2]).toBeCloseTo(1 - level, 6);
        for (let k = 1; k < 5; k++) expect(limit.expected[k]).toBeGreaterThan(limit.expected[k - 1]!);
        expect(workspaceLimit(built, { level: 0.5 * (1 + level) }).observed).toBeGreaterThan(limit.observed!);
      }),
      { seed: 12, numRuns: 150 },
    );
  });

  it('the limit on μ goes with the inverse of the signal, over twenty powers of ten', () => {
    const unit = workspaceLimit(model(14, 11, 0.2)).observed!;
    for (const signal of [1e-10, 1e-4, 0.3, 1e3, 1e10])
      expect((workspaceLimit(model(14, 11, 0.2, signal)).observed! * signal) / unit).toBeCloseTo(1, 7);
  });
});

describe('what cannot be had comes back with a reason', () => {
  it('events without any background: no background-only hypothesis', () => {
    const built = buildModel(countingWorkspace({ observed: 3, background: 0 }));
    const limit = workspaceLimit(built);
    expect(limit.observed).toBeNull();
    expect(limit.expected).toEqual([null, null, null, null, null]);
    expect(limit.reason).toMatch(/the fit at 'mu' = 0 failed: the likelihood vanishes at the start: events where none/);
    expect(workspaceCls(built, 1).observed).toBeNull();
  });

  it('a search for a crossing that does not exist, or where the function has no value', () => {
    const flat = risingRoot(() => ({ value: -1, slope: 0, reason: null }), 1);
    expect(flat.found).toBe(false);
    expect(!flat.found && flat.reason).toMatch(/^no crossing between/);
    const broken = risingRoot(() => ({ value: Number.NaN, slope: Number.NaN, reason: 'the fit failed.' }), 1);
    expect(broken).toEqual({ found: false, reason: 'the fit failed.' });
  });

  it.each([0, 1, -0.1, Number.NaN, 95])('level %d is refused', (level) => {
    expect(() => workspaceLimit(model(1, 1, 0.1), { level })).toThrow(/level: .* is not between 0 and 1/);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('μ = %d is refused', (mu) => {
    expect(() => workspaceCls(model(1, 1, 0.1), mu)).toThrow(/mu: found .*, needs a finite number above zero/);
  });

  it('an unknown statistic, no signal, a fixed or constrained parameter of interest', () => {
    expect(() => workspaceLimit(model(1, 1, 0.1), { statistic: 'qtlde' as 'q' })).toThrow(/Did you mean 'qtilde'/);
    expect(() => model(1, 1, 0.1, 0)).toThrow(/no channel has a signal above zero/);
    const empty = countingWorkspace({ observed: 1, background: 1 });
    empty.channels[0].samples[0].data = [0];
    expect(() => workspaceLimit(buildModel(empty))).toThrow(/'mu' moves nothing: all its samples are empty/);
    const workspace = countingWorkspace({ observed: 1, background: 1, backgroundError: 0.1 });
    expect(() => workspaceLimit(buildModel(workspace, { poi: 'background' }))).toThrow(/is constrained/);
    expect(() => workspaceLimit(buildModel(workspace, { poi: '' }))).toThrow(/names no parameter of interest/);
    workspace.measurements[0].config.parameters[0].fixed = true;
    expect(() => workspaceLimit(buildModel(workspace))).toThrow(/'mu' is fixed by the measurement/);
  });
});
