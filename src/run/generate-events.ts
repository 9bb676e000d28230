import { allocateDecayBlock, type DecayBlock } from '../events/decay-block.ts';
import { eventTree } from '../events/decay-events.ts';
import type { DecaySource } from '../events/decay-source.ts';
import { withNeutrinoFlavours } from '../events/neutrino-flavour.ts';
import type { Chunk } from '../formats/events/encoder.ts';
import { encoderFor } from '../formats/events/encoder-for.ts';
import { fillUniforms, streamKey } from '../math/random/index.ts';
import { typedDecay } from '../physics/decay-strings/typed-decay.ts';
import type { CompileOptions } from '../physics/decays/compile-decay.ts';
import { type CompiledDecay, compileDecay, unweightedDecays } from '../physics/index.ts';
import { InvalidInput } from '../schema/index.ts';
import { boostToParent } from '../stages/generation/boost.ts';
import { displacedVertices } from '../stages/generation/displaced-vertices.ts';
import { decayPieces } from './decay-pieces.ts';

/** Momentum of NA62's beam (GeV), what `generateEvents` takes unless told otherwise. */
export const DEFAULT_MOMENTUM = 75;
const BATCH = 1024;
const STREAM = 'generate';

/** What to generate and where to write it. */
export interface GenerateOptions {
  /** Such as 'K+ -> pi+ (pi0 -> e+ e- gamma)'. */
  readonly decay: string;
  /** Particles of one's own in the decay, by name: mass in GeV, proper lifetime c·τ in metres. */
  readonly hidden?: CompileOptions['hidden'];
  readonly events: number;
  readonly seed: number;
  /** Name of the file; its ending names the format. */
  readonly out: string;
  /** Version of Spillway, for the head of the file. */
  readonly version: string;
  /** Momentum of the parent along z, in GeV; 0: at rest. Default 75. */
  readonly momentum?: number;
  /** Events that all count alike (weight 1), by accept and reject against a bound that no weight exceeds. */
  readonly unweighted?: boolean;
  /** Stops the writing: the promise rejects with the signal's reason and no file is left. */
  readonly signal?: AbortSignal;
  /** Called now and then with the number of events done. */
  readonly onProgress?: (done: number) => void;
}

type FillMomenta = (firstEvent: number, count: number) => void;

function weightedFiller(compiled: CompiledDecay, seed: number, { products, weight }: DecayBlock): FillMomenta {
  const momenta = products.map(({ momentum }) => momentum);
  const draws = Array.from({ length: compiled.uniformsPerEvent }, () => new Float64Array(BATCH));
  const key = streamKey(seed, `${STREAM}/decay`);
  return (first, count) => {
    fillUniforms(key, first, count, draws);
    compiled.generate(draws, count, momenta, weight);
  };
}

/** Events in the order in which they are accepted: each call goes on where the one before ended. */
function unweightedFiller(compiled: CompiledDecay, seed: number, { products, weight }: DecayBlock): FillMomenta {
  const decays = unweightedDecays(compiled, streamKey(seed, `${STREAM}/unweighted`), BATCH);
  weight.fill(1);
  return (_, count) => {
    decays.next(count);
    decays.products.forEach(({ energy, px, py, pz }, k) => {
      const { momentum } = products[k];
      momentum.energy.set(energy.subarray(0, count));
      momentum.px.set(px.subarray(0, count));
      momentum.py.set(py.subarray(0, count));
      momentum.pz.set(pz.subarray(0, count));
    });
  };
}

/** Fills a block with events of the decay: the parent along z with `momentum`, decaying at the origin. */
function decaySource(
  { decay, seed, hidden }: Pick<GenerateOptions, 'decay' | 'seed' | 'hidden'>,
  momentum: number,
  unweighted: boolean,
): DecaySource {
  const compiled = compileDecay(decay, hidden === undefined ? {} : { hidden });
  const flights = displacedVertices(compiled.flights, BATCH, seed, STREAM);
  const block = allocateDecayBlock(BATCH, compiled.finalState, [], flights.originOf);
  const momenta = block.products.map((product) => product.momentum);
  const fillMomenta = unweighted ? unweightedFiller(compiled, seed, block) : weightedFiller(compiled, seed, block);
  block.parent.pz.fill(momentum);
  block.parent.energy.fill(Math.sqrt(momentum * momentum + compiled.parentMass * compiled.parentMass));
  return {
    tree: withNeutrinoFlavours(eventTree(decay, compiled.decay, compiled.flights)),
    block,
    references: compiled.references,
    fill(first, count) {
      fillMomenta(first, count);
      for (const columns of momenta) boostToParent(block.parent, compiled.parentMass, columns, count);
      block.firstEvent = first;
      block.count = count;
      if (compiled.flights.length > 0) flights.fill(block);
    },
  };
}

/**
 * The pieces of a file of decays, weighted with mean 1 unless `unweighted`, in the format of its ending: .hepmc3, .lhe,
 * .parquet or .csv. Memory does not grow with the number of events; event i is the same for any number of events. Throws
 * InvalidInput, before the first piece, for a bad decay, number or ending, and for a decay whose weights have no known
 * bound when they are to be all alike.
 */
export function generatedPieces(options: GenerateOptions): AsyncGenerator<Chunk> {
  const { events, seed, out, version, momentum = DEFAULT_MOMENTUM, unweighted = false, signal, onProgress } = options;
  const makeEncoder = encoderFor(out);
  if (!(Number.isSafeInteger(events) && events >= 1 && events <= 2 ** 52))
    throw new InvalidInput('events', `${events} is not a whole number from 1 to 2^52.`);
  if (!(momentum >= 0 && momentum < Number.POSITIVE_INFINITY))
    throw new InvalidInput('momentum', `${momentum} GeV is not a momentum; 0 or more is allowed.`);
  const source = decaySource({ ...options, decay: typedDecay(options.decay) }, momentum, unweighted);
  return decayPieces(source, makeEncoder, {
    ...{ from: 0, count: events, seed, version, signal, onProgress },
    weights: `${unweighted ? 'all' : 'mean'} 1; branching fractions not included`,
  });
}
