import { exp, log } from '../../../math/elementary.ts';
import { constantEfficiency, productionWeights } from '../chain/expected-events.ts';
import { MassCurve } from '../chain/mass-curve.ts';
import { interpolate } from '../chain/yield-by-lifetime.ts';
import type { DumpYields } from '../chain/yields.ts';
import { type ContourOptions, exclusionField } from './exclusion-field.ts';

/** A table with named columns; units stand in the names. */
export interface GridTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (number | null)[])[];
}

/** Expected events of each search, and of all over what is allowed, at every mass and coupling. */
export function eventsTable(yields: DumpYields, options: ContourOptions = {}): GridTable {
  const field = exclusionField(yields, options);
  const n = field.logCoupling.length;
  const rows: (number | null)[][] = [];
  yields.points.forEach((point, i) => {
    const curves =
      point.outside === undefined
        ? yields.setups.map((_, search) => new MassCurve(yields, search, point, options))
        : [];
    for (let j = 0; j < n; j++) {
      const events = yields.setups.map((_, s) => curves[s]?.at(field.logCoupling[j]) ?? null);
      const ratio = point.outside === undefined ? exp(field.values[i * n + j]) : null;
      rows.push([point.mass, exp(field.logCoupling[j]), ...events, ratio, ratio === null ? null : ratio > 1 ? 1 : 0]);
    }
  });
  return {
    columns: [
      'mass_GeV',
      `coupling_${yields.model.coupling.unit === '1' ? yields.model.id : yields.model.coupling.unit}`,
      ...yields.setups.map(({ search }) => `events_${search.id}`),
      'events_over_allowed',
      'excluded',
    ],
    rows,
  };
}

/**
 * Acceptance of one search against mass and lifetime cτ (m): decays selected over hidden particles made with the
 * production set, all efficiencies included, decay probability included.
 */
export function acceptanceTable(
  yields: DumpYields,
  search: number,
  lifetimes: readonly number[],
  production?: string,
): GridTable {
  const rows: (number | null)[][] = [];
  const grid = yields.lifetimes[search];
  for (const point of yields.points) {
    if (point.outside !== undefined) continue;
    const weights = productionWeights(yields, point, search, production);
    let made = 0;
    const sum = new Float64Array(grid.count);
    point.mechanisms[search].forEach(({ total }, k) => {
      made += weights[k] * total;
      for (const { selected } of point.searches[search])
        for (let j = 0; j < grid.count; j++) sum[j] += weights[k] * selected[k * grid.count + j];
    });
    const logs = sum.map((x) => (x > 0 ? log(x) : Number.NEGATIVE_INFINITY));
    const states = Math.max(1, point.searches[search].length);
    const kept = constantEfficiency(yields.setups[search]) / (made * states);
    for (const ctau of lifetimes) {
      const value = interpolate(logs, grid, log(ctau / point.mass));
      rows.push([point.mass, ctau, made > 0 && value > -700 ? kept * exp(value) : 0]);
    }
  }
  return { columns: ['mass_GeV', 'ctau_m', 'acceptance'], rows };
}

/** The table as CSV; absent numbers are empty. */
export function csvOfTable({ columns, rows }: GridTable): string {
  const lines = rows.map((row) => row.map((x) => (x === null ? '' : String(x))).join(','));
  return `${[columns.join(','), ...lines].join('\n')}\n`;
}
