import {
  ANY_NUMBER,
  type Closed,
  closed,
  filledText,
  NOT_NEGATIVE,
  type NumberRange,
  number,
  oneOf,
  optional,
  type Schema,
  text,
} from '../schema/shapes.ts';
import type { Fact, Measured, Tag } from './fact.ts';

const TAGS: Readonly<Record<Tag, true>> = {
  published: true,
  code: true,
  computed: true,
  recalled: true,
  unverified: true,
  proposal: true,
  'set by the user': true,
};

export const tag = oneOf<Tag>('tag', TAGS);

/** The keys of a fact besides its value. */
export const provenance = { tag, source: filledText('where the number comes from'), note: optional(text()) };

/** A value with its provenance, the value as the schema says. */
export const factOf = <T>(value: Schema<T>): Closed<Fact<T>> => closed<Fact<T>>({ value, ...provenance } as never);

/** A number with its provenance. */
export const numberFact = (range: NumberRange = ANY_NUMBER): Closed<Fact> => factOf(number(range));

/** A number with its error, zero or more, and its provenance. */
export const measuredFact = (range: NumberRange = ANY_NUMBER): Closed<Measured> =>
  closed<Measured>({ value: number(range), error: number(NOT_NEGATIVE), ...provenance });
