import { exp, log } from '../../math/elementary.ts';
import type { EventRandom } from '../../math/random/index.ts';
import { bremsstrahlungPhotons, bremsstrahlungSpectrum, drawBremsstrahlung } from '../../physics/passage/index.ts';

/** Fractions of the energy that are preferred: less is hardly seen in a mass, more is missed in the momentum. */
const HARD = [0.1, 0.5] as const;
const RANGE = log(HARD[1] / HARD[0]);
/** Integral of the spectrum over ln y: photons per radiation length. */
const SPECTRUM = bremsstrahlungPhotons(1);

/**
 * Draws in which of some layers an electron radiates, if in any, and how much: as nature does, or, for a share of the
 * electrons, between a tenth and half of its energy in one of them for certain. `weight` is the natural density over the
 * drawn one; it is 1 for a share of 0, when one uniform number is drawn and the fraction waits until it is asked for.
 */
export class Radiation {
  /** The layer, −1 for none. */
  layer = -1;
  weight = 1;
  #fraction = 0;
  readonly #photons: number;
  readonly #layers: number;
  readonly #share: number;

  /** `thickness` of a layer in radiation lengths; no more than one photon is radiated in all. */
  constructor(thickness: number, layers: number, share = 0) {
    this.#photons = bremsstrahlungPhotons(thickness);
    this.#layers = layers;
    this.#share = this.#photons * layers > 0 ? share : 0;
  }

  draw(random: EventRandom): void {
    this.layer = -1;
    if (this.#photons * this.#layers === 0) return;
    const prefers = this.#share > 0 && random.uniform() < this.#share;
    const place = prefers ? random.uniform() * this.#layers : random.uniform() / this.#photons;
    if (place < this.#layers) this.layer = Math.floor(place);
    if (this.#share === 0) return;
    if (this.layer >= 0)
      this.#fraction = prefers ? HARD[0] * exp(random.uniform() * RANGE) : drawBremsstrahlung(() => random.uniform());
    this.weight = 1 / (1 - this.#share + this.#share * this.#ratio());
  }

  /** The fraction of the energy that is lost in the layer last drawn. */
  fraction(random: EventRandom): number {
    return this.#share > 0 ? this.#fraction : drawBremsstrahlung(() => random.uniform());
  }

  /** Density of what was drawn in a preferring electron over the natural one. */
  #ratio(): number {
    const y = this.#fraction;
    if (this.layer < 0 || y < HARD[0] || y > HARD[1]) return 0;
    const perPhoton = bremsstrahlungSpectrum(y) / SPECTRUM;
    return 1 / (this.#layers * RANGE * this.#photons * perPhoton);
  }
}
