import type { StreamKey } from '../../math/random/index.ts';
import { type DecayStream, streamOfKernel, streamOfTwin } from './decay-stream.ts';
import { columnsOf } from './kernel-columns.ts';
import { availableMass, THREE_BODY_UNIFORMS, threeBodyPhaseSpace } from './three-body.ts';
import { columnsFrom, makeThreeBodyKernel, threeBodyOutputs } from './three-body-kernel.ts';

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
): DecayStream {
  availableMass(masses);
  const rows = 4 * Math.ceil(capacity / 4);
  const kernel = simd ? makeThreeBodyKernel(columnsFrom + 8 * rows * threeBodyOutputs) : undefined;
  if (kernel === undefined) {
    return streamOfTwin(key, capacity, THREE_BODY_UNIFORMS, 3, (draws, count, products, weight) =>
      threeBodyPhaseSpace(draws, count, masses, products, weight),
    );
  }
  const columns = columnsOf(kernel.memory, columnsFrom, rows, threeBodyOutputs);
  const { configure, generate } = kernel.functions;
  configure(masses[0], masses[1], masses[2], masses[3]);
  return streamOfKernel(key, capacity, columns, columnsFrom, (out, stride, low, high, count, key0, key1) =>
    generate(out, stride, 0, low, high, count, 0, key0, key1),
  );
}
