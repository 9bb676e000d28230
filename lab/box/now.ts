import { effect, signal, untracked } from '@preact/signals';
import { state } from '../now.ts';
import { dark } from '../parts/theme.tsx';
import { desk } from '../search/now.ts';
import type { Fill } from '../workers/lanes.ts';
import type { BoxLook } from './desk.ts';

/** The box as it is now. */
export const look = signal<BoxLook | undefined>(undefined);

/** The box as it was before it was opened in this visit. */
export const before = signal<BoxLook | undefined>(undefined);

export const far = signal<Fill | undefined>(undefined);
export const refused = signal('');

/** Whether the box is being looked at, opened, or given other data: nothing else may be asked of it meanwhile. */
export const busy = signal(false);

/** The name of the user's own data; '' for pseudo-data. */
export const ownData = signal('');

const asking = () => {
  const { search, settings, seed, events, sizes, precision } = state.value;
  const dress = { dark: dark.value, narrow: matchMedia('(max-width: 40rem)').matches };
  return { search, settings, seed, events, sizes, precision, dress };
};

let control: AbortController | undefined;

async function ask(name: 'lookAtBox' | 'openBox'): Promise<void> {
  control?.abort();
  const mine = new AbortController();
  control = mine;
  refused.value = '';
  busy.value = true;
  try {
    const tell = (news: Fill): void => {
      if (!mine.signal.aborted) far.value = news;
    };
    const found = await desk.ask(name, asking(), { tell, signal: mine.signal });
    if (!mine.signal.aborted) look.value = found;
  } catch (error) {
    if (!mine.signal.aborted) refused.value = error instanceof Error ? error.message : String(error);
  } finally {
    if (control === mine) {
      far.value = undefined;
      busy.value = false;
    }
  }
}

/** The box that `look` shows: the question without how it is drawn. */
let shown = '';

/** What was seen of another box is not shown for this one. */
function forget(): void {
  look.value = undefined;
  before.value = undefined;
}

/** Follows the question of the lab: another question is another box. */
export function follow(): () => void {
  const question = signal('');
  const end = effect(() => {
    question.value = JSON.stringify(asking());
  });
  const lookAgain = effect(() => {
    if (question.value === '') return;
    untracked(() => {
      const { dress: _, ...box } = asking();
      if (shown !== JSON.stringify(box)) forget();
      shown = JSON.stringify(box);
      void ask('lookAtBox');
    });
  });
  return () => {
    end();
    lookAgain();
    control?.abort();
  };
}

/** Opens the box, once, on record. */
export async function openBox(): Promise<void> {
  const closed = look.value;
  // The record is worth more than a cache: the browser shall not throw it away when space is short.
  void navigator.storage?.persist?.().catch(() => false);
  await ask('openBox');
  if (look.value?.open && closed?.open === false) before.value = closed;
}

/** Takes the counts of a file in place of pseudo-data, or pseudo-data again. */
export async function useFile(file: File | undefined): Promise<void> {
  busy.value = true;
  try {
    const bytes = file === undefined ? undefined : { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
    ownData.value = await desk.ask('useData', bytes);
    forget();
    await ask('lookAtBox');
  } catch (error) {
    busy.value = false;
    refused.value = error instanceof Error ? error.message : String(error);
  }
}

/** The record of openings as a file. */
export const record = async (): Promise<string> => await desk.ask('record', undefined);
