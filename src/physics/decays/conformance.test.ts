import { describe, expect, it } from 'vitest';
import { fillUniforms, streamKey } from '../../math/random/index.ts';
import { allocateMomenta } from '../vectors/momentum-columns.ts';
import { decayModel, decayModelIds } from './choose-model.ts';
import { compileDecay } from './compile-decay.ts';
import type { DecayModel } from './decay-model.ts';
import { meanWeight } from './mean-weight.ts';

const HIDDEN_MASS = 0.3;
const COUNT = 4000;

/** The model's decay as it would be written, its products and a run of it. */
function open(id: string) {
  const model = decayModel(id, HIDDEN_MASS);
  const hidden = /\bX\b/.test(model.decays[0]) ? { X: { mass: HIDDEN_MASS, lifetime: 'prompt' as const } } : {};
  const compiled = compileDecay(model.decays[0], { hidden, models: [id] });
  return { model, compiled };
}

function generate(
  model: DecayModel,
  particles: number,
  count: number,
  first = 0,
  draws = uniforms(model, count, first),
) {
  const products = Array.from({ length: particles }, () => allocateMomenta(count));
  const weight = new Float64Array(count);
  model.generate(draws, count, products, weight);
  return { products, weight };
}

function uniforms(model: DecayModel, count: number, first = 0) {
  const draws = Array.from({ length: model.uniformsPerEvent }, () => new Float64Array(count));
  fillUniforms(streamKey(31, model.id), first, count, draws);
  return draws;
}

const ids = decayModelIds().slice(1);

describe.each(ids)('decay model %s', (id) => {
  const { model, compiled } = open(id);
  const { finalState, parentMass } = compiled;
  const { products, weight } = generate(model, finalState.length, COUNT);

  it('is what its decay text compiles to when asked for, with sources', () => {
    expect(model.id).toBe(id);
    expect(compiled.modelIds).toEqual([id]);
    expect(model.references.length).toBeGreaterThan(0);
    expect(model.references.every((reference) => /\d/.test(reference))).toBe(true);
  });

  it('has finite weights ≥ 0, conserves four-momentum and keeps the mass shells', () => {
    expect(weight.every((w) => w >= 0 && w < Number.POSITIVE_INFINITY)).toBe(true);
    expect(weight.filter((w) => w > 0).length).toBeGreaterThan(0.15 * COUNT);
    let worst = 0;
    for (let i = 0; i < COUNT; i++) {
      const total = (column: 'energy' | 'px' | 'py' | 'pz') => products.reduce((sum, p) => sum + p[column][i], 0);
      worst = Math.max(worst, Math.abs(total('energy') - parentMass));
      worst = Math.max(worst, Math.abs(total('px')), Math.abs(total('py')), Math.abs(total('pz')));
      finalState.forEach(({ mass }, k) => {
        const { energy, px, py, pz } = products[k];
        worst = Math.max(worst, Math.abs(energy[i] ** 2 - px[i] ** 2 - py[i] ** 2 - pz[i] ** 2 - mass * mass));
      });
    }
    expect(worst).toBeLessThan(1e-14);
  });

  it.runIf(model.greatestWeight !== undefined)('never exceeds the bound of its weights, and comes near it', () => {
    const bound = model.greatestWeight?.() ?? 0;
    const greatest = generate(model, finalState.length, 60_000).weight.reduce((most, w) => Math.max(most, w), 0);
    expect(greatest).toBeLessThanOrEqual(bound);
    expect(greatest).toBeGreaterThan(0.4 * bound);
  });

  it('stays finite at the edges of the uniforms', () => {
    const edges = [2 ** -33, 0.5, 1 - 2 ** -33];
    const count = 3 ** 6;
    // every combination in the first six columns, cyclic in the others
    const draws = Array.from({ length: model.uniformsPerEvent }, (_, d) =>
      Float64Array.from({ length: count }, (_, i) => edges[Math.floor(i / 3 ** (d % 6) + (d >= 6 ? i : 0)) % 3]),
    );
    const run = generate(model, finalState.length, count, 0, draws);
    expect(run.weight.findIndex((w) => !(w >= 0 && w < Number.POSITIVE_INFINITY))).toBe(-1);
    expect(run.products.every((p) => [p.energy, p.px, p.py, p.pz].every((c) => c.every(Number.isFinite)))).toBe(true);
  });

  it('does not depend on how blocks are cut', () => {
    const tail = generate(model, finalState.length, 500, 1500);
    expect(tail.weight).toEqual(weight.subarray(1500, 2000));
    tail.products.forEach((p, k) => {
      expect(p.pz).toEqual(products[k].pz.subarray(1500, 2000));
    });
  });

  // Six standard errors of the difference: false-alarm probability 2e-9 per pair.
  it('treats identical products alike', () => {
    for (let a = 0; a < finalState.length; a++)
      for (let b = a + 1; b < finalState.length; b++) {
        // neutrinos share a name here but are a particle and an antiparticle; products of X are not those of K
        if (finalState[a].name !== finalState[b].name || finalState[a].name === 'nu' || id.startsWith('hnl')) continue;
        let sum = 0;
        let squares = 0;
        for (let i = 0; i < COUNT; i++) {
          const difference = weight[i] * (products[a].energy[i] - products[b].energy[i]);
          sum += difference;
          squares += difference * difference;
        }
        expect(Math.abs(sum)).toBeLessThan(6 * Math.sqrt(squares));
      }
  });

  it('has the |M|² that it generates with', () => {
    const { squared } = model;
    if (squared === undefined) return;
    // |M|² at exchanged identical products is the same
    for (let a = 0; a < finalState.length; a++)
      for (let b = a + 1; b < finalState.length; b++) {
        if (finalState[a].name !== finalState[b].name || finalState[a].name === 'nu' || id.startsWith('hnl')) continue;
        const exchanged = [...products];
        [exchanged[a], exchanged[b]] = [products[b], products[a]];
        for (let i = 0; i < 200; i++) {
          const value = squared(products, i);
          expect(Math.abs(squared(exchanged, i) - value)).toBeLessThanOrEqual(1e-7 * value);
        }
      }
    for (let i = 0; i < 200; i++) expect(squared(products, i) > 0).toBe(weight[i] > 0);
  });

  it('is reweighted by 1 to where it was generated, in any frame', () => {
    for (const reweighting of model.reweightings ?? []) {
      const columns = reweighting.monomials.map(() => new Float64Array(COUNT));
      const values = new Float64Array(columns.length);
      reweighting.monomialValues(reweighting.generation, values);
      const gamma = 150;
      const gammaBeta = Math.sqrt(gamma * gamma - 1);
      for (let lab = 0; lab < 2; lab++) {
        const seen = products.map((p) => ({
          ...p,
          energy: lab === 1 ? p.energy.map((e, i) => gamma * e + gammaBeta * p.pz[i]) : p.energy,
          pz: lab === 1 ? p.pz.map((z, i) => gamma * z + gammaBeta * p.energy[i]) : p.pz,
        }));
        reweighting.evaluate(seen, COUNT, columns);
        for (let i = 0; i < COUNT; i++) {
          const factor = columns.reduce((sum, column, k) => sum + column[i] * values[k], 0);
          if (weight[i] > 0) expect(Math.abs(factor - 1)).toBeLessThan(lab === 1 ? 1e-5 : 1e-9);
        }
      }
    }
  });

  // Five standard errors; 65 thousand events, the same in every run. Only models that bring their mean along.
  it('has the mean weight that it states', () => {
    if (model.meanWeight === undefined) return;
    const { meanWeight: stated, ...plain } = model;
    const own = meanWeight(plain, finalState.length);
    const error = Math.hypot(own.error, stated.error);
    expect(Math.abs(own.value - stated.value)).toBeLessThan(5 * error);
    expect(error).toBeLessThan(0.02 * stated.value);
    expect(stated.error).toBeLessThan(0.002 * stated.value);
  });
});
