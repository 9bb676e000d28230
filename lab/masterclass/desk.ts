import { type AnySearch, eventsOf, planOf, type RunPlan, type SimulatedEvent } from 'spillway';
import { countingLimit } from 'spillway/statistics';
import { type Apparatus, apparatusOf } from '../events/apparatus.ts';
import { lot, type SeenEvent, seenEvent } from '../events/measured-event.ts';
import { exercises } from '../exercises/index.ts';
import { registered } from '../search/asked-search.ts';
import type { Exercise, Share, Tag } from './exercise.ts';
import { type Beam, missing } from './kinematics.ts';

/** An event of an exercise: as it is seen, with what follows from it, and without its answer. */
export interface ClassEvent extends SeenEvent {
  readonly number: number;
  readonly missingMass: number;
  readonly seenMomentum: number;
}

/** The events of an exercise in the apparatus. */
export interface ClassEvents {
  readonly apparatus: Apparatus;
  readonly events: readonly ClassEvent[];
}

const MOST_DECAYS = 32_768;
const AT_ONCE = 1024;

/** The answers of an exercise, event by event; they leave this worker when they are asked for. */
const answersOf = new Map<string, readonly Tag[]>();

function exerciseCalled(id: string): Exercise {
  const found = exercises.find((one) => one.id === id);
  if (found === undefined) throw new Error(`there is no exercise called '${id}'`);
  return found;
}

/** A search of one kind of decay, as far as its events go. */
function searchFor({ search }: Exercise, decay: string): AnySearch {
  const { frozen: _, ...base } = registered[search] as AnySearch & { readonly frozen?: unknown };
  const bare = { checks: {}, analyses: {}, citedBackgrounds: {}, backgrounds: {}, published: { rows: {} } };
  return { ...base, ...bare, id: 'masterclass', signal: { decay } } as unknown as AnySearch;
}

/** The events of one share: decays by their weight, those that show the tracks that are wanted. */
function eventsOfShare(exercise: Exercise, share: Share, beam: Beam): readonly SimulatedEvent[] {
  const plan = planOf(searchFor(exercise, share.decay), {
    seed: exercise.seed,
    events: MOST_DECAYS,
  }) as unknown as RunPlan;
  const found: SimulatedEvent[] = [];
  let largest = 0;
  const wanted = ({ tracks }: SimulatedEvent): boolean =>
    tracks.length === share.tracks &&
    tracks.every(({ reached }) => reached.includes('calorimeter')) &&
    tracks.reduce((sum, { charge }) => sum + charge, 0) === 1 &&
    tracks.every(({ momentum }) => Math.hypot(...momentum) < beam.momentum);
  const accepted = () => found.filter(({ weight, event }) => lot(exercise.seed, event, 0) * largest < weight);
  for (let from = 0; from < MOST_DECAYS && accepted().length < share.events; from += AT_ONCE)
    for (const event of eventsOf(plan, 'signal', from, AT_ONCE)) {
      if (!wanted(event)) continue;
      largest = Math.max(largest, event.weight);
      found.push(event);
    }
  return accepted().slice(0, share.events);
}

/** A desk with the events of the exercises, and their answers on request. */
export const masterclassDesk = {
  /** The events of an exercise, mixed: the same for every student of every class. */
  events: (id: string): ClassEvents => {
    const exercise = exerciseCalled(id);
    const search = registered[exercise.search];
    const apparatus = apparatusOf(search);
    const { beam: facts } = (planOf(search, { events: 1000 }) as unknown as RunPlan).experiment;
    const beam = { momentum: facts.momentum.value, slopeX: facts.slopeX.value, slopeY: facts.slopeY.value };
    const drawn = exercise.shares.flatMap((share, s) =>
      eventsOfShare(exercise, share, beam).map((event) => ({
        event,
        tag: share.tag,
        turn: lot(exercise.seed, event.event, 7 + s),
      })),
    );
    drawn.sort((a, b) => a.turn - b.turn);
    answersOf.set(
      id,
      drawn.map(({ tag }) => tag),
    );
    return {
      apparatus,
      events: drawn.map(({ event }, number): ClassEvent => {
        const seen = seenEvent(event, apparatus, exercise.seed);
        const { mass, momentum } = missing(seen.tracks, exercise.taken, beam);
        return { ...seen, readings: [], number, missingMass: mass, seenMomentum: momentum };
      }),
    };
  },

  /** The right answers of an exercise, in the order of its events. */
  answers: (id: string): readonly Tag[] => {
    if (!answersOf.has(id)) masterclassDesk.events(id);
    return answersOf.get(id) ?? [];
  },

  /** The interval of a branching fraction (90 %) from a count without background, and what one event is worth. */
  interval: ({
    count,
    sensitivity,
  }: {
    readonly count: number;
    readonly sensitivity: number;
  }): readonly [number, number] | null =>
    countingLimit({ observed: count, background: 0, ses: sensitivity, level: 0.9, method: 'feldman-cousins' })
      .branchingRatio?.interval ?? null,
};
