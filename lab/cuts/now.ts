import { effect, signal } from '@preact/signals';
import { change, state } from '../now.ts';
import { dark } from '../parts/theme.tsx';
import { desk } from '../search/now.ts';
import type { CutAnswer } from './cut-answer.ts';
import type { Edge, HandleAxis } from './handles.ts';
import { settingText } from './setting-text.ts';

/** The last answer; what is drawn. */
export const answer = signal<CutAnswer | undefined>(undefined);

/** The answer before anything was moved, to compare with. */
export const first = signal<CutAnswer | undefined>(undefined);

/** Which cut is pictured. */
export const shown = signal('');

export const busy = signal(false);
export const refused = signal('');

let asked: string | undefined;
let under = false;

/** Asks for the answer to the present settings; while one is under way only the newest question waits. */
async function ask(): Promise<void> {
  if (under) return;
  under = true;
  busy.value = true;
  while (asked !== undefined) {
    const question = asked;
    const { search, settings, seed } = state.value;
    const dress = { dark: dark.value, narrow: matchMedia('(max-width: 40rem)').matches };
    try {
      const found = await desk.ask('move', { search, settings, seed, events: undefined, dress, shown: shown.value });
      answer.value = found;
      if (settings.length === 0) first.value = found;
      refused.value = '';
    } catch (error) {
      refused.value = error instanceof Error ? error.message : String(error);
    }
    if (asked === question) asked = undefined;
  }
  under = false;
  busy.value = false;
}

/** Follows the question of the lab for as long as the room is open. */
export function follow(): () => void {
  let before: unknown;
  return effect(() => {
    const { search, settings, seed } = state.value;
    if (search !== before) {
      before = search;
      first.value = undefined;
    }
    asked = JSON.stringify([search, settings, seed, shown.value, dark.value]);
    void ask();
  });
}

/** Where an edge was put, in the unit of its picture, until the answer has it there too; else where the answer has it. */
export function placeOf({ path, value, origin = 0 }: Edge, { unit }: HandleAxis): number {
  const put = state.value.settings.find((setting) => setting.startsWith(`${path}=`))?.slice(path.length + 1);
  const [, number, said] = /^(-?[\d.]+)(.*)$/.exec(put ?? '') ?? [];
  return said === (unit === '1' ? '' : unit) ? Number(number) + origin : value;
}

/** Moves an edge to a value in the unit of its picture: one setting, in place of the one before. */
export function moveEdge(edge: Edge, axis: HandleAxis, value: number): void {
  const rest = state.value.settings.filter((setting) => !setting.startsWith(`${edge.path}=`));
  change({ settings: [...rest, settingText(edge, axis, value)] });
}

/** Puts these edges, or everything, back where the search has them. */
export function putBack(...paths: readonly string[]): void {
  const stays = (setting: string): boolean => !paths.some((path) => setting.startsWith(`${path}=`));
  change({ settings: paths.length === 0 ? [] : state.value.settings.filter(stays) });
}
