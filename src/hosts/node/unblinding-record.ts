import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { InvalidInput } from '../../schema/index.ts';
import { diskError, systemCode } from './disk-error.ts';

export const UNBLINDING_FILE = 'unblinding.jsonl';

/** What is put on record when a box is opened. */
export interface Unblinding {
  /** Digest of the frozen search: what was decided before anyone looked. */
  readonly digest: string;
  readonly regions: readonly string[];
  /** Time of the act, ISO 8601. */
  readonly at: string;
}

/** A line of the record: the act, the seal of the line before ('' for the first), and its own. */
export interface UnblindingEntry extends Unblinding {
  readonly previous: string;
  readonly seal: string;
}

/** `changed`: the box was opened for another state of the search, which then was altered. */
export type BoxState = 'closed' | 'open' | 'changed';

function sealOf({ digest, regions, at }: Unblinding, previous: string): string {
  return createHash('sha256')
    .update(JSON.stringify([previous, digest, regions, at]))
    .digest('hex');
}

function isEntry(value: unknown): value is UnblindingEntry {
  if (typeof value !== 'object' || value === null) return false;
  const entry = value as Partial<Record<keyof UnblindingEntry, unknown>>;
  const texts = [entry.digest, entry.at, entry.previous, entry.seal];
  return texts.every((text) => typeof text === 'string') && Array.isArray(entry.regions);
}

/**
 * The record of a run folder, oldest first; empty when the box was never opened. Throws `InvalidInput` naming the first
 * line that is damaged, altered or missing its predecessor: each line is sealed over the one before.
 */
export async function readUnblinding(folder: string): Promise<UnblindingEntry[]> {
  const path = join(folder, UNBLINDING_FILE);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return [];
    throw diskError(path, 'read', error);
  }
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let previous = '';
  return lines.map((line, i) => {
    let entry: unknown;
    try {
      entry = JSON.parse(line);
    } catch {
      entry = undefined;
    }
    if (!isEntry(entry) || entry.previous !== previous || entry.seal !== sealOf(entry, previous)) {
      throw new InvalidInput(path, `line ${i + 1} is damaged or was altered; the record of unblinding cannot be used.`);
    }
    previous = entry.seal;
    return entry;
  });
}

/** What the record says of a search with this digest. */
export function boxState(entries: readonly Unblinding[], digest: string): BoxState {
  if (entries.some((entry) => entry.digest === digest)) return 'open';
  return entries.length === 0 ? 'closed' : 'changed';
}

/**
 * Puts the opening of a box on record, once per digest: a second call gives back the first entry. Lines are only ever
 * added; when the promise resolves the line is on the disk. Throws `InvalidInput` when it cannot be written.
 */
export async function recordUnblinding(folder: string, act: Unblinding): Promise<UnblindingEntry> {
  const entries = await readUnblinding(folder);
  const earlier = entries.find((entry) => entry.digest === act.digest);
  if (earlier !== undefined) return earlier;
  const previous = entries.at(-1)?.seal ?? '';
  const { digest, regions, at } = act;
  const entry: UnblindingEntry = { digest, regions, at, previous, seal: sealOf(act, previous) };
  const path = join(folder, UNBLINDING_FILE);
  try {
    const file = await open(path, 'a');
    try {
      await file.writeFile(`${JSON.stringify(entry)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  } catch (error) {
    throw diskError(path, 'written', error);
  }
  return entry;
}
