import { allocateDecayBlock, type DecayBlock, type DecayProduct } from '../../../events/decay-block.ts';
import type { Experiment } from '../../../experiments/experiment.ts';
import { fillUniforms, streamKey } from '../../../math/random/index.ts';
import { particle } from '../../../physics/index.ts';
import { allocateMomenta, copyColumns, type MomentumColumns } from '../../../physics/vectors/momentum-columns.ts';
import { boostToParent } from '../../../stages/generation/boost.ts';
import { displacedVertices } from '../../../stages/generation/displaced-vertices.ts';
import { kaonBeam } from '../../../stages/generation/kaon-beam.ts';
import type { WeightPieces } from '../../../stages/selection/tally.ts';
import { convertedPhotons } from '../../../stages/simulation/converted-photons.ts';
import type { SamplePlan } from '../run-plan.ts';
import { decayPool, wantedOf } from './decay-pool.ts';
import type { DecaysAtRest } from './turned-decays.ts';
import { compiledDecayOf, weightPieces } from './weight-pieces.ts';

/** Weights of all decays that stand behind a block. */
export interface Generated {
  readonly weight: Float64Array;
  readonly count: number;
}

/** Decays of the beam in the laboratory, batch by batch. */
export interface DecayGenerator {
  readonly block: DecayBlock;
  readonly pieces: WeightPieces;
  /** Whether amplitudes may wait until it is known which decays can be candidates. */
  readonly acceptanceFirst: boolean;
  /** The decays of the block before they were turned, of `generate` and `place`; absent where some start elsewhere. */
  readonly rest: DecaysAtRest | undefined;
  /** Fills the block's weight, parent, vertex, products in the laboratory, weight pieces; returns what was generated. */
  generate(firstEvent: number, count: number): Generated;
  /** The same decays without their amplitudes: the block's weight is that of the beam alone. */
  place(firstEvent: number, count: number): Generated;
  /** Makes photons of the decays last generated or placed convert; multiplies the block's weight by the probability. */
  convert(): void;
  /** Product of the block that is no product of the decay: where a halo muon is put. */
  readonly haloMuon: DecayProduct | undefined;
  /** Pairs of the block's products that photons turn into. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Multiplies the weights of some rows of the decays last placed by their amplitudes. */
  weigh(rows: Int32Array, count: number): void;
  /** Amplitudes of some rows of the decays last placed, over their mean, in `into`; neighbours of one decay are asked once. */
  amplitudes(rows: Int32Array, count: number, into: Float64Array): void;
}

/** Amplitudes wait for decays into so many particles or more: below, they cost less than asking. */
const WAITS_FROM = 4;
/** … and only where the mean of the amplitude is known to this, since it then stands for the sum of all weights. */
const MEAN_KNOWN_TO = 1e-3;

/** Generates decays of the beam. */
export function decayGenerator(
  experiment: Experiment,
  sample: SamplePlan,
  seed: number,
  capacity: number,
  { turned = false } = {},
): DecayGenerator {
  const compiled = compiledDecayOf(sample);
  const halos = sample.accidental === undefined ? [] : [particle(sample.accidental)];
  const { conversions = 0 } = sample;
  const electrons = Array.from({ length: conversions }, () => [particle('e+'), particle('e-')]).flat();
  const flights = displacedVertices(compiled.flights, capacity, seed, sample.name);
  const block = allocateDecayBlock(capacity, compiled.finalState, [...halos, ...electrons], flights.originOf);
  const beamParticle = particle(experiment.beam.particle);
  const beam = kaonBeam(experiment.beam, beamParticle.mass, beamParticle.ctau, capacity, seed, sample.name);
  const key = streamKey(seed, `${sample.name}/decay`);
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(capacity));
  const weight = new Float64Array(capacity);
  const momenta = block.products.slice(0, compiled.finalState.length).map(({ momentum }) => momentum);
  const { pieces, fill } = weightPieces(sample, compiled, momenta, capacity);
  const haloMuon = block.products.slice(momenta.length, momenta.length + halos.length).at(0);
  const firstElectron = momenta.length + halos.length;
  const pairs = Array.from({ length: conversions }, (_, k) => {
    const first = firstElectron + 2 * k;
    return [first, first + 1] as const;
  });
  const conversion =
    conversions === 0
      ? undefined
      : convertedPhotons(
          experiment.detector,
          block.products.filter(({ name }) => name === 'gamma'),
          pairs.map(([positron, electron]) => ({
            positron: block.products[positron],
            electron: block.products[electron],
          })),
          seed,
          sample.name,
        );
  const turns =
    turned && compiled.flights.length === 0 && halos.length === 0 && conversions === 0 && pieces.length === 0;
  const wanted = wantedOf(sample.selection, conversions);
  const charged = compiled.finalState.flatMap(({ charge }, k) => (charge === 0 ? [] : [k]));
  const needed = charged.length === wanted.positive + wanted.negative ? charged : [];
  const pool =
    sample.split !== undefined
      ? decayPool(
          compiled,
          wanted,
          sample.split,
          experiment.beam.momentum.value / beamParticle.mass,
          experiment.detector,
          capacity,
          seed,
          sample.name,
          turns ? needed : [],
        )
      : undefined;
  const rest = !turns ? undefined : (pool?.rest ?? unturned(momenta.length, needed, capacity));
  const toLaboratory = (count: number): void => {
    if (rest !== undefined && pool === undefined) keep(momenta, block.weight, rest, count);
    for (const momentum of momenta) boostToParent(block.parent, beamParticle.mass, momentum, count);
    if (compiled.flights.length > 0) flights.fill(block);
  };
  if (pool !== undefined) block.family = new Int32Array(capacity);
  const acceptanceFirst =
    pieces.length === 0 &&
    !(pool !== undefined && turns && needed.length > 0) &&
    compiled.finalState.length >= WAITS_FROM &&
    compiled.normalisation.relativeError <= MEAN_KNOWN_TO;
  const chosen = acceptanceFirst ? draws.map(() => new Float64Array(capacity)) : [];
  const distinct = new Int32Array(capacity);
  const amplitude = new Float64Array(capacity);
  const atRest = acceptanceFirst ? momenta.map(() => allocateMomenta(capacity)) : [];
  return {
    block,
    pieces,
    rest,
    acceptanceFirst,
    haloMuon,
    pairs,
    convert: () => conversion?.(block),
    generate(firstEvent, count) {
      beam(block, firstEvent, count);
      if (pool !== undefined) {
        pool.fill(block, firstEvent, count, false);
        toLaboratory(count);
        return pool;
      }
      fillUniforms(key, firstEvent, count, draws);
      compiled.generate(draws, count, momenta, weight);
      for (let i = 0; i < count; i++) block.weight[i] *= weight[i];
      toLaboratory(count);
      fill(count);
      return { weight: block.weight, count };
    },
    place(firstEvent, count) {
      beam(block, firstEvent, count);
      if (pool !== undefined) {
        pool.fill(block, firstEvent, count, true);
        toLaboratory(count);
        return pool;
      }
      fillUniforms(key, firstEvent, count, draws);
      compiled.place(draws, count, momenta);
      toLaboratory(count);
      return { weight: block.weight, count };
    },
    weigh(rows, count) {
      amplitudes(rows, count, amplitude);
      for (let k = 0; k < count; k++) block.weight[rows[k]] *= amplitude[k];
    },
    amplitudes,
  };

  function amplitudes(rows: Int32Array, count: number, into: Float64Array): void {
    const decayOf = (row: number): number => (pool === undefined ? row : pool.chosen[row]);
    let different = 0;
    for (let k = 0, last = -1; k < count; k++) {
      const decay = decayOf(rows[k]);
      if (decay !== last) distinct[different++] = decay;
      last = decay;
    }
    (pool?.draws ?? draws).forEach((column, d) => {
      for (let k = 0; k < different; k++) chosen[d][k] = column[distinct[k]];
    });
    compiled.generate(chosen, different, atRest, weight);
    for (let k = 0, at = -1, last = -1; k < count; k++) {
      const decay = decayOf(rows[k]);
      if (decay !== last) at++;
      last = decay;
      into[k] = weight[at];
    }
  }
}

/** Decays at rest that are turned as they come: the axis is that of the flight. */
function unturned(products: number, needed: readonly number[], capacity: number): DecaysAtRest {
  const column = (value: number) => new Float64Array(capacity).fill(value);
  return {
    momenta: Array.from({ length: products }, () => allocateMomenta(capacity)),
    needed,
    weight: column(0),
    axis: [column(0), column(0), column(1)],
    cosine: (_row, _choice, height) => 2 * height - 1,
    density: () => 1,
  };
}

function keep(
  momenta: readonly MomentumColumns[],
  weight: Float64Array,
  rest: Pick<DecaysAtRest, 'momenta' | 'weight'>,
  count: number,
): void {
  momenta.forEach((own, p) => {
    copyColumns(own, rest.momenta[p], count);
  });
  rest.weight.set(weight.subarray(0, count));
}
