import { InvalidInput } from '../../schema/index.ts';
import { BoxClosed } from './box-closed.ts';

/** The act of opening a box: which frozen search it was done for, and when (ISO 8601). */
export interface OpeningAct {
  readonly digest: string;
  readonly at: string;
}

/** Where the counts of a bin come from. Asked for open bins when sealed, for masked ones only after opening. */
export type CountSource = (bin: number) => number;

/** Counts in all bins, after opening. */
export interface OpenedData {
  readonly counts: readonly number[];
  readonly opened: OpeningAct;
}

/**
 * What plays the role of data in a run, with the bins of the blind regions masked. The counts live in a private field:
 * nothing but `open` reads masked bins, and `open` needs an act bound to the digest of the frozen search. Cloning,
 * printing and JSON show the open bins only.
 */
export class SealedData {
  readonly #source: CountSource;
  readonly #masked: ReadonlySet<number>;
  readonly bins: number;
  /** Digest of the search that this box belongs to. */
  readonly digest: string;

  constructor(bins: number, masked: Iterable<number>, digest: string, source: CountSource) {
    this.bins = bins;
    this.#masked = new Set(masked);
    this.digest = digest;
    this.#source = source;
  }

  isMasked(bin: number): boolean {
    return this.#masked.has(bin);
  }

  /** Counts of the open bins, null where masked. */
  visible(): (number | null)[] {
    return Array.from({ length: this.bins }, (_, bin) => (this.#masked.has(bin) ? null : this.#checked(bin)));
  }

  /** Counts in some bins together. Throws BoxClosed when one of them is masked. */
  count(bins: readonly number[]): number {
    if (bins.some((bin) => this.#masked.has(bin))) {
      throw new BoxClosed('these bins are in a closed box; `spillway unblind RUN` opens it, once and on record');
    }
    return bins.reduce((sum, bin) => sum + this.#checked(bin), 0);
  }

  /** Opens the box. Throws BoxClosed when the act belongs to another state of the search. */
  open(act: OpeningAct): OpenedData {
    if (act.digest !== this.digest) {
      throw new BoxClosed(
        `the box was opened for a search with digest ${act.digest.slice(0, 12)}…, this one has ${this.digest.slice(0, 12)}…`,
      );
    }
    const counts = Array.from({ length: this.bins }, (_, bin) => this.#checked(bin));
    return { counts, opened: { digest: act.digest, at: act.at } };
  }

  toJSON(): { digest: string; counts: (number | null)[] } {
    return { digest: this.digest, counts: this.visible() };
  }

  #checked(bin: number): number {
    const count = this.#source(bin);
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new InvalidInput(`bin ${bin} of the data`, 'a count is a whole number that is not negative');
    }
    return count;
  }
}
