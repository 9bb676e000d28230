import type { DumpExperiment } from '../../experiments/dump-experiment.ts';
import { hiddenModel } from '../../interpretation/named-model.ts';
import { particle } from '../../physics/index.ts';
import { InvalidInput } from '../../schema/index.ts';
import { askedSearch } from '../../search/asking/ask.ts';
import type { Asked } from '../../search/asking/asked.ts';
import { digestOfDocument } from '../../search/asking/digest.ts';
import { refuseOpening } from '../../search/asking/masked-boxes.ts';
import { checkExposure, exposureSetting } from '../../search/asking/projection.ts';
import type { Setting } from '../../search/asking/settings.ts';
import type { DumpSearchDocument } from '../../search/dump-search.ts';
import { frozenStateOf } from '../../search/frozen.ts';
import type { PublishedLimit } from '../../search/published-limit.ts';
import type { AnyPlan } from '../any-plan.ts';
import type { BeautyProbeChoice, DumpPlan } from './chain/engine.ts';
import { dumpSetup } from './chain/setup.ts';
import { LEAST_DECAYS, massGrid } from './chain/yields.ts';
import { earlierLimits } from './earlier-limits.ts';
import { massesWithEvents } from './exclusion/exclude.ts';
import { publishedMasses } from './exclusion/published-contour.ts';
import { dumpProjection, projectedDumpSearch, projectedExperiment } from './projection.ts';
import { dumpQuestion } from './search-schema.ts';

/** The plan of a run of one search behind a dump: its masses, and the searches that it is combined with. */
export interface DumpRunPlan extends DumpPlan, AnyPlan {
  readonly kind: 'dump';
  /** The search itself; those that it is combined with, or that its maps go beyond, follow it in `searches`. */
  readonly search: DumpSearchDocument;
  readonly experiment: DumpExperiment;
  readonly searchDigest: string;
  /** What was changed by settings, in the order given. */
  readonly settings: readonly Setting[];
  /** Limits of others on the same model, for what is new; no part of the search. */
  readonly earlier: readonly PublishedLimit[];
  /** Decays per mass and final state. */
  readonly events: number;
}

export const DUMP_DEFAULT_EVENTS = 20_000;
/** Masses between the lightest and the heaviest. */
const MASSES = 56;
const LIGHTEST = 5e-3;
const HEAVIEST = 2;
const ABOVE_THRESHOLD = 1.003;

/**
 * The plan of a run: the model for which the search published a contour, at the published masses, around the events
 * seen and on a grid; or, for a search that is read as limits on branching fractions, a particle of any lifetime from
 * its meson decay. InvalidInput when a setting, a name, a volume or a number of events does not hold.
 */
export function planDumpRun(document: DumpSearchDocument, options: Asked = {}): DumpRunPlan {
  const { events = DUMP_DEFAULT_EVENTS, seed = 1, settings: given = [], exposure = 1 } = options;
  checkExposure(exposure);
  const forKaons = options.sizes === undefined ? (options.precision === undefined ? undefined : 'precision') : 'sizes';
  if (forKaons !== undefined)
    throw new InvalidInput(forKaons, `is for searches with kaons; ${document.id} is sized by its events.`);
  const projected = exposure !== 1;
  if (!(Number.isSafeInteger(events) && events >= LEAST_DECAYS))
    throw new InvalidInput('--events', `a whole number of at least ${LEAST_DECAYS} is needed, found ${events}`);
  if (!(Number.isSafeInteger(seed) && seed >= 0))
    throw new InvalidInput('--seed', `a whole number from 0 to ${Number.MAX_SAFE_INTEGER} is needed, found ${seed}`);
  refuseOpening(given);
  const { search: asked, unchanged, experiment: apparatus, settings } = askedSearch(document, given, dumpQuestion);
  const search = projected ? projectedDumpSearch(asked, exposure) : asked;
  const experiment = projected ? projectedExperiment(apparatus, exposure) : apparatus;
  if (search.limit.region !== unchanged.limit.region)
    throw new InvalidInput(
      '--set limit.region',
      `the observed events of ${search.id} were seen in '${unchanged.limit.region}', so its limit is set there, not in '${search.limit.region}'; copy the search to count elsewhere`,
    );
  const others = search.published.combinedWith ?? search.modelIndependent?.earlier ?? [];
  const searches = [search, ...others];
  for (const one of searches) dumpSetup(one, one.experiment === experiment.id ? experiment : undefined);
  const { model, probe, masses: usual } = search.modelIndependent === undefined ? scanOf(searches) : probeOf(search);
  const masses = options.masses ?? usual;
  const searchDigest = dumpSearchDigestOf({ search, experiment });
  return {
    kind: 'dump',
    digest: digestOfDocument({ search, experiment, seed, events, masses }),
    searchDigest,
    earlier: earlierLimits(options.limits ?? [], model, searches),
    samples: masses.map((mass) => ({ name: `${mass} GeV`, events, blocks: 1 })),
    model,
    ...(probe === undefined ? {} : { probe }),
    search,
    searches,
    experiment,
    settings: projected ? [...settings, exposureSetting(exposure)] : settings,
    ...(projected ? { projection: dumpProjection(exposure, apparatus) } : {}),
    frozen: projected ? null : frozenStateOf(search, settings),
    masses,
    decays: events,
    events,
    seed,
  };
}

/** Digest of what is frozen when the box of a plan is opened: search and experiment. */
export const dumpSearchDigestOf = ({ search, experiment }: Pick<DumpRunPlan, 'search' | 'experiment'>) =>
  digestOfDocument({ search, experiment });

interface Scan {
  readonly model: string;
  readonly probe?: BeautyProbeChoice;
  readonly masses: readonly number[];
}

const thresholdOf = ({ pair }: DumpSearchDocument): number =>
  pair.reduce((sum, name) => sum + particle(name).mass, 0) * ABOVE_THRESHOLD;

function scanOf(searches: readonly DumpSearchDocument[]): Scan {
  const [search] = searches;
  const { model } = search.published;
  if (model === undefined)
    throw new InvalidInput(search.id, 'names neither a model nor a meson decay that makes the hidden particle');
  const { masses: range } = hiddenModel(model);
  const from = Math.max(range.min * 1.01, LIGHTEST, Math.min(...searches.map(thresholdOf)));
  const cited = searches.flatMap(publishedMasses);
  const grid = [...massGrid(from, Math.min(range.max, HEAVIEST), MASSES), ...cited];
  return {
    model,
    masses: massesWithEvents(
      [...new Set(grid)].sort((a, b) => a - b),
      searches,
    ),
  };
}

function probeOf(search: DumpSearchDocument): Scan {
  const { modelIndependent } = search;
  const [decay, ...more] = modelIndependent?.decays ?? [];
  if (modelIndependent === undefined || decay === undefined || more.length > 0)
    throw new InvalidInput(`${search.id}.modelIndependent.decays`, 'needs exactly one decay');
  const [from, to] = modelIndependent.masses.value as readonly [number, number];
  const own = (search.published.checks ?? []).flatMap((check) => ('mass' in check ? [check.mass] : []));
  const masses = [...massGrid(Math.max(from, thresholdOf(search)), to, MASSES), ...own].sort((a, b) => a - b);
  const state = search.pair.join(' ');
  return {
    model: `B -> ${decay} X, X -> ${state}`,
    probe: { decay, state },
    masses: massesWithEvents(masses, [search]),
  };
}
