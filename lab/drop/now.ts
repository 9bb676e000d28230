import { signal } from '@preact/signals';
import type { ImportedOpenings } from 'spillway/browser';
import { type AskDesk, askDesk, DeskFault } from '../desk/ask.ts';
import { change } from '../now.ts';
import { dark } from '../parts/theme.tsx';
import { readStateText } from '../state.ts';
import type { DropWorker } from '../workers/drop.ts';
import script from '../workers/drop.ts?script';
import type { CountsAsked, DrawnFiles } from './desk.ts';

/** Seconds that a file may take before its reading is given up. */
const PATIENCE = 60;
const MOST_BYTES = 512 * 2 ** 20;

export const answer = signal<DrawnFiles | undefined>(undefined);
export const counted = signal<Awaited<ReturnType<DropWorker['count']>> | undefined>(undefined);
export const refused = signal('');

/** What came of a record of openings that was dropped. */
export const imported = signal<ImportedOpenings | undefined>(undefined);
export const busy = signal(false);
export const level = signal(0.95);
export const patch = signal<string | undefined>(undefined);

let desk: AskDesk<DropWorker> | undefined;
let given: Readonly<Record<string, Uint8Array<ArrayBuffer>>> = {};

/** The desk: made when it is first needed, and again after it was ended. */
const open = (): AskDesk<DropWorker> => {
  desk ??= askDesk<DropWorker>(new Worker(script, { type: 'module' }));
  return desk;
};

/** Which question is the newest. */
let asked = 0;

/** Ends the desk; the next question makes a new one. */
function end(): void {
  desk?.end();
  desk = undefined;
}

/** Ends what is being read. */
export function cancel(why = 'Given up.'): void {
  end();
  busy.value = false;
  refused.value = why;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Asks for the answer to the files that are there. */
export async function askAgain(): Promise<void> {
  if (Object.keys(given).length === 0) return;
  // A question that is still being answered is not asked any more.
  if (busy.value) end();
  const mine = ++asked;
  busy.value = true;
  refused.value = '';
  const patience = setTimeout(
    () => cancel(`Given up after ${PATIENCE} seconds: \`spillway limit\` has no such limit.`),
    1000 * PATIENCE,
  );
  const dress = { dark: dark.value, narrow: matchMedia('(max-width: 40rem)').matches };
  try {
    const found = await open().ask('answer', { files: given, level: level.value, patch: patch.value, dress });
    if (mine === asked) answer.value = found;
  } catch (error) {
    if (mine === asked && busy.value) {
      refused.value = messageOf(error);
      if (error instanceof DeskFault && error.name === 'WorkerFailure') end();
    }
  } finally {
    clearTimeout(patience);
    if (mine === asked) busy.value = false;
  }
}

/** The name of a file among those it came with: several of one name are told apart. */
const nameOf = (files: readonly File[], i: number): string =>
  files.slice(0, i).some(({ name }) => name === files[i].name) ? `${i + 1} ${files[i].name}` : files[i].name;

/** A file so small may be a question of the lab, or a record of openings. */
const MOST_TO_LOOK_AT = 1_000_000;

/** The first line of a record of openings. */
const RECORD = /^\{"search":"[^"\n]*","digest":.*"seal":"[0-9a-f]*"\}/;

async function takeRecord(name: string, text: string): Promise<void> {
  try {
    imported.value = await open().ask('importRecord', { name, text });
    refused.value = '';
  } catch (error) {
    refused.value = messageOf(error);
  }
}

/** Takes files that were dropped, pasted or chosen. A question of the lab or of a run opens as what it is. */
export async function take(files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  answer.value = undefined;
  imported.value = undefined;
  patch.value = undefined;
  if (files.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES) {
    refused.value = 'These files are larger than 512 MiB together.';
    return;
  }
  const [only] = files;
  if (files.length === 1 && only.size < MOST_TO_LOOK_AT) {
    const text = await only.text();
    const state = readStateText(text);
    if (typeof state !== 'string') {
      given = {};
      change(state);
      return;
    }
    if (RECORD.test(text)) {
      given = {};
      await takeRecord(only.name, text);
      return;
    }
  }
  given = Object.fromEntries(
    await Promise.all(
      files.map(async (file, i) => [nameOf(files, i), new Uint8Array(await file.arrayBuffer())] as const),
    ),
  );
  await askAgain();
}

/** The limit of one count. */
export async function count(asked: CountsAsked): Promise<void> {
  try {
    counted.value = await open().ask('count', asked);
    refused.value = '';
  } catch (error) {
    refused.value = messageOf(error);
  }
}
