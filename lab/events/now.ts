import { computed, effect, signal, untracked } from '@preact/signals';
import { askDesk } from '../desk/ask.ts';
import { change, state } from '../now.ts';
import type { EventsWorker } from '../workers/events.ts';
import script from '../workers/events.ts?script';
import type { Apparatus } from './apparatus.ts';
import type { ListedSample, ShownName } from './desk.ts';
import type { SeenEvent, Truth } from './measured-event.ts';
import { type DisplayState, displayOf } from './state.ts';

/** The desk with single events. */
export const desk = askDesk<EventsWorker>(new Worker(script, { type: 'module' }));

export const apparatus = signal<Apparatus | undefined>(undefined);
export const samples = signal<readonly ListedSample[]>([]);
export const events = signal<readonly SeenEvent[]>([]);
export const truth = signal<Truth | undefined>(undefined);
export const refused = signal('');
export const busy = signal(false);

/** Which of the events is shown. */
export const place = signal(0);
export const event = computed(() => events.value[place.value]);

const COUNT = 40;

/** What is asked of the display. */
export const display = (): DisplayState => displayOf(state.value.display);

/** Changes what is asked of the display. */
export const show = (part: Partial<DisplayState>): void => change({ display: { ...display(), ...part } });

/** Goes to the next event, or the one before. */
export function step(by: number): void {
  const { length } = events.value;
  if (length === 0) return;
  place.value = (place.value + by + length) % length;
  truth.value = undefined;
}

/** Asks for what the event was made as. */
export async function askTruth(): Promise<void> {
  const shown = event.value;
  if (shown === undefined) return;
  const found = await desk.ask('truth', shown.event);
  if (event.value === shown) truth.value = found ?? undefined;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function load(): Promise<void> {
  const { search, settings, seed } = state.value;
  const { sample, shown } = display();
  busy.value = true;
  refused.value = '';
  truth.value = undefined;
  try {
    apparatus.value = await desk.ask('apparatus', search);
    samples.value = await desk.ask('samples', { search, settings, seed });
    const name = samples.value.find((one) => one.name === sample)?.name ?? samples.value[0]?.name;
    events.value =
      name === undefined
        ? []
        : await desk.ask('events', { search, settings, seed, sample: name, shown: shown as ShownName, count: COUNT });
    place.value = 0;
  } catch (error) {
    events.value = [];
    refused.value = messageOf(error);
  } finally {
    busy.value = false;
  }
}

/** Follows what is asked for as long as the room is open. */
export function follow(): () => void {
  const question = signal('');
  const ends = [
    effect(() => {
      const { search, settings, seed, display: part } = state.value;
      const { sample, shown } = displayOf(part);
      question.value = JSON.stringify([search, settings, seed, sample, shown]);
    }),
    effect(() => {
      if (question.value !== '') untracked(() => void load());
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
