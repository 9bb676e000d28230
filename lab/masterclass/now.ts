import { computed, signal } from '@preact/signals';
import { askDesk } from '../desk/ask.ts';
import { exercises } from '../exercises/index.ts';
import { change, state } from '../now.ts';
import { languages } from '../texts/index.ts';
import type { MasterclassWorker } from '../workers/masterclass.ts';
import script from '../workers/masterclass.ts?script';
import type { ClassEvent, ClassEvents } from './desk.ts';
import type { CutChoice, Exercise, Tag } from './exercise.ts';
import { emptyResult, keepResult, keptResult, type Result } from './session.ts';
import { type ClassState, classOf } from './state.ts';

/** The desk with the events of the exercises. */
export const desk = askDesk<MasterclassWorker>(new Worker(script, { type: 'module' }));

export const where = computed(() => classOf(state.value.masterclass));
export const texts = computed(() => languages[where.value.language]);
export const exercise = computed<Exercise | undefined>(() => exercises.find(({ id }) => id === where.value.exercise));

export const set = signal<ClassEvents | undefined>(undefined);
export const result = signal<Result | undefined>(undefined);
export const place = signal(0);
/** The right answers; there once the box is open, all are tagged, or the teacher asks. */
export const answers = signal<readonly Tag[] | undefined>(undefined);

/** Goes somewhere in the class. */
export const go = (part: Partial<ClassState>): void => change({ masterclass: { ...where.value, ...part } });

/** Begins an exercise, or goes on with it where the page kept it. */
export async function begin(one: Exercise): Promise<void> {
  set.value = undefined;
  answers.value = undefined;
  place.value = 0;
  result.value = keptResult(one);
  const found = await desk.ask('events', one.id);
  if (exercise.value !== one) return;
  set.value = found;
  if (isDone(one, result.value, found)) answers.value = await desk.ask('answers', one.id);
}

/** Whether nothing is to be tagged any more: the box is open, or, where there is none, every event has its tag. */
function isDone({ box }: Exercise, { opened, tags }: Result, { events }: ClassEvents): boolean {
  return box === undefined ? Object.keys(tags).length === events.length : opened;
}

async function put(next: Result): Promise<void> {
  result.value = next;
  keepResult(next);
  const one = exercise.value;
  if (one !== undefined && set.value !== undefined && isDone(one, next, set.value))
    answers.value = await desk.ask('answers', one.id);
}

/** Says what the event that is shown is, and goes to the next that has no tag. */
export async function tagEvent(tag: Tag): Promise<void> {
  const [now, shown] = [result.value, set.value];
  if (now === undefined || shown === undefined || now.opened) return;
  const tags: Readonly<Record<string, Tag>> = { ...now.tags, [place.value]: tag };
  await put({ ...now, tags });
  const { length } = shown.events;
  const next = Array.from({ length }, (_, i) => (place.value + 1 + i) % length).find((i) => tags[i] === undefined);
  if (next !== undefined) place.value = next;
}

/** Moves a cut, until the box is open. */
export async function moveCut(part: Partial<CutChoice>): Promise<void> {
  const now = result.value;
  if (now?.cuts == null || now.opened) return;
  await put({ ...now, cuts: { ...now.cuts, ...part } });
}

/** Opens the box, once. */
export async function openBox(): Promise<void> {
  if (result.value !== undefined) await put({ ...result.value, opened: true });
}

export async function nameGroup(group: string): Promise<void> {
  if (result.value !== undefined) await put({ ...result.value, group });
}

/** Begins the exercise again, with nothing tagged. */
export async function beginAgain(): Promise<void> {
  const one = exercise.value;
  if (one === undefined) return;
  answers.value = undefined;
  place.value = 0;
  await put(emptyResult(one, result.value?.group));
}

/** Whether an event counts when the box is opened: by the cuts, or by tag and region. */
export function counts(
  one: Exercise,
  { cuts, tags }: Result,
  { number, tracks, missingMass, seenMomentum }: ClassEvent,
): boolean {
  if (cuts !== null)
    return (
      Math.abs(missingMass) <= cuts.mass &&
      seenMomentum <= cuts.momentum &&
      tracks.every(({ charge, energyOverMomentum, muonHit }) =>
        charge > 0 ? (energyOverMomentum ?? 0) >= cuts.energy : !cuts.muon || muonHit,
      )
    );
  const inside = one.regions.some(
    ({ mass, momentum }) =>
      missingMass >= mass[0] && missingMass <= mass[1] && seenMomentum >= momentum[0] && seenMomentum <= momentum[1],
  );
  return tags[number] === one.box?.tag && (one.regions.length === 0 || inside);
}
