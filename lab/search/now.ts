import { computed, effect, signal, untracked } from '@preact/signals';
import { askDesk, DeskFault } from '../desk/ask.ts';
import { change, state } from '../now.ts';
import { dark } from '../parts/theme.tsx';
import type { SearchWorker } from '../workers/search.ts';
import script from '../workers/search.ts?script';
import type { ListedSearch, Round, SearchNews } from './desk.ts';

/** The desk that carries out searches; it lives as long as the page. */
export const desk = askDesk<SearchWorker>(new Worker(script, { type: 'module' }));

/** Every registered search. */
export const listed = signal<readonly ListedSearch[]>([]);

/** The last whole result. */
export const round = signal<Round | undefined>(undefined);

/** How far the present round is; undefined while nothing runs. */
export const far = signal<Exclude<SearchNews, Round> | undefined>(undefined);

/** Why a search could not be carried out. */
export const refused = signal('');

export const running = signal(false);

let control: AbortController | undefined;

/** The question that `round` answers: without its decays, and with them. */
let answered = { of: '', whole: '', dark: false };

/** Whether the last round of what is asked was answered. */
export const whole = computed(() => round.value !== undefined && round.value.round === round.value.rounds - 1);

/** Goes on with the rounds that are left; where none is, with twice the decays. */
export function goOn(): void {
  const { value: last } = round;
  if (last === undefined || !whole.value) void fill();
  else change({ events: 2 * last.events });
}

/** Carries out the question of the state; what ran before is stopped. */
export async function fill(): Promise<void> {
  stop();
  const mine = new AbortController();
  control = mine;
  running.value = true;
  refused.value = '';
  const { search, settings, seed, events, sizes, precision } = state.value;
  const dress = { dark: dark.value, narrow: matchMedia('(max-width: 40rem)').matches };
  const of = JSON.stringify([search, settings, seed, sizes, precision]);
  const question = JSON.stringify([of, events]);
  if (of !== answered.of || events === undefined || events < (round.value?.events ?? 0))
    if (question !== answered.whole) round.value = undefined;
  const last = round.value;
  // Rounds that were answered are not gone through again, but the last one where it is to be drawn otherwise.
  const redraw = answered.whole === question && (whole.value || answered.dark !== dress.dark);
  const done = last === undefined ? undefined : { round: last.round, events: last.events, redraw };
  answered = { of, whole: question, dark: dress.dark };
  const tell = (news: SearchNews): void => {
    if (mine.signal.aborted) return;
    if ('report' in news) round.value = news;
    else far.value = news;
  };
  try {
    const asked = { search, settings, seed, events, sizes, precision, dress, done };
    await desk.ask('fill', asked, { tell, signal: mine.signal });
  } catch (error) {
    if (!mine.signal.aborted) refused.value = error instanceof DeskFault ? error.message : String(error);
  } finally {
    if (control === mine) {
      running.value = false;
      far.value = undefined;
    }
  }
}

/** Stops what runs; what is done is kept. */
export function stop(): void {
  control?.abort();
  control = undefined;
  running.value = false;
  far.value = undefined;
}

/** Fills the search that is asked, at once and whenever the question changes, for as long as the room is open. */
export function follow(): () => void {
  const end = effect(() => {
    const { search, settings, seed, events, sizes, precision } = state.value;
    question.value = JSON.stringify([search, settings, seed, events, sizes, precision, dark.value]);
  });
  const fillAgain = effect(() => {
    if (question.value !== '') untracked(() => void fill());
  });
  return () => {
    end();
    fillAgain();
    stop();
  };
}

const question = signal('');
