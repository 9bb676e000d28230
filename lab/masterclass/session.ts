import * as v from 'valibot';
import { type CutChoice, type Exercise, TAGS, type Tag } from './exercise.ts';

const tag = v.picklist(TAGS);
const cuts = v.strictObject({ mass: v.number(), momentum: v.number(), energy: v.number(), muon: v.boolean() });

/** What a group did in an exercise: a file that is handed in, and what the page keeps over a crash. */
const resultSchema = v.strictObject({
  kind: v.literal('masterclass result', 'this is no result of a masterclass'),
  version: v.literal(1, 'this was written by another version of the lab'),
  exercise: v.pipe(v.string(), v.maxLength(60)),
  group: v.pipe(v.string(), v.maxLength(60)),
  /** By the number of the event. */
  tags: v.record(v.pipe(v.string(), v.regex(/^\d{1,3}$/)), tag),
  cuts: v.nullable(cuts),
  /** Whether the box was opened; answers and cuts stand still from then on. */
  opened: v.boolean(),
});

/** The work of one group. */
export type Result = v.InferOutput<typeof resultSchema>;

/** A result that nothing was done in yet. */
export function emptyResult({ id, cuts: first }: Exercise, group = ''): Result {
  return {
    ...{ kind: 'masterclass result', version: 1, exercise: id, group, tags: {} },
    cuts: (first as CutChoice | undefined) ?? null,
    opened: false,
  };
}

/** A result from a text, or one sentence on why it is none. */
export function readResult(text: string): Result | string {
  try {
    const read = v.safeParse(resultSchema, JSON.parse(text));
    return read.success ? read.output : read.issues[0].message;
  } catch {
    return 'this is no JSON';
  }
}

const keyOf = (id: string): string => `spillway masterclass ${id}`;

/** The result that the page kept of an exercise. */
export function keptResult(exercise: Exercise): Result {
  try {
    const read = readResult(localStorage.getItem(keyOf(exercise.id)) ?? '');
    return typeof read === 'string' || read.exercise !== exercise.id ? emptyResult(exercise) : read;
  } catch {
    return emptyResult(exercise);
  }
}

/** Keeps a result over a reload or a crash. */
export function keepResult(result: Result): void {
  try {
    localStorage.setItem(keyOf(result.exercise), JSON.stringify(result));
  } catch {
    // A browser that keeps nothing: the result can still be saved as a file.
  }
}

/** The results of several groups: per tag how often it was given, and how many answers are right. */
export function merged(results: readonly Result[], answers: readonly Tag[]) {
  const given = results.flatMap(({ tags }) =>
    Object.entries(tags).map(([number, one]) => ({ number: Number(number), one })),
  );
  return {
    groups: results.map(({ group }) => group),
    answered: given.length,
    right: given.filter(({ number, one }) => answers[number] === one).length,
    perTag: Object.fromEntries(TAGS.map((name) => [name, given.filter(({ one }) => one === name).length])),
  };
}
