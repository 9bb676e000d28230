import { hiddenParticles } from '../../physics/hidden/index.ts';
import {
  COUNT,
  checked,
  chosen,
  closed,
  exactly,
  filledList,
  filledText,
  keyOf,
  listOf,
  NOT_NEGATIVE,
  nothing,
  number,
  oneOf,
  optional,
  POSITIVE,
  pairOf,
  recordOf,
  type Schema,
  text,
  upwards,
  whole,
} from '../../schema/shapes.ts';
import { measuredFact, numberFact, provenance, tag } from '../../units/fact-schema.ts';
import { energy, length, positiveEnergy } from '../../units/quantity-schema.ts';
import type { CategoryMeasurement, MeasurementCategory } from '../sections/category-measurement.ts';
import type { FormFactorFit } from '../sections/form-factor-fit.ts';
import type { CouplingSection, MassAxis, MassScan, WindowWidth } from '../sections/mass-scan.ts';
import type { RatioRegion, RegionRatios } from '../sections/region-ratios.ts';
import { decaySample, eventsFactor } from './decay-sample.ts';
import { publishedEntries, publishedValue, rowRole } from './published-value.ts';
import { cut } from './selection.ts';

/** What a search may say of a branching ratio from counts in categories. */
export const categoryMeasurementSchema = closed<CategoryMeasurement>({
  kind: exactly('category measurement'),
  referenceBranchingRatio: numberFact({ from: 0, to: 1, open: 'from', allowed: 'above 0, at most 1' }),
  categories: recordOf(
    closed<MeasurementCategory>({
      observed: numberFact(COUNT),
      background: measuredFact(COUNT),
      expectedSignal: measuredFact(POSITIVE),
    }),
  ),
  precision: number({ from: 1e-4, to: 1, allowed: 'a relative precision from 0.0001 to 1' }),
  published: closed<CategoryMeasurement['published']>({
    branchingRatio: publishedValue,
    significance: publishedValue,
  }),
});

const massAxis = checked(
  closed<MassAxis>({
    from: positiveEnergy,
    to: positiveEnergy,
    step: positiveEnergy,
    excluded: optional(
      listOf(
        closed<NonNullable<MassAxis['excluded']>[number]>({
          from: energy,
          to: energy,
          why: filledText('why these masses are not searched'),
        }),
      ),
    ),
  }),
  ({ from, to }) => from <= to,
  "'from' lies above 'to'",
);

const widths = {
  sigmas: closed<{ readonly sigmas: number }>({
    sigmas: number({ from: 0, to: 100, open: 'from', allowed: 'above 0, at most 100' }),
  }),
  energy: closed<Exclude<WindowWidth, 'signal region' | { readonly sigmas: number }>>({ energy: positiveEnergy }),
  region: exactly('signal region'),
};

const coupling = checked(
  closed<CouplingSection>({
    model: oneOf<CouplingSection['model']>('hidden particle', hiddenParticles),
    branchingFraction: checked(
      closed<CouplingSection['branchingFraction']>({
        masses: filledList(positiveEnergy),
        values: filledList(number(NOT_NEGATIVE)),
        tag: tag as Schema<CouplingSection['branchingFraction']['tag']>,
        source: filledText('where the fractions come from'),
      }),
      ({ masses, values }) => masses.length === values.length && masses.every((m, i) => i === 0 || m > masses[i - 1]),
      'needs ascending masses and one value for each of them',
    ),
    from: number(POSITIVE),
    to: number(POSITIVE),
  }),
  ({ from, to }) => from < to,
  'the range of couplings ends before it starts',
);

type ScanPublished = NonNullable<MassScan['published']>;
type Prediction = NonNullable<ScanPublished['predictions']>[string];

/** What a search may say of a scan of hypothesised masses. */
export const massScanSchema = closed<MassScan>({
  kind: exactly('mass scan'),
  sample: optional(decaySample),
  statement: optional(filledText()),
  masses: recordOf(massAxis),
  secondAtMost: optional(number({ from: 0, to: 1, open: 'from', allowed: 'above 0, at most 1' })),
  window: chosen<WindowWidth>(Object.values(widths), (value) => {
    if (typeof value === 'string') return widths.region;
    return keyOf(value, 'energy') === undefined ? widths.sigmas : widths.energy;
  }),
  simulated: closed<MassScan['simulated']>({
    every: number(whole(1, 100_000)),
    eventsFactor,
    candidates: number(whole(1, 1e9)),
  }),
  resolution: closed<MassScan['resolution']>({ halfRange: positiveEnergy, bins: number(whole(1, 100_000)) }),
  toys: number(whole(0, 1e6)),
  without: optional(
    closed<NonNullable<MassScan['without']>>({ cuts: listOf(filledText('the name of a cut')), eventsFactor }),
  ),
  lifetimes: optional(
    closed<NonNullable<MassScan['lifetimes']>>({
      particle: filledText('the name of a particle'),
      masses: filledList(positiveEnergy),
      values: filledList(length),
      eventsFactor,
    }),
  ),
  coupling: optional(coupling),
  published: optional(
    closed<ScanPublished>({
      resolutions: optional(
        listOf(
          closed<NonNullable<ScanPublished['resolutions']>[number]>({ ...publishedEntries, mass: positiveEnergy }),
        ),
      ),
      limits: optional(
        listOf(
          closed<NonNullable<ScanPublished['limits']>[number]>({
            ...publishedEntries,
            masses: filledList(positiveEnergy),
          }),
        ),
      ),
      predictions: optional(
        recordOf(
          closed<Prediction>({
            value: number(),
            ...provenance,
            masses: filledList(positiveEnergy),
            why: filledText('why the prediction is shown'),
          }),
        ),
      ),
    }),
  ),
});

type Parameter = FormFactorFit['parameters'][string];
type FitPublished = FormFactorFit['published'];
type FitDescription = NonNullable<FitPublished['descriptions']>[string];
type Asymmetry = NonNullable<FormFactorFit['asymmetry']>;

const parameterRows = recordOf(publishedValue);

/** What a search may say of a fit of an amplitude's parameters. */
export const formFactorFitSchema = closed<FormFactorFit>({
  kind: exactly('form-factor fit'),
  reweighting: filledText('the name of a reweighting'),
  variable: closed<FormFactorFit['variable']>({
    symbol: filledText('a symbol'),
    of: filledList(filledText('the role of a particle')),
    size: numberFact(POSITIVE),
  }),
  nominal: optional(filledText()),
  parameters: recordOf(
    closed<Parameter>({ symbol: filledText('a symbol'), truth: numberFact(), search: upwards(number()) }),
  ),
  candidates: numberFact(POSITIVE),
  background: measuredFact(COUNT),
  pseudoExperiments: number(whole(0, 1e6)),
  descriptions: optional(
    recordOf(
      closed<NonNullable<FormFactorFit['descriptions']>[string]>({
        models: listOf(filledText('the id of an amplitude')),
      }),
    ),
  ),
  squaredFormFactor: optional(
    closed<NonNullable<FormFactorFit['squaredFormFactor']>>({
      symbol: filledText('a symbol'),
      monomial: text('a monomial of the parameters'),
      factor: numberFact(),
    }),
  ),
  asymmetry: optional(
    closed<Asymmetry>({
      symbol: filledText('a symbol'),
      spectrum: filledText('the name of a spectrum'),
      published: closed<Asymmetry['published']>({
        error: publishedValue,
        oneSided: publishedValue,
        central: publishedValue,
      }),
    }),
  ),
  published: closed<FitPublished>({
    errorsAre: rowRole,
    branchingRatio: publishedValue,
    branchingRatioError: optional(publishedValue),
    acceptance: publishedValue,
    values: parameterRows,
    errors: parameterRows,
    correlation: optional(
      closed<NonNullable<FitPublished['correlation']>>({
        ...publishedEntries,
        between: pairOf(filledText('the name of a parameter')),
      }),
    ),
    pValue: optional(publishedValue),
    descriptions: optional(
      recordOf(closed<FitDescription>({ values: parameterRows, pValue: optional(publishedValue) })),
    ),
  }),
});

const ratio = closed<RatioRegion['ratio']>({
  value: number(),
  error: number(NOT_NEGATIVE),
  ...provenance,
  systematic: number(NOT_NEGATIVE),
});
const role = filledText('the role of a particle');

/** What a search may say of ratios of branching ratios in regions of phase space. */
export const regionRatiosSchema = closed<RegionRatios>({
  kind: exactly('ratios in regions'),
  regions: recordOf(
    closed<RatioRegion>({
      conditions: listOf(cut),
      events: numberFact(POSITIVE),
      ratio,
      asymmetry: ratio,
      theory: publishedValue,
      acceptanceRatio: publishedValue,
      ratioError: publishedValue,
      asymmetryError: publishedValue,
    }),
  ),
  finalState: listOf(chosen<string | null>([role, nothing], (value) => (value === null ? nothing : role))),
  odd: closed<RegionRatios['odd']>({ symbol: filledText('a symbol'), positive: cut }),
});
