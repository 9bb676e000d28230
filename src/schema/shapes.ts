import * as v from 'valibot';
import { nearestName } from './nearest-name.ts';
import { valueInWords } from './value-in-words.ts';

/** A check at run time that gives a T, or issues with paths. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** A key that may be left out. */
export type OptionalKey<T> = v.ExactOptionalSchema<Schema<T>, undefined>;

/** One schema for each key of T, marked as optional where the key is: the compiler refuses a missing or a further one. */
export type Entries<T> = {
  readonly [K in keyof T]-?: Record<never, never> extends Pick<T, K>
    ? OptionalKey<Required<T>[K]>
    : Schema<T[K]> & { readonly wrapped?: never };
};

/** An object with exactly these keys. */
export interface Closed<T> extends Schema<T> {
  readonly entries: Entries<T>;
}

/** The sentence of a value that does not fit. */
export const foundButAllowed = (found: unknown, allowed: string): string =>
  `found ${valueInWords(found)}, allowed is ${allowed}`;

const didYouMean = (name: string, names: readonly string[]): string => {
  const near = nearestName(name, names);
  return near === undefined ? '' : ` Did you mean '${near}'?`;
};

/** Keys of a document that a refusal looks at: a document of another kind may have hundreds of thousands. */
const KEYS_LOOKED_AT = 200;

/** Names as a refusal lists them: all of them while they are few. */
const listOfNames = (names: readonly string[]): string =>
  names.length <= 40 ? names.join(', ') : `${names.slice(0, 40).join(', ')} and ${names.length - 40} more`;

/** The sentence of a name that is not in a list: what was found, the nearest one, all allowed. */
export function nameNotAllowed(kind: string, found: unknown, names: readonly string[]): string {
  if (typeof found !== 'string') return foundButAllowed(found, `a ${kind}: ${listOfNames(names)}`);
  return `unknown ${kind} ${valueInWords(found)}.${didYouMean(found, names)} Allowed: ${listOfNames(names)}.`;
}

const firstFew = (words: readonly string[]): string =>
  words.length <= 5 ? words.join(', ') : `${words.slice(0, 4).join(', ')} and more`;

/** Keys that a closed object does not know, among the first of the document. */
const unknownKeys = (parent: unknown, names: readonly string[]): string[] =>
  parent === null || typeof parent !== 'object'
    ? []
    : Object.keys(parent)
        .slice(0, KEYS_LOOKED_AT)
        .filter((key) => !names.includes(key));

/** A schema of objects that refuses lists, which are objects to the language. */
function noList<S extends v.GenericSchema>(schema: S, allowed: string): S {
  const list = v.custom<never>(
    () => false,
    (issue) => foundButAllowed(issue.input, allowed),
  );
  const run: S['~run'] = (dataset, config) =>
    (Array.isArray(dataset.value) ? (list as unknown as S) : schema)['~run'](dataset, config);
  return { ...schema, '~run': run };
}

/**
 * An object of type T, closed: a key that T does not have is refused with the nearest name and all that are allowed. The
 * entries cannot drift from the type, since the compiler wants one of the right type for each of its keys.
 */
export function closed<T extends object>(entries: Entries<T>): Closed<T> {
  const own: v.ObjectEntries = Object.assign(Object.create(null), entries);
  const names = Object.keys(entries);
  const schema = v.strictObject(own, (issue) => {
    if (issue.expected === 'Object') return foundButAllowed(issue.input, `an object with ${listOfNames(names)}`);
    const parent = issue.path?.[0]?.input;
    if (issue.expected !== 'never') {
      const given = unknownKeys(parent, names);
      const near = nearestName(String(issue.path?.[0]?.key), given);
      return near === undefined ? 'is missing' : `is missing; '${near}' is there instead`;
    }
    const more = unknownKeys(parent, names).filter((key) => key !== issue.input);
    const others = more.length === 0 ? '' : `, and so are ${firstFew(more.map((key) => valueInWords(key)))}`;
    return `unknown key${others}.${didYouMean(String(issue.input), names)} Allowed: ${listOfNames(names)}.`;
  });
  return noList(schema, `an object with ${listOfNames(names)}`) as unknown as Closed<T>;
}

/** A key that may be left out. */
export const optional = <T>(schema: Schema<T>): OptionalKey<T> => v.exactOptional(schema);

/** Any text; `what` says in a refusal what it is for. */
export const text = (what = 'a text'): Schema<string> => v.string((issue) => foundButAllowed(issue.input, what));

/** A text that is not blank, nor the name of something that every object has: names are looked up in documents. */
export const filledText = (what = 'a text'): Schema<string> =>
  v.pipe(
    v.string((issue) => foundButAllowed(issue.input, what)),
    v.check(
      (given) => given.trim() !== '',
      () => `is empty, needed is ${what}`,
    ),
    v.check(
      (given) => !(given in Object.prototype),
      (issue) => foundButAllowed(issue.input, `${what}, and not what every object has`),
    ),
    v.metadata({ description: what }),
  );

const IDENTIFIER = /^[A-Za-z0-9][A-Za-z0-9_-]{0,79}$/;

/** The id of a document, which names files and folders as well: letters, digits, '-' and '_'. */
export const identifier: Schema<string> = v.pipe(
  v.string((issue) => foundButAllowed(issue.input, 'an id')),
  v.check(
    (given) => IDENTIFIER.test(given),
    (issue) =>
      foundButAllowed(issue.input, "an id of at most 80 letters, digits, '-' and '_', the first a letter or digit"),
  ),
  v.metadata({ pattern: IDENTIFIER.source }),
);

export const trueOrFalse: Schema<boolean> = v.boolean((issue) => foundButAllowed(issue.input, 'true or false'));

/** The word that says that something holds; where it does not, the key is left out. */
export const onlyTrue: Schema<true> = v.literal(true, (issue) => foundButAllowed(issue.input, 'true'));

export const nothing: Schema<null> = v.null((issue) => foundButAllowed(issue.input, 'null'));

/** Exactly this text. */
export const exactly = <const T extends string>(value: T): Schema<T> =>
  v.literal(value, (issue) => foundButAllowed(issue.input, `'${value}'`));

/** One of the names that a table is keyed by; `kind` says in a refusal what they name. */
export function oneOf<N extends string>(kind: string, table: Readonly<Record<N, unknown>>): Schema<N> {
  const names = Object.keys(table) as N[];
  return v.picklist(names, (issue) => nameNotAllowed(kind, issue.input, names));
}

/** Bounds of a number, both belonging to what is allowed unless `open`, and how a refusal says them. */
export interface NumberRange {
  readonly from: number;
  readonly to: number;
  readonly open?: 'from' | 'to' | 'both';
  readonly allowed: string;
  readonly whole?: true;
}

/** Larger numbers overflow in products; nothing that is measured comes near. */
export const LARGEST = 1e60;
export const ANY_NUMBER: NumberRange = { from: -LARGEST, to: LARGEST, allowed: 'a number' };
export const POSITIVE: NumberRange = { from: 0, to: LARGEST, open: 'from', allowed: 'a number above 0' };
export const NOT_NEGATIVE: NumberRange = { from: 0, to: LARGEST, allowed: 'a number, 0 or more' };
export const PROBABILITY: NumberRange = { from: 0, to: 1, allowed: '0 to 1' };
/** A number of events, expected or counted. */
export const COUNT: NumberRange = { from: 0, to: 1e15, allowed: 'a number, 0 or more' };
/** A confidence level. */
export const LEVEL: NumberRange = { from: 0, to: 1, open: 'both', allowed: 'a level between 0 and 1, both excluded' };
/** A whole number of something, from `from` to `to`. */
export const whole = (from: number, to: number): NumberRange => ({
  from,
  to,
  whole: true,
  allowed: `a whole number from ${from} to ${to}`,
});

/** Whether a number is within a range; never true for NaN. */
export function inRange(value: number, { from, to, open, whole: isWhole }: NumberRange): boolean {
  const above = open === 'from' || open === 'both' ? value > from : value >= from;
  const below = open === 'to' || open === 'both' ? value < to : value <= to;
  return above && below && (isWhole !== true || Number.isInteger(value));
}

/** Bounds so wide that what is allowed does not say them, until a number goes beyond. */
const WIDE = 1e15;

/** What is allowed of a number that was refused, with the bound that it goes beyond. */
export function allowedFor(value: unknown, { from, to, allowed }: NumberRange): string {
  if (typeof value !== 'number') return allowed;
  if (to >= WIDE && value > to) return `${allowed}, at most ${to}`;
  return from <= -WIDE && value < from ? `${allowed}, at least ${from}` : allowed;
}

/** A plain number within a range. */
export const number = (range: NumberRange = ANY_NUMBER): Schema<number> =>
  v.pipe(
    v.number((issue) => foundButAllowed(issue.input, range.allowed)),
    v.check(
      (value) => inRange(value, range),
      (issue) => foundButAllowed(issue.input, allowedFor(issue.input, range)),
    ),
    v.metadata({ range }),
  );

/** A list, of `from` to `to` entries. */
export function listOf<T>(entry: Schema<T>, from = 0, to = Number.POSITIVE_INFINITY): Schema<T[]> {
  const size = from === to ? `${from}` : to === Number.POSITIVE_INFINITY ? `${from} or more` : `${from} to ${to}`;
  const allowed = from === 0 && to === Number.POSITIVE_INFINITY ? 'a list' : `a list of ${size}`;
  return v.pipe(
    v.array(entry, (issue) => foundButAllowed(issue.input, allowed)),
    v.check(
      (list) => list.length >= from && list.length <= to,
      (issue) => foundButAllowed(issue.input, allowed),
    ),
    v.metadata({ length: { from, to } }),
  );
}

/** A list with one entry or more. */
export const filledList = <T>(entry: Schema<T>): Schema<[T, ...T[]]> => listOf(entry, 1) as Schema<unknown> as never;

/** Two of the same. */
export const pairOf = <T>(entry: Schema<T>): Schema<[T, T]> => listOf(entry, 2, 2) as Schema<unknown> as never;

const NAMED_ENTRIES = 'an object with a name for each entry';

/** An object whose keys are names of the writer's choice. */
export const recordOf = <T>(entry: Schema<T>): Schema<Record<string, T>> =>
  noList(
    v.record(v.string(), entry, (issue) => foundButAllowed(issue.input, NAMED_ENTRIES)),
    NAMED_ENTRIES,
  );

/** A schema that is chosen by looking at the value: `options` are all there are, for the JSON Schema. */
export interface Chosen<T> extends Schema<T> {
  readonly options: readonly Schema<unknown>[];
}

/** One of several schemas, chosen by what the value looks like, so that refusals are those of the one that was meant. */
export function chosen<T>(options: readonly Schema<unknown>[], choose: (value: unknown) => Schema<unknown>): Chosen<T> {
  return Object.assign(v.lazy(choose) as unknown as Schema<T>, { options });
}

/** A schema that contains itself; `name` is what the JSON Schema calls it. */
export const later = <T>(name: string, of: () => Schema<T>): Schema<T> =>
  Object.assign(v.lazy(of) as unknown as Schema<T>, { later: { name, of } });

/** The value of a key, undefined for what is no object. */
export const keyOf = (value: unknown, key: string): unknown =>
  value !== null && typeof value === 'object' && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined;

/** Objects of several kinds, told apart by the name under `key`. */
export function kindBy<T>(key: string, what: string, kinds: Readonly<Record<string, Schema<unknown>>>): Chosen<T> {
  const names = Object.keys(kinds);
  const refusal = v.pipe(
    v.unknown(),
    v.rawCheck(({ dataset, addIssue }) => {
      const input: unknown = dataset.value;
      if (input === null || typeof input !== 'object' || Array.isArray(input)) {
        addIssue({ message: foundButAllowed(input, `an object with '${key}': ${listOfNames(names)}`) });
        return;
      }
      const value = keyOf(input, key);
      addIssue({
        message:
          value === undefined ? `is missing; allowed: ${listOfNames(names)}` : nameNotAllowed(what, value, names),
        path: [{ type: 'object', origin: 'value', input: input as Record<string, unknown>, key, value }],
      });
    }),
  );
  return chosen<T>(Object.values(kinds), (value) => {
    const name = keyOf(value, key);
    return typeof name === 'string' && Object.hasOwn(kinds, name) ? kinds[name] : refusal;
  });
}

/** A schema with one more condition on the whole of it; `problem` is the sentence when it does not hold. */
export const checked = <T>(schema: Schema<T>, holds: (value: T) => boolean, problem: string): Schema<T> =>
  v.pipe(
    schema,
    v.check(holds, () => problem),
  );

/** A range whose end lies above its start. */
export const upwards = <T extends number>(entry: Schema<T>): Schema<[T, T]> =>
  checked(pairOf(entry), ([from, to]) => from < to, 'the range ends before it starts');
