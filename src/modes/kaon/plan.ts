import { experiments } from '../../experiments/index.ts';
import { InvalidInput, unknownName } from '../../schema/index.ts';
import { askedSearch } from '../../search/asking/ask.ts';
import { type Asked, DEFAULT_EVENTS, DEFAULT_SEED, SELECTED } from '../../search/asking/asked.ts';
import { checkSearch } from '../../search/asking/check-kaon-search.ts';
import { digestOfDocument } from '../../search/asking/digest.ts';
import { withGeneratedRanges } from '../../search/asking/generated-range.ts';
import { maskedBoxes, refuseOpening } from '../../search/asking/masked-boxes.ts';
import { checkExposure, exposureSetting } from '../../search/asking/projection.ts';
import { withoutCuts } from '../../search/asking/without-cuts.ts';
import type { DecaySample } from '../../search/decay-sample.ts';
import { frozenStateOf } from '../../search/frozen.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { DEFAULT_PRECISION } from '../../search/results/power.ts';
import { analysisOf } from './analyses/index.ts';
import { splitOf } from './closed-kinematics.ts';
import { preferenceOf } from './preferred-decays.ts';
import { kaonProjection, projectedSearch } from './projection.ts';
import { BLOCK_EVENTS, type RunPlan, type SamplePlan, type SampleRole, type Split } from './run-plan.ts';
import { kaonQuestion } from './search-schema.ts';
import { withQuiet } from './spill/quiet-samples.ts';

/**
 * The plan of a run: signal, normalisation, backgrounds and checks as samples, everything with its digest. Branching
 * ratios that are listed for a region become those of what is generated. Throws
 * BoxClosed for a setting of the blind regions, InvalidInput when another setting, a name, a region or a number of events does not hold.
 */
export function planRun(document: SearchDocument, options: Asked = {}): RunPlan {
  const { events = DEFAULT_EVENTS, seed = DEFAULT_SEED, settings: given = [], exposure = 1 } = options;
  const { precision = DEFAULT_PRECISION, sizes } = options;
  checkExposure(exposure);
  const projected = exposure !== 1;
  if (!(Number.isSafeInteger(events) && events >= 1)) {
    throw new InvalidInput('--events', `a whole number of at least 1 is needed, found ${events}`);
  }
  if (!(precision > 0 && precision < 1))
    throw new InvalidInput('--precision', `a relative error such as 0.01 is needed, found ${precision}`);
  if (!(Number.isSafeInteger(seed) && seed >= 0)) {
    throw new InvalidInput('--seed', `a whole number from 0 to ${Number.MAX_SAFE_INTEGER} is needed, found ${seed}`);
  }
  refuseOpening(given);
  const { search: asked, unchanged, experiment, settings } = askedSearch(document, given, kaonQuestion);
  checkSearch(asked, experiment);
  const ranged = withGeneratedRanges(asked);
  const search = projected ? projectedSearch(ranged, exposure) : ranged;
  for (const [name, section] of Object.entries(search.analyses ?? {})) {
    const where = `${search.id}.analyses.${name}`;
    analysisOf(section, where).check(section, search, where);
  }

  const masked = projected ? ('everything' as const) : maskedBoxes(unchanged, search);
  const counted = experiments[search.experiment];
  const samples = withSizes(withQuiet(samplesOf(search, unchanged, events), experiment, counted), sizes);
  const { triggers: countedWith } = counted;
  const sized = {
    ...(sizes === undefined ? {} : { sizes }),
    ...(precision === DEFAULT_PRECISION ? {} : { precision }),
  };
  const searchDigest = searchDigestOf({ search, experiment, masked });
  const digest = digestOfDocument({
    search,
    experiment,
    countedWith,
    masked,
    seed,
    events,
    block: BLOCK_EVENTS,
    ...sized,
  });
  return {
    kind: 'kaon',
    digest,
    searchDigest,
    seed,
    events,
    precision,
    search,
    experiment,
    settings: projected ? [...settings, exposureSetting(exposure)] : settings,
    ...(projected ? { projection: kaonProjection(exposure) } : {}),
    frozen: projected ? null : frozenStateOf(asked, settings),
    countedWith,
    masked,
    registeredAxes: unchanged.discriminant,
    samples,
  };
}

/** Digest of what is frozen when the box of a plan is opened: search, experiment, masked boxes. */
export const searchDigestOf = ({ search, experiment, masked }: Pick<RunPlan, 'search' | 'experiment' | 'masked'>) =>
  digestOfDocument({ search, experiment, masked });

const sizeOf = (events: number) => ({ events: Math.ceil(events), blocks: Math.ceil(events / BLOCK_EVENTS) });

/** Samples with sizes of their own. Throws InvalidInput, with the nearest name, for a sample that there is not. */
function withSizes(
  samples: readonly SamplePlan[],
  sizes: Readonly<Record<string, number>> | undefined,
): readonly SamplePlan[] {
  if (sizes === undefined) return samples;
  const known = samples.map(({ name }) => name);
  for (const [name, events] of Object.entries(sizes)) {
    if (!known.includes(name)) throw unknownName('sizes', 'sample', name, known);
    if (!(Number.isSafeInteger(events) && events >= 1))
      throw new InvalidInput(`sizes.${name}`, `a whole number of decays is needed, found ${events}`);
  }
  return samples.map((sample) => {
    const events = Object.hasOwn(sizes, sample.name) ? sizes[sample.name] : undefined;
    return events === undefined ? sample : { ...sample, ...sizeOf(events) };
  });
}

function samplesOf(search: SearchDocument, registered: SearchDocument, events: number): SamplePlan[] {
  const size = sizeOf(events);
  const { selection, discriminant, regions, spectra, normalisation } = search;
  const sample = (
    role: SampleRole,
    key: string,
    rest: Omit<SamplePlan, 'name' | 'role' | 'key' | 'events' | 'blocks'>,
  ) => ({
    name: role === key ? role : `${role}: ${key}`,
    role,
    key,
    ...sizeOf(events * (rest.eventsFactor ?? 1)),
    ...rest,
  });
  const needs = Object.entries(search.analyses ?? {}).map(([name, section]) =>
    analysisOf(section, `${search.id}.analyses.${name}`).needs(section, search, { name, ...size }),
  );
  const apart = 'observed' in normalisation && normalisation.signalEfficiencies !== undefined;
  const triggers: readonly string[] = apart ? [] : search.triggers;
  const asSignal = {
    triggers,
    selection,
    discriminant,
    regions,
    conditions: Object.assign({}, ...needs.map((need) => need.regions)) as NonNullable<SamplePlan['conditions']>,
    spectra: Object.assign(
      Object.fromEntries(Object.entries(spectra).map(([name, axis]) => [name, [axis]])),
      ...needs.map((need) => need.spectra),
    ) as SamplePlan['spectra'],
  };
  const templates: NonNullable<SamplePlan['templates']> = Object.assign({}, ...needs.map((need) => need.templates));
  const withTemplates = Object.keys(templates).length === 0 ? {} : { templates };
  return [
    sample('signal', 'signal', { ...decayOf(search.signal), ...asSignal, ...withTemplates }),
    ...('kaonDecays' in normalisation
      ? []
      : [
          sample('normalisation', 'normalisation', {
            ...decayOf(normalisation),
            triggers: apart ? [] : (normalisation.triggers ?? triggers),
            selection: normalisation.selection,
            discriminant: normalisation.axis === undefined ? [] : [normalisation.axis],
            regions: { [SELECTED]: [] },
            spectra: {},
          }),
        ]),
    ...Object.entries(search.backgrounds).map(([key, background]) =>
      sample('background', key, {
        ...decayOf(background),
        ...preferenceOf(background, selection),
        ...splitting(splitOf(background, registered)),
        ...(background.accidental === undefined ? {} : { accidental: background.accidental }),
        ...(background.conversions === undefined ? {} : { conversions: background.conversions }),
        ...asSignal,
        selection: withoutCuts(
          selection,
          background.shapeWithout ?? [],
          `${search.id}.backgrounds.${key}.shapeWithout`,
        ),
      }),
    ),
    ...Object.entries(search.checks).map(([key, check]) =>
      sample('check', key, {
        ...decayOf(check),
        triggers: [],
        selection: check.selection,
        discriminant: [check.axis],
        regions: {},
        spectra: {},
      }),
    ),
    ...needs.flatMap(({ samples = [] }) => samples),
  ];
}

const splitting = (split: Split | undefined) => (split === undefined ? {} : { split });

const decayOf = ({ decay, hidden, models, eventsFactor }: DecaySample): DecaySample => ({
  decay,
  ...(hidden === undefined ? {} : { hidden }),
  ...(models === undefined ? {} : { models }),
  ...(eventsFactor === undefined ? {} : { eventsFactor }),
});
