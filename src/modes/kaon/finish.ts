import { particle } from '../../physics/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { digestOfColumns } from '../../search/asking/digest.ts';
import { NOTHING_OBSERVED } from '../../search/asking/projection.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';
import type { BackgroundYield } from '../../stages/background/background-yield.ts';
import type { Counts } from '../../stages/blinding/counts.ts';
import { decayFraction } from '../../stages/generation/kaon-beam.ts';
import { type BranchingLimit, branchingLimit } from '../../stages/limits/branching-limit.ts';
import { analysisOf } from './analyses/index.ts';
import { DISCRIMINANT } from './chain/compile-sample.ts';
import { readSamples } from './chain/read-samples.ts';
import { checkOf } from './check-of-sample.ts';
import { flowOf } from './cut-flow.ts';
import {
  backgroundInRegion,
  citedBackgroundsOf,
  type ExpectedBackground,
  errorOfSeen,
  expectedBackground,
} from './expected-background.ts';
import { type NormalisedRun, normaliseRun } from './normalise.ts';
import { kaonPower } from './power.ts';
import { regionsOf } from './regions.ts';
import type { RunDocument } from './run-document.ts';
import type { RunPlan } from './run-plan.ts';
import { simulatedYields } from './simulated-yields.ts';
import { spectraOf } from './spectra.ts';

/**
 * The document of a run from its sums and from what may be seen of its data: normalisation, backgrounds, limit, all that
 * a report needs. Throws InvalidInput when signal or normalisation have no acceptance.
 */
export function documentOf(plan: RunPlan, sums: readonly Float64Array[], data: Counts): RunDocument {
  const { search, experiment } = plan;
  const samples = readSamples(plan, sums);
  const counted = signalRegionsOf(search);
  const normalised = normaliseRun(plan, samples);

  const yieldsIn = (names: readonly string[]): BackgroundYield[] => simulatedYields(plan, samples, normalised, names);
  const cited = citedBackgroundsOf(search);
  const sources = [...yieldsIn(counted), ...cited];
  const background = { ...expectedBackground(sources), sources };

  const spectra = spectraOf(samples, plan, normalised);
  const regions = regionsOf(plan, data.bins, (name) => {
    const simulated = yieldsIn([name]);
    const expected = backgroundInRegion(plan, name, simulated, cited);
    return counted.length > 1 && simulated.length > 0 ? { ...expected, simulated } : expected;
  });
  const seen = counted.map((name) => regions[name].observed);
  const observed = seen.reduce((sum, count) => (sum === null || count === null ? null : sum + count), 0);
  const found = limitOf(search, observed, background, normalised);
  const publishedCount = search.published.observed?.value;
  const beam = particle(experiment.beam.particle);
  return {
    kind: plan.projection === undefined ? 'kaon' : 'projection',
    searchKind: 'kaon',
    projection: plan.projection ?? null,
    search: search.id,
    title: search.title,
    channel: search.channel,
    seed: plan.seed,
    events: plan.events,
    digest: { plan: plan.digest, search: plan.searchDigest, result: digestOfColumns(sums) },
    settings: plan.settings,
    frozen: plan.frozen,
    acceptance: normalised.acceptance,
    trigger: normalised.trigger,
    acceptanceRatio: normalised.acceptanceRatio,
    decayFraction: decayFraction(experiment.beam, beam.mass, beam.ctau),
    kaonDecays: normalised.kaonDecays,
    ses: normalised.singleEventSensitivity,
    errorBudget: normalised.budget,
    power: kaonPower(plan, samples, sources),
    background,
    regions,
    data: { kind: data.kind, source: data.source },
    blind: observed === null,
    observed,
    reason: observed === null ? closedText(plan) : found.reason,
    opened: data.opened,
    limit: found.limit,
    limitAtPublishedCount:
      publishedCount === undefined ? null : limitOf(search, publishedCount, background, normalised).limit,
    published: search.published,
    checks: Object.fromEntries(
      samples
        .filter(({ plan: { role } }) => role === 'check')
        .map((sample) => [sample.plan.key, checkOf(sample, plan)]),
    ),
    analyses: Object.fromEntries(
      Object.entries(search.analyses ?? {}).map(([name, section]) => [
        name,
        analysisOf(section, name).finish(section, {
          plan,
          name,
          samples,
          normalised,
          counts: data.bins,
          dataKind: data.kind,
          opened: data.opened ?? undefined,
        }),
      ]),
    ),
    cutflow: samples
      .filter(({ plan: { role } }) => role !== 'hypothesis')
      .map((sample) => flowOf(sample, plan, normalised)),
    spectra: {
      ...spectra,
      [DISCRIMINANT]: { ...spectra[DISCRIMINANT], data: [...data.bins] },
    },
  };
}

/** Why there is no count. */
const closedText = ({ projection }: RunPlan): string =>
  projection === undefined
    ? 'the box is closed; `spillway unblind RUN` opens it, once and on record'
    : NOTHING_OBSERVED;

/** The limit for a count; null, with the reason, where the search sets none or none is finite. A box opens all the same. */
function limitOf(
  search: SearchDocument,
  observed: number | null,
  background: ExpectedBackground,
  { singleEventSensitivity }: NormalisedRun,
): { readonly limit: BranchingLimit | null; readonly reason: string | null } {
  if (search.limit === undefined) return { limit: null, reason: null };
  const seen = { value: background.value, error: errorOfSeen(background) };
  try {
    return {
      limit: branchingLimit({ observed, background: seen, singleEventSensitivity, ...search.limit }),
      reason: null,
    };
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return { limit: null, reason: `no limit: ${error.message}` };
  }
}
