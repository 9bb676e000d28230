import {
  chosen,
  closed,
  type Entries,
  exactly,
  filledText,
  listOf,
  type NumberRange,
  number,
  optional,
  recordOf,
  type Schema,
} from '../../schema/shapes.ts';
import type { Length } from '../../units/index.ts';
import { energy, positiveLength } from '../../units/quantity-schema.ts';
import type { DecaySample, HiddenParticle } from '../decay-sample.ts';

/** Sizes relative to the other samples. */
const FACTOR: NumberRange = { from: 0, to: 1000, open: 'from', allowed: 'a number above 0, at most 1000' };
export const eventsFactor = number(FACTOR);

const prompt = exactly('prompt');
const lifetime = chosen<'prompt' | Length>([prompt, positiveLength], (value) =>
  value === 'prompt' ? prompt : positiveLength,
);

/** The entries of a sample, for samples that say more. */
export const decayEntries: Entries<DecaySample> = {
  decay: filledText("a decay such as 'K+ -> pi+ pi0'"),
  hidden: optional(recordOf(closed<HiddenParticle>({ mass: energy, lifetime }))),
  models: optional(listOf(filledText('the id of an amplitude'))),
  eventsFactor: optional(eventsFactor),
};

export const decaySample: Schema<DecaySample> = closed<DecaySample>(decayEntries);
