import * as v from 'valibot';

/** The rooms of the lab, in the order of the menu. */
export const ROOM_NAMES = ['search', 'cuts', 'box', 'events', 'exclusion', 'drop', 'masterclass'] as const;

export type RoomName = (typeof ROOM_NAMES)[number];

/** Characters of a link or a file at most. */
export const MOST_TEXT = 65_536;

const MOST_SETTINGS = 64;
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const part = v.record(text(80), v.unknown());

/**
 * Everything that the lab is in: the schema of links, files and what the page keeps. The entries before the room are the
 * question, as `spillway run` takes it; the others say how it is looked at. A room's own part is checked by the room.
 */
export const stateSchema = v.strictObject({
  kind: v.literal('question', 'this is not a question of Spillway'),
  version: v.literal(1, 'this was written by another version of the lab'),
  /** The name of a registered search, or a whole document of one's own. */
  search: v.union([text(80), v.record(v.string(), v.unknown())]),
  settings: v.optional(v.pipe(v.array(text(400)), v.maxLength(MOST_SETTINGS)), []),
  /** Decays per sample (behind a dump: per mass); left out: the search's own. */
  events: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e9))),
  /** Decays of single samples, by name, and the precision that asked for them, as a run of the command line writes them. */
  sizes: v.optional(v.record(text(400), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e10)))),
  precision: v.optional(v.pipe(v.number(), v.gtValue(0), v.ltValue(1))),
  seed: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2 ** 53 - 1)), 1),
  room: v.optional(v.picklist(ROOM_NAMES), 'search'),
  exclusion: v.optional(part, {}),
  display: v.optional(part, {}),
  masterclass: v.optional(part, {}),
});

/** A state of the lab, checked. */
export type LabState = v.InferOutput<typeof stateSchema>;

/** The lab as it opens when nothing was asked. */
export const firstState: LabState = v.parse(stateSchema, { kind: 'question', version: 1, search: 'kaon-munuee' });

/** What came from outside as a state, or one sentence on why it is none. */
export function readState(value: unknown): LabState | string {
  const read = v.safeParse(stateSchema, value);
  if (read.success) return read.output;
  const [{ path, message }] = read.issues;
  const where = (path ?? []).map(({ key }) => String(key)).join('.');
  return where === '' ? message : `${where}: ${message}`;
}

/** The state in a text of JSON, or one sentence on why there is none. */
export function readStateText(json: string): LabState | string {
  if (json.length > MOST_TEXT) return `it is longer than ${MOST_TEXT} characters`;
  try {
    return readState(JSON.parse(json));
  } catch {
    return 'it is no JSON: it was cut or altered';
  }
}

/** A state without what is as it would be anyway: the shortest document that means the same. */
export function shortest(state: LabState): Record<string, unknown> {
  const { kind, version, search, ...rest } = state;
  const usual: Readonly<Record<string, unknown>> = firstState;
  const differs = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(usual[key]);
  return { kind, version, search, ...Object.fromEntries(Object.entries(rest).filter(differs)) };
}
