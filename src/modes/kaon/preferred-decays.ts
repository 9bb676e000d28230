import { parseDecay } from '../../physics/index.ts';
import { particles, withParticles } from '../../physics/particles/index.ts';
import type { DecaySample } from '../../search/decay-sample.ts';
import type { Selection } from '../../stages/selection/selection.ts';

/** Share of the events in which decays in flight are preferred, where a search takes pions for muons. */
const SHARE = 0.5;

/**
 * Share of the events of a background that prefer decays in flight: where the selection identifies more muons than a
 * fully visible decay has, pions have to become muons and make up for the energy that their neutrinos take. Those that
 * decay just behind the magnet are measured with too much momentum; one that decays upstream may be taken for the pion; one
 * behind the last chamber is a muon with the momentum of the pion. 0 elsewhere.
 */
export function shareOfPreferredDecays({ decay, hidden = {} }: DecaySample, selection: Selection): number {
  if (selection.identified === false) return 0;
  const known = Object.entries(hidden).map(([name, { mass }]) => ({ name, mass }));
  const { root } = parseDecay(decay, withParticles(particles, known));
  const count = (names: readonly string[], kind: string) => names.filter((name) => name.startsWith(kind)).length;
  const names = finalNames(root);
  const visible = !names.some((name) => name.startsWith('nu'));
  return visible && count(selection.tracks, 'mu') > count(names, 'mu') && count(names, 'pi') > 0 ? SHARE : 0;
}

type Node = ReturnType<typeof parseDecay>['root'];

const finalNames = ({ particle: { name }, products }: Node): string[] =>
  products.length === 0 ? [name] : products.flatMap(finalNames);
