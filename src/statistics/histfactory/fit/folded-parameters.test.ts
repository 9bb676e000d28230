import { expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../../math/random/index.ts';
import { minimise } from '../../minimise/index.ts';
import type { ModifierDocument, WorkspaceDocument } from '../document/workspace-document.ts';
import { workspaceCls } from '../limits/workspace-cls.ts';
import { buildModel } from '../model/build-model.ts';
import { Likelihood, saturatedTwiceNll } from '../model/likelihood.ts';
import { type HistFactoryModel, observedData } from '../model/model.ts';
import { foldedParameters } from './folded-parameters.ts';
import { ModelFitter } from './model-fit.ts';
import { workspaceFit } from './workspace-fit.ts';

const random = new EventRandom(streamKey(14, 'equal variations'));
const uniform = (low: number, high: number): number => low + (high - low) * random.uniform();
const chance = (p: number): boolean => random.uniform() < p;
const normfactor: ModifierDocument = { name: 'mu', type: 'normfactor', data: null };

/** A workspace most of whose variations go the same way up and down, drawn from its number alone. */
function foldedWorkspace(k: number): WorkspaceDocument {
  random.start(k);
  const bins = Math.floor(uniform(1, 4));
  const parameters = Math.floor(uniform(1, 4));
  const row = (low: number, high: number): number[] => Array.from({ length: bins }, () => uniform(low, high));
  const variations = (nominal: readonly number[]): ModifierDocument[] =>
    Array.from({ length: parameters }, (_, p): ModifierDocument[] => {
      const name = `alpha${p}`;
      if (chance(0.3)) return [];
      const size = (chance(0.5) ? 1 : -1) * uniform(0.05, 0.45);
      const kind = random.uniform();
      if (kind < 0.1) return [{ name, type: 'normsys', data: { hi: 1 + size, lo: 1 / (1 + size) } }];
      if (kind < 0.55)
        return [
          { name, type: 'normsys', data: { hi: 1 + size, lo: 1 + size * (chance(0.7) ? 1 : uniform(0.8, 1.2)) } },
        ];
      const hi = nominal.map((x) => x * (1 + size * uniform(0.5, 1.5)));
      const lo = chance(0.7) ? hi : hi.map((x) => x * uniform(0.95, 1.05));
      return [{ name, type: 'histosys', data: { hi_data: hi, lo_data: lo } }];
    }).flat();
  const channels = Array.from({ length: Math.floor(uniform(1, 3)) }, (_, c) => {
    const signal = row(1, 16);
    const backgrounds = chance(0.5) ? [row(5, 85), row(5, 85)] : [row(5, 85)];
    return {
      name: `c${c}`,
      samples: [
        { name: 's', data: signal, modifiers: [normfactor, ...(chance(0.3) ? variations(signal) : [])] },
        ...backgrounds.map((data, b) => ({ name: `b${b}`, data, modifiers: variations(data) })),
      ],
    };
  });
  return {
    version: '1.0.0',
    channels,
    observations: channels.map(({ name, samples }) => {
      const scale = uniform(0.5, 1.5);
      const total = (i: number): number => samples.slice(1).reduce((sum, { data }) => sum + data[i], 0);
      return {
        name,
        data: samples[0].data.map((_, i) => Math.round(total(i) * scale + Math.sqrt(total(i)) * uniform(-1.5, 1.5))),
      };
    }),
    measurements: [
      {
        name: 'm',
        config: { poi: 'mu', parameters: chance(0.3) ? [{ name: 'mu', inits: [0], bounds: [[0, 0.001]] }] : [] },
      },
    ],
  };
}

/** The lowest value that variable metric finds from 16 starts on all sides. */
function lowest(model: HistFactoryModel): number {
  const likelihood = new Likelihood(model);
  const data = observedData(model);
  const { parameters } = model;
  let best = Number.POSITIVE_INFINITY;
  for (let k = 0; k < 16; k++) {
    const start = parameters.map(({ constraint, init, lower, upper }, p) => {
      if (constraint === 'none') return Math.min(upper, Math.max(lower, init * uniform(0.7, 1.3)));
      return k < 8 ? ((k >> (p - 1)) & 1 ? 1 : -1) * uniform(0.4, 1.4) : uniform(-2.5, 2.5);
    });
    const found = minimise(
      {
        names: parameters.map(({ name }) => name),
        start,
        lower: parameters.map(({ lower }) => lower),
        upper: parameters.map(({ upper }) => upper),
        value: (theta) => likelihood.value(data, theta),
        gradient: (theta, out) => {
          likelihood.derivatives(data, theta, out, null);
        },
      },
      { hesse: false },
    );
    best = Math.min(best, found.value);
  }
  return best;
}

it('600 models with equal variations: no fit is called valid above the best of 16 starts', { timeout: 120_000 }, () => {
  let folded = 0;
  for (let k = 0; k < 600; k++) {
    const model = buildModel(foldedWorkspace(k));
    folded += foldedParameters(model).length > 0 ? 1 : 0;
    const fit = workspaceFit(model, { minos: false });
    expect(fit.valid, `model ${k}: ${fit.reason}`).toBe(true);
    const above = fit.twiceNll - saturatedTwiceNll(model, observedData(model)) - lowest(model);
    expect(above, `model ${k}`).toBeLessThan(1e-5);
  }
  expect(folded).toBeGreaterThan(500);
});

it('what is called valid has no slope inside its bounds and no falling direction', { timeout: 60_000 }, () => {
  for (let k = 0; k < 300; k++) {
    const model = buildModel(foldedWorkspace(k));
    const fitter = new ModelFitter(model);
    const data = observedData(model);
    const { theta, valid, value } = fitter.fit(data);
    expect(valid).toBe(true);
    const gradient = new Float64Array(theta.length);
    fitter.likelihood.derivatives(data, theta, gradient, null);
    model.parameters.forEach(({ lower, upper }, p) => {
      if (theta[p] > lower && theta[p] < upper) expect(Math.abs(gradient[p]), `model ${k}`).toBeLessThan(1e-3);
      for (const step of [-0.01, 0.01]) {
        const near = Float64Array.from(theta);
        near[p] = Math.min(upper, Math.max(lower, near[p] + step));
        expect(fitter.likelihood.value(data, near), `model ${k}, ${p}`).toBeGreaterThan(value - 1e-7);
      }
    });
  }
});

/** One bin of 40 events whose variation is the same up and down, and a signal of 5. */
const oneBin = (observed: number, modifier: ModifierDocument, most?: number): HistFactoryModel =>
  buildModel({
    version: '1.0.0',
    channels: [
      {
        name: 'c',
        samples: [
          { name: 's', data: [5], modifiers: [normfactor] },
          { name: 'b', data: [40], modifiers: [modifier] },
        ],
      },
    ],
    observations: [{ name: 'c', data: [observed] }],
    measurements: [
      {
        name: 'm',
        config: {
          poi: 'mu',
          parameters: most === undefined ? [] : [{ name: 'mu', inits: [0], bounds: [[0, most]] }],
        },
      },
    ],
  });
const fallen: ModifierDocument = { name: 'a', type: 'histosys', data: { hi_data: [30], lo_data: [30] } };
const raised: ModifierDocument = { name: 'a', type: 'normsys', data: { hi: 1.3, lo: 1.3 } };

// The likelihood written out with numpy, minimised with Minuit (strategy 2) and Nelder–Mead from three starts each.
it('gives −2 ln L and CLs of Minuit and Nelder–Mead from several starts', () => {
  expect(workspaceFit(oneBin(25, fallen, 0.001), { minos: false }).twiceNll).toBeCloseTo(8.670893546647235, 6);
  expect(workspaceFit(oneBin(60, raised, 0.001), { minos: false }).twiceNll).toBeCloseTo(9.684658943740914, 6);
  expect(workspaceCls(oneBin(25, fallen), 1).observed).toBeCloseTo(0.41930331802910464, 6);
  expect(workspaceCls(oneBin(60, raised), 1).observed).toBeCloseTo(0.8018026359504495, 6);
});
