import type { Fact } from '../../units/index.ts';
import { analysisOf } from './analyses/index.ts';
import type { PublishedValue, Quantity, SearchDocument } from '../../search/kaon-search.ts';
import type { RunDocument } from './run-document.ts';

/** A published number beside ours. `ratio` is computed/published; `agrees` is null for inputs, which cannot disagree. */
export interface ReproduceRow {
  readonly search: string;
  readonly quantity: Quantity;
  readonly detail: string | null;
  readonly unit: string | null;
  readonly published: number | null;
  readonly computed: number | null;
  readonly error: number | null;
  readonly ratio: number | null;
  readonly agreeWithin: number | null;
  /** 'relative': |ratio − 1| ≤ agreeWithin; 'factor': ratio between 1/agreeWithin and agreeWithin. */
  readonly agreement: 'relative' | 'factor';
  readonly agrees: boolean | null;
  readonly role: 'computed' | 'input' | 'closure';
  /** Provenance of the published number. */
  readonly tag: Fact['tag'];
  readonly source: string;
  readonly why: string | null;
}

/** A row from a published value and ours; a null `computed` stays null, with `why` as its reason. */
export function row(
  search: string,
  quantity: Quantity,
  detail: string | null,
  published: PublishedValue,
  computed: { readonly value: number; readonly error: number | null } | null,
  role: ReproduceRow['role'] = published.role ?? 'computed',
): ReproduceRow {
  const { value, agreeWithin, agreement = 'relative', unit, why, tag, source } = published;
  const ratio = computed === null || value === 0 ? null : computed.value / value;
  const within =
    ratio === null
      ? null
      : agreement === 'factor'
        ? ratio >= 1 / agreeWithin && ratio <= agreeWithin
        : Math.abs(ratio - 1) <= agreeWithin;
  return {
    search,
    quantity,
    detail,
    unit: unit ?? null,
    published: value,
    computed: computed?.value ?? null,
    error: computed?.error ?? null,
    ratio,
    agreeWithin,
    agreement,
    agrees: role === 'computed' ? within : null,
    role,
    tag,
    source,
    why,
  };
}

/** A cited number that entered: shown as it is, never as a result. */
export function inputRow(
  search: string,
  quantity: Quantity,
  detail: string,
  fact: Fact & { readonly error?: number },
): ReproduceRow {
  return {
    search,
    quantity,
    detail,
    unit: null,
    published: fact.value,
    computed: null,
    error: null,
    ratio: null,
    agreeWithin: null,
    agreement: 'relative',
    agrees: null,
    role: 'input',
    tag: fact.tag,
    source: fact.source,
    why: null,
  };
}

/** How many computed rows agree, and the same with one number that is seen several times counted once. */
export interface Agreement {
  readonly judged: number;
  readonly agree: number;
  readonly disagree: number;
  readonly independent: { readonly judged: number; readonly agree: number };
}

/** Acceptance, sensitivity and limit of one search are one number seen several times. */
const SENSITIVITY: readonly Quantity[] = ['acceptance', 'acceptanceRatio', 'ses', 'limit', 'expectedLimit'];

/** Whether a row shows another model than the one that the search stands for: computed, but no agreement is asked. */
export const isAlternative = ({ role, agreeWithin }: ReproduceRow): boolean =>
  role === 'computed' && agreeWithin === null;

/** Counts agreement; of one number seen several times all rows must agree. */
export function agreementOf(rows: readonly ReproduceRow[]): Agreement {
  const judged = rows.filter(({ agrees }) => agrees !== null);
  const agree = judged.filter(({ agrees }) => agrees === true).length;
  const groups = new Map<string, boolean>();
  for (const { search, quantity, detail, agrees } of judged) {
    const key = SENSITIVITY.includes(quantity)
      ? `${search} sensitivity`
      : quantity === 'asymmetry'
        ? `${search} asymmetry`
        : quantity === 'couplingEdge'
          ? // The edges of a contour are one curve, read at several masses.
            `${search} ${quantity} ${(detail ?? '').split(' at ')[0]}`
          : `${search} ${quantity} ${detail ?? ''}`;
    groups.set(key, (groups.get(key) ?? true) && agrees === true);
  }
  return {
    judged: judged.length,
    agree,
    disagree: judged.length - agree,
    independent: { judged: groups.size, agree: [...groups.values()].filter(Boolean).length },
  };
}

/** What a run has to say about each quantity that a search may publish. */
function computedFor(quantity: Quantity, run: RunDocument): { value: number; error: number | null } | null {
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
      return run.background;
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

/**
 * Backgrounds for which the publication lists the source. Where no simulated candidate survives and the simulation is
 * too small to tell, there is no computed number; where it is large enough, ours is 0 with its upper limit as the error.
 */
function sourceRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  return run.background.sources.flatMap((source) => {
    const published = search.backgrounds[source.name]?.published;
    if (published === undefined) return [];
    const { upperLimit } = source;
    if (upperLimit !== null) {
      const why = `no simulated candidate survives: below ${upperLimit.toPrecision(2)} at 90 %; ${published.why}`;
      const tells = upperLimit < published.value / published.agreeWithin;
      const computed = tells ? { value: 0, error: upperLimit } : null;
      return [row(search.id, 'background', source.name, { ...published, why }, computed)];
    }
    const band = (source.high - source.low) / 2;
    const error = Math.sqrt(source.error * source.error + band * band);
    return [row(search.id, 'background', source.name, published, { value: source.value, error })];
  });
}

/** By how much our limit at the published count improves on the earlier one, beside what the publication says. */
function improvementRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  const { earlierLimit, improvement, rows } = search.published;
  const limit = run.limitAtPublishedCount?.observed ?? null;
  if (earlierLimit === undefined || improvement === undefined || limit === null || rows.limit === undefined) return [];
  const { agreeWithin, why, role } = rows.limit;
  const published: PublishedValue = { ...improvement, agreeWithin, why, ...(role === undefined ? {} : { role }) };
  const value = earlierLimit.value / limit;
  const error = value * (run.ses.error / run.ses.value);
  return [row(search.id, 'limit', 'improvement over the earlier limit', published, { value, error })];
}

/** The rows of a counting search: what it published beside what the run gives, then the inputs. */
export function reproduceRows(search: SearchDocument, run: RunDocument): ReproduceRow[] {
  const rows = Object.entries(search.published.rows).map(([name, published]) => {
    const quantity = name as Quantity;
    return row(search.id, quantity, DETAILS[quantity] ?? null, published, computedFor(quantity, run));
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
    inputRow(search.id, 'count', 'observed in the signal region', search.published.observed),
  ];
}
