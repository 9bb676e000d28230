import { fillUniforms, type StreamKey } from '../../math/random/index.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';
import { greatestMomentumProduct } from './greatest-weight.ts';
import { columnsOf } from './kernel-columns.ts';
import { acceptsTrial, type NBodyDecay, nBodyDecay, nBodyPhaseSpace } from './n-body.ts';
import { COLUMNS_FROM, configureKernel, makeNBodyKernel, outputsOf, ROUNDED_TO } from './n-body-kernel.ts';

/** Trials that are looked at together. */
const TRIALS = 1200;

/** Decays that all count alike, one after the other, in columns that each call of `next` overwrites. */
export interface UnweightedStream {
  readonly capacity: number;
  readonly products: readonly MomentumColumns[];
  /** True when the SIMD kernel does the work. */
  readonly simd: boolean;
  /** Trials so far; what was accepted of them may not all have been given yet. */
  readonly trials: number;
  /** Fills rows 0 … count − 1 with the next events; RangeError beyond `capacity`. */
  next(count: number): void;
}

/** Ways to do the two steps of accept and reject; rows from `row` on are filled, and may be some more. */
interface Steps {
  readonly products: readonly MomentumColumns[];
  readonly simd: boolean;
  /** Looks at trials `first` to `first + TRIALS − 1` and gives the number of those accepted. */
  accept(first: number): number;
  /** Makes `count` decays of the accepted trials, from the `from`th on. */
  generate(from: number, count: number, row: number): void;
}

/**
 * Decays at rest to [m1, … mn] of a particle of mass M (GeV, n = 4, 5, 6), uniform in phase space and all of weight 1: a
 * trial of the cluster masses is accepted in proportion to its weight, against a bound that no weight exceeds
 * (`greatestMomentumProduct`), and only then are directions drawn. Trial t reads event t of the stream `key`: draws
 * 0 … n − 3 for the masses, n − 2 for acceptance, then cosθ and φ of each split. `simd: false` takes the TypeScript
 * twin, as does an engine without SIMD; it gives the same bits. Throws InvalidInput for a closed decay or another n.
 */
export function unweightedStream(
  key: StreamKey,
  masses: readonly number[],
  capacity: number,
  { simd = true }: { simd?: boolean } = {},
): UnweightedStream {
  const decay = nBodyDecay(masses);
  let top = greatestMomentumProduct(masses) * decay.parent;
  for (let k = 1; k < decay.bodies; k++) top *= 2;
  const {
    products,
    simd: quick,
    accept,
    generate,
  } = (simd ? stepsOfKernel(key, decay, top, capacity) : undefined) ?? stepsOfTwin(key, decay, top, capacity);
  let trials = 0;
  let accepted = 0;
  let given = 0;
  return {
    capacity,
    products,
    simd: quick,
    get trials() {
      return trials;
    },
    next(count) {
      if (!(Number.isInteger(count) && count >= 0 && count <= capacity))
        throw new RangeError(`${count} events do not fit ${capacity} rows`);
      for (let row = 0; row < count; ) {
        if (given === accepted) {
          accepted = accept(trials);
          given = 0;
          trials += TRIALS;
        }
        const part = Math.min(accepted - given, count - row);
        generate(given, part, row);
        given += part;
        row += part;
      }
    },
  };
}

function stepsOfKernel(key: StreamKey, decay: NBodyDecay, top: number, capacity: number): Steps | undefined {
  const outputs = outputsOf(decay.bodies);
  const rows = ROUNDED_TO * Math.ceil(capacity / ROUNDED_TO) + ROUNDED_TO;
  const list = COLUMNS_FROM + 8 * rows * outputs;
  // A list is read twelve at a time, to beyond its end.
  const kernel = makeNBodyKernel(list + 4 * (TRIALS + ROUNDED_TO));
  if (kernel === undefined) return undefined;
  configureKernel(kernel, decay);
  const columns = columnsOf(kernel.memory, COLUMNS_FROM, rows, outputs);
  const products = Array.from({ length: decay.bodies }, (_, k) => ({
    energy: columns[4 * k + 1],
    px: columns[4 * k + 2],
    py: columns[4 * k + 3],
    pz: columns[4 * k + 4],
  }));
  const { accept, generateAccepted } = kernel.functions;
  let low = 0;
  let high = 0;
  return {
    products,
    simd: true,
    accept(first) {
      high = Math.floor(first / 4294967296);
      low = first - high * 4294967296;
      return accept(list, low, high, TRIALS, top, key.k0, key.k1);
    },
    generate(from, count, row) {
      generateAccepted(list + 4 * from, COLUMNS_FROM + 8 * row, 8 * rows, low, high, count, key.k0, key.k1);
    },
  };
}

function stepsOfTwin(key: StreamKey, decay: NBodyDecay, top: number, capacity: number): Steps {
  const { bodies } = decay;
  const draws = Array.from({ length: 3 * bodies - 3 }, () => new Float64Array(TRIALS));
  const chosen = draws.map(() => new Float64Array(capacity));
  const products = Array.from({ length: bodies }, () => allocateMomenta(capacity));
  const parts: MomentumColumns[] = [];
  const weight = new Float64Array(capacity);
  const list = new Int32Array(TRIALS);
  return {
    products,
    simd: false,
    accept(first) {
      fillUniforms(key, first, TRIALS, draws);
      let accepted = 0;
      for (let i = 0; i < TRIALS; i++)
        if (acceptsTrial(decay, draws, i, draws[bodies - 2][i], top)) list[accepted++] = i;
      return accepted;
    },
    generate(from, count, row) {
      for (let k = 0; k < draws.length; k++) for (let i = 0; i < count; i++) chosen[k][i] = draws[k][list[from + i]];
      products.forEach(({ energy, px, py, pz }, k) => {
        parts[k] = {
          energy: energy.subarray(row),
          px: px.subarray(row),
          py: py.subarray(row),
          pz: pz.subarray(row),
        };
      });
      nBodyPhaseSpace(decay, chosen, count, parts, weight, bodies - 1);
    },
  };
}
