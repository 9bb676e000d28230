import { closed, filledText, NOT_NEGATIVE, number, oneOf, optional, POSITIVE, type Schema, text } from '../../schema/shapes.ts';
import { provenance } from '../../units/fact-schema.ts';
import type { PublishedValue, Quantity } from '../published-value.ts';

/** The entries of a published value, for values that say more. */
export const publishedEntries = {
  value: number(),
  ...provenance,
  error: optional(number(NOT_NEGATIVE)),
  agreeWithin: number(POSITIVE),
  agreement: optional(oneOf<'relative' | 'factor'>('agreement', { relative: true, factor: true })),
  why: filledText('why so much agreement is asked'),
  role: optional(oneOf<'computed' | 'input'>('role', { computed: true, input: true })),
  unit: optional(text('a unit')),
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
