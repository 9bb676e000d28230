/** Aim for the time one chunk takes, in seconds: long enough to cost nothing, short enough to lose little. */
const TARGET_SECONDS = 0.5;

/**
 * How many blocks to hand out at a time. With `chunkEvents` the size is fixed; without, it follows the speed measured
 * so far (the first chunks are one block) and shrinks towards the end so that the workers finish together.
 */
export class ChunkSize {
  readonly #fixed: number | undefined;
  readonly #workers: number;
  #secondsPerBlock: number | undefined;

  constructor(chunkEvents: number | undefined, blockEvents: number, workers: number) {
    this.#fixed = chunkEvents === undefined ? undefined : Math.max(1, Math.round(chunkEvents / blockEvents));
    this.#workers = workers;
  }

  /** Learns that a worker took `seconds` for `blocks`. */
  measured(blocks: number, seconds: number): void {
    const latest = seconds / blocks;
    this.#secondsPerBlock = this.#secondsPerBlock === undefined ? latest : 0.7 * this.#secondsPerBlock + 0.3 * latest;
  }

  /** Blocks to hand out when `missing` are left: at least one. */
  blocks(missing: number): number {
    if (this.#fixed !== undefined) return this.#fixed;
    if (this.#secondsPerBlock === undefined) return 1;
    const wanted = Math.round(TARGET_SECONDS / Math.max(this.#secondsPerBlock, 1e-6));
    return Math.max(1, Math.min(wanted, Math.ceil(missing / (2 * this.#workers))));
  }
}
