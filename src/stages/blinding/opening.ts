import { BoxClosed } from './box-closed.ts';
import type { BoxIdentity } from './box-identity.ts';
import type { OpeningAct, SealedAct } from './opening-act.ts';
import { Recorder } from './recorder.ts';

/**
 * The right to read one box. It cannot be made by hand: `Opening.onRecord` gives one for an act that a recorder holds,
 * `Opening.put` after the recorder has written it.
 */
export class Opening {
  readonly #act: SealedAct;

  private constructor(act: SealedAct) {
    this.#act = act;
  }

  /** The act that this opening rests on, with its seal. */
  get act(): SealedAct {
    return this.#act;
  }

  static isGenuine(value: unknown): value is Opening {
    return typeof value === 'object' && value !== null && #act in value;
  }

  /** The opening of a box that was opened before, from its record; undefined while it is closed. */
  static async onRecord(box: BoxIdentity, recorder: Recorder): Promise<Opening | undefined> {
    requireRecorder(recorder);
    const act = await recorder.actFor(box);
    return act === undefined ? undefined : new Opening(act);
  }

  /** Opens a box: the act is on record when this resolves. A second time gives the first act. */
  static async put(box: BoxIdentity, recorder: Recorder, at: string): Promise<Opening> {
    requireRecorder(recorder);
    const { search, digest, data, run, regions } = box;
    const act: OpeningAct = { search, digest, data, run, regions, at };
    return new Opening(await recorder.append(act));
  }
}

function requireRecorder(recorder: unknown): void {
  if (!Recorder.isGenuine(recorder)) throw new BoxClosed('a box is opened by a recorder of a host alone');
}
