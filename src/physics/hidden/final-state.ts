import { nearestName, unknownName } from '../../schema/index.ts';
import { particles } from '../particles/index.ts';
import { MASS } from '../production/masses.ts';

/** Words in final states that are no particles, with the lowest mass (GeV) of what they stand for. */
const groups: Readonly<Record<string, number>> = {
  '4pi': 4 * MASS.neutralPion,
  hadrons: MASS.chargedPion,
  charm: MASS.chargedD,
  g: MASS.neutralPion,
  s: MASS.chargedKaon,
  sbar: MASS.chargedKaon,
  c: MASS.neutralD,
  cbar: MASS.neutralD,
  b: MASS.chargedB,
  bbar: MASS.chargedB,
  l: MASS.electron,
  invisible: 0,
  other: 0,
};
/** Suggested for names without the blank between particles. */
const familiar = ['e+ e-', 'mu+ mu-', 'tau+ tau-', 'gamma gamma', 'pi+ pi-', 'pi0 gamma', 'K+ K-', 'nu nubar'];

/**
 * Lowest mass (GeV) of a hidden particle that can decay to a final state, names with blanks between them: 'mu+ mu-',
 * 'nu pi+ pi-', 'invisible'. InvalidInput, with `where` and the nearest name, for a word that is neither a particle nor
 * one of 4pi, hadrons, charm, g, s, sbar, c, cbar, b, bbar, l, invisible, other.
 */
export function thresholdOf(state: string, where = 'final state'): number {
  let sum = 0;
  for (const name of state.split(' ')) {
    const mass = Object.hasOwn(groups, name) ? groups[name] : particles.get(name)?.mass;
    if (mass === undefined) {
      const squeezed = state.replaceAll(' ', '');
      const known = familiar.find((one) => one.replaceAll(' ', '') === squeezed) ?? nearestName(state, familiar);
      const words = known === undefined ? [...particles.keys(), ...Object.keys(groups)] : familiar;
      throw unknownName(where, 'final state', state, words);
    }
    sum += mass;
  }
  return sum;
}
