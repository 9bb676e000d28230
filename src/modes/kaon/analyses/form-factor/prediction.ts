import { fillUniforms, streamKey } from '../../../../math/random/index.ts';
import { allocateMomenta } from '../../../../physics/index.ts';
import { InvalidInput, unknownName } from '../../../../schema/index.ts';
import type { DecaySample } from '../../../../search/decay-sample.ts';
import { PolynomialTemplate } from '../../../../statistics/fits/index.ts';
import { compiledDecayOf } from '../../chain/weight-pieces.ts';
import { amplitudeOf } from './template.ts';

const BATCH = 4096;

/**
 * Branching ratio per bin of a squared mass of some products, as a polynomial of the amplitude's parameters: the rate
 * before any detector. `edges` ascend, in units of `size` (GeV²); `events` decays are generated, always the same ones,
 * for a statistical error of about 1/√(events per bin). Throws InvalidInput for edges that do not ascend or products
 * that the decay does not have.
 */
export function ratePrediction(
  sample: DecaySample,
  reweighting: string,
  variable: { readonly of: readonly string[]; readonly size: number },
  bins: readonly (readonly [from: number, to: number])[],
  events = 1 << 20,
): PolynomialTemplate {
  const amplitude = amplitudeOf(sample, reweighting, 'reweighting');
  const compiled = compiledDecayOf(sample);
  const names = compiled.finalState.map(({ name }) => name);
  for (const name of variable.of) if (!names.includes(name)) throw unknownName('variable.of', 'product', name, names);
  bins.forEach(([from, to], i) => {
    if (!(from < to) || (i > 0 && from < bins[i - 1][1] - 1e-12))
      throw new InvalidInput(`bins[${i}]`, `bins must ascend without overlap, found ${from} to ${to}`);
  });
  const chosen = names.flatMap((name, index) => (variable.of.includes(name) ? [index] : []));
  const momenta = names.map(() => allocateMomenta(BATCH));
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(BATCH));
  const weight = new Float64Array(BATCH);
  const columns = amplitude.exponents.map(() => new Float64Array(BATCH));
  const key = streamKey(0, 'rate prediction');
  const rows = amplitude.exponents.map(() => new Float64Array(bins.length));
  let total = 0;
  for (let first = 0; first < events; first += BATCH) {
    fillUniforms(key, first, BATCH, draws);
    compiled.generate(draws, BATCH, momenta, weight);
    amplitude.reweighting.evaluate(momenta, BATCH, columns);
    for (let i = 0; i < BATCH; i++) {
      total += weight[i];
      let e = 0;
      let x = 0;
      let y = 0;
      let z = 0;
      for (let k = 0; k < chosen.length; k++) {
        const momentum = momenta[chosen[k]];
        e += momentum.energy[i];
        x += momentum.px[i];
        y += momentum.py[i];
        z += momentum.pz[i];
      }
      const bin = binOf((e * e - x * x - y * y - z * z) / variable.size, bins);
      if (bin < 0) continue;
      for (let k = 0; k < columns.length; k++) rows[k][bin] += weight[i] * columns[k][i];
    }
  }
  return PolynomialTemplate.exact(amplitude.parameters, amplitude.exponents, rows).scaled(
    amplitude.branchingRatio / total,
  );
}

/** The bin that holds a value; −1 when none does. */
function binOf(value: number, bins: readonly (readonly [from: number, to: number])[]): number {
  let low = 0;
  let high = bins.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (value < bins[middle][0]) high = middle - 1;
    else if (value >= bins[middle][1]) low = middle + 1;
    else return middle;
  }
  return -1;
}
