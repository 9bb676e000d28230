import { beforeAll, expect, it } from 'vitest';
import { searches } from '../../searches/index.ts';
import { REACHED, SPECIES } from '../../src/events/response-block.ts';
import { experiments } from '../../src/experiments/index.ts';
import { decayGenerator } from '../../src/modes/kaon/chain/decay-generator.ts';
import { planRun } from '../../src/modes/kaon/plan.ts';
import type { SamplePlan } from '../../src/modes/kaon/run-plan.ts';
import { detectorResponse } from '../../src/stages/simulation/respond.ts';
import { cross, inHodoscope, inStraws, lives } from './naive-detector.ts';

const ROWS = 1024;
const BATCHES = 200;
const experiment = experiments['na62-kaon'];

/** K⁺ → π⁺π⁺π⁻, simulated by the chain and, from the same decays, by a naive twin. */
interface Sums {
  generated: number;
  accepted: number;
  alive: number;
  centred: number;
  simulated: number;
  intact: number;
  disagreements: number;
}
const sums: Sums = { generated: 0, accepted: 0, alive: 0, centred: 0, simulated: 0, intact: 0, disagreements: 0 };

beforeAll(() => {
  const sample = planRun(searches['kaon-munuee'] as never, { events: ROWS }).samples.find(
    ({ decay }) => decay === 'K+ -> pi+ pi+ pi-',
  ) as SamplePlan;
  const { block, generate } = decayGenerator(experiment, sample, 3, ROWS);
  const needs = { positive: 2, negative: 1, photons: 0 };
  // Without material: the twin knows of no scattering.
  const { straw } = experiment.detector;
  const empty = { ...experiment.detector, straw: { ...straw, thickness: { ...straw.thickness, value: 0 } } };
  const respond = detectorResponse(empty, block.products, needs, ROWS, 3, 'test');
  for (let batch = 0; batch < BATCHES; batch++) {
    generate(batch * ROWS, ROWS);
    const ways = Array.from({ length: ROWS }, (_, i) =>
      block.products.map(({ momentum: { px, py, pz }, charge }) =>
        cross([block.vertex.x[i], block.vertex.y[i], block.vertex.z[i]], [px[i], py[i], pz[i]], charge),
      ),
    );
    ways.forEach((tracks, i) => {
      const weight = block.weight[i];
      sums.generated += weight;
      if (!tracks.every(inHodoscope)) return;
      if (tracks.every((track) => inStraws(track, [0, 0, 0, 0]))) sums.centred += weight;
      if (!tracks.every((track) => inStraws(track))) return;
      sums.accepted += weight;
      sums.alive += block.products.reduce(
        (product, { momentum: { px, py, pz } }) => product * lives(block.vertex.z[i], Math.hypot(px[i], py[i], pz[i])),
        weight,
      );
    });
    const { count, row, tracks } = respond(block);
    for (let j = 0; j < count; j++) {
      const inside = tracks.map(
        ({ reconstructed, reached }) => reconstructed[j] === 1 && (reached[j] & REACHED.newChod) !== 0,
      );
      const pions = tracks.map(({ species }) => SPECIES[species[j]] === 'pi');
      if (inside.every(Boolean)) sums.simulated += block.weight[row[j]];
      if (inside.every(Boolean) && pions.every(Boolean)) sums.intact += block.weight[row[j]];
      tracks.forEach((_, t) => {
        const way = ways[row[j]][t];
        if (pions[t] && inside[t] !== (inStraws(way) && inHodoscope(way))) sums.disagreements++;
      });
    }
  }
});

it('gives the geometric acceptance of an independent toy, 0.220, and 0.177 for pions that live', () => {
  expect(Math.abs(sums.accepted / sums.generated / 0.22 - 1)).toBeLessThan(0.02);
  expect(Math.abs(sums.alive / sums.generated / 0.177 - 1)).toBeLessThan(0.02);
});

it('loses what the off-axis holes cost: about 0.270 if they stood on the axis', () => {
  expect(Math.abs(sums.centred / sums.generated / 0.27 - 1)).toBeLessThan(0.03);
});

it('agrees with the twin on every track that did not decay', () => {
  expect(sums.disagreements).toBe(0);
});

it('simulates decays in flight: between the losses of a pion that must live and none', () => {
  // Pions may decay after the last chamber, or so gently before it that the track still fits.
  expect(sums.intact / sums.generated).toBeLessThan(sums.alive / sums.generated);
  expect(sums.simulated / sums.alive).toBeGreaterThan(0.99);
  expect(sums.simulated / sums.accepted).toBeLessThan(0.95);
});
