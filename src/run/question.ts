import * as v from 'valibot';
import { checkDocument, InvalidInput } from '../schema/index.ts';
import { parseJson } from '../schema/parse-json.ts';
import {
  chosen,
  closed,
  exactly,
  filledText,
  foundButAllowed,
  keyOf,
  LEVEL,
  listOf,
  nameNotAllowed,
  number,
  optional,
  recordOf,
  type Schema,
  text,
  whole,
} from '../schema/shapes.ts';
import type { AnySearch } from '../search/any-search.ts';
import type { Asked } from '../search/asking/asked.ts';
import { searchIn } from './read-search-document.ts';

/**
 * A question: which search, with which settings, how many events, which seed. What a run's folder keeps, what the lab
 * saves and opens, and what `spillway run FILE` takes. The lab's own keys (room, look and so on) are taken along unread.
 */
export interface Question {
  readonly kind: 'question';
  readonly version: 1;
  /** The id of a registered search, or a whole document. */
  readonly search: string | Readonly<Record<string, unknown>>;
  readonly settings?: readonly string[];
  readonly events?: number;
  /** Decays of single samples, by name, as a precision asked for them. */
  readonly sizes?: Readonly<Record<string, number>>;
  readonly precision?: number;
  readonly seed?: number;
  readonly room?: string;
  readonly look?: Readonly<Record<string, unknown>>;
  readonly exclusion?: Readonly<Record<string, unknown>>;
  readonly display?: Readonly<Record<string, unknown>>;
  readonly masterclass?: Readonly<Record<string, unknown>>;
}

const anything: Schema<Readonly<Record<string, unknown>>> = recordOf(v.unknown());
const id = filledText('the id of a search, or its document');

/** The schema of a question. */
export const questionSchema = closed<Question>({
  kind: exactly('question'),
  version: v.literal(1, (issue) =>
    foundButAllowed(issue.input, '1: the question was written by another version of Spillway'),
  ) as Schema<1>,
  search: chosen<Question['search']>([id, anything], (value) => (typeof value === 'object' ? anything : id)),
  settings: optional(listOf(text('a setting path=value'))),
  events: optional(number(whole(1, 1e10))),
  sizes: optional(recordOf(number(whole(1, 1e10)))),
  precision: optional(number(LEVEL)),
  seed: optional(number(whole(0, Number.MAX_SAFE_INTEGER))),
  room: optional(text('the name of a room')),
  look: optional(anything),
  exclusion: optional(anything),
  display: optional(anything),
  masterclass: optional(anything),
});

/** What was asked of a run, as a question: by the id of its search where that is registered as it stands. */
export function questionOf(
  search: AnySearch,
  { settings, events, sizes, precision, seed }: Asked,
  registered: boolean,
): Question {
  return {
    ...{ kind: 'question', version: 1 },
    search: registered ? search.id : (search as unknown as Readonly<Record<string, unknown>>),
    ...(settings !== undefined && settings.length > 0 && { settings }),
    ...(events !== undefined && { events }),
    ...(sizes !== undefined && { sizes }),
    ...(precision !== undefined && { precision }),
    ...(seed !== undefined && { seed }),
  };
}

/** What is asked in a JSON text: a question, or a search document alone. */
export interface AskedSearch {
  readonly search: string | AnySearch;
  readonly settings: readonly string[];
  readonly events: number | undefined;
  readonly sizes?: Readonly<Record<string, number>> | undefined;
  readonly precision?: number | undefined;
  readonly seed: number | undefined;
}

/** What `kind` may say in a file that asks something. */
const KINDS = ['question', 'kaon', 'dump'];

/** Reads a question, or a search document, from a JSON text called `name`. Throws InvalidInput with what does not fit. */
export function readQuestion(json: string, name: string): AskedSearch {
  const document = parseJson(json, name, 'a search or a question as one JSON object');
  const kind = keyOf(document, 'kind');
  if (typeof kind === 'string' && !KINDS.includes(kind))
    throw new InvalidInput(`${name}.kind`, nameNotAllowed('kind of document', kind, KINDS));
  if (kind !== 'question')
    return { search: searchIn(document, name), settings: [], events: undefined, seed: undefined };
  const {
    search,
    settings = [],
    events,
    sizes,
    precision,
    seed,
  } = checkDocument<Question>(questionSchema, document, name);
  const found = typeof search === 'string' ? search : searchIn(search, `${name}.search`);
  return { search: found, settings, events, sizes, precision, seed };
}
