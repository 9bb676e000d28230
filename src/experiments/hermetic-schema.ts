import { checked, closed, filledList, number, POSITIVE, PROBABILITY, whole } from '../schema/shapes.ts';
import { factOf, numberFact } from '../units/fact-schema.ts';
import { position, positiveLength } from '../units/quantity-schema.ts';
import type {
  BandedEfficiency,
  ChargedVetoes,
  Hermetic,
  InefficiencyMap,
  PionCalorimetry,
  RingFacts,
  SideCounter,
} from './hermetic.ts';

const probability = number(PROBABILITY);

const banded = factOf(
  checked(
    closed<BandedEfficiency>({ central: probability, low: probability, high: probability }),
    ({ central, low, high }) => low <= central && central <= high,
    'needs low ≤ central ≤ high',
  ),
);

const ascending = (list: readonly number[]): boolean => list.every((value, i) => i === 0 || value > list[i - 1]);

const map = factOf(
  checked(
    closed<InefficiencyMap>({
      energy: filledList(number(POSITIVE)),
      central: filledList(probability),
      low: filledList(probability),
      high: filledList(probability),
    }),
    ({ energy, central, low, high }) =>
      ascending(energy) &&
      [central, low, high].every((column) => column.length === energy.length && column.every((value) => value > 0)) &&
      central.every((value, i) => low[i] <= value && value <= high[i]),
    'needs ascending energies, and central between low and high, above 0, for each of them',
  ),
);

/** What an experiment says of one pion and nothing else. */
export const hermetic = closed<Hermetic>({
  photons: closed<Hermetic['photons']>({ largeAngle: map, calorimeter: map, smallAngle: map }),
  charged: closed<ChargedVetoes>({
    segmentChambers: numberFact(whole(1, 20)),
    trackChambers: numberFact(whole(1, 20)),
    chamber: banded,
    largeAngle: banded,
    plane: banded,
    smallAngle: banded,
    smallAngleInnerRadius: factOf(positiveLength),
    sideCounter: factOf(
      closed<SideCounter>({ z: position, centreX: position, halfX: positiveLength, halfY: positiveLength }),
    ),
    side: banded,
  }),
  ring: closed<RingFacts>({
    focalLength: factOf(positiveLength),
    fullRadius: factOf(positiveLength),
    fullHits: numberFact(POSITIVE),
    hitResolution: factOf(positiveLength),
    found: banded,
    likelihoodRatio: numberFact({ from: 0, to: 1, open: 'from', allowed: 'above 0 and at most 1' }),
    tail: banded,
  }),
  pion: closed<PionCalorimetry>({ pi: banded, mu: banded, e: banded }),
});
