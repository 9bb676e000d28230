import {
  closed,
  exactly,
  filledText,
  NOT_NEGATIVE,
  type NumberRange,
  number,
  oneOf,
  optional,
  type Schema,
  text,
} from '../../schema/shapes.ts';
import { provenance } from '../../units/fact-schema.ts';
import type { PublishedValue, Quantity, RowRole } from '../published-value.ts';

const TOLERANCE: NumberRange = { from: 1 + 1e-9, to: 1e6, allowed: 'a factor above 1' };

export const rowRole = oneOf<RowRole>('role', {
  computed: true,
  input: true,
  closure: true,
  'given by the count': true,
});

/** The entries of a published value, for values that say more. */
export const publishedEntries = {
  value: number(),
  ...provenance,
  error: optional(number(NOT_NEGATIVE)),
  agreeWithin: number(TOLERANCE),
  why: filledText('why so much agreement is asked'),
  role: optional(rowRole),
  unit: optional(text('a unit')),
  selection: optional(exactly('unknown')),
};

export const publishedValue: Schema<PublishedValue> = closed<PublishedValue>(publishedEntries);

/** Every quantity that a row can be about. */
export const QUANTITIES: Readonly<Record<Quantity, true>> = {
  acceptance: true,
  acceptanceRatio: true,
  decayFraction: true,
  resolution: true,
  kaonDecays: true,
  ses: true,
  background: true,
  limit: true,
  expectedLimit: true,
  significance: true,
  excludedMassRange: true,
  couplingEdge: true,
  branchingRatio: true,
  parameter: true,
  parameterError: true,
  asymmetry: true,
  pValue: true,
  count: true,
};
