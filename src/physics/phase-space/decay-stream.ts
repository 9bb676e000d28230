import { fillUniforms, type StreamKey } from '../../math/random/index.ts';
import { allocateMomenta, type MomentumColumns } from '../vectors/momentum-columns.ts';

/** Decays straight from a random stream, in columns that each call of `generate` overwrites. */
export interface DecayStream {
  readonly capacity: number;
  readonly weight: Float64Array;
  readonly products: readonly MomentumColumns[];
  /** True when the SIMD kernel does the work. */
  readonly simd: boolean;
  /** Fills rows 0 … count − 1 with the events from firstEvent on; RangeError beyond `capacity` or outside of 0…2^52. */
  generate(firstEvent: number, count: number): void;
}

/** A kernel's `generate`: output address, bytes between columns, low and high word of the first event, count, key. */
export type GenerateFromStream = (
  out: number,
  stride: number,
  low: number,
  high: number,
  count: number,
  key0: number,
  key1: number,
) => void;

function checkEvents(firstEvent: number, count: number, capacity: number): void {
  if (!(Number.isInteger(count) && count >= 0 && count <= capacity))
    throw new RangeError(`${count} events do not fit ${capacity} rows`);
  if (!(Number.isSafeInteger(firstEvent) && firstEvent >= 0 && firstEvent + count <= 2 ** 52))
    throw new RangeError(`events ${firstEvent}…+${count} are outside 0…2^52`);
}

/**
 * The stream of a kernel that writes into `columns` (weight, then energy, px, py, pz of each product), which begin at
 * the address `from`.
 */
export function streamOfKernel(
  key: StreamKey,
  capacity: number,
  columns: readonly Float64Array[],
  from: number,
  generate: GenerateFromStream,
): DecayStream {
  const products: MomentumColumns[] = [];
  for (let k = 1; k < columns.length; k += 4)
    products.push({ energy: columns[k], px: columns[k + 1], py: columns[k + 2], pz: columns[k + 3] });
  const stride = 8 * columns[0].length;
  return {
    capacity,
    weight: columns[0],
    products,
    simd: true,
    generate(firstEvent, count) {
      checkEvents(firstEvent, count, capacity);
      const high = Math.floor(firstEvent / 4294967296);
      generate(from, stride, firstEvent - high * 4294967296, high, count, key.k0, key.k1);
    },
  };
}

/** The stream of a TypeScript twin that reads `uniforms` columns and makes decays to `bodies` products. */
export function streamOfTwin(
  key: StreamKey,
  capacity: number,
  uniforms: number,
  bodies: number,
  twin: (draws: Float64Array[], count: number, products: MomentumColumns[], weight: Float64Array) => void,
): DecayStream {
  const draws = Array.from({ length: uniforms }, () => new Float64Array(capacity));
  const products = Array.from({ length: bodies }, () => allocateMomenta(capacity));
  const weight = new Float64Array(capacity);
  return {
    capacity,
    weight,
    products,
    simd: false,
    generate(firstEvent, count) {
      checkEvents(firstEvent, count, capacity);
      fillUniforms(key, firstEvent, count, draws);
      twin(draws, count, products, weight);
    },
  };
}
