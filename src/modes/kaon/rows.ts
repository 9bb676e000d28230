import { log } from '../../math/elementary.ts';
import type { SearchDocument } from '../../search/kaon-search.ts';
import type { PublishedValue, Quantity } from '../../search/published-value.ts';
import { type ComputedValue, inputRow, notJudged, type ReproduceRow, row } from '../../search/results/row.ts';
import { analysisOf } from './analyses/index.ts';
import { type ExpectedBackground, expectedBackground } from './expected-background.ts';
import type { RunDocument } from './run-document.ts';

/**
 * A background with the error of its logarithm: half the logarithm of the band's ends (a factor to either side), the
 * error of what was seen, and by how much what was not seen could raise it.
 */
function withLogarithmicError(background: ExpectedBackground): ComputedValue {
  const { value, error, low, high, unseen } = background;
  if (!(value > 0)) return { value, error };
  const band = low > 0 && high > low ? 0.5 * log(high / low) : 0;
  const linear = (high - low) / 2;
  const seen = Math.sqrt(Math.max(0, error * error - unseen * unseen - linear * linear)) / value;
  const more = log(1 + unseen / value);
  return { value, error, relativeError: Math.sqrt(band * band + seen * seen + more * more) };
}

/** The background of the sources that are simulated: a cited one is no result. Null where every one is cited. */
function simulatedBackground({ background }: RunDocument): ComputedValue | null {
  const simulated = background.sources.filter(({ role }) => role === 'computed');
  if (simulated.length === background.sources.length) return withLogarithmicError(background);
  return simulated.length === 0 ? null : withLogarithmicError(expectedBackground(simulated));
}

/** What a run has to say about each quantity that a search may publish. */
function computedFor(quantity: Quantity, run: RunDocument): ComputedValue | null {
  const withoutError = (value: number | null | undefined) =>
    value === null || value === undefined ? null : { value, error: null };
  switch (quantity) {
    case 'acceptance':
      return run.acceptance.signal;
    case 'acceptanceRatio':
      return run.acceptanceRatio;
    case 'decayFraction':
      return withoutError(run.decayFraction);
    case 'kaonDecays':
      return run.kaonDecays;
    case 'ses':
      return run.ses;
    case 'background':
      return simulatedBackground(run);
    case 'limit': {
      const observed = run.limitAtPublishedCount?.observed ?? null;
      if (observed === null) return null;
      return { value: observed, error: observed * (run.ses.error / run.ses.value) };
    }
    case 'expectedLimit':
      return withoutError(run.limit?.expected[2]);
    default:
      return null;
  }
}

const DETAILS: Partial<Record<Quantity, string>> = {
  acceptanceRatio: 'signal to normalisation, with trigger',
  limit: 'with the published count',
  background: 'in the signal region',
};

/** Backgrounds for which the publication lists the source; where no simulated candidate survives, ours is an upper limit. */
function sourceRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  return run.background.sources.flatMap((source) => {
    const published = search.backgrounds[source.name]?.published;
    if (published === undefined) return [];
    const { upperLimit } = source;
    if (upperLimit !== null) {
      const why = `no simulated candidate survives: below ${upperLimit.toPrecision(2)} at 90 %; ${published.why}`;
      return [row(search.id, 'background', source.name, { ...published, why }, { upperLimit })];
    }
    const ours = withLogarithmicError(expectedBackground([source]));
    return [row(search.id, 'background', source.name, published, ours)];
  });
}

/** By how much our limit at the published count improves on the earlier one, beside what the publication says. */
function improvementRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  const { earlierLimit, improvement, rows } = search.published;
  const limit = run.limitAtPublishedCount?.observed ?? null;
  if (earlierLimit === undefined || improvement === undefined || limit === null || rows.limit === undefined) return [];
  const published: PublishedValue = { ...rows.limit, ...improvement };
  const value = earlierLimit.value / limit;
  const error = value * (run.ses.error / run.ses.value);
  return [row(search.id, 'limit', 'improvement over the earlier limit', published, { value, error })];
}

/**
 * The rows of a counting search: what it published beside what the run gives, then the inputs; judged only where frozen.
 * A projection has none: nothing was published for it.
 */
export function reproduceRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  if (run.projection !== null) return [];
  const rows = allRows(search, run);
  return run.frozen === null ? notJudged(rows) : rows;
}

function allRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  const { observed } = search.published;
  const rows = Object.entries(search.published.rows).map(([name, published]) => {
    const quantity = name as Quantity;
    const roles = new Set(run.background.sources.map(({ role }) => role));
    const detail = quantity === 'background' && roles.size > 1 ? 'sources that are simulated' : DETAILS[quantity];
    return row(search.id, quantity, detail ?? null, published, computedFor(quantity, run));
  });
  const checks = Object.entries(search.checks).map(([key, { quantity, published }]) =>
    row(search.id, quantity, key, published, run.checks[key].result),
  );
  return [
    ...rows,
    ...sourceRows(search, run),
    ...checks,
    ...improvementRows(search, run),
    ...Object.entries(search.analyses ?? {}).flatMap(([name, section]) =>
      analysisOf(section, name).rows(section, run.analyses[name], search),
    ),
    'kaonDecays' in search.normalisation
      ? inputRow(search.id, 'kaonDecays', 'effective', search.normalisation.kaonDecays)
      : inputRow(search.id, 'count', 'normalisation candidates', search.normalisation.observed),
    ...(observed === undefined ? [] : [inputRow(search.id, 'count', 'observed in the signal region', observed)]),
  ];
}
