import { InvalidInput } from '../../schema/index.ts';
import { BoxClosed } from './box-closed.ts';
import type { BoxIdentity } from './box-identity.ts';
import type { Counts } from './counts.ts';
import { Opening } from './opening.ts';

/** Where the counts of a bin come from. Asked for open bins when sealed, for masked ones only after opening. */
export type CountSource = (bin: number) => number;

/** What is sealed: so many bins, some of them masked. */
export interface DataToSeal {
  readonly kind: Counts['kind'];
  readonly source: string;
  readonly bins: number;
  readonly masked: Iterable<number>;
  readonly count: CountSource;
}

/**
 * What plays the role of data in a run, with the bins of the blind regions masked. The counts live in a private field:
 * nothing but `open` reads masked bins, and `open` needs an opening, which a recorder alone can make, of exactly this
 * box. Cloning, printing and JSON show the open bins only.
 */
export class SealedData {
  readonly #count: CountSource;
  readonly #masked: ReadonlySet<number>;
  readonly identity: BoxIdentity;
  readonly kind: Counts['kind'];
  readonly source: string;
  readonly bins: number;

  constructor(identity: BoxIdentity, { kind, source, bins, masked, count }: DataToSeal) {
    this.identity = identity;
    this.kind = kind;
    this.source = source;
    this.bins = bins;
    this.#masked = new Set(masked);
    this.#count = count;
    if (kind === 'user' && this.#masked.size === 0) {
      throw new BoxClosed(
        `${identity.search} masks no bin of its data; name the region that is looked at last in 'blind'`,
      );
    }
  }

  isMasked(bin: number): boolean {
    return this.#masked.has(bin);
  }

  /** Counts of the open bins, null where masked. */
  visible(): Counts {
    const bins = Array.from({ length: this.bins }, (_, bin) => (this.#masked.has(bin) ? null : this.#checked(bin)));
    return { bins, kind: this.kind, source: this.source, opened: null };
  }

  /** Counts of all bins. Throws BoxClosed for anything but an opening of this very box. */
  open(opening: Opening): Counts {
    if (!Opening.isGenuine(opening)) throw new BoxClosed('a box is opened by an opening on record alone');
    const { act } = opening;
    const { search, digest, data, run } = this.identity;
    if (act.search !== search || act.digest !== digest || act.data !== data || act.run !== run) {
      throw new BoxClosed(
        `the opening on record is that of another box: search ${act.digest.slice(0, 12)}…, this one has ${digest.slice(0, 12)}…, or other data`,
      );
    }
    const bins = Array.from({ length: this.bins }, (_, bin) => this.#checked(bin));
    return { bins, kind: this.kind, source: this.source, opened: act };
  }

  toJSON(): Counts {
    return this.visible();
  }

  #checked(bin: number): number {
    const count = this.#count(bin);
    if (!(Number.isInteger(count) && count >= 0)) {
      throw new InvalidInput(`bin ${bin} of the data`, 'a count is a whole number that is not negative');
    }
    return count;
  }
}
