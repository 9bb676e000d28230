import { type Verdict, verdictOf, verdictOfLimit } from '../../statistics/verdict.ts';
import type { Fact } from '../../units/index.ts';
import type { PublishedValue, Quantity, RowRole } from '../published-value.ts';

/** A published number beside ours. */
export interface ReproduceRow {
  readonly search: string;
  readonly quantity: Quantity;
  readonly detail: string | null;
  readonly unit: string | null;
  readonly published: number | null;
  readonly computed: number | null;
  readonly error: number | null;
  /** computed/published. */
  readonly ratio: number | null;
  /** Relative error of the ratio: computed and published error in quadrature. */
  readonly ratioError: number | null;
  /** The tolerance, a factor; null where no agreement is asked. */
  readonly agreeWithin: number | null;
  readonly verdict: Verdict | null;
  /** Whether the verdict is 'agree'; null where there is none. */
  readonly agrees: boolean | null;
  readonly role: RowRole;
  /** Provenance of the published number. */
  readonly tag: Fact['tag'];
  readonly source: string;
  readonly why: string | null;
}

/**
 * What was computed: a number with its error, or, where nothing survives, an upper limit at 90 %. `relativeError` is that
 * of its logarithm, where a band is so wide that `error` over `value` does not tell it.
 */
export type ComputedValue =
  | { readonly value: number; readonly error: number | null; readonly relativeError?: number }
  | { readonly upperLimit: number };

/** Roles whose rows are judged; the others cannot disagree. */
const JUDGED: Readonly<Record<RowRole, boolean>> = {
  computed: true,
  'given by the count': true,
  input: false,
  closure: false,
};

/**
 * A row from a published value and ours. What is not computed is null, `why` its reason; an upper limit is no number
 * either, but can disagree.
 */
export function row(
  search: string,
  quantity: Quantity,
  detail: string | null,
  published: PublishedValue,
  computed: ComputedValue | null,
  role: RowRole = published.role ?? 'computed',
): ReproduceRow {
  const { value, agreeWithin, unit, why, tag, source, selection } = published;
  const ours = computed === null || 'upperLimit' in computed ? null : computed;
  const ratio = ours === null || value === 0 ? null : ours.value / value;
  const theirs = value === 0 ? 0 : (published.error ?? 0) / Math.abs(value);
  const own = ours === null || ours.error === null ? 0 : (ours.relativeError ?? Math.abs(ours.error / ours.value));
  const ratioError = ratio === null ? null : Math.sqrt(own * own + theirs * theirs);
  const verdict = !JUDGED[role] || value === 0 ? null : judged();
  return {
    search,
    quantity,
    detail,
    unit: unit ?? null,
    published: value,
    computed: ours?.value ?? null,
    error: ours?.error ?? null,
    ratio,
    ratioError: ratioError !== null && ratioError < Number.POSITIVE_INFINITY ? ratioError : null,
    agreeWithin,
    verdict,
    agrees: verdict === null ? null : verdict === 'agree',
    role,
    tag,
    source,
    why,
  };

  function judged(): Verdict | null {
    if (computed === null) return null;
    if ('upperLimit' in computed)
      return verdictOfLimit({ ratio: computed.upperLimit / value, tolerance: agreeWithin, relativeError: theirs });
    if (ratio === null || ratioError === null || Number.isNaN(ratioError)) return null;
    return verdictOf({
      ratio,
      tolerance: agreeWithin,
      relativeError: ratioError,
      selectionKnown: selection !== 'unknown',
    });
  }
}

/** A row of another model than the one that the search stands for: shown, and no agreement asked. */
export const alternativeRow = (shown: ReproduceRow): ReproduceRow => ({
  ...shown,
  agreeWithin: null,
  verdict: null,
  agrees: null,
});

/**
 * Rows of a search that is not the one whose result was published: shown side by side, and not judged, since a difference
 * would say nothing of either.
 */
export const notJudged = (rows: readonly ReproduceRow[]): ReproduceRow[] =>
  rows.map((shown) =>
    shown.verdict === null
      ? shown
      : {
          ...shown,
          verdict: null,
          agrees: null,
          why: 'not judged: this is not the search that was frozen and published',
        },
  );

/** Whether a row shows another model than the one that the search stands for: computed, but no agreement is asked. */
export const isAlternative = ({ role, agreeWithin }: ReproduceRow): boolean =>
  role === 'computed' && agreeWithin === null;

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
    ratioError: null,
    agreeWithin: null,
    verdict: null,
    agrees: null,
    role: 'input',
    tag: fact.tag,
    source: fact.source,
    why: null,
  };
}
