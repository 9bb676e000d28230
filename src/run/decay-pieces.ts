import type { DecaySource } from '../events/decay-source.ts';
import type { Chunk } from '../formats/events/encoder.ts';
import type { MakeEncoder } from '../formats/events/event-format.ts';

/** Which decays to write, and what the head of the file says. */
export interface DecayPieces {
  readonly from: number;
  readonly count: number;
  readonly seed: number;
  /** Version of Spillway. */
  readonly version: string;
  /** What the weights are, in words. */
  readonly weights: string;
  /** Stops the writing: the generator throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called now and then with the number of events done. */
  readonly onProgress?: ((done: number) => void) | undefined;
}

/** The pieces of a file of decays, in order; memory does not grow with their number. */
export async function* decayPieces(
  source: DecaySource,
  makeEncoder: MakeEncoder,
  { from, count, seed, version, weights, signal, onProgress }: DecayPieces,
): AsyncGenerator<Chunk> {
  const { tree, block, references, fill } = source;
  const about = { program: 'Spillway', version, seed, notes: { weights, references: references.join('; ') } };
  fill(from, 1);
  const encoder = makeEncoder(tree, [], about, block.parent.energy[0]);
  yield* encoder.start();
  for (let done = 0; done < count; ) {
    signal?.throwIfAborted();
    const batch = Math.min(block.capacity, count - done);
    fill(from + done, batch);
    yield* encoder.add({ block, weights: [] });
    done += batch;
    onProgress?.(done);
  }
  yield* encoder.finish();
}
