import type { CandidateBlock } from '../../events/candidate-block.ts';
import { compileCuts, observable, particlesNamed } from './compile-cuts.ts';
import type { Selection } from './selection.ts';

/** Picks one assignment per event: `offer` all of them in turn, then `keep` each, which clears what was not picked. */
export interface AssignmentChoice {
  /** Forgets the events of the batch before. */
  start(rows: number): void;
  offer(assignment: number, candidates: CandidateBlock): void;
  /** Sets the weights of candidates to 0 whose event is better described by another assignment. */
  keep(assignment: number, candidates: CandidateBlock): void;
}

/**
 * The choice of a selection: the assignment whose observable is nearest to a value (ties go to the first; every one when
 * the selection names none), and none at all for events of which some assignment passes the cuts of `unless`.
 */
export function assignmentChoice(
  { best, unless = {} }: Pick<Selection, 'best' | 'unless'>,
  roles: readonly string[],
  capacity: number,
  where: string,
): AssignmentChoice {
  const chosen = best === undefined ? undefined : observable(best.observable, `${where}.best.observable`);
  const of = particlesNamed(best?.of, roles, `${where}.best.of`);
  const nearest = (best?.nearest ?? 0) as number;
  const cuts = compileCuts(unless, roles, `${where}.unless`);
  const excluded = new Uint8Array(capacity);
  const failed = new Uint8Array(capacity);
  const value = new Float64Array(capacity);
  const distance = new Float64Array(capacity);
  const picked = new Int32Array(capacity);
  const markExcluded = (candidates: CandidateBlock): void => {
    const { count, row } = candidates;
    if (cuts.length === 0) return;
    failed.fill(0, 0, count);
    for (const cut of cuts) {
      cut.evaluate(candidates, value);
      for (let i = 0; i < count; i++) if (!cut.passes(value[i])) failed[i] = 1;
    }
    for (let i = 0; i < count; i++) if (failed[i] === 0) excluded[row[i]] = 1;
  };
  return {
    start(rows) {
      distance.fill(Number.POSITIVE_INFINITY, 0, rows);
      picked.fill(-1, 0, rows);
      excluded.fill(0, 0, rows);
    },
    offer(assignment, candidates) {
      markExcluded(candidates);
      if (chosen === undefined) return;
      chosen.evaluate(candidates, of, value);
      for (let i = 0; i < candidates.count; i++) {
        const row = candidates.row[i];
        const away = Math.abs(value[i] - nearest);
        if (away >= distance[row]) continue;
        distance[row] = away;
        picked[row] = assignment;
      }
    },
    keep(assignment, { count, row, weight, weightLow, weightHigh, untriggered }) {
      for (let i = 0; i < count; i++) {
        const other = chosen !== undefined && picked[row[i]] !== assignment;
        if (!other && excluded[row[i]] === 0) continue;
        weight[i] = 0;
        weightLow[i] = 0;
        weightHigh[i] = 0;
        untriggered[i] = 0;
      }
    },
  };
}
