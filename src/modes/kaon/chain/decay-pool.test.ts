import { describe, expect, it } from 'vitest';
import { searches } from '../../../../searches/index.ts';
import type { DecayBlock } from '../../../events/decay-block.ts';
import { planRun } from '../plan.ts';
import type { RunPlan, SamplePlan } from '../run-plan.ts';
import { BATCH } from './candidate-source.ts';
import { decayGenerator } from './decay-generator.ts';
import { highestCosine } from './decay-pool.ts';

const plan = planRun(searches['kaon-piminus-ee'], { events: 1000 });
const [{ split: _, ...sample }] = plan.samples.filter(({ key }) => key === 'K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ');

type Value = (decays: DecayBlock, row: number) => number;

/** Mean and its error per decay generated, of a number that each row of many batches has. */
const mean = (split: boolean, batches: number, of: Value) =>
  means(plan, split ? { ...sample, split: 'closed' } : sample, batches, of);

function means({ experiment }: RunPlan, drawn: SamplePlan, batches: number, of: Value) {
  const generator = decayGenerator(experiment, drawn, 3, BATCH);
  let sum = 0;
  let squares = 0;
  let generated = 0;
  for (let b = 0; b < batches; b++) {
    const { weight, count } = generator.generate(b * BATCH, BATCH);
    for (let i = 0; i < count; i++) generated += weight[i];
    const { block } = generator;
    const { family } = block;
    let together = 0;
    for (let row = 0; row < BATCH; row++) {
      if (row > 0 && (family === undefined || family[row] !== family[row - 1])) together = 0;
      const value = block.weight[row] * of(block, row);
      sum += value;
      squares += value * (2 * together + value);
      together += value;
    }
  }
  return { mean: sum / generated, error: Math.sqrt(squares) / generated, rows: batches * BATCH };
}

const indices = (decays: DecayBlock, names: readonly string[]) =>
  decays.products.flatMap(({ name }, k) => (names.includes(name) ? [k] : []));

/** Energy (GeV) of photon and neutrino together, in the laboratory. */
const lostIn = (decays: DecayBlock, row: number) =>
  indices(decays, ['gamma', 'nu']).reduce((sum, k) => sum + decays.products[k].momentum.energy[row], 0);
const vertexZ = (decays: DecayBlock, row: number) => (decays.vertex.z[row] > 140 ? 1 : 0);

describe('decays at rest dealt out by importance', () => {
  it.each<[string, (decays: DecayBlock, row: number) => number]>([
    ['decays that look closed', (decays, row) => (lostIn(decays, row) < 4 ? 1 : 0)],
    ['those behind 140 m', (decays, row) => (lostIn(decays, row) < 4 ? vertexZ(decays, row) : 0)],
    ['decays that lose much', (decays, row) => (lostIn(decays, row) > 30 ? 1 : 0)],
    ['the energy of the electron', (decays, row) => decays.products[indices(decays, ['e-'])[0]].momentum.energy[row]],
  ])('keep %s', (_, of) => {
    const plain = mean(false, 200, of);
    const split = mean(true, 50, of);
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(plain.mean - split.mean)).toBeLessThan(5 * Math.hypot(plain.error, split.error));
  });

  it('know decays that look closed with less than a tenth of the variance per row', () => {
    const transverse = (decays: DecayBlock, row: number, axis: 'px' | 'py') =>
      indices(decays, ['gamma', 'nu']).reduce((sum, k) => sum + decays.products[k].momentum[axis][row], 0);
    const of = (decays: DecayBlock, row: number) =>
      lostIn(decays, row) < 3 && Math.hypot(transverse(decays, row, 'px'), transverse(decays, row, 'py')) < 0.05
        ? 1
        : 0;
    const [plain, split] = [mean(false, 600, of), mean(true, 100, of)];
    expect(plain.mean).toBeGreaterThan(0);
    expect((split.error * split.error * split.rows) / (plain.error * plain.error * plain.rows)).toBeLessThan(0.1);
  });

  it('keep photons that no veto sees, and know them better', () => {
    const munuee = planRun(searches['kaon-munuee'], { events: 1000 });
    const dealt = munuee.samples.filter(({ key }) => key === 'K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ')[0];
    expect(dealt.split).toBe('photons');
    const { split: _, ...plain } = dealt;
    const soft = (decays: DecayBlock, row: number) =>
      decays.products[indices(decays, ['gamma'])[0]].momentum.energy[row] < 1 ? 1 : 0;
    const [natural, pool] = [means(munuee, plain, 200, soft), means(munuee, dealt, 50, soft)];
    expect(Math.abs(natural.mean - pool.mean)).toBeLessThan(5 * Math.hypot(natural.error, pool.error));
    expect(pool.error * pool.error * pool.rows).toBeLessThan((natural.error * natural.error * natural.rows) / 3);
  });

  it('keep hard photons along the edge of the hole, and know them better than the plain way', () => {
    const munuee = planRun(searches['kaon-munuee'], { events: 1000 });
    const dealt = munuee.samples.filter(({ key }) => key === 'K⁺ → π⁰e⁺ν, π⁰ → e⁺e⁻γ')[0];
    const { split: _, ...plain } = dealt;
    const { z, innerRadius } = munuee.experiment.detector.calorimeter;
    const there = ({ products, vertex }: DecayBlock, row: number) => {
      const { energy, px, py, pz } = products.filter(({ name }) => name === 'gamma')[0].momentum;
      const way = (z.value - vertex.z[row]) / pz[row];
      const r = Math.hypot(vertex.x[row] + px[row] * way, vertex.y[row] + py[row] * way);
      return energy[row] > 3 && way > 0 && r > innerRadius.value - 0.01 && r < innerRadius.value ? 1 : 0;
    };
    const [natural, pool] = [means(munuee, plain, 200, there), means(munuee, dealt, 50, there)];
    // Five standard errors: false alarm 6e-7.
    expect(Math.abs(natural.mean - pool.mean)).toBeLessThan(5 * Math.hypot(natural.error, pool.error));
    expect(pool.error * pool.error * pool.rows).toBeLessThan((natural.error * natural.error * natural.rows) / 2);
  });

  it('take the directions in which little is lost', () => {
    expect(highestCosine('closed', 0, 0, 0, 0, 152)).toBe(1);
    expect(highestCosine('closed', 0.2, 0, 0, 0.1, 152)).toBe(-1);
    // Nothing transverse to speak of: the energy alone decides, γ(E + p cosθ) = 6 GeV.
    expect(highestCosine('closed', 0.05, 0, 0.05, 0, 152)).toBeCloseTo(6 / 152 / 0.05 - 1, 12);
    // A neutrino of 200 MeV has to go backward within asin(0.06/0.2).
    expect(highestCosine('closed', 0.2, 0, 0, 0.2, 152)).toBeCloseTo(-Math.sqrt(1 - 0.09), 12);
  });
});
