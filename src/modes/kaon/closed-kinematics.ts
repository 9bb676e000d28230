import { parseDecay } from '../../physics/index.ts';
import { particles, withParticles } from '../../physics/particles/index.ts';
import { rolesOf } from '../../search/asking/check-kaon-search.ts';
import type { Background, Box, SearchDocument } from '../../search/kaon-search.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';

/** A search is closed when its tracks and photons may have less momentum than the beam by this (GeV) at most. */
const MOST = 4;

/** Whether a search wants the whole momentum of the beam: in a cut, or in every signal region. */
export function closesKinematics(search: SearchDocument): boolean {
  const closed = (from: number | undefined) => from !== undefined && from >= -MOST;
  const cuts = Object.values(search.selection.cuts).filter(({ observable }) => observable === 'momentumExcess');
  if (cuts.some((cut) => closed('between' in cut ? cut.between[0] : 'above' in cut ? cut.above : undefined)))
    return true;
  const axis = search.discriminant.findIndex(({ observable }) => observable === 'momentumExcess');
  const regions: Readonly<Record<string, Box>> = search.regions;
  return axis >= 0 && signalRegionsOf(search).every((name) => closed(regions[name]?.[axis]?.[0]));
}

/**
 * Whether decays of a background are copied where they lose little and thinned out elsewhere: in a closed search, where
 * the decay has more products than the search reads.
 */
export function isSplit({ decay, hidden = {}, accidental }: Background, search: SearchDocument): boolean {
  if (accidental !== undefined || !closesKinematics(search)) return false;
  const known = Object.entries(hidden).map(([name, { mass }]) => ({ name, mass }));
  const count = ({ products }: Node): number =>
    products.length === 0 ? 1 : products.reduce((sum, product) => sum + count(product), 0);
  return count(parseDecay(decay, withParticles(particles, known)).root) > rolesOf(search.selection).length;
}

type Node = ReturnType<typeof parseDecay>['root'];
