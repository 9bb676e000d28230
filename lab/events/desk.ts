import { type AnySearch, eventsOf, planOf, type RunPlan, type SimulatedEvent } from 'spillway';
import { searchOf } from '../search/asked-search.ts';
import { type Apparatus, apparatusOf } from './apparatus.ts';
import { lot, type SeenEvent, seenEvent, type Truth, truthOf } from './measured-event.ts';

/** Which events are shown. */
export const SHOWN = {
  seen: 'with a track or a cluster',
  candidates: 'read as candidates',
  selected: 'selected',
} as const;
export type ShownName = keyof typeof SHOWN;

/** Which events are asked for. */
export interface EventsAsked {
  readonly search: string | Readonly<Record<string, unknown>>;
  readonly settings: readonly string[];
  readonly seed: number;
  readonly sample: string;
  readonly shown: ShownName;
  readonly count: number;
}

/** A sample that events can be asked of. */
export interface ListedSample {
  readonly name: string;
  readonly role: string;
}

/** Decays that are looked through at most, for the events that were asked for. */
const MOST_DECAYS = 65_536;
const AT_ONCE = 2048;

const tests: Readonly<Record<ShownName, (event: SimulatedEvent) => boolean>> = {
  seen: ({ tracks, photons }) => tracks.length > 0 || photons.some(({ cluster }) => cluster),
  candidates: ({ readings }) => readings.length > 0,
  selected: ({ readings }) => readings.some(({ selected }) => selected),
};

/** What an event counts as: by its decay, or as the candidate that it is read as. */
const weightOf = (event: SimulatedEvent, shown: ShownName): number =>
  shown === 'seen' ? event.weight : Math.max(...event.readings.map(({ weight, trigger }) => weight * trigger));

function planOfAsked(search: AnySearch, { settings, seed }: Pick<EventsAsked, 'settings' | 'seed'>): RunPlan {
  return planOf(search, { settings, seed, events: MOST_DECAYS }) as unknown as RunPlan;
}

/** Truths of the events that were shown last; they leave this worker one by one, when they are asked for. */
const truths = new Map<number, Truth>();

/** A desk with single simulated events: measured first, their truth on request. */
export const eventsDesk = {
  apparatus: (search: EventsAsked['search']): Apparatus => apparatusOf(searchOf(search)),

  /** The samples of a search; none where it is simulated as yields and not event by event. */
  samples: ({ search, settings, seed }: Pick<EventsAsked, 'search' | 'settings' | 'seed'>): readonly ListedSample[] => {
    const document = searchOf(search);
    if (document.kind !== 'kaon') return [];
    return planOfAsked(document, { settings, seed }).samples.map(({ name, role }) => ({ name, role }));
  },

  /**
   * So many events of a sample as they are measured. Weighted decays become unweighted ones: one is shown with the
   * probability weight over the largest weight among those looked through, drawn with the seed.
   */
  events: (asked: EventsAsked): readonly SeenEvent[] => {
    const document = searchOf(asked.search);
    const plan = planOfAsked(document, asked);
    const apparatus = apparatusOf(document);
    const found: SimulatedEvent[] = [];
    let largest = 0;
    const accepted = (): SimulatedEvent[] =>
      found.filter((one) => lot(asked.seed, one.event, 0) * largest < weightOf(one, asked.shown));
    for (let from = 0; from < MOST_DECAYS && accepted().length < asked.count; from += AT_ONCE)
      for (const event of eventsOf(plan, asked.sample, from, AT_ONCE)) {
        if (!tests[asked.shown](event)) continue;
        largest = Math.max(largest, weightOf(event, asked.shown));
        found.push(event);
      }
    const shown = accepted().slice(0, asked.count);
    truths.clear();
    for (const event of shown) truths.set(event.event, truthOf(event, apparatus));
    return shown.map((event) => seenEvent(event, apparatus, asked.seed));
  },

  /** What an event that is shown was made as. */
  truth: (event: number): Truth | null => truths.get(event) ?? null,
};
