import { describe, expect, it } from 'vitest';
import { workspaceFit } from '../fit/workspace-fit.ts';
import { workspaceLimit } from '../limits/workspace-limit.ts';
import { buildModel } from '../model/build-model.ts';
import { countingWorkspace, type WorkspaceCount } from './counting-workspace.ts';
import { exportWorkspace, loadWorkspace } from './load-workspace.ts';

const limit = (input: WorkspaceCount, level = 0.9): number => {
  const workspace = loadWorkspace(exportWorkspace(countingWorkspace(input)));
  return workspaceLimit(buildModel(workspace), { level }).observed!;
};

describe('workspaces of counting limits', () => {
  it('asymptotic 90 % limits: 7.72 of (10, 10 ± 3), 23.73 of (100, 100 ± 10), 1.55 of (0, 0.26 ± 0.04)', () => {
    expect(limit({ observed: 10, background: 10, backgroundError: 3 })).toBeCloseTo(7.72, 2);
    expect(limit({ observed: 100, background: 100, backgroundError: 10 })).toBeCloseTo(23.73, 2);
    expect(limit({ observed: 0, background: 0.26, backgroundError: 0.04 })).toBeCloseTo(1.55, 2);
  });

  it('a signal of 4 events per unit and an error of it', () => {
    const plain = limit({ observed: 30, background: 25, backgroundError: 3 });
    expect(limit({ observed: 30, background: 25, backgroundError: 3, signal: 4 }) * 4).toBeCloseTo(plain, 6);
    expect(limit({ observed: 30, background: 25, backgroundError: 3, sesError: 0.15 })).toBeGreaterThan(plain * 1.01);
  });

  it('every background model gives a fit that returns its own background without data to the contrary', () => {
    for (const backgroundModel of ['fixed', 'gauss', 'lognormal', 'gamma', 'asymmetric'] as const) {
      const model = buildModel(
        countingWorkspace({ observed: 12, background: 12, backgroundError: 3, backgroundModel }),
      );
      const fit = workspaceFit(model, { minos: false });
      expect(fit.parameters[0].value).toBeCloseTo(0, 4);
      expect(model.parameters.length).toBe(backgroundModel === 'fixed' ? 1 : 2);
    }
  });

  it('two channels share μ and the error of the signal, each has its own background', () => {
    const model = buildModel(
      countingWorkspace([
        { observed: 3, background: 2, backgroundError: 0.5, sesError: 0.1 },
        { name: 'second', observed: 7, background: 6, backgroundError: { up: 2, down: 1 }, sesError: 0.1, signal: 2 },
      ]),
    );
    expect(model.parameters.map((p) => p.name)).toEqual([
      'mu',
      'signal_efficiency',
      'background_counting1',
      'background_second',
    ]);
  });

  it('a Gaussian error wider than the background is cut at zero', () => {
    const model = buildModel(
      countingWorkspace({ observed: 0, background: 0.0094, backgroundError: { up: 0.0206, down: 0.0072 } }),
    );
    expect(model.parameters[1].lower).toBeCloseTo(-0.0094 / 0.0072, 12);
    expect(workspaceLimit(model, { level: 0.9 }).reason).toBeNull();
  });

  it.each<[Partial<WorkspaceCount>, RegExp]>([
    [{ observed: -1 }, /counting\.observed: found -1, needs a finite number, zero or more/],
    [{ background: Number.NaN }, /counting\.background: found NaN/],
    [{ backgroundError: -0.1 }, /backgroundError: found -0\.1/],
    [{ backgroundModel: 'gaus' as 'gauss' }, /backgroundModel: unknown background model 'gaus'\. Did you mean 'gauss'/],
    [{ background: 0, backgroundModel: 'gamma' }, /gamma background of zero cannot have an error/],
    [{ backgroundError: { up: 1, down: 2 }, backgroundModel: 'gauss' }, /takes one error/],
    [{ sesError: Number.POSITIVE_INFINITY }, /sesError: found Infinity/],
  ])('refuses %o', (change, message) => {
    expect(() => countingWorkspace({ observed: 1, background: 2, backgroundError: 0.5, ...change })).toThrow(message);
  });
});
