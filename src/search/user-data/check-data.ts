import { InvalidInput, unknownName } from '../../schema/index.ts';
import type { DataAxis, UserCounts } from '../../stages/blinding/user-counts.ts';
import { observables } from '../../stages/selection/observables/index.ts';
import type { AnySearch } from '../any-search.ts';
import { sizeOfAxis, type WrittenAxis } from './data-document.ts';

/** The axes that a user's counts for a search must have: the bins of its discriminant, or its regions behind a dump. */
export function dataAxesOf(search: AnySearch): readonly DataAxis[] {
  if (!('discriminant' in search)) return [{ regions: Object.keys(search.regions) }];
  return search.discriminant.map(({ observable, from, to, bins }) => ({
    observable,
    edges: Array.from({ length: bins + 1 }, (_, i) => from + ((to - from) * i) / bins),
  }));
}

/** The same axes as a file writes them, in the units that people read. */
export function writtenAxesOf(search: AnySearch): readonly WrittenAxis[] {
  if (!('discriminant' in search)) return [{ regions: Object.keys(search.regions) }];
  return search.discriminant.map(({ observable, from, to, bins }) => {
    const { name, size } = observables[observable].unit;
    const written = (value: number): number => Number((value / size).toPrecision(12));
    return {
      observable,
      ...((name as string) === '' ? {} : { unit: name.replace('²', '^2') }),
      edges: Array.from({ length: bins + 1 }, (_, i) => written(from + ((to - from) * i) / bins)),
    };
  });
}

/**
 * Throws InvalidInput, before anything is simulated, when a user's counts do not belong to a search: another search,
 * another number of axes, another observable, other edges (to a millionth of a bin), other regions, another length.
 */
export function checkDataAgainst(
  search: AnySearch,
  data: Omit<UserCounts, 'count' | 'source'>,
  where = data.file,
): void {
  if (data.search !== undefined && data.search !== search.id)
    throw new InvalidInput(`${where}.search`, `the counts are for '${data.search}', not for '${search.id}'`);
  const needed = dataAxesOf(search);
  const bins = needed.reduce((product, axis) => product * sizeOfAxis(axis), 1);
  if (data.axes !== undefined) {
    if (data.axes.length !== needed.length)
      throw new InvalidInput(`${where}.axis`, `found ${data.axes.length} axes, ${search.id} has ${needed.length}`);
    for (const [i, axis] of data.axes.entries()) requireAxis(axis, needed[i], `${where}.axis.${i}`, search.id);
  }
  if (data.bins !== bins)
    throw new InvalidInput(
      `${where}.counts`,
      `found ${data.bins} counts, ${search.id} needs ${bins}, one per ${needed.map(placeOf).join(' and ')}`,
    );
}

/** What a count is of, in words. */
const placeOf = (axis: DataAxis): string =>
  'regions' in axis ? `region: ${axis.regions.join(', ')}` : `bin of ${axis.observable}`;

function requireAxis(given: DataAxis, needed: DataAxis, where: string, id: string): void {
  if ('regions' in needed) {
    if (!('regions' in given)) throw new InvalidInput(where, `${id} counts in regions: ${needed.regions.join(', ')}`);
    for (const name of given.regions)
      if (!needed.regions.includes(name)) throw unknownName(`${where}.regions`, 'region', name, needed.regions);
    if (given.regions.join() !== needed.regions.join())
      throw new InvalidInput(`${where}.regions`, `must be, in this order: ${needed.regions.join(', ')}`);
    return;
  }
  if ('regions' in given) throw new InvalidInput(where, `${id} counts in bins of ${needed.observable}`);
  if (given.observable !== '' && given.observable !== needed.observable)
    throw new InvalidInput(`${where}.observable`, `found '${given.observable}', ${id} has '${needed.observable}'`);
  if (sizeOfAxis(given) !== sizeOfAxis(needed))
    throw new InvalidInput(where, `has ${sizeOfAxis(given)} bins, ${id} has ${sizeOfAxis(needed)}`);
  const width = needed.edges[1] - needed.edges[0];
  const off = given.edges.findIndex((edge, i) => !(Math.abs(edge - needed.edges[i]) <= 1e-6 * width));
  if (off >= 0)
    throw new InvalidInput(`${where}.edges.${off}`, `found ${given.edges[off]}, ${id} has ${needed.edges[off]}`);
}
