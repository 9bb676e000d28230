import type { BranchingRatio } from '../../physics/index.ts';
import {
  COUNT,
  chosen,
  closed,
  exactly,
  filledList,
  filledText,
  identifier,
  keyOf,
  LEVEL,
  listOf,
  type NumberRange,
  number,
  oneOf,
  optional,
  POSITIVE,
  PROBABILITY,
  pairOf,
  recordOf,
  type Schema,
  whole,
} from '../../schema/shapes.ts';
import { measuredFact, numberFact, provenance } from '../../units/fact-schema.ts';
import { quantity } from '../../units/quantity-schema.ts';
import type { Frozen } from '../frozen-state.ts';
import type {
  Axis,
  Background,
  Box,
  Check,
  CitedNormalisation,
  CountedNormalisation,
  Normalisation,
  SearchDocument,
  SignalSample,
} from '../kaon-search.ts';
import type { AnalysisSection } from '../sections/index.ts';
import { decayEntries } from './decay-sample.ts';
import { publishedValue, QUANTITIES } from './published-value.ts';
import { axis, selection } from './selection.ts';

const FRACTION: NumberRange = { from: 0, to: 1, open: 'from', allowed: 'above 0, at most 1' };

/** Names that the experiment has to know; they are held against it when both are at hand. */
const lines = filledList(filledText('the name of a trigger line')) as Schema<unknown>;

const branchingRatio = closed<BranchingRatio>({
  value: number(FRACTION),
  error: number({ from: 0, to: 1, allowed: '0 to 1' }),
  ...provenance,
  regions: optional(recordOf(filledText('a region of phase space'))),
});

const background = closed<Background>({
  ...decayEntries,
  branchingRatio,
  accidental: optional(oneOf<'mu+' | 'mu-'>('halo particle', { 'mu+': true, 'mu-': true })),
  conversions: optional(number(whole(1, 4))),
  published: optional(publishedValue),
  events: optional(measuredFact(POSITIVE)),
  shapeWithout: optional(listOf(filledText('the name of a cut'))),
  note: optional(filledText()),
});

const systematics = recordOf(numberFact({ from: 0, to: 100, allowed: 'a relative error, 0 or more' }));

const counted = closed<CountedNormalisation>({
  ...decayEntries,
  branchingRatio,
  selection,
  triggers: optional(lines as Schema<string[]>),
  axis: optional(axis),
  observed: measuredFact(POSITIVE),
  systematics,
  signalEfficiencies: optional(recordOf(measuredFact(PROBABILITY))),
});

const cited = closed<CitedNormalisation>({ kaonDecays: measuredFact(POSITIVE), systematics });

const normalisation = chosen<Normalisation>([counted, cited], (value) =>
  keyOf(value, 'kaonDecays') === undefined ? counted : cited,
);

/** Edges of a region: in the unit of whichever axis they are on, which is held against the discriminant later. */
const edge = chosen<number>(
  [quantity('energy'), quantity('energy squared'), quantity('length'), quantity('angle')],
  (value) => {
    if (typeof value !== 'string') return number();
    if (/\^2|²/.test(value)) return quantity('energy squared');
    if (/eV/.test(value)) return quantity('energy');
    return /rad/.test(value) ? quantity('angle') : quantity('length');
  },
);

const box = listOf(pairOf(edge), 0, 2) as Schema<Box>;

const check = closed<Check>({
  ...decayEntries,
  quantity: oneOf<Check['quantity']>('quantity of a check', { acceptance: true, resolution: true }),
  selection,
  axis,
  published: publishedValue,
});

const regionName = filledText('the name of a region');
const severalRegions = filledList(regionName);

const published = closed<SearchDocument['published']>({
  observed: optional(numberFact(COUNT)),
  earlierLimit: optional(numberFact()),
  improvement: optional(numberFact()),
  rows: closed<SearchDocument['published']['rows']>(
    Object.fromEntries(Object.keys(QUANTITIES).map((name) => [name, optional(publishedValue)])) as never,
  ),
});

/**
 * The schema of a search with kaons in flight; `section` is that of what it may say under `analyses`, which those know
 * who know the kinds of analyses.
 */
export const kaonSearchSchema = (section: Schema<AnalysisSection>): Schema<SearchDocument> =>
  closed<SearchDocument>({
    kind: exactly('kaon'),
    id: identifier,
    title: filledText(),
    channel: filledText(),
    summary: filledText(),
    references: filledList(filledText('a source')),
    experiment: filledText('the id of an experiment') as Schema<unknown> as Schema<SearchDocument['experiment']>,
    frozen: optional(closed<Frozen>({ date: filledText('a date'), record: filledText('a record') })),
    signal: closed<SignalSample>({ ...decayEntries, parentFraction: optional(measuredFact(FRACTION)) }),
    triggers: lines as Schema<SearchDocument['triggers']>,
    selection,
    discriminant: listOf(axis, 1, 2) as Schema<unknown> as Schema<[Axis] | [Axis, Axis]>,
    regions: recordOf(box),
    blind: listOf(regionName),
    normalisation,
    backgrounds: recordOf(background),
    citedBackgrounds: optional(recordOf(measuredFact(COUNT))),
    signalRegion: chosen<SearchDocument['signalRegion']>([regionName, severalRegions], (value) =>
      Array.isArray(value) ? severalRegions : regionName,
    ),
    limit: optional(
      closed<NonNullable<SearchDocument['limit']>>({
        method: oneOf<NonNullable<SearchDocument['limit']>['method']>('limit method', {
          cls: true,
          'feldman-cousins': true,
          bayes: true,
        }),
        level: number(LEVEL),
      }),
    ),
    pseudoSignal: optional(numberFact({ from: 0, to: 1e12, allowed: 'a number, 0 or more' })),
    spectra: recordOf(axis),
    checks: recordOf(check),
    analyses: optional(recordOf(section)),
    published,
  });
