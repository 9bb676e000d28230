import { type Verdict, worstVerdict } from '../../statistics/verdict.ts';
import type { Quantity } from '../published-value.ts';
import type { ReproduceRow } from './row.ts';

/** How many say what. */
export interface VerdictCounts {
  readonly judged: number;
  readonly agree: number;
  readonly disagree: number;
  readonly cannotTell: number;
}

/** How many rows agree, and the same with one number that is seen several times counted once. */
export interface Agreement extends VerdictCounts {
  readonly independent: VerdictCounts;
}

/** Acceptance, sensitivity and limit of one search are one number seen several times. */
const SENSITIVITY: readonly Quantity[] = ['acceptance', 'acceptanceRatio', 'ses', 'limit', 'expectedLimit'];

/** What a row shares with the other rows of the same number. */
export function numberOf({ search, quantity, detail, role }: ReproduceRow): string {
  if (role === 'given by the count') return `${search} given by the count`;
  if (SENSITIVITY.includes(quantity)) return `${search} sensitivity`;
  // The edges of a contour are one curve, read at several masses.
  if (quantity === 'couplingEdge') return `${search} ${quantity} ${(detail ?? '').split(' at ')[0]}`;
  return `${search} ${quantity} ${detail ?? ''}`;
}

/** Counts verdicts; one number seen several times has the worst of its verdicts. */
export function agreementOf(rows: readonly ReproduceRow[]): Agreement {
  const groups = new Map<string, Verdict[]>();
  for (const row of rows) {
    if (row.verdict === null) continue;
    const key = numberOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row.verdict]);
  }
  const independent = [...groups.values()].map(worstVerdict);
  return { ...countsOf([...groups.values()].flat()), independent: countsOf(independent) };
}

function countsOf(verdicts: readonly Verdict[]): VerdictCounts {
  const count = (wanted: Verdict) => verdicts.filter((verdict) => verdict === wanted).length;
  return {
    judged: verdicts.length,
    agree: count('agree'),
    disagree: count('disagree'),
    cannotTell: count('cannot tell'),
  };
}

/** Judged rows, one for each number: where one number is seen several times, the row with the worst verdict. */
export function distinctRows(rows: readonly ReproduceRow[]): ReproduceRow[] {
  const groups = new Map<string, ReproduceRow[]>();
  for (const row of rows) {
    if (row.verdict === null) continue;
    groups.set(numberOf(row), [...(groups.get(numberOf(row)) ?? []), row]);
  }
  return [...groups.values()].map((group) => {
    const worst = worstVerdict(group.flatMap(({ verdict }) => (verdict === null ? [] : [verdict])));
    return group.find(({ verdict }) => verdict === worst) ?? group[0];
  });
}

/** The counts in one sentence, e.g. for the end of a report. */
export function agreementText({ judged, agree, disagree, cannotTell, independent }: Agreement): string {
  return `${agree} of ${judged} judged rows agree, ${disagree} disagree, ${cannotTell} cannot tell; counted once where one number is seen several times: ${independent.agree} of ${independent.judged} agree, ${independent.disagree} disagree, ${independent.cannotTell} cannot tell.`;
}
