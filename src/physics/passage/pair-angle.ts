import { log } from '../../math/elementary.ts';

/** Scale of the wide and of the narrow part of the distribution of u = Eθ/m, and the share of the wide one. */
const WIDE = 1.6;
const NARROW = WIDE / 3;
const WIDE_SHARE = 0.25;

/**
 * Angle of an electron of a pair to its photon, as u = θE/m (E the energy of the electron): density
 * ¼ u e^(−u/a)/a² + ¾ u e^(−u/b)/b² with a = 8/5, b = a/3, the usual fit to Tsai's doubly differential cross-section
 * (Rev. Mod. Phys. 46 (1974) 815; GEANT3 manual, PHYS 211). Mean 2(¼a + ¾b) = 1.6.
 */
export function drawPairAngle(uniform: () => number): number {
  const scale = uniform() < WIDE_SHARE ? WIDE : NARROW;
  return -scale * log(uniform() * uniform());
}
