import { parseDecay } from '../../physics/index.ts';
import { particles, withParticles } from '../../physics/particles/index.ts';
import { rolesOf } from '../../search/asking/check-kaon-search.ts';
import type { Background, Box, SearchDocument } from '../../search/kaon-search.ts';
import { signalRegionsOf } from '../../search/signal-regions.ts';
import { photonRoles } from '../../stages/selection/photon-role.ts';
import type { Split } from './run-plan.ts';

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
 * Which decays of a background are copied, and the others thinned out: in a closed search those that lose little, where
 * the decay has more products than the search reads; where photons are vetoed and none is read, those that lose little to
 * photons. Undefined elsewhere.
 */
export function splitOf(background: Background, search: SearchDocument): Split | undefined {
  const { decay, hidden = {}, accidental } = background;
  const { photonVeto = 'none', photons } = search.selection;
  const known = Object.entries(hidden).map(([name, { mass }]) => ({ name, mass }));
  const names = finalNames(parseDecay(decay, withParticles(particles, known)).root);
  if (accidental === undefined && closesKinematics(search))
    return names.length > rolesOf(search.selection).length ? 'closed' : undefined;
  return photonVeto === 'all' && photonRoles(photons).length === 0 && names.includes('gamma') ? 'photons' : undefined;
}

type Node = ReturnType<typeof parseDecay>['root'];

const finalNames = ({ particle: { name }, products }: Node): string[] =>
  products.length === 0 ? [name] : products.flatMap(finalNames);
