import type { StreamKey } from '../../math/random/index.ts';
import { type DecayStream, streamOfKernel, streamOfTwin } from './decay-stream.ts';
import { columnsOf } from './kernel-columns.ts';
import { nBodyDecay, nBodyPhaseSpace } from './n-body.ts';
import { COLUMNS_FROM, configureKernel, makeNBodyKernel, outputsOf, ROUNDED_TO } from './n-body-kernel.ts';

/**
 * What `fillUniforms` of the stream `key` and `nBodyPhaseSpace` of [M, m1, … mn] (GeV, n = 4, 5, 6) give, to the bit,
 * without writing the uniforms anywhere. `simd: false` takes the TypeScript twins, as does an engine without SIMD.
 * Throws InvalidInput when the decay is closed or n is another.
 */
export function nBodyStream(
  key: StreamKey,
  masses: ArrayLike<number>,
  capacity: number,
  { simd = true }: { simd?: boolean } = {},
): DecayStream {
  const decay = nBodyDecay(masses);
  const outputs = outputsOf(decay.bodies);
  const rows = ROUNDED_TO * Math.ceil(capacity / ROUNDED_TO);
  const kernel = simd ? makeNBodyKernel(COLUMNS_FROM + 8 * rows * outputs) : undefined;
  if (kernel === undefined) {
    return streamOfTwin(key, capacity, decay.uniforms, decay.bodies, (draws, count, products, weight) =>
      nBodyPhaseSpace(decay, draws, count, products, weight),
    );
  }
  configureKernel(kernel, decay);
  const columns = columnsOf(kernel.memory, COLUMNS_FROM, rows, outputs);
  return streamOfKernel(key, capacity, columns, COLUMNS_FROM, kernel.functions.generate);
}
