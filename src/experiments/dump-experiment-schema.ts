import type { DumpTarget } from '../physics/production/dump-target.ts';
import {
  checked,
  closed,
  exactly,
  filledList,
  filledText,
  identifier,
  listOf,
  NOT_NEGATIVE,
  type NumberRange,
  number,
  onlyTrue,
  optional,
  PROBABILITY,
  recordOf,
  upwards,
} from '../schema/shapes.ts';
import { factOf, numberFact } from '../units/fact-schema.ts';
import { length, position, positiveEnergy, positiveLength } from '../units/quantity-schema.ts';
import { calorimeter, DOWNSCALING, dipole, strawTracker } from './detector-schema.ts';
import type { DumpExperiment, DumpHalo, DumpPlane, Outline } from './dump-experiment.ts';

type Slab = NonNullable<Outline['slabs']>[number];
type TriggerLine = DumpExperiment['triggers'][string];
type Tile = NonNullable<DumpExperiment['twoTrackTile']>['value'];

const BIG: NumberRange = { from: 0, to: 1e30, open: 'from', allowed: 'a number above 0' };
const probability = numberFact(PROBABILITY);
const notNegative = numberFact(NOT_NEGATIVE);

const slab = checked(
  closed<Slab>({ nx: number(), ny: number(), half: positiveLength }),
  ({ nx, ny }) => nx !== 0 || ny !== 0,
  'needs a direction: nx and ny are both 0',
);

const outline = closed<Outline>({
  x: optional(position),
  y: optional(position),
  radius: optional(positiveLength),
  slabs: optional(listOf(slab, 0, 100)),
});

const plane = closed<DumpPlane>({
  name: filledText('the name of a plane'),
  z: position,
  within: outline,
  holes: listOf(outline, 0, 100),
  scattering: optional(number(NOT_NEGATIVE)),
});

const halo = closed<DumpHalo>({
  secondaryTransverse: optional(factOf(positiveEnergy)),
  positiveRate: notNegative,
  negativeRate: notNegative,
  momentumScale: factOf(positiveEnergy),
  radius: factOf(positiveLength),
  sourceZ: factOf(position),
  angleSpread: notNegative,
  sourceSize: factOf(length),
});

const target = closed<Omit<DumpTarget, 'beamMomentum'>>({
  massNumber: number(BIG),
  atomicNumber: number(BIG),
  radiationLength: number(BIG),
});

/** An experiment whose protons end in a dump. */
export const dumpExperimentSchema = closed<DumpExperiment>({
  kind: exactly('dump'),
  id: identifier,
  title: filledText(),
  references: listOf(filledText('a source')),
  beam: closed<DumpExperiment['beam']>({
    momentum: factOf(positiveEnergy),
    protons: numberFact(BIG),
    protonsError: notNegative,
    x: factOf(position),
    y: factOf(position),
    spot: factOf(length),
  }),
  dump: closed<DumpExperiment['dump']>({
    frontFace: factOf(position),
    length: factOf(length),
    interactionLength: factOf(positiveLength),
    target: factOf(target),
  }),
  decayVolume: factOf(upwards(position)),
  magnet: optional(dipole),
  planes: filledList(factOf(plane)),
  apertures: optional(listOf(factOf(plane))),
  calorimeter: optional(calorimeter),
  tracker: optional(strawTracker),
  halo: optional(halo),
  triggers: recordOf(
    closed<TriggerLine>({
      title: filledText('what the line asks for'),
      efficiency: probability,
      downscaling: numberFact(DOWNSCALING),
    }),
  ),
  twoTrackTile: optional(
    factOf(closed<Tile>({ plane: filledText('the name of a plane'), x: positiveLength, y: positiveLength })),
  ),
  trackEfficiency: probability,
  identification: recordOf(probability),
  projected: optional(onlyTrue),
  taken: optional(factOf(filledText('the year or years'))),
});
