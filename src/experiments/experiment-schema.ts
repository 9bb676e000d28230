import { type ParticleName, particles } from '../physics/particles/index.ts';
import {
  checked,
  chosen,
  closed,
  filledText,
  identifier,
  keyOf,
  listOf,
  NOT_NEGATIVE,
  number,
  oneOf,
  optional,
  POSITIVE,
  PROBABILITY,
  recordOf,
  upwards,
} from '../schema/shapes.ts';
import { factOf, numberFact } from '../units/fact-schema.ts';
import {
  angle,
  energy as anyEnergy,
  length,
  position,
  positiveEnergy,
  positiveLength,
  rate,
  spread,
} from '../units/quantity-schema.ts';
import { DOWNSCALING, detector } from './detector-schema.ts';
import { dumpExperimentSchema } from './dump-experiment-schema.ts';
import type {
  AnyExperiment,
  AssociationFacts,
  Countable,
  CountingPrimitive,
  DensityTerm,
  EnergyPrimitive,
  Experiment,
  Halo,
  KaonBeam,
  PlainPrimitive,
  Primitive,
  SoftwareCondition,
  Spill,
  TriggerLine,
  VetoWindows,
} from './experiment.ts';
import { hermetic } from './hermetic-schema.ts';

const CONDITIONS: Readonly<Record<SoftwareCondition, true>> = { KTAG: true, '!LAV': true, exotic: true, pnn: true };

type ClusterWindow = VetoWindows['clusters']['value'][number];

const notNegative = numberFact(NOT_NEGATIVE);
const efficiency = numberFact(PROBABILITY);

const counting = closed<CountingPrimitive>({
  counts: oneOf<Countable>('what is counted', {
    quadrants: true,
    'opposite quadrants': true,
    'muon tiles': true,
    'outer muon tiles': true,
  }),
  atLeast: number({ from: 1, to: 100, whole: true, allowed: 'a whole number from 1 on' }),
  efficiency,
});
const energy = closed<EnergyPrimitive>({ energyAbove: factOf(positiveEnergy), turnOn: factOf(positiveEnergy) });
const plain = closed<PlainPrimitive>({ efficiency });

const primitive = chosen<Primitive>([counting, energy, plain], (value) =>
  keyOf(value, 'counts') !== undefined ? counting : keyOf(value, 'energyAbove') !== undefined ? energy : plain,
);

/** Charged particles that decay on their way. */
const BEAM_PARTICLES = Object.fromEntries(
  [...particles.values()]
    .filter(({ charge, ctau }) => charge !== 0 && ctau > 0 && ctau < Number.POSITIVE_INFINITY)
    .map(({ name }) => [name, true]),
) as Record<ParticleName, true>;
const beamParticle = oneOf<ParticleName>('beam particle', BEAM_PARTICLES);

const above = number(POSITIVE);
const gaussian = closed<{ gaussian: { height: number; width: number } }>({
  gaussian: closed<{ height: number; width: number }>({ height: above, width: above }),
});
const exponential = closed<{ exponential: { height: number; rate: number } }>({
  exponential: closed<{ height: number; rate: number }>({ height: above, rate: above }),
});
const line = closed<{ line: { height: number; slope: number } }>({
  line: closed<{ height: number; slope: number }>({ height: above, slope: number() }),
});
const density = factOf(
  listOf(
    chosen<DensityTerm>([gaussian, exponential, line], (value) =>
      keyOf(value, 'gaussian') !== undefined
        ? gaussian
        : keyOf(value, 'exponential') !== undefined
          ? exponential
          : line,
    ),
    1,
    20,
  ),
);

const beam = closed<KaonBeam>({
  particle: beamParticle,
  momentum: factOf(positiveEnergy),
  momentumSpread: notNegative,
  slopeX: factOf(angle),
  slopeY: factOf(angle),
  divergence: factOf(spread),
  profile: closed<KaonBeam['profile']>({ z: factOf(position), halfX: factOf(length), halfY: factOf(length) }),
  fiducial: factOf(upwards(position)),
  rate: factOf(rate),
  approach: factOf(positiveLength),
  spectrometer: closed<KaonBeam['spectrometer']>({
    momentumResolution: notNegative,
    angleResolution: factOf(spread),
    stations: numberFact(NOT_NEGATIVE),
    stationEfficiency: efficiency,
  }),
  upstreamOpening: closed<KaonBeam['upstreamOpening']>({
    z: factOf(position),
    halfX: factOf(positiveLength),
    halfY: factOf(positiveLength),
  }),
  association: closed<AssociationFacts>({
    approach: density,
    accidentalApproach: density,
    approachEnd: factOf(positiveLength),
    taggingTime: density,
    trackTime: density,
    window: factOf(positiveLength),
    leastDiscriminant: efficiency,
    leastLargerDiscriminant: efficiency,
    closestApproach: factOf(positiveLength),
    kaonShare: efficiency,
  }),
});

const halo = closed<Halo>({
  positiveRate: factOf(rate),
  negativeRate: factOf(rate),
  timeWindow: factOf(positiveLength),
  momentumScale: factOf(positiveEnergy),
  radiusScale: factOf(positiveLength),
  angleSpread: factOf(spread),
});

const windows = closed<VetoWindows>({
  largeAngle: factOf(length),
  smallAngle: factOf(length),
  charged: factOf(length),
  clusters: factOf(
    listOf(
      closed<ClusterWindow>({
        above: anyEnergy,
        resolutions: optional(number(NOT_NEGATIVE)),
        halfWidth: optional(length),
      }),
      0,
      20,
    ),
  ),
  halo: factOf(length),
});

const spill = closed<Spill>({
  referenceRate: factOf(rate),
  haloInside: factOf(rate),
  decayRegion: factOf(upwards(position)),
  decays: listOf(filledText('a decay')),
  intensitySpread: notNegative,
  largestIntensity: numberFact({ from: 1, to: 100, allowed: '1 to 100' }),
  largeAngleThreshold: factOf(anyEnergy),
  clusterTime: closed<Spill['clusterTime']>({
    constant: factOf(length),
    inverse: factOf(length),
    inverseRoot: factOf(length),
  }),
  windows: closed<Spill['windows']>({ standard: windows, hermetic: windows }),
});

const triggerLine = closed<TriggerLine>({
  title: filledText('what the line asks for'),
  hardware: listOf(filledText('the name of a primitive')),
  software: listOf(oneOf<SoftwareCondition>('software condition', CONDITIONS)),
  downscaling: numberFact(DOWNSCALING),
});

/** An experiment with kaons in flight. */
export const kaonExperimentSchema = checked(
  closed<Experiment>({
    id: identifier,
    title: filledText(),
    references: listOf(filledText('a source')),
    detector,
    beam,
    halo,
    spill,
    hermetic: optional(hermetic),
    primitives: recordOf(primitive),
    software: closed<Experiment['software']>({
      KTAG: efficiency,
      '!LAV': efficiency,
      exotic: efficiency,
      pnn: efficiency,
    }),
    triggers: recordOf(triggerLine),
  }),
  ({ primitives, triggers }) =>
    Object.values(triggers).every(({ hardware }) =>
      hardware.every((name) => Object.hasOwn(primitives, name.startsWith('!') ? name.slice(1) : name)),
    ),
  'needs primitives of the experiment in the hardware of every trigger line, with or without a ! before them',
);

/** Any experiment: a dump says so under `kind`. */
export const experimentSchema = chosen<AnyExperiment>([kaonExperimentSchema, dumpExperimentSchema], (value) =>
  keyOf(value, 'kind') === undefined ? kaonExperimentSchema : dumpExperimentSchema,
);
