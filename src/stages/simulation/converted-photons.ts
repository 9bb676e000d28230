import type { DecayBlock, DecayProduct } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { cosTurns, sinTurns } from '../../math/elementary.ts';
import { EventRandom, streamKey } from '../../math/random/index.ts';
import { conversionProbability, drawConversionShare, drawPairAngle } from '../../physics/passage/index.ts';
import { strawAcceptance } from './straw-acceptance.ts';

/** Behind its chamber (m): where a pair made in the rear half of one starts, which that chamber does not see. */
const REAR = 1e-3;

/** A photon, and the e⁺e⁻ that takes its place. */
export interface Conversion {
  readonly positron: DecayProduct;
  readonly electron: DecayProduct;
}

/** Makes photons of every decay of a block convert, and multiplies its weights by the probability of that. */
export type ConvertedPhotons = (block: DecayBlock) => void;

/**
 * Lets as many of `photons` as there are `conversions` make e⁺e⁻ in a chamber before the magnet, in every decay: which
 * ones and where by their probabilities, the weight being the sum of these over all choices (0 where too few photons cross
 * a chamber). The photon is gone (its momentum is 0); the pair shares its energy as Bethe and Heitler have it at full
 * screening, opens by Tsai's angle with equal and opposite transverse momenta, and starts in the chamber, before or
 * behind its straws alike. Random numbers depend on (seed, stream, event) alone.
 */
export function convertedPhotons(
  { straw, magnet }: Pick<Detector, 'straw' | 'magnet'>,
  photons: readonly DecayProduct[],
  conversions: readonly Conversion[],
  seed: number,
  stream: string,
): ConvertedPhotons {
  const inStraw = strawAcceptance(straw);
  const planes = straw.z.value.filter((z) => z < magnet.z.value);
  const inOne = conversionProbability(straw.thickness.value);
  const random = new EventRandom(streamKey(seed, `${stream}/conversion`));
  const uniform = (): number => random.uniform();
  const choices = combinations(photons.length, conversions.length);
  const probability = new Float64Array(photons.length * planes.length);
  const ofPhoton = new Float64Array(photons.length);

  const probabilities = (row: number): void => {
    photons.forEach(({ origin, momentum }, k) => {
      const pz = momentum.pz[row];
      let left = 1;
      ofPhoton[k] = 0;
      planes.forEach((z, c) => {
        const step = pz > 0 ? (z - origin.z[row]) / pz : -1;
        const crosses =
          step > 0 && inStraw(c, origin.x[row] + momentum.px[row] * step, origin.y[row] + momentum.py[row] * step);
        const here = crosses ? left * inOne : 0;
        left -= here;
        probability[k * planes.length + c] = here;
        ofPhoton[k] += here;
      });
    });
  };
  const pairFrom = (photon: DecayProduct, chamber: number, { positron, electron }: Conversion, row: number): void => {
    const { origin, momentum } = photon;
    const energy = momentum.energy[row];
    const [dx, dy, dz] = [momentum.px[row] / energy, momentum.py[row] / energy, momentum.pz[row] / energy];
    const z = planes[chamber] + (uniform() < 0.5 ? 0 : REAR);
    const way = (z - origin.z[row]) / dz;
    const share = drawConversionShare(uniform);
    const transverse = positron.mass * drawPairAngle(uniform);
    const turn = uniform();
    // Unit vectors across the photon: e along x made perpendicular to it, f = d × e.
    const norm = 1 / Math.sqrt(1 - dx * dx);
    const [ex, ey, ez] = [(1 - dx * dx) * norm, -dx * dy * norm, -dx * dz * norm];
    const [fx, fy, fz] = [0, dz * norm, -dy * norm];
    const [onE, onF] = [transverse * cosTurns(turn), transverse * sinTurns(turn)];
    for (const [product, part, sign] of [
      [positron, share, 1],
      [electron, 1 - share, -1],
    ] as const) {
      const own = part * energy;
      const along = Math.sqrt(Math.max(0, own * own - product.mass * product.mass - transverse * transverse));
      product.momentum.energy[row] = own;
      product.momentum.px[row] = along * dx + sign * (onE * ex + onF * fx);
      product.momentum.py[row] = along * dy + sign * (onE * ey + onF * fy);
      product.momentum.pz[row] = along * dz + sign * (onE * ez + onF * fz);
      product.origin.x[row] = origin.x[row] + way * dx;
      product.origin.y[row] = origin.y[row] + way * dy;
      product.origin.z[row] = z;
    }
    for (const column of [momentum.energy, momentum.px, momentum.py, momentum.pz]) column[row] = 0;
  };

  return (block) => {
    for (let row = 0; row < block.count; row++) {
      random.start(block.firstEvent + row);
      probabilities(row);
      let sum = 0;
      for (const choice of choices) sum += choice.reduce((product, k) => product * ofPhoton[k], 1);
      block.weight[row] *= sum;
      for (const { positron, electron } of conversions) {
        for (const { momentum } of [positron, electron])
          for (const column of [momentum.energy, momentum.px, momentum.py, momentum.pz]) column[row] = 0;
      }
      if (sum === 0) continue;
      let rest = uniform() * sum;
      const chosen =
        choices.find((choice) => {
          rest -= choice.reduce((product, k) => product * ofPhoton[k], 1);
          return rest < 0;
        }) ?? choices[choices.length - 1];
      chosen.forEach((k, n) => {
        let place = uniform() * ofPhoton[k];
        let chamber = 0;
        while (chamber < planes.length - 1 && place >= probability[k * planes.length + chamber])
          place -= probability[k * planes.length + chamber++];
        pairFrom(photons[k], chamber, conversions[n], row);
      });
    }
  };
}

/** All sets of `size` of the numbers from 0 up to `count`. */
function combinations(count: number, size: number): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: count }, (_, first) => first).flatMap((first) =>
    combinations(count - first - 1, size - 1).map((rest) => [first, ...rest.map((k) => k + first + 1)]),
  );
}
