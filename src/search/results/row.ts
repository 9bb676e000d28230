import type { Fact } from '../../units/index.ts';
import type { PublishedValue, Quantity } from '../published-value.ts';

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
