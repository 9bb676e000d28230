import { FLOOR } from '../../../interpretation/coupling-plane.ts';
import { log } from '../../../math/elementary.ts';
import { InvalidInput } from '../../../schema/index.ts';
import { checkRescaling, type RescaleOptions } from '../chain/expected-events.ts';
import { type CurveSums, curveSums, MassCurve } from '../chain/mass-curve.ts';
import type { DumpMassPoint, DumpYields } from '../chain/yields.ts';
import type { AllowedSignal } from './expected-signals.ts';
import { CouplingIntervals, RowValues, SparseRow } from './field-rows.ts';

/** Couplings between which the field is first looked at lie no further apart than this in ln. */
const LOOK = 0.16;
/** A field that is this far from its zero at both ends has none between: it rises by 4 × LOOK at most. */
const FAR = 1;
/** Fewer events than these are none. */
const NONE = 1e-20;

/** What decides the rows of a field, besides what is allowed. */
export interface LookOptions extends RescaleOptions {
  readonly coupling?: { readonly from: number; readonly to: number; readonly count: number };
}

/** Whether a field may have a zero between these two of its values. */
const isNear = (low: number, high: number): boolean =>
  low > 0 !== high > 0 || Math.min(Math.abs(low), Math.abs(high)) < FAR;

/**
 * Looks at ln(events expected / events allowed) over the couplings of some yields, mass by mass, for several rules of
 * what is allowed: few couplings everywhere, all of them near an edge and near the most sensitive one. Keeps its working
 * space from mass to mass.
 */
export class CouplingLook {
  readonly logCoupling: Float64Array;
  private readonly intervals: CouplingIntervals;
  private readonly yields: DumpYields;
  private readonly options: RescaleOptions;
  private readonly groups: readonly (readonly number[])[];
  private readonly rules: number;
  /** Working space: sums of yields by search, values at the ends, what one coupling gives. */
  private readonly sums: readonly CurveSums[];
  private readonly atEnds: Float64Array;
  private readonly found: Float64Array;

  /** `groups` are searches, by their places in the yields, whose events are added up. InvalidInput for what cannot be. */
  constructor(yields: DumpYields, options: LookOptions, groups: readonly (readonly number[])[], rules: number) {
    const { range } = yields.model.coupling;
    const { from, to, count } = options.coupling ?? { from: range.min, to: range.max, count: 301 };
    if (!(from > 0 && to > from && count >= 2))
      throw new InvalidInput(
        'coupling',
        `${from} to ${to} in ${count} found, allowed is 0 < from < to and two or more`,
      );
    checkRescaling(options);
    const { protons } = options;
    if (protons !== undefined && !(protons > 0 && protons < Number.POSITIVE_INFINITY))
      throw new InvalidInput('pot', `found ${protons}, allowed is a number above 0`);
    this.yields = yields;
    this.options = options;
    this.groups = groups;
    this.rules = rules;
    this.logCoupling = Float64Array.from({ length: count }, (_, j) => log(from) + (log(to / from) * j) / (count - 1));
    this.intervals = new CouplingIntervals(count, Math.max(1, Math.floor((LOOK * (count - 1)) / log(to / from))));
    this.sums = yields.lifetimes.map(({ count: lifetimes }) => curveSums(lifetimes));
    this.atEnds = new Float64Array(rules * this.intervals.ends.length);
    this.found = new Float64Array(rules);
  }

  /** The row of each rule at one mass; `allowed` has one entry per rule and group. */
  rowsAt(point: DumpMassPoint, allowed: readonly (readonly AllowedSignal[])[], production?: string): SparseRow[] {
    const { yields, options, sums, groups, intervals, rules, atEnds, found } = this;
    const { ends } = intervals;
    const asked = production === undefined ? options : { ...options, production };
    const begins = new Int32Array(ends.length - 1).fill(-1);
    if (point.outside !== undefined) return rowsOf(new RowValues(intervals, atEnds.fill(FLOOR), rules, begins, 0));
    const curves = groups.map((members) =>
      members.map((search) => new MassCurve(yields, search, point, asked, sums[search])),
    );
    let best = 0;
    for (let k = 0; k < ends.length; k++) {
      this.look(curves, allowed, ends[k]);
      for (let r = 0; r < rules; r++) atEnds[r * ends.length + k] = found[r];
      if (found[0] > atEnds[best]) best = k;
    }
    let inner = 0;
    for (let k = 0; k < begins.length; k++) {
      let near = k === best - 1 || k === best;
      for (let at = k; !near && at < atEnds.length; at += ends.length) near = isNear(atEnds[at], atEnds[at + 1]);
      if (!near) continue;
      begins[k] = inner;
      inner += ends[k + 1] - ends[k] - 1;
    }
    const rows = new RowValues(intervals, atEnds, rules, begins, inner);
    for (let k = 0; k < begins.length; k++) {
      if (begins[k] < 0) continue;
      for (let j = ends[k] + 1; j < ends[k + 1]; j++) {
        this.look(curves, allowed, j);
        const at = atEnds.length + begins[k] + j - ends[k] - 1;
        for (let r = 0; r < rules; r++) rows.values[at + r * inner] = found[r];
      }
    }
    return rowsOf(rows);
  }

  /** The value of each rule at coupling j. */
  private look(
    curves: readonly (readonly MassCurve[])[],
    allowed: readonly (readonly AllowedSignal[])[],
    j: number,
  ): void {
    const { found, rules } = this;
    const logCoupling = this.logCoupling[j];
    for (let r = 0; r < rules; r++) found[r] = FLOOR;
    for (let g = 0; g < curves.length; g++) {
      const members = curves[g];
      let sum = 0;
      let first = 0;
      for (let s = 0; s < members.length; s++) {
        const events = members[s].at(logCoupling);
        if (s === 0) first = events;
        sum += events;
      }
      if (!(sum > NONE)) continue;
      const share = first / sum;
      // Rules often allow the same.
      let limit = Number.NaN;
      let value = 0;
      for (let r = 0; r < rules; r++) {
        const signal = allowed[r][g](share, sum);
        if (signal !== limit) {
          limit = signal;
          value = log(sum / signal);
        }
        if (value > found[r]) found[r] = value;
      }
    }
  }
}

function rowsOf(values: RowValues): SparseRow[] {
  const rows: SparseRow[] = [];
  for (let r = 0; r < values.rows; r++) rows.push(new SparseRow(values, r));
  return rows;
}
