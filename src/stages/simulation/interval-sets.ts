/** Intervals from[i] to to[i], ascending and apart, i < count. */
export interface IntervalSet {
  readonly from: Float64Array;
  readonly to: Float64Array;
  count: number;
}

export const emptyIntervals = (capacity: number): IntervalSet => ({
  from: new Float64Array(capacity),
  to: new Float64Array(capacity),
  count: 0,
});

/** Makes `out` what `set` is. */
export function copyIntervals(set: IntervalSet, out: IntervalSet): void {
  for (let i = 0; i < set.count; i++) {
    out.from[i] = set.from[i];
    out.to[i] = set.to[i];
  }
  out.count = set.count;
}

/** Makes `out` what lies in `one` or in `other`; `out` is neither of them and holds as many as both together. */
export function uniteIntervals(one: IntervalSet, other: IntervalSet, out: IntervalSet): void {
  let i = 0;
  let j = 0;
  out.count = 0;
  while (i < one.count || j < other.count) {
    const first = j >= other.count || (i < one.count && one.from[i] <= other.from[j]);
    const set = first ? one : other;
    const k = first ? i++ : j++;
    const last = out.count - 1;
    if (last >= 0 && set.from[k] <= out.to[last]) out.to[last] = Math.max(out.to[last], set.to[k]);
    else {
      out.from[out.count] = set.from[k];
      out.to[out.count] = set.to[k];
      out.count++;
    }
  }
}

/** Makes `out` what lies in `one` and not in `other`; `out` is neither of them and holds as many as both together. */
export function removeIntervals(one: IntervalSet, other: IntervalSet, out: IntervalSet): void {
  out.count = 0;
  const keep = (from: number, to: number) => {
    if (!(to > from)) return;
    out.from[out.count] = from;
    out.to[out.count] = to;
    out.count++;
  };
  for (let i = 0; i < one.count; i++) {
    let from = one.from[i];
    for (let j = 0; j < other.count && from < one.to[i]; j++) {
      if (other.to[j] <= from || other.from[j] >= one.to[i]) continue;
      keep(from, other.from[j]);
      from = other.to[j];
    }
    keep(from, one.to[i]);
  }
}
