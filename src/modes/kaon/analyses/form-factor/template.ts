import type { Reweighting } from '../../../../physics/index.ts';
import { InvalidInput } from '../../../../schema/index.ts';
import type { DecaySample } from '../../../../search/decay-sample.ts';
import { PolynomialTemplate } from '../../../../statistics/fits/index.ts';
import { HBAR_C } from '../../../../units/index.ts';
import type { ReadSample } from '../../chain/read-samples.ts';
import { compiledDecayOf, reweightingOf } from '../../chain/weight-pieces.ts';

const PRIMES = [2, 3, 5, 7, 11];

/** The power of each parameter in each monomial of a reweighting, found from its values at prime numbers. */
export function exponentsOf({ generation, monomials, monomialValues }: Reweighting): number[][] {
  const names = Object.keys(generation);
  const out = new Float64Array(monomials.length);
  monomialValues(Object.fromEntries(names.map((name, i) => [name, PRIMES[i]])), out);
  return Array.from(out, (value) => {
    let rest = value;
    return names.map((_, i) => {
      let power = 0;
      for (; rest % PRIMES[i] === 0; power++) rest /= PRIMES[i];
      return power;
    });
  });
}

/** An amplitude with its reweighting and the branching ratio at the parameters of generation. */
export interface Amplitude {
  readonly reweighting: Reweighting;
  readonly parameters: readonly string[];
  readonly exponents: readonly number[][];
  readonly branchingRatio: number;
}

/** The amplitude of a decay. Throws InvalidInput when it has no such reweighting or no absolute rate. */
export function amplitudeOf(sample: DecaySample, name: string, where: string): Amplitude {
  const compiled = compiledDecayOf(sample);
  const reweighting = reweightingOf(compiled, name, where);
  const [step] = compiled.normalisation.steps;
  if (!step.isWidth) throw new InvalidInput(where, `the amplitude '${step.model}' has no absolute rate`);
  return {
    reweighting,
    parameters: Object.keys(reweighting.generation),
    exponents: exponentsOf(reweighting),
    branchingRatio: (step.meanWeight * compiled.decay.root.particle.ctau) / HBAR_C,
  };
}

/**
 * A sample's template as expected events per bin of the last axis, summed over those bins of the first that `bins`
 * (flat indices) name, for a flux (events per branching ratio and accepted fraction).
 */
export function templateOf(
  { summary }: ReadSample,
  name: string,
  amplitude: Amplitude,
  bins: readonly number[],
  flux: number,
): PolynomialTemplate {
  const { axes, contents, squares } = summary.templates[name];
  const last = axes[axes.length - 1].bins;
  const template = PolynomialTemplate.empty(amplitude.parameters, amplitude.exponents, last);
  const scale = (flux * amplitude.branchingRatio) / summary.generated.weight;
  const position = new Map(template.square.monomials.map((powers, row) => [powers.join(), row]));
  const add = (rows: Float64Array, row: number, column: Float64Array, factor: number): void => {
    for (const bin of bins) rows[row * last + (bin % last)] += factor * column[bin];
  };
  contents.forEach((column, k) => {
    add(template.value.rows, k, column, scale);
    squares[k].forEach((square, l) => {
      const powers = amplitude.exponents[k].map((power, p) => power + amplitude.exponents[l][p]);
      add(template.square.rows, position.get(powers.join())!, square, (k === l ? 1 : 2) * scale * scale);
    });
  });
  return template;
}

/** Branching ratio at some parameters, from all generated decays of a sample. */
export function branchingRatioAt(
  { summary }: ReadSample,
  name: string,
  { reweighting, branchingRatio }: Amplitude,
  parameters: Readonly<Record<string, number>>,
): number {
  const monomials = new Float64Array(reweighting.monomials.length);
  reweighting.monomialValues(parameters, monomials);
  const sum = summary.templates[name].generated.reduce((total, piece, k) => total + piece * monomials[k], 0);
  return (branchingRatio * sum) / summary.generated.weight;
}
