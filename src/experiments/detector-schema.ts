import {
  checked,
  closed,
  filledList,
  listOf,
  NOT_NEGATIVE,
  type NumberRange,
  number,
  POSITIVE,
  PROBABILITY,
  type Schema,
} from '../schema/shapes.ts';
import { factOf, numberFact } from '../units/fact-schema.ts';
import type { Length } from '../units/index.ts';
import { length, position, positiveEnergy, positiveLength, spread } from '../units/quantity-schema.ts';
import type {
  Annulus,
  Calorimeter,
  Detector,
  Dipole,
  Identification,
  MuonDetector,
  PhotonVetoes,
  ProbabilityMap,
  StrawTracker,
  VetoRing,
} from './detector-types.ts';

const chambers = listOf(position, 4, 20) as Schema<unknown> as Schema<readonly Length[]>;
const probability = numberFact(PROBABILITY);
const notNegative = numberFact(NOT_NEGATIVE);

/** One event in as many is kept. */
export const DOWNSCALING: NumberRange = { from: 1, to: 1e12, allowed: '1 or more: one event in as many is kept' };

const annulus = closed<Annulus>({
  z: factOf(position),
  centreX: factOf(position),
  innerRadius: factOf(length),
  outerRadius: factOf(positiveLength),
});

export const strawTracker = closed<StrawTracker>({
  trackChiSquare: numberFact(POSITIVE),
  z: factOf(chambers),
  holeCentreX: factOf(chambers),
  holeHalfWidth: factOf(length),
  outerRadius: factOf(positiveLength),
  momentumResolution: closed<StrawTracker['momentumResolution']>({ constant: notNegative, slope: notNegative }),
  angleResolution: closed<StrawTracker['angleResolution']>({ scattering: notNegative, constant: factOf(spread) }),
  positionResolution: factOf(length),
  thickness: probability,
  atomicNumber: numberFact(POSITIVE),
  chamberEfficiency: probability,
});

export const dipole = closed<Dipole>({ z: factOf(position), kick: factOf(positiveEnergy) });

export const calorimeter = closed<Calorimeter>({
  z: factOf(position),
  innerRadius: factOf(length),
  apothem: factOf(positiveLength),
  energyResolution: closed<Calorimeter['energyResolution']>({
    stochastic: notNegative,
    noise: notNegative,
    constant: notNegative,
  }),
  positionResolution: factOf(length),
  clusterEfficiency: probability,
  mergingDistance: factOf(length),
  electronLeast: numberFact(POSITIVE),
  minimumIonisingEnergy: factOf(positiveEnergy),
  pionIonisingFraction: probability,
  hadronicMaximum: numberFact(POSITIVE),
});

const muonDetector = closed<MuonDetector>({
  z: factOf(position),
  innerRadius: factOf(length),
  halfWidth: factOf(positiveLength),
  innerTilesHalfWidth: factOf(length),
  scattering: notNegative,
  efficiency: probability,
  momentumThreshold: factOf(positiveEnergy),
});

const vetoes = closed<PhotonVetoes>({
  largeAngle: factOf(
    listOf(closed<VetoRing>({ z: position, innerRadius: length, outerRadius: positiveLength }), 0, 1000),
  ),
  largeAngleThreshold: factOf(positiveEnergy),
  largeAngleInefficiency: probability,
  smallAngle: annulus,
  smallAngleInefficiency: probability,
  clusterThreshold: factOf(positiveEnergy),
  clusterInefficiency: probability,
});

const ascending = (list: readonly number[]): boolean => list.every((value, i) => i === 0 || value > list[i - 1]);

const map = checked(
  closed<ProbabilityMap>({
    momentum: filledList(number(NOT_NEGATIVE)),
    central: filledList(number(PROBABILITY)),
    low: filledList(number(PROBABILITY)),
    high: filledList(number(PROBABILITY)),
  }),
  ({ momentum, central, low, high }) =>
    ascending(momentum) && [central, low, high].every((column) => column.length === momentum.length),
  'needs ascending momenta, and one entry of central, low and high for each of them',
);

const identities = closed<Identification['e']>({ e: factOf(map), mu: factOf(map), pi: factOf(map) });

export const detector = closed<Detector>({
  straw: strawTracker,
  magnet: dipole,
  rich: annulus,
  newChod: annulus,
  chod: annulus,
  calorimeter,
  muonDetector,
  vetoes,
  identification: closed<Identification>({ e: identities, mu: identities, pi: identities }),
  trackEfficiency: probability,
  analysisEfficiency: probability,
});
