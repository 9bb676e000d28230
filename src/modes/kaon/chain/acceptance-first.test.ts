import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import { experiments } from '../../../experiments/index.ts';
import type { SearchDocument } from '../../../search/kaon-search.ts';
import { planRun } from '../plan.ts';
import { decayGenerator } from './decay-generator.ts';

const ROWS = 1024;
const BATCHES = 48;
const experiment = experiments['na62-kaon'];

/** The sample of a search with that key, generated in the plain way and with its amplitudes last. */
function both(search: SearchDocument, key: string) {
  const sample = planRun(search, { events: ROWS }).samples.find((one) => one.key === key);
  if (sample === undefined) throw new Error(`no sample ${key}`);
  const { split: _, ...plain } = sample;
  return [0, 1].map(() => decayGenerator(experiment, plain, 5, ROWS));
}

describe.each<[string, SearchDocument, string]>([
  ['five tracks', searches['kaon-pi4e'] as never, 'signal'],
  ['a chain with two amplitudes', searches['kaon-pi4e'] as never, 'normalisation'],
  ['four bodies', searches['kaon-munuee'] as never, 'K⁺ → π⁺π⁻e⁺ν'],
  ['a Dalitz pair', searches['kaon-munuee'] as never, 'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻γ'],
])('amplitudes after the acceptance: %s', (_, search, key) => {
  const [plain, last] = both(search, key);
  const every = Int32Array.from({ length: ROWS }, (_, i) => i);
  let sum = 0;
  let squares = 0;
  let beam = 0;
  let differences = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    plain.generate(batch * ROWS, ROWS);
    last.place(batch * ROWS, ROWS);
    for (let i = 0; i < ROWS; i++) beam += last.block.weight[i];
    last.weigh(every, ROWS);
    for (let i = 0; i < ROWS; i++) {
      const weight = plain.block.weight[i];
      if (last.block.weight[i] !== weight) differences++;
      plain.block.products.forEach(({ momentum }, k) => {
        if (last.block.products[k].momentum.px[i] !== momentum.px[i]) differences++;
      });
      sum += weight;
      squares += weight * weight;
    }
  }

  it('is what these samples do', () => expect(last.acceptanceFirst).toBe(true));

  it('gives the same decays and weights, to the bit', () => expect(differences).toBe(0));

  it('may put the known mean in place of the sum of weights; false alarm 6e-7', () => {
    const events = ROWS * BATCHES;
    const error = Math.sqrt((squares - (sum * sum) / events) / events) / Math.sqrt(events);
    expect(Math.abs(sum - beam) / events).toBeLessThan(5 * error + 1e-3);
  });
});

describe.each<[string, SearchDocument, string]>([
  ['a lost photon', searches['kaon-munuee'] as never, 'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻γ'],
  ['a neutrino and a photon', searches['kaon-piminus-ee'] as never, 'K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ'],
])('amplitudes after the acceptance of decays dealt out by importance: %s', (_, search, key) => {
  const sample = planRun(search, { events: ROWS }).samples.find((one) => one.key === key);
  if (sample?.split === undefined) throw new Error(`no sample ${key} that is split`);
  const [first, last] = [0, 1].map(() => decayGenerator(experiment, sample, 5, ROWS));
  const every = Int32Array.from({ length: ROWS }, (_, i) => i);
  const pools: number[] = [];
  let differences = 0;
  let largest = 0;
  for (let batch = 0; batch < BATCHES; batch++) {
    const made = first.generate(batch * ROWS, ROWS);
    pools.push(made.weight.subarray(0, made.count).reduce((sum, weight) => sum + weight, 0) / made.count);
    const placed = last.place(batch * ROWS, ROWS);
    expect(placed.count).toBe(made.count);
    last.weigh(every, ROWS);
    for (let i = 0; i < ROWS; i++) {
      const weight = first.block.weight[i];
      largest = Math.max(largest, Math.abs(last.block.weight[i] - weight) / (weight || 1));
      first.block.products.forEach(({ momentum }, k) => {
        if (last.block.products[k].momentum.px[i] !== momentum.px[i]) differences++;
      });
    }
  }

  it('is what these samples do', () => expect(last.acceptanceFirst).toBe(true));

  it('gives the same decays, and weights that differ in the last bits alone', () => {
    expect(differences).toBe(0);
    expect(largest).toBeLessThan(1e-13);
  });

  it('may put the known mean in place of the sum of weights; false alarm 6e-7', () => {
    const mean = pools.reduce((sum, one) => sum + one, 0) / BATCHES;
    const variance = pools.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (BATCHES - 1);
    expect(Math.abs(mean - 1)).toBeLessThan(5 * Math.sqrt(variance / BATCHES) + 1e-3);
  });
});

it('weighs some rows alone as it weighs them all', () => {
  const [all, some] = both(searches['kaon-pi4e'] as never, 'signal');
  all.place(0, ROWS);
  all.weigh(
    Int32Array.from({ length: ROWS }, (_, i) => i),
    ROWS,
  );
  some.place(0, ROWS);
  some.weigh(Int32Array.of(3, 17, 900), 3);
  for (const row of [3, 17, 900]) expect(some.block.weight[row]).toBe(all.block.weight[row]);
  expect(some.block.weight[4]).not.toBe(all.block.weight[4]);
});

it('does not wait where templates need every event', () => {
  const [generator] = both(searches['kaon-pimumu'] as never, 'signal');
  expect(generator.acceptanceFirst).toBe(false);
});
