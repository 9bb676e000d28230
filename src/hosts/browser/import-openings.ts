import { readActs } from '../../stages/blinding/opening-act.ts';
import { browserKeeper } from './browser-keeper.ts';

/** What came of a record that was taken over. */
export interface ImportedOpenings {
  /** Acts in the record. */
  readonly acts: number;
  /** Those that the browser did not know. */
  readonly added: number;
  /** The searches whose boxes they opened. */
  readonly searches: readonly string[];
}

/**
 * Takes the acts of a record of openings (that of another browser, of a run's folder, of a user's ledger) into the record
 * of this browser, each once. `place` names the record in messages. Throws InvalidInput, and takes nothing, where a line
 * is damaged or was altered.
 */
export async function importOpenings(text: string, place: string): Promise<ImportedOpenings> {
  const acts = readActs(text, place);
  const { recorder } = browserKeeper('');
  const before = (await recorder.history()).length;
  for (const act of acts) await recorder.append(act);
  return {
    acts: acts.length,
    added: (await recorder.history()).length - before,
    searches: [...new Set(acts.map(({ search }) => search))],
  };
}
