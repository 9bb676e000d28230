import {
  COUNT,
  checked,
  chosen,
  closed,
  exactly,
  filledList,
  filledText,
  identifier,
  keyOf,
  kindBy,
  LEVEL,
  later,
  listOf,
  NOT_NEGATIVE,
  nothing,
  number,
  oneOf,
  onlyTrue,
  optional,
  POSITIVE,
  PROBABILITY,
  pairOf,
  recordOf,
  type Schema,
  upwards,
} from '../../schema/shapes.ts';
import type { PointingRegion } from '../../stages/selection/pointing.ts';
import { factOf, measuredFact, numberFact, provenance } from '../../units/fact-schema.ts';
import { length, position, positiveEnergy, positiveLength } from '../../units/quantity-schema.ts';
import type {
  ClusterPairCuts,
  DumpBackground,
  DumpCheck,
  DumpCount,
  DumpSearchDocument,
  PairParticle,
  SeenEvent,
  SeenOfPair,
  ThirdPhotonCuts,
} from '../dump-search.ts';
import type { Frozen } from '../frozen-state.ts';
import { publishedValue } from './published-value.ts';

type Published = DumpSearchDocument['published'];
type Independent = NonNullable<DumpSearchDocument['modelIndependent']>;
type PointingBox = Extract<PointingRegion, { readonly shape: 'box' }>;
type Ellipse = Extract<PointingRegion, { readonly shape: 'ellipse' }>;
type Edges = NonNullable<Published['contour']>['value'][number];
type Asymmetric = Extract<DumpCount, { readonly up: number }>;
type Bounded = Extract<DumpCount, { readonly upperLimit: true }>;

const PARTICLES: Readonly<Record<PairParticle, true>> = {
  'e+': true,
  'e-': true,
  'mu+': true,
  'mu-': true,
  'pi+': true,
  'pi-': true,
  gamma: true,
};

const region = kindBy<PointingRegion>('shape', 'shape', {
  anywhere: closed<Extract<PointingRegion, { readonly shape: 'anywhere' }>>({ shape: exactly('anywhere') }),
  box: closed<PointingBox>({ shape: exactly('box'), z: upwards(position), distance: upwards(length) }),
  ellipse: closed<Ellipse>({
    shape: exactly('ellipse'),
    z: position,
    semiZ: positiveLength,
    semiDistance: positiveLength,
  }),
});

const counts = {
  symmetric: measuredFact(COUNT),
  asymmetric: closed<Asymmetric>({
    value: number(COUNT),
    ...provenance,
    up: number(NOT_NEGATIVE),
    down: number(NOT_NEGATIVE),
  }),
  bounded: closed<Bounded>({
    value: number(COUNT),
    ...provenance,
    upperLimit: onlyTrue,
  }),
};

const count = chosen<DumpCount>(Object.values(counts), (value) => {
  if (keyOf(value, 'upperLimit') !== undefined) return counts.bounded;
  return keyOf(value, 'up') !== undefined || keyOf(value, 'down') !== undefined ? counts.asymmetric : counts.symmetric;
});

const background = closed<DumpBackground>({
  title: filledText(),
  secondariesFrom: optional(factOf(upwards(position))),
  regions: recordOf(count),
});

const check = kindBy<DumpCheck>('kind', 'kind of check', {
  'decay probability': closed<Extract<DumpCheck, { kind: 'decay probability' }>>({
    kind: exactly('decay probability'),
    length: positiveLength,
    expected: publishedValue,
  }),
  'power of protons': closed<Extract<DumpCheck, { kind: 'power of protons' }>>({
    kind: exactly('power of protons'),
    mass: positiveEnergy,
    expected: publishedValue,
  }),
  'best limit': closed<Extract<DumpCheck, { kind: 'best limit' }>>({
    kind: exactly('best limit'),
    mass: positiveEnergy,
    expected: publishedValue,
  }),
});

const edges = checked(
  listOf(
    chosen<number | null>([number(POSITIVE), nothing], (value) => (value === null ? nothing : number(POSITIVE))),
    3,
    3,
  ),
  ([mass, lower]) => mass !== null && lower !== null,
  'needs mass, lower coupling and upper coupling; only the last may be null',
) as Schema<unknown> as Schema<Edges>;

/** The entries of what was published, but for the searches that it was combined with. */
const publishedEntries = {
  model: optional(filledText('the id of a hidden particle')),
  limit: optional(filledText('the id of a published limit')),
  contour: optional(factOf(listOf(edges) as Schema<readonly Edges[]>)),
  excludedMassRange: optional(factOf(upwards(number(POSITIVE)))),
  checks: optional(listOf(check)),
  rows: recordOf(publishedValue),
};

const independentEntries = {
  decays: listOf(oneOf<'K' | 'K*'>('meson', { K: true, 'K*': true }), 1, 1),
  masses: factOf(upwards(positiveEnergy)),
  improved: factOf(upwards(positiveEnergy)),
};

/** A search whose publication was combined with those of `combined`. */
const searchWith = (combined: Schema<DumpSearchDocument>): Schema<DumpSearchDocument> =>
  closed<DumpSearchDocument>({
    kind: exactly('dump'),
    id: identifier,
    title: filledText(),
    channel: filledText(),
    summary: filledText(),
    references: filledList(filledText('a source')),
    experiment: filledText('the id of an experiment') as Schema<unknown> as Schema<DumpSearchDocument['experiment']>,
    frozen: optional(closed<Frozen>({ date: filledText('a date'), record: filledText('a record') })),
    pair: pairOf(oneOf<PairParticle>('particle of the pair', PARTICLES)),
    triggers: filledList(filledText('the name of a trigger line')) as Schema<unknown> as Schema<
      DumpSearchDocument['triggers']
    >,
    selection: closed<DumpSearchDocument['selection']>({
      reach: filledList(filledText('the name of a plane')),
      needs: optional(oneOf<SeenOfPair>('number of the pair', { both: true, any: true, only: true })),
      smallestMomentum: factOf(positiveEnergy),
      largestMomentum: optional(factOf(positiveEnergy)),
      smallestTotal: optional(factOf(positiveEnergy)),
      efficiency: optional(numberFact(PROBABILITY)),
      decayVolume: optional(factOf(upwards(position))),
      vertexDistance: optional(factOf(positiveLength)),
      separation: optional(
        closed<NonNullable<DumpSearchDocument['selection']['separation']>>({
          at: filledList(filledText('the name of a plane')),
          distance: factOf(positiveLength),
        }),
      ),
      vertexZ: optional(factOf(upwards(position))),
      clusters: optional(
        closed<ClusterPairCuts>({
          at: filledText('the name of a plane'),
          distance: factOf(positiveLength),
          z: factOf(upwards(position)),
          centre: factOf(positiveLength),
        }),
      ),
      photon: optional(
        closed<ThirdPhotonCuts>({
          at: filledText('the name of a plane'),
          smallestEnergy: factOf(positiveEnergy),
          distance: factOf(positiveLength),
        }),
      ),
      vetoes: recordOf(numberFact(PROBABILITY)),
    }),
    regions: recordOf(factOf(region)),
    blind: listOf(filledText('the name of a region')),
    massWindow: optional(numberFact({ from: 0, to: 100, open: 'from', allowed: 'a number above 0, at most 100' })),
    backgrounds: recordOf(background),
    limit: closed<DumpSearchDocument['limit']>({
      method: exactly('cls'),
      level: number(LEVEL),
      region: filledText('the name of a region'),
    }),
    observed: closed<DumpSearchDocument['observed']>({
      value: number(COUNT),
      ...provenance,
      events: listOf(closed<SeenEvent>({ mass: factOf(positiveEnergy) })),
    }),
    publishedResolution: optional(
      closed<NonNullable<DumpSearchDocument['publishedResolution']>>({
        distance: factOf(positiveLength),
        z: factOf(positiveLength),
      }),
    ),
    published: closed<Published>({ ...publishedEntries, combinedWith: optional(listOf(combined, 0, 10)) }),
    modelIndependent: optional(
      closed<Independent>({ ...independentEntries, earlier: optional(listOf(combined, 0, 10)) }),
    ),
  });

/** The schema of a search behind a dump. */
export const dumpSearchSchema: Schema<DumpSearchDocument> = searchWith(
  later<DumpSearchDocument>('search combined with', () => dumpSearchSchema),
);
