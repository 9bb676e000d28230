import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { REGION_WIDTH } from '../../../stages/selection/tally.ts';
import { inAcceptance } from '../../../stages/simulation/in-acceptance.ts';
import { unseenByVetoes } from '../../../stages/simulation/unseen-by-vetoes.ts';
import { planRun } from '../plan.ts';
import type { SamplePlan } from '../run-plan.ts';
import { BATCH, candidateSource } from './candidate-source.ts';
import { decayGenerator } from './decay-generator.ts';
import { haloOverlay } from './halo-overlay.ts';
import { sampleTally } from './sample-tally.ts';

const { experiment, samples } = planRun(searches['kaon-munuee'], { events: 1000 });
const called = (key: string): SamplePlan => samples.filter((sample) => sample.key === key)[0];
const pair = called('K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ with a halo μ⁻');
const converted = called('K⁺ → π⁰e⁺ν, a photon → e⁺e⁻ in a chamber, with a halo μ⁻');

type Value = (row: number) => boolean;

/** What is looked at in each row of a block: everything, near and far muons, and what a candidate is made of. */
function valuesOf({ block: { products, vertex }, pairs }: ReturnType<typeof decayGenerator>): readonly Value[] {
  const seen = products.map(
    (product) =>
      inAcceptance(experiment.detector, [product], {
        ...{ positive: product.charge > 0 ? 1 : 0, negative: product.charge < 0 ? 1 : 0 },
        ...{ crossed: 4, hodoscope: true },
      }).row,
  );
  const [muon] = products.filter(({ name }) => name === 'mu-');
  const distance = (row: number): number => {
    const { origin, momentum } = muon;
    const way = (vertex.z[row] - origin.z[row]) / momentum.pz[row];
    const dx = origin.x[row] + momentum.px[row] * way - vertex.x[row];
    return Math.hypot(dx, origin.y[row] + momentum.py[row] * way - vertex.y[row]);
  };
  const tracks = products.flatMap(({ name }, k) => (['mu-', 'e+'].includes(name) ? [k] : []));
  const electron = products.findIndex(({ name }) => name === 'e-');
  const unseen = unseenByVetoes(experiment.detector, products, [
    ...(pairs.length === 0 ? [] : [{ product: products[electron], isTrack: seen[electron] }]),
  ]);
  const [chamber] = experiment.detector.straw.z.value;
  const soft: Value = (row) => products.every(({ name, momentum }) => name !== 'gamma' || momentum.energy[row] < 2);
  const near: Value = (row) => distance(row) < 0.01;
  /** Within some errors of a measured angle. */
  const points: Value = (row) => distance(row) < 2e-4 * (chamber - vertex.z[row]) && muon.momentum.pz[row] < 40;
  return [
    () => true,
    near,
    (row) => !near(row) && distance(row) < 0.3,
    (row) => near(row) && vertex.z[row] > 150,
    (row) => points(row) && soft(row) && unseen(row) > 0.5 && !seen[electron](row) && tracks.every((k) => seen[k](row)),
  ];
}

/** Mean of each value per decay with its variance, rows of one decay together, with one muon each or many. */
function means(sample: SamplePlan, mixed: boolean, batches: number) {
  const generator = decayGenerator(experiment, sample, 3, BATCH);
  const { block, haloMuon, pairs } = generator;
  if (haloMuon === undefined) throw new Error('no muon');
  const needs = {
    ...{ positive: 2, negative: 1, crossed: 4, hodoscope: true, quiet: true },
    fromPhotons: pairs.flat(),
  };
  const overlay = haloOverlay(experiment, block, haloMuon, mixed ? needs : undefined, 3, sample.name);
  const values = valuesOf(generator);
  const sums = values.map(() => ({ sum: 0, squares: 0 }));
  const together = values.map(() => new Float64Array(BATCH));
  const look = (): void => {
    const { family = [] } = block;
    values.forEach((holds, v) => {
      for (let row = 0; row < block.count; row++) if (holds(row)) together[v][family[row]] += block.weight[row];
    });
  };
  for (let b = 0; b < batches; b++) {
    generator.place(b * BATCH, BATCH);
    generator.convert();
    overlay.add();
    look();
    while (overlay.put()) look();
    together.forEach((column, v) => {
      for (const value of column) {
        sums[v].sum += value;
        sums[v].squares += value * value;
      }
      column.fill(0);
    });
  }
  const decays = batches * BATCH;
  return sums.map(({ sum, squares }) => ({ mean: sum / decays, variance: squares / (decays * decays), decays }));
}

describe('decays mixed with many halo muons', () => {
  it.each<[string, SamplePlan, number]>([
    ['a Dalitz pair: with a tenth of the variance where a candidate waits for a muon', pair, 0.1],
    ['a photon that converts', converted, Number.POSITIVE_INFINITY],
  ])('keep every mean of %s', (_, sample, most) => {
    const plain = means(sample, false, 800);
    const mixed = means(sample, true, 200);
    plain.forEach((a, v) => {
      // Five standard errors: false alarm 6e-7.
      expect(Math.abs(a.mean - mixed[v].mean)).toBeLessThan(5 * Math.sqrt(a.variance + mixed[v].variance));
    });
    const [a, b] = [plain, mixed].map((all) => all[all.length - 1]);
    expect(a.mean).toBeGreaterThan(0);
    expect(b.variance * b.decays).toBeLessThan(most * a.variance * a.decays);
  });
});

it('fills the box of K⁺ → μ⁻νe⁺e⁺ from a few thousand decays', () => {
  const source = candidateSource(experiment, pair, 9);
  const counts = sampleTally(experiment, pair);
  const sums = new Float64Array(counts.layout.length);
  for (let batch = 0; batch < 32; batch++) {
    source.batch(batch * BATCH, BATCH, {
      generated: (weight, count, pieces) => counts.addGenerated(weight, count, sums, pieces),
      candidates: (candidates, _, pieces) => counts.addCandidates(candidates, sums, pieces),
    });
  }
  const at = counts.layout.regions + counts.layout.regionNames.indexOf('signal') * REGION_WIDTH;
  const [, weight, squares] = sums.subarray(at, at + 3);
  // One muon each left 0.2.
  expect((weight * weight) / squares).toBeGreaterThan(5);
});
