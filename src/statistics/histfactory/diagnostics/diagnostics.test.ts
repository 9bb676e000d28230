import { describe, expect, it } from 'vitest';
import { chiSquareSurvival, poissonAtLeast } from '../../../math/special/index.ts';
import type { ModifierDocument } from '../document/workspace-document.ts';
import { workspaceFit } from '../fit/workspace-fit.ts';
import { discovery } from '../limits/discovery.ts';
import { buildModel } from '../model/build-model.ts';
import type { HistFactoryModel } from '../model/model.ts';
import { goodnessOfFit } from './goodness-of-fit.ts';
import { impacts } from './impacts.ts';
import { pulls } from './pulls.ts';

/** Signal s·μ over background, one channel, bounds of μ open below. */
function model(
  observed: number[],
  signal: number[],
  background: number[],
  modifiers: ModifierDocument[] = [],
): HistFactoryModel {
  return buildModel({
    channels: [
      {
        name: 'c',
        samples: [
          { name: 's', data: signal, modifiers: [{ name: 'mu', type: 'normfactor', data: null }] },
          { name: 'b', data: background, modifiers },
        ],
      },
    ],
    observations: [{ name: 'c', data: observed }],
    measurements: [{ name: 'm', config: { poi: 'mu', parameters: [{ name: 'mu', bounds: [[-20, 100]] }] } }],
    version: '1.0.0',
  });
}
const counted = (sigma: number): ModifierDocument[] => [{ name: 'db', type: 'shapesys', data: [sigma] }];

describe('discovery', () => {
  it('on/off counting: q₀ is that of Li and Ma', () => {
    const [n, b, sigma] = [20, 8, 2];
    const tau = b / (sigma * sigma);
    const m = b * tau;
    const lima = 2 * (n * Math.log(((1 + tau) * n) / (n + m)) + m * Math.log(((1 + tau) * m) / (tau * (n + m))));
    const found = discovery(model([n], [1], [b], counted(sigma)));
    expect(found.q0).toBeCloseTo(lima, 8);
    expect(found.significance).toBeCloseTo(Math.sqrt(lima), 8);
    expect(found.bestFit).toBeCloseTo(n - b, 5);
  });

  it('the Asimov significance Z_A(n = 10, b = 3, σ = 1) = 2.5724, and 3.1748 with b known', () => {
    expect(discovery(model([10], [7], [3], counted(1))).expectedAtOne).toBeCloseTo(2.5724, 4);
    expect(discovery(model([10], [7], [3])).expectedAtOne).toBeCloseTo(3.1748, 4);
  });

  it('toys of a known background: p is the Poisson tail (5.3σ of the toys: false alarm 1e-7)', () => {
    const found = discovery(model([6], [1], [2.5]), { toys: 4000, seed: 4 });
    const p = poissonAtLeast(6, 2.5);
    expect(Math.abs(found.p! - p)).toBeLessThan(5.3 * Math.sqrt((p * (1 - p)) / 4000));
  });

  it('a deficit is no discovery', () => {
    const found = discovery(model([3], [1], [10], counted(1)));
    expect(found.q0).toBe(0);
    expect(found.p).toBe(0.5);
    expect(found.bestFit).toBeLessThan(0);
  });
});

describe('goodness of fit', () => {
  it('background alone, nothing free: the Poisson deviance', () => {
    const [n, b] = [
      [12, 7, 15],
      [10, 10, 10],
    ];
    const deviance = n.reduce((sum, x, i) => sum + 2 * (b[i] - x + x * Math.log(x / b[i])), 0);
    const found = goodnessOfFit({
      ...model(n, [1, 1, 1], b),
      poi: -1,
      parameters: [{ ...model(n, [1, 1, 1], b).parameters[0], init: 0, fixed: true }],
    });
    expect(found.statistic).toBeCloseTo(deviance, 9);
    expect(found.degreesOfFreedom).toBe(3);
    expect(found.p).toBeCloseTo(chiSquareSurvival(deviance, 3), 9);
  });

  it('as many free parameters as bins: no freedom, said so', () => {
    const found = goodnessOfFit(model([12], [1], [10]));
    expect(found.statistic).toBeCloseTo(0, 9);
    expect(found.p).toBeNull();
    expect(found.reason).toMatch(/leave no freedom/);
  });
});

describe('pulls and impacts', () => {
  const bands: ModifierDocument[] = [
    { name: 'scale', type: 'normsys', data: { hi: 1.1, lo: 0.9 } },
    { name: 'idle', type: 'histosys', data: { hi_data: [50.5, 40.4], lo_data: [49.5, 39.6] } },
  ];
  const built = model([60, 38], [5, 1], [50, 40], bands);

  it('pulls are those of the fit; the data narrow what they measure', () => {
    const fit = workspaceFit(built);
    const found = pulls(built);
    expect(found.valid).toBe(true);
    expect(found.pulls.map((p) => p.name)).toEqual(['scale', 'idle']);
    for (const pull of found.pulls) {
      const parameter = fit.parameters.find((p) => p.name === pull.name)!;
      expect(pull.pull).toBeCloseTo(parameter.value, 9);
      expect(pull.constraint).toBeCloseTo(parameter.error!, 9);
      expect(pull.constraint).toBeLessThan(1);
    }
  });

  it('to first order a postfit impact is the correlation times the error of μ; the largest comes first', () => {
    const fit = workspaceFit(built);
    const found = impacts(built);
    const mu = fit.parameters.findIndex((p) => p.name === 'mu');
    expect(found.impacts.map((i) => i.name)).toEqual(['scale', 'idle']);
    for (const { name, postfit, prefit } of found.impacts) {
      const k = fit.parameters.findIndex((p) => p.name === name);
      const linear = fit.correlation[mu][k] * fit.parameters[mu].error!;
      expect(postfit[1]! / linear).toBeCloseTo(1, 1);
      expect(postfit[0]! / -linear).toBeCloseTo(1, 1);
      expect(Math.abs(prefit[1]!)).toBeGreaterThan(Math.abs(postfit[1]!));
    }
  });
});
