import type { BoxIdentity } from './box-identity.ts';
import { type OpeningAct, readActs, type SealedAct, sealed } from './opening-act.ts';

/** Where lines of a record are kept; a host has one for the run and one for the user. */
export interface RecordStore {
  /** What it is called in messages. */
  readonly place: string;
  /** Everything written so far; '' when nothing was. */
  read(): Promise<string>;
  /** Adds a line; when it resolves, the line survives a crash. */
  append(line: string): Promise<void>;
}

/** Whether two identities are the same box. */
const sameBox = (a: BoxIdentity, b: BoxIdentity): boolean =>
  a.search === b.search && a.digest === b.digest && a.data === b.data && a.run === b.run;

/**
 * What keeps the record of openings. It is made by a host, over the stores that host has, and is the only thing from
 * which an opening can be had. An act counts when it stands in any of the stores; a new one is written to all of them.
 */
export class Recorder {
  readonly #stores: readonly RecordStore[];

  /** At least one store, the one that users are told to keep first. */
  constructor(stores: readonly [RecordStore, ...RecordStore[]]) {
    this.#stores = stores;
  }

  /** Every act on record, store by store, each once. Throws InvalidInput when a record was tampered with. */
  async history(): Promise<readonly SealedAct[]> {
    const found = new Map<string, SealedAct>();
    for (const store of this.#stores) {
      for (const act of readActs(await store.read(), store.place)) {
        const key = JSON.stringify([act.search, act.digest, act.data, act.run, act.at]);
        if (!found.has(key)) found.set(key, act);
      }
    }
    return [...found.values()];
  }

  /** The act that opened this very box, if there was one. */
  async actFor(identity: BoxIdentity): Promise<SealedAct | undefined> {
    return (await this.history()).find((act) => sameBox(act, identity));
  }

  /**
   * Puts an act on record in every store that lacks it; the entry in the first store comes back. A box that was opened
   * before keeps its first act. Throws when a store cannot be written: then nothing was opened.
   */
  async append(act: OpeningAct): Promise<SealedAct> {
    const earlier = await this.actFor(act);
    const { at } = earlier ?? act;
    let first: SealedAct | undefined;
    for (const store of this.#stores) {
      const acts = readActs(await store.read(), store.place);
      let entry = acts.find((known) => sameBox(known, act));
      if (entry === undefined) {
        entry = sealed({ ...act, at }, acts.at(-1)?.seal ?? '');
        await store.append(`${JSON.stringify(entry)}\n`);
      }
      first ??= entry;
    }
    if (first === undefined) throw new Error('a recorder needs a store');
    return first;
  }

  static isGenuine(value: unknown): value is Recorder {
    return typeof value === 'object' && value !== null && #stores in value;
  }
}
