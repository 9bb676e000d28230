import { describe, expect, it } from 'vitest';
import { loadWorkspace } from './document/load-workspace.ts';
import { workspaceFit } from './fit/workspace-fit.ts';
import { workspaceCls } from './limits/workspace-cls.ts';
import { workspaceLimit } from './limits/workspace-limit.ts';
import { buildModel } from './model/build-model.ts';

/** The example on pyhf's front page; values computed independently (pyhf prints 0.05251497, good to about 1e-5). */
const readme = (observed: readonly number[] = [51, 48]): string =>
  JSON.stringify({
    channels: [
      {
        name: 'singlechannel',
        samples: [
          { name: 'signal', data: [12, 11], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
          { name: 'background', data: [50, 52], modifiers: [{ name: 'uncorr', type: 'shapesys', data: [3, 7] }] },
        ],
      },
    ],
    observations: [{ name: 'singlechannel', data: observed }],
    measurements: [{ name: 'measurement', config: { poi: 'mu', parameters: [] } }],
    version: '1.0.0',
  });

describe('two bins with background counted elsewhere', () => {
  const model = buildModel(loadWorkspace(readme()));

  it('CLs at μ = 1 with its parts and its band', () => {
    const cls = workspaceCls(model, 1);
    expect(cls.q).toBeCloseTo(3.9382449, 6);
    expect(cls.qAsimov).toBeCloseTo(3.4188691, 6);
    expect(cls.clsb).toBeCloseTo(0.023325, 6);
    expect(cls.clb).toBeCloseTo(0.4441537, 6);
    expect(cls.observed).toBeCloseTo(0.0525155, 6);
    const band = [0.0026064, 0.0138206, 0.0644552, 0.2352609, 0.5730417];
    cls.expected.forEach((value, k) => {
      expect(value).toBeCloseTo(band[k], 6);
    });
    expect(cls.safe).toBe(true);
  });

  it('upper limits at 95 % and 90 %', () => {
    const limit = workspaceLimit(model);
    expect(limit.observed).toBeCloseTo(1.011572, 6);
    const band = [0.559884, 0.757029, 1.062355, 1.501181, 2.050802];
    limit.expected.forEach((value, k) => {
      expect(value).toBeCloseTo(band[k], 5);
    });
    expect(workspaceLimit(model, { level: 0.9 }).observed).toBeCloseTo(0.839916, 6);
  });

  it('γ at fixed μ solves its quadratic equation', () => {
    for (const mu of [0, 0.3, 1, 4]) {
      const fit = workspaceFit(model, { fixed: { mu }, minos: false });
      for (const [k, [n, s, b, sigma]] of [
        [51, 12, 50, 3],
        [48, 11, 52, 7],
      ].entries()) {
        const tau = (b / sigma) ** 2;
        const gamma = fit.parameters[k + 1].value;
        const residual = b * (b + tau) * gamma ** 2 + (mu * s * (b + tau) - n * b - tau * b) * gamma - tau * mu * s;
        expect(Math.abs(residual) / (b * (b + tau))).toBeLessThan(1e-9);
      }
    }
  });

  it('a limit beyond the bounds of μ is found all the same', () => {
    const many = workspaceLimit(buildModel(loadWorkspace(readme([400, 420]))));
    expect(many.bestFit).toBeGreaterThan(10);
    expect(many.observed).toBeGreaterThan(many.bestFit!);
    expect(many.reason).toBeNull();
  });
});

describe('asymptotics of a counting experiment', () => {
  const counting = (n: number, b: number, sigma: number): string =>
    JSON.stringify({
      channels: [
        {
          name: 'c',
          samples: [
            { name: 's', data: [1], modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
            {
              name: 'b',
              data: [b],
              modifiers: [{ name: 'db', type: 'histosys', data: { hi_data: [b + sigma], lo_data: [b - sigma] } }],
            },
          ],
        },
      ],
      observations: [{ name: 'c', data: [n] }],
      measurements: [{ name: 'm', config: { poi: 'mu', parameters: [] } }],
      version: '1.0.0',
    });

  it('90 % limits of (10, 10 ± 3) and (100, 100 ± 10), and of n = 0 where they fail and say so', () => {
    expect(workspaceLimit(buildModel(loadWorkspace(counting(10, 10, 3))), { level: 0.9 }).observed).toBeCloseTo(
      7.72,
      2,
    );
    expect(workspaceLimit(buildModel(loadWorkspace(counting(100, 100, 10))), { level: 0.9 }).observed).toBeCloseTo(
      23.73,
      2,
    );
    const none = workspaceLimit(buildModel(loadWorkspace(counting(0, 0.26, 0.04))), { level: 0.9 });
    expect(none.observed).toBeCloseTo(1.55, 2);
    expect(none.safe).toBe(false);
    expect(none.unsafeBecause).toMatch(/only 0.26 background events/);
  });
});
