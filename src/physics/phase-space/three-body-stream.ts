import { fillUniforms, type StreamKey } from '../../math/random/index.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';
import { availableMass, THREE_BODY_UNIFORMS, threeBodyPhaseSpace } from './three-body.ts';
import { columnsFrom, columnsOf, makeThreeBodyKernel, threeBodyOutputs } from './three-body-kernel.ts';

/** Three-body decays straight from a random stream, in columns that each call of `generate` overwrites. */
export interface ThreeBodyStream {
  readonly capacity: number;
  readonly weight: Float64Array;
  readonly products: readonly MomentumColumns[];
  /** True when the SIMD kernel does the work. */
  readonly simd: boolean;
  /** Fills rows 0 … count − 1 with the events from firstEvent on; RangeError beyond `capacity` or outside of 0…2^52. */
  generate(firstEvent: number, count: number): void;
}

function checkEvents(firstEvent: number, count: number, capacity: number): void {
  if (!(Number.isInteger(count) && count >= 0 && count <= capacity))
    throw new RangeError(`${count} events do not fit ${capacity} rows`);
  if (!(Number.isSafeInteger(firstEvent) && firstEvent >= 0 && firstEvent + count <= 2 ** 52))
    throw new RangeError(`events ${firstEvent}…+${count} are outside 0…2^52`);
}

/**
 * What `fillUniforms` of the stream `key` and `threeBodyPhaseSpace` of [M, m1, m2, m3] (GeV) give, to the bit, without
 * writing the uniforms anywhere: the quickest way to three-body decays. `simd: false` takes the TypeScript twins, as
 * does an engine without SIMD. Throws InvalidInput when the decay is closed.
 */
export function threeBodyStream(
  key: StreamKey,
  masses: ArrayLike<number>,
  capacity: number,
  { simd = true }: { simd?: boolean } = {},
): ThreeBodyStream {
  availableMass(masses);
  const rows = 4 * Math.ceil(capacity / 4);
  const kernel = simd ? makeThreeBodyKernel(columnsFrom + 8 * rows * threeBodyOutputs) : undefined;
  if (kernel === undefined) return streamOfTwins(key, masses, capacity);
  const columns = columnsOf(kernel.memory, columnsFrom, rows, threeBodyOutputs);
  const { configure, generate } = kernel.functions;
  configure(masses[0], masses[1], masses[2], masses[3]);
  return {
    capacity,
    weight: columns[0],
    products: [1, 5, 9].map((k) => ({
      energy: columns[k],
      px: columns[k + 1],
      py: columns[k + 2],
      pz: columns[k + 3],
    })),
    simd: true,
    generate(firstEvent, count) {
      checkEvents(firstEvent, count, capacity);
      const high = Math.floor(firstEvent / 4294967296);
      const low = firstEvent - high * 4294967296;
      generate(columnsFrom, 8 * rows, 0, low, high, count, 0, key.k0, key.k1);
    },
  };
}

function streamOfTwins(key: StreamKey, masses: ArrayLike<number>, capacity: number): ThreeBodyStream {
  const draws = Array.from({ length: THREE_BODY_UNIFORMS }, () => new Float64Array(capacity));
  const products = [allocateMomenta(capacity), allocateMomenta(capacity), allocateMomenta(capacity)];
  const weight = new Float64Array(capacity);
  return {
    capacity,
    weight,
    products,
    simd: false,
    generate(firstEvent, count) {
      checkEvents(firstEvent, count, capacity);
      fillUniforms(key, firstEvent, count, draws);
      threeBodyPhaseSpace(draws, count, masses, products, weight);
    },
  };
}
