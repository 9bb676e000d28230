import { exp, log } from '../../math/elementary.ts';

/** Photons below this fraction of the electron's energy are left out: together they carry 4/3 of it times the thickness. */
export const LEAST_FRACTION = 1e-3;

/**
 * Spectrum of photons per ln y, y the fraction of the electron's energy, of a thin layer of one radiation length, full
 * screening: 4/3 − 4/3 y + y² (Particle Data Group, eq. for bremsstrahlung, after Tsai, Rev. Mod. Phys. 46 (1974) 815).
 */
export const bremsstrahlungSpectrum = (y: number): number => 4 / 3 - (4 / 3) * y + y * y;

/** Mean number of photons above `least` from a layer of `thickness` radiation lengths. */
export function bremsstrahlungPhotons(thickness: number, least: number = LEAST_FRACTION): number {
  return thickness * ((4 / 3) * log(1 / least) - (4 / 3) * (1 - least) + 0.5 * (1 - least * least));
}

/** A fraction of the energy above `LEAST_FRACTION`, drawn from the spectrum; `uniform` gives numbers in (0, 1). */
export function drawBremsstrahlung(uniform: () => number): number {
  for (;;) {
    const y = exp(uniform() * log(LEAST_FRACTION));
    if (uniform() * (4 / 3) < bremsstrahlungSpectrum(y)) return y;
  }
}
