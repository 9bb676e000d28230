import { describe, expect, it } from 'vitest';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { minimise } from '../minimise/index.ts';
import { checkWorkspace, exportWorkspace, loadWorkspace } from './document/load-workspace.ts';
import type { ModifierDocument, SampleDocument, WorkspaceDocument } from './document/workspace-document.ts';
import { ModelFitter } from './fit/model-fit.ts';
import { buildModel } from './model/build-model.ts';
import { type HistFactoryModel, observedData } from './model/model.ts';

const random = new EventRandom(streamKey(2024, 'random workspaces'));
const uniform = (low: number, high: number): number => low + (high - low) * random.uniform();
const whole = (low: number, high: number): number => Math.floor(uniform(low, high + 1));
const chance = (p: number): boolean => random.uniform() < p;
const row = (n: number, make: (i: number) => number): number[] => Array.from({ length: n }, (_, i) => make(i));
const poissonLike = (mean: number): number => Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));

/** A small workspace with all kinds of modifiers, drawn from its number alone. */
function randomWorkspace(k: number): WorkspaceDocument {
  random.start(k);
  const count = whole(1, 3);
  const channels = Array.from({ length: count }, (_, c) => {
    const bins = whole(1, 5);
    const stat = chance(0.5);
    const samples: SampleDocument[] = Array.from({ length: whole(2, 3) }, (_, s) => {
      const data = row(bins, () => (chance(0.05) && s !== 1 ? 0 : s === 0 ? uniform(1, 10) : uniform(15, 80)));
      const modifiers: ModifierDocument[] = [];
      if (s === 0) modifiers.push({ name: 'mu', type: 'normfactor', data: null });
      // A second free scale needs a channel that tells it from the signal, else there are two minima at the bounds.
      if (s === 1 && c === 0 && count > 1 && chance(0.5)) modifiers.push({ name: 'k', type: 'normfactor', data: null });
      for (let a = 0; a < 2; a++)
        if (chance(0.4))
          modifiers.push({
            name: `alpha${whole(0, 2)}_${a}`,
            type: 'normsys',
            data: { hi: uniform(1.01, 1.25), lo: uniform(0.8, 0.99) },
          });
      if (chance(0.5)) {
        const up = row(bins, () => uniform(0.02, 0.15));
        modifiers.push({
          name: `alpha${whole(0, 2)}_0`,
          type: 'histosys',
          data: {
            hi_data: data.map((x, i) => x * (1 + up[i])),
            lo_data: data.map((x, i) => x * (1 - uniform(0.3, 1.2) * up[i])),
          },
        });
      }
      if (s === 1 && chance(0.4))
        modifiers.push({ name: `shape_${c}`, type: 'shapesys', data: data.map((x) => x * uniform(0, 0.2)) });
      else if (stat && s > 0)
        modifiers.push({ name: `stat_${c}`, type: 'staterror', data: data.map((x) => x * uniform(0, 0.15)) });
      if (chance(0.3)) modifiers.push({ name: 'lumi', type: 'lumi', data: null });
      return { name: `s${s}`, data, modifiers };
    });
    return { name: `c${c}`, samples };
  });
  if (chance(0.3)) {
    // A control channel with as many bins measures a background of free shape.
    const bins = channels[0].samples[0].data.length;
    channels[0].samples[1].modifiers.push({ name: 'free', type: 'shapefactor', data: null });
    channels.push({
      name: 'control',
      samples: [
        {
          name: 's1',
          data: row(bins, () => uniform(40, 90)),
          modifiers: [{ name: 'free', type: 'shapefactor', data: null }],
        },
      ],
    });
  }
  const mu = uniform(0, 2);
  return checkWorkspace({
    channels,
    observations: channels.map((channel) => ({
      name: channel.name,
      data: channel.samples[0].data.map((_, i) =>
        poissonLike(channel.samples.reduce((sum, x) => sum + (x.name === 's0' ? mu : 1) * x.data[i], 0)),
      ),
    })),
    measurements: [
      {
        name: 'm',
        config: {
          poi: 'mu',
          parameters: [
            { name: 'lumi', auxdata: [1], sigmas: [0.02], inits: [1], bounds: [[0.5, 1.5]] },
            { name: 'mu', bounds: [[-5, 20]], inits: [1] },
            ...(chance(0.2) ? [{ name: 'alpha0_0', fixed: true, inits: [0.3] }] : []),
          ],
        },
      },
    ],
    version: '1.0.0',
  });
}

const models = Array.from({ length: 220 }, (_, k) =>
  buildModel(randomWorkspace(k), {
    normsys: k % 3 === 2 ? 'code2' : 'code4',
    histosys: k % 4 === 3 ? 'code2' : 'code4p',
  }),
);

/** A point somewhere about the middle of the bounds. */
const somewhere = (model: HistFactoryModel): Float64Array =>
  Float64Array.from(model.parameters, (p) =>
    p.fixed
      ? p.init
      : p.constraint === 'none'
        ? uniform(0.5, 1.8)
        : p.init + uniform(-0.8, 0.8) * (p.init === 0 ? 1.5 : 0.3),
  );

describe('220 random workspaces over all modifiers', () => {
  it('use every kind of modifier', () => {
    const types = new Set(models.flatMap((model) => model.parameters.flatMap((p) => p.types)));
    expect(types.size).toBe(7);
  });

  it('gradient and Hessian agree with central differences', () => {
    for (const [k, model] of models.entries()) {
      random.start(10_000 + k);
      const { likelihood } = new ModelFitter(model);
      const data = observedData(model);
      const theta = somewhere(model);
      const n = theta.length;
      const [gradient, above, below] = row(3, () => 0).map(() => new Float64Array(n));
      const hessian = new Float64Array(n * n);
      const value = likelihood.derivatives(data, theta, gradient, hessian);
      expect(value).toBe(likelihood.value(data, theta));
      for (let p = 0; p < n; p++) {
        const h = 1e-5;
        const kept = theta[p];
        theta[p] = kept + h;
        const up = likelihood.derivatives(data, theta, above, null);
        theta[p] = kept - h;
        const down = likelihood.derivatives(data, theta, below, null);
        theta[p] = kept;
        expect(Math.abs(gradient[p] - (up - down) / (2 * h))).toBeLessThan(1e-6 * (100 + Math.abs(gradient[p])));
        for (let q = 0; q < n; q++) {
          const scale = 1 + Math.sqrt(Math.abs(hessian[p * n + p] * hessian[q * n + q]));
          expect(Math.abs(hessian[p * n + q] - (above[q] - below[q]) / (2 * h)) / scale).toBeLessThan(1e-5);
        }
      }
    }
  });

  it('Newton and variable metric agree from several starts to 1e-6 in −2 ln L', () => {
    for (const [k, model] of models.entries()) {
      random.start(20_000 + k);
      const fitter = new ModelFitter(model);
      const data = observedData(model);
      const values: number[] = [];
      for (let attempt = 0; attempt < 3; attempt++) {
        const start = attempt === 0 ? Float64Array.from(model.parameters, (p) => p.init) : somewhere(model);
        const newton = fitter.fit(data, { start });
        expect(newton.reason, `workspace ${k}`).toBeNull();
        values.push(newton.value);
        const metric = minimise(
          {
            names: model.parameters.map((p) => p.name),
            start,
            lower: model.parameters.map((p) => p.lower),
            upper: model.parameters.map((p) => p.upper),
            fixed: model.parameters.map((p) => p.fixed),
            value: (x) => fitter.likelihood.value(data, x),
            gradient: (x, out) => void fitter.likelihood.derivatives(data, x, out, null),
          },
          { hesse: false, edm: 1e-10 },
        );
        if (attempt < 2) values.push(metric.value);
      }
      expect(Math.max(...values) - Math.min(...values), `workspace ${k}: ${values}`).toBeLessThan(1e-6);
    }
  });

  it('codes 0 and 1, whose slope jumps at zero, end where the best of all sign patterns does', () => {
    let fits = 0;
    for (let k = 0; k < 120; k++) {
      const model = buildModel(randomWorkspace(k), { normsys: k % 2 === 0 ? 'code0' : 'code1', histosys: 'code0' });
      const kinked = model.parameters.flatMap((p, i) => (p.kinked && !p.fixed ? [i] : []));
      if (kinked.length === 0 || kinked.length > 4) continue;
      fits++;
      const fitter = new ModelFitter(model);
      const data = observedData(model);
      const newton = fitter.fit(data);
      expect(newton.reason, `workspace ${k}`).toBeNull();
      let best = Number.POSITIVE_INFINITY;
      for (let pattern = 0; pattern < 1 << kinked.length; pattern++) {
        const sign = (i: number): number => (kinked.includes(i) ? ((pattern >> kinked.indexOf(i)) & 1 ? 1 : -1) : 0);
        const found = minimise(
          {
            names: model.parameters.map((p) => p.name),
            start: model.parameters.map((p, i) => (sign(i) === 0 ? p.init : 0.2 * sign(i))),
            lower: model.parameters.map((p, i) => (sign(i) > 0 ? 0 : p.lower)),
            upper: model.parameters.map((p, i) => (sign(i) < 0 ? 0 : p.upper)),
            fixed: model.parameters.map((p) => p.fixed),
            value: (x) => fitter.likelihood.value(data, x),
            gradient: (x, out) => {
              for (const i of kinked) fitter.likelihood.expectation.side[i] = sign(i);
              fitter.likelihood.derivatives(data, x, out, null);
            },
          },
          { hesse: false, edm: 1e-10 },
        );
        best = Math.min(best, found.value);
      }
      expect(Math.abs(newton.value - best), `workspace ${k}`).toBeLessThan(1e-6);
    }
    expect(fits).toBeGreaterThan(40);
  });

  it('come back from JSON unchanged', () => {
    for (let k = 0; k < 20; k++) {
      const text = JSON.stringify(randomWorkspace(k));
      expect(JSON.parse(exportWorkspace(loadWorkspace(text)))).toEqual(JSON.parse(text));
      expect(exportWorkspace(loadWorkspace(text), 0)).toBe(text);
    }
  });
});
