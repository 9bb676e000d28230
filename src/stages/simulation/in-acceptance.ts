import type { DecayProduct } from '../../events/decay-block.ts';
import type { Detector } from '../../experiments/detector-types.ts';
import { strawAcceptance } from './straw-acceptance.ts';
import { TrackPath } from './track-path.ts';

/** Part of the hole of the hodoscope that still counts as near: tracks that scatter or radiate come out of it. */
const NEARBY = 0.7;

/** Tracks of each charge that are needed, and the chambers that each must cross. */
export interface GeometryNeeds {
  readonly positive: number;
  readonly negative: number;
  readonly crossed: number;
  /** Whether each must reach the hodoscope, which few of them miss the hole of. */
  readonly hodoscope: boolean;
}

/**
 * Whether the decay of a row sends enough charged products through enough chambers, if none decays, scatters or radiates:
 * straight lines and the kick of the magnet, no random number. What a decay must do to be worth many responses.
 */
export function inAcceptance(
  { straw, magnet, newChod }: Detector,
  products: readonly DecayProduct[],
  { positive, negative, crossed, hodoscope }: GeometryNeeds,
): (row: number) => boolean {
  const inStraw = strawAcceptance(straw);
  const planes = Float64Array.from(straw.z.value);
  const magnetZ = magnet.z.value as number;
  const behind = planes.findIndex((z) => z > magnetZ);
  const kick = magnet.kick.value as number;
  const charged = products.filter(({ charge }) => charge !== 0);
  const spare = (sign: number, needed: number) => charged.filter(({ charge }) => charge * sign > 0).length - needed;
  const [spareOfPositive, spareOfNegative] = [spare(1, positive), spare(-1, negative)];
  const inner = NEARBY * newChod.innerRadius.value;
  const outer = newChod.outerRadius.value as number;
  const path = new TrackPath(1);
  const crosses = ({ origin, momentum, charge }: DecayProduct, row: number): boolean => {
    if (!(momentum.pz[row] > 0)) return false;
    path.start(origin.x[row], origin.y[row], origin.z[row], momentum.px[row], momentum.py[row], momentum.pz[row]);
    let missed = 0;
    for (let i = 0; i < planes.length; i++) {
      if (planes[i] < origin.z[row]) {
        if (++missed > planes.length - crossed) return false;
        continue;
      }
      if (i === behind) {
        path.advance(magnetZ);
        path.kick(-kick * charge);
      }
      path.advance(planes[i]);
      if (!(path.pz > 0 && inStraw(i, path.x, path.y)) && ++missed > planes.length - crossed) return false;
    }
    if (!hodoscope) return true;
    path.advance(newChod.z.value);
    const dx = path.x - newChod.centreX.value;
    const r2 = dx * dx + path.y * path.y;
    return r2 > inner * inner && r2 < outer * outer;
  };
  const along = charged.map(({ momentum }) => momentum.pz);
  return (row) => {
    let sparePositive = spareOfPositive;
    let spareNegative = spareOfNegative;
    // The softest track is the most likely to miss: it goes first.
    let softest = 0;
    for (let t = 1; t < along.length; t++) if (along[t][row] < along[softest][row]) softest = t;
    for (let k = 0; k < charged.length && sparePositive >= 0 && spareNegative >= 0; k++) {
      const t = k === 0 ? softest : k <= softest ? k - 1 : k;
      if (crosses(charged[t], row)) continue;
      if (charged[t].charge > 0) sparePositive--;
      else spareNegative--;
    }
    return sparePositive >= 0 && spareNegative >= 0;
  };
}
