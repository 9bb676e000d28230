import {
  chosen,
  closed,
  exactly,
  filledText,
  identifier,
  keyOf,
  listOf,
  NOT_NEGATIVE,
  oneOf,
  recordOf,
  upwards,
} from '../schema/shapes.ts';
import { factOf, numberFact } from '../units/fact-schema.ts';
import { angle, length, position, positiveEnergy, positiveLength, rate, spread } from '../units/quantity-schema.ts';
import { DOWNSCALING, detector } from './detector-schema.ts';
import { dumpExperimentSchema } from './dump-experiment-schema.ts';
import type {
  AnyExperiment,
  Experiment,
  Halo,
  KaonBeam,
  Primitive,
  SoftwareCondition,
  TriggerLine,
} from './experiment.ts';

const PRIMITIVES: Readonly<Record<Primitive, true>> = {
  RICH: true,
  CHOD: true,
  Q1: true,
  Q2: true,
  QX: true,
  H2: true,
  M1: true,
  M2: true,
  MO1: true,
  MO2: true,
  E1: true,
  E10: true,
  E20: true,
  E30: true,
  '!QX': true,
  '!M1': true,
  '!E30': true,
};
const CONDITIONS: Readonly<Record<SoftwareCondition, true>> = { KTAG: true, '!LAV': true, exotic: true, pnn: true };

const notNegative = numberFact(NOT_NEGATIVE);

const beam = closed<KaonBeam>({
  particle: exactly('K+'),
  momentum: factOf(positiveEnergy),
  momentumSpread: notNegative,
  slopeX: factOf(angle),
  slopeY: factOf(angle),
  divergence: factOf(spread),
  profile: closed<KaonBeam['profile']>({ z: factOf(position), halfX: factOf(length), halfY: factOf(length) }),
  fiducial: factOf(upwards(position)),
  rate: factOf(rate),
  approach: factOf(positiveLength),
  spectrometer: closed<KaonBeam['spectrometer']>({ momentumResolution: notNegative, angleResolution: factOf(spread) }),
});

const halo = closed<Halo>({
  positiveRate: factOf(rate),
  negativeRate: factOf(rate),
  timeWindow: factOf(positiveLength),
  momentumScale: factOf(positiveEnergy),
  radiusScale: factOf(positiveLength),
  angleSpread: factOf(spread),
});

const triggerLine = closed<TriggerLine>({
  title: filledText('what the line asks for'),
  hardware: listOf(oneOf<Primitive>('trigger primitive', PRIMITIVES)),
  software: listOf(oneOf<SoftwareCondition>('software condition', CONDITIONS)),
  downscaling: numberFact(DOWNSCALING),
});

/** An experiment with kaons in flight. */
export const kaonExperimentSchema = closed<Experiment>({
  id: identifier,
  title: filledText(),
  references: listOf(filledText('a source')),
  detector,
  beam,
  halo,
  triggers: recordOf(triggerLine),
});

/** Any experiment: a dump says so under `kind`. */
export const experimentSchema = chosen<AnyExperiment>([kaonExperimentSchema, dumpExperimentSchema], (value) =>
  keyOf(value, 'kind') === undefined ? kaonExperimentSchema : dumpExperimentSchema,
);
