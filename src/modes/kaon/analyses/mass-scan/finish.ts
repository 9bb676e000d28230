import type { MassScan } from '../../../../search/sections/mass-scan.ts';
import { binCount } from '../../../../stages/blinding/binning.ts';
import { quadrature } from '../../../../stages/normalisation/normalise.ts';
import { countingScan } from '../../../../statistics/peaks/counting-scan.ts';
import { vitellsGross } from '../../../../statistics/peaks/euler-characteristic.ts';
import { localSignificance } from '../../../../statistics/peaks/local-p-value.ts';
import { grossVitells } from '../../../../statistics/peaks/look-elsewhere.ts';
import type { MassPairs } from '../../../../statistics/peaks/mass-hypotheses.ts';
import { finishScan, type PreparedScan, toysOf } from '../../../../statistics/peaks/prepared-scan.ts';
import { type ScanToys, windowToy } from '../../../../statistics/peaks/scan-toys.ts';
import { DISCRIMINANT } from '../../chain/compile-sample.ts';
import { eventsPerWeight } from '../../events-per-weight.ts';
import type { AnalysisContext } from '../analysis.ts';
import { type SignalAt, signalAtHypotheses } from './acceptance.ts';
import { excludedCouplings } from './coupling.ts';
import { type MassPoint, massPoints } from './grid.ts';
import type { LeavingOneOut } from './leave-one-out.ts';
import { lifetimeTable } from './lifetimes.ts';
import type { MassScanResult, ScannedHypothesis } from './result.ts';
import { scanWindows, sumsIn } from './windows.ts';

interface BackgroundColumns {
  /** Expected events per bin, and their variance from the size of the simulation. */
  readonly events: Float64Array;
  readonly variance: Float64Array;
  /** Error of the common scale relative to the sum of all bins. */
  readonly relativeError: number;
  /** Events that one simulated candidate typically stands for. */
  readonly typical: number;
  readonly notes: readonly string[];
}

function backgroundColumns({ plan, samples, normalised }: AnalysisContext): BackgroundColumns {
  const bins = binCount(plan.search.discriminant);
  const events = new Float64Array(bins);
  const variance = new Float64Array(bins);
  const { flux } = normalised;
  let total = 0;
  let common = 0;
  let independent = 0;
  let typical = 0;
  const notes: string[] = [];
  for (const sample of samples) {
    if (sample.plan.role !== 'background') continue;
    const scale = eventsPerWeight(sample, plan, normalised);
    const { contents, squares } = sample.summary.spectra[DISCRIMINANT];
    let own = 0;
    for (let bin = 0; bin < bins; bin++) {
      events[bin] += scale * contents[bin];
      variance[bin] += scale * scale * squares[bin];
      own += scale * contents[bin];
    }
    const { branchingRatio, events: cited } = plan.search.backgrounds[sample.plan.key];
    const relative = cited === undefined ? branchingRatio.error / branchingRatio.value : cited.error / cited.value;
    if (cited !== undefined && scale === 0) {
      notes.push(
        `No simulated event of ${sample.plan.key} survives, so its ${cited.value} events are left out; give more --events.`,
      );
    }
    if (cited === undefined) common += own * (flux.error / flux.value);
    independent += own * own * relative * relative;
    total += own;
    const { selected } = sample.summary;
    if (selected.weight > 0) typical = Math.max(typical, (scale * selected.squares) / selected.weight);
  }
  const relativeError = total > 0 ? Math.sqrt(common * common + independent) / total : 0;
  return { events, variance, relativeError, typical, notes };
}

/** Limits, bands and p-values of every hypothesis from the samples and the counts of a run. */
export function finishMassScan(section: MassScan, context: AnalysisContext): MassScanResult {
  const { plan, samples, normalised, counts } = context;
  const { search } = plan;
  const level = search.limit?.level ?? 0.9;
  const all = massPoints(section);
  const { signals, leavingOneOut } = signalAtHypotheses(section, all, samples);
  const points = all.filter((_, h) => signals[h] !== null);
  const known = signals.filter((signal): signal is SignalAt => signal !== null);
  const windows = scanWindows(
    section,
    search,
    points,
    known.map(({ resolution }) => resolution[0]),
  );
  const background = backgroundColumns(context);
  const membership = windows.membership(background.events);
  const expected = sumsIn(membership);
  const variance = sumsIn(windows.membership(background.variance));
  const errors = expected.map((value, h) => {
    const scaled = background.relativeError * value;
    return value > 0 ? Math.sqrt(variance[h] + scaled * scaled) : background.typical;
  });
  const used = counts.map((count, bin) => (membership.offsets[bin + 1] > membership.offsets[bin] ? count : 0));
  const events = used.includes(null) ? null : sumsIn(windows.membership(used as number[]));
  const efficiency = known.map((signal, h) => Math.min(1, signal.efficiency * windows.edgeFactors[h]));
  const perDecay = 1 / (normalised.flux.value * normalised.signalFraction);
  const common = quadrature(
    normalised.budget.filter(({ source }) => source !== 'simulated signal').map(({ relative }) => relative),
  );
  const names = Object.keys(section.masses);
  const input = {
    masses: Object.fromEntries(names.map((name, axis) => [name, points.map(({ masses }) => masses[axis])])),
    background: expected,
    backgroundErrors: errors,
    efficiency,
    ses: known.map(({ acceptance }) => perDecay / acceptance.value),
    sesErrors: known.map(({ relativeError }) => quadrature([common, relativeError])),
    level,
  };
  const empty = points.length === 0;
  const scan = countingScan({ ...input, observed: events });
  const none =
    search.published.observed?.value === 0 && !empty ? scan.withCounts(new Float64Array(points.length)) : null;
  const pairs = names.length === 2 ? pairsOf(points) : undefined;
  const prepared: PreparedScan = {
    method: 'window',
    level,
    quantity: 'branchingRatio',
    hypotheses: scan.hypotheses,
    notes: [],
    standardToys: section.toys,
    toy: () => windowToy(membership, background.relativeError, scan.pValues),
    ...(pairs === undefined ? {} : { pairs }),
  };
  const { seed } = plan;
  const made = empty || section.toys === 0 ? null : toysOf(prepared, { seed, toys: section.toys });
  const { global } = finishScan(prepared, made === null || events === null ? null : { seed, made });
  const most = expected.reduce((sum, value) => Math.max(sum, value), 0);
  const hypotheses = points.map(({ masses }, h): ScannedHypothesis => {
    const { observed, expected: band, localP, significance, sensitivity } = scan.hypotheses[h];
    const { acceptance, resolution, cost } = known[h];
    return {
      masses: Object.fromEntries(names.map((name, axis) => [name, masses[axis]])),
      acceptance,
      resolution,
      halfWidth: masses.map((_, axis) => windows.halfWidths?.[axis][h] ?? null),
      efficiency: efficiency[h],
      background: { value: expected[h], error: errors[h] },
      ses: sensitivity,
      events: events === null ? null : events[h],
      observed,
      expected: band,
      atPublishedCount: none?.[h].observed ?? null,
      localP,
      significance,
      cost,
    };
  });
  const lifetimes = lifetimeTable(section, samples);
  return {
    kind: 'mass scan',
    level,
    masses: names,
    hypotheses,
    global,
    lookElsewhere: made === null || most < ENOUGH_EVENTS ? null : trialsTable(made),
    blind: events === null,
    notes: [...notesOf(all.length, hypotheses), ...interpolationNote(leavingOneOut), ...background.notes],
    lifetimes,
    coupling: excludedCouplings(section, hypotheses, lifetimes),
    predictions: predictionsOf(section, hypotheses),
  };
}

/** Windows with fewer background events everywhere have no look-elsewhere effect to speak of. */
const ENOUGH_EVENTS = 1;

/** Global p-values that local excesses of 2, 3, 4, 5 standard deviations would have, from background-only scans. */
function trialsTable({ levels, maxima }: ScanToys): NonNullable<MassScanResult['lookElsewhere']> {
  const means = levels.map(({ level, sum }) => ({ level, mean: sum / maxima.length }));
  return [2, 3, 4, 5].map((local) => {
    const { p } =
      means.length === 1
        ? grossVitells(local, means[0].mean, means[0].level)
        : vitellsGross(local, [means[0], means[1]]);
    return { local, p, global: p < 1 ? localSignificance(p) : null };
  });
}

function pairsOf(points: readonly MassPoint[]): MassPairs {
  return {
    first: Float64Array.from(points, ({ masses }) => masses[0]),
    second: Float64Array.from(points, ({ masses }) => masses[1]),
    firstIndex: Int32Array.from(points, ({ index }) => index[0]),
    secondIndex: Int32Array.from(points, ({ index }) => index[1]),
  };
}

function notesOf(all: number, hypotheses: readonly ScannedHypothesis[]): string[] {
  const notes: string[] = [];
  const lost = all - hypotheses.length;
  if (lost > 0)
    notes.push(`${lost} of ${all} hypotheses are left out: no simulated decay survives near them; give more --events.`);
  const poor = hypotheses.filter(({ acceptance: { value, error } }) => error > 0.05 * value).length;
  if (poor > 0) notes.push(`The acceptance of ${poor} of ${hypotheses.length} hypotheses is known to worse than 5 %.`);
  const bare = hypotheses.filter(({ background }) => background.value === 0).length;
  if (bare > 0) notes.push(`${bare} windows hold no simulated background; its error there is that of one event.`);
  return notes;
}

function interpolationNote(found: LeavingOneOut | null): string[] {
  if (found === null) return [];
  const percent = (value: number): string => `${(100 * value).toPrecision(2)} %`;
  return [
    `A simulated mass left out is found from its neighbours within ${percent(found.rms)} (root mean square of ${found.masses}); ${percent(found.beyond)} of that is more than statistics, and stands in the error of every acceptance that several masses make.`,
  ];
}

function predictionsOf(section: MassScan, hypotheses: readonly ScannedHypothesis[]): MassScanResult['predictions'] {
  return Object.fromEntries(
    Object.entries(section.published?.predictions ?? {}).map(([name, { masses, value }]) => {
      const limit = limitAt(section, hypotheses, masses);
      return [name, { masses, value, limit, excluded: limit === null ? null : limit < value }];
    }),
  );
}

/**
 * The limit at given masses: observed, else with the published count, else the median expectation; between two masses of
 * a scan in one mass the weaker of the two. Null where it was not searched.
 */
export function limitAt(
  section: MassScan,
  hypotheses: readonly ScannedHypothesis[],
  masses: readonly number[],
): number | null {
  const names = Object.keys(section.masses);
  const steps = Object.values(section.masses).map(({ step }) => step as number);
  const exact = names.length > 1;
  const near = hypotheses.filter((hypothesis) =>
    names.every(
      (name, axis) => Math.abs(hypothesis.masses[name] - masses[axis]) < steps[axis] * (exact ? 1e-6 : 1 - 1e-6),
    ),
  );
  const limits = near.map(
    ({ atPublishedCount, observed, expected }) => atPublishedCount ?? observed ?? expected?.[2] ?? null,
  );
  return limits.length === 0 || limits.includes(null) ? null : Math.max(...(limits as number[]));
}
