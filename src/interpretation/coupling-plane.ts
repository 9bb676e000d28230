import { exp } from '../math/elementary.ts';
import { type FieldRow, type Ring, ringsOfRows, rowsOfField } from './contour-rings.ts';

/** Lowest and highest excluded coupling at one mass; null when nothing is excluded there. */
export interface CouplingEdges {
  readonly mass: number;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Edges that are none: there the scanned couplings end. */
  readonly scanEnds: readonly ('lower' | 'upper')[];
  /** Events expected over events allowed at the most sensitive coupling; excluded somewhere when above 1. */
  readonly sensitivity: number;
}

/** The field whose zero is the edge of the exclusion: ln(events expected / events allowed) over masses and couplings. */
export interface ExclusionField {
  readonly logMass: Float64Array;
  readonly logCoupling: Float64Array;
  /** Mass by mass. */
  readonly values: Float64Array;
  /** The same mass by mass, where it is known without going through all values. */
  readonly rows?: readonly CouplingRow[];
}

/** A field over the couplings at one mass. */
export interface CouplingRow extends FieldRow {
  /** Its largest value. */
  readonly most: number;
}

/** The least value of a field. */
export const FLOOR = -60;

const rowsOf = ({ logMass, logCoupling, values }: ExclusionField): CouplingRow[] => {
  const n = logCoupling.length;
  return rowsOfField(values, logMass.length, n).map((row, i) => {
    let most = FLOOR;
    for (let j = 0; j < n; j++) most = Math.max(most, values[i * n + j]);
    return { ...row, most };
  });
};

/** Rings in (mass, coupling) of where a field is positive. */
export function fieldRings(field: ExclusionField): Ring[] {
  const { logMass, logCoupling, rows = rowsOf(field) } = field;
  return ringsInCoupling(logMass, logCoupling, rows);
}

/** The same of rows, one for each mass. */
export function ringsInCoupling(logMass: Float64Array, logCoupling: Float64Array, rows: readonly FieldRow[]): Ring[] {
  return ringsOfRows(logMass, logCoupling, rows).map((ring) => ring.map(([m, g]) => [exp(m), exp(g)]));
}

/** Lightest and heaviest mass of some rings; null for none. */
export function massRangeOf(rings: readonly Ring[]): readonly [number, number] | null {
  const masses = rings.flatMap((ring) => ring.map(([mass]) => mass));
  return masses.length === 0 ? null : [Math.min(...masses), Math.max(...masses)];
}

/** Edges of the exclusion at every mass, by linear interpolation of the field in ln coupling. */
export function fieldEdges(field: ExclusionField): CouplingEdges[] {
  const { logMass, logCoupling, rows = rowsOf(field) } = field;
  const n = logCoupling.length;
  return Array.from(logMass, (m, i) => {
    const row = rows[i];
    const { changes, most } = row;
    const [first, last] = [row.at(0) > 0, row.at(n - 1) > 0];
    let lower = first ? exp(logCoupling[0]) : null;
    let upper: number | null = null;
    for (let k = 0; k < changes.length; k++) {
      const j = changes[k];
      const before = row.at(j - 1);
      const f = row.at(j);
      const edge = exp(logCoupling[j - 1] + (before / (before - f)) * (logCoupling[j] - logCoupling[j - 1]));
      if (f > 0) lower ??= edge;
      else upper = edge;
    }
    if (last) upper = exp(logCoupling[n - 1]);
    const scanEnds = [...(first ? (['lower'] as const) : []), ...(last ? (['upper'] as const) : [])];
    return { mass: exp(m), lower, upper, scanEnds, sensitivity: most === FLOOR ? 0 : exp(most) };
  });
}

/**
 * The strongest of some fields at every point of the first, fields in other masses by linear interpolation in ln m within
 * their own range; beyond it they say nothing. All have the same couplings.
 */
export function strongest(fields: readonly ExclusionField[], logMass: Float64Array): ExclusionField {
  const { logCoupling } = fields[0];
  const n = logCoupling.length;
  const values = new Float64Array(logMass.length * n).fill(FLOOR);
  for (const field of fields)
    logMass.forEach((m, i) => {
      const last = field.logMass.length - 1;
      if (last < 0 || m < field.logMass[0] - 1e-12 || m > field.logMass[last] + 1e-12) return;
      let k = 0;
      while (k < last - 1 && field.logMass[k + 1] < m) k++;
      const next = Math.min(k + 1, last);
      const step = field.logMass[next] - field.logMass[k];
      const t = step > 0 ? Math.min(1, Math.max(0, (m - field.logMass[k]) / step)) : 0;
      for (let j = 0; j < n; j++) {
        const value = (1 - t) * field.values[k * n + j] + t * field.values[next * n + j];
        values[i * n + j] = Math.max(values[i * n + j], value);
      }
    });
  return { logMass, logCoupling, values };
}
