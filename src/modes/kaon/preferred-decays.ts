import { parseDecay } from '../../physics/index.ts';
import { particles, withParticles } from '../../physics/particles/index.ts';
import type { DecaySample } from '../../search/decay-sample.ts';
import type { Selection } from '../../stages/selection/selection.ts';

/** Share of the events in which decays in flight are preferred, where a search takes pions for muons, and for electrons. */
const SHARE = { muons: 0.85, electrons: 0.5 } as const;

/** Share of the preferred decays that go to an electron, where a search takes pions or muons for electrons. */
const ELECTRONS = 0.25;

/** What a background's events prefer: the share of them that prefer decays in flight, and of these decays those to an electron. */
export interface Preference {
  readonly preferredDecays?: number;
  readonly preferredElectrons?: number;
}

/**
 * What the events of a background prefer: decays in flight where the selection identifies more muons than a fully visible
 * decay has, and pions that are not read as pions have to become muons and make up for the energy that their neutrinos take. Those that decay just
 * behind the magnet are measured with too much momentum; one that decays upstream may be taken for the pion; one behind
 * the last chamber is a muon with the momentum of the pion. Decays to electrons where it identifies more electrons, and of
 * muons in hermetic searches. Nothing elsewhere.
 */
export function preferenceOf({ decay, hidden = {} }: DecaySample, selection: Selection): Preference {
  if (selection.identified === false) return {};
  const known = Object.entries(hidden).map(([name, { mass }]) => ({ name, mass }));
  const names = finalNames(parseDecay(decay, withParticles(particles, known)).root);
  const count = (some: readonly string[], kind: string) => some.filter((name) => name.startsWith(kind)).length;
  const lacks = (kind: string) => count(selection.tracks, kind) > count(names, kind);
  // What makes a pion of a muon seldom, makes one of the electron that it becomes more often.
  if (selection.photonVeto === 'hermetic' && count(names, 'mu') > 0)
    return { preferredDecays: SHARE.electrons, preferredElectrons: ELECTRONS };
  if (names.some((name) => name.startsWith('nu'))) return {};
  // Those that are read as what they are had better not decay.
  const others = (kind: string) =>
    ['+', '-'].some((sign) => count(names, kind + sign) > count(selection.tracks, kind + sign));
  const electrons = lacks('e') && (others('pi') || others('mu'));
  if (!electrons && !(lacks('mu') && others('pi'))) return {};
  return electrons
    ? { preferredDecays: SHARE.electrons, preferredElectrons: ELECTRONS }
    : { preferredDecays: SHARE.muons };
}

type Node = ReturnType<typeof parseDecay>['root'];

const finalNames = ({ particle: { name }, products }: Node): string[] =>
  products.length === 0 ? [name] : products.flatMap(finalNames);
