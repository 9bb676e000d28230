import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { BoxKeeper } from '../../../run/host.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { Recorder } from '../../../stages/blinding/recorder.ts';
import { diskError, systemCode } from '../files/disk-error.ts';
import { writeWhole } from '../files/write-file.ts';
import { commitmentOf } from './data-key.ts';
import { fileRecord } from './file-record.ts';
import { stateFolder } from './state-folder.ts';

/** What a run's folder says of its box: the name of the run, which copies keep, and of its data the name alone. */
export interface BoxNote {
  readonly run: string;
  readonly data?: { readonly file: string; readonly commitment: string };
}

export const BOX_FILE = 'box.json';
export const UNBLINDING_FILE = 'unblinding.jsonl';

/** The user's ledger of all openings. */
export const ledgerPath = (): string => join(stateFolder(), 'openings.jsonl');

/** The note in a run's folder; undefined when there is none. Throws InvalidInput when it is damaged. */
export async function readBoxNote(folder: string): Promise<BoxNote | undefined> {
  const path = join(folder, BOX_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw diskError(path, 'read', error);
  }
  try {
    const { run, data } = JSON.parse(text) as BoxNote;
    if (typeof run === 'string' && /^[0-9a-f]{16}$/.test(run)) return { run, ...(data === undefined ? {} : { data }) };
  } catch {
    // Not JSON: damaged, as below.
  }
  throw new InvalidInput(path, 'is damaged; make the run anew in another folder (--out).');
}

/** Writes the note of a run's folder: a name for the run unless it has one, and its data. */
export async function writeBoxNote(folder: string, data: BoxNote['data']): Promise<BoxNote> {
  const known = await readBoxNote(folder);
  const note: BoxNote = {
    run: known?.run ?? randomBytes(8).toString('hex'),
    ...(data === undefined ? {} : { data }),
  };
  await writeWhole(join(folder, BOX_FILE), [`${JSON.stringify(note, undefined, 2)}\n`]);
  return note;
}

/** The keeper of a run's box: its own record in the folder, and the user's ledger. */
export const keeperOf = (folder: string, { run }: BoxNote): BoxKeeper => ({
  run,
  recorder: new Recorder([fileRecord(join(folder, UNBLINDING_FILE)), fileRecord(ledgerPath())]),
  commitment: commitmentOf,
});
