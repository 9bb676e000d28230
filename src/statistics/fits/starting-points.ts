import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { FitObjective } from './fit-objective.ts';

/** What a fit is told about one parameter. Everything may be left out; the start is then 0. */
export interface ParameterSetting {
  readonly start?: number;
  /** First guess of the error; a tenth of the start or of the searched range when left out. */
  readonly step?: number;
  readonly lower?: number;
  readonly upper?: number;
  /** Holds the parameter at its start. */
  readonly fixed?: boolean;
  /** Look for several minima between these two values; the best of each valley of a coarse grid is a start. */
  readonly search?: readonly [from: number, to: number];
}

/** Settings of parameters, by name. */
export type ParameterSettings = Readonly<Record<string, ParameterSetting>>;

const GRID = 13;

/**
 * The points a fit starts from: the given start first, then the local minima of the objective on a grid of 13 points
 * per searched parameter (at most three are searched; the others stay at their starts), lowest first.
 * Throws InvalidInput for a setting of an unknown parameter or a range that is not ascending.
 */
export function startingPoints(objective: FitObjective, settings: ParameterSettings): Float64Array[] {
  const { names } = objective;
  for (const name of Object.keys(settings)) {
    if (!names.includes(name)) throw unknownName('parameters', 'parameter', name, names);
  }
  const first = Float64Array.from(names, (name) => {
    const { start, search, lower, upper } = settings[name] ?? {};
    const middle = search === undefined ? 0 : 0.5 * (search[0] + search[1]);
    return start ?? Math.min(upper ?? Number.POSITIVE_INFINITY, Math.max(lower ?? Number.NEGATIVE_INFINITY, middle));
  });
  const searched = names.flatMap((name, slot) => {
    const { search, fixed } = settings[name] ?? {};
    if (search === undefined || fixed === true) return [];
    if (!(search[0] < search[1]) || !Number.isFinite(search[1] - search[0])) {
      throw new InvalidInput(`parameters.${name}.search`, `[${search}] is not a finite, ascending range`);
    }
    return [{ slot, from: search[0], width: (search[1] - search[0]) / (GRID - 1) }];
  });
  if (searched.length === 0) return [first];
  if (searched.length > 3) throw new InvalidInput('parameters', 'at most three parameters can be searched on a grid');
  const size = searched.reduce((product) => product * GRID, 1);
  const place = (index: number): Float64Array => {
    const theta = Float64Array.from(first);
    let rest = index;
    for (const { slot, from, width } of searched) {
      theta[slot] = from + (rest % GRID) * width;
      rest = Math.floor(rest / GRID);
    }
    return theta;
  };
  const height = Float64Array.from({ length: size }, (_, index) => {
    const value = objective.value(place(index));
    return Number.isNaN(value) ? Number.POSITIVE_INFINITY : value;
  });
  const valleys = Array.from(height.keys()).filter(
    (index) => Number.isFinite(height[index]) && isValley(height, index, searched.length),
  );
  valleys.sort((a, b) => height[a] - height[b] || a - b);
  return [first, ...valleys.slice(0, 8).map(place)];
}

/** No neighbour along any axis or diagonal is lower. */
function isValley(height: Float64Array, index: number, dimensions: number): boolean {
  const shifts = dimensions === 1 ? 3 : dimensions === 2 ? 9 : 27;
  for (let shift = 0; shift < shifts; shift++) {
    let neighbour = 0;
    let stride = 1;
    let inside = true;
    let rest = index;
    let move = shift;
    for (let d = 0; d < dimensions; d++) {
      const at = (rest % GRID) + (move % 3) - 1;
      if (at < 0 || at >= GRID) inside = false;
      neighbour += at * stride;
      stride *= GRID;
      rest = Math.floor(rest / GRID);
      move = Math.floor(move / 3);
    }
    if (inside && height[neighbour] < height[index]) return false;
  }
  return true;
}
